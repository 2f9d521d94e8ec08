"""Rows as they were read → rows of a plan, or what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.maintain.extract.plan_cells import (
    LINE_TAGS,
    PASSAGE_TAGS,
    PrintedDate,
    clean_line,
    clean_passage,
    join_wrapped,
    named_formats,
    read_date,
    says_archived,
    unknown_tags,
)
from generator.maintain.extract.plan_lines import MAX_LINE, Fault, PlanLine
from generator.maintain.extract.plan_record import PlanRow
from generator.maintain.extract.printed_names import PrintedNames, frequency_code
from generator.messages.message import join_messages, say

MAX_PASSAGE = 5000
"""As long as a passage of a record may be."""

_FIELDS = (
    say("number"),
    say("category"),
    say("name"),
    say("description"),
    say("date"),
    say("frequency"),
)
_DESCRIPTION = _FIELDS.index("description")


@dataclass
class RawRow:
    """A row while its lines are being collected."""

    number: int
    group: str | None
    lines: list[PlanLine]
    faults: list[Fault] = field(default_factory=list)
    """What was wrong before its cells were looked at."""


def read_row(raw: RawRow, names: PrintedNames) -> PlanRow | Fault:
    """The row, or one fault that names everything wrong with it."""
    cells = _Cells(raw)
    date = read_date(cells.date)
    faults = [*raw.faults, *_faults(cells, date, names)]
    if faults or date is None:
        whys, tips = zip(*faults, strict=True)
        return Fault(join_messages(dict.fromkeys(whys)), join_messages(dict.fromkeys(tips)))
    return PlanRow(
        row=raw.number,
        line=raw.lines[0].number,
        lines=tuple(piece.number for line in raw.lines for piece in line.all),
        group=raw.group,
        category=cells.category,
        name=cells.name,
        description=cells.description,
        date_printed=cells.date,
        date=date.date,
        date_note=date.note,
        frequency_printed=cells.frequency,
        formats=named_formats(cells.description),
        archived=says_archived(cells.description),
    )


class _Cells:
    """The six cells, each put together from all lines of the row."""

    def __init__(self, raw: RawRow) -> None:
        self.printed = list(zip(*(line.parts for line in raw.lines), strict=True))
        lines = [join_wrapped(map(clean_line, pieces)) for pieces in self.printed]
        _, self.category, self.name, _, self.date, self.frequency = lines
        self.description = clean_passage("\n".join(self.printed[_DESCRIPTION]))


def _faults(cells: _Cells, date: PrintedDate | None, names: PrintedNames) -> Iterator[Fault]:
    yield from _tag_faults(cells)
    yield from _length_faults(cells)
    if cells.category not in names.categories:
        yield _no_code(say("category"), cells.category, "categories")
    if date is None:
        yield Fault(say("no date in the form MM/YYYY: {date!r}", date=cells.date))
    if frequency_code(cells.frequency, names) is None:
        yield _no_code(say("frequency"), cells.frequency, "frequencies")


def _tag_faults(cells: _Cells) -> Iterator[Fault]:
    for name, pieces in zip(_FIELDS, cells.printed, strict=True):
        known = PASSAGE_TAGS if name == "description" else LINE_TAGS
        for tag in dict.fromkeys(tag for piece in pieces for tag in unknown_tags(piece, known)):
            yield Fault(say("{name} holds a tag that is not known here: {tag}", name=name, tag=tag))


def _length_faults(cells: _Cells) -> Iterator[Fault]:
    for name, text, limit in (
        (say("name"), cells.name, MAX_LINE),
        (say("description"), cells.description, MAX_PASSAGE),
        (say("date"), cells.date, MAX_LINE),
        (say("frequency"), cells.frequency, MAX_LINE),
    ):
        if not text:
            yield Fault(say("{name} is empty", name=name))
        elif len(text) > limit:
            yield Fault(say("{name} is longer than {limit} characters", name=name, limit=limit))


def _no_code(field: str, printed: str, vocabulary: str) -> Fault:
    return Fault(
        say("no code for the {what} {printed!r}", what=field, printed=printed),
        say(
            "add this form to `printed` of a term in vocabulary/{vocabulary}.yml, or a term of its "
            "own, and run again",
            vocabulary=vocabulary,
        ),
    )
