"""A name counts as confirmed only by a document, the Government or the body itself."""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_name,
    a_name_list,
    a_terminology,
    catalogue_of_the_project,
)

from generator.model.host import Host, HostList
from generator.rules import name_sources

OWN = "https://www.sea.gov.hk/about.htm"
PAPER = "https://news.example/2026/01/sea"
STANDS = {"document": "sea-plan", "lines": [3]}
TOLD = "no document, page of the Government or page of the body itself confirms "


def hosts_known() -> list[HostList]:
    return [
        HostList(
            id="government", confirms_names=True, hosts=(Host(host="www.sea.gov.hk", who="海風"),)
        ),
        HostList(id="media", hosts=(Host(host="news.example", who="海報"),)),
    ]


def told(hosts: list[HostList] | None = None, **changes: Any) -> list[str]:
    catalogue = a_catalogue(
        documents=[a_document()],
        hosts=hosts_known() if hosts is None else hosts,
        terminology=a_terminology(names=[a_name_list(a_name(**changes))]),
    )
    return [it.message for it in name_sources.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_names_are_confirmed_by_those_who_may() -> None:
    assert list(name_sources.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize(
    "page", [OWN, "http://www.sea.gov.hk/", "https://WWW.SEA.GOV.HK/x", f"{OWN}?q=1"]
)
def test_a_page_of_the_government_confirms_every_form(page: str) -> None:
    assert told(english="Sea Office", confirmed_by=[PAPER, page]) == []


@pytest.mark.parametrize(
    "pages",
    [
        [],
        [PAPER],
        ["https://www.sea.gov.hk.example/about.htm"],
        ["https://sea.gov.hk/about.htm"],
        ["https://news.example/www.sea.gov.hk/"],
        [PAPER, "https://news.example/again"],
    ],
)
def test_pages_of_others_confirm_nothing(pages: list[str]) -> None:
    assert told(english="Sea Office", confirmed_by=pages) == [f"{TOLD}zh-Hant, zh-Hans, english"]


@pytest.mark.parametrize("changes", [{"stands": [STANDS]}, {"confirmed_by": ["sea-plan"]}])
def test_a_document_confirms_the_form_of_its_script(changes: dict[str, Any]) -> None:
    assert told(**changes) == [f"{TOLD}zh-Hant"]
    assert told(**changes, unconfirmed=["zh-Hant"]) == []


def test_a_document_that_prints_the_english_name_confirms_it() -> None:
    stand = {"which": "Sea Office", **STANDS}
    rest = ["zh-Hant", "zh-Hans"]
    assert told(english="Sea Office", unconfirmed=rest) == [f"{TOLD}english"]
    assert told(english="Sea Office", unconfirmed=rest, forms_stand=[stand]) == []


def test_what_is_owned_to_be_unconfirmed_needs_no_source() -> None:
    assert told(english="Sea Office", unconfirmed=["zh-Hant", "zh-Hans", "english"]) == []


def test_nothing_is_said_where_no_host_is_known_to_confirm() -> None:
    assert told(hosts=[]) == []


def test_a_form_that_stands_is_one_of_the_names_own() -> None:
    forms = [{"which": it, **STANDS} for it in ("Sea Office", "SO", "海辦", "Sea Offise")]
    changes = {"english": "Sea Office", "acronym": "SO", "aliases": ["海辦"]}
    assert told(**changes, confirmed_by=[OWN], forms_stand=forms) == [
        "'Sea Offise' is neither the English name nor the acronym nor an alias"
    ]
