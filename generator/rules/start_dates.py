"""Check that agencies and programmes begin when their events say, and do nothing earlier."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event, EventList
from generator.resolve.periods import first_day, is_before
from generator.rules.dated_facts import DatedFact
from generator.rules.erratum_excuses import excuse_check
from generator.rules.event_dates import is_out_of_time

FOUNDING = ("founded",)
BEGINNINGS = ("launched", "opened", "published", "signed", "effective", "founded", "held")
"""Kinds of event with which a programme may begin."""
LATER = ("changed", "renamed", "held", "opened", "launched", "reorganised", "completed")
"""Kinds of event that happen only to a programme that is there; others may prepare it."""
EARLIER = ("planned", "developed", "transferred", "founded")
"""Kinds of event that may come before a body is there."""
LONG = 10
"""So many years before, nothing prepares a programme."""


@dataclass(frozen=True)
class _Beginning:
    """When something began, by its own record."""

    name: str
    field: str
    """`established` or `launched`; of an event its kind."""
    date: str
    place: Place
    kinds: Sequence[str]


def check(catalogue: Catalogue, today: date) -> Iterator[Problem]:
    """Of two dates for one beginning, one is mistyped."""
    for beginning in _beginnings(catalogue):
        if first_day(beginning.date) > today:
            continue  # rules/event_dates.py reports it
        contradiction = _contradiction(catalogue, beginning)
        if contradiction is not None:
            yield contradiction
        else:
            yield from _outside(catalogue, beginning)
    for record_file in catalogue.agencies.values():
        yield from _older_programmes(catalogue, record_file, today)


def past_events(
    catalogue: Catalogue, name: str
) -> Iterator[tuple[RecordFile[EventList], int, Event]]:
    """Past events of an agency or programme; those with an impossible date are left out."""
    record_file = catalogue.events.get(name)
    for number, event in enumerate(record_file.record.events if record_file else ()):
        if record_file and event.date is not None and not event.planned:
            place = record_file.place("events", number, "date")
            fact = DatedFact(name, event.date, place, event.document, event.line)
            if not is_out_of_time(catalogue, fact):
                yield record_file, number, event


def _beginnings(catalogue: Catalogue) -> Iterator[_Beginning]:
    for name, agency in catalogue.agencies.items():
        if day := agency.record.established:
            yield _Beginning(name, "established", day, agency.place("established"), FOUNDING)
        else:
            yield from _first(catalogue, name, FOUNDING)
    for name, programme in catalogue.programmes.items():
        if name in catalogue.agencies:
            continue  # rules/facts.py reports it
        if day := programme.record.launched:
            yield _Beginning(name, "launched", day, programme.place("launched"), BEGINNINGS)
        else:
            yield from _first(catalogue, name, BEGINNINGS)


def _first(catalogue: Catalogue, name: str, kinds: Sequence[str]) -> Iterator[_Beginning]:
    """The first event that is a beginning, for a record that gives none."""
    candidates = [
        (first_day(event.date), number, event.date, record_file.place("events", number, "date"))
        for record_file, number, event in past_events(catalogue, name)
        if event.kind == kinds[0] and event.date
    ]
    for _, _, day, place in sorted(candidates)[:1]:
        yield _Beginning(name, kinds[0], day, place, kinds)


def _contradiction(catalogue: Catalogue, beginning: _Beginning) -> Problem | None:
    """A problem if no event that tells of the beginning fits its date."""
    events = [
        event
        for _, _, event in past_events(catalogue, beginning.name)
        if event.kind in beginning.kinds
    ]
    first = [event for event in events if event.kind == beginning.kinds[0]] or events
    days = [(event, event.date) for event in first if event.date is not None]
    if not days or any(_overlap(beginning.date, day) for _, day in days):
        return None
    event, day = days[0]
    return Problem(
        beginning.place,
        say(
            "{field} {date} differs from the event {id!r}, {day}",
            field=beginning.field,
            date=beginning.date,
            id=event.id,
            day=day,
        ),
        say("hold both against the lines of the documents, and correct the one that is mistyped"),
    )


def _older_programmes(
    catalogue: Catalogue, record_file: RecordFile[Agency], today: date
) -> Iterator[Problem]:
    """Warn of programmes older than their agency, which may have taken them over."""
    record = record_file.record
    if record.established is None or first_day(record.established) > today:
        return
    older = [
        programme.record
        for programme in catalogue.programmes.values()
        if programme.record.agency == record.id
        and is_before(programme.record.launched, record.established)
    ]
    if older and not any(it.record.successor == record.id for it in catalogue.agencies.values()):
        message = say(
            "established {established}, but {id!r}, which it runs, was launched {launched}",
            established=record.established,
            id=older[0].id,
            launched=older[0].launched,
        )
        tip = say("correct one of the two dates, unless the body took it over from another")
        place = record_file.place("established")
        yield Problem(place, message, tip, severity=Severity.WARNING)


def _outside(catalogue: Catalogue, beginning: _Beginning) -> Iterator[Problem]:
    """Report what is dated before the beginning, and a second founding with another date."""
    is_excused = excuse_check(catalogue, "anachronism")
    days = [
        (record_file.place("events", number, "date"), event.date)
        for record_file, number, event in past_events(catalogue, beginning.name)
        if (_needs_it(beginning, event) and is_before(event.date, beginning.date))
        or event.kind in FOUNDING
        if not is_excused(beginning.name, event.document, event.line, event.printed)
    ]
    figures = catalogue.figures.get(beginning.name)
    for number, figure in enumerate(figures.record.figures if figures else ()):
        excused = is_excused(beginning.name, figure.document, figure.line, None)
        if figures and not excused and is_before(figure.as_of, beginning.date):
            days.append((figures.place("figures", number, "as_of"), figure.as_of))
    for place, day in days:
        if day and not _overlap(day, beginning.date):
            message = say(
                "{date} does not fit the beginning of {name!r}: {field} {day}",
                date=day,
                name=beginning.name,
                field=beginning.field,
                day=beginning.date,
            )
            tip = say(
                "correct one of the two dates; if the document really prints this, say so in "
                "data/errata/anachronism.yml, about {name}, with this document and line",
                name=beginning.name,
            )
            yield Problem(place, message, tip)


def _needs_it(beginning: _Beginning, event: Event) -> bool:
    """Whether the event cannot have happened before the beginning."""
    if event.kind == beginning.kinds[0]:
        return True
    if beginning.kinds == FOUNDING:
        return event.kind not in EARLIER
    far = int(beginning.date[:4]) - int((event.date or beginning.date)[:4]) > LONG
    return far or event.kind in LATER


def _overlap(first: str, second: str) -> bool:
    return not is_before(first, second) and not is_before(second, first)
