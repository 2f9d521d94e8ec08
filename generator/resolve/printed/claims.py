"""Find numbers in our own prose that a reader would take for facts · text → claims.

Chinese prose is full of numerals that count nothing. What is given here counts something: figures,
and numerals with a counter from four on, with a step, or in a share, an amount or a length of time.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from generator.resolve.printed import claim_words, words
from generator.resolve.printed.dates import Moment, dates
from generator.resolve.printed.numerals import numeral
from generator.resolve.printed.quantities import Quantity, read_quantities

_LEAST = 4
"""Smaller numerals, as in 一個平台 and 兩地, are ordinary speech."""
_COUNTED = re.compile(rf"\s*(?:{claim_words.COUNTERS}|大(?=[^会学型家案面]))")
_ALWAYS = re.compile(rf"\s*(?:{claim_words.ALWAYS_COUNTED})")
_WESTERN = re.compile("[0-9]")
_LABEL = re.compile(rf"(?:{claim_words.NUMBERED})\s*\(?$")
_NAME = re.compile(r"(?:[A-Za-z]|[A-Za-z]-|第|No\.)\s?$")
_MODEL = re.compile(r"[A-Za-z] $")
"""Before the number of a product or a standard: Wi-Fi 6, ISO 9001."""
_SHOWN_CHARACTERS = 12
"""How many characters of a claim are shown."""


@dataclass(frozen=True)
class Claim:
    """A number or a date in our own prose."""

    start: int
    words: str
    quantity: Quantity | None = None
    moment: Moment | None = None
    ratio: tuple[Fraction, ...] | None = None
    """The two sides of 二比一."""


def claims(text: str, names: Iterable[str] = (), *, quotes: bool = False) -> tuple[Claim, ...]:
    """The claims of `text`, in their order.

    `names` with numbers in them are left out, and what stands in quotation marks unless `quotes`.
    """
    masked = text
    for name in sorted(names, key=len, reverse=True):
        masked = masked.replace(name, "\0" * len(name))
    if not quotes:
        masked = claim_words.QUOTED.sub(lambda match: "\0" * len(match[0]), masked)
    claims_by_start: dict[int, Claim] = {}
    covered: set[int] = set()
    for claim, end in _candidates(masked):
        if claim.start not in covered:
            covered.update(range(claim.start, end))
            shown = text[
                claim.start : max(end, min(end + 3, claim.start + _SHOWN_CHARACTERS))
            ].strip()
            claims_by_start[claim.start] = replace(claim, words=shown)
    return tuple(claims_by_start[start] for start in sorted(claims_by_start))


def _candidates(masked: str) -> Iterator[tuple[Claim, int]]:
    """Possible claims with their ends, best kinds first; a later one may lie inside an earlier."""
    folded = words.fold_text(masked)
    for moment in dates(masked):
        season = re.fullmatch("--[0-9]{2}", moment.date)
        if season and not _WESTERN.search(folded[moment.start : moment.end]):
            continue  # 每年四月
        if moment.date and not _LABEL.search(folded[: moment.start]):
            yield Claim(moment.start, "", moment=moment), moment.end
    for quantity in read_quantities(masked).quantities:
        if _is_claim(folded, quantity):
            yield Claim(quantity.start, "", quantity=quantity), quantity.end
    yield from _in_words(folded)
    for match in re.finditer("[0-9]+(?:[.,-][0-9]+)*", folded):
        if _is_lone_number(folded, match):
            yield Claim(match.start(), ""), match.end()


def _in_words(folded: str) -> Iterator[tuple[Claim, int]]:
    """What is no one number: 數十, 二比一."""
    for match in words.VAGUE.finditer(folded):
        yield Claim(match.start(), ""), match.end()
    for match in words.RATIO.finditer(folded):
        if not _WESTERN.search(match[0]):
            yield Claim(match.start(), "", ratio=_shares(match)), match.end()


def _is_claim(text: str, quantity: Quantity) -> bool:
    number, behind = text[quantity.start : quantity.end], text[quantity.end :]
    if _LABEL.search(text[: quantity.start]):
        return False
    if _MODEL.search(text[: quantity.start]) and not (quantity.unit.kind or _COUNTED.match(behind)):
        return False
    if _WESTERN.search(number) or quantity.unit.kind or words.FRACTION.match(number):
        return True
    if claim_words.NAMED_PERIOD.match(text, quantity.start):
        return False
    if _ALWAYS.match(behind):
        return quantity.low >= 2
    return bool(_COUNTED.match(behind)) and (quantity.low >= _LEAST or quantity.high is not None)


def _is_lone_number(text: str, match: re.Match[str]) -> bool:
    """Whether a number outside quantities is a claim; not 5G, Web3 or the number of a head."""
    before, behind = text[: match.start()], text[match.end() :]
    return not (_NAME.search(before) or _LABEL.search(before) or re.match("[A-Za-z]", behind))


def ratios(text: str) -> tuple[tuple[Fraction, ...], ...]:
    """Every ratio of a text, in any numerals: 二比一, 2:1."""
    return tuple(map(_shares, words.RATIO.finditer(words.fold_text(text))))


def _shares(match: re.Match[str]) -> tuple[Fraction, ...]:
    sides = (numeral(match[side], 0) for side in ("one", "other"))
    return tuple(
        numeral_of_side.values[0]
        for numeral_of_side in sides
        if numeral_of_side is not None and numeral_of_side.values
    )


def quoted_in(text: str) -> tuple[str, ...]:
    """What stands in quotation marks."""
    return tuple(match[0] for match in claim_words.QUOTED.finditer(text))
