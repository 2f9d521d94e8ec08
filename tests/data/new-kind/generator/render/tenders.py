"""The tenders' list and a page each · Records → pages."""

from collections.abc import Iterator

from generator.render.page import Page
from generator.resolve.resolve import Records


def tender_pages(records: Records) -> Iterator[Page]:
    """The list, then every tender."""
    words = records.words
    yield Page(
        "tenders/index.md",
        "tenders.md.j2",
        words["tenders"],
        (words["tenders-lead"],),
        {"tenders": records.tenders},
    )
    for tender in records.tenders:
        yield Page(
            f"tenders/{tender.id}.md",
            "tender.md.j2",
            tender.name,
            (tender.name, tender.agency.name),
            {"tender": tender},
            record=tender.id,
            locators=tender.locators,
        )
