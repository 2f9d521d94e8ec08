"""Where records name a record · Catalogue, what it is → files and the places in them.

The one table of the fields that hold an identifier of something else; a renaming changes them all.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.model.base import Model, Record
from generator.model.catalogue import Catalogue, Held
from generator.model.vocabulary import Prose

BODIES = ("agencies", "programmes")
FIELDS: dict[str, tuple[str, ...]] = {
    "about": (*BODIES, "terminology"),
    "agency": ("agencies",),
    "confirmed_by": ("documents",),
    "dataset": ("datasets",),
    "document": ("documents",),
    "documents": ("documents",),
    "outcome": ("events",),
    "parent": ("agencies",),
    "part_of": BODIES,
    "publisher": ("agencies",),
    "successor": ("agencies",),
}
"""Field → the kinds of record that it may name, in whichever record it stands."""
NAMED_AFTER: dict[str, tuple[str, ...]] = {
    "figures": BODIES,
    "events": BODIES,
    "budget": ("documents",),
    "exceptions": ("documents",),
}
"""Folder → the kinds of record whose identifiers its files have."""


@dataclass(frozen=True)
class Use:
    """A field that holds the identifier, or, of a series of figures, begins with it."""

    held: Held[Record]
    path: tuple[str | int, ...]
    series: str = ""
    """What follows the identifier there: `-entries`."""


def uses(catalogue: Catalogue, kind: str, identifier: str) -> Iterator[Use]:
    """Every field that names the record of this kind, other than its own `id`."""
    for held in _all(catalogue):
        for path in _paths(held.record, kind, identifier, ()):
            yield Use(held, path)
        if isinstance(held.record, Prose) and kind in BODIES:
            yield from _series(catalogue, held, identifier)


def _all(catalogue: Catalogue) -> Iterator[Held[Any]]:
    terminology = catalogue.terminology
    for records in (
        *(catalogue.documents, catalogue.agencies, catalogue.datasets, catalogue.programmes),
        *(catalogue.figures, catalogue.events, catalogue.budgets, catalogue.errata),
        *(catalogue.prose, terminology.names, terminology.terms),
    ):
        yield from records.values()


def _paths(
    model: Model, kind: str, identifier: str, at: tuple[str | int, ...]
) -> Iterator[tuple[str | int, ...]]:
    for name, info in type(model).model_fields.items():
        value, path = getattr(model, name), (*at, info.alias or name)
        meant = kind in FIELDS.get(name, ())
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for number, item in items:
            where = path if number is None else (*path, number)
            if isinstance(item, Model):
                yield from _paths(item, kind, identifier, where)
            elif meant and item == identifier:
                yield where


def _series(catalogue: Catalogue, held: Held[Prose], identifier: str) -> Iterator[Use]:
    figures = catalogue.figures.get(identifier)
    measures = {f"-{it.measure}" for it in figures.record.figures} if figures else set()
    for number, series in enumerate(held.record.figures):
        rest = series.removeprefix(identifier)
        if rest in measures:
            yield Use(held, ("figures", number), rest)
