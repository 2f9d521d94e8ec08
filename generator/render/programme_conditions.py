"""A programme's conditions and money, by their kinds · ProgrammeRecord → entries."""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.exports.addresses import figure_anchor
from generator.model.wording import Wording
from generator.render.fact_tables import quoting
from generator.render.overview import OverviewEntry
from generator.resolve.fact_types import APPROVED, ConditionRecord, SeriesRecord
from generator.resolve.record_reference import Label
from generator.resolve.records import ProgrammeRecord
from generator.resolve.resolve import Records

MONEY = ("amount", "ceiling", "rate", "allowance", "commitment")
"""Kinds of condition that say how much."""


@dataclass(frozen=True)
class ConditionGroup:
    """What is said under one label, the newest number of each measure."""

    code: str
    """The kind of condition."""
    label: Wording
    """That kind; of money whose or which it is, so that only like stands beside like."""
    entries: tuple[OverviewEntry, ...]


def condition_groups(programme: ProgrammeRecord, records: Records) -> list[ConditionGroup]:
    """What is said, in the order of the kinds of condition; at the end what was approved."""
    groups: dict[Wording, tuple[str, list[OverviewEntry]]] = {}
    for condition in programme.conditions:
        kind = condition.kind
        groups.setdefault(kind.label, (kind.code, []))[1].append(_entry(condition))
    for series in programme.facts.series:
        if heading := _heading(series):
            entry = _number(series)
            groups.setdefault(heading.label, (heading.code, []))[1].append(entry)
    made = [
        ConditionGroup(code, label, tuple(_merge_sources(entries, records.superseded)))
        for label, (code, entries) in groups.items()
    ]
    return sorted(made, key=lambda it: condition_order(it.code, records.term_kinds))


def condition_order(code: str, order: Sequence[str]) -> int:
    """The place of a kind of condition; what was approved is the last."""
    return (*order, APPROVED).index(code)


def _heading(series: SeriesRecord) -> Label | None:
    """The kind of condition that a number is, under the label of its kind of amount."""
    amount, term = series.newest.amount, series.term
    if amount and (term.code in MONEY if term else amount.code == APPROVED):
        return Label(term.code if term else APPROVED, amount.label)
    return term


def _number(series: SeriesRecord) -> OverviewEntry:
    """The newest number; its words and permanent address too, where no table repeats it."""
    newest = series.newest
    entry = OverviewEntry((newest.source,), figure=newest)
    if not series.is_told_at_head:
        return entry
    return replace(entry, anchor=figure_anchor(series.measure.code), quoting=(newest,))


def _entry(condition: ConditionRecord) -> OverviewEntry:
    return OverviewEntry((condition.source,), text=condition.text, quoting=(condition,))


def _merge_sources(
    entries: Iterable[OverviewEntry], superseded: Container[str]
) -> Iterator[OverviewEntry]:
    """What two documents say alike stands once, with both sources; it is older where all of them
    are `superseded`."""
    merged: dict[OverviewEntry, list[OverviewEntry]] = {}
    for entry in entries:
        merged.setdefault(replace(entry, sources=(), quoting=()), []).append(entry)
    for entry, alike in merged.items():
        sources = tuple(source for it in alike for source in it.sources)
        quoted = tuple(quoting(condition for it in alike for condition in it.quoting))
        older = all(it.document.id in superseded for it in sources)
        yield replace(entry, sources=sources, quoting=quoted, older=older)
