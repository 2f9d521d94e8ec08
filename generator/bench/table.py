"""Measured builds → a table, a line each as it is done, and below a pair how many times as much the
plain site takes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.bench.measure import Measured

PER_PAGE = 300
"""The cost of a page is told relative to that of a site with so many records."""
NONE = "-"


@dataclass(frozen=True)
class Column:
    """Heading, width, and the number that stands there, with so many digits behind the point."""

    name: str
    width: int
    number: Callable[[Measured], float | None]
    digits: int = 0


COLUMNS = (
    Column("pages", 6, lambda it: it.pages),
    Column("wall s", 7, lambda it: it.used.wall, 1),
    Column("cpu s", 6, lambda it: it.used.cpu, 1),
    Column("largest MiB", 11, lambda it: it.used.largest),
    Column("all MiB", 7, lambda it: it.used.together or None),
    Column("site MB", 8, lambda it: it.output / 1e6, 1),
    Column("kB a page", 9, lambda it: it.output / it.pages / 1e3, 1),
    Column("record gz kB", 12, lambda it: it.record_page / 1e3, 1),
    Column("view gz kB", 10, lambda it: it.seen.view if it.seen else None, 1),
    Column("search s", 8, lambda it: it.seen.ready if it.seen else None, 2),
    Column("query ms", 8, lambda it: it.seen.answer if it.seen else None),
)


def table(rows: Iterable[Measured]) -> Iterator[str]:
    """The lines; the last column is the cost of a page relative to PER_PAGE records."""
    headings = "  ".join(column.name.rjust(column.width) for column in COLUMNS)
    yield f"records        stack  {headings}  cost of a page"
    bases: dict[str, float] = {}
    before: Measured | None = None
    for it in rows:
        cost = it.used.cpu / it.pages
        if it.records == PER_PAGE:
            bases[it.stack] = cost
        base = bases.get(it.stack)
        cells = (_cell(column, column.number(it)) for column in COLUMNS)
        yield _line(it, it.stack, cells, f"{cost / base:.2f}" if base else NONE)
        if before and before.records == it.records:
            ratios = (_ratio(column, it, before) for column in COLUMNS)
            yield _line(it, "times", ratios, NONE)
        before = it


def _line(it: Measured, stack: str, cells: Iterable[str], cost: str) -> str:
    return f"{it.records:>7}  {stack:>11}  {'  '.join(cells)}  {cost:>14}"


def _cell(column: Column, number: float | None) -> str:
    text = NONE if number is None else f"{number:.{column.digits}f}"
    return text.rjust(column.width)


def _ratio(column: Column, one: Measured, other: Measured) -> str:
    """How many times as much `one` has."""
    more, less = column.number(one), column.number(other)
    if more is None or not less:
        return NONE.rjust(column.width)
    return f"{more / less:.1f}x".rjust(column.width)
