"""The programmes' list, their comparison and a page each · Records → pages."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model.wording import Wording, fill
from generator.render.fact_charts import series_charts
from generator.render.fact_tables import (
    erratum_rows,
    event_rows,
    mentions,
    quoting,
    series_rows,
)
from generator.render.official_page import official_page
from generator.render.overview import (
    OverviewEntry,
    OverviewRow,
    claim_entry,
    dated_entry,
    status_entry,
    summary_basis,
)
from generator.render.page import Page
from generator.render.programme_conditions import (
    condition_groups,
    condition_order,
)
from generator.render.programme_finder import programme_finder
from generator.render.statements import statement_values
from generator.resolve.fact_types import EventRecord
from generator.resolve.record_reference import Ref
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records


def programme_pages(records: Records) -> Iterator[Page]:
    """The list, the comparison, then every programme."""
    yield programme_finder(records)
    yield _comparison(records)
    for programme in records.programmes:
        yield _programme(programme, records)


def _comparison(records: Records) -> Page:
    """Programmes side by side; docs/assets/compare.js fills it from their pages."""
    words = records.words
    return Page(
        "programmes/compare.md",
        "compare.md.j2",
        words["compare-title"],
        (words["compare-lead"],),
        {"labels": _compared(records), "kinds": list(_by_kind(records))},
        script="compare",
        is_wide=True,
    )


def _by_kind(records: Records) -> Iterator[tuple[Wording, list[ProgrammeRecord]]]:
    """Kinds in the order of the list, with what can be chosen of each."""
    for kind in records.programme_kinds:
        if of_kind := [it for it in records.programmes if it.kind.code == kind.code]:
            yield kind.label, of_kind


KEPT = ("eligibility", "coverage", "matching", "duration")
"""Kinds of condition that are compared though nothing is known of them."""


def _compared(records: Records) -> list[tuple[Wording, bool]]:
    """What a page says at its head, and whether it stands there though it is unknown of all."""
    words = records.words
    groups = [it for one in records.programmes for it in condition_groups(one, records)]
    groups.sort(key=lambda it: condition_order(it.code, records.term_kinds))
    labels = {it.label: it.code in KEPT for it in groups}
    return [
        (words["run-by"], True),
        (words["part-of"], False),
        *labels.items(),
        (words["status"], True),
        (words["launched"], True),
        (words["official-page"], True),
    ]


def _programme(programme: ProgrammeRecord, records: Records) -> Page:
    words = records.words
    launches = _launches(programme, words)
    in_table = [series for series in programme.facts.series if not series.is_told_at_head]
    events = [event for event in programme.facts.events if event not in launches]
    charts = tuple(series_charts(programme.facts.series, records))
    return Page(
        f"programmes/{programme.id}.md",
        "programme.md.j2",
        programme.name,
        (programme.name, *([programme.summary] if programme.summary else [programme.kind.label])),
        {
            "programme": programme,
            "summary": summary_basis(programme),
            "former_names": claim_entry(programme.claims, "former_names"),
            "is_only_named": _is_only_named(programme),
            "official": official_page(programme, records) if programme.for_applicants else None,
            "overview": list(_overview(programme, records)),
            "series": series_rows(in_table, records),
            "charts": charts,
            "events": event_rows(events, records.as_of),
            "errata": erratum_rows(programme.facts.errata),
            "mentions": list(mentions(programme)),
            **statement_values(programme.facts.statements, programme.facts.concerning, records),
        },
        record=programme.id,
        locators=programme.locators,
        charts=charts,
    )


def _overview(programme: ProgrammeRecord, records: Records) -> Iterator[OverviewRow]:
    """Conditions in the order of their kinds, then since when, status, whole and official page."""
    words = records.words
    for group in condition_groups(programme, records):
        yield group.label, group.entries
    if programme.launched:
        entry = dated_entry(programme.launched, programme.facts.events)
        quoted = tuple(quoting(_launches(programme, words)))
        yield words["launched"], (replace(entry, quoting=quoted),)
    if status := status_entry(programme):
        yield words["status"], (status,)
    if programme.agency:
        joint = (
            claim_entry(programme.claims, "joint_agencies", ref=agency)
            for agency in programme.joint_agencies
        )
        entry = claim_entry(programme.claims, "agency", ref=programme.agency)
        yield words["run-by"], (entry, *joint)
    if programme.part_of:
        entry = claim_entry(programme.claims, "part_of", ref=programme.part_of)
        yield words["part-of"], (entry,)
    if _is_only_named(programme):
        named_after = tuple(_datasets_named_after(programme, records))
        if named_after:
            yield words["datasets-named-after"], named_after
    if programme.parts:
        yield words["parts"], tuple(OverviewEntry(ref=it) for it in programme.parts)
    if programme.links:
        yield words["official-page"], (OverviewEntry(links=programme.links),)


def _launches(programme: ProgrammeRecord, words: Mapping[str, Wording]) -> list[EventRecord]:
    """The events of which the day of its launch, at the head of the page, says all."""
    pattern = words["launch-alone"].text
    return [it for it in programme.facts.events if _says_launched_alone(it, programme, pattern)]


def _says_launched_alone(event: EventRecord, programme: ProgrammeRecord, pattern: str) -> bool:
    """Whether an event says no more than that the programme was launched on its day, in the words
    of `pattern`."""
    if event.planned or event.outcome or event.date != programme.launched:
        return False
    what = event.what.text.translate({ord("「"): None, ord("」"): None})
    names = (programme.name, *programme.aliases)
    return any(what == fill(pattern, {"name": name.text}) for name in names)


def _is_only_named(programme: ProgrammeRecord) -> bool:
    """Whether the documents say of it no more than its name, and what it belongs to."""
    facts = programme.facts
    said = (programme.summary, programme.status, programme.launched, programme.conditions)
    return not any((*said, facts.series, facts.events))


def _datasets_named_after(programme: ProgrammeRecord, records: Records) -> Iterator[OverviewEntry]:
    """Datasets whose name holds a name of the programme, in the script of either."""
    wordings = (programme.name, *programme.aliases, *(it.form for it in programme.printed))
    names = [it for wording in wordings for it in (wording.text, wording.other) if it]
    for dataset in records.datasets:
        texts = (dataset.name.text, dataset.name.other or "")
        if any(name in text for name in names for text in texts):
            yield OverviewEntry(ref=Ref("datasets", dataset.id, dataset.name))
