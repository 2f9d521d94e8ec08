"""Check that 年底, 最快, 每年 and their like are typed where they are printed, and only there."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.messages.message import say
from generator.messages.problem import Problem, Severity, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event, EventList
from generator.model.figure import Figure, FigureList
from generator.model.source import FieldPath
from generator.model.wording import settle, settle_any
from generator.resolve.printed.date_words import date_words
from generator.resolve.printed.dates import counted_to, dates, outside_quotes

SPANS = ("33", "34", "35", "36", "40", "41")
"""Quarters and halves of a year."""


@dataclass(frozen=True)
class _Statement:
    """What a record types of one thing that documents print beside dates."""

    field: str
    typed: str | int | None
    printed: frozenset[str] | frozenset[int]
    """What the document says, as the record quotes it."""
    told: frozenset[str] | frozenset[int]
    """What our own words say."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A date without them says another time: the end of a year is not the year, and the earliest
    time is no deadline."""
    for events in catalogue.events.values():
        for number, event in enumerate(events.record.events):
            yield from _event(events, event, ("events", number))
    for figures in catalogue.figures.values():
        for number, figure in enumerate(figures.record.figures):
            yield from _figure(figures, figure, ("figures", number))


def _event(record_file: RecordFile[EventList], event: Event, at: FieldPath) -> Iterator[Problem]:
    what = settle(event.what, record_file.record.script).text
    field = "date_printed" if event.date_printed else "printed"
    quoted = event.date_printed or event.printed
    if event.differs is None:
        for statement in _statements(event, what):
            yield from _compare(record_file, statement, at, (quoted, field), (what, "what"))
    yield from _own_words(record_file, event, what, at)


def _statements(event: Event, what: str) -> Iterator[_Statement]:
    quoted = (event.printed, event.date_printed)
    printed = [date_words(it, event.date) for it in quoted if it]
    told = date_words(what, event.date)
    months = frozenset(month for it in printed for month in it.months)
    yield _Statement("every", event.every, months, told.months)
    if event.date is None and event.every is None:
        return  # rules/printed_dates.py asks for the date first
    parts = frozenset(part for it in printed for part in it.parts)
    yield _Statement("part", event.part, parts, told.parts)
    bounds = frozenset(bound for it in printed for bound in it.bounds)
    if event.planned or event.bound:
        # 最早在2006年推出 is no plan: it tells of the first time.
        yield _Statement("bound", event.bound, bounds, told.bounds)


def _figure(
    record_file: RecordFile[FigureList], figure: Figure, at: FieldPath
) -> Iterator[Problem]:
    if figure.as_of is None or figure.differs is not None:
        return
    basis = settle_any(figure.basis, record_file.record.script)
    told = date_words(basis.text, figure.as_of).parts if basis else frozenset()
    printed = date_words(figure.printed, figure.as_of).parts
    if counted_to(figure.printed) is None:
        # The form is the number alone: `verify` holds the day against the line.
        printed = frozenset({figure.as_of_part}) if figure.as_of_part else frozenset()
    statement = _Statement("as_of_part", figure.as_of_part, printed, told)
    ours = (basis.text if basis else "", "basis")
    yield from _compare(record_file, statement, at, (figure.printed, "printed"), ours)


def _compare(
    record_file: RecordFile[EventList] | RecordFile[FigureList],
    statement: _Statement,
    at: FieldPath,
    quoted: tuple[str | None, str],
    ours: tuple[str, str],
) -> Iterator[Problem]:
    field, typed, printed = statement.field, statement.typed, statement.printed
    words = quote_value(quoted[0])
    if typed is not None and quoted[0] and typed not in printed:
        message = say(
            "`{field}: {value}` is typed, and {printed} does not say it",
            field=field,
            value=typed,
            printed=words,
        )
        removal = say("remove it, or quote the words of the document that say it")
        tip = _write(field, printed) if printed else removal
        yield Problem(record_file.place(*at, field), message, tip)
    elif typed is None and printed:
        yield _missing(record_file, field, printed, (*at, quoted[1]), words)
    elif typed is None and statement.told:
        text = quote_value(ours[0])
        yield _missing(record_file, field, statement.told, (*at, ours[1]), text)


def _missing(
    record_file: RecordFile[EventList] | RecordFile[FigureList],
    field: str,
    values: frozenset[str] | frozenset[int],
    path: FieldPath,
    words: str,
) -> Problem:
    message = say(
        "{printed} says more than the date, and `{field}` is missing",
        printed=words,
        field=field,
    )
    return Problem(record_file.place(*path), message, _write(field, values))


def _write(field: str, values: frozenset[str] | frozenset[int]) -> str:
    fields = " / ".join(f"`{field}: {value}`" for value in sorted(map(str, values)))
    return say("write {fields}; if the difference is meant, say why in `differs`", fields=fields)


def _own_words(
    record_file: RecordFile[EventList], event: Event, what: str, at: FieldPath
) -> Iterator[Problem]:
    """Warn of a date in our words that the event does not have: readers could not sort by it."""
    moments = [it.date for it in dates(outside_quotes(what)) if it.has_year]
    spans = [it for it in moments if "/" in it or it[5:] in SPANS]
    if event.date is None and moments:
        message = say("{what} gives a date, and the event has none", what=quote_value(what))
    elif event.date is not None and spans and event.date not in moments:
        message = say("{what} gives another date than `date`", what=quote_value(what))
    else:
        return
    tip = say("write `date: {date}`, or leave it out of the words", date=(spans or moments)[0])
    yield Problem(record_file.place(*at, "what"), message, tip, severity=Severity.WARNING)
