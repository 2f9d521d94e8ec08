"""Dates of plans, to the precision printed · text of a cell or line → date in EDTF and remark."""

import re
from dataclasses import dataclass

from generator.model.period import check_date
from generator.resolve.printed.dates import dates
from generator.resolve.printed.words import fold_text


@dataclass(frozen=True)
class PrintedDate:
    """A date cell, taken apart."""

    date: str | None
    """None where the plan says that there is none yet."""
    note: str | None
    """What stands beside the date; without a date, the whole cell."""
    either_way: bool = False
    """Whether day and month could change places: 03/04/2027."""


_OPEN = re.compile(
    r"(?:尚|仍|暂|日期)?(?:待定|未定|未有|未能?确定|有待.{1,6}|待(?:确认|确定|公布|通知|落实|订|覆|议))"
    r"|tb[acd]|to be (?:advised|agreed|announced|confirmed|decided|determined)|pending"
    r"|n/?a|不适用|-+"
)
"""No date yet, or none at all."""
_TURNED = (
    (re.compile(r"\b([1-4])q(?=[\s/-]*[0-9])"), r"q\1"),
    (re.compile(r"\b([12])h(?=[\s/-]*[0-9])"), r"h\1"),
    (re.compile(r"(?<=[0-9])[/-](?=[qh][1-4]\b)|(?<=q[1-4])[/-](?=[0-9])"), " "),
    (re.compile(r"(?<=h[12])[/-](?=[0-9])"), " "),
    (re.compile(r"\b([0-9]{1,2})[.-](?=[12][0-9]{3}$)"), r"\1/"),
    (re.compile(r"(?<=[a-z])-(?=[12][0-9]{3}\b)"), " "),
)
"""Forms that only plans print, as the others do; each keeps its length."""
_GAP = re.compile(r"(?<=[年第月]) +| +(?=[年月日季])")
_BRACKETS = re.compile(r"[(（]\s*(?P<note>\S|\S.*\S)\s*[)）]")
_PART_OF_A_DATE = re.compile(r"[0-9季月年日号半度]|quarter|half|week|[(（)）]", re.IGNORECASE)
_END_OF_IT = re.compile("[初中底末尾]")
"""What follows 年 or 月 and says which part of it is meant: 年底."""
_BEFORE_A_YEAR = re.compile(r"[a-z][a-z -]*?(?=[ -]*[0-9]{4}$)")
_LABEL = re.compile(
    r"(?:更新|修訂|修订|發布|发布|公布|日期|發出|发出|date)[^：:]{0,6}[：:]\s*", re.I
)
_DAY_AND_MONTH = re.compile(r"(?<![0-9])([0-9]{1,2})[/.-]([0-9]{1,2})[/.-][12][0-9]{3}(?![0-9])")


def read_date(cell: str) -> PrintedDate | None:
    """The date of a row, with or without a remark; None for anything else, such as 13/2025."""
    text = _GAP.sub("", cell.strip())
    folded = fold_text(text).lower()
    if _OPEN.fullmatch("".join(folded.split())) or _OPEN.fullmatch(folded):
        return PrintedDate(None, cell.strip())
    for pattern, turned in _TURNED:
        folded = pattern.sub(turned, folded)
    moments = dates(folded)
    if len(moments) != 1 or not (date := _valid(moments[0].date)):
        return None
    start, end = moments[0].start, moments[0].end
    if len(date) == 4 and (word := _BEFORE_A_YEAR.match(folded, start, end)):
        # `mid-2027`, `by 2027`; a fiscal year is another than that of the calendar.
        if word[0] == "fy":
            return None
        start = word.end()
    if _END_OF_IT.match(text, end):
        note: str | None = text[end - 1 :]
    else:
        note = _note(text[:start].strip(" -"), text[end:].strip())
    if note is None:
        return None
    return PrintedDate(date, note or None, _either_way(folded))


def read_date_line(text: str) -> str | None:
    """The date that is all a line says, perhaps behind its label; not a number alone."""
    label = _LABEL.match(text)
    printed = read_date(text[label.end() :] if label else text)
    if printed is None or printed.note or text.strip().isdigit():
        return None
    return printed.date


def _note(before: str, after: str) -> str | None:
    """The remark around a date; empty if there is none, None if it may be part of the date."""
    if not before and (match := _BRACKETS.fullmatch(after)):
        return match["note"]
    words = " ".join(filter(None, (before, after)))
    return None if _PART_OF_A_DATE.search(fold_text(words)) else words


def _valid(date: str) -> str | None:
    if "/" in date or date.startswith("--"):
        return None
    try:
        return check_date(date)
    except ValueError:
        return None


def _either_way(folded: str) -> bool:
    match = _DAY_AND_MONTH.search(folded)
    return (
        match is not None and int(match[1]) <= 12 and match[1].lstrip("0") != match[2].lstrip("0")
    )
