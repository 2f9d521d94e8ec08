"""What reading a head of the Estimates yields: its tables, and what of it was not understood."""

from dataclasses import dataclass, field
from typing import Literal

from generator.model.budget import Basis, BudgetUnit

TableRole = Literal["programme", "analysis", "sub-heads", "sub-head", "other"]
RowKind = Literal["heading", "item", "total", "change"]


@dataclass(frozen=True)
class PrintedColumn:
    """A column of amounts."""

    year: str
    basis: Basis
    printed: str
    line: int
    at: int
    """Number of its cell in a row."""

    @property
    def id(self) -> str:
        """Year and basis: 2024-25-revised."""
        return f"{self.year}-{self.basis}"


@dataclass(frozen=True)
class PrintedChange:
    """A percentage in a row of changes."""

    column: str
    against: str
    printed: str
    word: Literal["increase", "decrease"] | None = None


@dataclass
class PrintedRow:
    """A row of a table."""

    line: int
    kind: RowKind
    code: str | None = None
    label: str | None = None
    cells: tuple[str, ...] = ()
    """Of amounts: one a column, as a record writes it."""
    changes: tuple[PrintedChange, ...] = ()
    of: "PrintedRow | None" = None
    sum_of: "tuple[PrintedRow, ...]" = ()
    id: str = ""


@dataclass
class PrintedTable:
    """A table of amounts by years."""

    line: int
    columns: tuple[PrintedColumn, ...]
    heading: str
    """What stands above it."""
    unit: BudgetUnit | None = None
    unit_printed: str = ""
    unit_line: int = 0
    role: TableRole = "other"
    code: str = ""
    """Of a programme or a sub-head: its number."""
    rows: list[PrintedRow] = field(default_factory=list)
    id: str = ""

    def amount_rows(self) -> list[PrintedRow]:
        """Rows with a cell a column."""
        return [row for row in self.rows if row.kind in ("item", "total")]

    def name(self, row: PrintedRow, column: str) -> str:
        """The name of a cell."""
        return f"{self.id}.{row.id}.{column}"


@dataclass(frozen=True)
class OtherTable:
    """Rows that are no table of amounts by years: indicators, commitments."""

    lines: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class PrintedProgramme:
    """A programme where its details begin."""

    code: str
    label: str
    line: int
    aim_line: int | None


@dataclass(frozen=True)
class PrintedNote:
    """A note below a table."""

    mark: str
    printed: str
    line: int


@dataclass(frozen=True)
class Fault:
    """What was not understood, or does not hold, and what to do."""

    line: int
    why: str
    tip: str


@dataclass(frozen=True)
class PrintedHead:
    """A head as it was read."""

    number: str
    year: str
    title: str
    title_line: int
    lines: tuple[str, ...]
    programmes: tuple[PrintedProgramme, ...]
    tables: tuple[PrintedTable, ...]
    others: tuple[OtherTable, ...]
    notes: tuple[PrintedNote, ...]
    faults: tuple[Fault, ...]

    @property
    def identifier(self) -> str:
        """Of its document and its budget."""
        return f"head-{self.number}-{self.year}"
