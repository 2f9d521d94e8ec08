"""The text of one cell · raw cell → clean text."""

import html
import re
import unicodedata
from collections.abc import Iterable

from generator.maintain.extract.layout import ARCHIVED

PASSAGE_TAGS = frozenset({"ul", "li", "br"})
LINE_TAGS = frozenset({"br"})

_TAG = re.compile(r"<[/!?A-Za-z][^>]*>?")
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:[\s/][^>]*)?>")

# Chinese characters and their punctuation; U+3000, the wide space, is left out as it is no text.
_HAN = (
    "\u2e80-\u2fff\u3001-\u303f\u31c0-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
)
_LOST_BREAK = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_BULLET = re.compile("[•●○▪■◆▸►✓]")
_HAN_CHAR = re.compile(rf"[{_HAN}]")
_WIDE_MARK = re.compile("[\u2014\u2026\u3001-\u3003\u3008-\u301f\uff01-\uff0f\uff1a-\uff20]")


def unknown_tags(cell: str, known: frozenset[str]) -> list[str]:
    """Tags of `cell` that are not in `known` or not closed, as they stand there."""
    return [
        tag
        for tag in _TAG.findall(cell)
        if not ((name := _TAG_NAME.fullmatch(tag)) and name[1].lower() in known)
    ]


def clean_line(cell: str) -> str:
    """A cell that holds one line: line breaks undone, a space stays as it is printed."""
    parts = html.unescape(_TAG.sub("\n", cell)).split("\n")
    return join_wrapped(part.strip() for part in parts)


def clean_passage(cell: str) -> str:
    """A cell that may hold several lines; each bullet, tag or lost line break starts a new one."""
    text = html.unescape(_TAG.sub("\n", cell))
    text = _BULLET.sub("\n", text)
    lines = _LOST_BREAK.sub("\n", text).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def join_wrapped(parts: Iterable[str]) -> str:
    """Pieces of one line: nothing is put between two Chinese characters, nor beside a wide
    punctuation mark; else a space."""
    joined = ""
    for part in filter(None, parts):
        joint = joined[-1:] + part[0]
        wide = len(_HAN_CHAR.findall(joint)) == 2 or _WIDE_MARK.search(joint)
        joined += part if wide or not joined else f" {part}"
    return joined


def says_archived(description: str) -> bool:
    """Whether the description says that the data are archived."""
    return ARCHIVED.search(description) is not None


def first_invisible(text: str) -> str | None:
    """The first character nobody can see, entities resolved; None if all are text, spaces or tabs.

    A tab written as an entity is one: it would be part of a cell.
    """
    for char in html.unescape(text.strip().replace("\t", " ")):
        if not (char.isprintable() or unicodedata.category(char) == "Zs"):
            return char
    return None
