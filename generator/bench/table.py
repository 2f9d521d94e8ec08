"""Measured builds → a table, a line each as it is done."""

from collections.abc import Callable, Iterable, Iterator

from generator.bench.measure import Measured

PER_PAGE = 300
"""The cost of a page is told relative to that of a site with so many records."""

Cell = Callable[[Measured], str]
COLUMNS: tuple[tuple[str, int, Cell], ...] = (
    ("records", 7, lambda it: str(it.records)),
    ("stack", 11, lambda it: it.stack),
    ("pages", 6, lambda it: str(it.pages)),
    ("wall s", 7, lambda it: f"{it.used.wall:.1f}"),
    ("cpu s", 6, lambda it: f"{it.used.cpu:.1f}"),
    ("largest MiB", 11, lambda it: f"{it.used.largest:.0f}"),
    ("all MiB", 7, lambda it: f"{it.used.together:.0f}" if it.used.together else "-"),
    ("site MB", 8, lambda it: f"{it.output / 1e6:.1f}"),
    ("kB a page", 9, lambda it: f"{it.output / it.pages / 1e3:.1f}"),
    ("record gz kB", 12, lambda it: f"{it.record_page / 1e3:.1f}"),
    ("view gz kB", 10, lambda it: f"{it.seen.view:.1f}" if it.seen else "-"),
    ("search s", 8, lambda it: f"{it.seen.ready:.2f}" if it.seen else "-"),
    ("query ms", 8, lambda it: f"{it.seen.answer:.0f}" if it.seen else "-"),
)
"""Heading, width, and what stands there."""


def table(rows: Iterable[Measured]) -> Iterator[str]:
    """The lines; the last column is the cost of a page relative to PER_PAGE records."""
    headings = "  ".join(name.rjust(width) for name, width, _ in COLUMNS)
    yield f"{headings}  {'cost of a page':>14}"
    bases: dict[str, float] = {}
    for it in rows:
        cost = it.used.cpu / it.pages
        if it.records == PER_PAGE:
            bases[it.stack] = cost
        base = bases.get(it.stack)
        cells = "  ".join(cell(it).rjust(width) for _, width, cell in COLUMNS)
        yield f"{cells}  {f'{cost / base:.2f}' if base else '-':>14}"
