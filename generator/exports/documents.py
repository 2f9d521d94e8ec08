"""What is published of documents · DocumentRecord → DocumentItem."""

from typing import Annotated, Any, Literal

from pydantic import Field

from generator.exports.contract import (
    Edtf,
    Id,
    LineNumber,
    LinksItem,
    PublishedItem,
    TextItem,
    Url,
    Years,
)
from generator.exports.item_parts import Convert, optional_text_item, text_item
from generator.model.document import SectionCode
from generator.model.link import DocumentLinks
from generator.resolve.records import DocumentRecord


class SectionItem(PublishedItem):
    """One table of an open data plan."""

    code: SectionCode
    heading: TextItem
    body: TextItem | None
    line: LineNumber
    rows: Annotated[int, Field(ge=0)]
    empty: Literal["not-applicable", "no-row"] | None


class DocumentLinksItem(LinksItem):
    """Where a document is published."""

    archived: Url | None = Field(description="a copy in a web archive")


class DocumentItem(PublishedItem):
    """A government publication."""

    id: Id
    url: Url
    title: TextItem
    kind: Literal["open-data-plan", "fact-sheet", "estimates"]
    publisher: Id | None
    date: Edtf | None
    covers: Years | None
    script: Literal["zh-Hant", "zh-Hans"]
    sha256: str = Field(
        pattern="^[0-9a-f]{64}$", description="of the text in which lines are counted"
    )
    lines: LineNumber
    complete: bool = Field(
        description="false while not everything of it is recorded: what is not here may stand in it"
    )
    links: DocumentLinksItem | None
    link_note: TextItem | None = Field(
        description="what the links lead to where that is not the document; without links, where "
        "it is published"
    )
    sections: tuple[SectionItem, ...]


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
        complete=document.complete,
        links=_links_item(document.links),
        link_note=optional_text_item(record.link_note, convert),
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


def _links_item(links: DocumentLinks | None) -> DocumentLinksItem | None:
    if links is None or links.any_address is None:
        return None
    addresses: dict[str, Any] = {"hant": links.hant, "hans": links.hans, "en": links.en}
    return DocumentLinksItem(**addresses, archived=links.archived, seen=links.seen)
