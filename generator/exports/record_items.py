"""Records → published items."""

from collections.abc import Callable
from typing import Any

from generator.exports.contract import (
    AgencyItem,
    CodeItem,
    DatasetItem,
    DocumentItem,
    LandingItem,
    LinksItem,
    ListingItem,
    LocatorItem,
    PrintedFormItem,
    SectionItem,
    TermItem,
    TextItem,
)
from generator.model.link import Links
from generator.model.wording import Wording
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import Label
from generator.resolve.records import AgencyRecord, DatasetRecord, DocumentRecord, NameRecord
from generator.script.convert import Bilingual

Both = Callable[[Wording], Bilingual]


def dataset_item(record: DatasetRecord, both: Both, site_url: str) -> DatasetItem:
    """The published form of a dataset."""
    landing = record.landing
    return DatasetItem(
        id=record.id,
        url=f"{site_url}datasets/{record.id}/",
        name=text_item(record.name, both),
        description=text_item(record.description, both),
        agency=record.agency.id,
        group=maybe_text(record.group, both),
        category=code_item(record.category, both),
        spatial=record.spatial,
        formats=record.formats,
        archived=record.archived,
        frequency=code_item(record.frequency, both),
        listings=tuple(_listing(it) for it in record.listings),
        landing=landing
        and LandingItem(hant=landing.hant, hans=landing.hans, listed_as_of=landing.listed_as_of),
        status=record.status,
        locators=tuple(
            LocatorItem(document=listing.document.id, line=listing.line)
            for listing in record.listings
        ),
    )


def agency_item(record: AgencyRecord, both: Both, site_url: str) -> AgencyItem:
    """The published form of an agency."""
    return AgencyItem(
        id=record.id,
        url=f"{site_url}agencies/{record.id}/",
        name=text_item(record.name, both),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, both) for it in record.aliases),
        former_names=tuple(text_item(it, both) for it in record.former_names),
        kind=code_item(record.kind, both),
        parent=record.parent.id if record.parent else None,
        successor=record.successor.id if record.successor else None,
        established=record.established,
        dissolved=record.dissolved,
        summary=maybe_text(record.summary, both),
        links=links_item(record.links),
        locators=tuple(
            LocatorItem(document=locator.document.id, line=locator.line)
            for locator in record.locators
        ),
    )


def document_item(record: DocumentRecord, both: Both, site_url: str) -> DocumentItem:
    """The published form of a document."""
    document = record.document
    return DocumentItem(
        id=document.id,
        url=f"{site_url}documents/{document.id}/",
        title=text_item(record.title, both),
        kind=document.kind,
        publisher=document.publisher,
        date=document.date,
        covers=document.covers,
        script=document.script,
        sha256=document.sha256,
        lines=document.lines,
        links=links_item(document.links),
        sections=tuple(
            SectionItem(
                code=section.section.code,
                heading=text_item(section.heading, both),
                body=maybe_text(section.body, both),
                line=section.section.line,
                rows=section.section.rows,
                empty=section.section.empty,
            )
            for section in record.sections
        ),
    )


def term_item(record: NameRecord, both: Both) -> TermItem:
    """The published form of a name."""
    return TermItem(
        id=record.id,
        kind=code_item(record.kind, both),
        name=text_item(record.name, both),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, both) for it in record.aliases),
        printed_forms=tuple(
            PrintedFormItem(
                form=printed.form.text, document=printed.document.id, lines=printed.lines
            )
            for printed in record.printed
        ),
        confirmed=record.confirmed,
        unconfirmed=record.unconfirmed,
    )


def _listing(listing: ListingRecord) -> ListingItem:
    return ListingItem(
        document=listing.document.id,
        section=listing.section,
        row=listing.row,
        status=listing.status,
        date=listing.date,
        date_note=listing.date_note.text if listing.date_note else None,
        frequency_printed=listing.frequency_printed.text,
        line=listing.line,
    )


def text_item(wording: Wording, both: Both) -> TextItem:
    """A text in both scripts."""
    text = both(wording)
    return TextItem(hant=text.hant, hans=text.hans, source=text.source)


def maybe_text(wording: Wording | None, both: Both) -> TextItem | None:
    """A text in both scripts, where there is one."""
    return None if wording is None else text_item(wording, both)


def code_item(label: Label, both: Both) -> CodeItem:
    """A code with its label in both scripts."""
    text = both(label.label)
    return CodeItem(code=label.code, hant=text.hant, hans=text.hans)


def links_item(links: Links | None) -> LinksItem | None:
    """Official pages, where there are any."""
    if links is None:
        return None
    values: dict[str, Any] = {"hant": links.hant, "hans": links.hans, "en": links.en}
    return LinksItem(**values)
