"""What pages show of facts: tables, a programme's overview, the pages across all records."""

import re
from datetime import date
from functools import cache
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_condition,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_listing,
    a_locator,
    a_programme,
    a_section,
    a_spot,
    a_vocabulary,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    vocabularies_of_the_sample,
)
from lxml.html import HtmlElement
from render.markdown_site import rendered
from sample import AS_OF, sample_converter

from generator.model.event import Event
from generator.model.locator import Locator
from generator.render.document_facts import FactRow, fact_rows
from generator.render.fact_tables import erratum_rows, event_rows, series_rows
from generator.render.page import PageWriter
from generator.render.pages import pages
from generator.resolve.resolve import Records, resolve
from generator.site.front_matter import split_front_matter

NEW = a_document(
    id="sea-plan-2", script="zh-Hant", title="新計劃", date="2025-12", lines=200, sections=[]
)


def records(**kinds: Any) -> Records:
    """The default programme and what is given, in two plans."""
    fields = {"programmes": [a_programme()], "documents": [a_document(), NEW]} | kinds
    return resolve(a_catalogue(**fields), date(2026, 1, 1))


def written(path: str, **kinds: Any) -> str:
    """The page's Markdown in Traditional."""
    made = records(**kinds)
    [page] = [it for it in pages(made) if it.path == path]
    return PageWriter(made, sample_converter(), "zh-Hant").write(page)


def shown(text: str) -> HtmlElement:
    """The page as a browser reads it."""
    return rendered(split_front_matter(text)[0])


def tables(text: str) -> list[HtmlElement]:
    return list(shown(text).iter("table"))


def rows(text: str, table: int = 0) -> list[list[str]]:
    """What a reader sees in each row of a table, cell by cell."""
    return [
        [" ".join(cell.text_content().split()) for cell in row]
        for row in tables(text)[table].iter("tr")
    ]


# --- events -------------------------------------------------------------------------------------


def event_table(*events: Event) -> list[tuple[str, list[tuple[str, int]], str | None]]:
    """(first event, its sources, its outcome) of each row."""
    made = records(events=[an_event_list(*events)]).events
    return [
        (
            it.event.id,
            [(source.document.id, source.line) for source in it.sources],
            it.outcome and it.outcome.id,
        )
        for it in event_rows(made, AS_OF)
    ]


def test_editions_that_tell_an_event_alike_share_a_row() -> None:
    old, new = an_event(id="a"), an_event(id="b", document="sea-plan-2", line=7)
    assert event_table(old, new) == [("a", [("sea-plan", 30), ("sea-plan-2", 7)], None)]


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2023"},
        {"date": None},
        {"kind": "opened"},
        {"what": "推出新計劃"},
        {"planned": True},
    ],
)
def test_events_that_differ_keep_their_rows(other: dict[str, Any]) -> None:
    assert len(event_table(an_event(id="a"), an_event(id="b", **other))) == 2


def test_the_same_happening_of_two_records_is_two() -> None:
    lists = [an_event_list(), an_event_list(an_event(id="b"), id="sea", subject="agency")]
    assert len(event_rows(records(events=lists).events, AS_OF)) == 2


@pytest.mark.parametrize(
    ("day", "passed"), [("2024-12", "target"), ("2025-01", None), ("2025", None), (None, None)]
)
def test_a_plan_whose_day_has_passed_says_so(day: str | None, passed: str | None) -> None:
    """On the last day of the month it still has not."""
    plan = an_event(id="a", planned=True, date=day)
    [row] = event_rows(records(events=[an_event_list(plan)]).events, date(2025, 1, 31))
    assert row.passed == passed


@pytest.mark.parametrize("page", ["programmes/sea-grant.md", "timeline.md"])
def test_after_the_earliest_day_of_a_plan_nothing_is_late(page: str) -> None:
    plan = {"planned": True, "date": "2024"}
    soonest = written(page, events=[an_event_list(an_event(**plan, bound="earliest"))])
    assert "最早日期已過。" in soonest
    assert "文件未載結果" not in soonest
    target = written(page, events=[an_event_list(an_event(**plan))])
    assert "日期已過，本站所據文件未載結果。" in target
    assert "最早日期已過" not in target


def test_plans_that_are_told_alike_have_the_newest_outcome() -> None:
    plan = {"planned": True, "date": "2022"}
    events = [
        an_event(id="a", outcome="first", **plan),
        an_event(id="b", outcome="second", **plan),
        an_event(id="c", **plan),
        an_event(id="first", what="第一"),
        an_event(id="second", what="第二"),
    ]
    assert [(row, outcome) for row, _, outcome in event_table(*events)] == [
        ("a", "second"),
        ("first", None),
        ("second", None),
    ]


# --- figures and errata -------------------------------------------------------------------------


def test_a_measure_has_its_newest_number_first_and_says_how_it_changed() -> None:
    figures = [
        a_figure(id="old", value=1),
        a_figure(id="new", value=2, document="sea-plan-2"),
        a_figure(id="alone", measure="duration"),
    ]
    made = records(figures=[a_figure_list(*figures)])
    first, second = series_rows(made.series, made)
    assert (first.newest.id, [it.id for it in first.earlier]) == ("new", ["old"])
    assert first.change is not None
    assert first.change.text == "較前增加"
    assert (second.newest.id, second.earlier, second.change) == ("alone", (), None)


def test_an_erratum_names_each_line_once_and_four_at_most() -> None:
    """One line may hold two words of it; its own page lists them all."""
    spots = [a_spot(line=line) for line in (5, 5, 6, 7, 8, 8, 9, 10)]
    made = records(errata=[an_erratum_list(an_erratum(locators=spots))])
    [row] = erratum_rows(made.errata)
    assert [it.line for it in row.sources] == [5, 6, 7, 8]
    assert row.more == 2


def test_a_programmes_page_counts_the_places_it_leaves_to_the_page_of_the_errata() -> None:
    spots = [a_spot(line=line) for line in range(5, 12)]
    erratum = an_erratum(about=["sea-grant"], locators=spots)
    text = written("programmes/sea-grant.md", errata=[an_erratum_list(erratum)])
    before_sources = text.split("{#sources}")[0]
    assert before_sources.count("](../documents/sea-plan.md#line-") == 4
    assert "其餘3處" in text


def test_the_errata_page_names_all_places() -> None:
    spots = [a_spot(line=line, printed=f"字{line}") for line in range(5, 12)]
    text = written("errata.md", errata=[an_erratum_list(an_erratum(locators=spots))])
    assert re.findall("字[0-9]+ 第([0-9]+)行", shown(text).text_content()) == [
        *("5", "6", "7", "8", "9", "10", "11")
    ]
    assert "共1項，涉及7處。" in text


def errata_of_each_level() -> dict[str, Any]:
    """About the programme and the agency; one about nobody."""
    both = ["sea-grant", "sea"]
    return {
        "errata": [
            an_erratum_list(
                an_erratum(id="amount", what="款額不符。", about=both),
                an_erratum(id="nobody", what="沒有日期。"),
                an_erratum(id="agency", what="成立年份不符。", about=["sea"]),
                an_erratum(id="word", level="editorial", what="用語不同。", about=both),
                an_erratum(id="cut-1", level="blemish", what="斷行。", about=both),
                an_erratum(
                    id="cut-2",
                    level="blemish",
                    what="換頁。",
                    locators=[a_spot(document="sea-plan-2", line=7)],
                ),
                an_erratum(id="cut-3", level="blemish", what="掉字。"),
            )
        ]
    }


def test_the_errata_page_opens_with_what_touches_a_fact_by_subject() -> None:
    """Agencies, programmes, then what is about nobody; differences are folded, and of blemishes
    there is only a number for each document."""
    text = written("errata.md", **errata_of_each_level())
    assert re.findall(r"^(#+) (.+?) \{#([a-z-]+)", text, re.M)[1:-1] == [
        ("##", "影響事實", "fact"),
        ("###", "[海風觀測署](agencies/sea.md)", "about-sea"),
        ("###", "[海產資助計劃](programmes/sea-grant.md)", "about-sea-grant"),
        ("###", "不涉個別機構或計劃", "about-nobody"),
        ("##", "編輯差異", "editorial"),
        ("###", "列出1項", "editorial-all"),
        ("##", "文字瑕疵", "blemish"),
    ]
    items = [it.text_content().replace("°", "").strip() for it in shown(text).iter("li")]
    assert [it.partition("。")[0] for it in items[:4]] == [
        "成立年份不符",
        "款額不符",
        "沒有日期",
        "用語不同",
    ]
    assert items[1].endswith("有關：海風觀測署")
    assert items[4:6] == ["海風觀測署開放數據計劃：2項", "新計劃：1項"]
    # Links to what is only counted still lead to its document.
    assert re.findall('<span id="(cut-[0-9])"', text) == ["cut-1", "cut-3", "cut-2"]


@pytest.mark.parametrize("page", ["programmes/sea-grant.md", "agencies/sea.md"])
def test_a_records_page_has_only_the_errata_that_touch_a_fact(page: str) -> None:
    text = written(page, **errata_of_each_level())
    assert "款額不符" in text
    for other in ("用語不同", "斷行"):
        assert other not in text


def test_the_page_of_a_document_has_all_errata() -> None:
    text = written("documents/sea-plan.md", **errata_of_each_level())
    for what in ("款額不符", "用語不同", "斷行", "掉字"):
        assert what in text


# --- a programme's overview ---------------------------------------------------------------------


def overview(**kinds: Any) -> list[list[str]]:
    """Each label with its values, above the programme's other names."""
    return told_terms(written("programmes/sea-grant.md", **kinds))


def told_terms(text: str) -> list[list[str]]:
    made: list[list[str]] = []
    for element in shown(text).iter("dt", "dd"):
        said = " ".join(element.text_content().split())
        if element.tag == "dt":
            made.append([said])
        else:
            made[-1].append(said)
    assert made[-1] == ["簡體", "海产资助计划"]
    return made[:-1]


def test_conditions_that_two_documents_tell_alike_stand_once_with_both_sources() -> None:
    terms = [
        a_condition(),
        a_condition(text="養殖戶", line=12),
        a_condition(document="sea-plan-2", line=9),
    ]
    text = written("programmes/sea-grant.md", programmes=[a_programme(terms=terms)])
    assert told_terms(text) == [
        [
            "誰可申請",
            "漁民 海風觀測署開放數據計劃 第11行；新計劃 第9行",
            "養殖戶（只見於較舊版） 海風觀測署開放數據計劃 第12行",
        ]
    ]
    assert shown(text).xpath(".//dd//a/@href") == [
        "../documents/sea-plan.md#line-11",
        "../documents/sea-plan-2.md#line-9",
        "../documents/sea-plan.md#line-12",
    ]


CEILING = "每個申請者的資助上限"
"""Under which the default figure stands."""


def test_money_stands_only_beside_money_of_its_kind() -> None:
    """A ceiling of a project is none of an applicant; what was approved is the last."""
    figures = [
        a_figure(id="a", measure="grant", amount="per-project", value=1_000),
        a_figure(id="b", measure="ceiling-per-project", amount="per-project", value=2_000),
        a_figure(id="c", value=3_000),
        a_figure(id="d", measure="funding-approved", amount="approved", value=4_000),
        a_figure(id="e", measure="commitment", amount="commitment", value=5_000),
    ]
    source = "（只見於較舊版） 海風觀測署開放數據計劃 第20行"
    assert overview(figures=[a_figure_list(*figures)]) == [
        [CEILING, f"3,000港元{source}"],
        ["每個項目的資助上限", f"2,000港元{source}", f"1,000港元{source}"],
        ["承擔額", f"5,000港元{source}"],
        ["已批出的總額", f"批出款額：4,000港元{source}"],
    ]


def test_numbers_and_words_stand_in_the_order_of_the_kinds_of_condition() -> None:
    terms = [a_condition(kind="limit", text="一次"), a_condition(kind="matching", text="對半")]
    figures = [
        a_figure(id="c", measure="commitment", amount="commitment"),
        a_figure(id="b", measure="duration", value=3, unit="year"),
        a_figure(id="a"),
        a_figure(id="x", measure="projects-approved", value=9, unit="project"),
    ]
    made = overview(programmes=[a_programme(terms=terms)], figures=[a_figure_list(*figures)])
    assert [row[0] for row in made] == [CEILING, "配對比例", "期限", "其他限制", "承擔額"]


def test_the_order_of_the_kinds_is_that_of_their_vocabulary() -> None:
    rest = [it for it in vocabularies_of_the_sample() if it.id != "term-kinds"]
    [kinds] = [it for it in vocabularies_of_the_sample() if it.id == "term-kinds"]
    turned = a_vocabulary("term-kinds", terms=[*reversed(kinds.terms)])
    made = overview(
        programmes=[a_programme(terms=[a_condition()])],
        figures=[a_figure_list()],
        vocabularies=[*rest, turned],
    )
    assert [row[0] for row in made] == [CEILING, "誰可申請"]


def test_only_the_newest_number_of_a_measure_is_a_condition() -> None:
    figures = [
        a_figure(id="old"),
        a_figure(id="new", value=6_000_000, document="sea-plan-2", basis="每家公司"),
    ]
    assert overview(figures=[a_figure_list(*figures)]) == [
        [CEILING, "600萬港元（每家公司） 新計劃 第20行"]
    ]


def test_numbers_of_one_kind_say_what_each_of_them_is() -> None:
    """`津貼 10,000、20,000` would not tell a doctor from a bachelor."""
    monthly = {"amount": "per-month"}
    figures = [
        a_figure(id="a", measure="monthly-allowance-bachelor", value=20_000, **monthly),
        a_figure(id="b", measure="monthly-allowance-doctor", value=35_000, as_of="2024", **monthly),
    ]
    source = "（只見於較舊版） 海風觀測署開放數據計劃 第20行"
    assert overview(figures=[a_figure_list(*figures)]) == [
        [
            "每月津貼",
            f"學士每月津貼：20,000港元{source}",
            f"博士每月津貼：35,000港元（截至2024年）{source}",
        ]
    ]


def test_the_launch_has_the_sources_of_the_events_of_that_date() -> None:
    events = [an_event(id="a"), an_event(id="b", line=31), an_event(id="c", date="2024", line=32)]
    text = written(
        "programmes/sea-grant.md",
        programmes=[a_programme(launched="2023-05")],
        events=[an_event_list(*events)],
    )
    assert shown(text).xpath(".//dd//a/@href") == [
        "../documents/sea-plan.md#line-30",
        "../documents/sea-plan.md#line-31",
    ]
    assert told_terms(text)[0][0] == "推出"


def test_an_overview_ends_with_what_the_programme_belongs_to_and_its_official_page() -> None:
    grant = a_programme(
        status="running", agency="sea", part_of="sea", links={"en": "https://sea.example/"}
    )
    part = a_programme(id="part", name="漁網計劃", part_of="sea-grant")
    assert overview(programmes=[grant, part]) == [
        ["狀況", "推行中"],
        ["執行機構", "海風觀測署"],
        ["屬於", "海風觀測署"],
        ["轄下及組成部分", "漁網計劃"],
        ["官方網頁", "英文 文件以外"],
    ]


def test_a_programme_of_which_nothing_is_known_says_nothing() -> None:
    """But that there is nothing."""
    assert overview() == []
    assert tables(written("programmes/sea-grant.md")) == []


def claims_shown(*locators: Locator, **fields: Any) -> dict[str, str]:
    """Label → what the page of the default programme says behind it."""
    made = a_programme(locators=locators, **fields)
    return {label: " ".join(said.split()) for label, said in overview(programmes=[made])}


def test_a_claim_stands_with_its_line_and_its_clause() -> None:
    status = a_claiming_locator("status", document="sea-plan-2", line=7, quotation="計劃正在推行")
    shown_claims = claims_shown(a_locator(), status, status="running")
    assert shown_claims == {"狀況": "推行中 新計劃 第7行（計劃正在推行）"}


def test_what_only_an_older_edition_claims_says_so() -> None:
    old = a_claiming_locator("status", line=7, quotation="计划正在推行")
    shown_claims = claims_shown(old, status="running")
    assert shown_claims["狀況"].startswith("推行中（只見於較舊版）")


def test_a_condition_that_only_an_older_edition_prints_says_so() -> None:
    old = [a_condition(), a_condition(kind="limit", text="每人一次", line=13)]
    new = a_condition(document="sea-plan-2", line=21)
    [who, limit] = overview(programmes=[a_programme(terms=[*old, new])])
    assert "只見於較舊版" not in who[1]
    assert limit[1].startswith("每人一次（只見於較舊版） ")


@pytest.mark.parametrize(
    ("rests_on", "told"),
    [
        (
            {"locators": [a_claiming_locator("former_names", quotation="前称渔业计划")]},
            "漁業計劃（只見於較舊版） 海風觀測署開放數據計劃 第3行（前称渔业计划）",
        ),
        (
            {"derived": [{"field": "former_names", "reason": "文件用過兩個名稱。"}]},
            "漁業計劃 本站推斷（文件用過兩個名稱。）",
        ),
    ],
)
def test_a_former_name_stands_with_what_it_rests_on(rests_on: dict[str, Any], told: str) -> None:
    grant = a_programme(former_names=["漁業計劃"], **rests_on)
    page = shown(written("programmes/sea-grant.md", programmes=[grant]))
    [found] = page.xpath(".//dt[.='前稱']/following-sibling::dd")
    assert " ".join(found.text_content().split()) == told


def test_what_we_draw_ourselves_is_marked_and_says_from_what() -> None:
    reason = "計劃把它列在觀測署之下。"
    derived = [{"field": "agency", "reason": reason}]
    assert claims_shown(a_locator(), agency="sea", derived=derived) == {
        "執行機構": f"海風觀測署 本站推斷（{reason}）"
    }


def test_several_that_run_a_programme_together_stand_together() -> None:
    both = a_claiming_locator("agency", "joint_agencies", document="sea-plan-2", line=7)
    grant = a_programme(agency="sea", joint_agencies=["harbour"], locators=[both])
    [label, *told] = overview(
        programmes=[grant], agencies=[an_agency(), an_agency(id="harbour", name="港口署")]
    )[0]
    assert label == "執行機構"
    assert [it.split()[0] for it in told] == ["海風觀測署", "港口署"]


def test_a_summary_names_its_line_and_says_what_it_is_drawn_from() -> None:
    said = a_claiming_locator("summary", document="sea-plan-2", line=7)
    for fields, wanted in (
        ({"locators": [said]}, "補助漁民。 新計劃 第7行"),
        (
            {"derived": [{"field": "summary", "reason": "由名稱推斷。"}]},
            "補助漁民。 本站推斷（由名稱推斷。）",
        ),
        ({"locators": [a_claiming_locator("summary")]}, "補助漁民。（只見於較舊版）"),
    ):
        text = written(
            "programmes/sea-grant.md", programmes=[a_programme(summary="補助漁民。", **fields)]
        )
        assert wanted in " ".join(shown(text).text_content().split())


def test_a_summary_that_names_its_edition_is_not_marked_as_older_besides() -> None:
    said = [a_claiming_locator("summary")]
    grant = a_programme(summary="據舊計劃，補助漁民。", locators=said)
    for short_title, marked in (("舊計劃", False), ("第一版", True)):
        documents = [a_document(short_title={"zh-Hant": short_title}), NEW]
        text = written("programmes/sea-grant.md", programmes=[grant], documents=documents)
        assert ("只見於較舊版" in text) is marked


def test_a_programme_of_which_documents_say_only_the_name_says_so_and_leads_on() -> None:
    """To the datasets that bear its name, to what it is part of and to its official page."""
    only = "文件只載名稱，沒有說明內容。"
    named = a_programme(
        name={"zh-Hant": "海產資助計劃", "zh-Hans": "海产资助计划"},
        part_of="sea",
        links={"en": "https://sea.example/"},
    )
    kinds: dict[str, Any] = {
        "datasets": [
            a_dataset(name="海产资助计划的项目"),
            a_dataset(id="sea-other", name="其他项目", listings=[a_listing(row=2, line=61)]),
        ],
    }
    assert overview(programmes=[named], **kinds) == [
        ["屬於", "海風觀測署"],
        ["名稱相關的數據集", "海產資助計劃的項目°"],
        ["官方網頁", "英文 文件以外"],
    ]
    assert only in written("programmes/sea-grant.md", programmes=[named])
    for more in (
        {"programmes": [a_programme(summary="補助漁民。")]},
        {"programmes": [a_programme(status="running")]},
        {"programmes": [a_programme(terms=[a_condition()])]},
        {"figures": [a_figure_list()]},
        {"events": [an_event_list()]},
    ):
        assert only not in written("programmes/sea-grant.md", **more)


# --- what is unknown ----------------------------------------------------------------------------

DASH = '<span role="img" aria-label="文件未載明">—</span>'
LEGEND = "> —：文件未載明。"


def test_what_a_list_does_not_know_is_a_dash_that_is_read_aloud() -> None:
    """Once a page the legend says what it means, and only where there is one."""
    only = a_condition(document="sea-plan-2")
    text = written("programmes/index.md", programmes=[a_programme(terms=[only])])
    assert rows(text)[2][1:] == ["漁民", "—", "—", "—", "—"]
    assert text.count(DASH) == 4
    assert text.count(LEGEND) == 1
    known = [a_condition(), a_condition(kind="amount"), a_condition(kind="limit")]
    grant = a_programme(terms=known, status="running", links={"en": "https://sea.example/"})
    text = written("programmes/index.md", programmes=[grant])
    assert DASH not in text
    assert LEGEND not in text


def test_lists_of_an_agency_have_the_same_dash() -> None:
    """Of a programme without a status, and of a dataset without a format."""
    programmes = [a_programme(agency="sea")]
    text = written("agencies/sea.md", programmes=programmes, datasets=[a_dataset(formats=[])])
    assert text.count(DASH) == text.count(LEGEND) == 2
    known = [a_programme(agency="sea", status="running")]
    text = written("agencies/sea.md", programmes=known, datasets=[a_dataset()])
    assert "文件未載明" not in text


def test_the_list_of_an_agency_says_which_status_only_an_older_edition_says() -> None:
    old = a_claiming_locator("status", quotation="计划正在推行")
    programmes = [a_programme(agency="sea", status="running", locators=[old])]
    assert "推行中（只見於較舊版）" in written("agencies/sea.md", programmes=programmes)
    newest = written("agencies/sea.md", programmes=programmes, documents=[a_document()])
    assert "只見於較舊版" not in newest


# --- the index ----------------------------------------------------------------------------------


def test_the_index_tells_an_applicant_who_how_much_and_with_which_share() -> None:
    terms = [
        a_condition(),
        a_condition(text="養殖戶"),
        a_condition(kind="matching", text="政府與漁民按1:2配對"),
    ]
    grant = a_figure(id="b", measure="grant", amount="per-project", value=1_000)
    figures = [a_figure(id="a"), grant]
    text = written(
        "programmes/index.md",
        programmes=[
            a_programme(terms=terms, status="running"),
            a_programme(id="named", name="漁網計劃", summary="補助漁網。"),
            a_programme(id="prize", name="漁獎", kind="competition"),
        ],
        figures=[a_figure_list(*figures)],
        documents=[a_document()],
    )
    assert rows(text) == [
        ["名稱", "誰可申請", "金額", "其他條件", "狀況", "官方網頁"],
        ["企業及初創資助", "", "", "", "", ""],
        [
            "海產資助計劃",
            "漁民養殖戶",
            "每個項目的資助上限：1,000港元每個申請者的資助上限：500萬港元",
            "配對比例：政府與漁民按1:2配對",
            "推行中",
            "—",
        ],
        ["漁網計劃（補助漁網。）", "—", "—", "—", "—", "—"],
        ["比賽、獎項及活動", "", "", "", "", ""],
        ["漁獎", "", "", "", "—", ""],
    ]
    assert "共3項，其中2項" in text


def listed(**kinds: Any) -> list[str]:
    """The row of the default programme in the list: who, how much, what else, status."""
    text = written("programmes/index.md", **{"documents": [a_document()], **kinds})
    return next(row[1:5] for row in rows(text) if row[0].startswith("海產資助計劃"))


KINDS_OF_CONDITION = [
    term.code for it in vocabularies_of_the_sample() if it.id == "term-kinds" for term in it.terms
]


@pytest.mark.parametrize("kind", KINDS_OF_CONDITION)
def test_the_list_has_every_condition_that_a_page_has(kind: str) -> None:
    """In words of any kind: none is said to be unknown that stands a click away."""
    programmes = [a_programme(terms=[a_condition(kind=kind, text="限於沿海")])]
    assert any("限於沿海" in it for it in overview(programmes=programmes)[0])
    assert "限於沿海" in " ".join(listed(programmes=programmes))


@pytest.mark.parametrize(
    ("measure", "unit", "amount", "wanted"),
    [
        ("ceiling", "HKD", "per-applicant", f"{CEILING}：9港元"),
        ("grant", "HKD", "per-project", "每個項目的資助上限：9港元"),
        ("first-tier-rate", "percent", None, "首層扣減比率：9%"),
        ("monthly-allowance-master", "HKD", "per-month", "碩士每月津貼：9港元"),
        ("commitment", "HKD", "commitment", "承擔額：9港元"),
        ("funding-approved", "HKD", "approved", "批出款額：9港元"),
    ],
)
def test_the_list_has_every_amount_that_a_page_has(
    measure: str, unit: str, amount: str | None, wanted: str
) -> None:
    figure = a_figure(measure=measure, unit=unit, amount=amount, value=9)
    kinds: dict[str, Any] = {"figures": [a_figure_list(figure)]}
    assert f"{wanted.split('：')[1]}" in written("programmes/sea-grant.md", **kinds)
    assert listed(**kinds)[1] == wanted


def test_what_was_approved_is_no_amount_where_a_condition_says_one() -> None:
    approved = a_figure(id="approved", measure="funding-approved", amount="approved", value=9)
    assert listed(figures=[a_figure_list(a_figure(), approved)])[1] == f"{CEILING}：500萬港元"


def test_the_list_says_of_each_condition_what_the_newest_document_says() -> None:
    """Not the one whose identifier comes last."""
    older = a_document(id="tide-plan", date="2019-12", sections=[])
    terms = [
        a_condition(text="舊船", document="tide-plan"),
        a_condition(text="新船", document="sea-plan-2"),
    ]
    made = listed(programmes=[a_programme(terms=terms)], documents=[a_document(), NEW, older])
    assert made[0] == "新船"


def test_the_list_says_what_only_an_older_edition_says() -> None:
    """As the page does, of a condition, an amount, a sum approved and the status."""
    old = a_claiming_locator("status", quotation="计划正在推行")
    grant = a_programme(terms=[a_condition()], status="running", locators=[old])
    for figure, amount in (
        (a_figure(), f"{CEILING}：500萬港元"),
        (a_figure(measure="funding-approved", amount="approved"), "批出款額：500萬港元"),
    ):
        kinds = {"programmes": [grant], "figures": [a_figure_list(figure)]}
        assert listed(**kinds) == ["漁民", amount, "—", "推行中"]
        assert listed(documents=[a_document(), NEW], **kinds) == [
            "漁民（只見於較舊版）",
            f"{amount}（只見於較舊版）",
            "—",
            "推行中（只見於較舊版）",
        ]


# --- what a document's page lists by line -------------------------------------------------------


def document_rows(**kinds: Any) -> list[FactRow]:
    made = records(**kinds)
    [plan] = [it for it in made.documents if it.document.id == "sea-plan"]
    return fact_rows(plan)


def told(row: FactRow) -> str:
    for kind in ("figure", "event", "condition", "erratum"):
        if getattr(row, kind) is not None:
            return kind
    return "named" if row.named else "nothing"


def test_a_line_that_says_something_about_a_record_does_not_only_name_it() -> None:
    """The agency is named on line 3, and the programme on the line of its figure and another."""
    made = document_rows(
        programmes=[a_programme(locators=[a_locator(line=20), a_locator(line=21)])],
        figures=[a_figure_list()],
    )
    assert [(it.line, it.subject and it.subject.id, told(it)) for it in made] == [
        (3, "sea", "named"),
        (20, "sea-grant", "figure"),
        (21, "sea-grant", "named"),
    ]


def test_a_line_names_each_of_two_records() -> None:
    made = document_rows(
        agencies=[an_agency(locators=[a_locator(line=20)])], figures=[a_figure_list()]
    )
    assert [(it.line, it.subject and it.subject.id, told(it)) for it in made] == [
        (10, "sea-grant", "named"),
        (20, "sea-grant", "figure"),
        (20, "sea", "named"),
    ]


def test_a_line_that_only_dates_an_event_lists_it_too() -> None:
    """So that the source beside the event leads to a place that is there."""
    event = an_event(date="2024/2025", date_printed="2024-25年度内", date_line=28)
    made = document_rows(events=[an_event_list(event)])
    rows_of_events = [(it.line, it.dates, it.anchored) for it in made if told(it) == "event"]
    assert rows_of_events == [(28, True, True), (30, False, True)]


def test_an_erratum_stands_once_on_a_line_and_again_on_another() -> None:
    spots = [a_spot(line=line) for line in (40, 40, 41)]
    errata = [an_erratum(locators=spots), an_erratum(id="other", locators=[a_spot()])]
    made = document_rows(errata=[an_erratum_list(*errata)])
    assert [(it.line, it.erratum and it.erratum.id) for it in made if told(it) == "erratum"] == [
        (40, "sea-plan-tide"),
        (40, "other"),
        (41, "sea-plan-tide"),
    ]


def test_the_first_fact_of_a_line_carries_the_anchor_unless_a_dataset_has_it() -> None:
    made = document_rows(
        documents=[a_document(sections=[a_section()]), NEW],
        datasets=[a_dataset(listings=[a_listing(line=30)])],
        figures=[a_figure_list(a_figure(), a_figure(id="b", measure="duration"))],
        events=[an_event_list()],
    )
    assert [(it.line, it.anchored) for it in made] == [
        (3, True),
        (10, True),
        (20, True),
        (20, False),
        (30, False),
    ]


@cache
def document_page() -> str:
    return written(
        "documents/sea-plan.md",
        programmes=[a_programme(terms=[a_condition()])],
        figures=[a_figure_list(a_figure(basis="每宗"))],
        events=[an_event_list(an_event(planned=True, printed="五月"))],
        errata=[an_erratum_list()],
    )


def test_a_document_tells_each_fact_with_its_date_its_basis_and_what_is_printed() -> None:
    table = len(tables(document_page())) - 1
    assert rows(document_page(), table)[1:] == [
        ["3", "海風觀測署", "提及名稱", "—"],
        ["10", "海產資助計劃", "提及名稱", "—"],
        ["11", "海產資助計劃", "誰可申請：漁民", "渔民可以申请"],
        ["20", "海產資助計劃", "資助上限：500萬港元（每宗）", "500万元"],
        ["30", "海產資助計劃", "2023年5月 文件所載的計劃 推出計劃", "五月"],
        ["40", "文件問題", "「潮汐」印成「朝夕」。", "—"],
    ]


def test_a_passage_keeps_its_lines() -> None:
    """An author writes one paragraph a line."""
    agency = an_agency(summary="第一段。\n海產資助計劃第二段。")
    text = written("agencies/sea.md", agencies=[agency])
    assert "第一段。<br>[" in text


def test_two_rows_on_one_line_of_a_document_have_one_anchor() -> None:
    """An address leads to the first; HTML has each id once."""
    rows = [a_listing(row=1, line=61), a_listing(row=2, line=61)]
    datasets = [
        a_dataset(id=f"sea-{number}", name=f"海{number}", listings=[listing])
        for number, listing in enumerate(rows)
    ]
    document = a_document(sections=[a_section(rows=2)])
    text = written("documents/sea-plan.md", documents=[document, NEW], datasets=datasets)
    assert [it.get("id") for it in tables(text)[1].xpath("./tbody/tr")] == ["line-61", None]


@pytest.mark.parametrize(
    "links",
    [
        {"en": "https://sea.example/en/"},
        {"zh-Hant": "https://sea.example/tc/"},
        {"zh-Hans": "https://sea.example/sc/"},
        {"zh-Hant": "https://sea.example/tc/", "en": "https://sea.example/en/"},
    ],
)
def test_a_document_leads_to_its_page_in_every_language_that_it_has(links: dict[str, str]) -> None:
    """What its author notes about the link stands behind it."""
    document = a_document(links=links, link_note="整份計劃的清單")
    text = written("documents/sea-plan.md", documents=[document, NEW])
    assert re.findall(r"\]\((https://sea[^)]*)\)", text) == [*links.values()]
    assert ":   整份計劃的清單" in text
    assert "***據知的網址，未經打開核對***" in text


def test_a_document_says_who_opened_its_address_and_where_a_copy_is() -> None:
    links = {
        "zh-Hans": "https://sea.example/sc/",
        "archived": "https://archive.example/1",
        "seen": "2026-01-02",
        "confirmed_by": "陈大文",
    }
    text = written("documents/sea-plan.md", documents=[a_document(links=links), NEW])
    assert "[存檔副本](https://archive.example/1) *2026年1月2日打開核對* （陳大文）" in text
    assert "未經打開核對" not in text
    text = written("documents/sea-plan.md", documents=[a_document(link_note="只有印刷本"), NEW])
    assert "官方頁面\n:   只有印刷本" in text


# --- quotations ---------------------------------------------------------------------------------

QUOTED: dict[str, Any] = {
    "programmes": [a_programme(terms=[a_condition(quotation="所有渔民可以申请")])],
    "figures": [a_figure_list(a_figure(quotation="每宗的上限 500万元"))],
    "events": [an_event_list(an_event(printed="2023年5月", quotation="计划于2023年5月推出"))],
}


def quotations(text: str) -> list[tuple[str | None, str, list[str]]]:
    """Each quotation: its language, its words, and what is bold in it."""
    return [
        (it.get("lang"), it.text_content(), [bold.text_content() for bold in it.iter("b")])
        for it in shown(text).iter("q")
    ]


def test_facts_are_shown_with_the_clause_they_are_taken_from() -> None:
    assert quotations(written("programmes/sea-grant.md", **QUOTED)) == [
        ("zh-Hans", "所有渔民可以申请", ["渔民可以申请"]),
        ("zh-Hans", "每宗的上限 500万元", ["500万元"]),
        ("zh-Hans", "计划于2023年5月推出", ["2023年5月"]),
    ]


def test_a_document_quotes_beside_each_line() -> None:
    assert [it[1] for it in quotations(written("documents/sea-plan.md", **QUOTED))] == [
        "所有渔民可以申请",
        "每宗的上限 500万元",
        "计划于2023年5月推出",
    ]


def test_what_nobody_has_quoted_is_shown_as_printed() -> None:
    text = written("programmes/sea-grant.md", figures=[a_figure_list()])
    assert quotations(text) == []
    assert '<span lang="zh-Hans">500万元</span>' in text


@pytest.mark.parametrize(
    ("newer", "wanted"),
    [
        ("计划 于2023年5月推出", ["计划于2023年5月推出"]),
        ("該計劃於2023年5月推出", ["计划于2023年5月推出", "該計劃於2023年5月推出"]),
        ("政府的计划于2023年5月推出", ["政府的计划于2023年5月推出"]),
        ("于2023年5月推出", ["计划于2023年5月推出"]),
        (None, ["计划于2023年5月推出"]),
    ],
)
def test_what_two_editions_print_alike_is_quoted_once(newer: str | None, wanted: list[str]) -> None:
    old = an_event(printed="2023年5月", quotation="计划于2023年5月推出")
    new = an_event(
        id="sea-grant-launched-2",
        printed="2023年5月",
        quotation=newer,
        document="sea-plan-2",
        line=5,
    )
    text = written("programmes/sea-grant.md", events=[an_event_list(old, new)])
    assert [it[1] for it in quotations(text)] == wanted


def test_a_hostile_quotation_stays_text() -> None:
    attack = "</q><script>x</script>|500万元`*[a](b)"
    text = written("programmes/sea-grant.md", figures=[a_figure_list(a_figure(quotation=attack))])
    assert quotations(text) == [("zh-Hans", attack, ["500万元"])]
    assert not list(shown(text).iter("script"))
