"""No figure says another number than its document prints."""

from typing import Any

import pytest
from builders import a_catalogue, a_figure, a_figure_list, a_vocabulary, catalogue_of_the_project

from generator.messages.problem import Severity, has_errors
from generator.model.vocabulary import Vocabulary
from generator.rules import printed_numbers

FILE = "data/figures/sea-grant.yml"
UNITS: dict[str, tuple[str, ...]] = {
    "{n}港元": ("HKD",),
    "{n}%": ("percent",),
    "{n}年": ("year",),
    "{n}個月": ("month",),
    "{n}天": ("day", "日"),
    "{n}次": ("time",),
    "{n}人": ("person", "名", "位"),
    "{n}人次": ("person-time",),
    "{n}個項目": ("project", "項"),
    "{n}項": ("item", "個", "大"),
    "{n}宗": ("application",),
    "{n}家企業": ("enterprise",),
    "{n}家公司": ("company",),
    "{n}所學校": ("school",),
    "{n}所大學": ("university",),
    "{n}隊": ("team", "支"),
    "{n}支": ("lamppost",),
    "{n}個": ("site", "園", "座"),
    "{n}個職位": ("post", "職位"),
    "{n}平方米": ("square-metre",),
    "{n}公頃": ("hectare",),
    "{n}個百分點": ("percentage-point",),
}


def units() -> Vocabulary:
    terms = [
        {"code": code, "label": label, "printed": printed}
        for label, (code, *printed) in UNITS.items()
    ]
    return a_vocabulary("units", terms=terms)


def problems(**fields: Any) -> list[Any]:
    """What is said of one figure; lines and columns are those of `builders.yaml_of`."""
    figures = a_figure_list(a_figure(**fields))
    made = a_catalogue(vocabularies=[units()], figures=[figures])
    return list(printed_numbers.check(made))


def typed(row: str) -> dict[str, Any]:
    """`printed | value | qualifier | unit`; a range is `5..10`."""
    printed, value, qualifier, unit = (part.strip() for part in row.split("|"))
    low, _, high = value.partition("..")
    fields = {"printed": printed, "value": int(low), "qualifier": qualifier, "unit": unit}
    return fields | ({"value_max": int(high)} if high else {})


RIGHT = """
11 400個 | 11400 | exact | site
超過11 400人 | 11400 | over | person
約1,200人次 | 1200 | about | person-time
二十八個項目 | 28 | exact | project
逾三千名 | 3000 | over | person
近四千家企業 | 4000 | nearly | enterprise
四百餘家 | 400 | over | company
最多兩億元 | 200000000 | at-most | HKD
不少於五支 | 5 | at-least | team
6.5億港元 | 650000000 | exact | HKD
HK$3.2 million | 3200000 | exact | HKD
over 400 | 400 | over | enterprise
十八項 | 18 | exact | item
五成 | 50 | exact | percent
七成半 | 75 | exact | percent
百分之八 | 8 | exact | percent
約一半 | 50 | about | percent
一半 | 50 | exact | percent
增加一倍 | 100 | exact | percent
一年半 | 18 | exact | month
兩年 | 24 | exact | month
3至5年 | 3..5 | range | year
100至500萬元 | 1000000..5000000 | range | HKD
5%–10% | 5..10 | range | percent
20萬元以上但不超過1,000萬元 | 200000..10000000 | range | HKD
100萬元以上 | 1000000 | at-least | HKD
100萬元以上 | 1000000 | over | HKD
上限為50萬元 | 500000 | at-most | HKD
高達500萬元 | 5000000 | exact | HKD
高達500萬元 | 5000000 | at-most | HKD
每月10,000元 | 10000 | exact | HKD
第二批25個 | 25 | exact | project
首三座園區 | 3 | exact | site
「一區兩園」 | 2 | exact | site
減少5% | 5 | exact | percent
減少5% | -5 | exact | percent
-5% | -5 | exact | percent
78 701 | 78701 | exact | project
六所香港的大學 | 6 | exact | university
30隊 | 30 | exact | team
400支 | 400 | exact | lamppost
1億2,000萬元 | 120000000 | exact | HKD
零 | 0 | exact | item
截至2023年12月約5 300個項目 | 5300 | about | project
2,500個研究職位 | 2500 | exact | post
"""
WRONG = """
11 400個 | 114000 | exact | site | value: 11400
11 400個 | 1140 | exact | site | value: 11400
11 400個 | 14100 | exact | site | value: 11400
三千五百人 | 3050 | exact | person | value: 3500
三萬五千元 | 350000 | exact | HKD | value: 35000
5億元 | 50000 | exact | HKD | value: 500000000
5萬元 | 500000000 | exact | HKD | value: 50000
2.5億元 | 25000000 | exact | HKD | value: 250000000
2.5億元 | 2500000000 | exact | HKD | value: 250000000
1億2,000萬元 | 100000000 | exact | HKD | value: 120000000
20.4百萬元 | 204000000 | exact | HKD | value: 20400000
HK$11.2 million | 11200000000 | exact | HKD | value: 11200000
廿五所大學 | 20 | exact | university | value: 25
五成 | 5 | exact | percent | value: 50
七成半 | 70 | exact | percent | value: 75
一半 | 1 | exact | percent | value: 50
最多一半 | 50 | at-most | HKD | unit: percent
兩倍 | 200 | exact | person | unit: percent
兩年 | 2 | exact | month | value: 24
3至5年 | 5 | exact | year | value: 3
3至5年 | 3..6 | range | year | value_max: 5
3至5年 | 4..5 | range | year | value: 3
3至5年 | 3 | exact | year | value_max: 5
5至10億元 | 5..1000000000 | range | HKD | value: 500000000
100至500萬元 | 100..5000000 | range | HKD | value: 1000000
500萬元 | 5000000..6000000 | range | HKD | no `value_max`
超過400人 | 400 | exact | person | qualifier: over
超過400人 | 400 | about | person | qualifier: over
近400人 | 400 | over | person | qualifier: nearly
400多人 | 400 | exact | person | qualifier: over
約400人 | 400 | exact | person | qualifier: about
約400人 | 400 | nearly | person | qualifier: about
400人 | 400 | about | person | qualifier: exact
最多四名 | 4 | at-least | person | qualifier: at-most
最多四名 | 4 | exact | person | qualifier: at-most
不少於四名 | 4 | at-most | person | qualifier: at-least
不超過100萬元 | 1000000 | over | HKD | qualifier: at-most
100萬元以上 | 1000000 | at-most | HKD | qualifier: at-least
100人以內 | 100 | exact | person | qualifier: at-most
18項 | 18 | exact | HKD | unit:
500元 | 500 | exact | item | unit: HKD
5個百分點 | 5 | exact | percent | unit: percentage-point
5% | 5 | exact | percentage-point | unit: percent
300萬美元 | 3000000 | exact | HKD | unit: USD
人民幣2億元 | 200000000 | exact | HKD | unit: CNY
45 000人次 | 45000 | exact | person | unit: person-time
4 260人 | 4260 | exact | person-time | unit: person
六所香港的大學 | 6 | exact | school | unit: university
87公頃 | 87 | exact | square-metre | unit: hectare
3天 | 3 | exact | year | unit: day
20% | 20 | exact | HKD | unit: percent
超過11 400人 | 1140 | exact | person | value: 11400
"""


def rows(table: str) -> list[str]:
    return table.strip().split("\n")


@pytest.mark.parametrize("row", rows(RIGHT))
def test_what_is_printed_is_not_blamed(row: str) -> None:
    assert problems(**typed(row)) == []


@pytest.mark.parametrize("row", rows(WRONG))
def test_another_number_is_told_once_with_what_to_write(row: str) -> None:
    row, _, wanted = row.rpartition("|")
    [problem] = problems(**typed(row))
    assert problem.severity is Severity.ERROR
    assert wanted.strip() in problem.tip


@pytest.mark.parametrize("row", rows(WRONG))
def test_a_difference_with_a_reason_is_not_blamed(row: str) -> None:
    row, _, _ = row.rpartition("|")
    assert problems(**typed(row), differs="文件這一欄印錯。") == []


@pytest.mark.parametrize("row", rows(RIGHT))
def test_a_reason_that_is_no_longer_needed(row: str) -> None:
    [problem] = problems(**typed(row), differs="文件這一欄印錯。", as_of=as_of_of(row))
    assert problem.message == "`differs` is not needed: number and day are as printed"


def as_of_of(row: str) -> str | None:
    return "2023-12" if row.startswith("截至2023年12月") else None


def test_the_place_is_that_of_the_value() -> None:
    [problem] = problems(printed="超過11 400個", value=114000, unit="site", qualifier="over")
    assert str(problem) == (
        f"{FILE}:7:10: '超過11 400個' is printed, so `value` is not 114000 "
        "(write `value: 11400`; if the difference is meant, say why in `differs`)"
    )


def test_everything_that_is_wrong_is_told_at_once() -> None:
    [problem] = problems(printed="超過11 400個", value=114000, unit="site", qualifier="exact")
    assert problem.tip == (
        "write `value: 11400`; `qualifier: over`; if the difference is meant, say why in `differs`"
    )


@pytest.mark.parametrize("printed", ["數百個", "1,28個", "78 70個", "多個項目", "一般支援"])
def test_what_cannot_be_read_is_told(printed: str) -> None:
    [problem] = problems(printed=printed, value=100, unit="project")
    assert "could not be read as a number" in problem.message
    assert problems(printed=printed, value=100, unit="project", differs="文件沒有寫明。") == []


@pytest.mark.parametrize("printed", ["12.5%", "三分之二"])
def test_a_value_that_cannot_be_typed_needs_a_reason(printed: str) -> None:
    [problem] = problems(printed=printed, value=13, unit="percent")
    assert problem.tip == "`value` holds whole numbers: round it, and say so in `differs`"


def test_a_form_with_two_such_numbers_does_not_say_which_is_meant() -> None:
    [problem] = problems(printed="由3年延長至5年", value=3, unit="year")
    assert "holds more than one such number" in problem.message
    assert problems(printed="每人50元，共300人", value=300, unit="person") == []


def test_words_that_no_unit_knows_are_a_warning() -> None:
    [problem] = problems(printed="30艘", value=30, unit="item")
    assert problem.severity is Severity.WARNING
    assert problem.message == "no unit is known to be printed as '艘'"


@pytest.mark.parametrize(
    ("unit", "value"),
    [("item", -5), ("person", 20_000_000_000), ("percent", 1_000_000), ("HKD", 10**16)],
)
def test_a_value_that_is_impossible_whatever_is_printed(unit: str, value: int) -> None:
    [problem] = problems(printed=f"{value}", value=value, unit=unit)
    assert problem.tip == "write what the document prints"


def test_a_unit_that_does_not_exist_is_not_held_against_the_number() -> None:
    """rules/facts.py names it."""
    assert problems(printed="30個", value=30, unit="sites") == []


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert not has_errors(printed_numbers.check(catalogue_of_the_project()))


def test_without_the_vocabulary_of_units_nothing_is_said_of_units() -> None:
    """That it is missing is one problem, of another rule."""
    figures = [a_figure_list(a_figure(printed="30艘", value=30, unit="item", qualifier="exact"))]
    assert list(printed_numbers.check(a_catalogue(figures=figures))) != []
    assert list(printed_numbers.check(a_catalogue(figures=figures, vocabularies=[]))) == []
