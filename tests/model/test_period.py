"""Which dates an event may have, and which a day, a month or a year."""

import pytest
from builders import a_figure, an_event
from pydantic import ValidationError


@pytest.mark.parametrize(
    "date",
    ["2024", "2024-02-29", "2024-33", "2024-36", "2024-40", "2024-41", "2024/2025", "1999/2000"],
)
def test_quarters_halves_and_fiscal_years_are_dates(date: str) -> None:
    """EDTF level 2: 33 to 36 are quarters, 40 and 41 are semesters (ISO 8601-2:2019, 4.8)."""
    assert an_event(date=date).date == date
    assert a_figure(as_of=date).as_of == date


@pytest.mark.parametrize(
    "date", ["2024-32", "2024-37", "2024-39", "2024-42", "2024-40-01", "2024/2026", "2024/2024"]
)
def test_other_codes_and_spans_are_none(date: str) -> None:
    with pytest.raises(ValidationError):
        an_event(date=date)


def test_the_end_of_a_month_is_a_part_and_that_of_a_day_is_none() -> None:
    assert an_event(date="2024-06", part="end").part == "end"
    assert an_event(date=None, every=4, part="end", bound="earliest").every == 4
    with pytest.raises(ValidationError):
        an_event(date="2024-06-30", part="end")
