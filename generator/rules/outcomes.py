"""Check that the outcome of a plan came later, and to the same subject."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event, EventList
from generator.resolve.periods import is_before


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers are told that the plan was carried out."""
    events_by_id: dict[str, tuple[str, Event]] = {
        event.id: (name, event)
        for name, events in catalogue.events.items()
        for event in events.record.events
    }
    for name, record_file in catalogue.events.items():
        for number, event in enumerate(record_file.record.events):
            if event.planned and event.outcome in events_by_id:
                subject, outcome = events_by_id[event.outcome]
                if not outcome.planned:
                    yield from _outcome(
                        catalogue, record_file, number, (name, event), (subject, outcome)
                    )


def _outcome(
    catalogue: Catalogue,
    record_file: RecordFile[EventList],
    number: int,
    plan: tuple[str, Event],
    outcome: tuple[str, Event],
) -> Iterator[Problem]:
    place = record_file.place("events", number, "outcome")
    if plan[0] != outcome[0]:
        message = say(
            "{id!r} is an event of {other!r}, not of {name!r}",
            id=outcome[1].id,
            other=outcome[0],
            name=plan[0],
        )
        yield Problem(place, message, say("give an event of the same file"))
    elif plan[1].document != outcome[1].document and is_before(
        outcome[1].date, _known(catalogue, plan[1].document)
    ):
        message = say(
            "{id!r}, {date}, was over when {document} came out",
            id=outcome[1].id,
            date=outcome[1].date,
            document=plan[1].document,
        )
        yield Problem(place, message, say("give what came of the plan, or correct the date"))


def _known(catalogue: Catalogue, document: str) -> str | None:
    record_file = catalogue.documents.get(document)
    return record_file.record.date if record_file else None
