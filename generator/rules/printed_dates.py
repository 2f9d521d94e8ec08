"""Every date beside a printed form is the one that the form gives, or says why it is not."""

from collections.abc import Iterator, Sequence

from generator.messages.message import say
from generator.messages.problem import Problem, Severity, quote_value
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, Held
from generator.model.document import Document
from generator.model.event import Event, EventList
from generator.model.figure import Figure, FigureList
from generator.model.wording import settle
from generator.resolve.printed.dates import Moment, counted_to, dates, outside_quotes

At = tuple[str | int, ...]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A date that nobody printed stands on the timeline like any other."""
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


def agrees(date: str, printed: Sequence[Moment]) -> bool:
    """Whether one of the printed dates is `date`; one without its year may be of any that is not
    contradicted by the years beside it."""
    whole = [it.date for it in printed if it.has_year]
    if date in whole:
        return True
    parts = [it.date.removeprefix("-") for it in printed if not it.has_year]
    years = {it[:4] for it in whole}
    return any(date[4:] == part for part in parts) and (not years or date[:4] in years)


def _event(held: Held[EventList], event: Event, at: At) -> Iterator[Problem]:
    if event.printed is None:
        return
    found = dates(event.printed)
    right = event.date is not None and agrees(event.date, found)
    if event.differs is not None:
        if right:
            message = say("`differs` is not needed: the date is as printed")
            yield Problem(held.place(*at, "differs"), message, say("remove it"))
    elif event.date is None:
        yield from _undated(held, event.printed, at)
    elif not right:
        yield _other(held, event.date, event.printed, found, (*at, "date"))


def _undated(held: Held[EventList], printed: str, at: At) -> Iterator[Problem]:
    """A year in a title says nothing of the event."""
    found = [it.date for it in dates(outside_quotes(printed)) if it.has_year]
    if found:
        yield Problem(
            held.place(*at, "printed"),
            say("{printed} gives a date, and the event has none", printed=quote_value(printed)),
            say("write `date: {date}`, or quote only the words without it", date=found[0]),
            severity=Severity.WARNING,
        )


def _other(
    held: Held[EventList], date: str, printed: str, found: Sequence[Moment], path: At
) -> Problem:
    place = held.place(*path)
    if not found:
        return Problem(
            place,
            say("{printed} could not be read as a date", printed=quote_value(printed)),
            say(
                "quote the date from the document; if it prints none, say in `differs` where "
                "{date} comes from",
                date=date,
            ),
        )
    return Problem(
        place,
        say("{printed} is printed, which is not {date}", printed=quote_value(printed), date=date),
        _remedy(date, found),
    )


def _remedy(date: str, found: Sequence[Moment]) -> str:
    given = list(dict.fromkeys(it.date for it in found))
    # What is printed without its year has the year that was typed.
    written = [date[:4] + it.removeprefix("-") if it.startswith("--") else it for it in given]
    return say(
        "write {dates}, with the precision printed; if the difference is meant, say why in "
        "`differs`",
        dates=" / ".join(written),
    )


def as_of_agrees(figure: Figure) -> bool:
    """Whether nothing in the form of a figure contradicts its day."""
    counted = counted_to(figure.printed)
    if figure.as_of is None:
        return counted is None or not counted.has_year
    found = (counted,) if counted is not None else dates(figure.printed)
    return not found or agrees(figure.as_of, found)


def _as_of(held: Held[FigureList], figure: Figure, at: At) -> Iterator[Problem]:
    """A form that gives the day with the number: 截至2023年12月約5 300個."""
    if figure.differs is not None or as_of_agrees(figure):
        return
    counted = counted_to(figure.printed)
    if figure.as_of is None:
        yield Problem(
            held.place(*at),
            say("{printed} gives the day of the number", printed=quote_value(figure.printed)),
            say("write `as_of: {date}`", date=counted.date if counted else ""),
        )
        return
    found = (counted,) if counted is not None else dates(figure.printed)
    message = say(
        "{printed} is printed, which is not {date}",
        printed=quote_value(figure.printed),
        date=figure.as_of,
    )
    yield Problem(held.place(*at, "as_of"), message, _remedy(figure.as_of, found))


def _budget(held: Held[Budget]) -> Iterator[Problem]:
    for number, it in enumerate(held.record.dates):
        found = dates(it.printed)
        if not agrees(it.date, found):
            message = say(
                "{printed} is printed, which is not {date}",
                printed=quote_value(it.printed),
                date=it.date,
            )
            tip = say("write the day that is printed")
            yield Problem(held.place("dates", number, "date"), message, tip)
    for number, statement in enumerate(held.record.statements):
        found = dates(statement.printed)
        days = [it for it in found if it.has_year and len(it.date) == len("2025-03-31")]
        if statement.as_of is not None and days and not agrees(statement.as_of, days):
            message = say(
                "{printed} is printed, which is not {date}",
                printed=quote_value(statement.printed),
                date=statement.as_of,
            )
            tip = say("write the day that is printed")
            yield Problem(held.place("statements", number, "as_of"), message, tip)


def _covers(held: Held[Document]) -> Iterator[Problem]:
    """The years that a plan's title names."""
    covers, title = held.record.covers, settle(held.record.title, held.record.script).text
    spans = [it.date for it in dates(title) if "/" in it.date]
    if covers is not None and spans and covers not in spans:
        message = say(
            "{printed} is printed, which is not {date}", printed=quote_value(title), date=covers
        )
        yield Problem(held.place("covers"), message, say("write {date}", date=spans[0]))
