"""Printed amounts → exact numbers in base units, and the arithmetic that is done with them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal, TypeAlias

from generator.model.budget import (
    Budget,
    BudgetUnit,
    Cell,
    Column,
    DerivedNumber,
    NumberStatement,
    Row,
    Table,
)
from generator.model.source import FieldPath
from generator.resolve.printed.words import EMPTY, NO_AMOUNT

FACTORS: Mapping[BudgetUnit, int] = {
    "HKD": 1,
    "HKD-10k": 10_000,
    "HKD-thousand": 1_000,
    "HKD-million": 1_000_000,
    "percent": 1,
    "post": 1,
}
"""How many of the base unit one of a printed unit is."""
SHARE_STEP = Decimal("0.1")
_NUMBER = re.compile(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[+-]?[0-9]+(?:\.[0-9]+)?")
_MINUS = re.compile(r"[–−](?=[0-9])")
_MARKS = re.compile(r"[^0-9,.()+%_—–−\s\u2e80-\u9fff-]")


@dataclass(frozen=True)
class Amount:
    """A number in base units. It is exact to `step`, the last printed digit."""

    value: Decimal
    step: Decimal

    @property
    def number(self) -> int | float:
        """The value for programs, a whole number wherever it is one."""
        whole = self.value == self.value.to_integral_value()
        return int(self.value) if whole and self.step >= 1 else float(self.value)

    def rounded(self, step: Decimal) -> Decimal:
        """The value to the nearest `step`, halves away from zero."""
        return (self.value / step).quantize(Decimal(1), ROUND_HALF_UP) * step

    def agrees(self, other: "Amount") -> bool:
        """Whether the two are equal as far as the coarser of them is printed."""
        step = max(self.step, other.step)
        return self.rounded(step) == other.rounded(step)


@dataclass(frozen=True)
class LocatedCell:
    """A cell with the table, row and column it stands in, and where it is typed."""

    table: Table
    row: Row
    column: Column
    cell: Cell
    path: FieldPath

    @property
    def unit(self) -> BudgetUnit:
        """The unit of its table; changes are percentages."""
        return "percent" if self.row.kind == "change" else self.table.unit

    @property
    def amount(self) -> Amount | None:
        """None for an empty cell."""
        return parse_amount(self.cell.printed, self.unit, self.cell.change)


CellsByName: TypeAlias = Mapping[str, LocatedCell]
"""`analysis.total.2025-26-estimate` → the cell."""


def parse_amount(
    printed: str, unit: BudgetUnit, change: Literal["increase", "decrease"] | None = None
) -> Amount | None:
    """The first number in `printed`; None if nothing is printed but a dash.

    Raises ValueError for anything else without a number.
    """
    if is_empty(printed):
        return None
    match = _NUMBER.search(_MINUS.sub("-", printed))
    if match is None:
        raise ValueError(f"no number in {printed!r}")
    number = Decimal(match[0].replace(",", ""))
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "the pattern lets only finite numbers through"
    step = Decimal(10) ** exponent * FACTORS[unit]
    value = number * FACTORS[unit]
    return Amount(-value if change == "decrease" else value, step)


def is_empty(printed: str) -> bool:
    """Whether a cell prints no amount, but nothing, a dash, a word for that, or only a mark."""
    return EMPTY.fullmatch(printed) is not None


def note_marks(printed: str) -> tuple[str, ...]:
    """The marks of notes behind an amount: `243,500Φ`."""
    word = NO_AMOUNT.match(printed) if is_empty(printed) else None
    return tuple(_MARKS.findall(printed[word.end() if word else 0 :]))


def located_cells(budget: Budget) -> Iterator[tuple[str, LocatedCell]]:
    """Every cell of a known column by its name, in the order of the tables."""
    for table_number, table in enumerate(budget.tables):
        columns = {column.id: column for column in table.columns}
        for row_number, row in enumerate(table.rows):
            for cell_number, cell in enumerate(row.cells):
                if cell.column in columns:
                    path = ("tables", table_number, "rows", row_number, "cells", cell_number)
                    name = f"{table.id}.{row.id}.{cell.column}"
                    yield name, LocatedCell(table, row, columns[cell.column], cell, path)


def statement_amount(statement: NumberStatement) -> Amount:
    """The amount that a statement gives. Raises ValueError for one without a number."""
    amount = parse_amount(statement.printed, statement.unit, statement.change)
    if amount is None:
        raise ValueError(f"no number in {statement.printed!r}")
    return amount


def change_rate(start: Amount, end: Amount, step: Decimal) -> Amount:
    """By how many per cent the second differs from the first, to the nearest `step`."""
    rate = Amount((end.value - start.value) / abs(start.value) * 100, step)
    return Amount(rate.rounded(step), step)


def derived_amount(kind: DerivedNumber, first: Amount, second: Amount) -> Amount:
    """A share in per cent to one decimal; a gap or difference to the coarser of the two."""
    if kind.kind == "share":
        share = Amount(first.value / second.value * 100, SHARE_STEP)
        return Amount(share.rounded(SHARE_STEP), SHARE_STEP)
    step = max(first.step, second.step)
    gap = Amount(first.value - second.value, step)
    return Amount(gap.rounded(step), step)
