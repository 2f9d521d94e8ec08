"""Check that programmes, figures, events and errata name what exists, and each fact once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, closest_name
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.erratum import ErratumList
from generator.model.event import Event, EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import Figure, FigureList
from generator.model.kinds import kind_named, kind_of
from generator.model.programme import Programme
from generator.model.source import FieldPath
from generator.model.wording import typed_forms
from generator.rules.references import code, known, line
from generator.rules.registered_records import missing_file
from generator.rules.repetitions import repetitions


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A fact about nobody, or one that stands twice, would mislead a reader."""
    for programme in catalogue.programmes.values():
        yield from _programme(catalogue, programme)
    repeated = [
        *_repeated(say("figure"), catalogue.figures.values(), "figures"),
        *_repeated(say("event"), catalogue.events.values(), "events"),
        *_repeated(say("statement"), catalogue.statements.values(), "statements"),
        *_repeated(say("erratum"), catalogue.errata.values(), "errata"),
    ]
    yield from repeated
    # Of a copy the subject is not asked: perhaps the file itself is the mistake.
    copies = {problem.place.path for problem in repeated}
    for figures in catalogue.figures.values():
        if figures.source.path not in copies:
            yield from _subject(catalogue, figures)
        yield from _figures(catalogue, figures)
    for events in catalogue.events.values():
        if events.source.path not in copies:
            yield from _subject(catalogue, events)
        yield from _events(catalogue, events)
    for statements in catalogue.statements.values():
        if statements.source.path not in copies:
            yield from _subject(catalogue, statements)
    for exceptions in catalogue.exceptions.values():
        yield from _exceptions(catalogue, exceptions)


def check_errata(catalogue: Catalogue) -> Iterator[Problem]:
    """Check that an erratum names known subjects, documents and lines."""
    for record_file in catalogue.errata.values():
        yield from _errata(catalogue, record_file)


def check_series(catalogue: Catalogue) -> Iterator[Problem]:
    """Check that the series exist which a page written by hand shows."""
    known_series = {
        f"{record_file.record.id}-{figure.measure}"
        for record_file in catalogue.figures.values()
        for figure in record_file.record.figures
    }
    for prose in catalogue.prose.values():
        for number, identifier in enumerate(prose.record.figures):
            if identifier not in known_series:
                close = closest_name(identifier, known_series)
                tip = (
                    say("did you mean {close!r}?", close=close)
                    if close
                    else say("write <subject>-<measure>")
                )
                place = prose.place("figures", number)
                yield Problem(
                    place,
                    say("no figure has the series {identifier!r}", identifier=identifier),
                    tip,
                    needs=(missing_file(catalogue, "figures", identifier),),
                )


def _programme(catalogue: Catalogue, record_file: RecordFile[Programme]) -> Iterator[Problem]:
    if record_file.record.id in catalogue.agencies:
        message = say("{id!r} is an agency, too", id=record_file.record.id)
        yield Problem(
            record_file.place("id"), message, say("an identifier is one thing: choose another")
        )


def _figures(catalogue: Catalogue, record_file: RecordFile[FigureList]) -> Iterator[Problem]:
    record = record_file.record
    measures = {figure.measure for figure in record.figures}
    for number, item in enumerate(record_file.record.breaks):
        if item.measure not in measures:
            message = say("no figure here has the measure {measure!r}", measure=item.measure)
            tip = say("measures here: {measures}", measures=list_names(sorted(measures)))
            yield Problem(record_file.place("breaks", number, "measure"), message, tip)
    first: dict[tuple[str, str], int] = {}
    for number, figure in enumerate(record_file.record.figures):
        at = ("figures", number)
        before = first.setdefault((figure.measure, figure.document), number)
        if before != number:
            message = say(
                "{document} already has this measure: {id}",
                document=figure.document,
                id=record.figures[before].id,
            )
            tip = say("a series has one number of each document: give one of them another measure")
            yield Problem(record_file.place(*at, "measure"), message, tip)
        yield from code(catalogue, "measures", figure.measure, record_file.place(*at, "measure"))
        yield from code(catalogue, "units", figure.unit, record_file.place(*at, "unit"))
        if figure.amount:
            place = record_file.place(*at, "amount")
            yield from code(catalogue, "amount-kinds", figure.amount, place)
        if _repeats_its_measure(catalogue, figure):
            message = say("the basis says no more than the measure")
            yield Problem(record_file.place(*at, "basis"), message, say("leave basis out"))
        yield from _place(catalogue, record_file, figure, at)


def _repeats_its_measure(catalogue: Catalogue, figure: Figure) -> bool:
    if "measures" not in catalogue.vocabularies:
        return False
    terms = catalogue.vocabularies["measures"].record.terms
    labels = (typed_forms(it.label) for it in terms if it.code == figure.measure)
    return any(not set(it).isdisjoint(typed_forms(figure.basis)) for it in labels)


def _events(catalogue: Catalogue, record_file: RecordFile[EventList]) -> Iterator[Problem]:
    for number, event in enumerate(record_file.record.events):
        at = ("events", number)
        yield from code(catalogue, "event-kinds", event.kind, record_file.place(*at, "kind"))
        if event.date_line:
            date_place = record_file.place(*at, "date_line")
            yield from line(catalogue, event.document, event.date_line, date_place)
        yield from _place(catalogue, record_file, event, at)


def check_outcomes(catalogue: Catalogue) -> Iterator[Problem]:
    """Check that the outcome of a plan is an event that a document reports."""
    reported = {
        event.id
        for events in catalogue.events.values()
        for event in events.record.events
        if not event.planned
    }
    for record_file in catalogue.events.values():
        for number, event in enumerate(record_file.record.events):
            if event.outcome is not None:
                place = record_file.place("events", number, "outcome")
                yield from _outcome(event, place, reported)


def _outcome(event: Event, place: Place, reported: set[str]) -> Iterator[Problem]:
    if not event.planned:
        tip = say("only a planned event has one: remove it, or add `planned: true`")
        yield Problem(place, say("the outcome of something that is not planned"), tip)
    elif event.outcome not in reported:
        message = say("{outcome!r} is no event that a document reports", outcome=event.outcome)
        yield Problem(place, message, say("give the id of an event without `planned`"))


def _errata(catalogue: Catalogue, record_file: RecordFile[ErratumList]) -> Iterator[Problem]:
    yield from code(catalogue, "errata-kinds", record_file.record.id, record_file.place("id"))
    lists = catalogue.terminology.names.values()
    named = {name.id for names in lists for name in names.record.names}
    subjects = [*catalogue.programmes, *catalogue.agencies, *named]
    for number, erratum in enumerate(record_file.record.errata):
        for count, subject in enumerate(erratum.about):
            place = record_file.place("errata", number, "about", count)
            yield from known(subject, subjects, "programme", place)
        for count, spot in enumerate(erratum.locators):
            yield from _place(catalogue, record_file, spot, ("errata", number, "locators", count))


def _exceptions(catalogue: Catalogue, record_file: RecordFile[Exceptions]) -> Iterator[Problem]:
    document = record_file.record.id
    yield from known(document, catalogue.documents, "document", record_file.place("id"))
    record = record_file.record
    for field, items in (("unused", record.unused), ("sentences", record.sentences)):
        for number, item in enumerate(items):
            last = len(item.lines) - 1
            place = record_file.place(field, number, "lines", last)
            yield from line(catalogue, document, item.lines[last], place)


def _subject(catalogue: Catalogue, record_file: RecordFile[Any]) -> Iterator[Problem]:
    record = record_file.record
    kinds = {str(it.word): it for it in map(kind_named, kind_of(type(record)).about)}
    held = [word for word, kind in kinds.items() if record.id in catalogue.of(kind.model)]
    if held and record.subject not in held:
        message = say("{id!r} stands in data/{folder}/", id=record.id, folder=kinds[held[0]].folder)
        tip = say("write `subject: {subject}`", subject=held[0])
        yield Problem(record_file.place("subject"), message, tip)
    else:
        subjects = catalogue.of(kinds[record.subject].model)
        yield from known(record.id, subjects, record.subject, record_file.place("id"))


def _place(
    catalogue: Catalogue, record_file: RecordFile[Any], fact: Any, at: FieldPath
) -> Iterator[Problem]:
    place = record_file.place(*at, "document")
    yield from known(fact.document, catalogue.documents, "document", place)
    yield from line(catalogue, fact.document, fact.line, record_file.place(*at, "line"))


def _repeated(kind: str, lists: Iterable[RecordFile[Any]], field: str) -> Iterator[Problem]:
    """Report identifiers that repeat; of a file that is a copy of another, one problem."""
    places = [
        (fact.id, (record_file, record_file.place(field, number, "id")))
        for record_file in lists
        for number, fact in enumerate(getattr(record_file.record, field))
    ]
    places.sort(key=lambda it: not _at_home(it[1][0], it[0]))
    copied: dict[tuple[str, str], list[tuple[Place, str, Place]]] = defaultdict(list)
    for name, (record_file, place), (first_file, first_place) in repetitions(places):
        copied[record_file.source.path, first_file.source.path].append((place, name, first_place))
    for (path, original), facts in copied.items():
        place, name, first_place = min(facts)
        if path == original or len(facts) == 1:
            for place, name, first_place in facts:
                message = say(
                    "{what} {id!r} already stands at {first}", what=kind, id=name, first=first_place
                )
                yield Problem(place, message, say("identifiers are unique: choose another"))
        else:
            message = say(
                "{number} identifiers of this file already stand in {original}, first {id!r}",
                number=len(facts),
                original=original,
                id=name,
            )
            tip = say("give each an identifier of its own, or delete the copy")
            yield Problem(place, message, tip)


def _at_home(record_file: RecordFile[Any], identifier: str) -> bool:
    """Whether the identifier was made for this subject: by habit it begins with the subject's."""
    return identifier.startswith(f"{record_file.record.id}-")
