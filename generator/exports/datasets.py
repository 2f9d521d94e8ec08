"""What is published of datasets · DatasetRecord → DatasetItem."""

from typing import Literal

from pydantic import Field

from generator.exports.contract import (
    Code,
    CodeItem,
    Day,
    Edtf,
    Id,
    LineNumber,
    LocatorItem,
    NonEmptyText,
    PublishedItem,
    TextItem,
    Url,
)
from generator.exports.item_parts import (
    Convert,
    code_item,
    locator_items,
    optional_text_item,
    text_item,
)
from generator.model.document import SectionCode
from generator.resolve.listing_types import ListingRecord
from generator.resolve.records import DatasetRecord


class LandingItem(PublishedItem):
    """Pages on DATA.GOV.HK with the day they were seen listed."""

    hant: Url = Field(alias="zh-Hant")
    hans: Url = Field(alias="zh-Hans")
    listed_as_of: Day


class ListingItem(PublishedItem):
    """One row of one plan."""

    document: Id
    section: SectionCode
    row: LineNumber
    status: Literal["planned", "released"]
    date: Edtf | None = Field(
        description="EDTF, with the precision printed; null if the plan prints none yet"
    )
    date_note: NonEmptyText | None = Field(
        description="as printed, in the document's script; without a date, what stands in its place"
    )
    frequency_printed: NonEmptyText = Field(description="as printed, in the document's script")
    line: LineNumber


class DatasetItem(PublishedItem):
    """A dataset."""

    id: Id
    url: Url
    name: TextItem
    description: TextItem
    agency: Id
    group: TextItem | None
    category: CodeItem
    spatial: bool
    formats: tuple[Code, ...]
    archived: bool
    frequency: CodeItem
    listings: tuple[ListingItem, ...]
    landing: LandingItem | None
    status: Literal["planned", "released"] = Field(
        description="what the newest plan says, whether or not its target has passed since"
    )
    locators: tuple[LocatorItem, ...]


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
        status=record.newest.status,
        locators=locator_items(record.listings),
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
