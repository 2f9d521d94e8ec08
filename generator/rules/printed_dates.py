"""Check that every date is the one printed beside it, or that the record says why not."""

from collections.abc import Iterator, Sequence

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.event import Event, EventList
from generator.model.figure import Figure, FigureList
from generator.model.source import FieldPath
from generator.model.wording import settle
from generator.resolve.printed.dates import Moment, counted_to, dates, outside_quotes


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """The timeline would show a date that no document prints like any other."""
    for events in catalogue.events.values():
        for number, event in enumerate(events.record.events):
            yield from _event(events, event, ("events", number))
    for figures in catalogue.figures.values():
        for number, figure in enumerate(figures.record.figures):
            yield from _as_of(figures, figure, ("figures", number))
    for budget in catalogue.budgets.values():
        yield from _budget(budget)
    for document in catalogue.documents.values():
        yield from _covers(document)


def date_agrees(date: str, printed: Sequence[Moment]) -> bool:
    """Whether one of the printed dates is `date`; one without its year may be of any that is not
    contradicted by the years beside it."""
    whole = [it.date for it in printed if it.has_year]
    if date in whole:
        return True
    parts = [it.date.removeprefix("-") for it in printed if not it.has_year]
    years = {it[:4] for it in whole}
    return any(date[4:] == part for part in parts) and (not years or date[:4] in years)


def _event(record_file: RecordFile[EventList], event: Event, at: FieldPath) -> Iterator[Problem]:
    printed = event.date_printed or event.printed
    if printed is None:
        return
    moments = dates(printed)
    is_printed = event.date is not None and date_agrees(event.date, moments)
    if event.differs is not None:
        if is_printed:
            message = say("`differs` is not needed: the date is as printed")
            yield Problem(record_file.place(*at, "differs"), message, say("remove it"))
    elif event.date is None:
        yield from _undated(record_file, printed, at)
    elif not is_printed:
        yield _disagreement(record_file, event.date, printed, moments, (*at, "date"))


def _undated(record_file: RecordFile[EventList], printed: str, at: FieldPath) -> Iterator[Problem]:
    """Report a printed date that the event lacks; a year inside a title does not count."""
    printed_dates = [it.date for it in dates(outside_quotes(printed)) if it.has_year]
    if printed_dates:
        yield Problem(
            record_file.place(*at, "printed"),
            say("{printed} gives a date, and the event has none", printed=quote_value(printed)),
            say("write `date: {date}`, or quote only the words without it", date=printed_dates[0]),
            severity=Severity.WARNING,
        )


def _disagreement(
    record_file: RecordFile[EventList],
    date: str,
    printed: str,
    moments: Sequence[Moment],
    path: FieldPath,
) -> Problem:
    place = record_file.place(*path)
    if not moments:
        return Problem(
            place,
            say("{printed} could not be read as a date", printed=quote_value(printed)),
            say(
                "quote the date from the document, in `date_printed` if another line prints it; if "
                "it prints none, say in `differs` where {date} comes from",
                date=date,
            ),
        )
    return _differs(place, printed, date, _remedy(date, moments))


def _differs(place: Place, printed: str, date: str, tip: str) -> Problem:
    message = say(
        "{printed} is printed, which is not {date}", printed=quote_value(printed), date=date
    )
    return Problem(place, message, tip)


def _remedy(date: str, moments: Sequence[Moment]) -> str:
    given = list(dict.fromkeys(it.date for it in moments))
    # What is printed without its year has the year that was typed.
    candidates = [date[:4] + it.removeprefix("-") if it.startswith("--") else it for it in given]
    return say(
        "write {dates}, with the precision printed; if the difference is meant, say why in "
        "`differs`",
        dates=" / ".join(candidates),
    )


def as_of_agrees(figure: Figure) -> bool:
    """Whether nothing in the form of a figure contradicts its day."""
    counted = counted_to(figure.printed)
    if figure.as_of is None:
        return counted is None or not counted.has_year
    moments = (counted,) if counted is not None else dates(figure.printed)
    return not moments or date_agrees(figure.as_of, moments)


def _as_of(record_file: RecordFile[FigureList], figure: Figure, at: FieldPath) -> Iterator[Problem]:
    """A form that gives the day with the number: 截至2023年12月約5 300個."""
    if figure.differs is not None or as_of_agrees(figure):
        return
    counted = counted_to(figure.printed)
    if figure.as_of is None:
        yield Problem(
            record_file.place(*at),
            say("{printed} gives the day of the number", printed=quote_value(figure.printed)),
            say("write `as_of: {date}`", date=counted.date if counted else ""),
        )
        return
    moments = (counted,) if counted is not None else dates(figure.printed)
    remedy = _remedy(figure.as_of, moments)
    yield _differs(record_file.place(*at, "as_of"), figure.printed, figure.as_of, remedy)


def _budget(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    tip = say("write the day that is printed")
    for number, date_statement in enumerate(record_file.record.dates):
        moments = dates(date_statement.printed)
        if not date_agrees(date_statement.date, moments):
            place = record_file.place("dates", number, "date")
            yield _differs(place, date_statement.printed, date_statement.date, tip)
    for number, statement in enumerate(record_file.record.statements):
        moments = dates(statement.printed)
        days = [it for it in moments if it.has_year and len(it.date) == len("2025-03-31")]
        if statement.as_of is not None and days and not date_agrees(statement.as_of, days):
            place = record_file.place("statements", number, "as_of")
            yield _differs(place, statement.printed, statement.as_of, tip)


def _covers(record_file: RecordFile[Document]) -> Iterator[Problem]:
    """The years that a plan's title names."""
    covers, title = (
        record_file.record.covers,
        settle(record_file.record.title, record_file.record.script).text,
    )
    spans = [it.date for it in dates(title) if "/" in it.date]
    if covers is not None and spans and covers not in spans:
        tip = say("write {date}", date=spans[0])
        yield _differs(record_file.place("covers"), title, covers, tip)
