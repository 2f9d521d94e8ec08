"""Parts, organisations and kinds of data are found however a plan counts them."""

import pytest

from generator.maintain.extract.plan_lines import LineKind, read_lines

YEAR, YEARS = "在 2031 年發放的局／部門數據集", "在 2032 年及 2033 年發放的局／部門數據集"
OTHERS, PROGRESS = "其他機構計劃開放的數據集", "進度：局／部門已經上載的數據集"


@pytest.mark.parametrize(
    ("line", "letter", "words", "meant"),
    [
        (f"A. {YEAR}", "A", YEAR, "AB"),
        (f"(A) {YEAR}", "A", YEAR, "AB"),
        (f"（Ｂ）{YEARS}".replace("Ｂ", "B"), "B", YEARS, "AB"),
        (f"A：{YEAR}", "A", YEAR, "AB"),
        (f"A部 {YEAR}", "A", YEAR, "AB"),
        (f"甲. {YEAR}", "A", YEAR, "AB"),
        (f"丙、{OTHERS}", "C", OTHERS, "C"),
        (f"第四部分 {PROGRESS}", "D", PROGRESS, "D"),
        (f"Part C: {OTHERS}", "C", OTHERS, "C"),
        (f"A {YEAR}", "A", YEAR, "AB"),
        (f"一、{YEAR}", "A", YEAR, "AB"),
        (f"IV. {PROGRESS}", "D", PROGRESS, "D"),
        (YEARS, "AB", YEARS, "AB"),
        (OTHERS, "C", OTHERS, "C"),
        (PROGRESS, "D", PROGRESS, "D"),
        (f"C. {PROGRESS}", "C", PROGRESS, "D"),
    ],
)
def test_part(line: str, letter: str, words: str, meant: str) -> None:
    [read] = read_lines(line)
    assert (read.kind, read.parts) == (LineKind.PART, (letter, words, meant))


@pytest.mark.parametrize(
    "line",
    ["本計劃在 2031 年發放十個數據集。", "一、海風觀測署", "A 座", "2031-2033年度開放數據計劃"],
)
def test_what_is_no_part(line: str) -> None:
    [read] = read_lines(line)
    assert read.kind is not LineKind.PART


@pytest.mark.parametrize(
    ("line", "kind", "contradicted"),
    [
        ("i. 空間數據", "i", ""),
        ("(ii) 非空間數據", "ii", ""),
        ("II. 非空間數據", "ii", ""),
        ("1. 空間數據", "i", ""),
        ("（二）非空間數據", "ii", ""),
        ("a. 空间数据", "i", ""),
        ("空間數據（上載至空間數據共享平台）", "i", ""),
        ("非空間資料：", "ii", ""),
        ("C.1.ii 非空間數據", "ii", ""),
        ("Non-spatial Data", "ii", ""),
        ("ii. 空間數據", "i", "ii"),
        ("i. 其他", "i", "i"),
    ],
)
def test_kind_of_data(line: str, kind: str, contradicted: str) -> None:
    [read] = read_lines(line)
    assert read.kind is LineKind.SUB
    assert (read.parts[0], read.parts[2]) == (kind, contradicted)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("(1) 燈塔公司", LineKind.BODY),
        ("C.(1) 燈塔公司", LineKind.BODY),
        ("C.1 燈塔公司", LineKind.BODY),
        ("1. 燈塔公司", LineKind.WEAK_BODY),
        ("（一）燈塔公司", LineKind.WEAK_BODY),
        ("一、燈塔公司", LineKind.WEAK_BODY),
        ("(a) 燈塔公司", LineKind.WEAK_BODY),
        ("① 燈塔公司", LineKind.WEAK_BODY),
    ],
)
def test_organisation(line: str, kind: LineKind) -> None:
    [read] = read_lines(line)
    assert (read.kind, read.parts) == (kind, ("1", "燈塔公司"))
