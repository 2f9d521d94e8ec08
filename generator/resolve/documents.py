"""Documents with what they print and who is named in them · Catalogue → DocumentRecords."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.agency import Agency
from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.model.programme import Programme
from generator.model.wording import settle, settle_any
from generator.resolve.document_sections import section_record
from generator.resolve.listing_types import ListingRecord
from generator.resolve.names import names_in
from generator.resolve.record_reference import Ref
from generator.resolve.records import DatasetRecord, DocumentFact, DocumentRecord, NameRecord

Rows = Mapping[tuple[str, str], list[tuple[ListingRecord, Ref]]]
"""Document and section → its rows, each with its dataset."""


def resolve_documents(
    catalogue: Catalogue,
    subjects: Mapping[str, Ref],
    names: Mapping[str, NameRecord],
    datasets: Iterable[DatasetRecord],
    facts: Mapping[str, Sequence[DocumentFact]],
) -> tuple[DocumentRecord, ...]:
    """All documents, newest first; `facts` are what each says, by its identifier."""
    rows = _rows(datasets)
    records = [record_file.record for record_file in catalogue.documents.values()]
    records.sort(key=lambda it: (it.date or "", it.id), reverse=True)
    named = _named(catalogue, subjects)
    return tuple(
        _record(document, rows, subjects, names, named, facts.get(document.id, ()))
        for document in records
    )


def _rows(datasets: Iterable[DatasetRecord]) -> Rows:
    rows: dict[tuple[str, str], list[tuple[ListingRecord, Ref]]] = {}
    for dataset in datasets:
        ref = Ref("datasets", dataset.id, dataset.name)
        for listing in dataset.listings:
            rows.setdefault((listing.document.id, listing.section), []).append((listing, ref))
    return rows


def _named(
    catalogue: Catalogue, subjects: Mapping[str, Ref]
) -> Mapping[str, Sequence[tuple[int, Ref]]]:
    """Document → the agencies and programmes that rest on it, with their lines."""
    bodies: tuple[Agency | Programme, ...] = (
        *(record_file.record for record_file in catalogue.agencies.values()),
        *(record_file.record for record_file in catalogue.programmes.values()),
    )
    named: dict[str, list[tuple[int, str]]] = {}
    for body in bodies:
        for locator in body.locators:
            named.setdefault(locator.document, []).append((locator.line, body.id))
    return {
        document: [(line, subjects[identifier]) for line, identifier in sorted(places)]
        for document, places in named.items()
    }


def _record(
    document: Document,
    rows: Rows,
    subjects: Mapping[str, Ref],
    names: Mapping[str, NameRecord],
    named: Mapping[str, Sequence[tuple[int, Ref]]],
    facts: Sequence[DocumentFact],
) -> DocumentRecord:
    sections = tuple(
        section_record(document, section, rows.get((document.id, section.code), []))
        for section in document.sections
    )
    return DocumentRecord(
        document=document,
        title=settle(document.title, document.script, document.id),
        publisher=subjects[document.publisher] if document.publisher else None,
        link_note=settle_any(document.link_note, document.script),
        sections=sections,
        count=sum(len(section.rows) for section in sections),
        named=tuple(named.get(document.id, ())),
        names=names_in(document, names.values()),
        facts=tuple(facts),
    )
