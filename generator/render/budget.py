"""The pages of the budget: an index, and one page for each head and year · Records → pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.model.wording import Wording
from generator.render.budget_amounts import Amounts
from generator.render.budget_charts import budget_charts, shown_comparison
from generator.render.budget_statements import posts_table, statements_table
from generator.render.budget_tables import gap_table, printed_table
from generator.render.chart import BarChart
from generator.render.page import Page
from generator.render.statements import document_groups
from generator.resolve.budget_compare import budget_comparisons
from generator.resolve.budget_records import BudgetRecord
from generator.resolve.figure_wording import YI
from generator.resolve.record_reference import LocatorRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText, Phrase

Words = Mapping[str, Wording]


@dataclass(frozen=True)
class BudgetFinding:
    """What a drawing of a budget shows, with the page that holds the numbers."""

    path: str
    title: Phrase
    text: Phrase
    chart: BarChart


def budget_pages(records: Records) -> Iterator[Page]:
    """The index, and a page for each budget."""
    yield _index(records)
    for budget in records.budgets:
        yield _budget(budget, records)


def related_budgets(records: Records, identifier: str) -> list[tuple[str, Phrase, Wording | None]]:
    """Budgets of an agency, a document or a dataset: page, title, what a dataset adds."""
    related: list[tuple[str, Phrase, Wording | None]] = []
    for budget in records.budgets:
        page, title = f"budget/{budget.id}.md", Amounts(records.words).title(budget)
        if identifier in (budget.agency.id, budget.id):
            related.append((page, title, None))
        related += [(page, title, text) for ref, text in budget.datasets if ref.id == identifier]
    return related


def _index(records: Records) -> Page:
    words, amounts = records.words, Amounts(records.words)
    rows = [
        (
            f"budget/{budget.id}.md",
            amounts.title(budget),
            budget,
            amounts.money(budget.headline.amount),
            amounts.column(budget.headline.column),
        )
        for budget in records.budgets
    ]
    comparisons = [
        shown_comparison(comparison, number, amounts)
        for number, comparison in enumerate(budget_comparisons(records.budgets), 1)
    ]
    return Page(
        "budget/index.md",
        "budgets.md.j2",
        words["budgets"],
        (words["budgets-lead"],),
        {"budgets": rows, "comparisons": comparisons},
        charts=tuple(it.chart for it in comparisons if it.chart),
    )


def budget_findings(records: Records) -> list[BudgetFinding]:
    """What the drawings of all budgets show, in their order."""
    amounts = Amounts(records.words)
    return [
        BudgetFinding(f"budget/{budget.id}.md", amounts.title(budget), shown.text, shown.chart)
        for budget in records.budgets
        for places in (_place_values(budget, amounts),)
        for several in (False, True)
        for shown in budget_charts(budget, places, amounts, several=several)
        if shown.chart
    ]


def _budget(budget: BudgetRecord, records: Records) -> Page:
    words = records.words
    amounts = Amounts(words)
    places = _place_values(budget, amounts)
    posts = [it for it in budget.statements if it.kind == "post"]
    spending = budget_charts(budget, places, amounts, several=False)
    comparisons = budget_charts(budget, places, amounts, several=True)
    return Page(
        f"budget/{budget.id}.md",
        "budget.md.j2",
        amounts.title(budget),
        (amounts.title(budget), budget.lead),
        {
            "budget": budget,
            "title": amounts.title(budget),
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
            "spending": spending,
            "comparisons": comparisons,
            "posts": posts_table(posts, amounts),
            "tables": [printed_table(it, amounts) for it in budget.tables],
            "numbers": statements_table(budget, amounts),
            "missing": [(_line_range(lines, words), what) for lines, what in budget.missing],
        },
        tuple(_originals(budget, words)),
        record=budget.id,
        locators=(LocatorRecord(budget.document, budget.headline.line),),
        charts=tuple(it.chart for it in (*spending, *comparisons) if it.chart),
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
