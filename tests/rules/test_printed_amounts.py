"""A budget's page computes with the whole number that a cell prints, in its unit."""

import pytest
from budgets import a_budget_catalogue, a_held_budget
from builders import catalogue_of_the_project

from generator.messages.problem import Problem
from generator.rules import printed_amounts


def problems(old: str, new: str) -> list[Problem]:
    record_file = a_held_budget({old: new})
    catalogue = a_budget_catalogue([record_file])
    return [*printed_amounts.check_cells(record_file), *printed_amounts.check(catalogue)]


CELL = 'printed: "10.5"'


@pytest.mark.parametrize(
    "printed", ["10.5", "1,234.5", "1,234,567", "0", "10.5¶", "10.5Φ", "_", "", "—"]
)
def test_a_number_with_its_mark_is_good(printed: str) -> None:
    assert problems(CELL, f'printed: "{printed}"') == []


@pytest.mark.parametrize(
    "printed",
    ["114 00", "1,23", "12,34", "1.234.5", "10.5 11.0", "1O.5 2", "5萬", "10.5,1", "數百 1"],
)
def test_a_cell_of_which_only_a_part_would_be_read(printed: str) -> None:
    [problem] = problems(CELL, f'printed: "{printed}"')
    assert problem.message.endswith("is not one number")


def test_a_share_in_a_row_of_amounts() -> None:
    [problem] = problems(CELL, 'printed: "10.5%"')
    assert "is a percentage in a row of amounts" in problem.message


TOTAL = "printed: 12,030,000 元\n    unit: HKD"


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("12,030 千元", "HKD-thousand"), ("12 百萬元", "HKD-million"), ("1,203 萬元", "HKD-10k")],
)
def test_a_statement_in_another_unit_than_is_printed(printed: str, unit: str) -> None:
    """`unit: HKD` beside 300萬元 would be 300 dollars."""
    [problem] = problems(TOTAL, f"printed: {printed}\n    unit: HKD")
    assert problem.tip == f"write `unit: {unit}`"
    assert problems(TOTAL, f"printed: {printed}\n    unit: {unit}") == []


@pytest.mark.parametrize("unit", ["HKD", "HKD-million", "HKD-thousand", "percent", "post"])
def test_a_statement_of_so_many_ten_thousands(unit: str) -> None:
    [problem] = problems("unit: HKD-10k", f"unit: {unit}")
    assert problem.tip == "write `unit: HKD-10k`"


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    project = catalogue_of_the_project()
    assert list(printed_amounts.check(project)) == []
    assert [
        it
        for record_file in project.budgets.values()
        for it in printed_amounts.check_cells(record_file)
    ] == []
