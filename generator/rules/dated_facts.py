"""Every date that records take from documents · Catalogue → dates with where they stand."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages.problem import Place
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.event import EventList
from generator.model.figure import FigureList
from generator.model.statement import DONE, PLANNED, StatementList
from generator.model.when import Part


@dataclass(frozen=True)
class DatedFact:
    """A date that a document gives for something."""

    subject: str
    """The agency or programme it is about; of a listing the agency."""
    date: str
    place: Place
    document: str
    line: int
    planned: bool = False
    printed: str | None = None
    """The date as printed, where the record says it."""
    noted: bool = False
    """Whether a remark is printed beside the date."""
    part: Part | None = None
    """The part of `date` that is printed."""


def dated_facts(catalogue: Catalogue) -> Iterator[DatedFact]:
    """Every date that records take from documents."""
    for events in catalogue.events.values():
        yield from _of_events(events)
    for figures in catalogue.figures.values():
        yield from _of_figures(figures)
    for statements in catalogue.statements.values():
        yield from _of_statements(catalogue, statements)
    for dataset in catalogue.datasets.values():
        yield from _of_listings(dataset)


def _of_events(record_file: RecordFile[EventList]) -> Iterator[DatedFact]:
    for number, event in enumerate(record_file.record.events):
        if event.date is not None:
            place = record_file.place("events", number, "date")
            rest = (event.document, event.line, event.planned, event.printed)
            yield DatedFact(record_file.record.id, event.date, place, *rest, part=event.part)


def _of_figures(record_file: RecordFile[FigureList]) -> Iterator[DatedFact]:
    for number, figure in enumerate(record_file.record.figures):
        if figure.as_of is not None:
            place = record_file.place("figures", number, "as_of")
            about, part = (record_file.record.id, figure.as_of), figure.as_of_part
            yield DatedFact(*about, place, figure.document, figure.line, part=part)


def _of_statements(
    catalogue: Catalogue, record_file: RecordFile[StatementList]
) -> Iterator[DatedFact]:
    """Dates of what is said; of the year that it covers a document may say more than what is
    planned, but not yet what was done."""
    for number, statement in enumerate(record_file.record.statements):
        if statement.year is not None:
            about = (record_file.record.id, statement.year)
            place = record_file.place("statements", number, "year")
            for spot in statement.locators:
                document = catalogue.documents.get(spot.document)
                is_covered = document is not None and document.record.covers == statement.year
                planned = statement.kind == PLANNED or (is_covered and statement.kind != DONE)
                yield DatedFact(*about, place, spot.document, spot.line, planned)


def _of_listings(record_file: RecordFile[Dataset]) -> Iterator[DatedFact]:
    agency = record_file.record.agency
    for number, listing in enumerate(record_file.record.listings):
        if listing.date is None:
            continue
        place = record_file.place("listings", number, "date")
        planned, noted = listing.status == "planned", listing.date_note is not None
        yield DatedFact(
            agency, listing.date, place, listing.document, listing.line, planned, noted=noted
        )
