"""What is published of the names of the terminology · NameRecord → TermItem."""

from typing import Literal

from pydantic import Field

from generator.exports.contract import (
    CodeItem,
    Id,
    LineNumber,
    NonEmptyText,
    PublishedItem,
    TextItem,
)
from generator.exports.item_parts import (
    Convert,
    code_item,
    text_item,
)
from generator.resolve.record_reference import PrintedRecord
from generator.resolve.records import NameRecord


class StandItem(PublishedItem):
    """Where a document prints the official form of a name."""

    document: Id
    lines: tuple[LineNumber, ...]
    quotation: NonEmptyText | None = Field(
        description="the clause on the first line, where it says more than the name"
    )


class PrintedFormItem(PublishedItem):
    """A name as a document prints it, where that is not the official form."""

    form: NonEmptyText = Field(description="as printed, in the document's script")
    document: Id
    lines: tuple[LineNumber, ...]
    quotation: NonEmptyText | None = Field(
        description="the clause on the first line, where it says more than the name"
    )


class TermItem(PublishedItem):
    """A name."""

    id: Id
    kind: CodeItem
    name: TextItem
    english: NonEmptyText | None
    acronym: NonEmptyText | None
    aliases: tuple[TextItem, ...]
    stands: tuple[StandItem, ...] = Field(description="where documents print the official form")
    printed_forms: tuple[PrintedFormItem, ...]
    confirmed: bool = Field(description="whether a source confirms both Chinese forms")
    unconfirmed: tuple[Literal["zh-Hant", "zh-Hans", "english"], ...] = Field(
        description="forms that no source confirms yet"
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
        stands=tuple(
            StandItem(document=stand.document.id, lines=stand.lines, quotation=_quotation(stand))
            for stand in record.stands
        ),
        printed_forms=tuple(
            PrintedFormItem(
                form=printed.form.text,
                document=printed.document.id,
                lines=printed.lines,
                quotation=_quotation(printed),
            )
            for printed in record.printed
        ),
        confirmed=record.confirmed,
        unconfirmed=record.unconfirmed,
    )


def _quotation(printed: PrintedRecord) -> str | None:
    return printed.quotation.text if printed.quotation else None
