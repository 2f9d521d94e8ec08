"""The clause around a fact's words, from texts as PDFs give them."""

import pytest

from generator.maintain.verify.clauses import clauses, likest


def clause(text: str, printed: str, line: int = 1) -> str | None:
    """The first quotation there is of a line."""
    return next(clauses(text.split("\n"), line, printed), None)


@pytest.mark.parametrize(
    ("text", "printed", "wanted"),
    [
        ("前事。海署于1997年成立，负责潮汐。后事", "1997年", "海署于1997年成立，负责潮汐"),
        ("潮汐中心：海署于1997年成立；另有其他", "1997年", "海署于1997年成立"),
        ("潮汐中心:2020年海署推出平台", "2020年", "2020年海署推出平台"),
        ("以1(政府):2(公司)的配对形式资助", "1(政府):2(公司)", "以1(政府):2(公司)的配对形式资助"),
        ("以2:1配对形式资助", "2:1", "以2:1配对形式资助"),
        ("- **海署**已批出 2 200 宗申请。", "2 200 宗", "海署已批出2 200宗申请"),
        ("每宗可获1,000万元至一亿元", "1,000万元", "每宗可获1,000万元至一亿元"),
        ("- 繼續監察海署的工作；以及", "繼續監察", "繼續監察海署的工作"),
        ("表一\t海署于1997年成立\t备注", "1997年", "海署于1997年成立"),
        ("海署于 2024 年 12 \n月启用", "2024 年 12", "海署于2024年12"),
        ("「潮汐。风浪」计划于1997年推出。", "1997年", "「潮汐。风浪」计划于1997年推出"),
    ],
)
def test_a_clause_ends_where_a_sentence_or_a_heading_does(
    text: str, printed: str, wanted: str
) -> None:
    assert clause(text, printed) == wanted


def test_a_paragraph_that_a_page_break_cut_is_closed_up() -> None:
    """The end of the line is not that of the clause, either."""
    start, end = "一。海署较早前公布的第一阶段工程(即18W大", "楼)已于2025年3月完成,并提供空"
    wanted = "海署较早前公布的第一阶段工程(即18W大楼)已于2025年3月完成,并提供空间"
    assert clause(f"{start}\n\n{end}\n间。二", "2025年3月", 3) == wanted


@pytest.mark.parametrize(
    "above", ["海署", "海署的工作已经于较早前全部完成。", "海署\t潮汐\t风浪\t海浪\t水流"]
)
def test_headings_ended_paragraphs_and_tables_do_not_run_on(above: str) -> None:
    assert clause(f"{above}\n于1997年成立", "1997年", 2) == "于1997年成立"


def test_a_long_clause_is_cut_at_its_commas() -> None:
    """Neighbours are taken in until it can be judged: first those before."""
    text = f"{'海' * 30}，{'潮' * 20}，于1997年成立，{'风' * 30}"
    assert clause(text, "1997年") == f"{'潮' * 20}，于1997年成立"
    assert clause(text, "潮潮") == f"{'海' * 30}，{'潮' * 20}"


def test_brackets_stay_whole() -> None:
    inside = "甲、乙，丙" * 3
    text = f"{'海' * 40}，资助（{inside}）的工作于1997年开始，{'风' * 30}"
    assert clause(text, "1997年") == f"资助（{inside}）的工作于1997年开始"


def test_an_end_before_a_beginning_makes_no_pair() -> None:
    text = f"「{'海' * 50}」、负责潮汐的「潮汐局」于1997年成立"
    assert clause(text, "潮汐局") == "负责潮汐的「潮汐局」于1997年成立"


def test_what_stands_in_a_long_bracket_is_quoted_from_inside_of_it() -> None:
    text = f"{'海' * 40}（即为学士及硕士分别提供20,000元及23,000元的津贴）{'风' * 40}"
    assert clause(text, "20,000元") == "即为学士及硕士分别提供20,000元及23,000元的津贴"


def test_no_clause_is_cut_in_the_middle_of_a_run_without_marks() -> None:
    """Nor is what tells nothing taken: a person has to choose."""
    assert clause("海" * 61 + "1997年", "1997年") is None
    assert clause(f"自1997年起，{'海' * 60}", "1997年") is None


def test_a_number_is_no_part_of_a_longer_one() -> None:
    assert clause("甲获1500万元。乙获500万元", "500万元") == "乙获500万元"
    assert clause("甲获2,500万元。", "500万元") is None


def test_of_several_places_the_one_with_the_facts_words_is_taken() -> None:
    found = list(clauses(["潮汐中心于2020年启用。风浪中心于2020年启用。"], 1, "2020年"))
    assert found == ["潮汐中心于2020年启用", "风浪中心于2020年启用"]
    assert likest(found, "风浪中心启用") == "风浪中心于2020年启用"
    assert likest(found, "无关") == "潮汐中心于2020年启用"
    assert likest([], "无关") is None
