"""Identifiers are words that stay: none takes the address of a page, none is a draft's."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import Catalogue
from generator.model.draft import is_draft_code, row_suffix
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


def check_drafts(catalogue: Catalogue) -> Iterator[Problem]:
    """Refuse identifiers and codes that were only drafted: `update` would make them permanent."""
    for dataset in catalogue.datasets.values():
        record = dataset.record
        suffixes = tuple(row_suffix(it.section, it.row) for it in record.listings)
        if record.id.endswith(suffixes):
            yield _draft(dataset.place("id"), record.id)
    for agency in catalogue.agencies.values():
        if is_draft_code(agency.record.id):
            yield _draft(agency.place("id"), agency.record.id)
    for vocabulary in catalogue.vocabularies.values():
        for number, term in enumerate(vocabulary.record.terms):
            if is_draft_code(term.code):
                tip = say(
                    "write an English word in its place, here and in the records that have it: "
                    "`git grep -n {code} data`",
                    code=term.code,
                )
                message = say("{code!r} is the code of a draft", code=term.code)
                yield Problem(vocabulary.place("terms", number, "code"), message, tip)


def _draft(place: Place, identifier: str) -> Problem:
    return Problem(
        place,
        say("{identifier!r} is the identifier of a draft", identifier=identifier),
        say(
            "review the record, then give it English words: `python3 dev.py rename {identifier} "
            "NEW`",
            identifier=identifier,
        ),
    )
