"""The charts of a budget, and of budgets side by side · computed records → BarCharts."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.exports.csv_tables import Cell
from generator.render.budget_amounts import Amounts
from generator.render.budget_tables import ShownTable, chart_table
from generator.render.chart import FEWEST, Bar, BarChart
from generator.resolve.budget_compare import BudgetComparison
from generator.resolve.budget_records import BudgetRecord, CellRecord, ChartRecord, RowRecord
from generator.script.phrase import PageText, Phrase


@dataclass(frozen=True)
class ShownChart:
    """What a chart says: a heading, a text and a table; and a drawing, of numbers enough, whose
    title is otherwise a sentence."""

    record: ChartRecord
    finding: Phrase
    text: Phrase
    chart: BarChart | None
    table: ShownTable


@dataclass(frozen=True)
class ShownComparison:
    """Totals of several budgets, each behind its label; and their drawing, of budgets enough."""

    anchor: str
    heading: Phrase
    totals: tuple[tuple[PageText, PageText], ...]
    chart: BarChart | None


def budget_charts(
    budget: BudgetRecord, places: Mapping[str, PageText], amounts: Amounts, *, several: bool
) -> list[ShownChart]:
    """The charts of one column, or of several."""
    return [
        ShownChart(
            chart,
            Phrase(chart.finding, places),
            Phrase(chart.text, places),
            _chart(budget, chart, places, amounts),
            chart_table(chart, amounts),
        )
        for chart in budget.charts
        if (len(chart.columns) > 1) is several
    ]


def shown_comparison(
    comparison: BudgetComparison, number: int, amounts: Amounts
) -> ShownComparison:
    """The totals of several budgets."""
    words, budgets = amounts.words, comparison.budgets
    heading = (
        Phrase(words["budget-heads-of-year"], {"column": _headline_column(budgets[0], amounts)})
        if comparison.year
        else Phrase(words["budget-years-of-head"], {"title": budgets[0].title})
    )
    totals = tuple(
        (
            amounts.title(budget) if comparison.year else _headline_column(budget, amounts),
            amounts.in_words(budget.headline.amount, budget.headline.unit.code),
        )
        for budget in budgets
    )
    anchor = f"compared-{number}"
    if len(budgets) < FEWEST:
        return ShownComparison(anchor, heading, totals, None)
    chart = BarChart(
        identifier=anchor,
        title=heading,
        dates=tuple(
            _headline_column(budget, amounts)
            for budget in (budgets[:1] if comparison.year else budgets)
        ),
        documents=tuple(amounts.title(it) for it in budgets),
        table=tuple(
            _table_row(budget, label, budget.headline)
            for budget, (label, _) in zip(budgets, totals, strict=True)
        ),
        bars=tuple(
            Bar(label, _value(budget.headline), total)
            for budget, (label, total) in zip(budgets, totals, strict=True)
        ),
    )
    return ShownComparison(anchor, heading, totals, chart)


def _headline_column(budget: BudgetRecord, amounts: Amounts) -> Phrase:
    return amounts.column(budget.headline.column)


def _chart(
    budget: BudgetRecord,
    record: ChartRecord,
    places: Mapping[str, PageText],
    amounts: Amounts,
) -> BarChart | None:
    cells = [(row, cell, cell is not group[-1]) for row, group in record.rows for cell in group]
    if len(cells) < FEWEST:
        return None
    parts: dict[str, PageText] = {
        "finding": Phrase(record.finding, places),
        "unit": amounts.unit(record.unit),
    }
    return BarChart(
        identifier=f"chart-{record.id}",
        title=Phrase(amounts.words["budget-chart-title"], parts),
        remarks=(Phrase(record.text, places),),
        dates=tuple(amounts.column(it) for it in record.columns),
        documents=(amounts.title(budget),),
        table=tuple(_table_row(budget, amounts.row(row), cell) for row, cell, _ in cells),
        bars=tuple(
            Bar(
                _label(record, row, cell, amounts),
                _value(cell),
                amounts.printed(cell),
                earlier=is_earlier,
            )
            for row, cell, is_earlier in cells
        ),
    )


def _label(record: ChartRecord, row: RowRecord, cell: CellRecord, amounts: Amounts) -> PageText:
    """The row, and of several columns the column."""
    label = amounts.row(row, short=True)
    if len(record.columns) == 1:
        return label
    parts = {"row": label, "column": amounts.column(cell.column)}
    return Phrase(amounts.words["budget-bar"], parts)


def _value(cell: CellRecord) -> float:
    return float(cell.amount.value) if cell.amount else 0.0


def _table_row(
    budget: BudgetRecord, label: PageText, cell: CellRecord
) -> dict[str, Cell | PageText]:
    return {
        "cell": cell.id,
        "label": label,
        "year": cell.column.year,
        "basis": cell.column.basis.code,
        "value": cell.amount.number if cell.amount else None,
        "unit": cell.unit.code.partition("-")[0],
        "printed": cell.printed,
        "document": budget.document.id,
        "document_name": budget.document.name,
        "line": cell.line,
    }
