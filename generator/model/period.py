"""Dates with the precision a document prints: a subset of EDTF (ISO 8601-2)."""

import re
from calendar import monthrange
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.base import refuse

FIRST_YEAR, LAST_YEAR = 1800, 2100
"""Nothing in the handbook is older, and nobody plans further ahead: what is beyond is mistyped."""

_DATE = re.compile(r"(?P<year>[12][0-9]{3})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_PARTS_OF_YEAR = (*range(33, 37), 40, 41)
"""Quarters and halves of a year, which stand in the month's place."""


def check_date(value: str) -> str:
    """`value` if it is `2024`, `2024-06`, `2024-06-30`, a quarter `2024-33` to `2024-36`, or half a
    year, `2024-40` or `2024-41`.

    Raises PydanticCustomError with a remedy.
    """
    match = _DATE.fullmatch(value)
    if not match:
        refuse(say("{value} is not a date", value=quote_value(value)), _date_tip(value))
    _check_years(value, match["year"])
    month, day = match["month"], match["day"]
    if month is None or (day is None and int(month) in _PARTS_OF_YEAR):
        return value
    if not 1 <= int(month) <= 12:
        refuse(
            say("{value} has no month {month}", value=quote_value(value), month=month),
            _month_tip(match["year"], month, day),
        )
    if day is not None and not 1 <= int(day) <= monthrange(int(match["year"]), int(month))[1]:
        refuse(
            say("{value} has no day {day}", value=quote_value(value), day=day),
            say("check the day against the document"),
        )
    return value


def _check_years(value: str, *years: str) -> None:
    """Refuse `value` if it names a year that cannot be meant.

    Raises PydanticCustomError with a remedy.
    """
    for year in years:
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            refuse(
                say(
                    "{value}: the year {year} cannot be meant", value=quote_value(value), year=year
                ),
                say(
                    "look the year up in the document: years run from {first} to {last}",
                    first=FIRST_YEAR,
                    last=LAST_YEAR,
                ),
            )


def _check_fiscal_year(value: str) -> str:
    """`value`, of the form `2025-26`, if the second year follows the first.

    Raises PydanticCustomError with a remedy.
    """
    start, _, end = value.partition("-")
    _check_years(value, start)
    after = f"{(int(start) + 1) % 100:02}"
    if end != after:
        refuse(
            say("{value} is not a financial year", value=quote_value(value)),
            say("a financial year ends in the next year: {year}", year=f"{start}-{after}"),
        )
    return value


def check_interval(value: str) -> str:
    """`value`, of the form `2025/2027`, if its years are in order and few.

    Raises PydanticCustomError with a remedy.
    """
    start, _, end = value.partition("/")
    _check_years(value, start, end)
    if not 0 <= int(end) - int(start) <= 20:
        refuse(
            say("{value} is not from a first to a last year", value=quote_value(value)),
            say("write the earlier year first: 2026/2028"),
        )
    return value


def _date_tip(value: str) -> str:
    """How to write what was perhaps meant."""
    if quarter := re.fullmatch(r"([12][0-9]{3})[-/ ]?[Qq]([0-9])", value):
        year, number = quarter[1], int(quarter[2])
        if 1 <= number <= 4:
            return say("write a quarter as {close}", close=f"{year}-{number + 32}")
        return say("a year has four quarters, written {year}-33 to {year}-36", year=year)
    if half := re.fullmatch(r"([12][0-9]{3})[-/ ]?[HhSs]([12])", value):
        return say("write half a year as {close}", close=f"{half[1]}-{int(half[2]) + 39}")
    parts = re.fullmatch(r"([12][0-9]{3})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?", value)
    parts = parts or re.fullmatch(r"([12][0-9]{3})([01][0-9])([0-3][0-9])", value)
    if parts:
        close = "-".join(f"{int(part):02}" for part in parts.groups() if part)
        if _DATE.fullmatch(close):
            return say("did you mean {close}?", close=close)
    return say('write "2024", 2024-06 or 2024-06-30 (year first; a year alone in quotes)')


def _month_tip(year: str, month: str, day: str | None) -> str:
    if day is not None and 12 < int(month) <= 31 and 1 <= int(day) <= 12:
        close = f"{year}-{day}-{month}"
        return say("did you mean {close}? the month stands before the day", close=close)
    return say("months run from 01 to 12")


def _check_date_or_year(value: str) -> str:
    if short := re.fullmatch("([12][0-9]{3})[-/]([0-9]{2})", value):
        year = int(short[1])
        if int(short[2]) == (year + 1) % 100 > 12:
            refuse(
                say("{value} is not how a fiscal year is written", value=quote_value(value)),
                say('write the two years it lies in: "{years}"', years=f"{year}/{year + 1}"),
            )
    start, _, end = value.partition("/")
    if not re.fullmatch("[12][0-9]{3}/[12][0-9]{3}", value):
        return check_date(value)
    _check_years(value, start, end)
    if int(end) != int(start) + 1:
        refuse(
            say("{value} is not a fiscal year", value=quote_value(value)),
            say('write the two years it lies in: "2026/2027"'),
        )
    return value


def _check_day(value: str) -> str:
    if len(check_date(value)) != len("2024-06-30"):
        refuse(
            say("{value} is not a day", value=quote_value(value)),
            say("write year, month and day: 2024-06-30"),
        )
    return value


Date = Annotated[str, AfterValidator(check_date)]
"""EDTF with the precision printed."""
DateOrFiscalYear = Annotated[str, AfterValidator(_check_date_or_year)]
"""The same, or a fiscal year as EDTF writes an interval: `2026/2027` where 2026-27 is printed."""
Day = Annotated[str, AfterValidator(_check_day)]
"""An ISO 8601 calendar day."""
FiscalYear = Annotated[
    str,
    StringConstraints(pattern=r"^[12][0-9]{3}-[0-9]{2}$"),
    AfterValidator(_check_fiscal_year),
]
"""A financial year as the Estimates print it: `2025-26`."""
