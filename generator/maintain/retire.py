"""A record that is no more: its files, and where its page leads from now on."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.maintain.history_entries import Entries
from generator.maintain.rename import named_after
from generator.maintain.trial_change import Draft
from generator.maintain.yaml_edits import without
from generator.model.catalogue import Catalogue, Held
from generator.model.kinds import PAGES, PUBLISHED, kind_named
from generator.resolve.identifiers import files, homes


@dataclass(frozen=True)
class Retiring:
    """What is to go."""

    kinds: tuple[str, ...]
    """The kinds of record that have the identifier and are one thing."""
    identifier: str
    to: str | None
    """The page that takes the place of its page; None for what had no page of its own."""
    reason: str


def retire(draft: Draft, catalogue: Catalogue, it: Retiring) -> None:
    """Change the draft; `catalogue` is that of the data as they are.

    Raises NotAList where an item is written in a way in which it cannot be taken out.
    """
    entries, there = Entries(catalogue), homes(catalogue)
    for kind in it.kinds:
        entries.gone(kind, [it.identifier], it.to, it.reason)
        if (field := kind_named(kind).items) and it.identifier in there[kind]:
            home = there[kind][it.identifier]
            path, number = draft.path(home.held.source.path), home.path[1]
            assert isinstance(number, int), "an item is one of a list"
            draft.write(path, without(draft.read(path), field, number))
        elif held := files(catalogue, kind).get(it.identifier):
            draft.write(draft.path(held.source.path), None)
    for kind, held in _others(catalogue, it):
        items = [fact.id for fact in getattr(held.record, _items_of(kind), ())]
        entries.gone(kind, items, None, it.reason)
        draft.write(draft.path(held.source.path), None)
    entries.write(draft)


def others(draft: Draft, catalogue: Catalogue, it: Retiring) -> list[str]:
    """The files that would go with it: what is kept about it, in files with its name."""
    return [draft.path(held.source.path) for _, held in _others(catalogue, it)]


def _others(catalogue: Catalogue, it: Retiring) -> Iterator[tuple[str, Held[Any]]]:
    for held in named_after(catalogue, it.kinds, it.identifier):
        if held.folder not in it.kinds:
            yield held.folder, held


def _items_of(folder: str) -> str:
    return kind_named(folder).items if folder in PUBLISHED else ""


def has_page(kinds: tuple[str, ...]) -> bool:
    """Whether something of these kinds has a page of its own."""
    return any(kind in PAGES for kind in kinds)
