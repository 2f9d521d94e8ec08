"""The pages of the budget: an index, and one page for each head and year · Records → pages."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.model.wording import Wording
from generator.render.budget_amounts import Amounts
from generator.render.budget_statements import posts_table, statements_table
from generator.render.budget_tables import ShownTable, chart_table, gap_table, printed_table
from generator.render.chart import Bar, BarChart
from generator.render.page import Page
from generator.render.statements import document_groups
from generator.resolve.budget_compare import BudgetComparison, budget_comparisons
from generator.resolve.budget_records import (
    BudgetRecord,
    ChartRecord,
)
from generator.resolve.figure_wording import YI
from generator.resolve.record_reference import LocatorRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText, Phrase

Words = Mapping[str, Wording]


def budget_pages(records: Records) -> Iterator[Page]:
    """The index, and a page for each budget."""
    yield _index(records)
    for budget in records.budgets:
        yield _budget(budget, records)


def budget_title(budget: BudgetRecord, words: Words) -> Phrase:
    """The head's name with the year."""
    return Phrase(words["budget-title"], {"title": budget.title, "year": budget.year})


def related_budgets(records: Records, identifier: str) -> list[tuple[str, Phrase, Wording | None]]:
    """Budgets of an agency, a document or a dataset: page, title, what a dataset adds."""
    related: list[tuple[str, Phrase, Wording | None]] = []
    for budget in records.budgets:
        page, title = f"budget/{budget.id}.md", budget_title(budget, records.words)
        if identifier in (budget.agency.id, budget.id):
            related.append((page, title, None))
        related += [(page, title, text) for ref, text in budget.datasets if ref.id == identifier]
    return related


def _index(records: Records) -> Page:
    words, amounts = records.words, Amounts(records.words)
    rows = [
        (
            f"budget/{budget.id}.md",
            budget_title(budget, words),
            budget,
            amounts.money(budget.headline.amount),
            amounts.column(budget.headline.column),
        )
        for budget in records.budgets
    ]
    comparisons = [
        _comparison(comparison, number, amounts)
        for number, comparison in enumerate(budget_comparisons(records.budgets), 1)
    ]
    return Page(
        "budget/index.md",
        "budgets.md.j2",
        words["budgets"],
        (words["budgets-lead"],),
        {"budgets": rows, "comparisons": comparisons},
    )


def _comparison(
    comparison: BudgetComparison, number: int, amounts: Amounts
) -> tuple[PageText, BarChart]:
    """A heading, and a chart of the totals."""
    words = amounts.words
    first = comparison.budgets[0]
    heading = (
        Phrase(words["budget-heads-of-year"], {"column": amounts.column(first.headline.column)})
        if comparison.year
        else Phrase(words["budget-years-of-head"], {"title": first.title})
    )
    bars = tuple(
        Bar(
            budget_title(budget, words)
            if comparison.year
            else amounts.column(budget.headline.column),
            float(budget.headline.amount.value) if budget.headline.amount else 0,
            amounts.in_words(budget.headline.amount, budget.headline.unit.code),
        )
        for budget in comparison.budgets
    )
    return heading, BarChart(f"compared-{number}", heading, words["budgets-lead"], bars)


def _budget(budget: BudgetRecord, records: Records) -> Page:
    words = records.words
    amounts = Amounts(words)
    places = _place_values(budget, amounts)
    posts = [it for it in budget.statements if it.kind == "post"]
    return Page(
        f"budget/{budget.id}.md",
        "budget.md.j2",
        budget_title(budget, words),
        (budget_title(budget, words), budget.lead),
        {
            "budget": budget,
            "title": budget_title(budget, words),
            "total": amounts.money(budget.headline.amount),
            "about": _rounded_total(budget, words),
            "column": amounts.column(budget.headline.column),
            "spent_on": [
                (row.code, row.label, amounts.money(cell.amount)) for row, cell in budget.spent_on
            ],
            "explanation": Phrase(budget.explanation, places),
            "statements": document_groups(records, budget.id),
            "own": (budget.agency.id, budget.document.id),
            "gaps": gap_table(budget, amounts),
            "spending": _charts(budget, places, amounts, several=False),
            "comparisons": _charts(budget, places, amounts, several=True),
            "posts": posts_table(posts, amounts),
            "tables": [printed_table(it, amounts) for it in budget.tables],
            "numbers": statements_table(budget, amounts),
            "missing": [(_line_range(lines, words), what) for lines, what in budget.missing],
        },
        tuple(_originals(budget, words)),
        record=budget.id,
        locators=(LocatorRecord(budget.document, budget.headline.line),),
    )


def _rounded_total(budget: BudgetRecord, words: Words) -> Phrase | None:
    """The total in 億 to two decimals, for those who do not read nine digits at a glance."""
    amount = budget.headline.amount
    if amount is None or amount.value < YI:
        return None
    rounded = (amount.value / YI).quantize(Decimal("0.01"))
    return Phrase(words["budget-about"], {"n": f"{rounded:,f}"})


def _place_values(budget: BudgetRecord, amounts: Amounts) -> dict[str, PageText]:
    """Values for the places of our own texts; a derived number says that it is derived."""
    derived = {it.id for it in budget.derived}
    values: dict[str, PageText] = {}
    for name, value in budget.places.items():
        text = amounts.place(value)
        if name in derived:
            text = Phrase(amounts.words["budget-derived-text"], {"n": text})
        values[name] = text
    return values


def _charts(
    budget: BudgetRecord, places: Mapping[str, PageText], amounts: Amounts, *, several: bool
) -> list[tuple[ChartRecord, Phrase, BarChart, ShownTable]]:
    """The charts of one column, or of several: record, text, drawing and the same as a table."""
    return [
        (
            chart,
            Phrase(chart.text, places),
            _chart(chart, places, amounts),
            chart_table(chart, amounts),
        )
        for chart in budget.charts
        if (len(chart.columns) > 1) is several
    ]


def _chart(record: ChartRecord, places: Mapping[str, PageText], amounts: Amounts) -> BarChart:
    values: dict[str, Any] = {
        "finding": Phrase(record.finding, places),
        "unit": amounts.unit(record.unit),
    }
    bars = []
    for row, cells in record.rows:
        for cell in cells:
            label = amounts.row(row, short=True)
            if len(cells) > 1:
                parts = {"row": label, "column": amounts.column(cell.column)}
                label = Phrase(amounts.words["budget-bar"], parts)
            value = float(cell.amount.value) if cell.amount else 0.0
            earlier = cell is not cells[-1]
            bars.append(Bar(label, value, amounts.printed(cell), earlier=earlier))
    title = Phrase(amounts.words["budget-chart-title"], values)
    return BarChart(f"chart-{record.id}", title, Phrase(record.text, places), tuple(bars))


def _line_range(lines: tuple[int, ...], words: Words) -> Phrase:
    if lines[0] == lines[-1]:
        return Phrase(words["line"], {"n": str(lines[0])})
    return Phrase(words["budget-lines"], {"first": str(lines[0]), "last": str(lines[-1])})


def _originals(budget: BudgetRecord, words: Words) -> Iterator[tuple[Wording, Wording]]:
    """Printed texts of the page, each once."""
    yield words["title"], budget.title
    labels = (row.label for table in budget.tables for row in table.rows if row.label)
    for label in dict.fromkeys(labels):
        yield words["name"], label
    for note in budget.notes:
        yield words["budget-note"], note.printed
