"""What is not from the documents is marked where it stands, and explained once a page."""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_landing,
    a_listing,
    a_name,
    a_name_list,
    a_programme,
    a_section,
    a_terminology,
    an_agency,
    vocabularies_of_the_sample,
)
from sample import sample_converter

from generator.model.host import Host, HostList
from generator.render.page import PageWriter
from generator.render.pages import pages
from generator.resolve.resolve import resolve

STANDS = {"document": "sea-plan", "lines": [3]}
OTHER = an_agency(id="wind", name="風力署")


def written(path: str, **kinds: Any) -> str:
    """The page's Markdown in Traditional, without the legend."""
    fields = {"vocabularies": vocabularies_of_the_sample(), "documents": [a_document()]} | kinds
    made = resolve(a_catalogue(**fields), date(2026, 1, 1))
    [page] = [it for it in pages(made) if it.path == path]
    text = PageWriter(made, sample_converter(), "zh-Hant").write(page)
    assert text.count("> 「文件以外」的內容") == 1
    return text


def named(**changes: Any) -> dict[str, Any]:
    """A catalogue's terminology with a name for the default agency."""
    name = a_name(**{"id": "sea", "zh-Hant": "海風觀測署", "zh-Hans": "海风观测署"} | changes)
    return {
        "agencies": [an_agency(name=None)],
        "terminology": a_terminology(names=[a_name_list(name)]),
    }


FORMS: dict[str, Any] = {"english": "Sea Office", "acronym": "SO", "aliases": ["海辦", "海署"]}


def test_forms_of_a_name_that_no_document_prints_are_marked_one_by_one() -> None:
    stand = [{"which": it, **STANDS} for it in ("SO", "海署")]
    text = written("agencies/sea.md", **named(**FORMS, forms_stand=stand))
    assert ':   <span lang="en">Sea Office</span> *文件以外*\n' in text
    assert "英文簡稱\n:   SO\n" in text
    assert ":   海辦 *文件以外* 、海署\n" in text


def test_the_list_of_names_marks_them_too() -> None:
    stand = [{"which": "SO", **STANDS}]
    text = written("terminology.md", **named(**FORMS, forms_stand=stand))
    assert '<span lang="en">Sea Office</span> *文件以外* （SO） |' in text
    text = written("terminology.md", **named(**FORMS))
    assert '<span lang="en">Sea Office</span>（SO） *文件以外* |' in text


def test_pages_of_others_do_not_confirm_a_name() -> None:
    hosts = [
        HostList(id="own", confirms_names=True, hosts=(Host(host="sea.example", who="海風"),)),
        HostList(id="media", hosts=(Host(host="news.example", who="海報"),)),
    ]
    pages_seen = ["https://sea.example/a", "https://news.example/b"]
    text = written("terminology.md", **named(confirmed_by=pages_seen), hosts=hosts)
    assert "核對：[sea.example](https://sea.example/a)" in text
    assert "只見於其他網站：[news.example](https://news.example/b)" in text


def test_pages_of_one_site_are_told_apart() -> None:
    hosts = [HostList(id="own", confirms_names=True, hosts=(Host(host="sea.example", who="海風"),))]
    pages_seen = ["https://sea.example/a", "https://sea.example/b"]
    text = written("terminology.md", **named(confirmed_by=pages_seen), hosts=hosts)
    assert (
        "核對：[sea.example](https://sea.example/a)、[sea.example（2）](https://sea.example/b)"
        in text
    )


def test_a_name_that_nobody_confirms_says_so_below_the_title() -> None:
    assert "***名稱待核實***" in written("agencies/sea.md", **named(unconfirmed=["zh-Hant"]))
    assert "***名稱待核實***" not in written("agencies/sea.md", **named(unconfirmed=["zh-Hans"]))


def test_kinds_are_ours_and_official_pages_from_outside() -> None:
    links = {"en": "https://sea.example/en/"}
    text = written("agencies/sea.md", agencies=[an_agency(links=links)])
    assert "* *本站分類*\n" in text
    assert "[英文](https://sea.example/en/) *文件以外*\n" in text
    text = written("programmes/sea-grant.md", programmes=[a_programme(links=links)])
    assert "* *本站分類*\n" in text
    assert "[英文](https://sea.example/en/) *文件以外*\n" in text


@pytest.mark.parametrize(
    ("dataset", "section", "marked"),
    [
        ({"agency": "sea"}, {}, False),  # the plan is its own
        ({"agency": "wind"}, {}, True),
        ({"agency": "wind", "group": "风力署"}, {}, False),
        ({"agency": "wind"}, {"code": "C.1.ii", "body": "风力署"}, False),
    ],
)
def test_a_publisher_that_the_plan_does_not_print_is_marked(
    dataset: dict[str, str], section: dict[str, str], marked: bool
) -> None:
    listing = a_listing(section=section.get("code", "D.ii"))
    text = written(
        "datasets/sea-tides.md",
        documents=[a_document(sections=[a_section(**section)])],
        agencies=[an_agency(), OTHER],
        datasets=[a_dataset(**dataset, listings=[listing])],
    )
    line = next(it for it in text.splitlines() if "](../agencies/" in it)
    assert line.endswith(" *文件以外*") == marked


def test_that_no_page_was_seen_is_told_with_the_day() -> None:
    datasets = [a_dataset(), a_dataset(id="sea-winds", name="风", landing=a_landing())]
    text = written("datasets/sea-tides.md", datasets=datasets)
    assert ":   2025年3月1日查看平台的清單，未見這個數據集的頁面 *文件以外*\n" in text
    text = written("datasets/sea-tides.md", datasets=datasets[:1])
    assert ":   未見這個數據集的頁面 *文件以外*\n" in text


def test_a_remark_on_the_portal_is_told_with_the_day() -> None:
    landing = a_landing(note="平台列 JSON")
    text = written("datasets/sea-tides.md", datasets=[a_dataset(landing=landing)])
    assert "（2025年3月1日所見） *文件以外*\n" in text
