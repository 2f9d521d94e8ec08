"""Budgets put together, and which of them may be compared."""

from datetime import date
from decimal import Decimal

from budgets import a_budget_catalogue, a_held_budget

from generator.resolve.budget_compare import budget_comparisons
from generator.resolve.budget_records import BudgetRecord
from generator.resolve.resolve import resolve


def budgets(*changes: tuple[str, dict[str, str]]) -> tuple[BudgetRecord, ...]:
    record_file = [a_held_budget(change, name) for name, change in changes]
    return resolve(a_budget_catalogue(record_file or None), date(2026, 1, 1)).budgets


def a_later_year(name: str, **more: str) -> tuple[str, dict[str, str]]:
    """The estimate is that of the year after."""
    old = 'year: "2025-26", basis: estimate, scope: all, printed: "2025-26 預算"'
    new = old.replace("2025-26", "2026-27")
    return name, {'head: "9"\nyear: "2025-26"': 'head: "9"\nyear: "2026-27"', old: new, **more}


def test_a_budget_is_put_together() -> None:
    [budget] = budgets()
    assert (budget.head, budget.year, budget.agency.id) == ("9", "2025-26", "sea")
    assert budget.title.text == "總目9—海風觀測署"
    assert budget.headline.printed == "12,030"
    assert budget.headline.amount
    assert budget.headline.amount.value == Decimal(12_030_000)


def test_a_cell_knows_its_note_and_leaves_the_mark_to_it() -> None:
    [budget] = budgets()
    nameless = budget.tables[0].rows[2]
    assert (nameless.number, nameless.label) == (3, None)
    first, second = nameless.cells
    assert first
    assert first.note
    assert (first.printed, first.note.mark, first.note.line) == ("0.5", "¶", 26)
    assert second
    assert (second.printed, second.amount, second.note) == ("_", None, None)


def test_a_change_says_what_it_is_held_against() -> None:
    [budget] = budgets()
    nothing, change = budget.tables[0].rows[4].cells
    assert nothing is None
    assert change
    assert change.against
    assert (change.unit.code, change.against.id) == ("percent", "2024-25-revised")


def test_derived_numbers() -> None:
    """12.0 of 12.0 million; 15,030 thousand less 11.0 million, to a tenth; 12.0 less 11.0."""
    [budget] = budgets()
    assert [(it.id, it.amount.value) for it in budget.derived] == [
        ("watch-share", Decimal("100.0")),
        ("revised-gap", Decimal(4_000_000)),
        ("works-rise", Decimal(1_000_000)),
    ]


def test_a_table_knows_whether_its_columns_differ_in_scope() -> None:
    [budget] = budgets()
    assert [table.mixes_scopes for table in budget.tables] == [False, True]


# --- comparisons ----------------------------------------------------------------------------------


def test_one_budget_is_compared_with_nothing() -> None:
    assert budget_comparisons(budgets()) == ()


def test_two_heads_of_one_year_and_basis_are_compared() -> None:
    found = budgets(("sea-estimates", {}), ("sky-estimates", {'head: "9"': 'head: "10"'}))
    [comparison] = budget_comparisons(found)
    assert comparison.year == "2025-26"
    assert {it.id for it in comparison.budgets} == {"sea-estimates", "sky-estimates"}


def test_two_years_of_one_head_are_compared_when_they_cover_the_same() -> None:
    found = budgets(("sea-estimates", {}), a_later_year("sea-estimates-2"))
    [comparison] = budget_comparisons(found)
    assert comparison.year is None
    assert [it.year for it in comparison.budgets] == ["2026-27", "2025-26"]


def test_two_years_that_cover_something_else_are_not() -> None:
    later = a_later_year("sea-estimates-2")
    columns = later[1].popitem()
    changed = columns[1].replace("scope: all", "scope: with-tides")
    found = budgets(("sea-estimates", {}), (later[0], {**later[1], columns[0]: changed}))
    assert budget_comparisons(found) == ()


def test_heads_of_different_years_are_not_compared() -> None:
    name, changes = a_later_year("sky-estimates")
    changes = {
        old.replace('"9"', '"9"'): new.replace('"9"', '"10"') for old, new in changes.items()
    }
    assert budget_comparisons(budgets(("sea-estimates", {}), (name, changes))) == ()
