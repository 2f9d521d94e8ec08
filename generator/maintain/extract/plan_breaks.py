"""Headers and rows that the extraction broke into several lines · lines → lines with whole rows.

A line that begins a row and has too few cells is put together with the lines right below it, if
that gives exactly a row with a date where dates stand. Where a line is broken inside a cell, its
halves are one cell; where it is broken between cells, the tab says so. Everything else is left as
it is, to be reported: what stands in a row is never guessed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.maintain.extract.layout import DATE_ORDER
from generator.maintain.extract.plan_cells import clean_line, join_wrapped
from generator.maintain.extract.plan_columns import COLUMNS, Header, read_header
from generator.maintain.extract.plan_dates import read_date
from generator.maintain.extract.plan_lines import LineKind, PlanLine, cells_of
from generator.maintain.extract.row_numbers import is_number

_PIECES = frozenset({LineKind.CELLS, LineKind.PLAIN, LineKind.DATE})
_MOST_PIECES = 3
"""Into as many lines a header may be broken."""


def join_broken_rows(lines: Sequence[PlanLine]) -> Iterator[PlanLine]:
    """The lines, with the lines of each broken header or row joined into one."""
    at, header = 0, None
    while at < len(lines):
        joined = _join_header(lines, at) or (_join_row(lines, at, header) if header else None)
        line = joined or lines[at]
        header = line.header or header
        yield line
        at += len(line.all)


def _join_header(lines: Sequence[PlanLine], at: int) -> PlanLine | None:
    """The header that begins at `at`, with the lines below it that go on with its cells."""
    first = lines[at]
    if first.kind not in (LineKind.HEADER, LineKind.CELLS) or is_number(first.parts[0]):
        return None
    best, cells = None, list(first.parts)
    for until in range(at + 1, min(at + _MOST_PIECES, len(lines))):
        line = lines[until]
        if line.kind not in _PIECES or not _is_below(lines, until):
            break
        more = cells_of(line.text)
        if is_number(more[0]):
            break
        for joined in (_cell_by_cell(cells, more), _end_to_end(cells, more)):
            header = read_header(joined)
            if header and (best is None or _found(header) > _found(best[0])):
                best = header, until, joined
        cells = list(_cell_by_cell(cells, more) or _end_to_end(cells, more))
    if best is None or (first.header and not _completes(first.header, best[0])):
        return None
    header, until, joined = best
    pieces = tuple(lines[at + 1 : until + 1])
    return replace(first, kind=LineKind.HEADER, parts=tuple(joined), header=header, joined=pieces)


def _is_below(lines: Sequence[PlanLine], at: int) -> bool:
    return lines[at].number == lines[at - 1].number + 1


def _cell_by_cell(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """Each cell with the one below it; empty if the lines are not as wide as one another."""
    if len(above) != len(below):
        return ()
    return tuple(join_wrapped(pair) for pair in zip(above, below, strict=True))


def _end_to_end(above: Sequence[str], below: Sequence[str]) -> tuple[str, ...]:
    """The second line as the rest of the first: it begins inside of the last cell."""
    return (*above[:-1], join_wrapped([above[-1], below[0]]), *below[1:])


def _found(header: Header) -> int:
    return sum(column is not None for column in header.columns)


def _completes(before: Header, after: Header) -> bool:
    """Whether what stands below goes on with a header that is one already: `(月/年)` in brackets,
    or columns that are missing."""
    if _found(after) > _found(before):
        return True
    added = [
        heading.removeprefix(start).strip()
        for start, heading in zip(before.headings, after.headings, strict=False)
        if heading != start
    ]
    return before.columns == after.columns and all(map(DATE_ORDER.fullmatch, added))


def _join_row(lines: Sequence[PlanLine], at: int, header: Header) -> PlanLine | None:
    """The row that begins at `at`, if it is broken and can be put together."""
    first = lines[at]
    cells = cells_of(first.text)
    if not is_number(cells[0]) or not _lacks_cells(cells, header):
        return None
    until = at + 1
    while _lacks_cells(cells, header) and until < len(lines) and _may_continue(lines, until):
        head, *others = cells_of(lines[until].text)
        cells = (*cells[:-1], join_wrapped([cells[-1], head]), *others)
        until += 1
    if len(cells) != header.width or not _has_date(cells, header):
        return None
    return replace(first, kind=LineKind.CELLS, parts=cells, joined=tuple(lines[at + 1 : until]))


def _has_date(cells: Sequence[str], header: Header) -> bool:
    date = header.in_order(cells)[COLUMNS.index("date")]
    return read_date(clean_line(date)) is not None


def _lacks_cells(cells: Sequence[str], header: Header) -> bool:
    return len(cells) < header.width or (len(cells) == header.width and not cells[-1])


def _may_continue(lines: Sequence[PlanLine], at: int) -> bool:
    """Whether a line may be the rest of the one above: right below it, and no row of its own."""
    line = lines[at]
    return _is_below(lines, at) and line.kind in _PIECES and not is_number(cells_of(line.text)[0])
