"""Our own words say no number that a reader could not look up."""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_figure,
    a_figure_list,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_spot,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.rules import numbers_in_prose

PROGRAMME = "data/programmes/sea-grant.yml"
TIP = "(say it in data/figures/ or data/events/, from where the page shows it with its source)"


def problems(**kinds: Any) -> list[str]:
    return [str(it) for it in numbers_in_prose.check(a_catalogue(**kinds))]


def of_summary(summary: object) -> list[str]:
    return problems(programmes=[a_programme(summary=summary)])


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        ("資助 3 類項目。", "5:10: a number in a summary has no source: 3 類項"),
        (
            {"zh-Hant": "資助項目。", "zh-Hans": "资助3类项目。"},
            "6:3: a number in a summary has no source: 3类项目",
        ),
    ],
)
def test_a_number_in_a_summary(summary: object, said: str) -> None:
    """In either script, if both are written by hand; the words are named."""
    assert of_summary(summary) == [f"{PROGRAMME}:{said} {TIP}"]


@pytest.mark.parametrize(
    "summary",
    [
        "資助三千名漁民。",
        "涉及兩億元。",
        "逾百間公司獲資助。",
        "數百家公司參加。",
        "八所大學參與。",
        "分五大範疇推行。",
        "為期三年。",
        "資助一半開支。",
        "按二比一配對。",
        "按一比一的比例配對。",
        "佔開支的三成。",
        "資助百分之五十。",
        "申請增加兩倍。",
        "2024年推出。",
        "二零二四年推出。",
        "二〇二四年十二月推出。",
        "每年4月舉辦。",
        "二十五個項目獲批。",
        "廿五個項目獲批。",
        "十二個經濟體。",
        "超過 78 701 個項目。",
        "資助三至五年。",
        "约两亿元。",
        "兩萬多人次參觀。",
        "在2026-27年度開始。",
        "撥款20.4百萬元。",
    ],
)
def test_kinds_of_numbers_without_a_source(summary: str) -> None:
    assert len(of_summary(summary)) == 1
    assert len(problems(agencies=[an_agency(summary=summary)])) == 1


@pytest.mark.parametrize(
    "summary",
    [
        "資助漁民更新設備。",
        "一站式服務，支援三維地圖和四足機械人。",
        "統一的平台，提供一般支援。",
        "按第一期和第二屆的安排推行。",
        "第三個平台由另一機構管理。",
        "支援5G、3D打印、Wi-Fi 6、Web3和COVID-19研究。",
        "《十四五規劃綱要》和「二十大」都有提及。",
        "配合十四五規劃和「一帶一路」。",
        "按第十四個五年規劃推行。",
        "獲「十大傑出創科獎」。",
        "管理兩地的三個園區和一座大樓。",
        "合作雙方每年四月會面。",
        "十分重視千家萬戶，百花齊放，萬物互聯。",
        "與九龍、四川和八達通的機構合作。",
        "總目135、分目000和綱領(2)的撥款。",
        "參與隊伍收拾大陸的資料，五金和六合彩不計。",
        "中一至中六學生，四方合作，七嘴八舌。",
        "進一步推廣一流人才，一直、一致、一同進行。",
        "兩者之一，萬一不成，百分百退回。",
        "三跑系統，千禧年間。",
        "十全十美，五花八門，四通八達。",
    ],
)
def test_words_with_numerals_that_count_nothing_are_not_blamed(summary: str) -> None:
    assert of_summary(summary) == []


def test_a_number_in_an_official_name_is_not_blamed() -> None:
    name = a_name(id="blueprint", **{"zh-Hant": "智慧海港藍圖2.0", "zh-Hans": "智慧海港蓝图2.0"})
    names = a_terminology(names=[a_name_list(name)])
    programme = a_programme(summary="屬智慧海港藍圖2.0的一項。")
    assert problems(programmes=[programme], terminology=names) == []


# --- conditions ---------------------------------------------------------------------------------


def of_condition(text: str, printed: str, **fields: Any) -> list[str]:
    condition = a_condition(text=text, printed=printed, **fields)
    return problems(programmes=[a_programme(terms=[condition])])


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("政府與公司按1:2配對", "1(政府): 2(公司)"),
        ("最多支付津貼的一半", "政府最多支付上述每月津贴上限的一半"),
        ("政府和機構各付一半", "等额配对"),
        ("五所公營研發中心", "扩展至涵盖五所公营研发中心"),
        ("每家最多5,000萬元", "每家企业最多五千万元"),
        ("2018年4月1日或之後的開支", "适用于在2018年4月1日或之后的开支"),
        ("十八歲或以上", "年满18岁"),
        ("漁民", "渔民可以申请"),
        ("文件沒有寫明兩方", "以配对形式资助"),
    ],
)
def test_a_condition_with_the_printed_numbers(text: str, printed: str) -> None:
    assert of_condition(text, printed) == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("政府與公司按1:3配對", "1(政府): 2(公司)"),
        ("六所公營研發中心", "扩展至涵盖五所公营研发中心"),
        ("每家最多5,000萬元", "每家企业最多五百万元"),
        ("每家最多500萬元", "每家企业最多五亿元"),
        ("2018年4月10日或之後的開支", "适用于在2018年4月1日或之后的开支"),
        ("資助五所大學", "本地大学可以申请"),
        ("最多支付七成", "最多支付六成"),
    ],
)
def test_a_condition_with_another_number(text: str, printed: str) -> None:
    [problem] = of_condition(text, printed)
    assert "is not what is printed" in problem
    assert of_condition(text, printed, differs="見文件另一段。") == []


def test_a_reason_that_is_no_longer_needed() -> None:
    [problem] = of_condition("五所大學", "五所大学", differs="見文件另一段。")
    assert "`differs` is not needed" in problem


# --- events and errata --------------------------------------------------------------------------


def of_event(figures: Any = (), **fields: Any) -> list[str]:
    return problems(events=[an_event_list(an_event(**fields))], figures=figures)


def test_a_number_of_an_event_stands_in_its_form_or_in_a_figure() -> None:
    what = "成立五所中心"
    [problem] = of_event(what=what, printed="2023年5月")
    assert "the number '五所中心' has no source" in problem
    assert of_event(what=what, printed="2023年5月成立五所中心") == []
    figure = a_figure(measure="centres", value=5, printed="五所中心", unit="item")
    own, other = a_figure_list(figure), a_figure_list(figure, id="other-grant")
    assert of_event(what=what, printed="2023年5月", figures=[own]) == []
    assert len(of_event(what=what, printed="2023年5月", figures=[other])) == 1


def test_a_year_of_an_event_is_that_of_its_form() -> None:
    assert of_event(what="在2023年推出", printed="2023年5月") == []
    assert len(of_event(what="在2022年推出", printed="2023年5月")) == 1


def of_statement(text: str, quotation: str, year: str | None = None, **kinds: Any) -> list[str]:
    spots = [a_quoted_locator(quotation=quotation)]
    said = a_statement(text=text, year=year, locators=spots)
    return problems(statements=[a_statement_list(said)], **kinds)


def test_a_number_of_a_statement_stands_in_its_quotation() -> None:
    assert of_statement("資助五所大學。", "资助五所大学") == []
    assert of_statement("資助六所大學。", "资助五所大学") == [
        "data/statements/sea-grant.yml:7:9: the number '六所大學' has no source "
        "(quote the words that hold it, or leave it out)"
    ]


def test_a_statement_may_use_what_other_records_take_from_its_line() -> None:
    """Whoever they are about, and nothing of other lines."""
    five = {"measure": "centres", "value": 5, "printed": "五所中心", "unit": "item"}
    text, quotation = "設有五所中心。", "设有中心"
    assert len(of_statement(text, quotation)) == 1
    for line, said in ((31, 0), (32, 1)):
        figures = [a_figure_list(a_figure(line=line, **five), id="other-grant")]
        assert len(of_statement(text, quotation, figures=figures)) == said
    told = an_event_list(an_event(printed="五所中心", line=31))
    assert of_statement(text, quotation, events=[told]) == []
    condition = a_condition(text="五所中心", printed="五所中心", line=31)
    assert of_statement(text, quotation, programmes=[a_programme(terms=[condition])]) == []


def test_a_statement_may_say_its_year() -> None:
    assert of_statement("在2024年資助漁民。", "2023年成立的基金资助渔民", "2024") == []
    assert len(of_statement("在2024年資助漁民。", "2023年成立的基金资助渔民")) == 1


def test_what_an_erratum_quotes_stands_in_one_of_its_places() -> None:
    def said(what: str) -> list[str]:
        erratum = an_erratum(what=what, locators=[a_spot(printed="约400亿元")])
        return problems(errata=[an_erratum_list(erratum)])

    assert said("「約400億元」是多次注資的合計，共六項。") == []
    assert len(said("「約40億元」是多次注資的合計。")) == 1


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(numbers_in_prose.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize(
    ("printed", "good"), [("二比一配对", 1), ("以2:1配对", 1), ("等额配对", 0)]
)
def test_a_ratio_in_a_condition_is_printed_in_any_numerals(printed: str, good: int) -> None:
    condition = a_condition(text="政府和機構以二比一配對", printed=printed)
    programme = a_programme(terms=[condition])
    assert len(problems(programmes=[programme])) == 1 - good
