"""The release calendar: months to come, months past, what each plan added."""

from datetime import date

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_locator,
    a_section,
    an_agency,
    catalogue_of_the_project,
    counted_by_hand,
)
from sample import sample_records

from generator.render.calendar import Edition, Year, calendar_pages, editions
from generator.resolve.resolve import resolve


def listed(years: tuple[Year, ...]) -> list[tuple[str, str]]:
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


def test_every_row_of_every_plan_stands_once() -> None:
    for day in (date(2020, 1, 1), date(2026, 2, 1), date(2030, 1, 1)):
        records = resolve(catalogue_of_the_project(), day)
        [page] = calendar_pages(records)
        found = listed(page.values["coming"]) + listed(page.values["past"])
        assert sorted(found) == sorted(
            (listing.date, it.id) for it in records.datasets for listing in it.listings
        )
        numbers = (len(found), page.values["part"].total, page.values["datasets"])
        assert numbers == (len(found), len(found), len(records.datasets))


@counted_by_hand
def test_the_plans_of_the_project_list_78_datasets() -> None:
    records = resolve(catalogue_of_the_project(), date(2026, 2, 1))
    [page] = calendar_pages(records)
    assert page.values["part"].total == len(records.datasets) == 78


def test_the_first_row_of_a_month_carries_its_anchor() -> None:
    [page] = calendar_pages(resolve(catalogue_of_the_project(), date(2026, 11, 26)))
    anchors = [it.anchor for year in page.values["past"] for it in year.entries if it.anchor]
    assert anchors == sorted(anchors, reverse=True)
    assert len(anchors) == len(set(anchors))
    months = {date for date, _ in listed(page.values["past"])}
    assert set(anchors) == {f"m-{month}" for month in months}


def added(found: tuple[Edition, ...]) -> dict[str, tuple[bool, list[str]]]:
    return {
        it.record.document.id: (it.is_first, [dataset.id for dataset, _ in it.added])
        for it in found
    }


def test_a_plan_adds_what_no_earlier_plan_of_its_publisher_listed() -> None:
    assert added(editions(sample_records())) == {
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
    assert added(editions(records)) == {
        "sky-plan": (True, ["sea-tides"]),
        "sea-plan": (True, ["sea-tides"]),
    }


@counted_by_hand
def test_the_projects_plans_are_the_first_of_their_publishers() -> None:
    found = editions(resolve(catalogue_of_the_project(), date(2026, 11, 26)))
    assert [(it.record.document.id, it.is_first, len(it.added)) for it in found] == [
        ("itib-open-data-plan-2026-2028", True, 16),
        ("itc-open-data-plan-2025-2027", True, 62),
    ]
