"""Rows of a head's tables that stand on more than one line · lines → lines."""

import re
from collections.abc import Iterator, Sequence

from generator.maintain.extract.head_cells import HeadWords, amount_cell, fold, read_columns
from generator.maintain.extract.head_layout import HEAD, SUB_HEAD_CODE


def whole_rows(lines: Sequence[str], words: HeadWords) -> Iterator[str]:
    """Rows whose label or amounts go on below, over the head of a page too, on one line."""
    held: list[str] = []
    for line in lines:
        cells = [it.strip() for it in line.split("\t")]
        if held and _is_between(line, cells, words):
            held.append(line)
            continue
        if held and _has_amounts(cells) and not SUB_HEAD_CODE.match(next(filter(None, cells))):
            yield _joined(held[0], cells)
            yield from held[1:]
            held = []
            continue
        yield from held
        held = []
        if _is_broken(line, cells):
            held = [line]
        else:
            yield line
    yield from held


def _joined(first: str, cells: Sequence[str]) -> str:
    """A row that began on the line `first`, with its code and its label as that has them."""
    said = [it.strip() for it in first.split("\t") if it.strip()]
    label, *amounts = cells
    if amounts and amounts[0] and amount_cell(amounts[0]) is None:
        code, *begun = said
        return "\t".join((code, " ".join((*begun, amounts[0])), *amounts[1:]))
    return "\t".join((" ".join(filter(None, (*said, label))), *amounts))


def _is_between(line: str, cells: Sequence[str], words: HeadWords) -> bool:
    return (
        not line.strip()
        or HEAD.match(re.sub(r"\s", "", line)) is not None
        or bool(read_columns(cells, 1, words)[0])
        or all(fold(it) in words.units for it in cells if it)
    )


def _has_amounts(cells: Sequence[str]) -> bool:
    return len([it for it in cells[1:] if it and amount_cell(it) is not None]) > 1


def _is_broken(line: str, cells: Sequence[str]) -> bool:
    """Whether a sub-head's number stands without amounts, so that its row goes on below."""
    said = [it for it in cells if it]
    if not said or len(line) > 80 or _has_amounts(cells):
        return False
    code, *label = " ".join(said).split(" ")
    return bool(SUB_HEAD_CODE.match(code)) and any(amount_cell(it) is None for it in label)
