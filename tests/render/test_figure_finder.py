"""The list of figures: its order, its rows, its facets, and what its files are made of."""

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_figure,
    a_figure_list,
    a_programme,
    an_agency,
)
from data_today import records as typed_records
from lxml.html import HtmlElement
from render.markdown_site import PERMALINK, fragment
from sample import sample_converter

from generator.model.base import Script
from generator.render.figure_finder import figure_finder
from generator.render.page import PageWriter
from generator.render.row_texts import row_texts
from generator.render.sidecar import page_sidecar
from generator.resolve.resolve import Records, resolve
from generator.site.front_matter import split_front_matter
from generator.site.page_markup import page_markup

NEW = a_document(
    id="sea-plan-2", script="zh-Hant", title="新計劃", date="2025-12", lines=200, sections=[]
)
GRANT = a_figure_list(
    a_figure(id="old", basis="每宗"),
    a_figure(id="new", value=4_000_000, as_of="2025-03", document="sea-plan-2"),
    a_figure(id="share", measure="first-tier-rate", unit="percent", value=10, value_max=30,
             qualifier="range", as_of="2024/2025"),
    a_figure(id="years-old", measure="duration", unit="year", value=3, basis="不計延期"),
    a_figure(id="years-new", measure="duration", unit="year", value=3, document="sea-plan-2"),
    a_figure(id="approved-old", measure="projects-approved", unit="project", value=300),
    a_figure(id="approved-new", measure="projects-approved", unit="project", value=400,
             document="sea-plan-2"),
    breaks=[{"measure": "projects-approved", "note": "改了算法。"}],
)  # fmt: skip
POSTS = a_figure_list(
    a_figure(id="posts", measure="directorate-posts", unit="post", value=9),
    id="sea",
    subject="agency",
)


def records(**kinds: Any) -> Records:
    """Figures of a programme, and of the agency that runs it, in two plans."""
    fields: dict[str, Any] = {
        "figures": [GRANT, POSTS],
        "agencies": [an_agency()],
        "programmes": [a_programme(agency="sea")],
        "documents": [a_document(), NEW],
    }
    return resolve(a_catalogue(**(fields | kinds)), date(2026, 1, 1))


@cache
def page(script: Script = "zh-Hant") -> HtmlElement:
    """The list as a browser reads it."""
    made = records()
    writer, finder = PageWriter(made, sample_converter(), script), figure_finder(made)
    body, _ = split_front_matter(writer.write(finder))
    rows = page_sidecar(finder, made, writer)["rows"]
    return fragment(page_markup(body, lambda target: target, rows, PERMALINK).html)


def row(id: str) -> HtmlElement:
    [found] = page().xpath(f".//tr[@data-id='{id}']")
    return found


def cells(id: str) -> list[str]:
    return [re.sub(r"\s+", "", it.text_content()) for it in row(id)]


def ids() -> list[str]:
    return [it.get("data-id") for it in page().xpath(".//tr[@data-id]")]


def facets() -> dict[str, dict[str, int]]:
    """Facet → value → the number beside it."""
    return {
        it.get("data-facet"): {
            label.find("input").get("value"): int(label[-1].text_content())
            for label in it.iter("label")
        }
        for it in page().xpath(".//details[@data-facet]")
    }


def test_money_comes_before_posts_and_the_newest_of_a_measure_first() -> None:
    """Though the site names agencies before programmes."""
    heads = page().xpath(".//tr[@class='part']")
    assert [it.get("id") for it in heads] == ["sea-grant", "sea"]
    assert [it.xpath("string(.//summary)") for it in heads] == [
        "海產資助計劃 7（資助上限：400萬港元）",
        "海風觀測署 1（首長級職位：9個職位）",
    ]
    assert ids() == [
        *("new", "old", "years-new", "years-old", "share", "approved-new", "approved-old"),
        "posts",
    ]


def test_a_row_says_what_is_counted_of_what_day_and_where_it_stands() -> None:
    source = "海風觀測署開放數據計劃第20行"
    subject = "海產資助計劃"
    assert cells("new") == [
        *("資助上限", subject, "400萬港元", "2025年3月", "新計劃第20行", "較前減少本站計算"),
    ]
    assert cells("old") == ["資助上限（每宗）", subject, "500萬港元", "", source, "較舊"]
    assert cells("share") == ["首層扣減比率", subject, "10%至30%", "2024-25年度", source, ""]
    assert cells("years-new")[-1] == "與前相同本站計算"


def test_every_row_of_a_series_with_a_break_says_so() -> None:
    assert cells("approved-new")[-1] == "不可直接比較改了算法。"
    assert cells("approved-old")[-1] == "較舊不可直接比較改了算法。"
    assert row("approved-old").xpath(".//*[@class='tag tag--planned']/text()") == ["不可直接比較"]


def test_each_row_has_a_place_and_leads_to_that_of_its_measure() -> None:
    assert row("old").get("id") == "figure-old"
    [link] = row("old").xpath("./th/a/@href")
    assert link == "programmes/sea-grant.md#figure-ceiling"


def test_each_facet_counts_the_figures_of_its_values() -> None:
    """Of an agency also those of what it runs; a fiscal year is a year of its own."""
    assert facets() == {
        "subject": {"sea": 1, "sea-grant": 7},
        "agency": {"sea": 8},
        "unit": {"HKD": 2, "project": 2, "post": 1, "percent": 1, "year": 2},
        "measure": {
            **{"ceiling": 2, "duration": 2, "projects-approved": 2},
            **{"directorate-posts": 1, "first-tier-rate": 1},
        },
        "time": {"2025": 1, "2024/2025": 1, "none": 6},
        "document": {"sea-plan-2": 3, "sea-plan": 5},
        "change": {"changed": 4, "same": 2, "single": 2},
        "comparable": {"true": 4, "false": 2},
    }
    assert list(facets()["measure"].values()) == [2, 2, 2, 1, 1]


def test_values_are_called_as_readers_call_them() -> None:
    """A unit without a number, a year as a year."""
    names = page().xpath(".//details[@data-facet='unit' or @data-facet='time']//label/span[1]")
    assert [it.text for it in names] == [
        *("款額（港元）", "項目", "職位", "百分率", "年期"),
        *("2025年", "2024-25年度", "未載截至日期"),
    ]


def test_a_row_holds_what_files_and_orders_are_made_of() -> None:
    """The largest that a range may be sorts it; what has no day has none."""
    share, old = row("share").attrib, row("old").attrib
    assert (share["data-value"], share["data-value-max"], share["data-amount"]) == (
        "10",
        "30",
        "30",
    )
    assert (share["data-as-of"], share["data-date"]) == ("2024/2025", "2025-03-31")
    assert (old["data-as-of"], old["data-date"], old["data-amount"]) == ("", "", "5000000")
    assert int(old["data-rank"]) < int(share["data-rank"])
    [form] = page().xpath(".//form")
    for column in form.get("data-columns").split():
        name, attribute, *_ = (*column.split(":"), column)
        assert f"data-{attribute if ':' in column else name}" in share, column


def test_the_text_box_searches_the_names_of_the_subject_and_who_runs_it() -> None:
    files = dict(row_texts(records(), sample_converter(), ""))
    text = json.loads(files["search/rows/figures.zh-Hant.json"])["new"]
    assert row("new").get("data-text") is None
    for wanted in ("款額", "海風觀測署", "500万元", "new"):
        assert wanted in text


@pytest.mark.today
def test_no_two_values_of_a_facet_are_called_alike() -> None:
    """So that a reader can tell the units apart."""
    names = [it.get("name") for it in typed_records("vocabulary")["units"]["terms"]]
    assert [name for name, number in Counter(names).items() if number > 1] == []
