"""What the search finds of numbers, events, budgets and errata · Records → entries."""

from collections.abc import Iterable, Iterator

from generator.exports.search_amounts import (
    cell_text,
    dated_figure,
    figure_texts,
    is_printed_otherwise,
    shown_figure,
)
from generator.exports.search_entry import Role, SearchEntry, SearchText
from generator.resolve.budget_records import BudgetRecord, TableRecord
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    Facts,
    FigureRecord,
)
from generator.resolve.figure_wording import MONEY
from generator.resolve.printed.quantities import read_quantities
from generator.resolve.records import FactRecord
from generator.resolve.resolve import Records
from generator.resolve.timeline import timeline
from generator.script.phrase import DatePhrase, Phrase

MILLION = 1_000_000


def facts_values(facts: Facts, records: Records) -> Iterator[SearchText]:
    """The numbers on the page of an agency or programme."""
    for series in facts.series:
        for figure in series.figures:
            yield from figure_texts(figure, records.words)


def numbers_of(facts: Iterable[FactRecord]) -> SearchText:
    """The sums of money that a list of facts shows, each once, in digits alone."""
    sums: dict[int, None] = {}
    for fact in facts:
        match fact:
            case FigureRecord():
                shown = [fact.value, fact.value_max] if fact.unit.code == MONEY else []
                sums.update((it, None) for it in shown if it is not None)
                continue
            case ConditionRecord():
                texts = [fact.text.text]
            case ErratumRecord():
                texts = [fact.what.text, *(spot.printed.text for spot in fact.spots)]
            case EventRecord():
                texts = [fact.what.text]
        sums.update((number, None) for text in texts for number in sums_of_money(text))
    return "; ".join(f"{number:,}" for number in sums)


def sums_of_money(text: str) -> Iterator[int]:
    """Every sum in a text, in dollars."""
    for quantity in read_quantities(text).quantities:
        if quantity.unit.kind == MONEY:
            yield from (int(it) for it in (quantity.low, quantity.high) if it is not None)


def facts_texts(facts: Facts) -> Iterator[SearchText]:
    """What else the documents say there: events, and their own mistakes."""
    yield from dict.fromkeys(event.what for event in facts.events)
    for event in facts.events:
        yield event.outcome.what if event.outcome else None
    for erratum in facts.errata:
        if any(sums_of_money(erratum.what.text)):
            yield erratum.what


def figures(records: Records) -> Iterator[SearchEntry]:
    """A number says whose it is, what it counts and how much it is."""
    words = records.words
    for series in records.series:
        values = {
            "subject": series.subject.name,
            "measure": series.measure.label,
            "value": dated_figure(series.newest, words),
        }
        yield SearchEntry(
            f"{series.subject.kind}/{series.subject.id}/#figure-{series.measure.code}",
            words["figures"],
            Phrase(words["search-figure"], values),
            names=(series.measure.label,),
            values=(
                *(shown_figure(it, words) for it in series.figures[:-1]),
                *(it.printed.text for it in series.figures if is_printed_otherwise(it, words)),
            ),
            text=(series.newest.basis,),
            role=Role.FIGURE,
            about=series.subject.id,
        )


def events(records: Records) -> Iterator[SearchEntry]:
    """An event is found by what happened, to whom and when."""
    for event in timeline(records.events, records.programmes, records.as_of):
        yield SearchEntry(
            f"timeline/#event-{event.id}",
            records.words["events"],
            event.what,
            text=(event.subject.name, DatePhrase(event.date) if event.date else None),
            role=Role.EVENT,
            about=event.subject.id,
        )


def errata(records: Records) -> Iterator[SearchEntry]:
    """A mistake of a document."""
    for erratum in records.errata:
        yield SearchEntry(
            f"errata/#{erratum.id}",
            records.words["erratum"],
            erratum.what,
            text=(erratum.kind.label,),
            role=Role.REMARK,
            about=erratum.about[0].id if erratum.about else "",
        )


def budgets(records: Records) -> Iterator[SearchEntry]:
    """The estimates of a head, with every row and amount of its tables and texts."""
    words = records.words
    for budget in records.budgets:
        title = Phrase(words["budget-title"], {"title": budget.title, "year": budget.year})
        yield SearchEntry(
            f"budget/{budget.id}/",
            words["budgets"],
            title,
            names=(budget.title, f"Head {budget.head}"),
            headings=tuple(_budget_headings(budget, records)),
            values=tuple(_budget_values(budget, records)),
            text=(budget.lead,),
            more=tuple(_budget_texts(budget, records)),
        )


def _budget_headings(budget: BudgetRecord, records: Records) -> Iterator[SearchText]:
    for key in ("read-first", "spending", "comparison", "work", "posts", "tables", "statements"):
        yield records.words[f"budget-{key}"]
    for programme in budget.programmes:
        yield programme.label
        yield from (heading for heading, _ in programme.emphases)
    yield from (table.title for table in budget.tables)
    yield from (chart.title for chart in budget.charts)


def _budget_values(budget: BudgetRecord, records: Records) -> Iterator[SearchText]:
    for table in budget.tables:
        yield from _rows(table, records)
    for statement in budget.statements:
        yield statement.what
        yield statement.printed
    yield "; ".join(_made_amounts(budget))


def _made_amounts(budget: BudgetRecord) -> Iterator[str]:
    """Sums that its page tells and no document prints: differences, and those of charts."""
    for place in budget.places.values():
        if not isinstance(place, str) and place[1] not in ("percent", "post"):
            yield f"{abs(place[0].value):,.0f}"
    for derived in budget.derived:
        if derived.kind != "share":
            yield f"{abs(derived.amount.value):,.0f}"
    for table in budget.tables:
        for amount in (cell.amount for row in table.rows for cell in row.cells if cell):
            if amount and table.unit.code.startswith("HKD"):
                yield f"{round(amount.value / MILLION, 1) * MILLION:,.0f}"


def _rows(table: TableRecord, records: Records) -> Iterator[SearchText]:
    """Each row with its amounts: its newest column is the last."""
    words = records.words
    for row in table.rows:
        label = row.label or (words["budget-total-short"] if row.kind == "total" else None)
        cells = [text for text in map(cell_text, filter(None, row.cells)) if text]
        if label and cells:
            yield Phrase(words["search-figure-row"], {"measure": label, "value": cells[-1]})
            yield from cells[:-1]
        else:
            yield label
            yield from cells


def _budget_texts(budget: BudgetRecord, records: Records) -> Iterator[SearchText]:
    for programme in budget.programmes:
        yield programme.aim
        yield from (item.text for _, items in programme.emphases for item in items)
    yield from (note.printed for note in budget.notes)
    yield from (what for _, what in budget.missing)
    yield from (label.name for label, _ in budget.datasets)
    bases = {column.basis.label for table in budget.tables for column in table.columns}
    yield from sorted(bases, key=lambda it: it.text)
    yield budget.agency.name
