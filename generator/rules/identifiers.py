"""Addresses stay free: no record takes the address of a page that is not a record."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.kinds import KINDS


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """`/datasets/calendar/` is a page of its own, and `index` would replace the list."""
    for kind in KINDS:
        for name in ("index", *kind.taken) if kind.pages else ():
            if record_file := catalogue.of(kind.model).get(name):
                yield Problem(
                    record_file.place("id"),
                    say("id {name!r} is the address of another page of the site", name=name),
                    say("choose another identifier"),
                )
