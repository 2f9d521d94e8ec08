"""Statements of the catalogue as records, and those of or about one record."""

from collections.abc import Iterable, Iterator, Mapping

from generator.model.catalogue import Catalogue
from generator.model.statement import Statement, StatementList
from generator.model.wording import Wording, settle, settle_any
from generator.resolve.fact_types import SpotRecord, StatementRecord
from generator.resolve.names import document_ref
from generator.resolve.periods import chronological_key
from generator.resolve.record_reference import Label, LocatorRecord, Ref
from generator.resolve.texts import printed_in
from generator.resolve.vocabulary import coded_labels


def resolve_statements(
    catalogue: Catalogue, subjects: Mapping[str, Ref]
) -> tuple[StatementRecord, ...]:
    """Every statement: by kind in the order of the vocabulary, then by year, then as typed.

    `subjects` are agencies, programmes and names.
    """
    kinds = coded_labels(catalogue, "statement-kinds")
    refs = {**subjects, **dict(_datasets(catalogue)), **dict(_documents(catalogue))}
    records = [
        _record(statement, record_file.record, catalogue, kinds, refs)
        for record_file in catalogue.statements.values()
        for statement in record_file.record.statements
    ]
    order = list(kinds)
    return tuple(sorted(records, key=lambda it: (order.index(it.kind.code), _time(it))))


def by_concern(statements: Iterable[StatementRecord]) -> dict[str, tuple[StatementRecord, ...]]:
    """Identifier of an agency, programme or dataset → the statements of others that concern it."""
    concerning: dict[str, list[StatementRecord]] = {}
    for statement in statements:
        for identifier in dict.fromkeys(ref.id for ref in statement.about):
            if identifier != statement.subject.id:
                concerning.setdefault(identifier, []).append(statement)
    return {identifier: tuple(own) for identifier, own in concerning.items()}


def _time(statement: StatementRecord) -> tuple[object, ...]:
    return chronological_key(statement.year) if statement.year else ()


def _record(
    statement: Statement,
    record: StatementList,
    catalogue: Catalogue,
    kinds: Mapping[str, Label],
    refs: Mapping[str, Ref],
) -> StatementRecord:
    return StatementRecord(
        id=statement.id,
        kind=kinds[statement.kind],
        text=settle(statement.text, record.script),
        term=settle_any(statement.term, record.script),
        year=statement.year,
        subject=refs[record.id],
        about=tuple(refs[it] for it in statement.about),
        spots=tuple(_spots(statement, catalogue, refs)),
    )


def _spots(
    statement: Statement, catalogue: Catalogue, refs: Mapping[str, Ref]
) -> Iterator[SpotRecord]:
    for spot in statement.locators:
        script = catalogue.documents[spot.document].record.script
        quotation = Wording(spot.quotation, script, None, spot.document)
        yield SpotRecord(quotation, LocatorRecord(refs[spot.document], spot.line))


def _datasets(catalogue: Catalogue) -> Iterator[tuple[str, Ref]]:
    for identifier, record_file in catalogue.datasets.items():
        record = record_file.record
        name = settle(record.name, record.script, printed_in(record))
        yield identifier, Ref("datasets", identifier, name)


def _documents(catalogue: Catalogue) -> Iterator[tuple[str, Ref]]:
    for identifier, record_file in catalogue.documents.items():
        yield identifier, document_ref(record_file.record)
