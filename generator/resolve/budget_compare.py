"""Which budgets may be held against one another."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.resolve.budget_records import BudgetRecord


@dataclass(frozen=True)
class Comparison:
    """Budgets whose totals mean the same."""

    budgets: tuple[BudgetRecord, ...]
    year: str | None
    """Of different heads in one year; none where it is one head in different years."""


def comparable(budgets: Iterable[BudgetRecord]) -> tuple[Comparison, ...]:
    """Heads of one year and basis; years of one head, basis and scope."""
    records = list(budgets)
    return (*_across(records, years=False), *_across(records, years=True))


def _across(records: list[BudgetRecord], *, years: bool) -> Iterator[Comparison]:
    def alike(it: BudgetRecord) -> tuple[str, ...]:
        column = it.headline.column
        if years:
            return it.head, column.basis.code, column.scope.code
        return column.year, column.basis.code

    # Sorting is stable: within a group budgets keep the order of the site.
    for _, group in groupby(sorted(records, key=alike), key=alike):
        found = tuple(group)
        if len(found) > 1:
            yield Comparison(found, None if years else found[0].headline.column.year)
