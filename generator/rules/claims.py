"""Check that what an agency or programme is said to be rests on a line of a document."""

from collections.abc import Iterator
from typing import get_args

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.locator import Claim
from generator.model.programme import Programme
from generator.model.source import FieldPath

Claimant = RecordFile[Agency] | RecordFile[Programme]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers are shown where a status, a relation or a summary comes from."""
    claimants: list[Claimant] = [*catalogue.agencies.values(), *catalogue.programmes.values()]
    for record_file in claimants:
        yield from _unsupported(record_file)
        yield from _about_nothing(record_file)


def _claims(record_file: Claimant) -> list[Claim]:
    """The fields that the record has and that need a line."""
    return [it for it in get_args(Claim) if getattr(record_file.record, it, None)]


def _unsupported(record_file: Claimant) -> Iterator[Problem]:
    record = record_file.record
    supported = {claim for it in record.locators for claim in it.supports}
    derived = [it.field for it in record.derived]
    for field in _claims(record_file):
        if field not in supported and field not in derived:
            yield Problem(
                record_file.place(field),
                say("no line is given that says this: {field}", field=field),
                say(
                    "add `supports: [{field}]` and `quotation:` to the locator that says it, write"
                    " under `derived:` what it is drawn from, or remove it",
                    field=field,
                ),
            )
        elif field in supported and field in derived:
            yield Problem(
                record_file.place("derived", derived.index(field)),
                say("a document says this, and it is said to be derived: {field}", field=field),
                say("remove one of the two"),
            )


def _about_nothing(record_file: Claimant) -> Iterator[Problem]:
    record, claims = record_file.record, _claims(record_file)
    named: list[tuple[FieldPath, Claim]] = [
        (("locators", number, "supports", count), claim)
        for number, locator in enumerate(record.locators)
        for count, claim in enumerate(locator.supports)
    ]
    named += [(("derived", number, "field"), it.field) for number, it in enumerate(record.derived)]
    for at, field in named:
        if field not in claims:
            yield Problem(
                record_file.place(*at),
                say("this record has no field {field}", field=field),
                say("name a field that it has, or give it"),
            )
