"""What a number counts, from the words right after it · folded text → units."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from generator.resolve.printed import words

ShareKind = Literal["", "percent", "part"]
"""Whether a number was printed as `百分之五十`, or as `三分之二`."""

PERCENT, POINT, FOLD, PART = "percent", "percentage-point", "fold", "part"
_FOREIGN = "|".join(words.CURRENCIES.values())
_PREFIX = re.compile(rf"(?:{_FOREIGN})\s*$", re.I)
_MONEY = re.compile(
    "|".join(f"(?P<{code}>{pattern})" for code, pattern in words.CURRENCIES.items())
    + f"|(?P<plain>{words.DOLLAR})",
    re.I,
)
_END = re.compile(r"[。；;！？!?,、()\[\]「」『』《》<>|\0]")
_NUMBER_AHEAD = re.compile(r"[0-9]")
LINK = (
    rf"\s*(?P<first>%|个?百分点|per ?cent|{_FOREIGN}|{words.DOLLAR}"
    r"|hundred|thousand|million|billion)?"
    rf"(?P<unit>[^0-9,。;()]{{0,6}}?)\s*(?P<link>{words.LINKS})\s*(?:(?:{_FOREIGN})\s*)?"
)
"""From the number at one end of a range to that at the other."""


@dataclass(frozen=True)
class Unit:
    """The unit of a number."""

    kind: str
    """ISO code of a currency, `percent`, `percentage-point`, `fold`, `part`; else nothing."""
    words: str
    """What stands behind the number in its clause."""
    factor: int = 1
    """By how much the unit itself has multiplied the number: 10 for 五成, which is 50%."""
    scale: int = 1
    """What the steps at the end of the number multiply by: 10000 in `5萬`."""


@dataclass(frozen=True)
class CountedNumber:
    """A number with its unit."""

    values: tuple[Fraction, ...]
    unit: Unit
    more: bool = False
    """Whether `多` stands behind the unit: 三年多."""


def currency_before(text: str) -> str | None:
    """ISO code of the currency sign at the end of `text`."""
    match = _PREFIX.search(text)
    return _code(match[0].strip()) if match else None


def without_currency(text: str) -> str:
    """`text` without the currency sign at its end."""
    return _PREFIX.sub("", text)


def magnitude(word: str, money: bool) -> int | None:
    """The factor of a word such as `million`; `m` and `k` only count for money."""
    return words.MAGNITUDES[word.lower()] if money or len(word) > 1 else None


def with_unit(
    values: tuple[Fraction, ...], behind: str, currency: str | None, part: ShareKind = ""
) -> CountedNumber:
    """The number with the unit that the words after it give."""
    if part:
        kind = PERCENT if part == "percent" else PART
        return CountedNumber(values, Unit(kind, _clause(behind)))
    for number in (
        _share(values, behind),
        _length(values, behind),
        _money(values, behind, currency),
    ):
        if number is not None:
            return number
    more = words.MORE_AFTER.match(behind.lstrip())
    return CountedNumber(values, Unit(currency or "", _clause(behind)), more is not None)


def _share(values: tuple[Fraction, ...], behind: str) -> CountedNumber | None:
    if match := words.POINTS.match(behind):
        return CountedNumber(values, Unit(POINT, behind[match.end() :]))
    if match := words.PERCENT.match(behind):
        return CountedNumber(values, Unit(PERCENT, _clause(behind[match.end() :])))
    if match := words.PERMILLE.match(behind):
        return CountedNumber(tuple(it / 10 for it in values), Unit(PERCENT, behind[match.end() :]))
    if match := words.TENTHS.match(behind):
        said = match["part"]
        part = words.DIGITS.get(said or "", 0) if said != words.HALF else 5
        rest = behind[match.end() :]
        tenths = CountedNumber(tuple(10 * it + part for it in values), Unit(PERCENT, rest, 10))
        return replace(tenths, more=words.MORE.match(rest) is not None)
    if match := words.FOLD.match(behind):
        more = words.MORE.match(behind, match.end())
        return CountedNumber(values, Unit(FOLD, _clause(behind)), more is not None)
    return None


def _length(values: tuple[Fraction, ...], behind: str) -> CountedNumber | None:
    """A length of time with a half, as in `一年半` or `兩個半月`."""
    match = words.HALF_AFTER.match(behind)
    if match is None:
        return None
    halves = tuple(it + Fraction(1, 2) for it in values)
    return CountedNumber(halves, Unit("", match["unit"] + _clause(behind[match.end() :])))


def _money(values: tuple[Fraction, ...], behind: str, before: str | None) -> CountedNumber | None:
    match = _MONEY.match(behind.lstrip())
    if match is None:
        return None
    rest = behind.lstrip()[match.end() :]
    foreign = currency_named(rest)
    code = match.lastgroup if match.lastgroup != "plain" else before or words.HOME_CURRENCY
    return CountedNumber(values, Unit(foreign or code or words.HOME_CURRENCY, rest))


def currency_named(text: str) -> str | None:
    """ISO code of the currency with which `text` begins: 元人民幣."""
    match = _MONEY.match(text)
    return match.lastgroup if match and match.lastgroup != "plain" else None


def _code(sign: str) -> str | None:
    match = _MONEY.fullmatch(sign)
    return match.lastgroup if match else None


def _clause(text: str) -> str:
    """`text` up to the next mark or number, without spaces."""
    match = _END.search(text)
    text = text[: match.start()] if match else text
    match = _NUMBER_AHEAD.search(text)
    return (text[: match.start()] if match else text).replace(" ", "")
