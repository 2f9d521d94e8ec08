"""What a plan says otherwise than the plans before it · matches → findings, in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.maintain.extract.draft_records import Draft
from generator.maintain.extract.known_records import Known
from generator.maintain.extract.row_match import Fold, Match, own
from generator.messages.message import say
from generator.model.base import Script
from generator.model.dataset import Dataset, Listing


@dataclass(frozen=True)
class Differences:
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
    drafts: Sequence[Draft],
    matches: dict[str, Match],
    known: Known,
    fold: Fold,
    earlier: str | None,
) -> Differences:
    """Findings in the order of the plan's rows; what is no longer listed in that of the records."""
    released: list[str] = []
    changed: list[str] = []
    unchanged = 0
    for found in matches.values():
        before = _before(found.known.record, found.listing.document)
        if before is None:
            unchanged += 1
            continue
        lines = list(_changed(found, before, known, fold))
        changed += lines
        moved = before.status == "planned" and found.listing.status == "released"
        if moved:
            released.append(_released(found, before))
        unchanged += not lines and not moved
    return Differences(
        earlier=earlier,
        added=[_added(it) for it in drafts if it.dataset.id not in matches],
        dropped=list(_dropped(matches, known, earlier)) if earlier else [],
        released=released,
        changed=changed,
        unchanged=unchanged,
    )


def _before(record: Dataset, document: str) -> Listing | None:
    """The dataset's newest listing in another plan."""
    return next((it for it in reversed(record.listings) if it.document != document), None)


def _added(draft: Draft) -> str:
    listing = draft.dataset.listings[0]
    return say(
        "{section} {row}, line {line}: {name} → {path}",
        section=listing.section,
        row=listing.row,
        line=listing.line,
        name=own(draft.dataset.name, draft.dataset.script)[0],
        path=draft.path,
    )


def _dropped(matches: dict[str, Match], known: Known, earlier: str) -> Iterator[str]:
    listed = {it.known.record.id for it in matches.values()}
    for held in known.datasets.values():
        record = held.record
        for listing in record.listings:
            if listing.document == earlier and record.id not in listed:
                yield say(
                    "{id}: {name} ({section} {row})",
                    id=record.id,
                    name=own(record.name, record.script)[0],
                    section=listing.section,
                    row=listing.row,
                )


def _released(found: Match, before: Listing) -> str:
    return say(
        "{id}: planned for {before}, released {after}",
        id=found.known.record.id,
        before=before.date,
        after=found.listing.date,
    )


def _changed(found: Match, before: Listing, known: Known, fold: Fold) -> Iterator[str]:
    record, new, listing = found.known.record, found.draft.dataset, found.listing
    moved = before.status == "planned" and listing.status == "released"
    if before.date != listing.date and not moved:
        yield _line(record.id, say("date"), before.date, listing.date)
    script = _script(known, before.document, record)
    if not fold.same(before.frequency_printed, script, listing.frequency_printed, new.script):
        yield _line(
            record.id, say("frequency"), before.frequency_printed, listing.frequency_printed
        )
    name, former = own(new.name, new.script), _printed("name", before, record, script)
    if not fold.same(*name, *former):
        what = say("name, found by likeness") if found.by == "likeness" else say("name")
        yield _line(record.id, what, former[0], name[0])
    text, earlier = (
        own(new.description, new.script),
        _printed("description", before, record, script),
    )
    if not fold.same(*text, *earlier):
        yield _line(record.id, say("description"), earlier[0], text[0])
    if new.agency != record.agency and found.draft.agency_named:
        yield _line(record.id, say("agency"), record.agency, new.agency)


def _line(identifier: str, what: str, before: str, after: str) -> str:
    template = "{id}: {what}: {before} → {after}"
    return say(template, id=identifier, what=what, before=_joined(before), after=_joined(after))


def _joined(text: str) -> str:
    return text.replace("\n", " / ")


def _printed(field: str, listing: Listing, record: Dataset, script: Script) -> tuple[str, Script]:
    """A text as the plan of `listing` prints it."""
    text = getattr(listing, field)
    if text is not None:
        return text, script
    return own(getattr(record, field), record.script)


def _script(known: Known, document: str, record: Dataset) -> Script:
    held = known.documents.get(document)
    return held.record.script if held else record.script
