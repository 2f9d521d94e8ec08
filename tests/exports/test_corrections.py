"""Corrections as pages, feeds and files tell them; expected words were written by hand."""

import json
from datetime import date

import feedparser
import pytest
from builders import (
    a_catalogue,
    a_condition,
    a_correction,
    a_document,
    a_figure_list,
    a_programme,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
)
from sample import ATTACK, SITE_URL

from generator.model.history import History
from generator.pipeline.generate import catalogue_converter
from generator.pipeline.outputs import outputs
from generator.resolve.resolve import resolve

FACTS = (
    'sea-grant-ceiling 2026-02-01 @sea-plan {"value":"5000000"}',
    'sea-grant-other - @sea-plan {"value":"1"}',
)


def files(as_of: date = date(2026, 6, 1), **changes: object) -> dict[str, bytes]:
    """Every file of a handbook with one correction."""
    catalogue = a_catalogue(
        documents=[a_document()],
        programmes=[a_programme(terms=[a_condition()])],
        figures=[a_figure_list()],
        events=[an_event_list(an_event())],
        corrections=[a_correction(**changes)],
        history={
            "figures": [
                History(id="sea-grant", identifiers=("sea-grant-ceiling",), facts=FACTS),
            ]
        },
    )
    return outputs(resolve(catalogue, as_of), catalogue_converter(catalogue), SITE_URL)


def test_the_page_says_what_stood_what_stands_and_why() -> None:
    made = files(reported_by="陳大文")
    page = made["zh-Hant/corrections.md"].decode()
    assert "## 2026年3月2日・海產資助計劃 {#2026-03-02-sea-grant-1a2b3c}" in page
    assert "| 數字 | 400萬港元 | 500萬港元 |" in page
    assert "原因：看錯了數字。<br>指出錯誤：陳大文" in page
    assert "(programmes/sea-grant.md)" in page
    simplified = made["zh-Hans/corrections.md"].decode()
    assert "| 数字 | 400万港元 | 500万港元 |" in simplified
    assert "原因：看错了数字。" in simplified


def test_of_an_erratum_it_names_the_pages_that_showed_it() -> None:
    changes = [
        {
            "record": "errata/sea-plan-tide",
            "field": "shown_as",
            "before": "照印。",
            "after": "改正。",
        }
    ]
    catalogue = a_catalogue(
        documents=[a_document()],
        programmes=[a_programme()],
        errata=[an_erratum_list(an_erratum(about=["sea-grant"]))],
        corrections=[a_correction(changes=changes)],
    )
    [told] = resolve(catalogue, date(2026, 6, 1)).corrections
    assert [(it.kind, it.id) for it in told.about] == [("programmes", "sea-grant")]
    assert told.ref.name.text == "海產資助計劃"


@pytest.mark.parametrize(
    ("field", "label"),
    [("basis", "說明"), ("measure", "項目"), ("amount", "金額種類"), ("kind", "類別")],
)
def test_a_field_is_called_as_on_its_page(field: str, label: str) -> None:
    change = {"record": "figures/sea-grant-ceiling", "field": field, "before": "甲", "after": "乙"}
    page = files(changes=[change])["zh-Hant/corrections.md"].decode()
    assert f"| {label} | 甲 | 乙 |" in page


def test_without_corrections_the_page_says_since_when_they_are_kept() -> None:
    catalogue = a_catalogue()
    records, converter = resolve(catalogue, date(2026, 6, 1)), catalogue_converter(catalogue)
    made = outputs(records, converter, SITE_URL)
    assert "由2026年12月1日起記錄更正，至今未有更正" in made["zh-Hant/corrections.md"].decode()
    feed = feedparser.parse(made["feeds/corrections.zh-Hant.xml"])
    assert not feed.bozo
    assert feed.entries == []


@pytest.mark.parametrize(
    ("as_of", "marked"),
    [
        (date(2026, 3, 1), False),
        (date(2026, 3, 2), True),
        (date(2027, 3, 2), True),
        (date(2027, 3, 3), False),
    ],
)
def test_the_page_of_the_record_says_so_for_a_year(as_of: date, marked: bool) -> None:
    page = files(as_of)["zh-Hant/programmes/sea-grant.md"].decode()
    assert ("本頁的內容在2026年3月2日有更正" in page) is marked
    assert ("corrections.md#2026-03-02-sea-grant-1a2b3c" in page) is marked


def test_feeds_tell_it_to_all_who_follow() -> None:
    made = files()
    for name in ("corrections", "changes", "programmes/sea-grant"):
        feed = feedparser.parse(made[f"feeds/{name}.zh-Hant.xml"])
        assert not feed.bozo
        [entry] = [it for it in feed.entries if it.title == "更正：海產資助計劃"]
        assert entry.updated == entry.published == "2026-03-02T00:00:00+08:00"
        assert entry.link == f"{SITE_URL}corrections/#2026-03-02-sea-grant-1a2b3c"
        said = "數字：原來是「400萬港元」，更正為「500萬港元」。原因：看錯了數字。"
        assert entry.summary == said
    sea = feedparser.parse(made["feeds/agencies/sea.zh-Hant.xml"])
    assert not [it for it in sea.entries if it.title.startswith("更正")]


def test_programs_read_it() -> None:
    [item] = json.loads(files()["data/v1/corrections.json"])["items"]
    assert item["day"] == "2026-03-02"
    assert item["url"] == f"{SITE_URL}corrections/#2026-03-02-sea-grant-1a2b3c"
    assert item["reason"]["zh-Hans"] == "看错了数字。"
    assert item["changes"] == [
        {
            "record": "figures/sea-grant-ceiling",
            "field": "value",
            "before": "4000000",
            "after": "5000000",
        }
    ]


def test_what_is_hostile_stays_text() -> None:
    change = {"record": "events/sea-grant-launched", "field": "what", "before": ATTACK.strip()}
    made = files(reason=ATTACK.strip(), reported_by=ATTACK.strip(), changes=[change])
    page = made["zh-Hant/corrections.md"].decode()
    assert "<img" not in page
    assert "[x](javascript" not in page
    entry = feedparser.parse(made["feeds/corrections.zh-Hant.xml"]).entries[0]
    assert "（刪去）" in entry.summary
