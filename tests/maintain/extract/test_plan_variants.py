"""One plan in the forms that other departments print it: the same rows come out, or it is told.

What must come out is written here by hand, beside each form.
"""

from pathlib import Path

import pytest
from maintain.extract.invented import NAMES, ROOT

from generator.maintain.extract.plan_record import Plan
from generator.maintain.extract.plan_table import read_plan

HEAD = "編號\t數據種類\t數據集名稱\t一般說明\t目標發放日期 (月/年)\t更新頻率"
NONE = "\t不適用\t\t\t\t"
TIDES = "1\t運輸\t潮汐表\t以 CSV 格式提供\t12/2031\t每季"
BUOYS = "2\t運輸\t浮標名錄\t浮標的位置\t06/2031\t每年"
DUES = "1\t財經\t燈塔收費\t以 CSV 格式提供\t07/2024\t每年"
TABLES = f"i. 空間數據\n\n{HEAD}\n{NONE}\n\nii. 非空間數據\n\n{HEAD}\n{NONE}\n"
PLAN = f"""海風觀測署

2031-2033年度整合開放數據計劃

A. 在 2031 年發放的局／部門數據集

i. 空間數據

{HEAD}
{NONE}

ii. 非空間數據

{HEAD}
{TIDES}
{BUOYS}

B. 在 2032 年及 2033 年發放的局／部門數據集

{TABLES}
C. 其他機構計劃開放的數據集

(1) 燈塔管理公司

{TABLES}
D. 進度：局／部門及其他機構已經上載的數據集

i. 空間數據

{HEAD.replace("目標", "")}
{NONE}

ii. 非空間數據

{HEAD.replace("目標", "")}
{DUES}

海風觀測署
2030年12月
"""
CODES = ["A.i", "A.ii", "B.i", "B.ii", "C.1.i", "C.1.ii", "D.i", "D.ii"]
ROWS = [
    ("A.ii", 1, "運輸", "潮汐表", "以 CSV 格式提供", "2031-12", None, "每季"),
    ("A.ii", 2, "運輸", "浮標名錄", "浮標的位置", "2031-06", None, "每年"),
    ("D.ii", 1, "財經", "燈塔收費", "以 CSV 格式提供", "2024-07", None, "每年"),
]


def rows(plan: Plan) -> list[tuple[object, ...]]:
    return [
        (
            *(section.code, it.row, it.category, it.name, it.description),
            *(it.date, it.date_note, it.frequency_printed),
        )
        for section in plan.sections
        for it in section.rows
    ]


def changed(*edits: tuple[str, str]) -> Plan:
    text = PLAN
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return read_plan(text, NAMES)


SWAPPED = [
    (line, "\t".join(line.split("\t")[at] for at in (2, 0, 4, 1, 5, 3)))
    for line in (HEAD, HEAD.replace("目標", ""), NONE, TIDES, BUOYS, DUES)
]


@pytest.mark.parametrize(
    "edits",
    [
        [],
        [("編號\t數據種類\t數據集名稱\t一般說明", "序號\t類別\t資料集名稱\t說明")],
        [(" (月/年)\t更新頻率", "\t更新頻率\n\t\t\t\t(月/年)\t")],
        [(" (月/年)\t更新頻率", "\n(月/年)\t更新頻率")],
        [("一般說明\t", "一般\t"), ("\t更新頻率\n", "\t更新頻率\n\t\t\t說明\t\t\n")],
        [*SWAPPED],
        [("A. ", "(A) "), ("B. ", "(B) "), ("C. ", "(C) "), ("D. ", "(D) ")],
        [("A. ", "A部："), ("B. ", "B部："), ("C. ", "C部："), ("D. ", "D部：")],
        [("A. ", "甲、"), ("B. ", "乙、"), ("C. ", "丙、"), ("D. ", "丁、")],
        [("A. ", "一、"), ("B. ", "二、"), ("C. ", "三、"), ("D. ", "四、")],
        [("A. ", ""), ("B. ", ""), ("C. ", ""), ("D. ", "")],
        [("ii. 非", "(2) 非"), ("i. 空", "(1) 空")],
        [("ii. 非", "非"), ("i. 空", "空")],
        [("ii. 非空間數據", "（二）非空間數據（上載至開放數據平台）")],
        [("(1) 燈塔", "（一）燈塔")],
        [("(1) 燈塔", "C.(1) 燈塔")],
        [("(1) 燈塔", "燈塔")],
        [(NONE, "N/A\t\t\t\t\t")],
        [(NONE, "-\t-\t-\t-\t-\t-")],
        [(NONE, "不適用")],
        [(NONE, "（沒有數據集）")],
        [(NONE, "1\t不適用\t不適用\t不適用\t不適用\t不適用")],
        [("\n1\t運輸", "\n１\t運輸"), ("\n2\t運輸", "\n(2)\t運輸")],
        [("\n1\t運輸", "\nA1\t運輸"), ("\n2\t運輸", "\nA2\t運輸")],
        [("\n1\t運輸", "\n一\t運輸"), ("\n2\t運輸", "\n二\t運輸")],
        [("12/2031", "2031年12月"), ("06/2031", "2031-06"), ("07/2024", "Jul 2024")],
        [(BUOYS, f"\n– 3 –\n\n{HEAD}\n{BUOYS}")],
        [("潮汐表\t", "潮汐\n表\t")],
        [("\n2031-2033", "\n香港特別行政區政府\n2031-2033")],
        [
            (
                "海風觀測署\n\n2031-2033年度整合開放數據計劃",
                "2031-2033年度整合開放數據計劃\n海風觀測署",
            )
        ],
        [("數據計劃\n\nA", "數據計劃\n\n序言\n\n本署每年公布數據。\n(1) 先看內容。\n\nA")],
        [("海風觀測署\n2030", "E. 附註\n\n本計劃會每年更新。\n\n海風觀測署\n2030")],
        [("\n海風觀測署\n2030", "\n* 日期或會更改。\n\n海風觀測署\n2030")],
        [
            (
                f"{BUOYS}\n",
                f"{BUOYS}\n\nA. 在 2031 年發放的局／部門數據集（續）\n\nii. 非空間數據（續）\n",
            )
        ],
    ],
    ids=str,
)
def test_the_same_rows_come_out(edits: list[tuple[str, str]]) -> None:
    plan = changed(*edits)
    assert plan.not_understood == ()
    assert rows(plan) == ROWS
    assert [it.code for it in plan.sections] == CODES
    assert (plan.publisher, plan.date) == ("海風觀測署", "2030-12")
    assert {it.code: it.count for it in plan.sections if it.count} == {"A.ii": 2, "D.ii": 1}
    assert plan.sections[4].body == "燈塔管理公司"


@pytest.mark.parametrize(
    ("edits", "row"),
    [
        ([("12/2031", "待定")], ("潮汐表", "以 CSV 格式提供", None, "待定")),
        ([("12/2031", "2031年上半年")], ("潮汐表", "以 CSV 格式提供", "2031-40", None)),
        (
            [(f"{TIDES}\n", f"{TIDES}\n\n{HEAD}\n\t\t(續)\t按地區劃分。\t\t\n")],
            ("潮汐表", "以 CSV 格式提供\n按地區劃分。", "2031-12", None),
        ),
        (
            [
                (
                    f"{TIDES}\n",
                    f"{TIDES}\n\n{HEAD}\n1\t運輸\t潮汐表(續)\t按地區劃分。\t12/2031\t每季\n",
                )
            ],
            ("潮汐表", "以 CSV 格式提供\n按地區劃分。", "2031-12", None),
        ),
        (
            [("潮汐表", "潮汐表 [註1]"), (f"{BUOYS}\n", f"{BUOYS}\n\n註1：只限維港。\n")],
            ("潮汐表", "以 CSV 格式提供\n註1：只限維港。", "2031-12", None),
        ),
        (
            [("12/2031", "12/2031*"), (f"{BUOYS}\n", f"{BUOYS}\n\n* 日期或會更改。\n")],
            ("潮汐表", "以 CSV 格式提供", "2031-12", "日期或會更改。"),
        ),
        ([("以 CSV 格式提供\t12", "● 潮高 ▪ CSV\t12")], ("潮汐表", "潮高\nCSV", "2031-12", None)),
    ],
    ids=str,
)
def test_a_row_in_another_form(edits: list[tuple[str, str]], row: tuple[str | None, ...]) -> None:
    plan = changed(*edits)
    assert plan.not_understood == ()
    found = plan.sections[1].rows[0]
    assert (found.name, found.description, found.date, found.date_note) == row
    assert rows(plan)[1:] == ROWS[1:]


@pytest.mark.parametrize(
    ("edits", "line", "remark"),
    [
        ([("2\t運輸\t", "2\t\t")], 16, "no category is printed: taken from the row above"),
        (
            [("\n1\t運輸", "\n\t運輸"), ("\n2\t運輸", "\n\t運輸")],
            16,
            "no number is printed: counted in order",
        ),
        (
            [("06/2031", "03/06/2031")],
            16,
            "03/06/2031 was read with the day first",
        ),
        (
            [
                (HEAD, f"{HEAD}\t備註"),
                (NONE, f"{NONE}\t"),
                (TIDES, f"{TIDES}\t"),
                (BUOYS, f"{BUOYS}\t暫停"),
            ],
            16,
            "stands in a column that goes into no record: '暫停'",
        ),
        (
            [("浮標名錄", "浮標名錄*")],
            16,
            "the mark at the end of '浮標名錄*' has no footnote",
        ),
        (
            [(BUOYS, f"港務組\t\t\t\t\t\n1{BUOYS[1:]}")],
            17,
            "numbered 1 below its heading: counted on",
        ),
    ],
    ids=str,
)
def test_what_is_understood_and_should_be_looked_at(
    edits: list[tuple[str, str]], line: int, remark: str
) -> None:
    plan = changed(*edits)
    assert plan.not_understood == ()
    row = plan.sections[1].rows[1]
    assert row.line == line
    assert remark in row.remarks
    assert (row.row, row.category, row.name.strip("*")) == (2, "運輸", "浮標名錄")


@pytest.mark.parametrize(
    ("edits", "told"),
    [
        ([("C. 其他機構", "C. 進度：其他機構已經上載的數據集")], "heading C says what part D says"),
        ([("\t更新頻率", "")], "the table has no column for frequency"),
        ([("ii. 非空間數據\n", "\n"), ("i. 空間數據\n", "\n")], "no heading above says whether"),
        ([("12/2031", "13/2031")], "the date '13/2031' is not understood"),
        ([("\t每季\n", "\t\n")], "frequency is empty"),
        ([("潮汐表", "潮汐\u200b表")], "holds the invisible character U+200B"),
        ([("(1) 燈塔管理公司\n", "\n")], ""),
        (
            [("(1) 燈塔管理公司\n", "\n"), (f"{NONE}\n\nD. ", f"{TIDES}\n\nD. ")],
            "the organisation that it belongs to is not known",
        ),
    ],
    ids=str,
)
def test_what_is_not_understood_is_told(edits: list[tuple[str, str]], told: str) -> None:
    plan = changed(*edits)
    said = [entry.why for entry in plan.not_understood]
    assert any(told in why for why in said) if told else said == []
    assert all(entry.tip for entry in plan.not_understood)


def test_a_row_that_was_lost_is_counted() -> None:
    """Whether its date is odd, its tabs are gone, or nothing but its number is left."""
    for lost in (BUOYS.replace("06/", "16/"), BUOYS.replace("\t", " "), "2\t運輸"):
        section = changed((BUOYS, lost)).sections[1]
        assert (section.count, len(section.rows)) == (2, 1), lost
    section = changed((BUOYS, "浮標的位置")).sections[1]
    assert len(section.rows) == 1


def test_a_table_below_no_heading_is_no_section() -> None:
    plan = changed(("ii. 非空間數據", "ii. 其他數據"))
    assert plan.rows_outside == (15, 16, 54)


CASES = ROOT.parent / "shared" / "intake-cases"


@pytest.mark.skipif(not CASES.is_dir(), reason=f"the collected plans are not at {CASES}")
@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda it: Path(it).stem)
def test_collected_plans_leave_no_line_unsaid(case: Path) -> None:
    """Each has two rows or more, and a remedy for each line that is not understood."""
    raw = case.read_bytes()
    if raw[:2] == b"\xff\xfe" or case.stem in ("big5", "gbk", "csv", "spaces"):
        pytest.skip("it is converted first")
    plan = read_plan(raw.decode("utf-8-sig"), NAMES)
    counted = sum(it.count for it in plan.sections) + len(plan.rows_outside)
    taken = sum(len(it.rows) for it in plan.sections)
    assert counted >= (1 if case.stem == "empty_d" else 2)
    assert taken == counted or plan.not_understood
    assert all(entry.tip for entry in plan.not_understood)
