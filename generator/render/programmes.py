"""The programmes' index and a page each · Records → pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model.link import Links
from generator.model.wording import Wording
from generator.render.fact_charts import series_charts
from generator.render.fact_tables import erratum_rows, event_rows, quoting, series_rows
from generator.render.page import Page
from generator.render.statements import statement_values
from generator.resolve.fact_types import ConditionRecord, FigureRecord
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records


@dataclass(frozen=True)
class OverviewEntry:
    """One line of an overview: a text, a number, a date, a record or official pages."""

    sources: tuple[LocatorRecord, ...] = ()
    text: Wording | None = None
    figure: FigureRecord | None = None
    date: str | None = None
    ref: Ref | None = None
    links: Links | None = None
    quoting: tuple[ConditionRecord, ...] = ()
    """Conditions whose quotations stand behind the sources."""


OverviewRow = tuple[Wording, tuple[OverviewEntry, ...]]


def programme_pages(records: Records) -> Iterator[Page]:
    """The index, then every programme."""
    yield _index(records)
    for programme in records.programmes:
        yield _programme(programme, records)


def _index(records: Records) -> Page:
    words = records.words
    open_to = [it for it in records.programmes if it.for_applicants]
    others = [it for it in records.programmes if not it.for_applicants]
    return Page(
        "programmes/index.md",
        "programmes.md.j2",
        words["programmes"],
        (words["programmes-lead"],),
        {
            "count": len(records.programmes),
            "open_count": len(open_to),
            "open_kinds": [
                (kind, *_split_by_conditions(group, records.term_kinds))
                for kind, group in groupby(open_to, key=lambda it: it.kind)
            ],
            "kinds": [
                (kind, list(group)) for kind, group in groupby(others, key=lambda it: it.kind)
            ],
        },
    )


ApplicantSummary = dict[str, tuple[OverviewEntry, ...]]


def _split_by_conditions(
    programmes: Iterable[ProgrammeRecord], order: Sequence[str]
) -> tuple[list[tuple[ProgrammeRecord, ApplicantSummary]], list[ProgrammeRecord]]:
    """Programmes with a summary of their conditions; and those that documents only name."""
    summaries = [(it, _applicant_summary(it, order)) for it in programmes]
    return (
        [(it, brief) for it, brief in summaries if any(brief.values())],
        [it for it, brief in summaries if not any(brief.values())],
    )


def _applicant_summary(programme: ProgrammeRecord, order: Sequence[str]) -> ApplicantSummary:
    """What an applicant asks first: who, how much, and with which share of one's own."""
    rows = _conditions(programme, order)
    who = _newest(rows.get("eligibility", ()))
    amount = [*rows.get("amount", ()), *rows.get("ceiling", ()), *rows.get("allowance", ())]
    return {"who": who, "amount": tuple(amount), "matching": _newest(rows.get("matching", ()))}


def _newest(entries: tuple[OverviewEntry, ...]) -> tuple[OverviewEntry, ...]:
    """Of what several documents say, what the newest says; its page has all of it."""
    newest = max((it.document.id for entry in entries for it in entry.sources), default="")
    return tuple(it for it in entries if newest in {place.document.id for place in it.sources})


def _programme(programme: ProgrammeRecord, records: Records) -> Page:
    words = records.words
    return Page(
        f"programmes/{programme.id}.md",
        "programme.md.j2",
        programme.name,
        (programme.name, *([programme.summary] if programme.summary else [programme.kind.label])),
        {
            "programme": programme,
            "rows": list(_overview(programme, records)),
            "series": series_rows(programme.facts.series, words),
            "charts": series_charts(programme.facts.series, words),
            "events": event_rows(programme.facts.events, records.as_of),
            "errata": erratum_rows(programme.facts.errata),
            **statement_values(programme.facts.statements, programme.facts.concerning, records),
        },
        record=programme.id,
        locators=programme.locators,
    )


def _overview(programme: ProgrammeRecord, records: Records) -> Iterator[OverviewRow]:
    """Conditions in the order of their kinds, then since when, status, whole and official page."""
    words = records.words
    labels = {it.kind.code: it.kind.label for it in programme.conditions}
    labels |= {it.term.code: it.term.label for it in programme.facts.series if it.term}
    for code, entries in _conditions(programme, records.term_kinds).items():
        yield labels[code], entries
    if programme.launched:
        dated = [it for it in programme.facts.events if it.date == programme.launched]
        sources = tuple(dict.fromkeys(it.source for it in dated))
        yield words["launched"], (OverviewEntry(sources, date=programme.launched),)
    if programme.status:
        yield words["status"], (OverviewEntry(text=programme.status.label),)
    if programme.agency:
        yield words["run-by"], (OverviewEntry(ref=programme.agency),)
    if programme.part_of:
        yield words["part-of"], (OverviewEntry(ref=programme.part_of),)
    if programme.parts:
        yield words["parts"], tuple(OverviewEntry(ref=it) for it in programme.parts)
    if programme.links:
        yield words["official-page"], (OverviewEntry(links=programme.links),)


def _conditions(
    programme: ProgrammeRecord, order: Sequence[str]
) -> dict[str, tuple[OverviewEntry, ...]]:
    """Kind of condition → what the documents say, the newest number of each measure."""
    by_kind: dict[str, list[OverviewEntry]] = {}
    for condition in programme.conditions:
        by_kind.setdefault(condition.kind.code, []).append(_entry(condition))
    for series in programme.facts.series:
        if series.term:
            entry = OverviewEntry((series.newest.source,), figure=series.newest)
            by_kind.setdefault(series.term.code, []).append(entry)
    return {code: tuple(_merge_sources(by_kind[code])) for code in sorted(by_kind, key=order.index)}


def _entry(condition: ConditionRecord) -> OverviewEntry:
    return OverviewEntry((condition.source,), text=condition.text, quoting=(condition,))


def _merge_sources(entries: Iterable[OverviewEntry]) -> Iterator[OverviewEntry]:
    """What two documents say alike stands once, with both sources."""
    merged: dict[OverviewEntry, list[OverviewEntry]] = {}
    for entry in entries:
        merged.setdefault(replace(entry, sources=(), quoting=()), []).append(entry)
    for entry, alike in merged.items():
        sources = tuple(source for it in alike for source in it.sources)
        quoted = tuple(quoting(condition for it in alike for condition in it.quoting))
        yield replace(entry, sources=sources, quoting=quoted)
