"""Check that codes published as codes of a public list are in that list."""

from collections.abc import Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.standard import COMPLETELY_CODED, LISTS
from generator.model.vocabulary import Vocabulary


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Programs that read the catalogue would refuse a code that the list lacks."""
    for record_file in catalogue.vocabularies.values():
        yield from _codes(record_file)


def _codes(record_file: RecordFile[Vocabulary]) -> Iterator[Problem]:
    name = record_file.record.id
    public_codes = LISTS.get(name, ())
    for number, term in enumerate(record_file.record.terms):
        code = term.published_as
        if code is None and name in COMPLETELY_CODED:
            yield Problem(
                record_file.place("terms", number, "code"),
                say("{code!r} does not say what it is published as", code=term.code),
                say("add published_as: one of {codes}", codes=list_names(public_codes)),
            )
        elif code is not None and code not in public_codes:
            tip = say("one of {codes}", codes=list_names(public_codes))
            yield Problem(
                record_file.place("terms", number, "published_as"),
                say("{name} cannot be published as {code!r}", name=name, code=code),
                tip if public_codes else say("leave published_as out"),
            )
