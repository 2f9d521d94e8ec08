"""Tables of a PDF by the lines that are drawn · page and table → rows, joined over pages."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.maintain.extract.layout import CONTINUED
from generator.maintain.extract.plan_cells import join_wrapped
from generator.maintain.extract.tab_text import Cell, plain

_BULLET = re.compile("(?=[•●○▪■◆])")
_NEAR = 3
"""Points within which two lines of a drawing are the same."""


@dataclass(frozen=True)
class PdfRow:
    """A row of a table."""

    cells: tuple[Cell, ...]
    full: tuple[bool, ...]
    """Whether the last line of each cell reaches to its right edge: then it was only wrapped."""


def table_rows(page: Any, table: Any) -> Iterator[PdfRow]:
    """The rows of a table that say something."""
    above: Sequence[Cell] = ()
    for row, texts in zip(table.rows, table.extract(), strict=True):
        cells = tuple(
            Cell(_unwrapped(text)) if text is not None else _merged(table, row, column, above)
            for column, text in enumerate(texts)
        )
        above = cells
        if any(cell.text for cell in cells):
            yield PdfRow(cells, tuple(_is_full(page, frame) for frame in row.cells))


def join_over_pages(pieces: Iterable[str | PdfRow]) -> Iterator[str | PdfRow]:
    """The pieces; a row that goes on at the top of a page, below its header, is one with the row
    before, which stands at the foot of another."""
    held: list[str | PdfRow] = []
    header: PdfRow | None = None
    last: PdfRow | None = None
    for piece in pieces:
        if piece == "":
            held.append(piece)
            continue
        if isinstance(piece, str):
            header = None
        elif header is None:
            header = piece
        elif _texts(piece) == _texts(header):
            held.append(piece)
            continue
        elif last is not None and any(held) and _goes_on(piece, last):
            last = _joined(last, piece)
            held = []
            continue
        if last is not None:
            yield last
        yield from held
        held, last = [], None
        if isinstance(piece, PdfRow):
            last = piece
        else:
            yield piece
    if last is not None:
        yield last
    yield from held


def _texts(row: PdfRow) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _goes_on(row: PdfRow, last: PdfRow) -> bool:
    return len(row.cells) == len(last.cells) and not row.cells[0].text and bool(last.cells[0].text)


def _joined(row: PdfRow, rest: PdfRow) -> PdfRow:
    cells = tuple(
        replace(cell, text=_joined_text(cell.text, CONTINUED.sub("", more.text), full))
        for cell, more, full in zip(row.cells, rest.cells, row.full, strict=True)
    )
    full = tuple(
        after if cell.text else before
        for cell, before, after in zip(rest.cells, row.full, rest.full, strict=True)
    )
    return PdfRow(cells, full)


def _joined_text(text: str, more: str, full: bool) -> str:
    if not text or not more:
        return text or more
    if full and not _BULLET.match(more):
        *lines, last = text.split("\n")
        first, *others = more.split("\n")
        return "\n".join((*lines, join_wrapped((last, first)), *others))
    return f"{text}\n{more}"


def _is_full(page: Any, frame: tuple[float, float, float, float] | None) -> bool:
    """Whether another character would not have fitted into the last line of a cell."""
    if frame is None:
        return False
    lines = page.crop(frame, strict=False).extract_text_lines()
    if not lines:
        return False
    left, _, right, _ = frame
    padding = min(line["x0"] for line in lines) - left
    size = max(char["size"] for char in lines[-1]["chars"])
    return bool(right - lines[-1]["x1"] < padding + 1.2 * size)


def _merged(table: Any, row: Any, column: int, above: Sequence[Cell]) -> Cell:
    """A cell that has no frame of its own: one above reaches down to it, or one beside it."""
    for other in table.rows:
        frame = other.cells[column] if column < len(other.cells) else None
        reaches = frame and frame[1] < row.bbox[1] - _NEAR and frame[3] >= row.bbox[3] - _NEAR
        if reaches and column < len(above):
            return Cell(above[column].text, above=True)
    return Cell("")


def _unwrapped(text: str) -> str:
    """A cell's text; lines end where the column does, and only bullets begin one."""
    parts = _BULLET.split(plain(text))
    return "\n".join(join_wrapped(map(str.strip, part.split("\n"))) for part in parts).strip()
