"""The first hook that MkDocs loads. Plain `mkdocs` builds the pages that `generate` wrote into
docs/; when there are none, it says what writes them.

Without this it would end in a traceback, or in words about a module that it cannot find: MkDocs
loads every hook before it calls one, so that this is said while it loads.
"""

import os
import sys
from pathlib import Path

from mkdocs.exceptions import Abort

ROOT = Path(__file__).resolve().parents[2]


def refuse_without_pages() -> None:
    """Raise Abort, unless there are pages, or the generator itself asks; later hooks find it."""
    sys.path.append(str(ROOT))  # MkDocs puts the path right again
    from generator.messages.language import texts_for
    from generator.messages.message import say, translate

    has_pages = all((ROOT / "docs" / it / "index.md").is_file() for it in ("zh-Hant", "zh-Hans"))
    if has_pages or "generator.site.mkdocs_build" in sys.modules:
        return
    text = say(
        "mkdocs alone generates no pages: run `python3 dev.py generate` first "
        "(or `python3 dev.py serve`, `python3 dev.py build`, which need no more)"
    )
    raise Abort(translate(text, texts_for(os.environ)))


refuse_without_pages()
