"""The cells of a head's tables · printed text → amounts, columns and units as a record has them."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.maintain.extract.head_layout import SIGN, YEAR
from generator.maintain.extract.head_record import PrintedColumn
from generator.model.budget import Basis, BudgetUnit
from generator.resolve.printed.words import NO_AMOUNT

_NUMBER = r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_AMOUNT = re.compile(rf"{SIGN}{{0,3}}{_NUMBER}(?:{SIGN}|[a-z](?![a-z]))*")
_ONLYSIGNS = re.compile(rf"[_—–-]?{SIGN}+")
_RATE = re.compile(rf"[(（]\s*[+\-–−]?\s*[0-9]+(?:\.[0-9]+)?\s*%\s*[)）]{SIGN}*")
_SPACED = re.compile(r"[+-]?[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_BRACKETS = re.compile(r"\s*[(（](?P<words>[^()（）]*)[)）]\s*$")
_DASHES = re.compile("[–—‑−]")


@dataclass(frozen=True)
class HeadWords:
    """Printed forms of the vocabularies, folded → their codes."""

    bases: Mapping[str, Basis]
    units: Mapping[str, BudgetUnit]


def fold(text: str) -> str:
    """`text` to compare words by: half width, small letters, no spaces, one kind of dash."""
    return _DASHES.sub("-", "".join(unicodedata.normalize("NFKC", text).lower().split()))


def amount_cell(text: str) -> str | None:
    """A cell of amounts as a record writes it, "" where nothing is printed; None for other text.

    A number in brackets is none: nothing says whether it is negative.
    """
    if NO_AMOUNT.fullmatch(text):
        return text
    joined = re.sub(r"(?<=[0-9]) ?, ?(?=[0-9]{3}(?![0-9]))", ",", text)
    joined = _SPACED.sub(lambda it: it[0].replace(" ", ""), joined)
    joined = re.sub(rf"(?<=[0-9]) (?={SIGN}+$)", "", joined)
    if _AMOUNT.fullmatch(joined) or _ONLYSIGNS.fullmatch(joined):
        return joined
    return None


def rate_cell(text: str) -> str | None:
    """A percentage in brackets, as printed; None for other text."""
    return text if _RATE.fullmatch(text) else None


def fiscal_year(text: str) -> str | None:
    """The financial year that `text` names first, as 2018-19; None if it names none."""
    match = YEAR.search(text)
    if match is None or (int(match["first"]) + 1) % 100 != int(match["last"]):
        return None
    return f"{match['first']}-{match['last']}"


def without_unit(text: str, words: HeadWords) -> tuple[str, str]:
    """`text` without the unit in brackets, or at its end, and that unit as printed."""
    match = _BRACKETS.search(text)
    if match and fold(match["words"]) in words.units:
        return text[: match.start()].strip(), match["words"].strip()
    last = text.split(" ")[-1]
    if last != text and fold(last) in words.units and not last.isdigit():
        return text[: -len(last)].strip(), last
    return text, ""


def basis_of(text: str, words: HeadWords) -> Basis | None:
    """What a column's head says beside its year."""
    return words.bases.get(fold(YEAR.sub("", text)).strip("()"))


def read_columns(
    cells: Sequence[str], line: int, words: HeadWords
) -> tuple[tuple[PrintedColumn, ...], str, tuple[str, ...]]:
    """The columns of a table's header, the unit that it prints, and heads with a year that are not
    known. Without two heads that have a year, or one alone on its line, it is no header, and all
    are empty."""
    columns, unknown, unit = [], [], ""
    for at, cell in enumerate(cells):
        year = fiscal_year(cell)
        if year is None:
            continue
        printed, printed_unit = without_unit(cell, words)
        basis = basis_of(printed, words)
        if basis is None:
            unknown.append(printed)
        else:
            columns.append(PrintedColumn(year, basis, printed, line, at))
            unit = unit or printed_unit
    alone = len(columns) == 1 and sum(map(bool, cells)) == 1
    if (len(columns) + len(unknown) < 2 and not alone) or any(len(it) > 60 for it in unknown):
        return (), "", ()
    return tuple(columns), unit, tuple(unknown)
