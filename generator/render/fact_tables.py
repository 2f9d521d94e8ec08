"""Figures, events and errata in the order and the groups in which tables show them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from unicodedata import normalize

from generator.model.erratum import ErratumLevel
from generator.model.wording import Wording
from generator.render.series_finding import finding
from generator.resolve.claims import SupportRecord
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    FigureRecord,
    SeriesRecord,
    SpotRecord,
)
from generator.resolve.printed.quotation import compact_line
from generator.resolve.record_reference import LocatorRecord, PrintedRecord
from generator.resolve.records import AgencyRecord, ProgrammeRecord
from generator.resolve.resolve import Records
from generator.resolve.timeline import Passed, alike_events, plan_passed
from generator.script.phrase import PageText

T = TypeVar("T")
QuotedFact = TypeVar(
    "QuotedFact",
    bound=ConditionRecord | EventRecord | FigureRecord | PrintedRecord | SupportRecord,
)
SPOTS_SHOWN = 4
"""Places of an erratum that are shown at once; the others are folded, or left to its own page."""


@dataclass(frozen=True)
class SeriesRow:
    """The numbers of one measure, newest first, and how the newest stands to the one before."""

    series: SeriesRecord
    newest: FigureRecord
    earlier: tuple[FigureRecord, ...]
    lacks_day: bool
    """Whether one of the numbers has no date in the documents."""
    change: Wording | None
    """`較前增加`, `較前減少`, `與前相同`; none where the numbers do not compare."""
    finding: PageText | None
    """The same in a sentence with its times and numbers, where the newest grew or fell."""


@dataclass(frozen=True)
class EventRow:
    """An event, with every document that tells it in the same way."""

    event: EventRecord
    sources: tuple[LocatorRecord, ...]
    outcome: EventRecord | None
    passed: Passed | None
    """Of what is planned: that its day has passed, and no document tells what came of it."""
    quoting: tuple[EventRecord, ...] = ()
    """Those of the events whose quotation another does not repeat."""


@dataclass(frozen=True)
class ErratumRow:
    """An erratum on the page of a record it concerns."""

    erratum: ErratumRecord
    sources: tuple[LocatorRecord, ...]
    more: int
    """Lines that only the page of the errata names."""


def series_rows(series: Iterable[SeriesRecord], records: Records) -> list[SeriesRow]:
    """A row for each measure."""
    return [
        SeriesRow(
            series=numbers,
            newest=numbers.newest,
            earlier=tuple(reversed(numbers.figures[:-1])),
            lacks_day=any(it.when is None for it in numbers.figures),
            change=None if numbers.change == "other" else records.words[f"change-{numbers.change}"],
            finding=finding(numbers, records),
        )
        for numbers in series
    ]


def event_rows(events: Iterable[EventRecord], as_of: date) -> list[EventRow]:
    """A row for each happening; editions that tell it alike share one."""
    return [
        EventRow(
            event=group[0],
            sources=tuple(source for it in group for source in it.sources),
            outcome=next((it.outcome for it in reversed(group) if it.outcome), None),
            passed=plan_passed(group, as_of),
            quoting=tuple(quoting(group)),
        )
        for group in alike_events(events)
    ]


def erratum_rows(errata: Iterable[ErratumRecord]) -> list[ErratumRow]:
    """A row for each erratum that touches a fact, with its first lines."""
    return [
        ErratumRow(erratum, erratum.sources[:SPOTS_SHOWN], len(erratum.sources[SPOTS_SHOWN:]))
        for erratum in errata_of(errata, "fact")
    ]


def errata_of(errata: Iterable[ErratumRecord], level: ErratumLevel) -> list[ErratumRecord]:
    """Those of one level."""
    return [it for it in errata if it.level.code == level]


def quoting(facts: Iterable[QuotedFact]) -> list[QuotedFact]:
    """Of facts told alike the quoted ones; what two editions print alike, or another of the
    clauses holds, is quoted once."""
    first = _first_of_words((it.quotation, it) for it in facts if it.quotation is not None)
    return [
        fact
        for words, fact in first.items()
        if not any(words in other and words != other for other in first)
    ]


def quoted_spots(spots: Iterable[SpotRecord]) -> list[SpotRecord]:
    """Of the words that say one thing, those that differ."""
    return list(_first_of_words((it.printed, it) for it in spots).values())


def _first_of_words(quoted: Iterable[tuple[Wording, T]]) -> dict[str, T]:
    """Words, however they are spaced → the first that is taken from them."""
    first: dict[str, T] = {}
    for wording, fact in quoted:
        first.setdefault(normalize("NFKC", compact_line(wording.text)), fact)
    return first


def mentions(
    record: AgencyRecord | ProgrammeRecord,
) -> Iterator[tuple[LocatorRecord, Sequence[PrintedRecord | SupportRecord]]]:
    """Each place that mentions a record, with the clauses quoted from there: those on which it
    rests, and those in which its names stand."""
    by_place: dict[LocatorRecord, list[PrintedRecord]] = {}
    for name in (*record.stands, *record.printed):
        by_place.setdefault(name.source, []).append(name)
    for locator in record.locators:
        yield locator, quoting((*record.claims.on(locator), *by_place.get(locator, ())))
