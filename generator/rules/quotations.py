"""Check that a quotation is short, and that what is printed of the fact stands in it."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event
from generator.model.figure import Figure
from generator.model.programme import Condition, Programme
from generator.model.source import FieldPath
from generator.model.terminology import NameList
from generator.resolve.names import forms_printed
from generator.resolve.printed.quotation import MOST, holds

Fact = Figure | Event | Condition


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The documents may be quoted, not reprinted; and other words would prove nothing."""
    for figures in catalogue.figures.values():
        yield from _facts(figures, "figures", figures.record.figures)
    for events in catalogue.events.values():
        yield from _facts(events, "events", events.record.events)
    for programme in catalogue.programmes.values():
        yield from _facts(programme, "terms", programme.record.terms)
    for names in catalogue.terminology.names.values():
        yield from _names(catalogue, names)
    yield from _clauses(catalogue)


def _clauses(catalogue: Catalogue) -> Iterator[Problem]:
    """Those of claims and statements, in which no word in particular has to stand."""
    quoted: list[tuple[RecordFile[Any], FieldPath, str | None]] = [
        (record_file, ("locators", number, "quotation"), locator.quotation)
        for record_file in (*catalogue.agencies.values(), *catalogue.programmes.values())
        for number, locator in enumerate(cast(Agency | Programme, record_file.record).locators)
    ]
    quoted += [
        (statements, ("statements", number, "locators", count, "quotation"), locator.quotation)
        for statements in catalogue.statements.values()
        for number, statement in enumerate(statements.record.statements)
        for count, locator in enumerate(statement.locators)
    ]
    for record_file, at, quotation in quoted:
        if quotation is not None:
            yield from _quotation(record_file, at, quotation, None)


def _facts(record_file: RecordFile[Any], field: str, facts: Iterable[Fact]) -> Iterator[Problem]:
    for number, fact in enumerate(facts):
        if fact.quotation is not None:
            at = (field, number, "quotation")
            yield from _quotation(record_file, at, fact.quotation, fact.printed)


def _names(catalogue: Catalogue, record_file: RecordFile[NameList]) -> Iterator[Problem]:
    for at, mention, form in forms_printed(record_file.record, catalogue.documents):
        if mention.quotation is not None:
            yield from _quotation(record_file, (*at, "quotation"), mention.quotation, form)


def _quotation(
    record_file: RecordFile[Any], at: FieldPath, quotation: str, printed: str | None
) -> Iterator[Problem]:
    if len(quotation) > MOST:
        yield Problem(
            record_file.place(*at),
            say(
                "this quotation has {number} characters, and may have {most}",
                number=len(quotation),
                most=MOST,
            ),
            say("quote only the clause in which the fact stands"),
        )
    if printed is not None and not holds(quotation, printed):
        yield Problem(
            record_file.place(*at),
            say("{printed} does not stand in this quotation", printed=quote_value(printed)),
            say("quote the clause in which `printed` stands, or correct `printed`"),
        )
