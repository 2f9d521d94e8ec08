"""The text of one cell · raw cell → clean text, date, formats."""

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from generator.extract.layout import ARCHIVED
from generator.model.dataset import Format

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
_HAN_CHAR = re.compile(rf"[{_HAN}]")

_FORMATS = {name.lower(): name for name in get_args(Format)}
_FORMAT = re.compile(
    rf"(?<![A-Za-z0-9])({'|'.join(sorted(_FORMATS, key=len, reverse=True))})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_DATE = re.compile(
    r"(?P<month>0[1-9]|1[0-2])/(?P<year>[12][0-9]{3})(?:\s*[(（]\s*(?P<note>\S.*?)\s*[)）])?"
)


@dataclass(frozen=True)
class PrintedDate:
    """A date cell, taken apart."""

    date: str
    note: str | None


def strange_tags(cell: str, known: frozenset[str]) -> list[str]:
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
    text = html.unescape(_TAG.sub("\n", cell)).replace("•", "\n")
    lines = _LOST_BREAK.sub("\n", text).split("\n")
    return "\n".join(line.strip() for line in lines if line.strip())


def join_wrapped(parts: Iterable[str]) -> str:
    """Pieces of one line: nothing is put between two Chinese characters, else a space."""
    joined = ""
    for part in filter(None, parts):
        wide = joined and _HAN_CHAR.match(joined[-1]) and _HAN_CHAR.match(part)
        joined += part if wide or not joined else f" {part}"
    return joined


def read_date(cell: str) -> PrintedDate | None:
    """`01/2025` or `10/2015 (remark)`; None for anything else, such as 13/2025."""
    match = _DATE.fullmatch(cell)
    if match is None:
        return None
    return PrintedDate(f"{match['year']}-{match['month']}", match["note"])


def named_formats(description: str) -> tuple[str, ...]:
    """Formats the description names, each once, in order of appearance."""
    found = (_FORMATS[name.lower()] for name in _FORMAT.findall(description))
    return tuple(dict.fromkeys(found))


def says_archived(description: str) -> bool:
    """Whether the description says that the data are archived."""
    return ARCHIVED.search(description) is not None


def invisible(text: str) -> str | None:
    """The first character nobody can see, entities resolved; None if all are text, spaces or tabs.

    A tab written as an entity is one: it would be part of a cell.
    """
    for char in html.unescape(text.strip().replace("\t", " ")):
        if not (char.isprintable() or unicodedata.category(char) == "Zs"):
            return char
    return None
