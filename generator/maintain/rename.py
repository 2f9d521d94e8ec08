"""Another identifier for a record: its files, everything that names it, and where it was."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.maintain.history_entries import Entries
from generator.maintain.trial_change import Draft
from generator.maintain.yaml_edits import Edit, replaced
from generator.model.catalogue import Catalogue, Held
from generator.model.kinds import KINDS, PAGES
from generator.resolve.identifiers import files, homes
from generator.resolve.record_uses import uses


@dataclass(frozen=True)
class Renaming:
    """What is to have which name."""

    kinds: tuple[str, ...]
    """The kinds of record that have the identifier and are one thing."""
    old: str
    new: str
    reason: str
    """For the history."""


def rename(draft: Draft, catalogue: Catalogue, it: Renaming) -> None:
    """Change the draft; `catalogue` is that of the data as they are.

    Raises ValueError where a value is written in a way that cannot be changed.
    """
    for path, edits in _edits(draft, catalogue, it).items():
        draft.write(path, replaced(draft.read(path), edits))
    _passages(draft, catalogue, it)
    for old, new in moves(draft, catalogue, it):
        draft.move(old, new)
    entries = Entries(catalogue)
    for kind in it.kinds:
        to = f"{kind}/{it.new}" if kind in PAGES else None
        entries.renamed(kind, it.old, it.new, to, it.reason)
    entries.write(draft)


def moves(draft: Draft, catalogue: Catalogue, it: Renaming) -> Iterator[tuple[str, str]]:
    """Each file that gets another path, with that path; both below data/."""
    for held in _files(catalogue, it):
        folder, _, name = draft.path(held.source.path).rpartition("/")
        if name == f"{it.old}.yml":
            yield f"{folder}/{name}", f"{folder}/{it.new}.yml"
    if "agencies" in it.kinds:
        for dataset in catalogue.datasets.values():
            if dataset.folder == it.old:
                old = draft.path(dataset.source.path)
                yield old, old.replace(f"datasets/{it.old}/", f"datasets/{it.new}/", 1)


def named_after(catalogue: Catalogue, kinds: tuple[str, ...], identifier: str) -> list[Held[Any]]:
    """The files that have the identifier of the record they are about."""
    found = []
    for kind in KINDS:
        if not set(kind.about).isdisjoint(kinds):
            records = catalogue.of(kind.model)
            found += [records[identifier]] if identifier in records else []
    return found


def _files(catalogue: Catalogue, it: Renaming) -> list[Held[Any]]:
    """The record's own file, or files, and those that are named after it."""
    own = [
        records[it.old]
        for kind in it.kinds
        if kind in PAGES and it.old in (records := files(catalogue, kind))
    ]
    twins = {held.source.path for held in own}
    others = named_after(catalogue, it.kinds, it.old)
    return own + [held for held in others if held.source.path not in twins]


def _edits(draft: Draft, catalogue: Catalogue, it: Renaming) -> dict[str, set[Edit]]:
    """Path → every place in it where the identifier stands as a value."""
    found: dict[str, set[Edit]] = {}

    def add(held: Held[Any], path: tuple[str | int, ...], rest: str = "") -> None:
        edits = found.setdefault(draft.path(held.source.path), set())
        edits.add(Edit(held.place(*path), it.old + rest, it.new + rest))

    there = homes(catalogue)
    for held in _files(catalogue, it):
        add(held, ("id",))
    for kind in it.kinds:
        if home := there[kind].get(it.old):
            add(home.held, home.path)
        for use in uses(catalogue, kind, it.old):
            add(use.held, use.path, use.series)
    return found


def _passages(draft: Draft, catalogue: Catalogue, it: Renaming) -> None:
    """Paths and addresses of the record in what is written by hand: `data/agencies/old.yml`."""
    folders = {kind for kind in it.kinds if kind in PAGES}
    folders |= {kind.folder for kind in KINDS if not folders.isdisjoint(kind.about)}
    if "agencies" in folders:
        folders.add("datasets")
    if not folders:
        return
    pattern = re.compile(
        rf"(?<![\w-])((?:{'|'.join(sorted(folders))})/(?:[a-z0-9-]+/)?){it.old}(?![\w-])"
    )
    for held in catalogue.prose.values():
        path = draft.path(held.source.path)
        text = draft.read(path)
        draft.write(path, pattern.sub(rf"\g<1>{it.new}", text))
