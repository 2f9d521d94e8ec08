"""Of what time a record's facts are: its figures' days, its documents' dates, not the portal's."""

from datetime import date
from typing import Any

from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_founding,
    a_landing,
    a_listing,
    a_locator,
    a_programme,
    a_sea_event_list,
    an_agency,
)

from generator.resolve.fact_dates import FactDates
from generator.resolve.resolve import Records, resolve

TODAY = date(2026, 11, 1)


def made(**kinds: Any) -> Records:
    documents = [
        a_document(id="old", date="2023-12", sections=[]),
        a_document(
            id="undated", kind="fact-sheet", date=None, reports_until="2025-07", sections=[]
        ),
        a_document(id="silent", kind="estimates", date=None, sections=[]),
    ]
    agency = an_agency(locators=[a_locator(document="old")])
    fields = {"documents": documents, "agencies": [agency], "datasets": []} | kinds
    return resolve(a_catalogue(**fields), TODAY, TODAY)


def programme(*figures: Any, document: str = "old") -> FactDates:
    record = a_programme(locators=[a_locator(document=document)])
    lists = [a_figure_list(*figures)] if figures else []
    return made(programmes=[record], figures=lists).dates["programmes", "sea-grant"]


def test_a_fact_is_of_the_day_its_document_gives_for_it() -> None:
    dates = programme(a_figure(document="undated", as_of="2025-06"))
    assert (dates.oldest, dates.newest, dates.day) == ("2023-12", "2025-06", "2025-06-30")
    assert sorted(dates.documents) == ["old", "undated"]


def test_without_one_it_is_of_its_documents_date_or_of_the_time_until_which_that_reports() -> None:
    assert programme().newest == "2023-12"
    dates = programme(a_figure(document="undated", as_of=None))
    assert (dates.oldest, dates.newest, dates.day) == ("2023-12", "2025-07", "2025-07-31")


def test_of_a_document_without_any_date_nothing_is_said() -> None:
    dates = programme(document="silent")
    assert (dates.oldest, dates.newest) == (None, None)


def test_when_the_portal_was_seen_is_told_apart() -> None:
    landing = a_landing(listed_as_of="2026-09-28")
    dataset = a_dataset(id="tides", landing=landing, listings=[a_listing(document="old")])
    records = made(datasets=[dataset])
    own = records.dates["datasets", "tides"]
    assert (own.newest, own.day, own.seen) == ("2023-12", "2023-12-31", "2026-09-28")
    assert records.dates["agencies", "sea"].seen == "2026-09-28"
    assert records.all_dates.seen == "2026-09-28"
    assert records.data_as_of == "2025-07-31"


def test_a_list_is_of_the_time_of_the_documents_that_it_holds_facts_of() -> None:
    figures = [a_figure_list(a_figure(document="old", as_of=None))]
    events = [a_sea_event_list(a_founding(document="undated", date="2015-11"))]
    records = made(
        programmes=[a_programme(locators=[a_locator(document="old")])],
        figures=figures,
        events=events,
    )
    whole = {name: records.dates[name, "index"].newest for name in ("figures", "events")}
    assert whole == {"figures": "2023-12", "events": "2025-07"}
    assert records.dates["timeline", "index"] == records.dates["events", "index"]
    assert records.dates["budget", "index"].newest is None
    assert records.dates["statements", "index"].documents == ()


def test_what_changed_is_of_the_time_of_both_editions() -> None:
    first = a_document(id="first", publisher=None, sections=[], date="2024-01")
    second = a_document(id="second", publisher=None, sections=[], date="2024-06")
    sea = an_agency(locators=[a_locator(document="first")])
    records = made(documents=[first, second], agencies=[sea])
    dates = records.dates["documents", "changes/first/second"]
    assert (dates.oldest, dates.newest) == ("2024-01", "2024-06")


def test_no_day_is_later_than_today() -> None:
    dates = programme(a_figure(document="undated", as_of="2026"))
    assert (dates.newest, dates.day) == ("2026", "2026-11-01")
    assert programme(a_figure(document="undated", as_of="2027")).newest == "2023-12"
