"""Move what last year's record says by years · text → text."""

import re

from generator.maintain.extract.head_layout import CHINESE_DIGITS, CHINESE_YEAR, NOUGHTS
from generator.resolve.printed.dates import dates

_YEARS = re.compile(r"(?<![0-9])(?P<first>(?:19|20)[0-9]{2})-(?P<last>[0-9]{2})(?![0-9]|-[0-9])")
_DAY = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<rest>-[0-9]{2}-[0-9]{2})")
_ALONE = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


def later_years(text: str, by: int) -> str:
    """`text` with each financial year later: 2025-26 → 2026-27."""
    return _YEARS.sub(lambda it: _financial(int(it["first"]) + by), text)


def later_day(day: str, by: int) -> str:
    """An ISO day, `by` years later; the end of February moves to its last day."""
    match = _DAY.fullmatch(day)
    if match is None:
        return day
    return f"{int(match['year']) + by}{match['rest']}".replace("-02-29", "-02-28")


def later_words(text: str, by: int) -> str:
    """Printed words with each financial year, date and year later, Chinese numerals as well."""
    text = CHINESE_YEAR.sub(lambda it: _chinese(it, by), later_years(text, by))
    return _ALONE.sub(lambda it: it[0] if _in_financial(text, it) else str(int(it[0]) + by), text)


def later_period(period: str, by: int) -> str:
    """A year, or a financial year as records have it, later: 2024/2025 → 2025/2026."""
    return "/".join(str(int(year) + by) for year in period.split("/"))


def financial_years(text: str) -> set[str]:
    """The financial years that a text prints, as records have them; no longer spans."""
    spans = (it.date.split("/") for it in dates(text) if "/" in it.date)
    return {f"{first}/{last}" for first, last in spans if int(last) == int(first) + 1}


def _in_financial(text: str, match: "re.Match[str]") -> bool:
    return any(it.start() <= match.start() < it.end() for it in _YEARS.finditer(text))


def _financial(first: int) -> str:
    return f"{first}-{(first + 1) % 100:02}"


def _chinese(match: "re.Match[str]", by: int) -> str:
    digits = match["first"].translate(NOUGHTS)
    first = int("".join(str(CHINESE_DIGITS.index(it)) for it in digits)) + by
    rest = match["rest"] or ""
    if rest:
        rest = rest[0] + _numerals(f"{(first + 1) % 100:02}") + rest[3:]
    return _numerals(str(first)) + rest


def _numerals(digits: str) -> str:
    return "".join(CHINESE_DIGITS[int(it)] for it in digits)
