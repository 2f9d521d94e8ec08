"""What is taken from each document, line by line · facts → lines with their facts."""

from collections.abc import Iterable, Iterator, Mapping

from generator.resolve.facts import FactIndex
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import DocumentFact, FactRecord, ProgrammeRecord


def facts_by_document(
    facts: FactIndex, programmes: Iterable[ProgrammeRecord], subjects: Mapping[str, Ref]
) -> dict[str, list[DocumentFact]]:
    """Every fact with its line and, but for an erratum, its subject, in order of the lines."""
    by_document: dict[str, list[DocumentFact]] = {}
    for source, subject, fact in _located(facts, programmes, subjects):
        by_document.setdefault(source.document.id, []).append((source.line, subject, fact))
    for located in by_document.values():
        located.sort(key=lambda it: it[0])
    return by_document


def _located(
    facts: FactIndex, programmes: Iterable[ProgrammeRecord], subjects: Mapping[str, Ref]
) -> Iterator[tuple[LocatorRecord, Ref | None, FactRecord]]:
    for series in facts.series:
        yield from ((figure.source, figure.subject, figure) for figure in series.figures)
    yield from ((event.source, event.subject, event) for event in facts.events)
    for programme in programmes:
        subject = subjects[programme.id]
        yield from ((condition.source, subject, condition) for condition in programme.conditions)
    for statement in facts.statements:
        yield from ((source, statement.subject, statement) for source in statement.sources)
    for erratum in facts.errata:
        yield from ((spot.source, None, erratum) for spot in erratum.spots)
