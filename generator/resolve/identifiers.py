"""Which identifiers there are, and which there were · Catalogue → kind → identifiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.base import Record
from generator.model.catalogue import Catalogue, Held
from generator.model.kinds import PUBLISHED, kind_named


@dataclass(frozen=True)
class Home:
    """Where something that has an identifier stands."""

    held: Held[Record]
    path: tuple[str | int, ...]
    """Where in that file the identifier stands: `held.place(*path)`."""


def homes(catalogue: Catalogue) -> Mapping[str, Mapping[str, Home]]:
    """Kind → identifier → where it stands, in the order of the files."""
    homes_by_kind: dict[str, dict[str, Home]] = {}
    for kind in PUBLISHED:
        homes_by_kind[kind] = {}
        for held in files(catalogue, kind).values():
            for identifier, path in _within(kind, held.record):
                homes_by_kind[kind].setdefault(identifier, Home(held, path))
    return homes_by_kind


def files(catalogue: Catalogue, kind: str) -> Mapping[str, Held[Record]]:
    """The files of one kind of record, by their names."""
    return catalogue.of(kind_named(kind).model)


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
    field = kind_named(kind).items
    if not field:
        yield record.id, ("id",)
        return
    items: Sequence[Any] = getattr(record, field)
    for number, item in enumerate(items):
        yield item.id, (field, number, "id")
