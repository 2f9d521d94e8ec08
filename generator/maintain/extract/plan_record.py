"""What reading a plan yields: its tables, and an account of every line of its text."""

from dataclasses import dataclass
from typing import Literal

from generator.messages.message import Message

EmptyReason = Literal["not-applicable", "no-row"]


@dataclass(frozen=True)
class NotUnderstoodLine:
    """A line that was not turned into anything."""

    line: int
    text: str
    why: str
    tip: str


@dataclass(frozen=True)
class ExplainedLine:
    """A line that was understood and is no dataset's first line: a heading, a header, a remark."""

    line: int
    text: str
    why: str


@dataclass(frozen=True)
class PlanRow:
    """One row of a table."""

    row: int
    """Number printed in it."""
    line: int
    """Line on which it begins."""
    lines: tuple[int, ...]
    """All lines it was put together from."""
    group: str | None
    """Group heading above it."""
    group_line: int | None
    """Line of that heading, or of the row that names the group in a column."""
    category: str
    name: str
    description: str
    """One printed line or bullet a line."""
    date_printed: str
    """The whole cell."""
    date: str | None
    """EDTF: 2025-01; None where the plan says that there is none yet."""
    date_note: str | None
    """What stands beside the date; without a date, the whole cell."""
    frequency_printed: str
    """The whole cell, conditions included."""
    archived: bool
    """Whether the description says that the data are archived."""
    remarks: tuple[Message, ...] = ()
    """What a person has to look at although the row was understood."""


@dataclass(frozen=True)
class PlanSection:
    """One table with its heading."""

    code: str
    """`A.i`, `C.1.ii`, `D.ii` …"""
    heading: str
    """The lettered heading without its letter."""
    heading_line: int | None
    """Its line, where it stands above this table."""
    body: str | None
    """In part C the organisation."""
    body_line: int | None
    sub: str
    """The heading right above the table, without its number."""
    spatial: bool
    line: int
    """Line of `sub`."""
    note: str | None
    """The remark below the heading, without the word that announces it."""
    note_line: int | None
    empty: EmptyReason | None
    """Why the table has no row; None also if it has some that were not understood."""
    count: int
    """Rows that the text has, understood or not."""
    rows: tuple[PlanRow, ...]


@dataclass(frozen=True)
class Plan:
    """A plan. Each line that is not blank stands exactly once in `explained`, in `not_understood`
    or as `line` of a row."""

    title: str
    """Empty if the text has none."""
    rows_outside: tuple[int, ...]
    """Lines of rows that stand in no section: nobody can tell what they are."""
    without: tuple[str, ...]
    """Letters of the parts that say, without a table, that nothing applies."""
    publisher: str
    """Empty if the text names none."""
    publisher_line: int | None
    date: str | None
    """EDTF, with the precision printed."""
    date_line: int | None
    sections: tuple[PlanSection, ...]
    not_understood: tuple[NotUnderstoodLine, ...]
    explained: tuple[ExplainedLine, ...]
