"""Agencies and programmes with what belongs to them and what the documents say about them."""

from collections.abc import Iterable, Mapping, Sequence

from generator.model.agency import Agency
from generator.model.catalogue import Catalogue
from generator.model.locator import Locator
from generator.model.programme import Programme
from generator.model.wording import settle
from generator.resolve.claims import SupportRecord, resolve_claims
from generator.resolve.edition_dates import (
    consecutive_editions,
    edition_days,
    superseded_documents,
)
from generator.resolve.facts import FactIndex
from generator.resolve.names import document_ref
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import AgencyRecord, DatasetRecord, NameRecord, ProgrammeRecord
from generator.resolve.vocabulary import coded_labels

FOR_APPLICANTS = "apply"
"""The group of those kinds of programme that one can apply for."""


class AgencyProgrammeResolver:
    """Makes the records. `subjects` are what facts may be about, by identifier."""

    def __init__(
        self,
        catalogue: Catalogue,
        names: Mapping[str, NameRecord],
        subjects: Mapping[str, Ref],
        facts: FactIndex,
    ) -> None:
        self._catalogue = catalogue
        self._names = names
        self._subjects = subjects
        self._facts = facts
        editions = consecutive_editions(catalogue, edition_days(catalogue))
        self._superseded = superseded_documents(
            editions, (it.record for it in catalogue.documents.values())
        )
        self._agency_kinds = coded_labels(catalogue, "agency-kinds")
        self._programme_kinds = coded_labels(catalogue, "programme-kinds")
        self._statuses = coded_labels(catalogue, "programme-status")
        self._groups = {
            term.code: term.group for term in catalogue.vocabularies["programme-kinds"].record.terms
        }

    def programmes(self) -> tuple[ProgrammeRecord, ...]:
        """All programmes: by kind in the order of the vocabulary, then by identifier."""
        kinds = list(self._programme_kinds)
        records = [record_file.record for record_file in self._catalogue.programmes.values()]
        records.sort(key=lambda it: (kinds.index(it.kind), it.id))
        return tuple(self._programme(it) for it in records)

    def agency_order(self) -> list[Agency]:
        """All agencies: by kind in the order of the vocabulary, then by identifier."""
        kinds = list(self._agency_kinds)
        agencies = [record_file.record for record_file in self._catalogue.agencies.values()]
        return sorted(agencies, key=lambda agency: (kinds.index(agency.kind), agency.id))

    def agencies(
        self, datasets: Iterable[DatasetRecord], programmes: Sequence[ProgrammeRecord]
    ) -> tuple[AgencyRecord, ...]:
        """All agencies, each with its datasets and programmes."""
        published_by: dict[str, list[DatasetRecord]] = {}
        for dataset in datasets:
            published_by.setdefault(dataset.agency.id, []).append(dataset)
        run_by: dict[str, list[ProgrammeRecord]] = {}
        for programme in programmes:
            for ref in dict.fromkeys((*programme.runners, programme.part_of)):
                if ref is not None and ref.kind == "agencies":
                    run_by.setdefault(ref.id, []).append(programme)
        return tuple(
            self._agency(
                agency, tuple(published_by.get(agency.id, ())), tuple(run_by.get(agency.id, ()))
            )
            for agency in self.agency_order()
        )

    def _programme(self, programme: Programme) -> ProgrammeRecord:
        name = self._names.get(programme.id)
        parts = [
            record_file.record.id
            for record_file in self._catalogue.programmes.values()
            if record_file.record.part_of == programme.id
        ]
        return ProgrammeRecord(
            typed=programme,
            id=programme.id,
            name=self._subjects[programme.id].name,
            english=name.english if name else None,
            acronym=name.acronym if name else None,
            unconfirmed=name.unconfirmed if name else (),
            outside=name.outside if name else frozenset(),
            aliases=name.aliases if name else (),
            former_names=tuple(
                settle(former, programme.script) for former in programme.former_names
            ),
            kind=self._programme_kinds[programme.kind],
            for_applicants=self._groups[programme.kind] == FOR_APPLICANTS,
            agency=self._subjects[programme.agency] if programme.agency else None,
            joint_agencies=tuple(self._subjects[it] for it in programme.joint_agencies),
            part_of=self._subjects[programme.part_of] if programme.part_of else None,
            launched=programme.launched,
            status=self._statuses[programme.status] if programme.status else None,
            links=programme.links,
            locators=self._locators(programme.locators),
            stands=name.stands if name else (),
            claims=resolve_claims(programme, self._support, self._superseded),
            printed=name.printed if name else (),
            conditions=self._facts.conditions(programme),
            facts=self._facts.about(programme.id),
            parts=tuple(self._subjects[part] for part in parts),
        )

    def _agency(
        self,
        agency: Agency,
        datasets: tuple[DatasetRecord, ...],
        programmes: tuple[ProgrammeRecord, ...],
    ) -> AgencyRecord:
        documents = sorted(
            (record_file.record for record_file in self._catalogue.documents.values()),
            key=lambda document: (document.date or "", document.id),
            reverse=True,
        )
        name = self._names.get(agency.id)
        aliases = tuple(settle(alias, agency.script) for alias in agency.aliases)
        parts = [it.id for it in self.agency_order() if it.parent == agency.id]
        return AgencyRecord(
            typed=agency,
            id=agency.id,
            name=self._subjects[agency.id].name,
            english=agency.english or (name.english if name else None),
            acronym=agency.acronym or (name.acronym if name else None),
            unconfirmed=name.unconfirmed if name else (),
            outside=name.outside if name else frozenset(),
            aliases=(*aliases, *(name.aliases if name else ())),
            former_names=tuple(settle(former, agency.script) for former in agency.former_names),
            kind=self._agency_kinds[agency.kind],
            parent=self._subjects[agency.parent] if agency.parent else None,
            successor=self._subjects[agency.successor] if agency.successor else None,
            predecessors=tuple(
                self._subjects[predecessor.id]
                for predecessor in self.agency_order()
                if predecessor.successor == agency.id
            ),
            established=agency.established,
            dissolved=agency.dissolved,
            links=agency.links,
            locators=self._locators(agency.locators),
            stands=name.stands if name else (),
            claims=resolve_claims(agency, self._support, self._superseded),
            printed=name.printed if name else (),
            datasets=datasets,
            documents=tuple(document_ref(it) for it in documents if it.publisher == agency.id),
            programmes=programmes,
            parts=tuple(self._subjects[part] for part in parts),
            facts=self._facts.about(agency.id),
        )

    def _locators(self, locators: Iterable[Locator]) -> tuple[LocatorRecord, ...]:
        """The lines, each once, however many clauses of it are quoted."""
        return tuple(dict.fromkeys(self._locator(it) for it in locators))

    def _locator(self, locator: Locator) -> LocatorRecord:
        document = self._catalogue.documents[locator.document].record
        return LocatorRecord(document_ref(document), locator.line)

    def _support(self, locator: Locator) -> SupportRecord:
        script = self._catalogue.documents[locator.document].record.script
        quotation = settle(locator.quotation or "", script)
        return SupportRecord(self._locator(locator), quotation, locator.supports)
