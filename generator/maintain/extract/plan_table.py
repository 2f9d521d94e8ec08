"""An open data plan's text → Plan: its tables, and what became of every line."""

from collections.abc import Sequence
from dataclasses import replace

from generator.maintain.extract.footnotes import footnote_mark, is_marked, with_footnotes
from generator.maintain.extract.layout import KINDS, REMARK
from generator.maintain.extract.plan_breaks import join_broken_rows
from generator.maintain.extract.plan_closing import read_closing
from generator.maintain.extract.plan_lines import Fault, LineKind, PlanLine, read_lines
from generator.maintain.extract.plan_opening import read_opening
from generator.maintain.extract.plan_place import LineOutcome, PlanPlace
from generator.maintain.extract.plan_record import (
    ExplainedLine,
    NotUnderstoodLine,
    Plan,
    PlanSection,
)
from generator.maintain.extract.plan_section import OpenSection
from generator.maintain.extract.printed_names import PrintedNames
from generator.maintain.extract.row_numbers import read_number
from generator.maintain.extract.row_sequence import RowSequence
from generator.messages.message import say

_NO_KIND = Fault(
    say("no heading above says whether the data are spatial"),
    say(
        "write the line `{spatial}` or `{other}` above the table in the text, as the document "
        "means it, and run again",
        spatial=KINDS[0],
        other=KINDS[1],
    ),
)
_NO_HEADING = Fault(
    say("below no heading that was understood"),
    say(
        "write `A. …` and `{spatial}`, or what the document means, above it, and run again",
        spatial=KINDS[0],
    ),
)
_NO_SECOND = Fault(say("no heading ii. follows"), say("look for the heading that is missing below"))
_NO_TABLE = Fault(
    say("a line that is part of no table"),
    say(
        "if it is a heading in the table, put <b> before and </b> behind it; if it is the rest of "
        "a cell, put it on the line above; if it is a remark, write {remark} in front of it; then "
        "run again",
        remark=REMARK,
    ),
)
_TABLE = frozenset(
    {LineKind.PART, LineKind.SUB, LineKind.HEADER, LineKind.CELLS, LineKind.GROUP}
    | {LineKind.NOT_APPLICABLE}
)
_FREE = frozenset({LineKind.TITLE, LineKind.PLAIN, LineKind.DATE, LineKind.WEAK_BODY})
_AROUND_TABLES = _FREE | {LineKind.NOTE, LineKind.BODY}


def read_plan(text: str, names: PrintedNames) -> Plan:
    """`text` as a plan; never raises, whatever the text is."""
    reader = _PlanReader(tuple(join_broken_rows(read_lines(text))))
    for at in range(len(reader.lines)):
        reader.take(at)
    return reader.finish(names)


class _PlanReader:
    """Takes the lines in order and keeps the headings that hold for the next one."""

    def __init__(self, lines: Sequence[PlanLine]) -> None:
        self.lines = lines
        self.end_of_tables = max((it.number for it in lines if it.kind in _TABLE), default=0)
        self.opening: list[PlanLine] = []
        self.closing: list[PlanLine] = []
        self.place = PlanPlace()
        self.section: OpenSection | None = None
        self.sections: list[PlanSection] = []
        self.last_row = 0
        self.footnotes: dict[str, str] = {}
        self.without: set[str] = set()
        self.rows_outside: list[int] = []
        self.explained: list[ExplainedLine] = []
        self.not_understood: list[NotUnderstoodLine] = []

    def take(self, at: int) -> None:
        """One line, in its turn; those around the tables are looked at in the end."""
        line = self.lines[at]
        if not self.place.letter and line.kind in _AROUND_TABLES | {LineKind.FOOTNOTE}:
            self.opening.append(line)
        elif line.number > self.end_of_tables and line.kind in _AROUND_TABLES:
            self.closing.append(line)
        else:
            self._settle(line, self._outcome(line, at))

    def finish(self, names: PrintedNames) -> Plan:
        """The plan, once every line has been taken."""
        below = {line.parts[0] for line in self.closing if line.kind is LineKind.PLAIN}
        opening = read_opening(self.opening, names.agencies, below)
        date, outcomes = read_closing(self.closing, opening, names)
        for line, outcome in (*opening.outcomes, *outcomes):
            self._settle(line, outcome)
        self._close_section()
        return Plan(
            title=opening.title,
            rows_outside=tuple(self.rows_outside),
            without=tuple(sorted(self.without)),
            publisher=opening.publisher,
            publisher_line=opening.publisher_line,
            date=date.parts[0] if date else None,
            date_line=date.number if date else None,
            sections=tuple(map(self._with_footnotes, self.sections)),
            not_understood=tuple(sorted(self.not_understood, key=lambda entry: entry.line)),
            explained=tuple(sorted(self.explained, key=lambda entry: entry.line)),
        )

    def _settle(self, line: PlanLine, outcome: LineOutcome | None) -> None:
        if outcome is not None:
            for piece in line.all:
                self._account(piece, outcome)
        if isinstance(outcome, Fault) and self.section is not None:
            self.section.interrupt(line)

    def _outcome(self, line: PlanLine, at: int) -> LineOutcome | None:
        match line.kind:
            case LineKind.PART:
                return self._take_part(line)
            case LineKind.BODY:
                return self._take_body(line)
            case LineKind.SUB:
                return self._take_sub(line)
            case LineKind.FOOTNOTE:
                return self._take_footnote(line)
            case LineKind.PAGE:
                return say("number of a page")
            case LineKind.DAMAGED:
                return Fault(*line.parts)
            case _ if line.kind in _FREE:
                return self._take_free(line, at)
            case _:
                return self._take_table_line(line)

    def _take_part(self, line: PlanLine) -> LineOutcome:
        if self.place.is_repeated(line):
            return say("heading repeated at a page break")
        self._close_section()
        return self.place.enter_part(line)

    def _take_body(self, line: PlanLine) -> LineOutcome:
        number, name = line.parts
        if line.continued and name == self.place.body:
            return say("heading repeated at a page break")
        if self.place.letter == "C":
            self._close_section()
        return self.place.enter_body(name, read_number(number), line.number)

    def _take_sub(self, line: PlanLine) -> LineOutcome | None:
        roman, words, _ = line.parts
        if line.continued and self.section and self.section.code.endswith(f".{roman}"):
            return say("heading repeated at a page break")
        self._close_section(followed_by=roman)
        if fault := self.place.enter_sub(line):
            return fault
        place = self.place
        assert place.part is not None
        heading_line, place.part_line = place.part_line, None
        self.section = OpenSection(
            place.code,
            place.part,
            heading_line,
            place.body,
            place.body_line,
            words,
            line,
            RowSequence(self.last_row),
        )
        return None

    def _take_footnote(self, line: PlanLine) -> LineOutcome:
        mark, text = line.parts
        if self.section and self.section.header is None and not is_marked(mark):
            return self.section.take_note(line)
        self.footnotes[footnote_mark(mark)] = text
        return say("footnote")

    def _take_free(self, line: PlanLine, at: int) -> LineOutcome:
        """A line without cells amid the tables: an organisation, or nothing that is known."""
        if line.kind is LineKind.TITLE and any(line.parts == it.parts for it in self.opening):
            return say("title repeated at a page break")
        if self.place.letter == "C" and self._stands_above_tables(at):
            number, name = line.parts if line.kind is LineKind.WEAK_BODY else ("", line.parts[0])
            return self._take_body(replace(line, parts=(number, name)))
        return _NO_TABLE

    def _stands_above_tables(self, at: int) -> bool:
        """Whether the tables of an organisation begin below a line: the first is that of i."""
        below = next((it for it in self.lines[at + 1 :] if it.kind is not LineKind.PAGE), None)
        if below is None or below.kind is not LineKind.SUB:
            return False
        return below.parts[0] == "i" or self.section is None or self.section.code.endswith(".ii")

    def _take_table_line(self, line: PlanLine) -> LineOutcome | None:
        section = self.section
        if section is None:
            return self._take_outside_section(line)
        match line.kind:
            case LineKind.NOTE:
                return section.take_note(line)
            case LineKind.HEADER:
                return section.take_header(line)
            case LineKind.GROUP:
                return section.take_group(line)
            case LineKind.NOT_APPLICABLE:
                return section.take_not_applicable()
            case _:
                return section.take_cells(line)

    def _take_outside_section(self, line: PlanLine) -> LineOutcome:
        place = self.place
        if line.kind is LineKind.CELLS:
            self.rows_outside.append(line.number)
        if place.part is None or place.sub_number:
            return _NO_HEADING
        if line.kind is LineKind.NOT_APPLICABLE:
            self.without.add(place.letter)
            return say("says that nothing applies")
        return _NO_KIND

    def _with_footnotes(self, section: PlanSection) -> PlanSection:
        return replace(
            section, rows=tuple(with_footnotes(row, self.footnotes) for row in section.rows)
        )

    def _account(self, line: PlanLine, outcome: LineOutcome) -> None:
        if isinstance(outcome, Fault):
            entry = NotUnderstoodLine(line.number, line.text, outcome.why, outcome.tip)
            self.not_understood.append(entry)
        else:
            self.explained.append(ExplainedLine(line.number, line.text, outcome))

    def _close_section(self, followed_by: str = "") -> None:
        if self.section is not None:
            if self.section.code.endswith(".i") and followed_by != "ii":
                # Without it, rows of the table below would count as spatial data.
                self.section.fault = self.section.fault or _NO_SECOND
            self.last_row = self.section.numbers.last
            section, accounts = self.section.close()
            self.sections.append(section)
            for line, outcome in accounts:
                self._account(line, outcome)
        self.section = None
