"""The computed types of budgets: what their pages and the data file are made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.model.budget import Basis, BudgetUnit
from generator.model.wording import Wording
from generator.resolve.amounts import Amount
from generator.resolve.record_reference import Label, Ref


@dataclass(frozen=True)
class ColumnRecord:
    """One column of a table: what its numbers are."""

    id: str
    year: str
    basis: Label
    scope: Label
    line: int


@dataclass(frozen=True)
class NoteRecord:
    """A note below a table."""

    number: int
    mark: str
    printed: Wording
    line: int


@dataclass(frozen=True)
class CellRecord:
    """One printed cell. `printed` is without the mark of its note."""

    id: str
    column: ColumnRecord
    printed: str
    amount: Amount | None
    unit: Label
    note: NoteRecord | None
    line: int
    against: ColumnRecord | None
    """Of a change: the column it is compared with."""


@dataclass(frozen=True)
class RowRecord:
    """One row of a table; `number` is its place there, headings counted."""

    number: int
    id: str
    kind: Literal["heading", "item", "total", "change"]
    code: str | None
    label: Wording | None
    line: int
    cells: tuple[CellRecord | None, ...]
    """One for each column of the table; none in headings."""


@dataclass(frozen=True)
class TableRecord:
    """One printed table."""

    id: str
    title: Wording
    unit: Label
    columns: tuple[ColumnRecord, ...]
    rows: tuple[RowRecord, ...]

    @property
    def mixes_scopes(self) -> bool:
        """Whether its columns differ in scope."""
        return len({column.scope.code for column in self.columns}) > 1


@dataclass(frozen=True)
class NumberStatementRecord:
    """A number of the running text, with the cells it can be held against."""

    id: str
    kind: Literal["amount", "change", "post"]
    what: Wording
    printed: Wording
    amount: Amount
    unit: BudgetUnit
    basis: Basis | None
    year: str
    as_of: str | None
    line: int
    repeats: CellRecord | None
    start: CellRecord | None
    end: CellRecord | None


@dataclass(frozen=True)
class BudgetProgrammeRecord:
    """One programme (綱領) of the head."""

    id: str
    code: str
    label: Wording
    line: int
    aim: Wording
    aim_line: int
    about: tuple[Ref, ...]
    none: Wording | None


@dataclass(frozen=True)
class ChartRecord:
    """Cells that may be compared, row by row, column by column."""

    id: str
    title: Wording
    finding: Wording
    text: Wording
    unit: Label
    columns: tuple[ColumnRecord, ...]
    rows: tuple[tuple[RowRecord, tuple[CellRecord, ...]], ...]


@dataclass(frozen=True)
class DerivedRecord:
    """A number that no document prints, with the cells it is made from."""

    id: str
    kind: Literal["share", "gap", "difference"]
    first: CellRecord
    second: CellRecord
    amount: Amount


@dataclass(frozen=True)
class BudgetRecord:
    """The estimates of one head for one year."""

    id: str
    head: str
    year: str
    title: Wording
    document: Ref
    agency: Ref
    lead: Wording
    headline: CellRecord
    spent_on: tuple[tuple[RowRecord, CellRecord], ...]
    explanation: Wording
    programmes: tuple[BudgetProgrammeRecord, ...]
    tables: tuple[TableRecord, ...]
    notes: tuple[NoteRecord, ...]
    statements: tuple[NumberStatementRecord, ...]
    charts: tuple[ChartRecord, ...]
    derived: tuple[DerivedRecord, ...]
    missing: tuple[tuple[tuple[int, ...], Wording], ...]
    datasets: tuple[tuple[Ref, Wording], ...]
    places: Mapping[str, tuple[Amount, BudgetUnit] | str]
    """What stands for `{name}` in our own words: an amount with its unit, or a day."""
