"""The release calendar: months to come, months past, what each plan added."""

from datetime import date

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_landing,
    a_listing,
    a_locator,
    a_section,
    an_agency,
    catalogue_of_the_project,
)
from data_today import listings, records
from sample import sample_records

from generator.model.link import Landing
from generator.render.calendar import CalendarYear, PlanAdditions, calendar_pages, plan_additions
from generator.render.datasets import dataset_rows
from generator.resolve.resolve import resolve


def listed(years: tuple[CalendarYear, ...]) -> list[tuple[str, str]]:
    return [(it.listing.date, it.dataset.id) for year in years for it in year.entries]


def test_months_to_come_stand_in_their_order_and_past_ones_backwards() -> None:
    [page] = calendar_pages(sample_records(date(2025, 4, 1)))
    assert listed(page.values["coming"]) == [
        ("2025-04-15", "sea-tides"),
        ("2026-05", "sea-charts"),
        ("2027", "sea-fund-prices"),
    ]
    assert listed(page.values["past"]) == [("2025-03", "sea-tides"), ("2019-34", "sea-vessels")]


@pytest.mark.parametrize(("day", "coming"), [(date(2026, 5, 31), 1), (date(2026, 6, 1), 0)])
def test_a_month_is_past_when_its_last_day_is(day: date, coming: int) -> None:
    [page] = calendar_pages(sample_records(day))
    assert listed(page.values["coming"]).count(("2026-05", "sea-charts")) == coming


def notes(day: date, landing: Landing | None = None) -> list[tuple[str, str | None]]:
    """What the calendar says of a dataset that is planned for June 2025."""
    dataset = a_dataset(
        listings=[a_listing(section="A.ii", status="planned", date="2025-06", line=60)],
        landing=landing,
    )
    document = a_document(sections=[a_section(code="A.ii")])
    made = resolve(a_catalogue(documents=[document], datasets=[dataset]), day)
    [page] = calendar_pages(made)
    [year] = [*page.values["coming"], *page.values["past"]]
    [row] = year.entries
    assert row.notes == dataset_rows(made.datasets)[0].notes
    return [(mark.label.text, seen) for mark, seen in row.notes]


def test_a_planned_row_says_what_every_list_says_of_its_dataset() -> None:
    """That the portal has a page, with the day it was seen."""
    seen = ("開放數據平台已有頁面", "2025-03-01")
    assert notes(date(2025, 6, 1)) == []
    assert notes(date(2025, 6, 1), a_landing()) == [seen]
    assert notes(date(2025, 7, 1), a_landing()) == [seen]


def test_a_row_that_a_newer_plan_settled_says_that_alone() -> None:
    [page] = calendar_pages(sample_records(date(2025, 4, 1)))
    assert [it.notes for year in page.values["past"] for it in year.entries] == [(), ()]


@pytest.mark.today
@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2026, 2, 1), date(2030, 1, 1)])
def test_every_row_of_every_plan_stands_once(day: date) -> None:
    pages = list(calendar_pages(resolve(catalogue_of_the_project(), day)))
    found = [it for page in pages for it in listed(page.values["coming"])]
    found += [it for page in pages for it in listed(page.values["past"])]
    wanted = [(row["date"], dataset["id"]) for dataset, row in listings()]
    assert sorted(found) == sorted(wanted)
    for page in pages:
        numbers = (page.values["part"].total, page.values["datasets"])
        assert numbers == (len(wanted), len(records("datasets")))


@pytest.mark.today
def test_the_first_row_of_a_month_carries_its_anchor() -> None:
    pages = list(calendar_pages(resolve(catalogue_of_the_project(), date(2026, 11, 26))))
    years = [year for page in pages for year in page.values["past"]]
    anchors = [it.anchor for year in years for it in year.entries if it.anchor]
    assert anchors == sorted(anchors, reverse=True)
    assert len(anchors) == len(set(anchors))
    months = {date for date, _ in listed(tuple(years))}
    assert set(anchors) == {f"m-{month}" for month in months}


def added(found: tuple[PlanAdditions, ...]) -> dict[str, tuple[bool, list[str]]]:
    return {
        it.record.document.id: (it.is_first, [dataset.id for dataset, _ in it.added])
        for it in found
    }


def test_a_plan_adds_what_no_earlier_plan_of_its_publisher_listed() -> None:
    assert added(plan_additions(sample_records())) == {
        "sea-plan-2": (False, ["sea-charts", "sea-vessels"]),
        "sea-plan": (True, ["sea-tides", "sea-fund-prices"]),
    }


def test_a_plan_of_another_publisher_is_no_earlier_edition() -> None:
    """Both list the dataset; to each publisher's readers it is new."""
    sections = [a_section()]
    records = resolve(
        a_catalogue(
            documents=[a_document(), a_document(id="sky-plan", publisher="sky", date="2025-12",
                                                sections=sections)],
            agencies=[an_agency(), an_agency(id="sky", locators=[a_locator()])],
            datasets=[a_dataset(listings=[a_listing(), a_listing(document="sky-plan")])],
        ),
        date(2026, 1, 1),
    )  # fmt: skip
    assert added(plan_additions(records)) == {
        "sky-plan": (True, ["sea-tides"]),
        "sea-plan": (True, ["sea-tides"]),
    }


@pytest.mark.today
def test_what_each_plan_added_is_counted_as_its_rows_say() -> None:
    """A publisher's first plan adds all its rows; a later one what none before it listed."""
    found = added(plan_additions(resolve(catalogue_of_the_project(), date(2026, 11, 26))))
    plans = {id: it for id, it in records("documents").items() if it["kind"] == "open-data-plan"}
    rows = {id: {it["id"] for it, _ in listings(document=id)} for id in plans}
    wanted = {}
    for id, plan in plans.items():
        same = [it for it in plans if plans[it].get("publisher") == plan.get("publisher")]
        before = [it for it in same if plans[it]["date"] < plan["date"]]
        wanted[id] = (not before, rows[id].difference(*(rows[it] for it in before)))
    assert {id: (first, set(names)) for id, (first, names) in found.items()} == wanted
    assert sum(first for first, _ in wanted.values()) > 1
