"""Edge: the scripts of a built site, without the comments that are for those who write them."""

import re
from pathlib import Path

_LINE = re.compile(r"^[ \t]*//[^\n]*\n", re.MULTILINE)
_BLOCK = re.compile(r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


def strip_script_comments(script: str) -> str:
    """`script` without comments that have lines of their own; none may begin within a text."""
    return _LINE.sub("", _BLOCK.sub("", script))


def publish_scripts(assets: Path, theirs: str) -> None:
    """Shorten the scripts below the folder `assets`, but for those in the folder `theirs`."""
    for file in assets.rglob("*.js"):
        if theirs not in file.relative_to(assets).parts:
            file.write_text(strip_script_comments(file.read_text("utf-8")), "utf-8")
