"""Groups of budgets whose totals may be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.resolve.budget_records import BudgetRecord


@dataclass(frozen=True)
class BudgetComparison:
    """Budgets whose totals mean the same."""

    budgets: tuple[BudgetRecord, ...]
    year: str | None
    """Of different heads in one year; none where it is one head in different years."""


def budget_comparisons(budgets: Iterable[BudgetRecord]) -> tuple[BudgetComparison, ...]:
    """Groups of heads with one year and basis, and of years with one head, basis and scope."""
    records = list(budgets)
    return (*_comparisons(records, years=False), *_comparisons(records, years=True))


def _comparisons(records: list[BudgetRecord], *, years: bool) -> Iterator[BudgetComparison]:
    def comparison_key(budget: BudgetRecord) -> tuple[str, ...]:
        column = budget.headline.column
        if years:
            return budget.head, column.basis.code, column.scope.code
        return column.year, column.basis.code

    # Sorting is stable: within a group budgets keep the order of the site.
    for _, group in groupby(sorted(records, key=comparison_key), key=comparison_key):
        budgets = tuple(group)
        if len(budgets) > 1:
            yield BudgetComparison(budgets, None if years else budgets[0].headline.column.year)
