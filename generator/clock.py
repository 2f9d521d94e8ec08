"""Edge: the clock · now → the day in Hong Kong, whatever the zone of the machine."""

from datetime import UTC, date, datetime, timedelta, timezone

_HONG_KONG = timezone(timedelta(hours=8))
"""Without summer time since 1979."""


def hong_kong_day(now: datetime | None = None) -> date:
    """The day in Hong Kong at `now`, which knows its zone; at this moment if left out."""
    return (now or datetime.now(UTC)).astimezone(_HONG_KONG).date()
