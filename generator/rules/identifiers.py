"""Addresses stay free: no record takes the address of a page that is not a record."""

from collections.abc import Iterator, Mapping

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.base import Record
from generator.model.catalogue import Catalogue, Held

RESERVED = {
    "agencies": ("index",),
    "datasets": ("index", "calendar"),
    "documents": ("index", "changes"),
    "programmes": ("index",),
}


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """`/datasets/calendar/` is a page of its own, and `index` would replace the list."""
    kinds: Mapping[str, Mapping[str, Held[Record]]] = {
        "agencies": catalogue.agencies,
        "datasets": catalogue.datasets,
        "documents": catalogue.documents,
        "programmes": catalogue.programmes,
    }
    for kind, records in kinds.items():
        for name in RESERVED[kind]:
            if held := records.get(name):
                yield Problem(
                    held.place("id"),
                    say("id {name!r} is the address of another page of the site", name=name),
                    say("choose another identifier"),
                )
