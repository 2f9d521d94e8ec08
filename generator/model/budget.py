"""One head of the Estimates of one year: its printed tables cell by cell, and what is said of them.

A row is named `<table>.<row>` and a cell `<table>.<row>.<column>`. In our own words such a name in
braces stands for the amount: `{analysis.total.2025-26-estimate}`; so does that of a statement.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Code, Identifier, Line, LineNumber, Model, Record, Script
from generator.model.period import Day, FiscalYear
from generator.model.text import TextLine, TextPassage

Basis = Literal["actual", "original", "approved", "revised", "estimate"]
BudgetUnit = Literal["HKD", "HKD-thousand", "HKD-10k", "HKD-million", "percent", "post"]
_PART = "[a-z0-9]+(-[a-z0-9]+)*"
RowName = Annotated[str, StringConstraints(pattern=rf"^{_PART}\.{_PART}$", max_length=160)]
CellName = Annotated[str, StringConstraints(pattern=rf"^{_PART}(\.{_PART}){{2}}$", max_length=240)]
AnyName = Annotated[str, StringConstraints(pattern=rf"^{_PART}(\.{_PART}){{0,2}}$", max_length=240)]
PrintedCell = Annotated[str, StringConstraints(max_length=60)]
Identifiers = Annotated[tuple[Identifier, ...], Field(strict=False)]


class Scope(Model):
    """What the numbers of a column cover; only columns of one scope may be compared."""

    id: Identifier
    name: TextLine
    """A few words, for the head of a column."""


class Column(Model):
    """One column of a table."""

    id: Identifier
    """Year and basis: 2024-25-revised."""
    year: FiscalYear
    basis: Basis
    scope: Identifier
    """One of the record's `scopes`."""
    printed: Line
    """Head of the column as printed, year and basis."""
    line: LineNumber


class Cell(Model):
    """What stands in one column of a row."""

    column: Identifier
    printed: PrintedCell
    """As printed, with the mark of its note; `_` where a dash is printed, "" where nothing is."""
    against: Identifier | None = None
    """In a row of changes: the column it is compared with."""
    change: Literal["increase", "decrease"] | None = None
    """Where a word says it and no sign."""
    line: LineNumber | None = None
    """Where it stands on another line than its row."""


class Row(Model):
    """One row of a table."""

    id: Identifier
    kind: Literal["heading", "item", "total", "change"]
    """heading has no cells; total is a sum of rows; change prints percentages of another row."""
    code: Line | None = None
    """Number or sub-head as printed before the label."""
    label: TextLine | None = None
    """As printed; left out where the text prints none, and never guessed."""
    line: LineNumber
    sum_of: Identifiers = ()
    """Of a total: the rows it sums."""
    of: Identifier | None = None
    """Of changes: the row that changes."""
    cells: Annotated[tuple[Cell, ...], Field(strict=False)] = ()


class Table(Model):
    """One printed table."""

    id: Identifier
    title: TextLine
    """In our own words."""
    unit: BudgetUnit
    unit_printed: Line
    unit_line: LineNumber
    columns: Annotated[tuple[Column, ...], Field(strict=False, min_length=1)]
    rows: Annotated[tuple[Row, ...], Field(strict=False, min_length=1)]


class Note(Model):
    """A note below a table."""

    mark: Annotated[str, StringConstraints(min_length=1, max_length=1)]
    printed: TextPassage
    line: LineNumber
    cells: Annotated[tuple[CellName, ...], Field(strict=False, min_length=1)]
    """Every cell that carries the mark."""


class EqualAmounts(Model):
    """Two rows, or two cells, that print the same amounts."""

    one: AnyName
    other: AnyName


class NumberStatement(Model):
    """A number of the running text."""

    id: Identifier
    kind: Literal["amount", "change", "post"]
    what: TextLine
    """What is counted, in our own words."""
    printed: Line
    unit: BudgetUnit
    basis: Basis | None = None
    """As the text prints it; left out where it prints none."""
    year: FiscalYear
    as_of: Day | None = None
    line: LineNumber
    change: Literal["increase", "decrease"] | None = None
    """Which of the two words is printed."""
    repeats: CellName | None = None
    """The cell whose amount it gives again."""
    start: CellName | None = Field(default=None, alias="from")
    """Of a change: the cell it starts from."""
    end: CellName | None = Field(default=None, alias="to")
    """Of a change: the cell it leads to."""


class DateStatement(Model):
    """A date of the running text."""

    id: Identifier
    date: Day
    printed: Line
    line: LineNumber


class BudgetProgramme(Model):
    """One programme (綱領) of the head."""

    id: Identifier
    code: Line
    """Its number as printed."""
    label: TextLine
    """Its name as printed."""
    line: LineNumber
    aim: TextPassage
    """In our own words."""
    aim_line: LineNumber
    about: Identifiers = ()
    none: TextLine | None = None
    """What the document does not say of it."""


class Chart(Model):
    """Bars for the cells of some rows and columns of one table."""

    id: Identifier
    title: TextLine
    """What it is about."""
    finding: TextLine
    """What the bars show, without judging it."""
    text: TextPassage
    """What is compared with what, in plain words."""
    table: Identifier
    rows: Annotated[tuple[Identifier, ...], Field(strict=False, min_length=1)]
    columns: Annotated[tuple[Identifier, ...], Field(strict=False, min_length=1)]


class DerivedNumber(Model):
    """A number that no document prints."""

    id: Identifier
    kind: Literal["share", "gap", "difference"]
    """share: part of a whole, of one column. gap: between two tables for the same year.
    difference: between two columns of one row and one scope."""
    first: CellName
    """The part, or what is taken from."""
    second: CellName
    """The whole, or what is taken away."""


class MissingPart(Model):
    """A part of the document that its text does not hold."""

    lines: Annotated[tuple[LineNumber, ...], Field(strict=False, min_length=1, max_length=2)]
    """First and last line of the place."""
    what: TextLine


class RelatedDataset(Model):
    """A dataset on the same subject."""

    dataset: Identifier
    text: TextLine
    """How the two belong together; shown on both pages."""


class Budget(Record):
    """The estimates of one head for one year; `id` is that of their document."""

    script: Script
    head: Code
    """Number of the head."""
    year: FiscalYear
    agency: Identifier
    lead: TextPassage
    headline: CellName
    """The cell with what may be spent."""
    spent_on: Annotated[tuple[CellName, ...], Field(strict=False, min_length=1)]
    """Cells that say on what."""
    scopes: Annotated[tuple[Scope, ...], Field(strict=False, min_length=1)]
    explanation: TextPassage
    """What a reader has to know before the tables."""
    programmes: Annotated[tuple[BudgetProgramme, ...], Field(strict=False)] = ()
    tables: Annotated[tuple[Table, ...], Field(strict=False, min_length=1)]
    notes: Annotated[tuple[Note, ...], Field(strict=False)] = ()
    same: Annotated[tuple[EqualAmounts, ...], Field(strict=False)] = ()
    statements: Annotated[tuple[NumberStatement, ...], Field(strict=False)] = ()
    dates: Annotated[tuple[DateStatement, ...], Field(strict=False)] = ()
    charts: Annotated[tuple[Chart, ...], Field(strict=False)] = ()
    derived: Annotated[tuple[DerivedNumber, ...], Field(strict=False)] = ()
    missing: Annotated[tuple[MissingPart, ...], Field(strict=False)] = ()
    datasets: Annotated[tuple[RelatedDataset, ...], Field(strict=False)] = ()
