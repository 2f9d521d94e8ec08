"""The day in Hong Kong, where the handbook is read · nothing → date. Only here is a clock read."""

from datetime import UTC, date, datetime, timedelta, timezone

HONG_KONG = timezone(timedelta(hours=8))
"""Without summer time since 1979; a fixed offset needs no table of zones on the machine."""


def hong_kong_day(now: datetime | None = None) -> date:
    """The day there at a moment that names its zone, or now: whatever zone the machine is in."""
    return (now or datetime.now(UTC)).astimezone(HONG_KONG).date()
