"""The day of the handbook is that of Hong Kong, eight hours ahead of UTC, on every machine."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
import time_machine
from builders import ROOT

from generator.cli.clock import hong_kong_day

NIGHTLY = datetime(2026, 3, 31, 16, 5, tzinfo=UTC)
"""When the site is published every night: five past midnight in Hong Kong, on 1 April."""
PROGRAM = "from generator.cli.clock import hong_kong_day; print(hong_kong_day())"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 3, 31, 15, 59, 59, tzinfo=UTC), date(2026, 3, 31)),
        (datetime(2026, 3, 31, 16, 0, tzinfo=UTC), date(2026, 4, 1)),
        # Summer, and a year that ends: an hour ahead, and behind.
        (datetime(2026, 7, 15, 15, 30, tzinfo=UTC), date(2026, 7, 15)),
        (datetime(2030, 12, 31, 16, 0, tzinfo=UTC), date(2031, 1, 1)),
        (datetime(2027, 3, 1, 1, 0, tzinfo=timezone(timedelta(hours=14))), date(2027, 2, 28)),
        (datetime(2027, 2, 28, 6, 0, tzinfo=timezone(timedelta(hours=-10))), date(2027, 3, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_hong_kong(moment: datetime, day: date) -> None:
    assert hong_kong_day(moment) == day


@pytest.mark.parametrize("moment", [NIGHTLY, NIGHTLY - timedelta(minutes=6)])
def test_without_a_moment_it_is_the_present_one(moment: datetime) -> None:
    with time_machine.travel(moment):
        assert hong_kong_day() == (moment + timedelta(hours=8)).date()


@pytest.mark.parametrize("zone", ["UTC0", "HST10", "<+14>-14"])
def test_the_zone_of_the_machine_makes_no_difference(zone: str) -> None:
    """The answer lies between the days that Hong Kong has before and after it was asked."""
    hong_kong = timezone(timedelta(hours=8))
    before = datetime.now(hong_kong).date()
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=os.environ | {"TZ": zone},
        capture_output=True,
        text=True,
        check=True,
    )
    assert before <= date.fromisoformat(done.stdout.strip()) <= datetime.now(hong_kong).date()
