"""A head's text as other programs lay it out → tab text: a row a line, the head of a column in one
cell. What has that form already stays as it is, byte for byte."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from generator.maintain.extract.head_broken_rows import whole_rows
from generator.maintain.extract.head_cells import (
    HeadWords,
    amount_cell,
    basis_of,
    fiscal_year,
    fold,
    rate_cell,
    read_columns,
    without_unit,
)
from generator.maintain.extract.head_layout import YEAR
from generator.maintain.extract.head_paragraphs import whole_paragraphs
from generator.messages.message import Message, say

_GAP = re.compile(r" {2,}|\t")
_WIDE = re.compile("(?<=[0-9０-９])[，．](?=[0-9０-９])|[０-９]+")
_BRACKETED = re.compile(r"[(（][^()（）]*[)）]")
_MOST_LINES = 3
"""Above or below the years, in which their bases stand."""


def head_text(
    text: str, words: HeadWords, *, wrapped: bool = False
) -> tuple[str, tuple[Message, ...]]:
    """The tab text, and what was done; nothing was done to a text that has that form already. Of a
    `wrapped` text the paragraphs are joined, too."""
    made = []
    printed = text.split("\n")
    lines = [_half_width(line) for line in printed]
    if lines != printed:
        made.append(say("numbers in half width"))
    parted = [_parted(line, words) for line in lines]
    if parted != lines:
        made.append(say("columns parted by tabs instead of spaces"))
    joined = list(_with_whole_heads(parted, words))
    if joined != parted:
        made.append(say("each head of a column written in one cell"))
    whole = list(whole_rows(joined, words))
    if whole != joined:
        made.append(say("rows that go on on another line joined"))
    if wrapped:
        whole = list(whole_paragraphs(whole))
    return "\n".join(whole), tuple(made)


def _half_width(line: str) -> str:
    """The line with amounts in the digits, commas and points that a record writes."""
    return _WIDE.sub(lambda it: unicodedata.normalize("NFKC", it[0]), line)


def _parted(line: str, words: HeadWords) -> str:
    """A line of a table with tabs between its cells; any other as it is."""
    if "\t" in line or not line.strip():
        return line
    if len(line.split()) > 1 and all(fold(it) in words.units for it in line.split()):
        return "\t".join(("", *line.split()))
    for cells in (_by_gaps(line), _by_words(line, words)):
        values = [it for it in cells if _is_value(it, words)]
        if (
            len(values) >= 2
            and len(values) >= len(cells) - 2
            and all(_is_value(it, words) for it in cells[-len(values) :])
        ):
            rest = " ".join(it for it in cells[: -len(values)] if it)
            return "\t".join((rest, *values))
    return line


def _by_gaps(line: str) -> list[str]:
    return [it.strip() for it in _GAP.split(line) if it.strip()]


def _by_words(line: str, words: HeadWords) -> list[str]:
    """A line whose cells stand one space apart: what it ends with is taken word by word."""
    if len(YEAR.findall(line)) > 1:
        return _by_years(line, words)
    tokens = line.split()
    at = len(tokens)
    while at and _is_value(tokens[at - 1], words):
        at -= 1
    # A sub-head's number at the beginning is no amount.
    label = " ".join(tokens[:at])
    return [label, *tokens[at:]] if label else tokens[at:]


def _by_years(line: str, words: HeadWords) -> list[str]:
    """Heads of columns one space apart: each begins with its year, or ends with it."""
    years = list(YEAR.finditer(line))
    begins = [*(it.start() for it in years), len(line)]
    ends = [0, *(it.end() for it in years)]
    label = line[: begins[0]].strip()
    whole = [line[one:other].strip() for one, other in pairwise(ends)]
    first = whole[0].split(" ")
    parts = [(label, [line[one:other].strip() for one, other in pairwise(begins)])]
    parts += [
        (" ".join(first[:at]), [" ".join(first[at:]), *whole[1:]]) for at in range(len(first))
    ]
    fitting: list[list[str]] = []
    for before, cells in parts:
        heads = [part for cell in cells for part in _two_bases(cell, words)]
        bare = [YEAR.sub("", without_unit(it, words)[0]).strip() != "" for it in heads]
        if len(set(bare)) == 1 and all(_is_head(it, words) for it in heads):
            cells = [before, *heads] if before else heads
            fitting += [cells] if cells not in fitting else []
    return fitting[0] if len(fitting) == 1 else []


def _two_bases(cell: str, words: HeadWords) -> list[str]:
    """`2018-19 (Original) (Revised)` is the head of two columns."""
    brackets = _BRACKETED.findall(cell)
    if len(brackets) == 2 and all(fold(it).strip("()") in words.bases for it in brackets):
        return [cell[: -len(brackets[1])].strip(), brackets[1]]
    return [cell]


def _is_head(cell: str, words: HeadWords) -> bool:
    bare = without_unit(cell, words)[0]
    said = fold(YEAR.sub("", bare)).strip("()")
    return said == "" or said in words.bases


def _is_value(text: str, words: HeadWords) -> bool:
    bare = text.strip("()（）")
    return bool(
        (text and amount_cell(text) is not None)
        or rate_cell(text)
        or (fiscal_year(text) and _is_head(text, words))
        or (fold(bare) in words.bases and _BRACKETED.fullmatch(text))
    )


def _with_whole_heads(lines: Sequence[str], words: HeadWords) -> Iterator[str]:
    """Heads of columns that stand on several lines, or share a year, each in one cell."""
    at = 0
    while at < len(lines):
        cells = [it.replace("<br>", " ").strip() for it in lines[at].split("\t")]
        if (
            len([it for it in cells if fiscal_year(it)]) < 2
            or read_columns(cells, 1, words)[2] == ()
        ):
            whole = _with_years(cells, words)
            yield "\t".join(whole) if whole else lines[at]
            at += 1
            continue
        for count in range(1, _MOST_LINES):
            below = [line.split("\t") for line in lines[at + 1 : at + 1 + count]]
            if (heads := _joined_heads(cells, below, words)) is not None:
                yield "\t".join(heads)
                at += 1 + count
                break
        else:
            yield lines[at]
            at += 1


def _with_years(cells: Sequence[str], words: HeadWords) -> list[str] | None:
    """A header in which one year stands for two columns, with the year at both; else None."""
    if sum(fiscal_year(it) is not None for it in cells) < 2:
        return None
    whole, year, filled = [], "", False
    for cell in cells:
        if match := YEAR.search(cell):
            year = match[0]
        elif year and fold(cell).strip("()") in words.bases:
            cell, filled = f"{year} {cell}", True
        whole.append(cell)
    return whole if filled else None


def _joined_heads(
    cells: Sequence[str], below: Sequence[Sequence[str]], words: HeadWords
) -> list[str] | None:
    """The years with the bases from the lines below them; None where these do not fit."""
    at = [number for number, cell in enumerate(cells) if fiscal_year(cell)]
    if len(below) == 1 and len(below[0]) >= len(cells):
        under = [it.replace("<br>", " ").strip() for it in below[0]]
        year, heads = "", list(cells) + [""] * (len(under) - len(cells))
        for number in range(at[0], len(under)):
            year = cells[number] if number < len(cells) and cells[number] else year
            heads[number] = f"{year} {under[number]}" if under[number] else ""
        if _are_heads(heads[at[0] :], words):
            return heads
    parts = [[it.strip() for line in lines for it in line.split() if it.strip()] for lines in below]
    tables = []
    for starts in product(range(len(at)), repeat=len(parts)):
        if any(start + len(them) > len(at) for start, them in zip(starts, parts, strict=True)):
            continue
        heads = list(cells)
        for number, place in enumerate(at):
            said = [
                lines[number - start]
                for start, lines in zip(starts, parts, strict=True)
                if 0 <= number - start < len(lines)
            ]
            heads[place] = " ".join((cells[place], *said))
        if _are_heads([heads[it] for it in at], words):
            tables.append(heads)
    return tables[0] if len(tables) == 1 else None


def _are_heads(cells: Sequence[str], words: HeadWords) -> bool:
    said = [it for it in cells if it]
    return len(said) > 1 and all(
        fiscal_year(heading) and basis_of(without_unit(heading, words)[0], words)
        for heading in said
    )
