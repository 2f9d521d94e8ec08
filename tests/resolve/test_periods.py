"""The last day that a date may mean, whatever its precision."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.when import When
from generator.resolve.periods import (
    chronological_key,
    deadline,
    first_day,
    is_before,
    last_day,
)


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2024", date(2024, 12, 31)),
        ("2024-01", date(2024, 1, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 28)),
        ("2100-02", date(2100, 2, 28)),
        ("2024-04", date(2024, 4, 30)),
        ("2024-12", date(2024, 12, 31)),
        ("2024-33", date(2024, 3, 31)),
        ("2024-34", date(2024, 6, 30)),
        ("2024-35", date(2024, 9, 30)),
        ("2024-36", date(2024, 12, 31)),
        ("2024-06-15", date(2024, 6, 15)),
        ("2024/2025", date(2025, 3, 31)),
        ("2024-40", date(2024, 6, 30)),
        ("2024-41", date(2024, 12, 31)),
        ("2023/2024", date(2024, 3, 31)),
        (When("2024", "start"), date(2024, 4, 30)),
        (When("2024", "middle"), date(2024, 8, 31)),
        (When("2024", "end"), date(2024, 12, 31)),
        (When("2024-02", "start"), date(2024, 2, 10)),
        (When("2024-02", "middle"), date(2024, 2, 20)),
        (When("2024-02", "end"), date(2024, 2, 29)),
        (When("2024-33", "end"), date(2024, 3, 31)),
        (When("2024-41", "start"), date(2024, 8, 31)),
        (When("2024/2025", "start"), date(2024, 7, 31)),
        (When("2024/2025", "end"), date(2025, 3, 31)),
    ],
)
def test_last_day(edtf: str | When, day: date) -> None:
    assert last_day(edtf) == day


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2024", date(2024, 1, 1)),
        ("2024-01", date(2024, 1, 1)),
        ("2024-12", date(2024, 12, 1)),
        ("2024-33", date(2024, 1, 1)),
        ("2024-34", date(2024, 4, 1)),
        ("2024-35", date(2024, 7, 1)),
        ("2024-36", date(2024, 10, 1)),
        ("2024-06-15", date(2024, 6, 15)),
        ("2024-12-31", date(2024, 12, 31)),
        ("2024/2025", date(2024, 4, 1)),
        ("2024-40", date(2024, 1, 1)),
        ("2024-41", date(2024, 7, 1)),
        (When("2024", "start"), date(2024, 1, 1)),
        (When("2024", "middle"), date(2024, 5, 1)),
        (When("2024", "end"), date(2024, 9, 1)),
        (When("2024-02", "middle"), date(2024, 2, 11)),
        (When("2024-02", "end"), date(2024, 2, 21)),
        (When("2024-33", "end"), date(2024, 3, 1)),
        (When("2024/2025", "end"), date(2024, 12, 1)),
    ],
)
def test_first_day(edtf: str | When, day: date) -> None:
    """On which a calendar shows what is planned for that time."""
    assert first_day(edtf) == day


IN_ORDER = (
    *("2025-12-31", "2026", "2026-40", When("2026", "start"), "2026-33", "2026-01", "2026-01-01"),
    *("2026-01-31", "2026-02", "2026/2027", "2026-34", "2026-04", "2026-04-01"),
    *(When("2026", "middle"), "2026-41", "2026-35", "2026-07", When("2026", "end"), "2026-36"),
    *("2026-10", "2026-12", "2026-12-01", "2026-12-31", "2027", "2027/2028", When(every=4)),
)
"""By the day they begin; of those that begin alike the longest comes first."""


def test_dates_of_any_precision_are_in_one_order() -> None:
    """A timeline tells of a year before its months, and of a quarter before its first month."""
    for earlier, later in pairwise(IN_ORDER):
        assert chronological_key(earlier) < chronological_key(later), later


def test_a_fiscal_year_begins_in_april() -> None:
    """1 April to 31 March (Public Finance Ordinance, Cap. 2)."""
    assert sorted(
        ["2027", "2026-04", "2026-03", "2026/2027", "2025-12-31"], key=chronological_key
    ) == (["2025-12-31", "2026-03", "2026/2027", "2026-04", "2027"])


@pytest.mark.parametrize(
    ("time", "day"),
    [
        (When("2025"), date(2025, 12, 31)),
        (When("2025", "end"), date(2025, 12, 31)),
        (When("2025", "end", "latest"), date(2025, 12, 31)),
        (When("2025/2026"), date(2026, 3, 31)),
        (When("2025-40"), date(2025, 6, 30)),
        (When("2025", "end", "earliest"), None),
        (When("2025", bound="earliest"), None),
        (When("2025", every=4), None),
        (When(every=4), None),
        (None, None),
    ],
)
def test_what_is_only_the_earliest_time_or_recurs_is_no_deadline(
    time: When | None, day: date | None
) -> None:
    assert deadline(time) == day


def test_what_has_no_date_is_neither_before_nor_after() -> None:
    assert not is_before(None, "2024")
    assert not is_before("2024", None)
    assert is_before(When("2024", "start"), "2024-05")
    assert not is_before("2024", When("2024", "end"))


@settings(deadline=None)
@given(st.dates(date(1000, 1, 1), date(2999, 12, 30)))
def test_the_day_after_the_last_one_lies_outside(day: date) -> None:
    """EDTF: a date of lower precision stands for every day in it, and for no other."""
    quarter = 32 + (day.month + 2) // 3
    for edtf in (f"{day.year}", f"{day.year}-{day.month:02}", f"{day.year}-{quarter}", str(day)):
        last = last_day(edtf)
        assert day <= last
        after = last + timedelta(days=1)
        assert after.day == 1 or edtf == str(day)
        assert (after.year, after.month) != (day.year, day.month) or edtf == str(day)
        assert (last - day).days < {4: 366, 10: 1}.get(len(edtf), 92)
