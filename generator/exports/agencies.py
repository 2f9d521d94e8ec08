"""What is published of agencies · AgencyRecord → AgencyItem."""

from pydantic import Field

from generator.exports.contract import (
    CodeItem,
    DerivationItem,
    Edtf,
    Id,
    LinksItem,
    NamingLocatorItem,
    NonEmptyText,
    PublishedItem,
    TextItem,
    Url,
)
from generator.exports.item_parts import (
    Convert,
    code_item,
    derivation_items,
    links_item,
    naming_locator_items,
    optional_text_item,
    text_item,
)
from generator.exports.statements import StatementItem, statement_item
from generator.resolve.records import AgencyRecord


class AgencyItem(PublishedItem):
    """An organisation."""

    id: Id
    url: Url
    name: TextItem
    english: NonEmptyText | None
    acronym: NonEmptyText | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    parent: Id | None
    successor: Id | None
    established: Edtf | None
    dissolved: Edtf | None
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[NamingLocatorItem, ...]
    derived: tuple[DerivationItem, ...]
    statements: tuple[StatementItem, ...] = Field(description="of which it is the subject")


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
        locators=naming_locator_items(record),
        derived=derivation_items(record.claims, convert),
        statements=tuple(statement_item(it, convert, site_url) for it in record.facts.statements),
    )
