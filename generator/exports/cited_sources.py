"""Which documents a page rests on, and where in them · records → sources.

They are the places that stand beside its facts: what Records.dates tells the time of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.resolve.budget_records import BudgetRecord
from generator.resolve.fact_types import Facts, SeriesRecord
from generator.resolve.records import (
    AgencyRecord,
    DatasetRecord,
    DocumentRecord,
    ProgrammeRecord,
)
from generator.resolve.resolve import Records

CitedRecord = AgencyRecord | BudgetRecord | DatasetRecord | DocumentRecord | ProgrammeRecord
"""What has a page of its own."""


@dataclass(frozen=True)
class Place:
    """A line of a document, and the row of a plan's table that stands there; neither where the
    document is meant as a whole."""

    document: str
    line: int | None = None
    row: tuple[str, int] | None = None


@dataclass(frozen=True)
class CitedSource:
    """A document with the lines and the rows of its tables that a page is taken from."""

    document: DocumentRecord
    lines: tuple[int, ...] = ()
    rows: tuple[tuple[str, int], ...] = ()
    """Section and number."""


def sources_at(cited: Iterable[Place], records: Records) -> tuple[CitedSource, ...]:
    """The documents in which the places are, in the order of the site."""
    # A plan's rows stand in it in their order, which that of its sections' names is not.
    places = sorted(cited, key=lambda it: it.line or 0)
    return tuple(
        CitedSource(
            document,
            tuple(dict.fromkeys(it.line for it in own if it.line)),
            tuple(dict.fromkeys(it.row for it in own if it.row)),
        )
        for document in records.documents
        if (own := [it for it in places if it.document == document.document.id])
    )


def sources_of_list(kind: str, records: Records) -> tuple[CitedSource, ...]:
    """The documents of a page that lists records of a kind; their places stand in its rows."""
    return sources_by_name(_documents_of_list(kind, records), records)


def sources_by_name(names: Iterable[str], records: Records) -> tuple[CitedSource, ...]:
    """Documents that are called by their identifiers, as wholes."""
    named = set(names)
    return tuple(CitedSource(it) for it in records.documents if it.document.id in named)


def places_of(record: CitedRecord) -> Iterator[Place]:
    """Every place that a record rests on."""
    match record:
        case DatasetRecord():
            for listing in record.listings:
                row = listing.section, listing.row
                yield Place(listing.document.id, listing.line, row)
        case AgencyRecord():
            yield from (Place(it.document.id, it.line) for it in record.locators)
            yield from _places_of_facts(record.facts)
            for dataset in record.datasets:
                yield from places_of(dataset)
        case ProgrammeRecord():
            yield from (Place(it.document.id, it.line) for it in record.locators)
            yield from _places_of_facts(record.facts)
            for condition in record.conditions:
                yield Place(condition.source.document.id, condition.source.line)
        case DocumentRecord() | BudgetRecord():
            yield Place(record.document.id)


def places_of_figures(series: Iterable[SeriesRecord]) -> Iterator[Place]:
    """Every place where a number stands."""
    for numbers in series:
        yield from (Place(it.source.document.id, it.source.line) for it in numbers.figures)


def _places_of_facts(facts: Facts) -> Iterator[Place]:
    yield from places_of_figures(facts.series)
    yield from (Place(it.source.document.id, it.source.line) for it in facts.events)
    for statement in (*facts.statements, *facts.concerning):
        yield from (Place(it.document.id, it.line) for it in statement.sources)


def _documents_of_list(kind: str, records: Records) -> Iterator[str]:
    match kind:
        case "figures":
            figures = (figure for series in records.series for figure in series.figures)
            yield from (it.source.document.id for it in figures)
        case "events":
            yield from (it.source.document.id for it in records.events)
        case "errata":
            spots = (spot for erratum in records.errata for spot in erratum.spots)
            yield from (it.source.document.id for it in spots)
        case _:
            of_kind: dict[str, Iterable[CitedRecord]] = {
                "agencies": records.agencies,
                "datasets": records.datasets,
                "programmes": records.programmes,
                "documents": records.documents,
                "budget": records.budgets,
            }
            for record in of_kind.get(kind, ()):
                yield from (it.document for it in places_of(record))
