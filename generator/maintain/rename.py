"""Rename a record: its files, every reference to it, and its history."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.maintain.history_entries import HistoryEntries
from generator.maintain.trial_change import TrialChange
from generator.maintain.yaml_edits import Edit, replace_values
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import KINDS, PAGES
from generator.resolve.identifiers import files, identifier_locations
from generator.resolve.record_uses import line_of_words, uses


@dataclass(frozen=True)
class Renaming:
    """The record to rename and its new identifier."""

    kinds: tuple[str, ...]
    """The kinds of record that have the identifier and are one thing."""
    old: str
    new: str
    reason: str
    """For the history."""


def rename(draft: TrialChange, catalogue: Catalogue, renaming: Renaming) -> None:
    """Rename in the trial copy; `catalogue` is that of the unchanged data.

    Raises ValueError where a value is written in a way that cannot be changed.
    """
    for path, edits in _edits(draft, catalogue, renaming).items():
        draft.write(path, replace_values(draft.read(path), edits))
    _rename_in_prose(draft, catalogue, renaming)
    for old, new in moves(draft, catalogue, renaming):
        draft.move(old, new)
    entries = HistoryEntries(catalogue)
    for kind in renaming.kinds:
        to = f"{kind}/{renaming.new}" if kind in PAGES else None
        entries.add_renamed(kind, renaming.old, renaming.new, to, renaming.reason)
    entries.write(draft)


def moves(
    draft: TrialChange, catalogue: Catalogue, renaming: Renaming
) -> Iterator[tuple[str, str]]:
    """Each file that gets another path, with that path; both below data/."""
    for record_file in _files(catalogue, renaming):
        folder, _, name = draft.path(record_file.source.path).rpartition("/")
        if name == f"{renaming.old}.yml":
            yield f"{folder}/{name}", f"{folder}/{renaming.new}.yml"
    if "agencies" in renaming.kinds:
        for dataset in catalogue.datasets.values():
            if dataset.folder == renaming.old:
                old = draft.path(dataset.source.path)
                yield old, old.replace(f"datasets/{renaming.old}/", f"datasets/{renaming.new}/", 1)


def files_named_after(
    catalogue: Catalogue, kinds: tuple[str, ...], identifier: str
) -> list[RecordFile[Any]]:
    """The files that have the identifier of the record they are about."""
    held_files = []
    for kind in KINDS:
        if not set(kind.about).isdisjoint(kinds):
            records = catalogue.of(kind.model)
            held_files += [records[identifier]] if identifier in records else []
    return held_files


def _files(catalogue: Catalogue, renaming: Renaming) -> list[RecordFile[Any]]:
    """The record's own files, and the files named after it."""
    own_files = [
        records[renaming.old]
        for kind in renaming.kinds
        if kind in PAGES and renaming.old in (records := files(catalogue, kind))
    ]
    twins = {record_file.source.path for record_file in own_files}
    others = files_named_after(catalogue, renaming.kinds, renaming.old)
    return own_files + [
        record_file for record_file in others if record_file.source.path not in twins
    ]


def _edits(draft: TrialChange, catalogue: Catalogue, renaming: Renaming) -> dict[str, set[Edit]]:
    """Path → every place in it where the identifier stands as a value."""
    edits_by_path: dict[str, set[Edit]] = {}

    def add(record_file: RecordFile[Any], path: tuple[str | int, ...], rest: str = "") -> None:
        edits = edits_by_path.setdefault(draft.path(record_file.source.path), set())
        edits.add(Edit(record_file.place(*path), renaming.old + rest, renaming.new + rest))

    if words := line_of_words(catalogue, renaming.kinds, renaming.old):
        add(words.record_file, words.path)
    locations = identifier_locations(catalogue)
    for record_file in _files(catalogue, renaming):
        add(record_file, ("id",))
    for kind in renaming.kinds:
        if location := locations[kind].get(renaming.old):
            add(location.record_file, location.path)
        for use in uses(catalogue, kind, renaming.old):
            add(use.record_file, use.path, use.series)
    return edits_by_path


def _rename_in_prose(draft: TrialChange, catalogue: Catalogue, renaming: Renaming) -> None:
    """Rename paths and addresses of the record in prose: `data/agencies/old.yml`."""
    folders = {kind for kind in renaming.kinds if kind in PAGES}
    folders |= {kind.folder for kind in KINDS if not folders.isdisjoint(kind.about)}
    if "agencies" in folders:
        folders.add("datasets")
    if not folders:
        return
    pattern = re.compile(
        rf"(?<![\w-])((?:{'|'.join(sorted(folders))})/(?:[a-z0-9-]+/)?){renaming.old}(?![\w-])"
    )
    for record_file in catalogue.prose.values():
        path = draft.path(record_file.source.path)
        text = draft.read(path)
        draft.write(path, pattern.sub(rf"\g<1>{renaming.new}", text))
