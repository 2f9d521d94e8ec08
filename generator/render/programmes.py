"""The programmes' index and a page each · Records → pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from generator.model.wording import Wording
from generator.render.fact_charts import series_charts
from generator.render.fact_tables import (
    erratum_rows,
    event_rows,
    mentions,
    quoting,
    series_rows,
)
from generator.render.overview import (
    OverviewEntry,
    OverviewRow,
    claim_entry,
    summary_basis,
)
from generator.render.page import Page
from generator.render.statements import statement_values
from generator.resolve.fact_types import ConditionRecord
from generator.resolve.record_reference import Ref
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records


def programme_pages(records: Records) -> Iterator[Page]:
    """The index, then every programme."""
    yield _index(records)
    for programme in records.programmes:
        yield _programme(programme, records)


def _index(records: Records) -> Page:
    words = records.words
    open_to = [it for it in records.programmes if it.for_applicants]
    others = [it for it in records.programmes if not it.for_applicants]
    open_kinds = [
        (kind, *_split_by_conditions(group, records))
        for kind, group in groupby(open_to, key=lambda it: it.kind)
    ]
    return Page(
        "programmes/index.md",
        "programmes.md.j2",
        words["programmes"],
        (words["programmes-lead"],),
        {
            "count": len(records.programmes),
            "open_count": len(open_to),
            "open_kinds": open_kinds,
            "has_unknown": any(
                programme.status is None or not all(brief.columns)
                for _, items, _ in open_kinds
                for programme, brief in items
            ),
            "kinds": [
                (kind, list(group)) for kind, group in groupby(others, key=lambda it: it.kind)
            ],
        },
    )


MONEY = ("amount", "ceiling", "rate", "allowance", "commitment")
"""Kinds of condition that say how much."""
LabelledEntries = list[tuple[Wording | None, OverviewEntry]]
"""Each with the kind of condition that it is, where the column does not say it."""


@dataclass(frozen=True)
class ApplicantSummary:
    """What an applicant asks first. What the page of the programme says has a place in it."""

    who: LabelledEntries
    amounts: LabelledEntries
    conditions: LabelledEntries
    """All others, first with which share of one's own."""

    @property
    def columns(self) -> tuple[LabelledEntries, ...]:
        """In the order in which they stand."""
        return self.who, self.amounts, self.conditions


def _split_by_conditions(
    programmes: Iterable[ProgrammeRecord], records: Records
) -> tuple[list[tuple[ProgrammeRecord, ApplicantSummary]], list[ProgrammeRecord]]:
    """Programmes with a summary of their conditions; and those of which documents say none."""
    summaries = [(it, _applicant_summary(it, records)) for it in programmes]
    return (
        [(it, brief) for it, brief in summaries if any(brief.columns)],
        [it for it, brief in summaries if not any(brief.columns)],
    )


def _applicant_summary(programme: ProgrammeRecord, records: Records) -> ApplicantSummary:
    labels = _condition_labels(programme)
    who: LabelledEntries = []
    amounts: LabelledEntries = []
    conditions: LabelledEntries = []
    for code, entries in _conditions(programme, records.term_kinds).items():
        newest = _newest(entries, records)
        if code == "eligibility":
            who += [(None, it) for it in newest]
        elif code in MONEY:
            amounts += [(labels[code] if it.names_no_measure else None, it) for it in newest]
        else:
            conditions += [(labels[code] if it.names_no_measure else None, it) for it in newest]
    if not amounts:
        amounts = [(None, it) for it in _other_money(programme)]
    return ApplicantSummary(who, amounts, conditions)


def _newest(entries: Iterable[OverviewEntry], records: Records) -> list[OverviewEntry]:
    """Numbers, and of what several documents say in words, what the newest says."""

    def day(entry: OverviewEntry) -> date:
        return max(records.edition_days[it.document.id] for it in entry.sources)

    words = [it for it in entries if it.text is not None]
    newest = max(map(day, words), default=date.min)
    return [it for it in entries if it.text is None or day(it) == newest]


def _other_money(programme: ProgrammeRecord) -> Iterator[OverviewEntry]:
    """Sums of money that are no condition, such as what was approved."""
    for series in programme.facts.series:
        if series.term is None and series.newest.unit.code == "HKD":
            yield OverviewEntry((series.newest.source,), figure=series.newest)


def _programme(programme: ProgrammeRecord, records: Records) -> Page:
    words = records.words
    return Page(
        f"programmes/{programme.id}.md",
        "programme.md.j2",
        programme.name,
        (programme.name, *([programme.summary] if programme.summary else [programme.kind.label])),
        {
            "programme": programme,
            "summary": summary_basis(programme.claims),
            "is_only_named": _is_only_named(programme),
            "overview": list(_overview(programme, records)),
            "series": series_rows(programme.facts.series, words),
            "charts": series_charts(programme.facts.series, words),
            "events": event_rows(programme.facts.events, records.as_of),
            "errata": erratum_rows(programme.facts.errata),
            "mentions": list(mentions(programme)),
            **statement_values(programme.facts.statements, programme.facts.concerning, records),
        },
        record=programme.id,
        locators=programme.locators,
    )


def _overview(programme: ProgrammeRecord, records: Records) -> Iterator[OverviewRow]:
    """Conditions in the order of their kinds, then since when, status, whole and official page."""
    words = records.words
    labels = _condition_labels(programme)
    for code, entries in _conditions(programme, records.term_kinds).items():
        yield labels[code], entries
    if programme.launched:
        dated = [it for it in programme.facts.events if it.date == programme.launched]
        sources = tuple(dict.fromkeys(it.source for it in dated))
        yield words["launched"], (OverviewEntry(sources, date=programme.launched),)
    if programme.status:
        entry = claim_entry(programme.claims, "status", text=programme.status.label)
        yield words["status"], (entry,)
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


def _condition_labels(programme: ProgrammeRecord) -> dict[str, Wording]:
    """The words for the kinds of condition that the programme has."""
    labels = {it.kind.code: it.kind.label for it in programme.conditions}
    return labels | {it.term.code: it.term.label for it in programme.facts.series if it.term}


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
