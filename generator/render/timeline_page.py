"""The timeline and the agencies with their chart · Records → pages."""

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

from generator.render.organisation_chart import organisation_chart
from generator.render.page import Page
from generator.render.timeline_chart import anchor, timeline_chart
from generator.resolve.organisation_tree import agency_changes, organisation_trees
from generator.resolve.record_reference import Label
from generator.resolve.resolve import Records
from generator.resolve.timeline import TimelineEntry, timeline, timeline_years


def timeline_page(records: Records) -> Page:
    """Every event, by year; the newest year stands first."""
    words, entries = records.words, timeline(records.events, records.programmes, records.as_of)
    years = timeline_years(entries)
    overview = timeline_chart(years, words)
    counts = Counter(agency for entry in entries for agency in entry.agencies)
    return Page(
        "timeline.md",
        "timeline.md.j2",
        words["timeline"],
        (words["timeline-description"],),
        {
            "count": len(entries),
            "overview": overview,
            "parts": [(anchor(it), it.year, it.recurs, it.entries) for it in years],
            "kinds": _kinds(entries),
            "agencies": [(it, counts[it.id]) for it in records.agencies if counts[it.id]],
        },
        script="timeline",
        charts=(overview,),
        rows={
            f"event-{entry.id}": {"kind": [entry.kind.code], "agency": list(entry.agencies)}
            for entry in entries
        },
    )


def agencies_page(records: Records) -> Page:
    """All agencies by kind, below a chart of who belongs to whom."""
    words, entries = records.words, timeline(records.events, records.programmes, records.as_of)
    by_kind = groupby(records.agencies, key=lambda it: it.kind)
    trees = organisation_trees(records.agencies)
    tree_chart = organisation_chart(trees, records)
    return Page(
        "agencies/index.md",
        "agencies.md.j2",
        words["agencies"],
        (words["agencies-about"],),
        {
            "kinds": [(kind, list(agencies)) for kind, agencies in by_kind],
            "trees": trees,
            "tree_chart": tree_chart,
            "changes": list(agency_changes(records.agencies, entries)),
        },
        charts=(tree_chart,) if trees else (),
    )


def _kinds(entries: Iterable[TimelineEntry]) -> list[tuple[Label, int]]:
    """The kinds there are with their numbers, the most frequent first."""
    counts = Counter(entry.kind for entry in entries)
    return sorted(counts.items(), key=lambda it: (-it[1], it[0].code))
