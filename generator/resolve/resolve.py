"""Catalogue and a day → Records: references followed, statuses derived, order settled.

Call it only on a catalogue without errors; a dangling reference is a programming mistake here.
"""

from collections.abc import Iterable
from datetime import date

from generator.model.agency import Agency
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.document import Document, Section
from generator.model.vocabulary import Prose
from generator.model.wording import Text, Wording, settle
from generator.resolve.datasets import resolve_datasets
from generator.resolve.names import agency_name, document_ref, names_in, resolve_names
from generator.resolve.periods import newest_day
from generator.resolve.records import (
    AgencyRecord,
    DatasetRecord,
    DocumentRecord,
    Label,
    ListingRecord,
    LocatorRecord,
    ProseRecord,
    Records,
    Ref,
    SectionRecord,
)
from generator.resolve.vocabulary import equivalents, in_order, labels


def resolve(catalogue: Catalogue, as_of: date) -> Records:
    """Everything there is to publish, as seen on `as_of`."""
    resolver = _Resolver(catalogue)
    names = resolver.names
    datasets = resolve_datasets(catalogue, as_of, resolver.agency_refs(), names.values())
    return Records(
        agencies=resolver.agencies(datasets),
        datasets=datasets,
        documents=resolver.documents(datasets),
        names=tuple(names.values()),
        prose={held.record.id: _prose(held.record) for held in catalogue.prose.values()},
        categories=in_order(catalogue, "categories"),
        frequencies=in_order(catalogue, "frequencies"),
        dataset_statuses=in_order(catalogue, "dataset-status"),
        equivalents=equivalents(catalogue),
        words=labels(catalogue, "interface"),
        theme=labels(catalogue, "theme"),
        as_of=as_of,
        data_as_of=newest_day(catalogue),
    )


class _Resolver:
    """Holds the catalogue and its indexes while the records are made."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kinds = labels(catalogue, "agency-kinds")
        self.names = resolve_names(catalogue, labels(catalogue, "name-kinds"))

    def agency_refs(self) -> dict[str, Ref]:
        """A link to every agency, in the order of the site."""
        return {agency.id: self._agency_ref(agency.id) for agency in self._agency_order()}

    def agencies(self, datasets: Iterable[DatasetRecord]) -> tuple[AgencyRecord, ...]:
        """All agencies, each with its datasets."""
        published: dict[str, list[DatasetRecord]] = {}
        for dataset in datasets:
            published.setdefault(dataset.agency.id, []).append(dataset)
        return tuple(
            self._agency(agency, tuple(published.get(agency.id, ())))
            for agency in self._agency_order()
        )

    def documents(self, datasets: Iterable[DatasetRecord]) -> tuple[DocumentRecord, ...]:
        """All documents, newest first."""
        rows: dict[tuple[str, str], list[tuple[ListingRecord, DatasetRecord]]] = {}
        for dataset in datasets:
            for listing in dataset.listings:
                rows.setdefault((listing.document.id, listing.section), []).append(
                    (listing, dataset)
                )
        records = [held.record for held in self._catalogue.documents.values()]
        records.sort(key=lambda it: (it.date or "", it.id), reverse=True)
        return tuple(self._document(record, rows) for record in records)

    def _agency_order(self) -> list[Agency]:
        kinds = list(self._kinds)
        agencies = [held.record for held in self._catalogue.agencies.values()]
        return sorted(agencies, key=lambda agency: (kinds.index(agency.kind), agency.id))

    def _agency_ref(self, identifier: str) -> Ref:
        agency = self._catalogue.agencies[identifier].record
        return Ref("agencies", agency.id, agency_name(agency, self.names))

    def _document_ref(self, identifier: str) -> Ref:
        return document_ref(self._catalogue.documents[identifier].record)

    def _agency(self, agency: Agency, datasets: tuple[DatasetRecord, ...]) -> AgencyRecord:
        published = sorted(
            (held.record for held in self._catalogue.documents.values()),
            key=lambda document: (document.date or "", document.id),
            reverse=True,
        )
        term = self.names.get(agency.id)
        aliases = tuple(settle(alias, agency.script) for alias in agency.aliases)
        return AgencyRecord(
            id=agency.id,
            name=agency_name(agency, self.names),
            english=agency.english or (term.english if term else None),
            acronym=agency.acronym or (term.acronym if term else None),
            aliases=(*aliases, *(term.aliases if term else ())),
            former_names=tuple(settle(name, agency.script) for name in agency.former_names),
            kind=Label(agency.kind, self._kinds[agency.kind]),
            parent=self._agency_ref(agency.parent) if agency.parent else None,
            established=agency.established,
            dissolved=agency.dissolved,
            summary=_settle(agency.summary, agency.script),
            links=agency.links,
            locators=tuple(
                LocatorRecord(self._document_ref(it.document), it.line) for it in agency.locators
            ),
            printed=term.printed if term else (),
            datasets=datasets,
            documents=tuple(document_ref(it) for it in published if it.publisher == agency.id),
        )

    def _document(
        self,
        document: Document,
        rows: dict[tuple[str, str], list[tuple[ListingRecord, DatasetRecord]]],
    ) -> DocumentRecord:
        sections = tuple(
            _section(document, section, rows.get((document.id, section.code), []))
            for section in document.sections
        )
        named = sorted(
            (locator.line, held.record.id)
            for held in self._catalogue.agencies.values()
            for locator in held.record.locators
            if locator.document == document.id
        )
        return DocumentRecord(
            document=document,
            title=settle(document.title, document.script, document.id),
            publisher=self._agency_ref(document.publisher) if document.publisher else None,
            sections=sections,
            count=sum(len(section.rows) for section in sections),
            named=tuple((line, self._agency_ref(identifier)) for line, identifier in named),
            names=names_in(document, self.names.values()),
        )


def _section(
    document: Document, section: Section, rows: list[tuple[ListingRecord, DatasetRecord]]
) -> SectionRecord:
    return SectionRecord(
        section=section,
        heading=settle(section.heading, document.script, document.id),
        body=_settle(section.body, document.script, document.id),
        note=_settle(section.note, document.script, document.id),
        spatial=section.code.endswith(".i"),
        status="released" if section.code.startswith("D") else "planned",
        rows=tuple(sorted(rows, key=lambda pair: pair[0].row)),
    )


def _settle(text: Text | None, script: Script, document: str | None = None) -> Wording | None:
    return None if text is None else settle(text, script, document)


def _prose(prose: Prose) -> ProseRecord:
    return ProseRecord(
        id=prose.id,
        title=settle(prose.title, prose.script),
        lead=settle(prose.lead, prose.script),
        sections=tuple(
            (it.id, settle(it.heading, prose.script), settle(it.body, prose.script))
            for it in prose.sections
        ),
    )
