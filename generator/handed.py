"""Edge: what the generator hands to the theme's templates beside the pages of a variant."""

import json
from collections.abc import Mapping
from pathlib import Path

WORDS = ".theme.json"
"""Written by render/theme.py: the words around the pages."""


def words(docs: Path, sources: Mapping[str, bytes], variant: str) -> dict[str, str]:
    """The words of a variant by key: of a preview's `sources`, or of a build's folder."""
    path = f"{variant}/{WORDS}"
    raw = sources.get(path)
    content: dict[str, str] = json.loads((docs / path).read_bytes() if raw is None else raw)
    return content


def frame(docs: Path, sources: Mapping[str, bytes]) -> frozenset[tuple[str, object]]:
    """The state of what every page is framed by."""
    shared = {(path, content) for path, content in sources.items() if path.endswith(WORDS)}
    files = [*docs.parent.glob("mkdocs.yml"), *(docs / "overrides").rglob("*")]
    return frozenset(shared | {(it.as_posix(), it.stat().st_mtime) for it in files})
