"""Every line of a plan is accounted for once, and each mistake is told with its line."""

from collections import Counter

import pytest
from hypothesis import given, settings
from maintain.extract.damaged import ANY_TEXT, HEAPS, edited_plans
from maintain.extract.invented import NAMES, text_of

from generator.maintain.extract.plan_lines import BY_HAND
from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.plan_table import read_plan

HASHED = text_of("hashed")
MISSING_ABOVE = "look for the heading that is missing above"


def told(plan: Plan) -> list[tuple[int, str]]:
    return [(entry.line, entry.why) for entry in plan.not_understood]


def changed(old: str, new: str) -> Plan:
    """The plan in the layout with `#`, with its only `old` replaced."""
    assert HASHED.count(old) == 1, old
    return read_plan(HASHED.replace(old, new), NAMES)


ROW_1 = "1\t工商业\t潮汐表\t数据现以 CSV 格式存档 每小时潮高\t06/2018\t实时"
ROW_2 = "2\t其他\t浮标名录\t数据以 XLSX 及 JSON 格式提供\t10/2015 (首次发放日期)\t"
ROW_4 = "4\t食物\t渔市批发价\t渔市批发价 (PDF)\t08/2019\t当有更新时"
EMPTY_TABLE = (
    "编号\t数据种类\t数据集名称\t一般说明\t目标发放日期 (月/年)\t更新频率\n"
    "1\t不适用\t不适用\t不适用\t不适用\t不适用\n"
)
LOST_ROW_2 = (61, "continues the row of line 58, not understood either")
NO_ROW_ABOVE = (61, "a row without a number that continues no row")
NO_HEADING = "below no heading that was understood"
NO_PART = "below no lettered heading that was understood"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (ROW_1, ROW_1 + "\t", []),
        (ROW_1, ROW_1 + "\t7", [(57, "7 cells instead of 6")]),
        (ROW_1, ROW_1.replace("\t06/2018", ""), [(57, "5 cells instead of 6")]),
        (ROW_1, "1\t", [(57, "2 cells instead of 6")]),
        (ROW_1, "7" + ROW_1[1:], [(57, "row 7 after row 0")]),
        (ROW_1, "0" + ROW_1[1:], [(57, "'0' is no row number")]),
        (ROW_4, "3" + ROW_4[1:], [(64, "row 3 after row 3")]),
        (ROW_4, "6" + ROW_4[1:], [(64, "row 6 after row 3")]),
        ("06/2018", "13/2018", [(57, "the date '13/2018' is not understood")]),
        ("06/2018", "", [(57, "date is empty")]),
        ("\t工商业\t", "\t\t", [(57, "category is empty")]),
        ("\t潮汐表\t", "\t\t", [(57, "name is empty")]),
        (
            "\t潮汐表\t",
            "\t<u>潮汐</u>表\t",
            [
                (
                    57,
                    "name holds a tag that is not known here: <u>; "
                    "name holds a tag that is not known here: </u>",
                ),
            ],
        ),
        ("\t潮汐表\t", "\t" + "潮" * 301 + "\t", [(57, "name is longer than 300 characters")]),
        (
            ROW_1,
            ROW_1.replace("工商业", "").replace("06/2018", "6.18"),
            [
                (57, "category is empty; the date '6.18' is not understood"),
            ],
        ),
        (
            ROW_2,
            ROW_2.replace("(首次", "首次"),
            [
                (58, "the date '10/2015 首次发放日期)' is not understood"),
                LOST_ROW_2,
            ],
        ),
        (ROW_2, ROW_2.replace("\t浮标名录", ""), [(58, "5 cells instead of 6"), NO_ROW_ABOVE]),
        (
            ROW_2 + "每年 (自2020年起为每年二月)",
            "2 其他 浮标名录",
            [
                (58, "a line that is part of no table"),
                NO_ROW_ABOVE,
                (62, "stands below line 58, which may be its heading"),
            ],
        ),
        (ROW_4, "<b>潮汐局", [(64, "holds a tag that is not known here: <b>")]),
        (ROW_4, "1\t不适用\t\t\t\t", [(64, "says that nothing applies, but is not the only row")]),
        (ROW_4, "四" + ROW_4[1:], []),
        (ROW_4, "第四" + ROW_4, [(64, "'第四4' is no row number")]),
        (ROW_4, f"备注：渔市。\n{ROW_4}", [(64, "a remark elsewhere than right below a heading")]),
        (ROW_4, "渔市", [(64, "a line below the last table that is no sign-off")]),
        (ROW_4, "1) 渔市", [(64, "a line below the last table that is no sign-off")]),
        ("2030年12月", "2030年13月", [(67, "a date that does not exist")]),
        (
            "2030年12月",
            "2030年12月\n渔市",
            [(68, "a line below the last table that is no sign-off")],
        ),
        (
            "2030年12月",
            "2030年12月\n2030年11月",
            [
                (68, "a line below the last table that is no sign-off"),
            ],
        ),
        (
            "## 海风观测署\n",
            "## 海风观测署\n渔市\n",
            [],
        ),
        (
            "#### A. 在",
            "#### E. 在",
            [
                (9, NO_PART),
                (11, NO_HEADING),
                (12, NO_HEADING),
                (14, NO_PART),
                (16, NO_HEADING),
                (17, NO_HEADING),
                (19, "A should stand here"),
            ],
        ),
        (
            "## B. 在",
            "## A. 在",
            [
                (19, "heading A after heading A"),
                (21, NO_PART),
                (23, NO_HEADING),
                (25, NO_PART),
                (27, NO_HEADING),
                (28, NO_HEADING),
                (30, "B should stand here"),
            ],
        ),
        (
            "### 1) 灯塔",
            "### 灯塔",
            [],
        ),
        ("### 1) 灯塔", "### 2) 灯塔", [(32, "organisation 1 should stand here")]),
        (
            f"#### ii. 非空间数据\n\n{EMPTY_TABLE}\n## D",
            "#### i. 空间数据\n\n## D",
            [(34, "no heading ii. follows"), (39, "heading i. after heading i.")],
        ),
        (
            "##### i. 空间数据",
            "##### ii. 非空间数据",
            [
                (14, "heading ii. after heading ii."),
                (16, NO_HEADING),
                (17, NO_HEADING),
            ],
        ),
        (
            "##### i. 空间数据",
            "##### i. 非空间数据",
            [
                (9, "heading i. says neither spatial nor not spatial as it should"),
                (11, NO_HEADING),
                (12, NO_HEADING),
            ],
        ),
        (
            f"##### i. 空间数据\n\n{EMPTY_TABLE}",
            "##### i. 空间数据\n",
            [(9, "a heading without a table below it")],
        ),
    ],
)
def test_each_mistake_is_told_with_its_line(
    old: str, new: str, expected: list[tuple[int, str]]
) -> None:
    assert told(changed(old, new)) == expected


def test_a_table_below_a_lost_heading_is_not_passed_off_as_spatial_data() -> None:
    """Section B.i holds only its header, so the rows below the next one would fit in."""
    header = "编号\t数据种类\t数据集名称\t一般说明\t目标发放日期 (月/年)\t更新频率\n"
    plan = changed(f"{header}\n### ii. 非空间数据\n\n{header}", f"{header}\n{header}")
    assert told(plan) == [(21, "no heading ii. follows")]


def test_a_date_that_is_not_understood_says_how_it_can_be_entered() -> None:
    [entry] = changed("06/2018", "13/2018").not_understood
    assert entry.tip.endswith("enter the row by hand with that in `date_note` and no `date`")
    assert entry.text == ROW_1.replace("06/2018", "13/2018")


def test_other_mistakes_are_for_a_person_to_look_at() -> None:
    [entry] = changed(ROW_1, ROW_1 + "\t7").not_understood
    assert entry.tip == BY_HAND


def test_a_bad_row_is_left_out_and_its_neighbours_stay() -> None:
    plan = changed("06/2018", "13/2018")
    assert [row.row for row in plan.sections[-1].rows] == [2, 3, 4]
    assert plan.sections[-1].count == 4


def test_a_row_after_one_that_says_there_is_none() -> None:
    row = "1\t食物\t渔市\t渔市\t08/2031\t每年"
    none = "1\t不适用\t不适用\t不适用\t不适用\t不适用\n\n##### ii."
    plan = changed(none, none.replace("\n\n", f"\n{row}\n\n"))
    assert told(plan) == [(13, "a row in a section that says it does not apply")]
    assert plan.sections[0].empty == "not-applicable"


def test_a_table_whose_only_line_was_lost_is_not_called_empty() -> None:
    row = "1\t运输\t渡轮靠岸时刻\t渡轮靠岸时刻及误点 (只限日间)\t03/2031\t每年"
    for damaged in (row.replace("03/", "13/"), row + "\t7", row.replace("\t", " "), "<i>" + row):
        section = changed(row, damaged).sections[1]
        assert (section.rows, section.empty) == ((), None), damaged


def test_what_stands_above_the_header_is_told_and_the_header_still_opens_the_table() -> None:
    header = "编号\t数据种类\t数据集名称\t一般说明\t发放日期(月/年)\t更新频率\n<b>"
    plan = changed(header, f"<b>渔市</b>\n1\t其他\n{header}")
    assert told(plan) == [
        (55, "a group heading above its table's header"),
        (56, "a row above its table's header"),
    ]
    assert [row.row for row in plan.sections[-1].rows] == [1, 2, 3, 4]


def test_a_planned_table_is_not_taken_for_a_released_one() -> None:
    """The part decides the status, so its date column must say the same."""
    header = "发放日期(月/年)\t更新频率\n<b>"
    plan = changed(header, "目标" + header)
    assert told(plan)[0] == (55, "the date column of section D.ii is not released")


def test_a_date_above_the_first_heading_is_the_plans_date() -> None:
    text = HASHED.replace("## 海风观测署\n", "## 海风观测署\n2030年11月\n")
    plan = read_plan(text.removesuffix("\n2030年12月"), NAMES)
    assert (plan.date, plan.date_line, told(plan)) == ("2030-11", 4, [])


def test_a_text_that_is_no_plan() -> None:
    plan = read_plan("Hong Kong: The Facts\n\nInnovation\tand Technology\n", NAMES)
    assert (plan.title, plan.sections) == ("", ())
    assert plan.publisher == ""
    assert told(plan) == [(3, NO_HEADING)]
    empty = read_plan("", NAMES)
    assert (empty.publisher, empty.not_understood, empty.explained) == ("", (), ())


def accounted(plan: Plan) -> Counter[int]:
    rows = [row.line for section in plan.sections for row in section.rows]
    entries = [*plan.explained, *plan.not_understood]
    return Counter([*rows, *(entry.line for entry in entries)])


def assert_every_line_once(text: str) -> None:
    plan = read_plan(text, NAMES)
    wanted = [number for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    assert accounted(plan) == Counter(wanted)
    codes = [section.code for section in plan.sections]
    assert len(codes) == len(set(codes))
    for section in plan.sections:
        numbers = [row.row for row in section.rows]
        assert len(numbers) == len(set(numbers))


@given(edited_plans())
@settings(deadline=None)
def test_every_line_of_a_damaged_plan_is_accounted_for_once(text: str) -> None:
    """Heading, remark, header, group, row, continuation, sign-off, or not understood."""
    assert_every_line_once(text)


@given(HEAPS)
@settings(deadline=None)
def test_every_line_of_a_heap_of_lines_is_accounted_for_once(text: str) -> None:
    assert_every_line_once(text)


@given(ANY_TEXT)
@settings(deadline=None)
def test_every_line_of_any_text_is_accounted_for_once(text: str) -> None:
    assert_every_line_once(text)
