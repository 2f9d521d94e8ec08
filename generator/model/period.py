"""Dates with the precision a document prints: a subset of EDTF (ISO 8601-2)."""

import re
from calendar import monthrange
from typing import Annotated

from pydantic import AfterValidator

from generator.message import say
from generator.model.base import refuse
from generator.problem import quoted

_DATE = re.compile(r"(?P<year>[12][0-9]{3})(-(?P<month>[0-9]{2})(-(?P<day>[0-9]{2}))?)?")
_QUARTERS = range(33, 37)


def check_date(value: str) -> str:
    """`value` if it is `2024`, `2024-06`, `2024-06-30` or a quarter `2024-33` to `2024-36`.

    Raises PydanticCustomError with a remedy.
    """
    match = _DATE.fullmatch(value)
    if not match:
        refuse(
            say("{value} is not a date", value=quoted(value)),
            say('write "2024", 2024-06 or 2024-06-30 (year first; a year alone in quotes)'),
        )
    month, day = match["month"], match["day"]
    if month is None or (day is None and int(month) in _QUARTERS):
        return value
    if not 1 <= int(month) <= 12:
        refuse(
            say("{value} has no month {month}", value=quoted(value), month=month),
            say("months run from 01 to 12"),
        )
    if day is not None and not 1 <= int(day) <= monthrange(int(match["year"]), int(month))[1]:
        refuse(
            say("{value} has no day {day}", value=quoted(value), day=day),
            say("check the day against the document"),
        )
    return value


def _check_date_or_year(value: str) -> str:
    start, _, end = value.partition("/")
    if not re.fullmatch("[12][0-9]{3}/[12][0-9]{3}", value):
        return check_date(value)
    if int(end) != int(start) + 1:
        refuse(
            say("{value} is not a fiscal year", value=quoted(value)),
            say('write the two years it lies in: "2026/2027"'),
        )
    return value


def _check_day(value: str) -> str:
    if len(check_date(value)) != len("2024-06-30"):
        refuse(
            say("{value} is not a day", value=quoted(value)),
            say("write year, month and day: 2024-06-30"),
        )
    return value


Date = Annotated[str, AfterValidator(check_date)]
"""EDTF with the precision printed."""
DateOrFiscalYear = Annotated[str, AfterValidator(_check_date_or_year)]
"""The same, or a fiscal year as EDTF writes an interval: `2026/2027` where 2026-27 is printed."""
Day = Annotated[str, AfterValidator(_check_day)]
"""An ISO 8601 calendar day."""
