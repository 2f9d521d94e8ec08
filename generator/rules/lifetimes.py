"""Check that agencies act, and belong to others, only between their founding and their end."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem, Severity
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.programme import Programme
from generator.resolve.organisation_tree import FORMER
from generator.resolve.periods import is_before
from generator.rules.erratum_excuses import excuse_check
from generator.rules.start_dates import past_events

FEW = 3
"""So many events after its end are each told; of more the end is likely to be mistyped."""
AFTER_THE_END = ("transferred", "reorganised", "published")
"""Kinds of event that a body's end may bring with it."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A page must not send readers to an agency that no longer exists."""
    for record_file in catalogue.agencies.values():
        yield from _own_dates(record_file)
        yield from _parent(catalogue, record_file)
        yield from _successor(catalogue, record_file)
        yield from _after_the_end(catalogue, record_file)
        yield from _datasets(catalogue, record_file)
    yield from _publishers(catalogue)
    yield from _programmes(catalogue)


def _ended(agency: Agency) -> bool:
    return agency.dissolved is not None or agency.kind == FORMER


def _own_dates(record_file: RecordFile[Agency]) -> Iterator[Problem]:
    record = record_file.record
    if is_before(record.dissolved, record.established):
        message = say(
            "dissolved {dissolved}, before it was established, {established}",
            dissolved=record.dissolved,
            established=record.established,
        )
        yield Problem(record_file.place("dissolved"), message, say("correct one of the two dates"))


def _parent(catalogue: Catalogue, record_file: RecordFile[Agency]) -> Iterator[Problem]:
    record = record_file.record
    above = catalogue.agencies.get(record.parent or "")
    if above is None or above is record_file:
        return
    parent = above.record
    if is_before(parent.dissolved, record.established):
        message = say(
            "{parent!r} was dissolved {dissolved}, before this body was established, {established}",
            parent=parent.id,
            dissolved=parent.dissolved,
            established=record.established,
        )
        yield Problem(record_file.place("parent"), message, _parent_tip(parent))
        return
    if _ended(parent) and not _ended(record):
        message = say("belongs to {parent!r}, a body that is no more", parent=parent.id)
        yield Problem(record_file.place("parent"), message, _parent_tip(parent))


def _parent_tip(agency: Agency) -> str:
    if agency.successor:
        return say(
            "name the body that it belongs to now, perhaps its successor {successor!r}; or correct "
            "data/agencies/{id}.yml",
            successor=agency.successor,
            id=agency.id,
        )
    return say(
        "name the body that it belongs to now, or correct data/agencies/{id}.yml", id=agency.id
    )


def _successor(catalogue: Catalogue, record_file: RecordFile[Agency]) -> Iterator[Problem]:
    record = record_file.record
    if record.successor is None or _follows_itself(catalogue, record):
        return  # rules/reference_cycles.py reports it
    place = record_file.place("successor")
    if not _ended(record):
        message = say("somebody took over from this body, but nothing says that it is no more")
        tip = say(
            "add `dissolved:` or write `kind: {former}`; or remove `successor`", former=FORMER
        )
        yield Problem(place, message, tip)
    after = catalogue.agencies.get(record.successor)
    if after and is_before(after.record.dissolved, record.dissolved):
        message = say(
            "{successor!r} was dissolved {before}, before this body, {dissolved}",
            successor=record.successor,
            before=after.record.dissolved,
            dissolved=record.dissolved,
        )
        yield Problem(place, message, say("correct one of the two dates, or `successor`"))


def _follows_itself(catalogue: Catalogue, agency: Agency) -> bool:
    seen, successor = {agency.id}, agency.successor
    while (
        successor and successor not in seen and (record_file := catalogue.agencies.get(successor))
    ):
        seen.add(successor)
        successor = record_file.record.successor
    return successor in seen


def _after_the_end(catalogue: Catalogue, record_file: RecordFile[Agency]) -> Iterator[Problem]:
    end, is_excused = record_file.record.dissolved, excuse_check(catalogue, "anachronism")
    if end is None or is_before(end, record_file.record.established):
        return
    late = [
        (events.place("events", number, "date"), event)
        for events, number, event in past_events(catalogue, record_file.record.id)
        if event.kind not in AFTER_THE_END
        and is_before(end, event.date)
        and not is_excused(record_file.record.id, event.document, event.line, event.printed)
    ]
    if len(late) > FEW:
        message = say(
            "dissolved {end}, but {number} events are later, first {first}",
            end=end,
            number=len(late),
            first=late[0][0],
        )
        yield Problem(record_file.place("dissolved"), message, say("correct one of the two dates"))
        return
    for place, event in late:
        message = say(
            "{date} is after the end of {name!r}: dissolved {end}",
            date=event.date,
            name=record_file.record.id,
            end=end,
        )
        tip = say("correct one of the two dates, or move the event to the body that took over")
        yield Problem(place, message, tip)


def _publishers(catalogue: Catalogue) -> Iterator[Problem]:
    for record_file in catalogue.documents.values():
        publisher = catalogue.agencies.get(record_file.record.publisher or "")
        if publisher and is_before(publisher.record.dissolved, record_file.record.date):
            message = say(
                "{publisher!r} was dissolved {end}, before this document came out, {date}",
                publisher=publisher.record.id,
                end=publisher.record.dissolved,
                date=record_file.record.date,
            )
            tip = say("name the body that stands on the document, or correct one of the dates")
            yield Problem(record_file.place("publisher"), message, tip)


def _programmes(catalogue: Catalogue) -> Iterator[Problem]:
    for record_file in catalogue.programmes.values():
        record = record_file.record
        if record.status == "planned" and record.launched:
            message = say("`status: planned`, but launched {date}", date=record.launched)
            tip = say("correct the status, or remove `launched`")
            yield Problem(record_file.place("status"), message, tip)
        if agency := catalogue.agencies.get(record.agency or ""):
            yield from _run_by(record_file, agency.record)


def _run_by(record_file: RecordFile[Programme], agency: Agency) -> Iterator[Problem]:
    record = record_file.record
    if record.status == "running" and _ended(agency):
        message = say("is running, but {agency!r} is no more", agency=agency.id)
        tip = say("name the body that runs it now, or leave `status` out")
        yield Problem(record_file.place("agency"), message, tip)


def _datasets(catalogue: Catalogue, record_file: RecordFile[Agency]) -> Iterator[Problem]:
    """Warn of datasets of an agency that has ended; somebody else may still maintain them."""
    names = [
        dataset.record.id
        for dataset in catalogue.datasets.values()
        if dataset.record.agency == record_file.record.id
    ]
    if names and _ended(record_file.record):
        message = say(
            "is no more, but publishes {number} datasets, first {name!r}",
            number=len(names),
            name=names[0],
        )
        tip = say("move them to the body that publishes them now, or correct this record")
        place = record_file.place("dissolved" if record_file.record.dissolved else "kind")
        yield Problem(place, message, tip, severity=Severity.WARNING)
