"""One table of a plan while it is being read: its header, groups and rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.maintain.extract.layout import DATE_HEADINGS, HEADINGS, REMARK
from generator.maintain.extract.plan_columns import SAID, Header
from generator.maintain.extract.plan_lines import BY_HAND, Fault, LineKind, PlanLine
from generator.maintain.extract.plan_place import LineOutcome
from generator.maintain.extract.plan_record import EmptyReason, PlanRow, PlanSection
from generator.maintain.extract.plan_rows import RawRow, continues, drop_continued, read_row
from generator.maintain.extract.row_numbers import is_number, read_number
from generator.maintain.extract.row_sequence import RowSequence
from generator.messages.message import list_names, say

_NUMBERED = re.compile(r"\s*[0-9]{1,4}[.)]?\s+\S")


@dataclass
class OpenSection:
    """A section whose table is not finished. Each `take_…` answers what becomes of the line;
    rows and the heading are answered for by `close`, when all their lines are known."""

    code: str
    heading: str
    heading_line: int | None
    body: str | None
    body_line: int | None
    sub: str
    line: PlanLine
    numbers: RowSequence
    fault: Fault | None = None
    """What is wrong with the heading; the table below it is read all the same."""
    note: str | None = None
    note_line: int | None = None
    header: Header | None = None
    not_applicable: bool = False
    group: str | None = None
    group_line: int | None = None
    new_group: bool = False
    """Whether a group heading stands below the last row."""
    rows: list[RawRow] = field(default_factory=list)
    open_row: RawRow | None = None
    """The row a line without a number would continue."""
    doubtful: int | None = None
    """A line without cells that was not understood: it may be the group heading of what follows."""
    lost: bool = False
    """Whether any line below the heading was not understood."""

    def take_note(self, line: PlanLine) -> LineOutcome:
        """The remark, if it is the first and stands above the table."""
        if self.note is not None or self.header:
            return Fault(
                say("a remark elsewhere than right below a heading"),
                say("if it belongs to the rows above, begin it with {remark}", remark=REMARK),
            )
        self.note, self.note_line = line.parts[-1], line.number
        return say("remark below a heading")

    def take_header(self, line: PlanLine) -> LineOutcome:
        """The table's header, at its start or repeated at a page break."""
        header = line.header
        assert header is not None
        expected = "released" if self.code.startswith("D") else "planned"
        if header.status not in (None, expected):
            template = "the date column of section {code} is not {expected}"
            tip = say(
                "if the table is that of the heading above, write {word} in its header in the "
                "text; if not, a heading is missing between them; then run again",
                word=DATE_HEADINGS[expected],
            )
            return Fault(say(template, code=self.code, expected=expected), tip)
        if header.missing:
            return Fault(
                say(
                    "the table has no column for {columns}; its columns are {headings}",
                    columns=list_names(SAID[column] for column in header.missing),
                    headings=list_names(map(repr, header.headings)),
                ),
                say(
                    "give the columns these headings in the text: {headings}; what the plan does "
                    "not print can only be entered by hand",
                    headings=HEADINGS,
                ),
            )
        repeated, self.header = self.header is not None, header
        return say("header repeated at a page break") if repeated else say("header of a table")

    def take_group(self, line: PlanLine) -> LineOutcome:
        """A heading inside the table; it holds for all rows up to the next one."""
        if not self.header:
            return Fault(say("a group heading above its table's header"))
        if line.continued and line.parts[0] == self.group:
            return say("heading repeated at a page break")
        self.group, self.group_line = line.parts[0], line.number
        self.open_row, self.doubtful = None, None
        self.new_group = True
        return say("group heading")

    def take_not_applicable(self) -> LineOutcome:
        """The line that says there is no row."""
        if self.rows or self.not_applicable:
            return Fault(say("says that nothing applies, but is not the only row"))
        self.not_applicable = True
        return say("row that says the section does not apply")

    def take_cells(self, line: PlanLine) -> LineOutcome | None:
        """A row, or a part of one; None if `close` answers."""
        if self.header is None:
            self.numbers.lose(None)
            return Fault(say("a row above its table's header"))
        cells, width = line.parts, self.header.width
        while len(cells) > width and not cells[-1]:
            cells = cells[:-1]
        if len(cells) != width:
            why = say("{cells} cells instead of {wanted}", cells=len(cells), wanted=width)
            return self._lose_row(cells[0], Fault(why))
        printed, continued = drop_continued(self.header.in_order(cells))
        row = replace(line, parts=(*printed, *self.header.unknown(cells)))
        if self.not_applicable:
            return self._lose_row(
                printed[0], Fault(say("a row in a section that says it does not apply"))
            )
        if continues(printed, self.open_row, continued):
            return self._continue_row(row)
        if printed[0] and not is_number(printed[0]):
            why = say("{cells!r} is no row number", cells=printed[0])
            return self._lose_row(printed[0], Fault(why))
        self._begin_row(row)
        return None

    def interrupt(self, line: PlanLine) -> None:
        """Note a line that was not understood and may have been a row: the row above is closed, a
        number may be missing, and the table is not called empty. A line without cells may have been
        a heading, too, so that the rows below it may belong to another agency."""
        self.open_row, self.numbers.gap, self.lost = None, True, True
        if line.kind is not LineKind.CELLS and _NUMBERED.match(line.text):
            self.numbers.lose(
                None
            )  # a row whose tabs are lost, or one that holds what nobody can see
        if self.header and line.may_be_heading:
            self.doubtful = line.number

    def close(self) -> tuple[PlanSection, list[tuple[PlanLine, LineOutcome]]]:
        """The finished section, and what becomes of its heading and of the lines of its rows."""
        accounts: list[tuple[PlanLine, LineOutcome]] = [(self.line, self._heading_outcome())]
        rows: list[PlanRow] = []
        for raw in self.rows:
            row = read_row(raw)
            if isinstance(row, PlanRow):
                rows.append(row)
            accounts.extend(_row_accounts(raw, row))
        section = PlanSection(
            code=self.code,
            heading=self.heading,
            heading_line=self.heading_line,
            body=self.body,
            body_line=self.body_line,
            sub=self.sub,
            spatial=self.code.endswith(".i"),
            line=self.line.number,
            note=self.note,
            note_line=self.note_line,
            empty=self._empty(),
            count=self.numbers.total,
            rows=tuple(rows),
        )
        return section, accounts

    def _begin_row(self, line: PlanLine) -> None:
        numbered = self.numbers.next(read_number(line.parts[0]), self.new_group)
        row = RawRow(numbered.number, self.group, self.group_line, [line])
        row.faults, row.remarks = numbered.faults, numbered.remarks
        if self.doubtful is not None:
            row.faults.append(
                Fault(
                    say("stands below line {line}, which may be its heading", line=self.doubtful),
                    say("mend line {line} and run again", line=self.doubtful),
                )
            )
        if self.code.startswith("C") and self.body is None:
            row.faults.append(
                Fault(
                    say("the organisation that it belongs to is not known"),
                    say("look for the heading that is missing above"),
                )
            )
        row.above = self.rows[-1] if self.rows else None
        self.rows.append(row)
        self.open_row, self.new_group = row, False

    def _continue_row(self, line: PlanLine) -> LineOutcome | None:
        if self.open_row is None:
            return Fault(say("a row without a number that continues no row"))
        self.open_row.lines.append(line)
        return None

    def _lose_row(self, number: str, fault: Fault) -> Fault:
        self.numbers.lose(read_number(number))
        return fault

    def _heading_outcome(self) -> LineOutcome:
        if not self.header and not self.not_applicable:
            return self.fault or Fault(say("a heading without a table below it"), BY_HAND)
        return self.fault or say("heading")

    def _empty(self) -> EmptyReason | None:
        if self.not_applicable:
            return "not-applicable"
        return "no-row" if self.header and not self.rows and not self.lost else None


def _row_accounts(raw: RawRow, row: PlanRow | Fault) -> Iterator[tuple[PlanLine, LineOutcome]]:
    """A row that was understood answers for its own first line."""
    first, *others = (piece for line in raw.lines for piece in line.all)
    if isinstance(row, Fault):
        yield first, row
    template = "continues the row of line {number}, not understood either"
    for line in others:
        if isinstance(row, Fault):
            yield line, Fault(say(template, number=first.number))
        else:
            yield line, say("continues row {row} of line {line}", row=row.row, line=row.line)
