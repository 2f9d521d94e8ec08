"""Plans whose text is broken as extractions break them: a row is either right, or it is reported.

Page numbers stand between rows and headings, lines are broken within cells and between them, tabs
are lost, dates are printed in four ways, a heading in a table has lost its mark.
"""

import pytest
from builders import ROOT
from maintain.extract.invented import NAMES, text_of

from generator.maintain.extract.plan_lines import read_lines
from generator.maintain.extract.plan_record import Plan, PlanRow
from generator.maintain.extract.plan_table import read_plan

BROKEN = ROOT / "tests" / "data" / "broken-plans"
HEADING = "stands below line 79, which may be its heading"
Told = list[tuple[int, str]]


def broken(script: str) -> Plan:
    return read_plan((BROKEN / f"{script}.txt").read_text("utf-8"), NAMES)


def rows(plan: Plan) -> dict[tuple[str, int], PlanRow]:
    return {(section.code, row.row): row for section in plan.sections for row in section.rows}


def told(plan: Plan) -> Told:
    return [(entry.line, str(entry.why)) for entry in plan.not_understood]


UNDERSTOOD = [
    *[("A.i", 1), ("A.i", 2), ("A.i", 3), ("A.ii", 1), ("A.ii", 2), ("B.ii", 1), ("C.1.ii", 1)],
    ("D.i", 1),
    *[("D.ii", 1), ("D.ii", 2), ("D.ii", 3)],
]
NOT_UNDERSTOOD = [
    (40, "4 cells instead of 6"),
    (41, "4 cells instead of 6"),
    (65, "5 cells instead of 6"),
]


@pytest.mark.parametrize(
    ("script", "understood", "not_understood"),
    [
        (
            "zh-Hans",
            [*UNDERSTOOD, ("D.ii", 4), ("D.ii", 5), ("D.ii", 6)],
            NOT_UNDERSTOOD,
        ),
        (
            "zh-Hant",
            UNDERSTOOD,
            [
                *NOT_UNDERSTOOD,
                (79, "a line that is part of no table"),
                (80, HEADING),
                (81, HEADING),
                (82, HEADING),
            ],
        ),
    ],
)
def test_every_row_is_understood_or_reported(
    script: str, understood: list[tuple[str, int]], not_understood: Told
) -> None:
    plan = broken(script)
    assert list(rows(plan)) == understood
    assert told(plan) == not_understood


def test_what_is_understood_is_what_was_printed() -> None:
    """The halves of a cell belong together; between letters stands the space they had."""
    found = rows(broken("zh-Hans"))
    milestones = found["A.i", 3]
    assert milestones.lines == (19, 20, 21)
    assert milestones.name == "航道里程标"
    assert milestones.description == "各航道里程标的坐标及编号，以 CSV 及 JSON 格式提供"
    assert found["A.i", 1].description == "码头及登岸梯级的边界 (GML、GeoJSON 格式)"
    speeding = found["D.ii", 3]
    assert (speeding.lines, speeding.group) == ((73, 74, 75, 76, 77, 78), "港务科 (PORT)")
    assert (speeding.name, speeding.frequency_printed) == ("超速检控数字", "每半年")


def test_dates_are_read_however_they_are_printed() -> None:
    for script in ("zh-Hans", "zh-Hant"):
        found = {place: (row.date, row.date_note) for place, row in rows(broken(script)).items()}
        assert found["A.i", 1] == ("2027-03", None)
        assert found["A.i", 2] == ("2027-06", None)
        assert found["A.ii", 1] == ("2027-01", None)
        assert found["B.ii", 1] == ("2028-34", None)
        assert found["D.ii", 2] == (
            "2018-06",
            "首次发放日期" if script == "zh-Hans" else "首次發放日期",
        )


def test_page_numbers_are_no_text() -> None:
    reasons = {entry.line: str(entry.why) for entry in broken("zh-Hant").explained}
    assert (reasons[16], reasons[28]) == ("number of a page", "number of a page")


ROW = "1\t工商业\t潮汐表\t数据现以 CSV 格式存档 每小时潮高\t06/2018\t实时"


@pytest.mark.parametrize(
    "pieces",
    [
        ROW.replace("潮汐表", "潮\n汐表"),
        ROW.replace("\t06", "\n\t06"),
        ROW.replace("\t", "\n\t"),
        ROW.replace("每小时", "\n每小时").replace("\t实", "\t\n实"),
    ],
)
def test_a_broken_row_is_the_row(pieces: str) -> None:
    plan = read_plan(text_of("hashed").replace(ROW, pieces), NAMES)
    row = rows(plan)["D.ii", 1]
    assert (row.name, row.date, row.frequency_printed) == ("潮汐表", "2018-06", "实时")
    assert row.lines == tuple(range(57, 58 + pieces.count("\n")))
    assert not plan.not_understood


@pytest.mark.parametrize(
    "pieces",
    [
        ROW.replace("潮汐表", "潮\n\n汐表"),
        ROW.replace("潮汐表", "潮\n– 7 –\n汐表"),
        ROW.replace("潮汐表", "潮\n7\n汐表"),
        ROW.replace("\t06", "\n06"),
        ROW.replace("潮汐表", "潮\n2018\t汐表"),
        ROW.replace("06/2018", "06/\n2018\t"),
    ],
    ids=["blank line", "page number", "number", "lost tab", "another row", "too many cells"],
)
def test_what_may_be_something_else_is_not_put_together(pieces: str) -> None:
    plan = read_plan(text_of("hashed").replace(ROW, pieces), NAMES)
    assert ("D.ii", 1) not in rows(plan)
    assert 57 in {entry.line for entry in plan.not_understood}


def test_a_heading_that_lost_its_mark_gives_no_row_to_another_agency() -> None:
    text = text_of("hashed").replace("<b>研发组 (R&amp;D)</b>\t\t\t\t\t", "研发组 (R&amp;D)")
    plan = read_plan(text, NAMES)
    assert ("D.ii", 4) not in rows(plan)
    marked = read_plan(text.replace("研发组 (R&amp;D)", "**研发组 (R&amp;D)**"), NAMES)
    assert rows(marked)["D.ii", 4].group == "研发组 (R&D)"


@pytest.mark.parametrize("line", ["- 3 -", "– 3 –", "第 3 頁", "第3页，共 12 页", "Page 3 of 12"])
def test_what_a_page_says_of_itself(line: str) -> None:
    [read] = read_lines(line)
    assert read.kind.name == "PAGE"


@pytest.mark.parametrize("line", ["3", "-3-4-", "第三頁", "Page three", "3 / 12"])
def test_what_may_be_more_than_a_page_number(line: str) -> None:
    [read] = read_lines(line)
    assert read.kind.name != "PAGE"
