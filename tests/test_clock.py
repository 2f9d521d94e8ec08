"""The day in Hong Kong, whatever the zone of the machine."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from generator.clock import hong_kong_day


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 1, 31, 15, 59, 59, tzinfo=UTC), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 16, 0, tzinfo=UTC), date(2026, 2, 1)),
        (datetime(2026, 7, 31, 16, 0, tzinfo=UTC), date(2026, 8, 1)),
        (datetime(2026, 1, 31, 23, 0, tzinfo=timezone(timedelta(hours=14))), date(2026, 1, 31)),
        (datetime(2026, 1, 31, 5, 0, tzinfo=timezone(timedelta(hours=-11))), date(2026, 2, 1)),
    ],
)
def test_the_day_begins_sixteen_hours_into_that_of_greenwich(now: datetime, day: date) -> None:
    assert hong_kong_day(now) == day


def test_the_clock_is_read_when_no_time_is_given() -> None:
    before, day, after = hong_kong_day(datetime.now(UTC)), hong_kong_day(), datetime.now(UTC)
    assert before <= day <= hong_kong_day(after)
