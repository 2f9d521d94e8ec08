"""Which identifiers there are, and which there were · Catalogue → kind → identifiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model import history
from generator.model.base import Record
from generator.model.catalogue import Catalogue, Held
from generator.model.history import KINDS

PAGES = history.PAGES
"""Kinds whose every record has a page of its own, at `/<kind>/<identifier>/`."""
ITEMS = {"figures": "figures", "events": "events", "errata": "errata", "terminology": "names"}
"""Kinds whose files hold several items with identifiers → the field that lists them."""


@dataclass(frozen=True)
class Home:
    """Where something that has an identifier stands."""

    held: Held[Record]
    path: tuple[str | int, ...]
    """Where in that file the identifier stands: `held.place(*path)`."""


def homes(catalogue: Catalogue) -> Mapping[str, Mapping[str, Home]]:
    """Kind → identifier → where it stands, in the order of the files."""
    found: dict[str, dict[str, Home]] = {}
    for kind in KINDS:
        them = found[kind] = {}
        for held in files(catalogue, kind).values():
            for identifier, path in _within(kind, held.record):
                them.setdefault(identifier, Home(held, path))
    return found


def files(catalogue: Catalogue, kind: str) -> Mapping[str, Held[Record]]:
    """The files of one kind of record, by their names."""
    names: Mapping[str, Any] = {"budget": "budgets", "terminology": "terminology"}
    records: Any = getattr(catalogue, names.get(kind, kind))
    found: Mapping[str, Held[Record]] = records.names if kind == "terminology" else records
    return found


def identifiers(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Kind → its identifiers, in order."""
    return {kind: tuple(sorted(them)) for kind, them in homes(catalogue).items()}


def registered(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """Kind → identifier that was published → name of the file in which it was."""
    return catalogue.registered


def redirects(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Kind and identifier of each page that is no more, and the page that takes its place."""
    return tuple(
        (held.folder, gone.id, gone.to)
        for held in catalogue.history.values()
        for gone in held.record.gone
        if gone.to is not None
    )


def _within(kind: str, record: Record) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The identifiers that a file gives, with where they stand in it."""
    if kind not in ITEMS:
        yield record.id, ("id",)
        return
    items: Sequence[Any] = getattr(record, ITEMS[kind])
    for number, item in enumerate(items):
        yield item.id, (ITEMS[kind], number, "id")
