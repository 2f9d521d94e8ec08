"""What the search finds of numbers, events, budgets and errata · Records → entries."""

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.search_amounts import (
    cell_text,
    dated_figure,
    is_printed_otherwise,
    older_texts,
)
from generator.exports.search_entry import Role, SearchEntry, SearchText
from generator.model.wording import Wording
from generator.resolve.budget_records import BudgetRecord, CellRecord, TableRecord
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    Facts,
    FigureRecord,
    SeriesRecord,
    StatementRecord,
)
from generator.resolve.figure_wording import MONEY, PERCENT
from generator.resolve.printed.quantities import read_quantities
from generator.resolve.records import FactRecord
from generator.resolve.resolve import Records
from generator.resolve.timeline import timeline
from generator.script.phrase import DatePhrase, PageText, Phrase

MILLION = 1_000_000


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
            case StatementRecord():
                texts = [fact.text.text]
        sums.update((number, None) for text in texts for number in sums_of_money(text))
    return "; ".join(f"{number:,}" for number in sums)


def sums_of_money(text: str) -> Iterator[int]:
    """Every sum in a text, in dollars."""
    for quantity in read_quantities(text).quantities:
        if quantity.unit.kind == MONEY:
            yield from (int(it) for it in (quantity.low, quantity.high) if it is not None)


def facts_texts(facts: Facts) -> Iterator[SearchText]:
    """What else the documents say there, beside numbers and events: their own mistakes."""
    for erratum in facts.errata:
        if any(sums_of_money(erratum.what.text)):
            yield erratum.what


def figures(records: Records) -> Iterator[SearchEntry]:
    """A number says what it counts and how much it is; whose it is, the entry before it does."""
    words = records.words
    for series in records.series:
        older = series.figures[:-1]
        yield SearchEntry(
            f"{series.subject.kind}/{series.subject.id}/#figure-{series.measure.code}",
            _kind_of(series, words),
            dated_figure(series.newest, words),
            names=(series.measure.label,),
            values=(
                *older_texts(older, words),
                *(it.printed.text for it in series.figures if is_printed_otherwise(it, words)),
            ),
            text=(series.newest.basis,),
            more=(series.note, *(it.basis for it in older)),
            role=Role.FIGURE,
            about=series.subject.id,
        )


def _kind_of(series: SeriesRecord, words: Mapping[str, Wording]) -> PageText:
    """That it is a number; of a series with a break, that its numbers do not compare."""
    if series.note is None:
        return words["figures"]
    return Phrase(words["search-part"], {"title": words["figures"], "part": words["break"]})


def events(records: Records) -> Iterator[SearchEntry]:
    """An event is found by what happened and when; to whom, the entry before it says."""
    for event in timeline(records.events, records.programmes, records.as_of):
        yield SearchEntry(
            f"timeline/#event-{event.id}",
            records.words["events"],
            event.what,
            text=(DatePhrase(event.date) if event.date else None,),
            role=Role.EVENT,
            about=event.subject.id,
        )


def errata(records: Records) -> Iterator[SearchEntry]:
    """A problem of a document, where it is told: a blemish only on the page of its document."""
    for erratum in records.errata:
        first = erratum.spots[0].source
        blemish = f"documents/{first.document.id}/#line-{first.line}"
        kind = {"title": records.words["erratum"], "part": erratum.kind.label}
        yield SearchEntry(
            blemish if erratum.level.code == "blemish" else f"errata/#{erratum.id}",
            Phrase(records.words["search-part"], kind),
            erratum.what,
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
    """Sums that its page tells and no cell prints: differences, of charts, the round total."""
    cells = [cell.amount.value for cell in _cells(budget) if cell.amount]
    places = [it for it in budget.places.values() if not isinstance(it, str)]
    sums = [amount.value for amount, unit in places if unit not in ("percent", "post")]
    sums += [it.amount.value for it in budget.derived if it.kind != "share"]
    sums += [round(it / MILLION, 1) * MILLION for it in cells]
    if budget.headline.amount:
        sums.append(round(budget.headline.amount.value / MILLION, 0) * MILLION)
    printed = {abs(it) for it in cells}
    made = dict.fromkeys(abs(it) for it in sums if abs(it) not in printed)
    yield from (f"{it:,.0f}" for it in made)


def _cells(budget: BudgetRecord) -> Iterator[CellRecord]:
    """The cells that hold money."""
    for table in budget.tables:
        if table.unit.code.startswith("HKD"):
            cells = (cell for row in table.rows for cell in row.cells if cell)
            yield from (cell for cell in cells if cell.unit.code != PERCENT)


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
    yield from (note.printed for note in budget.notes)
    yield from (what for _, what in budget.missing)
    yield from (label.name for label, _ in budget.datasets)
    bases = {column.basis.label for table in budget.tables for column in table.columns}
    yield from sorted(bases, key=lambda it: it.text)
    yield budget.agency.name
