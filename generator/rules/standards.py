"""Check that codes published as codes of a public list are in that list."""

from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, Held
from generator.model.standard import LISTS, NEEDED
from generator.model.vocabulary import Vocabulary


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Programs that read the catalogue would refuse a code that the list lacks."""
    for held in catalogue.vocabularies.values():
        yield from _codes(held)


def _codes(held: Held[Vocabulary]) -> Iterator[Problem]:
    name = held.record.id
    public_codes = LISTS.get(name, ())
    for number, term in enumerate(held.record.terms):
        code = term.published_as
        if code is None and name in NEEDED:
            yield Problem(
                held.place("terms", number, "code"),
                say("{code!r} does not say what it is published as", code=term.code),
                say("add published_as: one of {codes}", codes=list_names(public_codes)),
            )
        elif code is not None and code not in public_codes:
            tip = say("one of {codes}", codes=list_names(public_codes))
            yield Problem(
                held.place("terms", number, "published_as"),
                say("{name} cannot be published as {code!r}", name=name, code=code),
                tip if public_codes else say("leave published_as out"),
            )
