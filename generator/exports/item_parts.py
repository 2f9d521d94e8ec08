"""Parts that many published items have: texts, codes, lines, links · computed values → items."""

from collections.abc import Callable, Iterable
from typing import Any

from generator.exports.contract import (
    CodeItem,
    DerivationItem,
    LinksItem,
    LocatorItem,
    NamingLocatorItem,
    TextItem,
)
from generator.model.link import Links
from generator.model.wording import Wording
from generator.resolve.claims import Claims, SupportRecord
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import Label, LocatorRecord
from generator.resolve.records import AgencyRecord, ProgrammeRecord
from generator.script.convert import Bilingual

Convert = Callable[[Wording], Bilingual]


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


def naming_locator_items(record: AgencyRecord | ProgrammeRecord) -> tuple[NamingLocatorItem, ...]:
    """The lines that name a record, one for each clause of them that is quoted."""

    def item(locator: LocatorRecord, clause: SupportRecord | None) -> NamingLocatorItem:
        return NamingLocatorItem(
            document=locator.document.id,
            line=locator.line,
            supports=clause.claims if clause else (),
            quotation=clause.quotation.text if clause else None,
        )

    return tuple(
        item(locator, clause)
        for locator in record.locators
        for clause in record.claims.on(locator) or (None,)
    )


def derivation_items(claims: Claims, convert: Convert) -> tuple[DerivationItem, ...]:
    """What no document says, and what it is drawn from."""
    return tuple(
        DerivationItem(field=claim.field, reason=text_item(claim.reason, convert))
        for claim in claims.claims
        if claim.reason is not None
    )


def links_item(links: Links | None) -> LinksItem | None:
    """Official pages, where there are any."""
    if links is None:
        return None
    values: dict[str, Any] = {"hant": links.hant, "hans": links.hans, "en": links.en}
    values["seen"] = links.seen
    return LinksItem(**values)
