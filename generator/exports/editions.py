"""The day each document stands for, which is what feeds carry instead of a clock."""

from datetime import date

from generator.resolve.fact import EventRecord, FigureRecord
from generator.resolve.periods import last_day
from generator.resolve.records import DocumentRecord, FactRecord, Records


def edition_days(records: Records) -> dict[str, date]:
    """Document → the last day that its printed date may mean.

    A document that prints none is at least as new as what it reports: the newest day of its figures
    and past events. One that reports no day either is as old as the data.
    """
    newest = date.fromisoformat(records.data_as_of)
    return {
        it.document.id: _printed(it) or _reported(it, newest) or newest for it in records.documents
    }


def _printed(it: DocumentRecord) -> date | None:
    return last_day(it.document.date) if it.document.date else None


def _reported(it: DocumentRecord, newest: date) -> date | None:
    days = [last_day(day) for _, _, fact in it.facts if (day := _day_of(fact))]
    # A year that has just begun counts to its end; no report is newer than the data.
    return max((day for day in days if day <= newest), default=None)


def _day_of(fact: FactRecord) -> str | None:
    match fact:
        case FigureRecord():
            return fact.as_of
        case EventRecord():
            return None if fact.planned else fact.date
        case _:
            return None
