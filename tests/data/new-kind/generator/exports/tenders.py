"""Tenders → published items, and what the search finds of them."""

from collections.abc import Iterator

from pydantic import Field

from generator.exports.contract import Edtf, Id, LocatorItem, PublishedItem, TextItem, Url
from generator.exports.item_parts import Convert, locator_items, text_item
from generator.exports.search_entry import SearchEntry
from generator.resolve.resolve import Records


class TenderItem(PublishedItem):
    """An invitation to tender."""

    id: Id
    url: Url
    name: TextItem
    agency: Id
    closes: Edtf | None = Field(description="EDTF, with the precision printed")
    locators: tuple[LocatorItem, ...]


def tender_items(records: Records, convert: Convert, site_url: str) -> Iterator[TenderItem]:
    """The published form of every tender."""
    for tender in records.tenders:
        yield TenderItem(
            id=tender.id,
            url=f"{site_url}tenders/{tender.id}/",
            name=text_item(tender.name, convert),
            agency=tender.agency.id,
            closes=tender.closes,
            locators=locator_items(tender.locators),
        )


def tender_entries(records: Records) -> Iterator[SearchEntry]:
    """A tender is found by what is sought, and by who seeks it."""
    for tender in records.tenders:
        address, kind = f"tenders/{tender.id}/", records.words["tenders"]
        yield SearchEntry(address, kind, tender.name, more=(tender.agency.name, tender.id))
