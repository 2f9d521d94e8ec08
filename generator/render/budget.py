"""The pages of the budget: an index, and one page for each head and year · Records → pages."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.model.wording import Wording
from generator.render.budget_amounts import Amounts
from generator.render.budget_statements import posts_table, statements_table
from generator.render.budget_tables import ShownTable, chart_table, gap_table, printed_table
from generator.render.chart import Chart, Measured
from generator.render.page import Page
from generator.resolve.budget_compare import Comparison, comparable
from generator.resolve.budget_records import (
    BudgetProgrammeRecord,
    BudgetRecord,
    ChartRecord,
    EmphasisRecord,
)
from generator.resolve.figure_wording import YI
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import Records
from generator.script.phrase import PageText, Phrase

Words = Mapping[str, Wording]


def budget_pages(records: Records) -> Iterator[Page]:
    """The index, and a page for each budget."""
    yield _index(records)
    for budget in records.budgets:
        yield _budget(budget, records.words)


def budget_title(budget: BudgetRecord, words: Words) -> Phrase:
    """The head's name with the year."""
    return Phrase(words["budget-title"], {"title": budget.title, "year": budget.year})


def budgets_about(records: Records, identifier: str) -> list[tuple[str, Phrase, Wording | None]]:
    """Budgets that belong to an agency, a document or a dataset: page, title, how they do."""
    found: list[tuple[str, Phrase, Wording | None]] = []
    for budget in records.budgets:
        page, title = f"budget/{budget.id}.md", budget_title(budget, records.words)
        if identifier in (budget.agency.id, budget.id):
            found.append((page, title, None))
        found += [(page, title, text) for ref, text in budget.datasets if ref.id == identifier]
    return found


def _index(records: Records) -> Page:
    words, amounts = records.words, Amounts(records.words)
    listed = [
        (
            f"budget/{it.id}.md",
            budget_title(it, words),
            it,
            amounts.money(it.headline.amount),
            amounts.column(it.headline.column),
        )
        for it in records.budgets
    ]
    comparisons = [
        _comparison(it, number, amounts) for number, it in enumerate(comparable(records.budgets), 1)
    ]
    return Page(
        "budget/index.md",
        "budgets.md.j2",
        words["budgets"],
        (words["budgets-lead"],),
        {"budgets": listed, "comparisons": comparisons},
    )


def _comparison(it: Comparison, number: int, amounts: Amounts) -> tuple[PageText, Chart]:
    """A heading, and a chart of the totals."""
    words = amounts.words
    first = it.budgets[0]
    heading = (
        Phrase(words["budget-heads-of-year"], {"column": amounts.column(first.headline.column)})
        if it.year
        else Phrase(words["budget-years-of-head"], {"title": first.title})
    )
    bars = tuple(
        Measured(
            budget_title(budget, words) if it.year else amounts.column(budget.headline.column),
            float(budget.headline.amount.value) if budget.headline.amount else 0,
            amounts.said(budget.headline.amount, budget.headline.unit.code),
        )
        for budget in it.budgets
    )
    return heading, Chart(f"compared-{number}", heading, words["budgets-lead"], bars)


def _budget(budget: BudgetRecord, words: Words) -> Page:
    amounts = Amounts(words)
    places = _places(budget, amounts)
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
            "about": _about(budget, words),
            "column": amounts.column(budget.headline.column),
            "spent_on": [
                (row.code, row.label, amounts.money(cell.amount)) for row, cell in budget.spent_on
            ],
            "explanation": Phrase(budget.explanation, places),
            "programmes": [(it, _emphases(it)) for it in budget.programmes],
            "gaps": gap_table(budget, amounts),
            "spending": _charts(budget, places, amounts, several=False),
            "comparisons": _charts(budget, places, amounts, several=True),
            "posts": posts_table(posts, amounts),
            "tables": [printed_table(it, amounts) for it in budget.tables],
            "statements": statements_table(budget, amounts),
            "missing": [(_lines(lines, words), what) for lines, what in budget.missing],
        },
        tuple(_originals(budget, words)),
        record=budget.id,
        locators=(LocatorRecord(budget.document, budget.headline.line),),
    )


def _emphases(
    programme: BudgetProgrammeRecord,
) -> list[tuple[Wording, list[tuple[EmphasisRecord, list[Ref]]]]]:
    """Each heading with its items, and what an item concerns but does not name itself."""
    return [
        (
            heading,
            [(it, [ref for ref in it.about if ref.name.text not in it.text.text]) for it in items],
        )
        for heading, items in programme.emphases
    ]


def _about(budget: BudgetRecord, words: Words) -> Phrase | None:
    """The total in 億 to two decimals, for those who do not read nine digits at a glance."""
    amount = budget.headline.amount
    if amount is None or amount.value < YI:
        return None
    rounded = (amount.value / YI).quantize(Decimal("0.01"))
    return Phrase(words["budget-about"], {"n": f"{rounded:,f}"})


def _places(budget: BudgetRecord, amounts: Amounts) -> dict[str, PageText]:
    """What stands for the places in our own words; a derived number says that it is one."""
    derived = {it.id for it in budget.derived}
    said: dict[str, PageText] = {}
    for name, value in budget.places.items():
        shown = amounts.place(value)
        if name in derived:
            shown = Phrase(amounts.words["budget-derived-text"], {"n": shown})
        said[name] = shown
    return said


def _charts(
    budget: BudgetRecord, places: Mapping[str, PageText], amounts: Amounts, *, several: bool
) -> list[tuple[ChartRecord, Phrase, Chart, ShownTable]]:
    """The charts of one column, or of several: record, text, drawing and the same as a table."""
    return [
        (it, Phrase(it.text, places), _chart(it, places, amounts), chart_table(it, amounts))
        for it in budget.charts
        if (len(it.columns) > 1) is several
    ]


def _chart(record: ChartRecord, places: Mapping[str, PageText], amounts: Amounts) -> Chart:
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
            bars.append(Measured(label, value, amounts.printed(cell), earlier=earlier))
    title = Phrase(amounts.words["budget-chart-title"], values)
    return Chart(f"chart-{record.id}", title, Phrase(record.text, places), tuple(bars))


def _lines(lines: tuple[int, ...], words: Words) -> Phrase:
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
