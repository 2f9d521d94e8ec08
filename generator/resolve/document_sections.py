"""The tables of an open data plan · Section, rows → SectionRecord."""

from collections.abc import Iterable

from generator.model.document import Document, Section
from generator.model.wording import settle, settle_any
from generator.resolve.headings import Headings
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import Ref
from generator.resolve.records import DocumentRecord, SectionRecord


def section_record(
    document: Document, section: Section, rows: list[tuple[ListingRecord, Ref]]
) -> SectionRecord:
    """One table with its rows in their order."""
    return SectionRecord(
        section=section,
        heading=settle(section.heading, document.script, document.id),
        body=settle_any(section.body, document.script, document.id),
        note=settle_any(section.note, document.script, document.id),
        spatial=section.code.endswith(".i"),
        status="released" if section.code.startswith("D") else "planned",
        rows=tuple(sorted(rows, key=lambda pair: pair[0].row)),
    )


def headings_of(documents: Iterable[DocumentRecord]) -> dict[str, Headings]:
    """The headings of each document, by its identifier."""
    return {it.document.id: Headings(it.document, _last_row(it)) for it in documents}


def _last_row(record: DocumentRecord) -> int | None:
    """The line of the last row of a plan's last table."""
    rows = record.sections[-1].rows if record.sections else ()
    return rows[-1][0].line if rows else None
