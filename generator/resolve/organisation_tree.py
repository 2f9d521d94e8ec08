"""Which agency belongs to which, as far as documents say · AgencyRecords → trees."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.resolve.records import AgencyRecord
from generator.resolve.timeline import TimelineEntry

FORMER = "former"
"""The kind of agencies that have become part of another."""
CHANGES = ("renamed", "reorganised")
"""The kinds of events that tell what an agency became."""


@dataclass(frozen=True)
class Node:
    """An agency of the chart with those that belong to it."""

    agency: AgencyRecord
    former: bool
    parts: tuple["Node", ...]


@dataclass(frozen=True)
class AgencyChange:
    """What became of an agency: the events, or what its record says where none is dated."""

    agency: AgencyRecord
    entries: tuple[TimelineEntry, ...]


def organisation_trees(agencies: Iterable[AgencyRecord]) -> tuple[Node, ...]:
    """The trees of all agencies with parts; an agency that stands alone is in none."""
    by_id = {it.id: it for it in agencies}
    return tuple(_node(it, by_id) for it in by_id.values() if it.parts and it.parent is None)


def agency_changes(
    agencies: Iterable[AgencyRecord], entries: Iterable[TimelineEntry]
) -> Iterator[AgencyChange]:
    """Renamed, reorganised and former agencies, in the order given."""
    entries_of: dict[str, list[TimelineEntry]] = {}
    for entry in entries:
        if entry.subject.kind == "agencies" and entry.kind.code in CHANGES and not entry.planned:
            entries_of.setdefault(entry.subject.id, []).append(entry)
    for agency in agencies:
        if agency.id in entries_of or (agency.kind.code == FORMER and agency.summary is not None):
            yield AgencyChange(agency, tuple(entries_of.get(agency.id, ())))


def _node(agency: AgencyRecord, by_id: Mapping[str, AgencyRecord]) -> Node:
    parts = tuple(_node(by_id[part.id], by_id) for part in agency.parts)
    return Node(agency, agency.kind.code == FORMER, parts)
