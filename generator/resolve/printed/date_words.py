"""What documents print beside a date · printed text → its part, its bound, and what recurs.

`年底` of 2025年年底, `最快` of 最快2025年, `每年` of 每年4月: a date in EDTF does not hold these.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from generator.model.when import Bound, Part
from generator.resolve.printed.dates import Moment, dates, outside_quotes
from generator.resolve.printed.words import fold_text

_NOT_START = "(?![步级級创創中选選稿審审評评賽赛次衷心])"
_NOT_MIDDLE = "(?![国國华華央医醫文學学小環环西期秋心部東东港大介式級级藥药後后一二三四五六年])"
_NOT_END = "(?![层層薪線线蕴蘊部端数數巴审審止结結点點身])"
_PARTS = (
    rf"(?:(?P<start>初{_NOT_START}|[头頭](?![季等半号號条條个個])|上旬|伊始)|(?P<middle>中旬|中{_NOT_MIDDLE})"
    rf"|(?P<end>[底末尾终終]{_NOT_END}|下旬))"
)
_AFTER = re.compile(rf"\s*的?\s*年?\s*{_PARTS}")
_YEARLESS = re.compile(rf"年{_PARTS}")
"""Of a year that is not printed: 於年底推出, 明年年初."""
_ENGLISH = re.compile(
    r"\b(?:(?P<start>(?<!as )early|beginning|start)|(?P<middle>mid|middle)|(?P<end>late|end))"
    r"[ -](?:of )?(?:the year )?(?:in )?(?:[a-z]{3,9}\.? )?(?:of )?[12][0-9]{3}$"
)
_NEAR = r"[^0-9,.;:!?()、。]{0,10}$"
_EARLIEST = r"最快|最早|不早[于於]|as early as|(?:no|not) (?:earlier|sooner) than"
_LATEST = r"最[迟遲晚]|不[迟遲晚][于於]|(?:no|not) later than"
_BOUND_BEFORE = re.compile(rf"(?:(?P<earliest>{_EARLIEST})|(?P<latest>{_LATEST})){_NEAR}")
_BOUND_AFTER = re.compile(
    rf"\s*(?:年?{_PARTS})?\s*(?:(?P<earliest>(?:最快|最早)(?!的)|at the earliest)"
    r"|(?P<latest>最[迟遲晚](?!的)|at the latest|或(?:之|以)?前)"
    r"|(?<=[底末])(?P<before>之?前(?![后後称稱])))"
)
_BOUND_ALONE = re.compile(
    rf"(?P<earliest>{_EARLIEST}|at the earliest)|(?P<latest>{_LATEST}|at the latest)"
)
_EVERY = re.compile(r"(?:每一?年|年年|一年一度|逢)[^0-9,.;:!?()、。]{0,14}$")
_EVERY_AFTER = re.compile(r"\s*(?:[底初中]|[上中下]旬)?[^0-9,.;:!?()、。]{0,6}每年")
_AND = re.compile(r"[底初中]?\s*(?:及|和|与|與|、|或|至|到|,|-|~)\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = "|".join(_MONTHS)
_ENGLISH_EVERY = re.compile(
    rf"\b(?:(?:every|each) (?P<first>{_NAMES})|(?:annually|(?:every|each) year)(?: in)? "
    rf"(?P<second>{_NAMES})|(?P<third>{_NAMES})[a-z]* (?:of )?(?:every|each) year)"
)


@dataclass(frozen=True)
class DateWords:
    """What is said beside a date; several where a text says several."""

    parts: frozenset[Part]
    bounds: frozenset[Bound]
    months: frozenset[int]
    """In which something recurs each year."""


def date_words(text: str, date: str | None) -> DateWords:
    """The words beside `date` in `text`, or beside any if it has none; what stands beside other
    dates is said of those, and what stands in quotation marks is a title."""
    unquoted = outside_quotes(text)
    said, moments = fold_text(unquoted).lower(), dates(unquoted)
    own = [it for it in moments if date is None or _is_of(it, date)]
    if moments:
        parts = {part for it in own if (part := _part(said, it))}
        bounds = {bound for it in own if (bound := _bound(said, it))}
    else:
        parts = {cast(Part, it.lastgroup) for it in _YEARLESS.finditer(said)}
        bounds = {cast(Bound, it.lastgroup) for it in _BOUND_ALONE.finditer(said)}
    months = {*_recurring(said, moments), *_recurring_in_english(said)}
    return DateWords(frozenset(parts), frozenset(bounds), frozenset(months))


def parts_of(text: str, date: str) -> set[Part | None]:
    """The parts that stand beside `date` wherever `text` prints it; None where none does."""
    said = fold_text(text).lower()
    return {_part(said, it) for it in dates(text) if _is_of(it, date)}


def _is_of(moment: Moment, date: str) -> bool:
    return moment.date == date or (not moment.has_year and moment.date[1:] == date[4:])


def _part(said: str, moment: Moment) -> Part | None:
    match = _AFTER.match(said, moment.end) or _ENGLISH.search(said[: moment.end])
    return cast(Part, match.lastgroup) if match else None


def _bound(said: str, moment: Moment) -> Bound | None:
    if before := _BOUND_BEFORE.search(said[: moment.start]):
        return cast(Bound, before.lastgroup)
    if after := _BOUND_AFTER.match(said, moment.end):
        return "earliest" if after["earliest"] else "latest"
    return None


def _recurring(said: str, moments: Sequence[Moment]) -> Iterator[int]:
    """The months of what is printed with `每年`, and those that are named together with them."""
    last_end: int | None = None
    for moment in moments:
        if moment.has_year:
            continue
        is_next = last_end is not None and _AND.fullmatch(said, last_end, moment.start)
        if is_next or _EVERY.search(said[: moment.start]) or _EVERY_AFTER.match(said, moment.end):
            last_end = moment.end
            yield int(moment.date[2:4])


def _recurring_in_english(said: str) -> Iterable[int]:
    for match in _ENGLISH_EVERY.finditer(said):
        name = match["first"] or match["second"] or match["third"]
        yield _MONTHS.index(name) + 1
