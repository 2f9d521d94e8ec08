"""Catalogue and a day → Records: references followed, statuses derived, order settled.

Call it only on a catalogue without errors; a dangling reference is a programming mistake here.
"""

from collections.abc import Iterable
from datetime import date

from generator.model.agency import Agency
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset, Listing
from generator.model.document import Document, Section
from generator.model.link import Landing
from generator.model.vocabulary import Prose
from generator.model.wording import Text, Wording, settle
from generator.resolve.names import (
    agency_name,
    document_ref,
    names_in,
    resolve_names,
    variants_in,
)
from generator.resolve.periods import last_day, newest_day
from generator.resolve.records import (
    AgencyRecord,
    DatasetRecord,
    DocumentRecord,
    Label,
    LandingRecord,
    ListingRecord,
    LocatorRecord,
    ProseRecord,
    Records,
    Ref,
    SectionRecord,
)
from generator.resolve.texts import printed_in


def resolve(catalogue: Catalogue, as_of: date) -> Records:
    """Everything there is to publish, as seen on `as_of`."""
    resolver = _Resolver(catalogue, as_of)
    datasets = resolver.datasets()
    return Records(
        agencies=resolver.agencies(datasets),
        datasets=datasets,
        documents=resolver.documents(datasets),
        names=tuple(resolver.names.values()),
        prose={held.record.id: _prose(held.record) for held in catalogue.prose.values()},
        words=resolver.labels("interface"),
        theme=resolver.labels("theme"),
        as_of=as_of,
        data_as_of=newest_day(catalogue),
    )


class _Resolver:
    """Holds the catalogue and its indexes while the records are made."""

    def __init__(self, catalogue: Catalogue, as_of: date) -> None:
        self._catalogue = catalogue
        self._as_of = as_of
        self._categories = self.labels("categories")
        self._frequencies = self.labels("frequencies")
        self._kinds = self.labels("agency-kinds")
        self.names = resolve_names(catalogue, self.labels("name-kinds"))

    def labels(self, vocabulary: str) -> dict[str, Wording]:
        """Code → label, in the vocabulary's order."""
        record = self._catalogue.vocabularies[vocabulary].record
        return {term.code: settle(term.label, record.script) for term in record.terms}

    def datasets(self) -> tuple[DatasetRecord, ...]:
        """All datasets: by publisher, then in the order of their plans."""
        made = (self._dataset(held.record) for held in self._catalogue.datasets.values())
        order = {agency.id: place for place, agency in enumerate(self._agency_order())}
        return tuple(sorted(made, key=lambda it: (order[it.agency.id], _plan_order(it))))

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

    def _dataset(self, dataset: Dataset) -> DatasetRecord:
        script, document = dataset.script, printed_in(dataset)
        name = settle(dataset.name, script, document)
        description = settle(dataset.description, script, document)
        listings = tuple(self._listing(listing) for listing in dataset.listings)
        return DatasetRecord(
            id=dataset.id,
            name=name,
            description=description,
            agency=self._agency_ref(dataset.agency),
            group=_settle(dataset.group, script, document),
            category=Label(dataset.category, self._categories[dataset.category]),
            spatial=dataset.spatial,
            formats=dataset.formats,
            archived=dataset.archived,
            frequency=Label(dataset.frequency, self._frequencies[dataset.frequency]),
            listings=listings,
            landing=_landing(dataset.landing, script) if dataset.landing else None,
            status=listings[-1].status,
            variants=variants_in((name, description), self.names.values()),
        )

    def _listing(self, listing: Listing) -> ListingRecord:
        document = self._catalogue.documents[listing.document].record
        passed = listing.status == "planned" and last_day(listing.date) < self._as_of
        return ListingRecord(
            document=self._document_ref(listing.document),
            section=listing.section,
            row=listing.row,
            status=listing.status,
            date=listing.date,
            date_note=_settle(listing.date_note, document.script, document.id),
            frequency_printed=settle(listing.frequency_printed, document.script, document.id),
            line=listing.line,
            target_passed=passed,
        )

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


def _landing(landing: Landing, script: Script) -> LandingRecord:
    note = _settle(landing.note, script)
    return LandingRecord(landing.hant, landing.hans, landing.listed_as_of, note)


def _settle(text: Text | None, script: Script, document: str | None = None) -> Wording | None:
    return None if text is None else settle(text, script, document)


def _plan_order(dataset: DatasetRecord) -> tuple[str, tuple[str, int, str], int]:
    listing = dataset.newest
    return listing.document.id, _section_order(listing.section), listing.row


def _section_order(code: str) -> tuple[str, int, str]:
    """`C.10.i` comes after `C.2.ii`."""
    letter, *number, part = code.split(".")
    return letter, int(number[0]) if number else 0, part


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
