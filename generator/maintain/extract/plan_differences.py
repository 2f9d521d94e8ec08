"""Differences between a plan and the plans before it · matches → findings, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.maintain.extract.draft_records import DatasetDraft
from generator.maintain.extract.known_records import KnownRecords
from generator.maintain.extract.row_match import Match, TextFolding, own_form
from generator.messages.message import say
from generator.model.base import Script
from generator.model.dataset import Dataset, Listing


@dataclass(frozen=True)
class PlanDifferences:
    """A new plan against the records; each finding is a line for the maintainer."""

    earlier: str | None
    """The plan of the same publisher before this one."""
    added: Sequence[str]
    dropped: Sequence[str]
    released: Sequence[str]
    changed: Sequence[str]
    unchanged: int
    """Rows that say what is known already."""


def differences(
    drafts: Sequence[DatasetDraft],
    matches: dict[str, Match],
    known: KnownRecords,
    fold: TextFolding,
    earlier: str | None,
) -> PlanDifferences:
    """Findings in the order of the plan's rows; what is no longer listed in that of the records."""
    released: list[str] = []
    changed: list[str] = []
    unchanged = 0
    for match in matches.values():
        before = _previous_listing(match.known.record, match.listing.document)
        if before is None:
            unchanged += 1
            continue
        lines = list(_changed_lines(match, before, known, fold))
        changed += lines
        moved = before.status == "planned" and match.listing.status == "released"
        if moved:
            released.append(_released_line(match, before))
        unchanged += not lines and not moved
    return PlanDifferences(
        earlier=earlier,
        added=[_added_line(it) for it in drafts if it.dataset.id not in matches],
        dropped=list(_dropped_lines(matches, known, earlier)) if earlier else [],
        released=released,
        changed=changed,
        unchanged=unchanged,
    )


def _previous_listing(record: Dataset, document: str) -> Listing | None:
    """The dataset's newest listing in another plan."""
    return next((it for it in reversed(record.listings) if it.document != document), None)


def _added_line(draft: DatasetDraft) -> str:
    listing = draft.dataset.listings[0]
    return say(
        "{section} {row}, line {line}: {name} → {path}",
        section=listing.section,
        row=listing.row,
        line=listing.line,
        name=own_form(draft.dataset.name, draft.dataset.script)[0],
        path=draft.path,
    )


def _dropped_lines(matches: dict[str, Match], known: KnownRecords, earlier: str) -> Iterator[str]:
    listed = {it.known.record.id for it in matches.values()}
    for record_file in known.datasets.values():
        record = record_file.record
        for listing in record.listings:
            if listing.document == earlier and record.id not in listed:
                yield say(
                    "{id}: {name} ({section} {row})",
                    id=record.id,
                    name=own_form(record.name, record.script)[0],
                    section=listing.section,
                    row=listing.row,
                )


def _released_line(match: Match, before: Listing) -> str:
    return say(
        "{id}: planned for {before}, released {after}",
        id=match.known.record.id,
        before=_date(before),
        after=_date(match.listing),
    )


def _changed_lines(
    match: Match, before: Listing, known: KnownRecords, fold: TextFolding
) -> Iterator[str]:
    record, new, listing = match.known.record, match.draft.dataset, match.listing
    moved = before.status == "planned" and listing.status == "released"
    if before.date != listing.date and not moved:
        yield _change_line(record.id, say("date"), _date(before), _date(listing))
    script = _script(known, before.document, record)
    if not fold.says_the_same(
        before.frequency_printed, script, listing.frequency_printed, new.script
    ):
        yield _change_line(
            record.id, say("frequency"), before.frequency_printed, listing.frequency_printed
        )
    name, former = own_form(new.name, new.script), _printed_text("name", before, record, script)
    if not fold.says_the_same(*name, *former):
        field = say("name, found by likeness") if match.by == "likeness" else say("name")
        yield _change_line(record.id, field, former[0], name[0])
    text, earlier = (
        own_form(new.description, new.script),
        _printed_text("description", before, record, script),
    )
    if not fold.says_the_same(*text, *earlier):
        yield _change_line(record.id, say("description"), earlier[0], text[0])
    if new.agency != record.agency and match.draft.agency_named:
        yield _change_line(record.id, say("agency"), record.agency, new.agency)


def _date(listing: Listing) -> str:
    return listing.date or listing.date_note or ""


def _change_line(identifier: str, field: str, before: str, after: str) -> str:
    template = "{id}: {what}: {before} → {after}"
    return say(
        template, id=identifier, what=field, before=_on_one_line(before), after=_on_one_line(after)
    )


def _on_one_line(text: str) -> str:
    return text.replace("\n", " / ")


def _printed_text(
    field: str, listing: Listing, record: Dataset, script: Script
) -> tuple[str, Script]:
    """A text as the plan of `listing` prints it."""
    text = getattr(listing, field)
    if text is not None:
        return text, script
    return own_form(getattr(record, field), record.script)


def _script(known: KnownRecords, document: str, record: Dataset) -> Script:
    record_file = known.documents.get(document)
    return record_file.record.script if record_file else record.script
