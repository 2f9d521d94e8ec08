"""Rows and lines of any document → the one text that is read, hashed and numbered.

A row is a line with its cells between tabs; a line break inside of a cell is `<br>`.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TAG_LIKE = re.compile(r"<(?=[/!?A-Za-z])")
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")
_INVISIBLE = re.compile(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffc\x00-\x08\x0e-\x1f]"
)
_PRIVATE = re.compile(r"[\ue000-\uf8ff]|\(cid:[0-9]+\)")
"""Bullets of Word's symbol fonts have no other character."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table as the document has it."""

    text: str
    above: bool = False
    """Whether it is merged with the one above it."""


def plain(text: str) -> str:
    """A document's words, without what nobody sees; line breaks stay."""
    text = _PRIVATE.sub("•", _INVISIBLE.sub("", text.replace("\u00a0", " ")))
    return _TAG_LIKE.sub("&lt;", _ENTITY_LIKE.sub("&amp;", text))


def row_line(cells: Sequence[Cell]) -> str:
    """A row as a line. What is merged with the row above is said again, unless the first cell is
    merged as well: then the row only goes on."""
    goes_on = bool(cells) and cells[0].above
    return "\t".join("" if cell.above and goes_on else _one_line(cell.text) for cell in cells)


def _one_line(text: str) -> str:
    lines = (re.sub(r"[\t \f\v]+", " ", line).strip() for line in re.split(r"\r\n?|\n", text))
    return "<br>".join(filter(None, lines))


def whole_text(lines: Iterable[str]) -> str:
    """The lines as a text, with at most one blank line between two."""
    text = "\n".join(line.rstrip(" ") for line in lines).strip("\n")
    return re.sub(r"\n{3,}", "\n\n", text) + "\n"
