"""First and last days of dates that have the precision printed, and their order."""

from calendar import monthrange
from datetime import date
from functools import cache

from generator.model.catalogue import Catalogue


def first_day(edtf: str) -> date:
    """The first day that `edtf` (`2024`, `2024-06`, `2024-33`, `2024/2025`…) may mean."""
    year, *rest = (int(part) for part in edtf.split("/")[0].split("-"))
    if not rest:
        return date(year, 1, 1)
    month = rest[0] if rest[0] <= 12 else (rest[0] - 32) * 3 - 2
    return date(year, month, rest[1] if len(rest) == 2 else 1)


@cache
def last_day(edtf: str) -> date:
    """The last day that `edtf` (`2024`, `2024-06`, `2024-33`, `2024/2025`…) may mean."""
    year, *rest = (int(part) for part in edtf.split("/")[-1].split("-"))
    if not rest:
        return date(year, 12, 31)
    month = rest[0] if rest[0] <= 12 else (rest[0] - 32) * 3
    day = rest[1] if len(rest) == 2 else monthrange(year, month)[1]
    return date(year, month, day)


def is_before(earlier: str | None, later: str | None) -> bool:
    """Whether `earlier` surely ended before `later` began; not if either is unknown."""
    return earlier is not None and later is not None and last_day(earlier) < first_day(later)


def chronological_key(edtf: str) -> tuple[int, int, int]:
    """A key that sorts dates by their first day; of equal ones the longer is first."""
    if "/" in edtf:
        return int(edtf.split("/")[0]), -1, 0
    year, *rest = (int(part) for part in edtf.split("-"))
    if not rest:
        return year, 0, 0
    if rest[0] > 12:
        return year, (rest[0] - 33) * 3 + 1, -1
    return year, rest[0], rest[1] if len(rest) == 2 else 0


def newest_day(catalogue: Catalogue, until: date = date.max) -> str:
    """The newest day among the documents' dates, as YYYY-MM-DD; none after `until`, of which nobody
    can know anything yet. A document that prints no date stands for the time until it reports."""
    records = (it.record for it in catalogue.documents.values())
    dates = [day for it in records if (day := it.date or it.reports_until)]
    days = (min(last_day(it), until) for it in dates if first_day(it) <= until)
    return max(days, default=date(1, 1, 1)).isoformat()
