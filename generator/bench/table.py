"""Measurements → lines of a table, one as each build is done, and after each of the others its
ratios to ours."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.bench.measure import Measurement

PER_PAGE = 300
"""The cost of a page is told relative to that of a site with so many records."""
NONE = "-"


@dataclass(frozen=True)
class MeasurementColumn:
    """Heading, width, how to get the number, and its number of decimals."""

    name: str
    width: int
    number: Callable[[Measurement], float | None]
    digits: int = 0


def _kilo(number: int | None) -> float | None:
    return None if number is None else number / 1e3


COLUMNS = (
    MeasurementColumn("pages", 6, lambda it: it.pages),
    MeasurementColumn("wall s", 7, lambda it: it.resources.wall, 1),
    MeasurementColumn("cpu s", 6, lambda it: it.resources.cpu, 1),
    MeasurementColumn("largest MiB", 11, lambda it: it.resources.largest),
    MeasurementColumn("all MiB", 7, lambda it: it.resources.together or None),
    MeasurementColumn("site MB", 8, lambda it: it.output / 1e6, 1),
    MeasurementColumn("kB a page", 9, lambda it: it.output / it.pages / 1e3, 1),
    MeasurementColumn("record gz kB", 12, lambda it: _kilo(it.record_page), 1),
    MeasurementColumn("view gz kB", 10, lambda it: it.reader.view if it.reader else None, 1),
    MeasurementColumn("search s", 8, lambda it: it.reader.ready if it.reader else None, 2),
    MeasurementColumn("index gz kB", 11, lambda it: _kilo(it.index), 1),
    MeasurementColumn("query ms", 8, lambda it: it.reader.answer if it.reader else None),
)


def table(rows: Iterable[Measurement]) -> Iterator[str]:
    """The lines; the last column is the cost of a page relative to PER_PAGE records."""
    headings = "  ".join(column.name.rjust(column.width) for column in COLUMNS)
    yield f"records        stack  {headings}  cost of a page"
    bases: dict[str, float] = {}
    before: Measurement | None = None
    for row in rows:
        cost = row.resources.cpu / row.pages
        if row.records == PER_PAGE:
            bases[row.stack] = cost
        base = bases.get(row.stack)
        cells = (_cell(column, column.number(row)) for column in COLUMNS)
        yield _line(row, row.stack, cells, f"{cost / base:.2f}" if base else NONE)
        if before and before.records == row.records:
            ratios = (_ratio(column, row, before) for column in COLUMNS)
            yield _line(row, "times", ratios, NONE)
        else:
            before = row


def phases_line(records: int, seconds: Mapping[str, float]) -> str:
    """What each phase of ours takes, in the order in which they come."""
    shares = "  ".join(f"{name} {number:.1f}" for name, number in seconds.items())
    return f"{records:>7}  cpu s by phase, one process:  {shares}"


def _line(row: Measurement, stack: str, cells: Iterable[str], cost: str) -> str:
    return f"{row.records:>7}  {stack:>11}  {'  '.join(cells)}  {cost:>14}"


def _cell(column: MeasurementColumn, number: float | None) -> str:
    text = NONE if number is None else f"{number:.{column.digits}f}"
    return text.rjust(column.width)


def _ratio(column: MeasurementColumn, measured: Measurement, compared: Measurement) -> str:
    """`measured` as a multiple of `compared`."""
    more, less = column.number(measured), column.number(compared)
    if more is None or not less:
        return NONE.rjust(column.width)
    return f"{more / less:.1f}x".rjust(column.width)
