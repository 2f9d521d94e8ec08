"""What is published of statements, and what the search finds of them · StatementRecord → items."""

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from generator.exports import addresses
from generator.exports.contract import (
    Code,
    EdtfOrYears,
    Id,
    NonEmptyText,
    PublishedItem,
    TextItem,
    Url,
)
from generator.exports.facts import SpotItem, spot_items
from generator.exports.item_parts import Convert, optional_text_item, text_item
from generator.exports.search_entry import Role, SearchEntry
from generator.model.statement import StatementSubject
from generator.resolve.fact_types import StatementRecord
from generator.resolve.resolve import Records
from generator.script.phrase import DatePhrase, Phrase


class StatementSubjectItem(PublishedItem):
    """The record that a statement is about."""

    kind: StatementSubject
    id: Id


class StatementItem(PublishedItem):
    """One thing that is said, in one document or alike in several."""

    id: Id
    url: Url = Field(description="of the place that shows it, on the page of its subject")
    kind: Code
    subject: StatementSubjectItem
    text: TextItem
    term: TextItem | None = Field(description="of a definition: the word that is explained")
    year: EdtfOrYears | None = Field(description="the time it belongs to")
    about: tuple[Id, ...] = Field(description="other records whom it concerns")
    quotation: NonEmptyText = Field(description="the words of the first of its documents")
    locators: tuple[SpotItem, ...]


_KINDS: dict[str, Literal["agency", "programme", "document"]] = {
    "agencies": "agency",
    "programmes": "programme",
    "documents": "document",
}


def statement_item(record: StatementRecord, convert: Convert, site_url: str) -> StatementItem:
    """The published form of a statement."""
    subject = record.subject
    page = f"{site_url}{subject.kind}/{subject.id}/"
    return StatementItem(
        id=record.id,
        url=f"{page}#{addresses.statement_anchor(record.id)}",
        kind=record.kind.code,
        subject=StatementSubjectItem(kind=_KINDS[subject.kind], id=subject.id),
        text=text_item(record.text, convert),
        term=optional_text_item(record.term, convert),
        year=record.year,
        about=tuple(it.id for it in record.about),
        quotation=record.spots[0].printed.text,
        locators=spot_items(record.spots),
    )


def statement_entries(records: Records) -> Iterator[SearchEntry]:
    """Those of one subject, kind and year together; a line each, so that what is found is shown."""
    groups: dict[tuple[object, ...], list[StatementRecord]] = {}
    for statement in records.statements:
        key = (statement.subject, statement.kind, statement.year)
        groups.setdefault(key, []).append(statement)
    for first, *rest in groups.values():
        kind, subject = first.kind, first.subject
        part = (
            Phrase(
                records.words["dated-kind"], {"kind": kind.label, "date": DatePhrase(first.year)}
            )
            if first.year
            else kind.label
        )
        is_of_body = subject.kind != "documents"
        whole = Phrase(records.words["search-part"], {"title": subject.name, "part": part})
        anchor = addresses.statements_anchor(kind.code, first.year)
        yield SearchEntry(
            f"{subject.kind}/{subject.id}/#{anchor}",
            records.words["statements"],
            part if is_of_body else whole,
            headings=tuple(it.term for it in (first, *rest)),
            values=tuple(it.text for it in (first, *rest)),
            role=Role.STATEMENT if is_of_body else Role.LINE,
            about=subject.id,
        )
