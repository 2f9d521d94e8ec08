"""Corrections → published items, and what the search finds of them."""

from collections.abc import Iterator

from pydantic import Field

from generator.exports.contract import Day, Id, NonEmptyText, PublishedItem, TextItem, Url
from generator.exports.correction_words import CorrectionWords
from generator.exports.item_parts import Convert, optional_text_item, text_item
from generator.exports.search_entry import Role, SearchEntry
from generator.resolve.resolve import Records


class CorrectedFactItem(PublishedItem):
    """One field that was published otherwise."""

    record: NonEmptyText = Field(description="kind and identifier: figures/sea-waves-2025")
    field: NonEmptyText
    before: NonEmptyText
    after: NonEmptyText | None = Field(description="null: it is gone")


class CorrectionItem(PublishedItem):
    """What was corrected in one file of records on one day."""

    id: Id
    url: Url
    day: Day
    reason: TextItem
    reported_by: TextItem | None
    changes: tuple[CorrectedFactItem, ...]


def correction_items(records: Records, convert: Convert, site_url: str) -> Iterator[CorrectionItem]:
    """The published form of every correction."""
    for correction in records.corrections:
        yield CorrectionItem(
            id=correction.id,
            url=f"{site_url}corrections/#{correction.id}",
            day=correction.day.isoformat(),
            reason=text_item(correction.reason, convert),
            reported_by=optional_text_item(correction.reported_by, convert),
            changes=tuple(
                CorrectedFactItem(
                    record=change.record,
                    field=change.field,
                    before=change.before.text,
                    after=change.after.text if change.after else None,
                )
                for change in correction.changes
            ),
        )


def correction_entries(records: Records) -> Iterator[SearchEntry]:
    """A correction is found by what it is about, and by why it was made."""
    said = CorrectionWords(records)
    for correction in records.corrections:
        yield SearchEntry(
            f"corrections/#{correction.id}",
            records.words["corrections"],
            said.title(correction),
            text=(correction.reason,),
            more=tuple(it.name for it in correction.about),
            role=Role.LINE,
        )
