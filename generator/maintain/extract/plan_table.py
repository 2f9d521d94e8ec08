"""An open data plan's text → Plan: its tables, and what became of every line."""

from generator.maintain.extract.plan_breaks import join_broken_rows
from generator.maintain.extract.plan_lines import (
    Fault,
    LineKind,
    PlanLine,
    read_lines,
    sub_heading_fits,
)
from generator.maintain.extract.plan_record import (
    ExplainedLine,
    NotUnderstoodLine,
    Plan,
    PlanSection,
)
from generator.maintain.extract.plan_section import LineOutcome, OpenSection
from generator.maintain.extract.printed_names import PrintedNames
from generator.messages.message import say

_NO_PART = say("below no lettered heading that was understood")
_NO_SECOND = Fault(say("no heading ii. follows"), say("look for the heading that is missing below"))
_OUTSIDE_TABLES = frozenset(
    {LineKind.TITLE, LineKind.PLAIN, LineKind.DATE, LineKind.PAGE, LineKind.DAMAGED}
)


def read_plan(text: str, names: PrintedNames) -> Plan:
    """`text` as a plan; never raises, whatever the text is."""
    lines = tuple(join_broken_rows(read_lines(text)))
    tables = [line.number for line in lines if line.kind not in _OUTSIDE_TABLES]
    reader = _PlanReader(names, end_of_tables=max(tables, default=0))
    for line in lines:
        reader.take(line)
    return reader.finish()


class _PlanReader:
    """Takes the lines in order and keeps the headings that hold for the next one."""

    def __init__(self, names: PrintedNames, end_of_tables: int) -> None:
        self.names = names
        self.end_of_tables = end_of_tables
        self.title: PlanLine | None = None
        self.publisher: PlanLine | None = None
        self.date: PlanLine | None = None
        self.signed = False
        self.letter = ""
        """Of the last lettered heading, understood or not."""
        self.part: str | None = None
        self.body: str | None = None
        self.body_number = 0
        self.sub_number = 0
        self.section: OpenSection | None = None
        self.sections: list[PlanSection] = []
        self.explained: list[ExplainedLine] = []
        self.not_understood: list[NotUnderstoodLine] = []

    def take(self, line: PlanLine) -> None:
        """One line, in its turn."""
        match line.kind:
            case LineKind.PART:
                outcome: LineOutcome | None = self._take_part(line)
            case LineKind.BODY:
                outcome = self._take_body(line)
            case LineKind.SUB:
                outcome = self._take_sub(line)
            case LineKind.NOTE | LineKind.HEADER | LineKind.GROUP | LineKind.CELLS:
                outcome = self._take_table_line(line)
            case LineKind.TITLE | LineKind.PLAIN | LineKind.DATE | LineKind.PAGE:
                outcome = self._take_outside(line)
            case LineKind.DAMAGED:
                outcome = Fault(*line.parts)
        if outcome is not None:
            for piece in line.all:
                self._account(piece, outcome)
        if isinstance(outcome, Fault) and self.section is not None:
            self.section.interrupt(line)

    def finish(self) -> Plan:
        """The plan, once every line has been taken."""
        self._close_section()
        return Plan(
            title=self.title.parts[0] if self.title else "",
            publisher=self.publisher.parts[0] if self.publisher else "",
            publisher_line=self.publisher.number if self.publisher else None,
            date=self.date.parts[0] if self.date else None,
            date_line=self.date.number if self.date else None,
            sections=tuple(self.sections),
            not_understood=tuple(sorted(self.not_understood, key=lambda entry: entry.line)),
            explained=tuple(sorted(self.explained, key=lambda entry: entry.line)),
        )

    def _take_part(self, line: PlanLine) -> LineOutcome:
        self._close_section()
        letter, heading = line.parts
        self.body, self.body_number, self.sub_number = None, 0, 0
        expected = chr(ord(self.letter) + 1) if self.letter else "A"
        if letter < expected:
            # Its codes would be those of sections already read.
            self.part = None
            return Fault(
                say("heading {letter} after heading {before}", letter=letter, before=self.letter)
            )
        self.letter, self.part = letter, heading
        return say("heading") if letter == expected else _expected_heading(expected)

    def _take_body(self, line: PlanLine) -> LineOutcome:
        if self.letter != "C":
            return Fault(say("a numbered line outside part C, where organisations stand"))
        self._close_section()
        if self.part is None:
            return Fault(_NO_PART)
        number, name = int(line.parts[0]), line.parts[1]
        expected = self.body_number + 1
        if number < expected:
            self.part = None
            return Fault(
                say(
                    "organisation {number} after organisation {body_number}",
                    number=number,
                    body_number=self.body_number,
                )
            )
        self.body, self.body_number, self.sub_number = name, number, 0
        return (
            say("heading")
            if number == expected
            else _expected_heading(say("organisation {number}", number=expected))
        )

    def _take_sub(self, line: PlanLine) -> LineOutcome | None:
        roman, words = line.parts
        self._close_section(followed_by=roman)
        number = len(roman)
        if self.part is None:
            return Fault(_NO_PART)
        if number <= self.sub_number:
            return Fault(
                say(
                    "heading {roman}. after heading {before}.",
                    roman=roman,
                    before="i" * self.sub_number,
                )
            )
        missing, self.sub_number = number > self.sub_number + 1, number
        if not sub_heading_fits(roman, words):
            return Fault(
                say(
                    "heading {roman}. says neither spatial nor not spatial as it should",
                    roman=roman,
                )
            )
        numbers = [self.letter, str(self.body_number) if self.body else "", roman]
        fault = _expected_heading("i.") if missing else None
        if self.letter == "C" and self.body is None:
            fault = _expected_heading(say("an organisation"))
        code = ".".join(filter(None, numbers))
        self.section = OpenSection(code, self.part, self.body, words, line, fault)
        return None

    def _take_table_line(self, line: PlanLine) -> LineOutcome | None:
        section = self.section
        if section is None:
            return Fault(say("below no heading that was understood"))
        match line.kind:
            case LineKind.NOTE:
                return section.take_note(line)
            case LineKind.HEADER:
                return section.take_header(line)
            case LineKind.GROUP:
                return section.take_group(line)
            case _:
                return section.take_cells(line)

    def _take_outside(self, line: PlanLine) -> LineOutcome:
        if line.kind is LineKind.PAGE:
            return say("number of a page")
        if not self.letter:
            return self._take_opening(line)
        if line.number < self.end_of_tables:
            return Fault(
                say("a line that is part of no table"),
                say(
                    "if it is a heading in the table, put <b> before and </b> behind it; if it is "
                    "the rest of a cell, put it on the line above; then run again"
                ),
            )
        if line.kind is LineKind.DATE and self.date is None:
            self.date = line
            return say("sign-off: date")
        if self.publisher and line.parts == self.publisher.parts and not self.signed:
            self.signed = True
            return say("sign-off: publisher")
        return Fault(say("a line below the last table that is no sign-off"))

    def _take_opening(self, line: PlanLine) -> LineOutcome:
        """Above the first heading stand the publisher, the title, and perhaps the date."""
        if line.kind is LineKind.TITLE and self.title is None:
            self.title = line
            return say("title")
        if line.kind is LineKind.DATE and self.date is None:
            self.date = line
            return say("date")
        if line.kind is LineKind.PLAIN and self.publisher is None:
            self.publisher = line
            return say("publisher")
        return Fault(
            say("a line above the first heading that is neither title, publisher nor date")
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
            section, accounts = self.section.close(self.names)
            self.sections.append(section)
            for line, outcome in accounts:
                self._account(line, outcome)
        self.section = None


def _expected_heading(heading: str) -> Fault:
    return Fault(
        say("{heading} should stand here", heading=heading),
        say("look for the heading that is missing above"),
    )
