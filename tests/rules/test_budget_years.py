"""The years of a budget: what it estimates is still to come, what it compares with is over."""

import pytest
from budgets import PATH, a_budget_catalogue, a_held_budget, an_estimates_document
from builders import catalogue_of_the_project, record_file, with_records

from generator.rules import budget_years


def problems(changes: dict[str, str]) -> list[str]:
    catalogue = a_budget_catalogue([a_held_budget(changes)])
    return [str(problem) for problem in budget_years.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(budget_years.check(catalogue_of_the_project())) == []


def test_the_invented_budget_is_good() -> None:
    assert problems({}) == []


WORKS = (
    'id: 2025-26-estimate, year: "2025-26", basis: estimate, scope: all, printed: "2025-26 (預算)"'
)


@pytest.mark.parametrize(
    ("year", "basis"), [("2025-26", "actual"), ("2025-26", "revised"), ("2026-27", "estimate")]
)
def test_a_column_of_a_year_that_was_to_come(year: str, basis: str) -> None:
    column = WORKS.replace("2025-26", year).replace("basis: estimate", f"basis: {basis}")
    assert problems({WORKS: column}) == [
        f"{PATH}:31:38: {basis} of {year}: the year of this budget is 2025-26 "
        "(correct the year, or its basis, as the head of the column prints it)"
    ]


@pytest.mark.parametrize("day", ["2024-03-31", "2025-04-01", "2035-03-31"])
def test_a_day_outside_its_financial_year(day: str) -> None:
    assert problems({"as_of: 2025-03-31": f"as_of: {day}"}) == [
        f"{PATH}:125:12: {day} is no day of 2024-25 "
        "(a financial year runs from 1 April to 31 March: correct the day or the year)"
    ]


def test_the_first_day_of_a_financial_year() -> None:
    assert problems({"as_of: 2025-03-31": "as_of: 2024-04-01"}) == []


def test_a_budget_of_another_year_than_its_document() -> None:
    catalogue = a_budget_catalogue()
    documents = {"sea-estimates": record_file(an_estimates_document(covers="2026/2027"))}
    catalogue = with_records(catalogue, documents=documents)
    assert list(map(str, budget_years.check(catalogue))) == [
        f"{PATH}:4:7: year 2025-26 differs from `covers` of its document, 2026/2027 "
        "(correct the one that is mistyped)"
    ]
