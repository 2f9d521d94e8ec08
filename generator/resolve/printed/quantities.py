"""Parse the numbers in a printed form · text as printed → quantities, and unreadable parts.

A form may hold more than one number (`「一區兩園」`), and words in which a numeral counts nothing:
every number that may be meant is given, each with the words around it that matter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache

from generator.resolve.printed import words
from generator.resolve.printed.dates import dates
from generator.resolve.printed.english import figures_for_words
from generator.resolve.printed.numerals import Numeral, numeral
from generator.resolve.printed.qualifiers import qualifiers_after, qualifiers_before
from generator.resolve.printed.units import (
    LINK,
    ShareKind,
    Unit,
    currency_before,
    magnitude,
    with_unit,
    without_currency,
)


@dataclass(frozen=True)
class Quantity:
    """A number, or the two ends of a range, as a document prints it."""

    low: Fraction
    high: Fraction | None
    qualifiers: tuple[str, ...]
    """What its words may mean, the likeliest first."""
    unit: Unit
    start: int
    end: int
    """Where its digits and steps stand."""
    falls: bool = False
    """Whether a word before it says that something became less."""


@dataclass(frozen=True)
class QuantityReading:
    """All numbers in a printed form."""

    quantities: tuple[Quantity, ...]
    unreadable: tuple[str, ...] = ()
    """Parts that look like numbers and are none: `1,28`, `數百`."""


@lru_cache(maxsize=20_000)
def read_quantities(printed: str) -> QuantityReading:
    """Every number that `printed` may mean; remembered, as several rules read the same texts."""
    text = _without_dates(figures_for_words(words.fold_text(printed)), printed)
    vague = [printed[it.start() : it.end()] for it in words.VAGUE.finditer(text)]
    text = re.sub(words.NOT_NUMBER, _blank, words.VAGUE.sub(_blank, text))
    numbers, unreadable_numerals = _numerals(text)
    ends = [0, *(number.numeral.end for number in numbers)]
    starts = [*(number.numeral.start for number in numbers[1:]), len(text)]
    quantities = [_quantity(text, *each) for each in zip(numbers, ends, starts, strict=False)]
    unreadable = [printed[it.start : it.end] for it in unreadable_numerals]
    return QuantityReading(tuple(_with_ranges(text, quantities)), (*unreadable, *vague))


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _without_dates(text: str, printed: str) -> str:
    """`text` with dates blanked out, as they are no amounts; a bare `2001` stays."""
    for moment in dates(printed):
        printed_date = text[moment.start : moment.end].strip()
        if not printed_date[-4:].isdigit() and not re.fullmatch(r"[0-9]+\.[0-9]+", printed_date):
            text = text[: moment.start] + "\0" * (moment.end - moment.start) + text[moment.end :]
    return text


@dataclass(frozen=True)
class _Number:
    """A numeral, and whether it was printed as a share of something."""

    numeral: Numeral
    part: ShareKind = ""


def _numerals(text: str) -> tuple[list[_Number], list[Numeral]]:
    """The readable numbers in a text, and the unreadable ones."""
    numbers: list[_Number] = []
    unreadable: list[Numeral] = []
    at = 0
    while at < len(text):
        number = _number_at(text, at)
        if number is None:
            at += 1
            continue
        at = _number_end(text, number.numeral.end)
        if not number.numeral.values:
            unreadable.append(number.numeral)
        elif not _is_name(text, number.numeral) and _has_reason(text, number.numeral):
            numbers.append(number)
    return numbers, unreadable


def _number_at(text: str, at: int) -> _Number | None:
    """The number at a position: a fraction such as `百分之五十`, a half, or a numeral."""
    if match := words.FRACTION.match(text, at):
        part, whole = numeral(text, match.end()), numeral(match["whole"], 0)
        if part and part.values and whole and whole.values and whole.values[0]:
            if match["whole"] == words.HUNDREDTHS:
                return _Number(replace(part, start=at, bare=False), "percent")
            values = tuple(value / whole.values[0] for value in part.values)
            return _Number(replace(part, start=at, values=values, bare=False), "part")
    if match := words.HALVES.match(text, at):
        half = Numeral(at, match.end(), (Fraction(1, 2),))
        return _Number(half, "part" if words.HALF_PARTS.match(text, at) else "")
    number = numeral(text, at)
    return _Number(number) if number else None


def _number_end(text: str, end: int) -> int:
    """Where the next number may begin: 三成三 and 兩個半月 are one number each."""
    match = words.TENTHS.match(text, end) or words.HALF_AFTER.match(text, end)
    return match.end() if match else end


def _is_name(text: str, number: Numeral) -> bool:
    """Whether a number is part of a name, as in `第二`, `5G` or `COVID-19`."""
    before, behind = text[: number.start], text[number.end :]
    if words.ORDINAL.search(before):
        return True
    if re.search(r"(?:[A-Za-z]|[A-Za-z]-)$", before) and not currency_before(before):
        return True
    return bool(re.match(r"[A-Za-z]", behind)) and not words.MAGNITUDE.match(behind)


def _has_reason(text: str, number: Numeral) -> bool:
    """Whether a numeral without a digit is meant as a number: `逾百間` and `百餘間`, not `百間`."""
    if not number.bare:
        return True
    near = _clause_before(text[max(0, number.start - 6) : number.start])
    return bool(qualifiers_before(near)) or bool(words.MORE.match(text, number.end))


def _quantity(text: str, number: _Number, last: int, following: int) -> Quantity:
    printed = number.numeral
    before = _clause_before(text[last : printed.start])
    currency, before = currency_before(before), without_currency(before)
    values, end, scale = printed.values, printed.end, printed.scale
    match = words.MAGNITUDE.match(text, end)
    if match and (size := magnitude(match["size"], currency is not None)):
        values, end, scale = tuple(value * size for value in values), match.end(), size
    more = printed.more
    if match := words.MORE.match(text, end):
        more, end = True, match.end()
    counted = with_unit(values, text[end:], currency, number.part)
    meant = [*qualifiers_before(before), *qualifiers_after(_clause(text[end:following]))]
    meant += ["over"] if more or counted.more else []
    low, high = _with_sign(counted.values, text[: printed.start])
    return Quantity(
        low=low,
        high=high,
        qualifiers=("range",) if high is not None else tuple(dict.fromkeys(meant)) or ("exact",),
        unit=replace(counted.unit, scale=scale),
        start=printed.start,
        end=end,
        falls=bool(words.FALLS.search(before)),
    )


def _with_sign(values: tuple[Fraction, ...], before: str) -> tuple[Fraction, Fraction | None]:
    sign = -1 if words.MINUS.search(without_currency(before)) else 1
    return sign * values[0], sign * values[1] if len(values) > 1 else None


def _clause(text: str) -> str:
    match = words.STOP.search(text)
    return text[: match.start()] if match else text


def _clause_before(text: str) -> str:
    end = 0
    for match in words.STOP.finditer(text):
        end = match.end()
    return text[end:]


def _with_ranges(text: str, quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, with the two ends of a range joined into one."""
    at = 0
    while at < len(quantities):
        if at + 1 < len(quantities) and (
            joined := _joined_range(text, quantities[at], quantities[at + 1])
        ):
            yield joined
            at += 2
            continue
        yield quantities[at]
        at += 1


def _joined_range(text: str, first: Quantity, second: Quantity) -> Quantity | None:
    if first.high is not None or second.high is not None:
        return None
    between = text[first.end : second.start]
    lower = set(words.LOWER) & set(first.qualifiers) and set(words.UPPER) & set(second.qualifiers)
    if lower and words.JOINED.search(between) and len(between) <= 24:
        return _range(first, second)
    match = re.fullmatch(LINK, between, re.I)
    if match is None or words.MOVES.search(match["unit"].strip()):
        return None
    if match["link"] in words.WEAK_LINKS and not words.BETWEEN.search(
        text[max(0, first.start - 12) : first.start] + text[second.end : second.end + 6]
    ):
        return None
    return _range(first, second, own_unit=bool(match["unit"].strip() or match["first"]))


def _range(first: Quantity, second: Quantity, own_unit: bool = True) -> Quantity | None:
    """The range of two ends; in `100至500萬元` the 萬 of the second applies to the first, too."""
    low, scale = first.low, second.unit.scale
    if not own_unit and first.unit.scale == 1:
        low *= second.unit.factor
        if scale > 10 and low * scale < second.low:
            low *= scale
    if low >= second.low:
        return None
    if not second.unit.kind and not second.unit.words:
        second = replace(second, unit=first.unit)
    return replace(second, low=low, high=second.low, qualifiers=("range",), start=first.start)
