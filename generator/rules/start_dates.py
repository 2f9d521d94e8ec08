"""Who was founded and what was launched begins when its events say, and does nothing before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Held
from generator.model.event import Event, EventList
from generator.resolve.periods import first_day, is_before
from generator.rules.erratum_excuses import excused
from generator.rules.event_dates import Fact, out_of_time

FOUNDING = ("founded",)
LAUNCH = ("launched", "opened", "published", "signed", "effective", "founded", "held")
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
    """Two dates for one beginning: one of them is mistyped."""
    for it in _beginnings(catalogue):
        if first_day(it.date) > today:
            continue  # rules/times.py names it
        wrong = _differs(catalogue, it)
        if wrong is not None:
            yield wrong
        else:
            yield from _outside(catalogue, it)
    for held in catalogue.agencies.values():
        yield from _older_programmes(catalogue, held, today)


def reported(catalogue: Catalogue, name: str) -> Iterator[tuple[Held[EventList], int, Event]]:
    """The events of an agency or programme that are done, and whose date can be right."""
    held = catalogue.events.get(name)
    for number, event in enumerate(held.record.events if held else ()):
        if held and event.date is not None and not event.planned:
            place = held.place("events", number, "date")
            fact = Fact(name, event.date, place, event.document, event.line)
            if not out_of_time(catalogue, fact):
                yield held, number, event


def _beginnings(catalogue: Catalogue) -> Iterator[_Beginning]:
    for name, agency in catalogue.agencies.items():
        if day := agency.record.established:
            yield _Beginning(name, "established", day, agency.place("established"), FOUNDING)
        else:
            yield from _first(catalogue, name, FOUNDING)
    for name, programme in catalogue.programmes.items():
        if name in catalogue.agencies:
            continue  # rules/facts.py names it
        if day := programme.record.launched:
            yield _Beginning(name, "launched", day, programme.place("launched"), LAUNCH)
        else:
            yield from _first(catalogue, name, LAUNCH)


def _first(catalogue: Catalogue, name: str, kinds: Sequence[str]) -> Iterator[_Beginning]:
    """Where the record gives no beginning: the first event that is one."""
    found = [
        (first_day(event.date), number, event.date, held.place("events", number, "date"))
        for held, number, event in reported(catalogue, name)
        if event.kind == kinds[0] and event.date
    ]
    for _, _, day, place in sorted(found)[:1]:
        yield _Beginning(name, kinds[0], day, place, kinds)


def _differs(catalogue: Catalogue, it: _Beginning) -> Problem | None:
    """Unless one of the events that tell of the beginning may have been then."""
    told = [event for _, _, event in reported(catalogue, it.name) if event.kind in it.kinds]
    first = [event for event in told if event.kind == it.kinds[0]] or told
    days = [(event, event.date) for event in first if event.date is not None]
    if not days or any(_overlap(it.date, day) for _, day in days):
        return None
    event, day = days[0]
    return Problem(
        it.place,
        say(
            "{field} {date} differs from the event {id!r}, {day}",
            field=it.field,
            date=it.date,
            id=event.id,
            day=day,
        ),
        say("hold both against the lines of the documents, and correct the one that is mistyped"),
    )


def _older_programmes(catalogue: Catalogue, held: Held[Agency], today: date) -> Iterator[Problem]:
    """A warning: a body may take over what another one began."""
    record = held.record
    if record.established is None or first_day(record.established) > today:
        return
    older = [
        it.record
        for it in catalogue.programmes.values()
        if it.record.agency == record.id and is_before(it.record.launched, record.established)
    ]
    if older and not any(it.record.successor == record.id for it in catalogue.agencies.values()):
        message = say(
            "established {established}, but {id!r}, which it runs, was launched {launched}",
            established=record.established,
            id=older[0].id,
            launched=older[0].launched,
        )
        tip = say("correct one of the two dates, unless the body took it over from another")
        place = held.place("established")
        yield Problem(place, message, tip, severity=Severity.WARNING)


def _outside(catalogue: Catalogue, it: _Beginning) -> Iterator[Problem]:
    """What is dated before the beginning, and another founding at another time."""
    right = excused(catalogue, "anachronism")
    days = [
        (held.place("events", number, "date"), event.date)
        for held, number, event in reported(catalogue, it.name)
        if (_needs_it(it, event) and is_before(event.date, it.date)) or event.kind in FOUNDING
        if not right(it.name, event.document, event.line, event.printed)
    ]
    figures = catalogue.figures.get(it.name)
    for number, figure in enumerate(figures.record.figures if figures else ()):
        told = right(it.name, figure.document, figure.line, None)
        if figures and not told and is_before(figure.as_of, it.date):
            days.append((figures.place("figures", number, "as_of"), figure.as_of))
    for place, day in days:
        if day and not _overlap(day, it.date):
            message = say(
                "{date} does not fit the beginning of {name!r}: {field} {day}",
                date=day,
                name=it.name,
                field=it.field,
                day=it.date,
            )
            tip = say(
                "correct one of the two dates; if the document really prints this, say so in "
                "data/errata/anachronism.yml, about {name}, with this document and line",
                name=it.name,
            )
            yield Problem(place, message, tip)


def _needs_it(it: _Beginning, event: Event) -> bool:
    """Whether the event cannot have happened before the beginning."""
    if event.kind == it.kinds[0]:
        return True
    if it.kinds == FOUNDING:
        return event.kind not in EARLIER
    far = int(it.date[:4]) - int((event.date or it.date)[:4]) > LONG
    return far or event.kind in LATER


def _overlap(one: str, other: str) -> bool:
    return not is_before(one, other) and not is_before(other, one)
