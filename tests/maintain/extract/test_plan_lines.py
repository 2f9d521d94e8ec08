"""What a line is can be seen without knowing what stands around it."""

import pytest

from generator.maintain.extract.plan_lines import LineKind, read_lines


@pytest.mark.parametrize(
    ("line", "kind", "parts"),
    [
        ("A. 发放", LineKind.PART, ("A", "发放", "")),
        ("#### A. 发放", LineKind.PART, ("A", "发放", "")),
        ("##A.发放\t\t\t", LineKind.PART, ("A", "发放", "")),
        ("E. 发放", LineKind.PLAIN, ("E. 发放",)),
        ("1) 公司", LineKind.BODY, ("1", "公司")),
        ("(1) 公司", LineKind.BODY, ("1", "公司")),
        ("（12）公司", LineKind.BODY, ("12", "公司")),
        ("### i. 空间数据", LineKind.SUB, ("i", "空间数据", "")),
        ("ii. 非空間數據", LineKind.SUB, ("ii", "非空間數據", "")),
        ("iii. 其他", LineKind.PLAIN, ("iii. 其他",)),
        ("# 备注：旧条目。", LineKind.NOTE, ("旧条目。",)),
        ("備註 : 舊條目。", LineKind.NOTE, ("舊條目。",)),
        ("备注：", LineKind.PLAIN, ("备注：",)),
        ("2031-2033年度开放数据计划", LineKind.TITLE, ("2031-2033年度开放数据计划",)),
        ("2031至2033 年度整合計劃", LineKind.TITLE, ("2031至2033 年度整合計劃",)),
        ("2030年12月", LineKind.DATE, ("2030-12",)),
        ("2030 年 2 月 1 日", LineKind.DATE, ("2030-02-01",)),
        ("2030年", LineKind.DATE, ("2030",)),
        ("观测署  ", LineKind.PLAIN, ("观测署",)),
        ("观测署\r", LineKind.PLAIN, ("观测署",)),
        ("R&amp;D 署", LineKind.PLAIN, ("R&D 署",)),
        ("<b>潮汐局</b>\t\t\t\t\t", LineKind.GROUP, ("潮汐局",)),
        ("<B> R&amp;D </B>", LineKind.GROUP, ("R&D",)),
        ("1\ta\t b \t\t", LineKind.CELLS, ("1", "a", "b", "", "")),
        ("5\t", LineKind.CELLS, ("5", "")),
        ("\ta", LineKind.CELLS, ("", "a")),
    ],
)
def test_kind(line: str, kind: LineKind, parts: tuple[str, ...]) -> None:
    [read] = read_lines(line)
    assert (read.kind, read.parts) == (kind, parts)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("2030年13月", "a date that does not exist"),
        ("2030年33月", "a date that does not exist"),
        ("2030年2月30日", "a date that does not exist"),
        ("0030年2月", "a date that does not exist"),
        ("###", "marked as a heading, but empty"),
        ("&nbsp;", "marked as a heading, but empty"),
        ("<b></b>", "marked as a heading, but empty"),
        ("<i>A. 发放</i>", "holds a tag that is not known here: <i>"),
        ("<b>潮<ul>汐</b>", "holds a tag that is not known here: <ul>"),
        ("<b>潮汐局\t\t\t\t\t", "holds a tag that is not known here: <b>"),
        ("A. 发\u200b放", "holds the invisible character U+200B"),
        ("A. " + "潮" * 300, "longer than 300 characters"),
    ],
)
def test_damage(line: str, why: str) -> None:
    [read] = read_lines(line)
    assert (read.kind, read.parts[0]) == (LineKind.DAMAGED, why)


def test_lines_are_counted_with_the_blank_ones_and_without_a_last_line_break() -> None:
    lines = read_lines("\n甲\r\n \t \n\f\n乙")
    assert [(line.number, line.text) for line in lines] == [(2, "甲"), (5, "乙")]
