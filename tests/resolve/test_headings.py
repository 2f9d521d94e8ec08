"""A line is found again by the heading that it stands under."""

import pytest
from builders import a_document, a_section

from generator.model.wording import Wording
from generator.resolve.headings import Headings

SHEET = a_document(
    kind="fact-sheet",
    script="zh-Hans",
    sections=[],
    headings=[{"line": 10, "text": "潮汐"}, {"line": 20, "text": "渔港"}],
)


@pytest.mark.parametrize(
    ("line", "heading"), [(9, ""), (10, "潮汐"), (19, "潮汐"), (20, "渔港"), (99, "渔港")]
)
def test_a_line_stands_under_the_last_heading_above_it(line: int, heading: str) -> None:
    wanted = (Wording(heading, "zh-Hans", None, SHEET.id),) if heading else ()
    assert Headings(SHEET).above(line) == wanted


def test_a_line_that_a_heading_stands_within_is_under_both() -> None:
    headings = [{"line": 10, "text": "潮汐"}, {"line": 20, "text": "渔港", "within": True}]
    sheet = Headings(a_document(kind="fact-sheet", sections=[], headings=headings))
    told = [[getattr(it, "text", "") for it in sheet.above(line)] for line in (19, 20, 21)]
    assert told == [["潮汐"], ["潮汐", "渔港"], ["渔港"]]


def test_a_line_out_of_place_stands_under_the_heading_that_it_belongs_to() -> None:
    headings = [{"line": 10, "text": "潮汐"}, {"line": 20, "text": "渔港", "displaced_line": 12}]
    sheet = Headings(a_document(kind="fact-sheet", sections=[], headings=headings))
    told = [[getattr(it, "text", "") for it in sheet.above(line)] for line in (11, 12, 13)]
    assert told == [["潮汐"], ["渔港"], ["潮汐"]]


def test_a_line_of_a_plan_stands_in_its_section() -> None:
    plan = a_document(sections=[a_section(code="A.ii", line=5), a_section(line=30)])
    assert [Headings(plan).above(it) for it in (4, 5, 29)] == [(), ("A.ii",), ("A.ii",)]


def test_a_section_begins_with_the_lettered_heading_above_it() -> None:
    """What stands between the two is no part of the section before."""
    after = a_section(code="B.ii", line=30, heading_line=26)
    headings = Headings(a_document(sections=[a_section(code="A.ii", line=5), after]))
    assert [headings.above(it) for it in (25, 26, 30)] == [("A.ii",), ("B.ii",), ("B.ii",)]


def test_what_follows_the_last_row_of_a_plan_stands_in_no_section() -> None:
    headings = Headings(a_document(sections=[a_section(line=30)]), 40)
    assert [headings.above(it) for it in (40, 41)] == [("D.ii",), ()]
