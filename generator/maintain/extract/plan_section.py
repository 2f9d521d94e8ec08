"""One table of a plan while it is being read: its header, groups and rows."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.maintain.extract.layout import COLUMNS, NOT_APPLICABLE
from generator.maintain.extract.plan_lines import Fault, PlanLine, is_number
from generator.maintain.extract.plan_record import EmptyReason, PlanRow, PlanSection
from generator.maintain.extract.plan_rows import RawRow, read_row
from generator.maintain.extract.printed_names import PrintedNames
from generator.messages.message import say

LineOutcome = str | Fault
"""What becomes of a line: why it was understood, or why it was not."""


@dataclass
class OpenSection:
    """A section whose table is not finished. Each `take_…` answers what becomes of the line;
    rows and the heading are answered for by `close`, when all their lines are known."""

    code: str
    heading: str
    body: str | None
    sub: str
    line: PlanLine
    fault: Fault | None
    """What is wrong with the heading; the table below it is read all the same."""
    note: str | None = None
    note_line: int | None = None
    header: bool = False
    not_applicable: bool = False
    group: str | None = None
    rows: list[RawRow] = field(default_factory=list)
    open_row: RawRow | None = None
    """The row a line without a number would continue."""
    count: int = 0
    """Rows begun so far, understood or not."""
    last_number: int = 0
    gap: bool = False
    """Whether a line since the last row was not understood: it may have been a row."""
    doubtful: int | None = None
    """A line without cells that was not understood: it may be the group heading of what follows."""
    lost: bool = False
    """Whether any line below the heading was not understood."""

    def take_note(self, line: PlanLine) -> LineOutcome:
        """The remark, if it is the first and stands above the table."""
        if self.note is not None or self.header:
            return Fault(say("a remark elsewhere than right below a heading"))
        self.note, self.note_line = line.parts[0], line.number
        return say("remark below a heading")

    def take_header(self, line: PlanLine) -> LineOutcome:
        """The table's header, at its start or repeated at a page break."""
        expected = "released" if self.code.startswith("D") else "planned"
        if line.parts[0] != expected:
            return Fault(
                say(
                    "the date column of section {code} is not {expected}",
                    code=self.code,
                    expected=expected,
                )
            )
        repeated, self.header = self.header, True
        return say("header repeated at a page break") if repeated else say("header of a table")

    def take_group(self, line: PlanLine) -> LineOutcome:
        """A heading inside the table; it holds for all rows up to the next one."""
        if not self.header:
            return Fault(say("a group heading above its table's header"))
        self.group, self.open_row, self.doubtful = line.parts[0], None, None
        return say("group heading")

    def take_cells(self, line: PlanLine) -> LineOutcome | None:
        """A row, a part of one, or the row that says there is none; None if `close` answers."""
        cells = line.parts
        if not self.header:
            return Fault(say("a row above its table's header"))
        if len(cells) != len(COLUMNS):
            return self._lose_row(
                cells[0],
                say("{cells} cells instead of {wanted}", cells=len(cells), wanted=len(COLUMNS)),
            )
        if cells[0] in ("", "1") and set(cells[1:]) - {""} <= NOT_APPLICABLE:
            if self.rows or self.not_applicable:
                return Fault(say("says that nothing applies, but is not the only row"))
            self.not_applicable = True
            return say("row that says the section does not apply")
        if self.not_applicable:
            return self._lose_row(cells[0], say("a row in a section that says it does not apply"))
        if cells[0] == "":
            return self._continue_row(line)
        if not is_number(cells[0]):
            return self._lose_row(cells[0], say("{cells!r} is no row number", cells=cells[0]))
        self._begin_row(line)
        return None

    def interrupt(self, line: PlanLine) -> None:
        """Note a line that was not understood and may have been a row: the row above is closed, a
        number may be missing, and the table is not called empty. A line without cells may have been
        a heading, too, so that the rows below it may belong to another agency."""
        self.open_row, self.gap, self.lost = None, True, True
        if self.header and line.may_be_heading:
            self.doubtful = line.number

    def close(self, names: PrintedNames) -> tuple[PlanSection, list[tuple[PlanLine, LineOutcome]]]:
        """The finished section, and what becomes of its heading and of the lines of its rows."""
        accounts: list[tuple[PlanLine, LineOutcome]] = [(self.line, self._heading_outcome())]
        rows: list[PlanRow] = []
        for raw in self.rows:
            row = read_row(raw, names)
            if isinstance(row, PlanRow):
                rows.append(row)
            accounts.extend(_row_accounts(raw, row))
        section = PlanSection(
            code=self.code,
            heading=self.heading,
            body=self.body,
            sub=self.sub,
            spatial=self.code.endswith(".i"),
            line=self.line.number,
            note=self.note,
            note_line=self.note_line,
            empty=self._empty(),
            rows=tuple(rows),
        )
        return section, accounts

    def _begin_row(self, line: PlanLine) -> None:
        number = int(line.parts[0])
        row = RawRow(number, self.group, [line])
        if not self._in_sequence(number):
            row.faults.append(
                Fault(
                    say(
                        "row {number} after row {last_number}",
                        number=number,
                        last_number=self.last_number,
                    )
                )
            )
        if self.doubtful is not None:
            row.faults.append(
                Fault(
                    say("stands below line {line}, which may be its heading", line=self.doubtful),
                    say("mend line {line} and run again", line=self.doubtful),
                )
            )
        self.rows.append(row)
        self.count += 1
        self.last_number, self.gap, self.open_row = number, False, row

    def _in_sequence(self, number: int) -> bool:
        """Whether `number` is new and next; one mistake above is not told again."""
        if any(number == row.number for row in self.rows if not row.faults):
            return False
        follows = number in (self.last_number + 1, self.count + 1)
        return follows or (self.gap and number > self.last_number)

    def _continue_row(self, line: PlanLine) -> LineOutcome | None:
        if self.open_row is None:
            return Fault(say("a row without a number that continues no row"))
        self.open_row.lines.append(line)
        return None

    def _lose_row(self, number: str, why: str) -> Fault:
        self.count += 1
        if is_number(number):
            self.last_number = int(number)
        return Fault(why)

    def _heading_outcome(self) -> LineOutcome:
        if self.fault is None and not self.header:
            return Fault(say("a heading without a table below it"))
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
    for line in others:
        if isinstance(row, Fault):
            yield (
                line,
                Fault(
                    say(
                        "continues the row of line {number}, not understood either",
                        number=first.number,
                    )
                ),
            )
        else:
            yield line, say("continues row {row} of line {line}", row=row.row, line=row.line)
