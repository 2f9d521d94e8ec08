"""Retire a record: remove its files, record where its page leads now, and tell readers why."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.maintain.history_entries import HistoryEntries
from generator.maintain.rename import files_named_after
from generator.maintain.tell_corrections import correction_file, retired_entry
from generator.maintain.trial_change import TrialChange
from generator.maintain.yaml_edits import remove_item
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import PAGES, items_of
from generator.resolve.correction_entries import Explanation
from generator.resolve.identifiers import files, identifier_locations
from generator.resolve.record_uses import line_of_words


@dataclass(frozen=True)
class Retiring:
    """The record to retire."""

    kinds: tuple[str, ...]
    """The kinds of record that have the identifier and are one thing."""
    identifier: str
    to: str | None
    """The page that takes the place of its page; None for what had no page of its own."""
    told: Explanation


def retire(draft: TrialChange, catalogue: Catalogue, retiring: Retiring) -> None:
    """Retire in the trial copy; `catalogue` is that of the unchanged data.

    Raises NotAList where an item is written in a way that it cannot be removed.
    """
    entries, locations = HistoryEntries(catalogue), identifier_locations(catalogue)
    reason = retiring.told.reason
    gone = [(kind, retiring.identifier) for kind in retiring.kinds]
    for kind in retiring.kinds:
        entries.add_gone(kind, [retiring.identifier], retiring.to, reason)
        if (field := items_of(kind)) and retiring.identifier in locations[kind]:
            location = locations[kind][retiring.identifier]
            path, number = draft.path(location.record_file.source.path), location.path[1]
            assert isinstance(number, int), "an item is one of a list"
            draft.write(path, remove_item(draft.read(path), field, number))
        elif record_file := files(catalogue, kind).get(retiring.identifier):
            draft.write(draft.path(record_file.source.path), None)
    if words := line_of_words(catalogue, retiring.kinds, retiring.identifier):
        path, number = draft.path(words.record_file.source.path), words.path[1]
        assert isinstance(number, int), "a line of words is one of a list"
        draft.write(path, remove_item(draft.read(path), "terms", number))
    for kind, record_file in _attached(catalogue, retiring):
        items = [fact.id for fact in getattr(record_file.record, items_of(kind), ())]
        entries.add_gone(kind, items, None, reason)
        gone += [(kind, it) for it in items]
        draft.write(draft.path(record_file.source.path), None)
    entries.write(draft)
    if entry := retired_entry(catalogue, gone, retiring.told):
        draft.write(*correction_file(entry))


def attached_files(draft: TrialChange, catalogue: Catalogue, retiring: Retiring) -> list[str]:
    """The files named after the record, which would be removed with it."""
    return [
        draft.path(record_file.source.path) for _, record_file in _attached(catalogue, retiring)
    ]


def _attached(catalogue: Catalogue, retiring: Retiring) -> Iterator[tuple[str, RecordFile[Any]]]:
    for record_file in files_named_after(catalogue, retiring.kinds, retiring.identifier):
        if record_file.folder not in retiring.kinds:
            yield record_file.folder, record_file


def has_page(kinds: tuple[str, ...]) -> bool:
    """Whether something of these kinds has a page of its own."""
    return any(kind in PAGES for kind in kinds)
