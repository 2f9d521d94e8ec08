"""Classify each line of a plan by its form alone · text → lines with their kind.

`plan_table` decides whether a line may stand where it does, `plan_rows` whether cells are right.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from generator.maintain.extract.layout import (
    COLUMNS,
    DATE,
    NOTE,
    PAGE,
    RELEASE_DATE,
    SUB_HEADINGS,
    TITLE,
)
from generator.maintain.extract.plan_cells import clean_line, first_invisible, unknown_tags
from generator.messages.message import say
from generator.model.period import check_date

MAX_LINE = 300
"""As long as a line of a record may be."""
BY_HAND = say("compare it with the document and enter by hand what it says")


class Fault(NamedTuple):
    """The reason why a line is not understood, and what to do about it."""

    why: str
    tip: str = BY_HAND


class LineKind(Enum):
    """What a line looks like."""

    TITLE = auto()
    PART = auto()
    BODY = auto()
    SUB = auto()
    NOTE = auto()
    HEADER = auto()
    GROUP = auto()
    CELLS = auto()
    DATE = auto()
    PAGE = auto()
    PLAIN = auto()
    DAMAGED = auto()


@dataclass(frozen=True)
class PlanLine:
    """A line that is not blank."""

    number: int
    text: str
    kind: LineKind
    parts: tuple[str, ...]
    """TITLE, NOTE, GROUP, PLAIN: (text,); PART: (letter, heading); BODY: (number, organisation);
    SUB: ("i" or "ii", heading); HEADER: ("planned" or "released",); CELLS: as printed, without
    the white space around each; DATE: (EDTF,); PAGE: (); DAMAGED: (why, tip)."""
    joined: "tuple[PlanLine, ...]" = ()
    """The lines below this one on which the rest of a broken row stands."""

    @property
    def all(self) -> "tuple[PlanLine, ...]":
        """This line, and those joined to it."""
        return self, *self.joined

    @property
    def may_be_heading(self) -> bool:
        """Whether it has no cells, so that in a table it may be a heading that holds from there."""
        return "\t" not in self.text.strip() and self.kind in _WITHOUT_CELLS


_NUMBER = re.compile(r"[1-9][0-9]{0,5}")
_GROUP = re.compile(r"<(b|strong)>(?P<html>.*)</\1>|\*\*(?P<marked>[^*]+)\*\*", re.IGNORECASE)
_WITHOUT_CELLS = frozenset({LineKind.TITLE, LineKind.DATE, LineKind.PLAIN, LineKind.DAMAGED})
_HEADINGS = (
    (LineKind.PART, re.compile(r"([A-D])[.．、]\s*(\S.*)")),
    (LineKind.BODY, re.compile(r"[(（]?([1-9][0-9]?)[)）]\s*(\S.*)")),
    (LineKind.SUB, re.compile(r"[(（]?(i{1,2})[)）.．、]\s*(\S.*)")),
)


def read_lines(text: str) -> tuple[PlanLine, ...]:
    """Every line of `text` that is not blank, in order; lines end with `\\n` or `\\r\\n`."""
    return tuple(
        PlanLine(number, raw.rstrip("\r"), *_classify(raw))
        for number, raw in enumerate(text.split("\n"), 1)
        if raw.strip()
    )


def is_number(cell: str) -> bool:
    """Whether a cell holds a row's number."""
    return _NUMBER.fullmatch(cell) is not None


def compact_heading(text: str) -> str:
    """`text` without white space, with ASCII brackets and slash."""
    return "".join(text.split()).translate(str.maketrans("（）／", "()/"))


_Classified = tuple[LineKind, tuple[str, ...]]


def _classify(raw: str) -> _Classified:
    if char := first_invisible(raw):
        return _damaged(say("holds the invisible character U+{char:04X}", char=ord(char)))
    cells = tuple(cell.strip() for cell in raw.split("\t"))
    if len(cells) > 1 and (any(cells[1:]) or is_number(cells[0])):
        return _table_line(cells)
    # Group rows come with empty cells behind them, and headings might.
    return _sole_text(re.sub(r"^#+\s*", "", cells[0]))


def _table_line(cells: tuple[str, ...]) -> _Classified:
    squeezed_cells = [compact_heading(cell) for cell in cells]
    if squeezed_cells[0] not in COLUMNS[0]:
        return LineKind.CELLS, cells
    while squeezed_cells[-1] == "":
        squeezed_cells.pop()
    if len(squeezed_cells) != len(COLUMNS) or any(
        cell not in words for cell, words in zip(squeezed_cells, COLUMNS, strict=True)
    ):
        return _damaged(say("a table's header with columns that are not known"))
    return LineKind.HEADER, ("released" if squeezed_cells[4] in RELEASE_DATE else "planned",)


def _sole_text(printed: str) -> _Classified:
    group = _GROUP.fullmatch(printed)
    if group:
        printed = group["html"] or group["marked"] or ""
    if tags := unknown_tags(printed, frozenset()):
        return _damaged(say("holds a tag that is not known here: {tags}", tags=tags[0]))
    text = clean_line(printed)
    if not text:
        return _damaged(say("marked as a heading, but empty"))
    if len(text) > MAX_LINE:
        return _damaged(say("longer than {MAX_LINE} characters", MAX_LINE=MAX_LINE))
    return (LineKind.GROUP, (text,)) if group else _heading(text)


def _heading(text: str) -> _Classified:
    for kind, pattern in _HEADINGS:
        if match := pattern.fullmatch(text):
            return kind, (match[1], match[2])
    if PAGE.fullmatch(text):
        return LineKind.PAGE, ()
    if match := NOTE.fullmatch(text):
        return LineKind.NOTE, (match["note"],)
    if TITLE.fullmatch(text):
        return LineKind.TITLE, (text,)
    if match := DATE.fullmatch(text):
        return _date(*match.groups())
    return LineKind.PLAIN, (text,)


def _date(year: str, month: str | None, day: str | None) -> _Classified:
    # `check_date` takes month 33 for a quarter.
    if month is None or int(month) <= 12:
        edtf = "-".join(f"{int(part):02d}" for part in (year, month, day) if part)
        try:
            return LineKind.DATE, (check_date(edtf),)
        except ValueError:
            pass
    return _damaged(say("a date that does not exist"))


def _damaged(why: str) -> _Classified:
    return LineKind.DAMAGED, (why, BY_HAND)


def sub_heading_fits(roman: str, words: str) -> bool:
    """Whether `i.` says spatial data, `ii.` data that are not spatial."""
    return compact_heading(words) in SUB_HEADINGS[roman]
