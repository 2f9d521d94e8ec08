"""Records → published items."""

from collections.abc import Callable, Iterable
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
from generator.resolve.record_reference import Label, LocatorRecord
from generator.resolve.records import AgencyRecord, DatasetRecord, DocumentRecord, NameRecord
from generator.script.convert import Bilingual

Convert = Callable[[Wording], Bilingual]


def dataset_item(record: DatasetRecord, convert: Convert, site_url: str) -> DatasetItem:
    """The published form of a dataset."""
    landing = record.landing
    return DatasetItem(
        id=record.id,
        url=f"{site_url}datasets/{record.id}/",
        name=text_item(record.name, convert),
        description=text_item(record.description, convert),
        agency=record.agency.id,
        group=optional_text_item(record.group, convert),
        category=code_item(record.category, convert),
        spatial=record.spatial,
        formats=record.formats,
        archived=record.archived,
        frequency=code_item(record.frequency, convert),
        listings=tuple(_listing(it) for it in record.listings),
        landing=landing
        and LandingItem(hant=landing.hant, hans=landing.hans, listed_as_of=landing.listed_as_of),
        status=record.status,
        locators=locator_items(record.listings),
    )


def agency_item(record: AgencyRecord, convert: Convert, site_url: str) -> AgencyItem:
    """The published form of an agency."""
    return AgencyItem(
        id=record.id,
        url=f"{site_url}agencies/{record.id}/",
        name=text_item(record.name, convert),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, convert) for it in record.aliases),
        former_names=tuple(text_item(it, convert) for it in record.former_names),
        kind=code_item(record.kind, convert),
        parent=record.parent.id if record.parent else None,
        successor=record.successor.id if record.successor else None,
        established=record.established,
        dissolved=record.dissolved,
        summary=optional_text_item(record.summary, convert),
        links=links_item(record.links),
        locators=locator_items(record.locators),
    )


def document_item(record: DocumentRecord, convert: Convert, site_url: str) -> DocumentItem:
    """The published form of a document."""
    document = record.document
    return DocumentItem(
        id=document.id,
        url=f"{site_url}documents/{document.id}/",
        title=text_item(record.title, convert),
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
                heading=text_item(section.heading, convert),
                body=optional_text_item(section.body, convert),
                line=section.section.line,
                rows=section.section.rows,
                empty=section.section.empty,
            )
            for section in record.sections
        ),
    )


def term_item(record: NameRecord, convert: Convert) -> TermItem:
    """The published form of a name."""
    return TermItem(
        id=record.id,
        kind=code_item(record.kind, convert),
        name=text_item(record.name, convert),
        english=record.english,
        acronym=record.acronym,
        aliases=tuple(text_item(it, convert) for it in record.aliases),
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


def text_item(wording: Wording, convert: Convert) -> TextItem:
    """A text in both scripts."""
    text = convert(wording)
    return TextItem(hant=text.hant, hans=text.hans, source=text.source)


def optional_text_item(wording: Wording | None, convert: Convert) -> TextItem | None:
    """A text in both scripts, where there is one."""
    return None if wording is None else text_item(wording, convert)


def code_item(label: Label, convert: Convert) -> CodeItem:
    """A code with its label in both scripts."""
    text = convert(label.label)
    return CodeItem(code=label.code, hant=text.hant, hans=text.hans)


def locator_items(places: Iterable[LocatorRecord | ListingRecord]) -> tuple[LocatorItem, ...]:
    """Documents and lines."""
    return tuple(LocatorItem(document=it.document.id, line=it.line) for it in places)


def links_item(links: Links | None) -> LinksItem | None:
    """Official pages, where there are any."""
    if links is None:
        return None
    values: dict[str, Any] = {"hant": links.hant, "hans": links.hans, "en": links.en}
    return LinksItem(**values)
