"""First and last days of dates that have the precision printed, and their order."""

from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from generator.model.catalogue import Catalogue
from generator.model.when import When

_QUARTERS, _HALVES = range(33, 37), range(40, 42)
"""Codes that stand in the month's place."""


def first_day(time: str | When) -> date:
    """The first day that `time` (`2024`, `2024-06`, `2024-33`, `2024-40`, `2024/2025`…) may mean.

    The start, middle and end of a time are taken for its thirds: documents do not say more.
    """
    return _days(time)[0]


def last_day(time: str | When) -> date:
    """The last day that `time` (`2024`, `2024-06`, `2024-33`, `2024-40`, `2024/2025`…) may mean."""
    return _days(time)[1]


def deadline(time: When | None) -> date | None:
    """The day after which `time` has passed; None for what is only the earliest time, for what
    recurs, and where no date is known."""
    if time is None or time.date is None or time.every or time.bound == "earliest":
        return None
    return last_day(time)


def is_before(earlier: str | When | None, later: str | When | None) -> bool:
    """Whether `earlier` surely ended before `later` began; not if either is unknown."""
    return earlier is not None and later is not None and last_day(earlier) < first_day(later)


def chronological_key(time: str | When) -> tuple[date, int]:
    """A key that sorts times by their first day; of equal ones the longer is first."""
    first, last = _days(time)
    return first, -(last - first).days


def days_in(time: str | When) -> int:
    """How many days `time` may mean."""
    first, last = _days(time)
    return (last - first).days + 1


def newest_day(catalogue: Catalogue, until: date = date.max) -> str:
    """The newest day among the documents' dates, as YYYY-MM-DD; none after `until`, of which nobody
    can know anything yet. A document that prints no date stands for the time until it reports."""
    records = (it.record for it in catalogue.documents.values())
    dates = [day for it in records if (day := it.date or it.reports_until)]
    days = (min(last_day(it), until) for it in dates if first_day(it) <= until)
    return max(days, default=date(1, 1, 1)).isoformat()


@cache
def _days(time: str | When) -> tuple[date, date]:
    """The first and the last day."""
    edtf, part = (time, None) if isinstance(time, str) else (time.date, time.part)
    if edtf is None:
        return date.max, date.max  # what recurs stands behind what has a date
    year, month, months, day = _shape(edtf)
    if day:
        return date(year, month, day), date(year, month, day)
    third = None if part is None else ("start", "middle", "end").index(part)
    if third is not None and months == 1:
        last = date(year, month, monthrange(year, month)[1])
        return date(year, month, third * 10 + 1), last.replace(day=(10, 20, last.day)[third])
    if third is not None:
        months //= 3
        year, month = _later(year, month, third * months)
    after = _later(year, month, months)
    return date(year, month, 1), date(*after, 1) - timedelta(days=1)


def _shape(edtf: str) -> tuple[int, int, int, int]:
    """Year and month of the beginning, how many months, and the day where there is one."""
    start, _, end = edtf.partition("/")
    year, *rest = (int(part) for part in start.split("-"))
    if end:
        # Hong Kong's fiscal year begins on 1 April.
        return year, 4, (int(end) - year) * 12, 0
    if not rest:
        return year, 1, 12, 0
    if rest[0] in _HALVES:
        return year, (rest[0] - 40) * 6 + 1, 6, 0
    if rest[0] in _QUARTERS:
        return year, (rest[0] - 33) * 3 + 1, 3, 0
    return year, rest[0], 1, rest[1] if len(rest) == 2 else 0


def _later(year: int, month: int, months: int) -> tuple[int, int]:
    """Year and month so many months later."""
    return year + (month - 1 + months) // 12, (month - 1 + months) % 12 + 1
