"""Rows that the extraction broke into several lines · lines of a plan → lines with whole rows.

A line that begins a row and has too few cells is put together with the lines right below it, if
that gives exactly a row with a date where dates stand. Where a line is broken inside a cell, its
halves are one cell; where it is broken between cells, the tab says so. Everything else is left as
it is, to be reported: what stands in a row is never guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.maintain.extract.layout import COLUMNS
from generator.maintain.extract.plan_cells import clean_line, join_wrapped, read_date
from generator.maintain.extract.plan_lines import LineKind, PlanLine, is_number

_DATE_CELL = 4
_PIECES = frozenset({LineKind.CELLS, LineKind.PLAIN, LineKind.DATE})


def join_broken_rows(lines: Sequence[PlanLine]) -> Iterator[PlanLine]:
    """The lines, with the lines of each broken row joined into one."""
    at = 0
    while at < len(lines):
        joined = _join_row(lines, at)
        yield joined or lines[at]
        at += len(joined.all) if joined else 1


def _join_row(lines: Sequence[PlanLine], at: int) -> PlanLine | None:
    """The row that begins at `at`, if it is broken and can be put together."""
    first = lines[at]
    cells = _cells(first)
    if not is_number(cells[0]) or not _lacks_cells(cells):
        return None
    until = at + 1
    while _lacks_cells(cells) and until < len(lines) and _may_continue(lines, until):
        head, *others = _cells(lines[until])
        cells = [*cells[:-1], join_wrapped([cells[-1], head]), *others]
        until += 1
    if len(cells) != len(COLUMNS) or read_date(clean_line(cells[_DATE_CELL])) is None:
        return None
    return replace(
        first, kind=LineKind.CELLS, parts=tuple(cells), joined=tuple(lines[at + 1 : until])
    )


def _lacks_cells(cells: Sequence[str]) -> bool:
    return len(cells) < len(COLUMNS) or (len(cells) == len(COLUMNS) and not cells[-1])


def _may_continue(lines: Sequence[PlanLine], at: int) -> bool:
    """Whether a line may be the rest of the one above: right below it, and no row of its own."""
    line = lines[at]
    return (
        line.number == lines[at - 1].number + 1
        and line.kind in _PIECES
        and not is_number(_cells(line)[0])
    )


def _cells(line: PlanLine) -> list[str]:
    return [cell.strip() for cell in line.text.split("\t")]
