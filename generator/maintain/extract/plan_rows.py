"""Rows as they were read → rows of a plan, or what is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.maintain.extract.layout import CONTINUED, DATES
from generator.maintain.extract.plan_cells import (
    LINE_TAGS,
    PASSAGE_TAGS,
    clean_line,
    clean_passage,
    join_wrapped,
    says_archived,
    unknown_tags,
)
from generator.maintain.extract.plan_columns import COLUMNS, SAID
from generator.maintain.extract.plan_dates import PrintedDate, read_date
from generator.maintain.extract.plan_lines import MAX_LINE, Fault, PlanLine
from generator.maintain.extract.plan_record import PlanRow
from generator.maintain.extract.row_numbers import read_number
from generator.messages.message import Message, join_messages, say

MAX_PASSAGE = 5000
"""As long as a passage of a record may be."""

_AT = {column: place for place, column in enumerate(COLUMNS)}
_DATE_TIP = say(
    "write the date in one of the forms {dates}; if the document prints another, enter the row by "
    "hand with that in `date_note` and no `date`",
    dates=DATES,
)


@dataclass
class RawRow:
    """A row while its lines are being collected."""

    number: int
    group: str | None
    group_line: int | None
    lines: list[PlanLine]
    """Each with its cells in the order of COLUMNS, then those of columns that are not known."""
    faults: list[Fault] = field(default_factory=list)
    """What was wrong before its cells were looked at."""
    remarks: list[Message] = field(default_factory=list)
    """What a person has to look at although the row was understood."""
    above: "RawRow | None" = None
    """The row above in the same table."""

    @property
    def category(self) -> str:
        """What stands in the cell; in one that is merged with those above it, what stands there."""
        row: RawRow | None = self
        while row is not None:
            if printed := clean_line(row.lines[0].parts[_AT["category"]]):
                return printed
            row = row.above
        return ""


def drop_continued(cells: Sequence[str]) -> tuple[tuple[str, ...], bool]:
    """The cells without the mark that they continue the page before, and whether there was one."""
    marked = [CONTINUED.search(cell) is not None for cell in cells]
    dropped = (
        CONTINUED.sub("", cell) if mark else cell for cell, mark in zip(cells, marked, strict=True)
    )
    return tuple(dropped), any(marked)


def continues(cells: Sequence[str], row: RawRow | None, marked: bool) -> bool:
    """Whether the cells are a part of the row above: without a number of their own, or with its
    number and the mark that they go on. Whole rows without a number are rows."""
    number = read_number(cells[0])
    if marked:
        return row is not None and number in (None, read_number(row.lines[0].parts[0]))
    if cells[0]:
        return False
    date, name = clean_line(cells[_AT["date"]]), cells[_AT["name"]]
    whole = bool(name) and read_date(date) is not None
    return not whole or (row is not None and not row.lines[0].parts[_AT["date"]])


def read_row(raw: RawRow) -> PlanRow | Fault:
    """The row, or one fault that names everything wrong with it."""
    cells = _Cells(raw)
    date = read_date(cells.date)
    faults = [*raw.faults, *_faults(cells, date)]
    if faults or date is None:
        whys, tips = zip(*faults, strict=True)
        return Fault(join_messages(dict.fromkeys(whys)), join_messages(dict.fromkeys(tips)))
    return PlanRow(
        row=raw.number,
        line=raw.lines[0].number,
        lines=tuple(piece.number for line in raw.lines for piece in line.all),
        group=cells.group or raw.group,
        group_line=raw.lines[0].number if cells.group else raw.group_line,
        category=cells.category,
        name=cells.name,
        description=cells.description,
        date_printed=cells.date,
        date=date.date,
        date_note=date.note,
        frequency_printed=cells.frequency,
        archived=says_archived(cells.description),
        remarks=(*raw.remarks, *_remarks(raw, cells, date)),
    )


class _Cells:
    """The cells of a row, each put together from all lines of the row."""

    def __init__(self, raw: RawRow) -> None:
        lines = [_without_repetition(line, raw.lines[0]) for line in raw.lines]
        self.printed = list(zip(*(line[: len(COLUMNS)] for line in lines), strict=True))
        texts = [join_wrapped(map(clean_line, pieces)) for pieces in self.printed]
        _, _, self.name, _, self.date, self.frequency, self.group, _ = texts
        self.category = raw.category
        self.filled = not texts[_AT["category"]]
        passages = (*self.printed[_AT["description"]], *self.printed[_AT["format"]])
        self.description = clean_passage("\n".join(filter(None, passages)))
        self.others = [cell for line in lines for cell in line[len(COLUMNS) :]]


def _without_repetition(line: PlanLine, first: PlanLine) -> tuple[str, ...]:
    """The cells of a line; where a row goes on, those that only say again what stood there."""
    if line is first:
        return line.parts
    return tuple(
        "" if number < len(COLUMNS) and cell == first.parts[number] else cell
        for number, cell in enumerate(line.parts)
    )


def _faults(cells: _Cells, date: PrintedDate | None) -> Iterator[Fault]:
    yield from _tag_faults(cells)
    yield from _length_faults(cells)
    if date is None and cells.date:
        yield Fault(say("the date {date!r} is not understood", date=cells.date), _DATE_TIP)


def _tag_faults(cells: _Cells) -> Iterator[Fault]:
    for column, pieces in zip(COLUMNS, cells.printed, strict=True):
        name = SAID[column]
        known = PASSAGE_TAGS if column in ("description", "format") else LINE_TAGS
        for tag in dict.fromkeys(tag for piece in pieces for tag in unknown_tags(piece, known)):
            yield Fault(
                say("{name} holds a tag that is not known here: {tag}", name=name, tag=tag),
                say("delete the tag in the text, and run again"),
            )


def _length_faults(cells: _Cells) -> Iterator[Fault]:
    for name, text, limit in (
        (say("category"), cells.category, MAX_LINE),
        (say("name"), cells.name, MAX_LINE),
        (say("description"), cells.description, MAX_PASSAGE),
        (say("date"), cells.date, MAX_LINE),
        (say("frequency"), cells.frequency, MAX_LINE),
    ):
        if not text:
            yield Fault(
                say("{name} is empty", name=name),
                say(
                    "if the cell is merged with the one above, write in it what stands there; if "
                    "the document prints nothing, enter the row by hand"
                ),
            )
        elif len(text) > limit:
            yield Fault(say("{name} is longer than {limit} characters", name=name, limit=limit))


def _remarks(raw: RawRow, cells: _Cells, date: PrintedDate) -> Iterator[Message]:
    if cells.filled:
        yield say("no category is printed: taken from the row above")
    if date.either_way:
        yield say("{date} was read with the day first", date=cells.date)
    if cells.others:
        others = join_messages(map(repr, cells.others))
        yield say("stands in a column that goes into no record: {cells}", cells=others)
