"""What has become of a dataset by a day. Expected values were worked out by hand."""

from datetime import date
from typing import Any

import pytest
from builders import a_dataset, a_landing, a_listing

from generator.model.dataset import Dataset
from generator.resolve.dataset_status import (
    listing_outcomes,
    listing_status,
    status_codes,
    status_marks,
)

DAY = date(2026, 6, 1)


def promised(month: str, **changes: Any) -> Dataset:
    """A dataset that one plan promises for a month."""
    return a_dataset(listings=[a_listing(section="A.ii", status="planned", date=month)], **changes)


@pytest.mark.parametrize(
    ("target", "day", "expected"),
    [
        # The whole month belongs to the promise.
        ("2026-05", date(2026, 5, 1), "planned"),
        ("2026-05", date(2026, 5, 31), "planned"),
        ("2026-05", date(2026, 6, 1), "target-passed"),
        ("2024-02", date(2024, 2, 29), "planned"),
        ("2024-02", date(2024, 3, 1), "target-passed"),
        ("2026-05-10", date(2026, 5, 10), "planned"),
        ("2026-05-10", date(2026, 5, 11), "target-passed"),
        # The second quarter ends in June, a year in December.
        ("2026-34", date(2026, 6, 30), "planned"),
        ("2026-34", date(2026, 7, 1), "target-passed"),
        ("2026", date(2026, 12, 31), "planned"),
        ("2026", date(2027, 1, 1), "target-passed"),
    ],
)
def test_a_promise_stands_until_its_last_day_is_over(target: str, day: date, expected: str) -> None:
    assert listing_status(promised(target).listings[0], day) == expected
    assert status_codes(promised(target), day) == (expected,)


@pytest.mark.parametrize("day", [date(2000, 1, 1), DAY, date(2100, 1, 1)])
def test_a_released_dataset_is_released_on_any_day(day: date) -> None:
    assert status_codes(a_dataset(), day) == ("released",)


def test_the_newest_plan_decides() -> None:
    """Promised in one plan, released in the next; released in one, promised again in the next."""
    plan = a_listing(status="planned", date="2025-03")
    report = a_listing(document="sea-plan-2", date="2025-04")
    again = a_listing(document="sea-plan-2", status="planned", date="2026-09")
    assert status_codes(a_dataset(listings=[plan, report]), DAY) == ("released",)
    assert status_codes(a_dataset(listings=[a_listing(), again]), DAY) == ("planned",)


def test_marks_are_what_else_is_known() -> None:
    assert status_marks(a_dataset(), DAY) == ()
    dataset = a_dataset(landing=a_landing(), archived=True, frequency="ONE_OFF")
    assert status_marks(dataset, DAY) == ("on-portal", "archived", "one-off")


@pytest.mark.parametrize(("day", "seen"), [("2025-02-28", False), ("2025-03-01", True)])
def test_a_page_on_the_portal_counts_from_the_day_it_was_seen(day: str, seen: bool) -> None:
    found = status_marks(
        a_dataset(landing=a_landing(listed_as_of="2025-03-01")), date.fromisoformat(day)
    )
    assert found == (("on-portal",) if seen else ())


def test_a_dataset_carries_its_headline_and_its_marks() -> None:
    """A promise whose month has passed is no longer one to wait for."""
    assert status_codes(a_dataset(), DAY) == ("released",)
    assert status_codes(promised("2026-07"), DAY) == ("planned",)
    assert status_codes(promised("2026-05", landing=a_landing()), DAY) == (
        *("target-passed", "on-portal"),
    )


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (a_listing(date="2025-04"), "released"),
        (a_listing(status="planned", date="2025-09"), "new-target"),
        (a_listing(status="planned", date="2025-03"), "same-target"),
    ],
)
def test_the_next_plan_tells_what_became_of_a_promise(after: Any, expected: str) -> None:
    promise = a_listing(status="planned", date="2025-03")
    assert listing_outcomes([promise, after]) == ((expected, after), None)


def test_a_promise_without_a_later_plan_has_no_outcome_and_a_report_never_has() -> None:
    assert listing_outcomes([a_listing(status="planned")]) == (None,)
    assert listing_outcomes([a_listing(), a_listing()]) == (None, None)
