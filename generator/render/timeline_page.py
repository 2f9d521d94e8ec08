"""The timeline and the agencies with their chart · Records → pages."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from generator.render.page import Page
from generator.render.timeline_chart import anchor
from generator.resolve.organisation_tree import agency_changes, organisation_trees
from generator.resolve.record_reference import Label
from generator.resolve.resolve import Records
from generator.resolve.timeline import TimelineEntry, timeline, timeline_years


def timeline_page(records: Records) -> Page:
    """Every event, by year; the newest year stands first."""
    words, entries = records.words, timeline(records.events, records.programmes, records.as_of)
    years = timeline_years(entries)
    counts = Counter(agency for entry in entries for agency in entry.agencies)
    return Page(
        "timeline.md",
        "timeline.md.j2",
        words["timeline"],
        (words["timeline-description"],),
        {
            "count": len(entries),
            "years": years,
            "parts": [(anchor(it), it.year, it.recurs, it.entries) for it in years],
            "kinds": _kinds(entries),
            "agencies": [(it, counts[it.id]) for it in records.agencies if counts[it.id]],
        },
        script="timeline",
        rows={
            f"event-{entry.id}": {"kind": [entry.kind.code], "agency": list(entry.agencies)}
            for entry in entries
        },
    )


def agencies_page(records: Records) -> Page:
    """All agencies by kind, below a chart of who belongs to whom."""
    words, entries = records.words, timeline(records.events, records.programmes, records.as_of)
    by_kind = groupby(records.agencies, key=lambda it: it.kind)
    return Page(
        "agencies/index.md",
        "agencies.md.j2",
        words["agencies"],
        (words["agencies-about"],),
        {
            "kinds": [(kind, list(agencies)) for kind, agencies in by_kind],
            "trees": organisation_trees(records.agencies),
            "changes": list(agency_changes(records.agencies, entries)),
        },
    )


def _kinds(entries: Iterable[TimelineEntry]) -> list[tuple[Label, int]]:
    """The kinds there are with their numbers, the most frequent first."""
    counts = Counter(entry.kind for entry in entries)
    return sorted(counts.items(), key=lambda it: (-it[1], it[0].code))
