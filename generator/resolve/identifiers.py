"""Which identifiers there are, and which there were · Catalogue → kind → identifiers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.model.base import Record
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import PUBLISHED, items_of, kind_named


@dataclass(frozen=True)
class IdentifierLocation:
    """Where something that has an identifier stands."""

    record_file: RecordFile[Record]
    path: tuple[str | int, ...]
    """Where in that file the identifier stands: `record_file.place(*path)`."""


def identifier_locations(catalogue: Catalogue) -> Mapping[str, Mapping[str, IdentifierLocation]]:
    """Kind → identifier → where it stands, in the order of the files."""
    locations: dict[str, dict[str, IdentifierLocation]] = {}
    for kind in PUBLISHED:
        locations[kind] = {}
        for record_file in files(catalogue, kind).values():
            for identifier, path in _within(kind, record_file.record):
                locations[kind].setdefault(identifier, IdentifierLocation(record_file, path))
    return locations


def files(catalogue: Catalogue, kind: str) -> Mapping[str, RecordFile[Record]]:
    """The files of one kind of record, by their names."""
    return catalogue.of(kind_named(kind).model)


def identifiers(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Kind → its identifiers, in order."""
    return {kind: tuple(sorted(them)) for kind, them in identifier_locations(catalogue).items()}


def redirects(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Kind and identifier of each page that is no more, and the page that takes its place."""
    return tuple(
        (record_file.folder, gone.id, gone.to)
        for record_file in catalogue.history.values()
        for gone in record_file.record.gone
        if gone.to is not None
    )


def _within(kind: str, record: Record) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """The identifiers that a file gives, with where they stand in it."""
    field = items_of(kind)
    if not field:
        yield record.id, ("id",)
        return
    items: Sequence[Any] = getattr(record, field)
    for number, item in enumerate(items):
        yield item.id, (field, number, "id")
