"""A listing has the frequency that is printed, and lines that do not contradict one another."""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_section,
    catalogue_of_the_project,
)

from generator.messages.problem import Problem, has_errors
from generator.rules import listing_print


def of_frequency(code: str, *printed: str) -> list[str]:
    listings = [a_listing(frequency_printed=it) for it in printed]
    dataset = a_dataset(frequency=code, listings=listings)
    return [it.message for it in listing_print.check(a_catalogue(datasets=[dataset]))]


def test_two_rows_of_one_number_are_told_by_another_rule() -> None:
    rows = [(1, 10), (2, 12), (3, 20)]
    datasets = [
        a_dataset(id=f"sea-{line}", listings=[a_listing(row=row, line=line)])
        for row, line in (*rows, (1, 40))
    ]
    document = a_document(sections=[a_section(code=a_listing().section, line=1)])
    assert (
        list(listing_print.check_row_order(a_catalogue(datasets=datasets, documents=[document])))
        == []
    )


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        ("ANNUAL", ["每年"]),
        ("ANNUAL", ["每年 (自2020年起为每年二月)"]),
        ("MONTHLY", ["每季", "每月"]),
        ("ANNUAL", ["一種新的說法"]),
    ],
)
def test_the_printed_frequency_of_the_newest_plan(code: str, printed: list[str]) -> None:
    assert of_frequency(code, *printed) == []


@pytest.mark.parametrize(
    ("code", "printed"),
    [("QUARTERLY", "每年"), ("QUARTERLY", "每年（四月）"), ("ANNUAL", "每半年")],
)
def test_another_frequency(code: str, printed: str) -> None:
    assert of_frequency(code, printed) == [f"{printed!r} is printed, which is not {code!r}"]


def of_order(*rows: tuple[int, int], sections: Any = ()) -> list[Problem]:
    """What is said of rows of one section: (number, line)."""
    datasets = [
        a_dataset(id=f"sea-{row}", listings=[a_listing(row=row, line=line)]) for row, line in rows
    ]
    document = a_document(sections=sections or [a_section(code=a_listing().section, line=1)])
    made = a_catalogue(datasets=datasets, documents=[document])
    return list(listing_print.check_row_order(made))


def test_rows_below_one_another_are_good() -> None:
    assert of_order((1, 10), (2, 12), (3, 20)) == []


@pytest.mark.parametrize(
    ("wrong", "rows"), [(9, ("row 3 ",)), (60, ("row 3 ",)), (35, ("row 3 ", "row 4 "))]
)
def test_a_row_out_of_order_is_told_alone(wrong: int, rows: tuple[str, ...]) -> None:
    """Of two rows that have changed places either may be the wrong one."""
    [problem] = of_order((1, 10), (2, 20), (3, wrong), (4, 30), (5, 40))
    assert problem.message.startswith(rows)
    assert "dev.py verify" in problem.tip


def test_lines_of_another_text_are_one_mistake() -> None:
    """Not one problem a row: nobody mends them one by one."""
    assert len(of_order(*((row, 40) for row in range(1, 9)))) == 1


def test_a_row_before_its_section_or_in_the_next_one() -> None:
    own = a_listing().section
    letter = "B" if own[0] != "B" else "C.1"
    sections = [a_section(code=own, line=8), a_section(code=f"{letter}.i", line=50)]
    assert of_order((1, 10), (2, 20), sections=sections) == []
    [before] = of_order((1, 5), (2, 20), sections=sections)
    [behind] = of_order((1, 10), (2, 55), sections=sections)
    assert f"line 5 is not in section {own}, which runs from line 8 to 49" in before.message
    assert "line 55 is not in section" in behind.message


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    project = catalogue_of_the_project()
    assert not has_errors([*listing_print.check(project), *listing_print.check_row_order(project)])
