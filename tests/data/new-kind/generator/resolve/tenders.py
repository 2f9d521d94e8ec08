"""Tenders with the agency and the documents that they name · Catalogue → TenderRecords."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.tender import Tender

from generator.model.catalogue import Catalogue
from generator.model.wording import Wording, settle
from generator.resolve.names import document_ref
from generator.resolve.record_reference import LocatorRecord, Ref


@dataclass(frozen=True)
class TenderRecord:
    """A tender as its page shows it."""

    id: str
    name: Wording
    agency: Ref
    closes: str | None
    locators: tuple[LocatorRecord, ...]


def resolve_tenders(catalogue: Catalogue, subjects: Mapping[str, Ref]) -> tuple[TenderRecord, ...]:
    """All tenders, by identifier."""
    return tuple(
        TenderRecord(
            id=record_file.record.id,
            name=settle(record_file.record.name, record_file.record.script),
            agency=subjects[record_file.record.agency],
            closes=record_file.record.closes,
            locators=tuple(
                LocatorRecord(document_ref(catalogue.documents[it.document].record), it.line)
                for it in record_file.record.locators
            ),
        )
        for record_file in catalogue.of(Tender).values()
    )
