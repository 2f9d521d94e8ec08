"""Events → the timeline: equal events are merged, promises stand beside their outcomes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from generator.model.when import When
from generator.model.wording import Wording
from generator.resolve.fact_types import EventRecord
from generator.resolve.periods import days_in, deadline, last_day
from generator.resolve.record_reference import Label, LocatorRecord, Ref
from generator.resolve.records import ProgrammeRecord

Passed = Literal["target", "earliest"]


@dataclass(frozen=True)
class TimelineEntry:
    """One dated fact, with every document that tells it in the same way."""

    id: str
    kind: Label
    when: When | None
    planned: bool
    what: Wording
    subject: Ref
    agencies: tuple[str, ...]
    """Identifiers of the agency it is about, or that its programme belongs to."""
    sources: tuple[LocatorRecord, ...]
    passed: Passed | None
    """Of what is planned: that its day has passed, and no document tells what came of it."""
    outcomes: tuple["TimelineEntry", ...] = ()
    """Of a planned entry: what later documents say came of it."""
    promises: tuple["TimelineEntry", ...] = ()
    """The planned entries that it is the outcome of."""

    @property
    def date(self) -> str | None:
        """EDTF; what is only known to recur has none."""
        return self.when.date if self.when else None

    @property
    def documents(self) -> tuple[Ref, ...]:
        """The documents of its sources, each once."""
        return tuple(dict.fromkeys(it.document for it in self.sources))


@dataclass(frozen=True)
class TimelineYear:
    """The entries of one year, what recurs every year, or what no document dates."""

    year: str | None
    entries: tuple[TimelineEntry, ...]
    recurs: bool = False
    """Whether they are those of every year."""

    @property
    def planned(self) -> int:
        """How many of them are planned."""
        return sum(it.planned for it in self.entries)


def timeline(
    events: Iterable[EventRecord], programmes: Iterable[ProgrammeRecord], as_of: date
) -> tuple[TimelineEntry, ...]:
    """The entries, oldest first; a bare year comes at its end, then what recurs every year, and
    what has no date last of all."""
    owners = {it.id: _owners(it) for it in programmes}
    groups = alike_events(events)
    entries = [_entry(group, owners, as_of) for group in groups]
    return tuple(sorted(_linked(entries, groups), key=_order))


def alike_events(events: Iterable[EventRecord]) -> list[list[EventRecord]]:
    """The events in groups: what several documents tell of one happening in the same way."""
    groups: dict[tuple[object, ...], list[EventRecord]] = {}
    for event in events:
        key = (event.subject, event.kind.code, event.when, event.planned, event.what)
        groups.setdefault(key, []).append(event)
    return list(groups.values())


def timeline_years(entries: Iterable[TimelineEntry]) -> tuple[TimelineYear, ...]:
    """The newest year first, then what recurs, and last what has no date; each year's entries as
    they came. A fiscal year's stand in the year in which it begins."""
    years: dict[tuple[str, bool], list[TimelineEntry]] = {}
    for entry in entries:
        year = (entry.date or "")[:4]
        years.setdefault((year, not year and entry.when is not None), []).append(entry)
    return tuple(
        TimelineYear(year or None, tuple(years[year, recurs]), recurs)
        for year, recurs in sorted(years, reverse=True)
    )


def _owners(programme: ProgrammeRecord) -> tuple[str, ...]:
    refs = dict.fromkeys((programme.agency, programme.part_of))
    return tuple(ref.id for ref in refs if ref is not None and ref.kind == "agencies")


def _entry(
    group: list[EventRecord], owners: Mapping[str, tuple[str, ...]], as_of: date
) -> TimelineEntry:
    first, subject = group[0], group[0].subject
    return TimelineEntry(
        id=first.id,
        kind=first.kind,
        when=first.when,
        planned=first.planned,
        what=first.what,
        subject=subject,
        agencies=(subject.id,) if subject.kind == "agencies" else owners.get(subject.id, ()),
        sources=tuple(dict.fromkeys(source for it in group for source in it.sources)),
        passed=plan_passed(group, as_of),
    )


def plan_passed(group: Sequence[EventRecord], as_of: date) -> Passed | None:
    """What has passed where these equal events were planned and no outcome is known: the day that
    was the target, or the earliest, after which nothing is late."""
    when = group[0].when
    if not group[0].planned or any(it.outcome for it in group) or when is None:
        return None
    if when.bound == "earliest" and when.date is not None:
        return "earliest" if last_day(when) < as_of else None
    day = deadline(when)
    return "target" if day is not None and day < as_of else None


def _linked(
    entries: list[TimelineEntry], groups: list[list[EventRecord]]
) -> Iterable[TimelineEntry]:
    """The entries, with promises and outcomes pointing at one another."""
    of_event = {
        event.id: entry for entry, group in zip(entries, groups, strict=True) for event in group
    }
    outcomes: dict[str, dict[str, TimelineEntry]] = {}
    promises: dict[str, dict[str, TimelineEntry]] = {}
    for entry, group in zip(entries, groups, strict=True):
        for event in group:
            if event.outcome is not None:
                outcome = of_event[event.outcome.id]
                outcomes.setdefault(entry.id, {})[outcome.id] = outcome
                promises.setdefault(outcome.id, {})[entry.id] = entry
    for entry in entries:
        yield replace(
            entry,
            outcomes=tuple(outcomes.get(entry.id, {}).values()),
            promises=tuple(promises.get(entry.id, {}).values()),
        )


def _order(entry: TimelineEntry) -> tuple[bool, date, int, bool, str]:
    if entry.when is None:
        return True, date.max, 0, False, entry.id
    return False, last_day(entry.when), days_in(entry.when), entry.planned, entry.id
