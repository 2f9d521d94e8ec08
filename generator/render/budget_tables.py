"""The tables of a budget's page, cell by cell as they are shown · computed records → values."""

from dataclasses import dataclass

from generator.render.budget_amounts import Amounts
from generator.resolve.amounts import Amount
from generator.resolve.budget_records import (
    BudgetRecord,
    CellRecord,
    ChartRecord,
    ColumnRecord,
    DerivedRecord,
    NoteRecord,
    RowRecord,
    TableRecord,
)
from generator.script.phrase import PageText, Phrase


@dataclass(frozen=True)
class ShownCell:
    """A cell as it is shown, with what a phone writes before it."""

    head: PageText
    text: PageText | None
    """None where nothing stands."""
    note: NoteRecord | None = None
    remark: PageText | None = None


@dataclass(frozen=True)
class ShownRow:
    """A row as it is shown."""

    label: PageText
    cells: tuple[ShownCell, ...]
    code: str | None = None
    kind: str = "item"
    line: int | None = None


@dataclass(frozen=True)
class ShownTable:
    """A table as it is shown."""

    heads: tuple[PageText, ...]
    """Of the columns behind the first."""
    rows: tuple[ShownRow, ...]
    title: PageText | None = None
    unit: PageText | None = None
    scope: PageText | None = None
    """What all columns cover; none where they differ, and each head says its own."""
    id: str = ""
    numbers: bool = True
    """Whether its cells are numbers alone, one below the other."""

    @property
    def lined(self) -> bool:
        """Whether its rows say where they stand."""
        return any(row.line for row in self.rows)


def printed_table(table: TableRecord, amounts: Amounts) -> ShownTable:
    """A printed table, every row and cell."""
    return ShownTable(
        heads=tuple(_head(table, it, amounts) for it in table.columns),
        rows=tuple(_printed_row(table, row, amounts) for row in table.rows),
        title=table.title,
        unit=amounts.unit(table.unit),
        scope=None if table.mixes_scopes else table.columns[0].scope.label,
        id=table.id,
    )


def _head(table: TableRecord, column: ColumnRecord, amounts: Amounts) -> PageText:
    """Year and basis; in a table of several scopes the scope as well, on a phone too."""
    if not table.mixes_scopes:
        return amounts.column(column)
    parts: dict[str, PageText] = {"column": amounts.column(column), "scope": column.scope.label}
    return Phrase(amounts.words["budget-column-scope"], parts)


def _printed_row(table: TableRecord, row: RowRecord, amounts: Amounts) -> ShownRow:
    changes = row.kind == "change"
    label = amounts.words["budget-change"] if changes else amounts.row(row)
    code = None
    if row.label is not None:
        label, code = row.label, row.code
    heads = {it.id: _head(table, it, amounts) for it in table.columns}
    cells = []
    for column, cell in zip(table.columns, row.cells, strict=False):
        head = heads[column.id]
        if cell is None:
            cells.append(ShownCell(head, None))
            continue
        against = None
        if cell.against:
            parts = {"column": amounts.column(cell.against)}
            against = Phrase(amounts.words["budget-against"], parts)
        cells.append(ShownCell(head, _cell_text(cell, amounts), cell.note, against))
    return ShownRow(label, tuple(cells), code, row.kind, row.line)


def _cell_text(cell: CellRecord, amounts: Amounts) -> PageText:
    if cell.unit.code == "percent" and cell.amount:
        return f"{cell.amount.value:+f}%"
    if cell.amount is None:
        return "—" if cell.printed else amounts.words["budget-not-printed"]
    return cell.printed


def chart_table(chart: ChartRecord, amounts: Amounts) -> ShownTable:
    """The numbers of a chart."""
    return ShownTable(
        heads=tuple(amounts.column(it) for it in chart.columns),
        rows=tuple(
            ShownRow(
                amounts.row(row),
                tuple(
                    ShownCell(amounts.column(cell.column), _cell_text(cell, amounts), cell.note)
                    for cell in cells
                ),
            )
            for row, cells in chart.rows
        ),
        unit=amounts.unit(chart.unit),
    )


def gap_table(budget: BudgetRecord, amounts: Amounts) -> ShownTable | None:
    """The totals of two tables for one year, and by how much they differ."""
    gaps = [it for it in budget.derived if it.kind == "gap"]
    if not gaps:
        return None
    words = amounts.words
    heads = (words["budget-second"], words["budget-first"], words["budget-gap"])
    return ShownTable(
        heads=heads,
        rows=tuple(
            ShownRow(
                amounts.column(gap.first.column),
                (
                    ShownCell(heads[0], amounts.printed(gap.second), gap.second.note),
                    ShownCell(
                        heads[1], amounts.printed(gap.first), gap.first.note, _rounded(gap, amounts)
                    ),
                    ShownCell(heads[2], amounts.in_unit(gap.amount, gap.second.unit)),
                ),
            )
            for gap in gaps
        ),
    )


def _rounded(gap: DerivedRecord, amounts: Amounts) -> Phrase:
    """The first total in the unit of the second, so that a reader can subtract."""
    assert gap.first.amount, "the rules refuse a number derived from an empty cell"
    step = gap.amount.step
    number = amounts.in_unit(Amount(gap.first.amount.rounded(step), step), gap.second.unit)
    return Phrase(amounts.words["budget-roughly"], {"amount": number})
