"""What a printed form says in numbers · text as printed → quantities, and what cannot be read.

A form may hold more than one number (`「一區兩園」`), and words in which a numeral counts nothing:
every number that may be meant is given, each with the words around it that matter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.resolve.printed import words
from generator.resolve.printed.dates import dates
from generator.resolve.printed.english import figures_for_words
from generator.resolve.printed.numerals import Numeral, numeral
from generator.resolve.printed.qualifiers import after_number, before_number
from generator.resolve.printed.units import (
    LINK,
    Part,
    Unit,
    counted,
    currency_before,
    magnitude,
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
class Reading:
    """Everything a form says in numbers."""

    quantities: tuple[Quantity, ...]
    unreadable: tuple[str, ...] = ()
    """Parts that look like numbers and are none: `1,28`, `數百`."""


def read(printed: str) -> Reading:
    """Every number in `printed` that may be meant."""
    text = _without_dates(figures_for_words(words.folded(printed)), printed)
    vague = [printed[it.start() : it.end()] for it in words.VAGUE.finditer(text)]
    text = re.sub(words.NOT_NUMBER, _blank, words.VAGUE.sub(_blank, text))
    found, broken = _numerals(text)
    ends = [0, *(number.it.end for number in found)]
    starts = [*(number.it.start for number in found[1:]), len(text)]
    made = [_quantity(text, *each) for each in zip(found, ends, starts, strict=False)]
    unreadable = [printed[it.start : it.end] for it in broken]
    return Reading(tuple(_with_ranges(text, made)), (*unreadable, *vague))


def _blank(match: re.Match[str]) -> str:
    return "\0" * len(match[0])


def _without_dates(text: str, printed: str) -> str:
    """Dates are no amounts; a bare `2001` may be one."""
    for it in dates(printed):
        said = text[it.start : it.end].strip()
        if not said[-4:].isdigit() and not re.fullmatch(r"[0-9]+\.[0-9]+", said):
            text = text[: it.start] + "\0" * (it.end - it.start) + text[it.end :]
    return text


@dataclass(frozen=True)
class _Number:
    """A numeral, and whether it was printed as a part of something."""

    it: Numeral
    part: Part = ""


def _numerals(text: str) -> tuple[list[_Number], list[Numeral]]:
    """Numbers that can be read, and those that cannot."""
    found: list[_Number] = []
    broken: list[Numeral] = []
    at = 0
    while at < len(text):
        number = _at(text, at)
        if number is None:
            at += 1
            continue
        at = _behind(text, number.it.end)
        if not number.it.values:
            broken.append(number.it)
        elif not _is_name(text, number.it) and _has_reason(text, number.it):
            found.append(number)
    return found, broken


def _at(text: str, at: int) -> _Number | None:
    """A fraction such as `百分之五十` or `三分之二`, a half, or a number."""
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
    it = numeral(text, at)
    return _Number(it) if it else None


def _behind(text: str, end: int) -> int:
    """Where to read on: 三成三 and 兩個半月 are one number each."""
    match = words.TENTHS.match(text, end) or words.HALF_AFTER.match(text, end)
    return match.end() if match else end


def _is_name(text: str, it: Numeral) -> bool:
    """`第二`, `5G`, `COVID-19`: a number that names something."""
    before, behind = text[: it.start], text[it.end :]
    if words.ORDINAL.search(before):
        return True
    if re.search(r"(?:[A-Za-z]|[A-Za-z]-)$", before) and not currency_before(before):
        return True
    return bool(re.match(r"[A-Za-z]", behind)) and not words.MAGNITUDE.match(behind)


def _has_reason(text: str, it: Numeral) -> bool:
    """`百間` alone is an idiom; `逾百間` and `百餘間` are numbers."""
    if not it.bare:
        return True
    near = _clause_before(text[max(0, it.start - 6) : it.start])
    return bool(before_number(near)) or bool(words.MORE.match(text, it.end))


def _quantity(text: str, number: _Number, last: int, following: int) -> Quantity:
    it = number.it
    before = _clause_before(text[last : it.start])
    currency, before = currency_before(before), without_currency(before)
    values, end, scale = it.values, it.end, it.scale
    match = words.MAGNITUDE.match(text, end)
    if match and (size := magnitude(match["size"], currency is not None)):
        values, end, scale = tuple(value * size for value in values), match.end(), size
    more = it.more
    if match := words.MORE.match(text, end):
        more, end = True, match.end()
    found = counted(values, text[end:], currency, number.part)
    meant = [*before_number(before), *after_number(_clause(text[end:following]))]
    meant += ["over"] if more or found.more else []
    low, high = _signed(found.values, text[: it.start])
    return Quantity(
        low=low,
        high=high,
        qualifiers=("range",) if high is not None else tuple(dict.fromkeys(meant)) or ("exact",),
        unit=replace(found.unit, scale=scale),
        start=it.start,
        end=end,
        falls=bool(words.FALLS.search(before)),
    )


def _signed(values: tuple[Fraction, ...], before: str) -> tuple[Fraction, Fraction | None]:
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


def _with_ranges(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, two that are the ends of one range in one."""
    at = 0
    while at < len(found):
        if at + 1 < len(found) and (joined := _joined(text, found[at], found[at + 1])):
            yield joined
            at += 2
            continue
        yield found[at]
        at += 1


def _joined(text: str, one: Quantity, other: Quantity) -> Quantity | None:
    if one.high is not None or other.high is not None:
        return None
    between = text[one.end : other.start]
    lower = set(words.LOWER) & set(one.qualifiers) and set(words.UPPER) & set(other.qualifiers)
    if lower and words.JOINED.search(between) and len(between) <= 24:
        return _range(one, other)
    match = re.fullmatch(LINK, between, re.I)
    if match is None or words.MOVES.search(match["unit"].strip()):
        return None
    if match["link"] in words.WEAK_LINKS and not words.BETWEEN.search(
        text[max(0, one.start - 12) : one.start] + text[other.end : other.end + 6]
    ):
        return None
    return _range(one, other, own_unit=bool(match["unit"].strip() or match["first"]))


def _range(one: Quantity, other: Quantity, own_unit: bool = True) -> Quantity | None:
    """`100至500萬元`: the step of the second end holds for the first as well."""
    low, scale = one.low, other.unit.scale
    if not own_unit and one.unit.scale == 1:
        low *= other.unit.factor
        if scale > 10 and low * scale < other.low:
            low *= scale
    if low >= other.low:
        return None
    if not other.unit.kind and not other.unit.words:
        other = replace(other, unit=one.unit)
    return replace(other, low=low, high=other.low, qualifiers=("range",), start=one.start)
