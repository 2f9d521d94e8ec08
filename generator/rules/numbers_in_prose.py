"""Check numbers in our own words: summaries have none, other texts only printed ones."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.erratum import Erratum, ErratumList
from generator.model.event import Event, EventList
from generator.model.figure import Figure
from generator.model.programme import Condition, Programme
from generator.model.source import FieldPath
from generator.model.statement import StatementList
from generator.model.wording import typed_forms
from generator.resolve.printed.claims import Claim, claims, quoted_in, ratios
from generator.resolve.printed.dates import dates
from generator.resolve.printed.quantities import read_quantities
from generator.resolve.printed.units import PART
from generator.rules.printed_dates import date_agrees


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Nobody can look up a number without its document, or correct it when the next one comes."""
    names = names_with_numbers(catalogue)
    for record_file in (*catalogue.agencies.values(), *catalogue.programmes.values()):
        yield from _summary(record_file, names)
    for programme in catalogue.programmes.values():
        yield from _conditions(programme, names)
    for events in catalogue.events.values():
        yield from _events(catalogue, events, names)
    printed = _printed_on_lines(catalogue)
    for statements in catalogue.statements.values():
        yield from _statements(statements, printed, names)
    for errata in catalogue.errata.values():
        for number, erratum in enumerate(errata.record.errata):
            yield from _erratum(errata, erratum, ("errata", number), names)


def names_with_numbers(catalogue: Catalogue) -> tuple[str, ...]:
    """Official names, aliases and titles in which a number stands: 河套2.0, 二十大報告."""
    forms: set[str] = set()
    for lists in catalogue.terminology.names.values():
        for name in lists.record.names:
            forms |= {name.hant, name.hans, name.english or "", name.acronym or ""}
            forms |= {form for alias in name.aliases for form in typed_forms(alias)}
    subjects: list[RecordFile[Any]] = [*catalogue.agencies.values(), *catalogue.programmes.values()]
    for record_file in subjects:
        record = record_file.record
        for text in (record.name, *record.former_names, *getattr(record, "aliases", ())):
            forms |= set(typed_forms(text))
    for document in catalogue.documents.values():
        for text in (document.record.title, document.record.short_title):
            forms |= set(typed_forms(text))
    return tuple(sorted(name for name in forms if name and claims(name, quotes=True)))


def _summary(record_file: RecordFile[Any], names: Sequence[str]) -> Iterator[Problem]:
    for form in typed_forms(record_file.record.summary):
        for claim in claims(form, names)[:1]:
            message = say("a number in a summary has no source: {words}", words=claim.words)
            tip = say(
                "say it in data/figures/ or data/events/, from where the page shows it with its "
                "source"
            )
            yield Problem(record_file.place("summary"), message, tip)
            return


def _conditions(record_file: RecordFile[Programme], names: Sequence[str]) -> Iterator[Problem]:
    for number, condition in enumerate(record_file.record.terms):
        at: FieldPath = ("terms", number)
        unprinted = _unprinted(typed_forms(condition.text), [condition.printed], names)
        if condition.differs is not None:
            if not unprinted:
                message = say("`differs` is not needed: every number is as printed")
                yield Problem(record_file.place(*at, "differs"), message, say("remove it"))
        elif unprinted:
            yield Problem(
                record_file.place(*at, "text"),
                say(
                    "{words} is not what is printed: {printed}",
                    words=quote_value(unprinted[0].words),
                    printed=quote_value(condition.printed),
                ),
                say("correct the number, quote the words that hold it, or say why in `differs`"),
            )


def _events(
    catalogue: Catalogue, record_file: RecordFile[EventList], names: Sequence[str]
) -> Iterator[Problem]:
    """Check events: they may also use numbers of figures of the same subject and document."""
    figures = catalogue.figures.get(record_file.record.id)
    for number, event in enumerate(record_file.record.events):
        if event.differs is not None:
            continue
        printed_forms = [event.printed or "", event.date or ""]
        printed_forms += [
            figure.printed
            for figure in (figures.record.figures if figures else ())
            if figure.document == event.document
        ]
        unprinted = _unprinted(typed_forms(event.what), printed_forms, names)
        if unprinted:
            yield Problem(
                record_file.place("events", number, "what"),
                say("the number {words} has no source", words=quote_value(unprinted[0].words)),
                say("give it a figure of this document, quote it in `printed`, or leave it out"),
            )


def _printed_on_lines(catalogue: Catalogue) -> dict[tuple[str, int], list[str]]:
    """Document and line → the forms of the numbers and dates that records take from it."""
    printed: dict[tuple[str, int], list[str]] = {}
    facts: list[Figure | Event | Condition] = []
    for figures in catalogue.figures.values():
        facts += figures.record.figures
    for events in catalogue.events.values():
        facts += events.record.events
    for programme in catalogue.programmes.values():
        facts += programme.record.terms
    for fact in facts:
        if fact.printed is not None:
            printed.setdefault((fact.document, fact.line), []).append(fact.printed)
    return printed


def _statements(
    record_file: RecordFile[StatementList],
    printed: Mapping[tuple[str, int], Sequence[str]],
    names: Sequence[str],
) -> Iterator[Problem]:
    """Check statements: they may also use numbers that other records take from their lines."""
    for number, statement in enumerate(record_file.record.statements):
        forms = [statement.year or ""]
        for locator in statement.locators:
            forms += [locator.quotation, *printed.get((locator.document, locator.line), ())]
        if unprinted := _unprinted(typed_forms(statement.text), forms, names):
            yield Problem(
                record_file.place("statements", number, "text"),
                say("the number {words} has no source", words=quote_value(unprinted[0].words)),
                say("quote the words that hold it, or leave it out"),
            )


def _erratum(
    record_file: RecordFile[ErratumList], erratum: Erratum, at: FieldPath, names: Sequence[str]
) -> Iterator[Problem]:
    """Check that the numbers an erratum quotes are printed at the places it names."""
    printed = [spot.printed for spot in erratum.locators]
    for field in ("what", "shown_as"):
        quotations = [it for text in typed_forms(getattr(erratum, field)) for it in quoted_in(text)]
        unprinted = _unprinted(quotations, printed, names)
        if unprinted:
            yield Problem(
                record_file.place(*at, field),
                say(
                    "{words} is quoted, and stands in none of the places of this erratum",
                    words=quote_value(unprinted[0].words),
                ),
                say("correct the number, or add the place that prints it to `locators`"),
            )


def _unprinted(texts: Iterable[str], printed: Sequence[str], names: Sequence[str]) -> list[Claim]:
    """The claims that none of the printed forms makes."""
    numbers = [it for form in printed for it in read_quantities(form).quantities]
    moments = [it for form in printed for it in dates(form)]
    shares = {it for form in printed for it in ratios(form)}
    values = {value for it in numbers for value in (it.low, it.high) if value is not None}

    def stands(claim: Claim) -> bool:
        if claim.moment is not None:
            day = claim.moment.date
            if not moments:
                return True  # a year that the document gives elsewhere: nothing contradicts it
            return any(
                moment.date == day
                or moment.date.startswith(day)
                or moment.date.endswith(day.lstrip("-"))
                for moment in moments
            ) or date_agrees(day, moments)
        if claim.ratio is not None:
            return claim.ratio in shares
        if claim.quantity is not None and claim.quantity.unit.kind == PART and not values:
            return True  # equal shares may be printed without a number
        if claim.quantity is None:
            return any(claim.words[:2] in form for form in printed)
        return {claim.quantity.low, claim.quantity.high or claim.quantity.low} <= values

    return [it for text in texts for it in claims(text, names, quotes=True) if not stands(it)]
