"""The computed types of what changed between two editions of one publication."""

from dataclasses import dataclass, replace
from typing import Literal

from generator.model.wording import Wording
from generator.resolve.fact_types import (
    ConditionRecord,
    ErratumRecord,
    EventRecord,
    FigureRecord,
    SpotRecord,
    StatementRecord,
)
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import Label, LocatorRecord, Ref
from generator.resolve.records import DatasetRecord, DocumentRecord


@dataclass(frozen=True)
class FigureChange:
    """One measure of one subject in both documents."""

    old: FigureRecord
    new: FigureRecord
    note: Wording | None
    """Why the two cannot simply be held against each other."""

    @property
    def kind(self) -> Literal["value", "qualifier", "as-of", "same"]:
        """The first thing that differs."""
        old, new = self.old, self.new
        if _amount(old) != _amount(new):
            return "value"
        if old.qualifier != new.qualifier:
            return "qualifier"
        return "same" if old.as_of == new.as_of else "as-of"

    @property
    def difference(self) -> FigureRecord | None:
        """The difference of the two values as a figure of its own; None where it is unknown.

        Two bounds (`over`, `at least`, `at most`, `nearly`) and ranges leave it open.
        """
        old, new = self.old, self.new
        comparable = old.qualifier == new.qualifier and old.qualifier in ("exact", "about")
        if self.note or not comparable or old.unit.code != new.unit.code or old.value == new.value:
            return None
        return replace(new, value=abs(new.value - old.value))

    @property
    def is_increase(self) -> bool:
        """Whether the newer number is the greater."""
        return self.new.value > self.old.value


@dataclass(frozen=True)
class EventChange:
    """One event as both documents report it, or a promise and its outcome."""

    old: EventRecord
    new: EventRecord


@dataclass(frozen=True)
class ConditionChange:
    """The conditions of one kind that the two documents word differently."""

    subject: Ref
    kind: Label
    old: tuple[ConditionRecord, ...]
    new: tuple[ConditionRecord, ...]


@dataclass(frozen=True)
class NameChange:
    """Names under which the two documents print one body."""

    about: tuple[Ref, ...]
    old: tuple[SpotRecord, ...]
    new: tuple[SpotRecord, ...]
    note: Wording | None


Aspect = Literal["status", "date", "frequency-cell", "section", "name", "description"]


@dataclass(frozen=True)
class DatasetChange:
    """One dataset in both plans."""

    dataset: DatasetRecord
    old: ListingRecord
    new: ListingRecord
    aspects: tuple[Aspect, ...]
    """What differs; nothing, when the rows say the same."""

    @property
    def released(self) -> bool:
        """Whether the older plan promised what the newer reports."""
        return (self.old.status, self.new.status) == ("planned", "released")


@dataclass(frozen=True)
class Mention:
    """An agency or programme with the places where one document names it."""

    subject: Ref
    sources: tuple[LocatorRecord, ...]


@dataclass(frozen=True)
class UnmatchedItems:
    """What only one of the two documents has."""

    bodies: tuple[Mention, ...]
    figures: tuple[tuple[FigureRecord, Wording | None], ...]
    """Each with the note of its measure."""
    events: tuple[EventRecord, ...]
    conditions: tuple[tuple[Ref, ConditionRecord], ...]
    datasets: tuple[tuple[DatasetRecord, ListingRecord], ...]
    statements: tuple[StatementRecord, ...]


@dataclass(frozen=True)
class EditionChanges:
    """Everything that two documents share, and what only one of them has."""

    old: DocumentRecord
    new: DocumentRecord
    figures: tuple[FigureChange, ...]
    """Every measure that both have, changed or not."""
    conditions: tuple[ConditionChange, ...]
    names: tuple[NameChange, ...]
    promises: tuple[EventChange, ...]
    """Plans of the older document with what came of them, as the newer says or, where it is silent,
    a third one."""
    reworded: tuple[EventChange, ...]
    """Happenings that both tell, in words that differ."""
    remarks: tuple[ErratumRecord, ...]
    """Differences that people noted."""
    datasets: tuple[DatasetChange, ...]
    """Every dataset that both list, changed or not."""
    older: UnmatchedItems
    newer: UnmatchedItems
    same_conditions: tuple[ConditionChange, ...]
    same_events: tuple[EventChange, ...]
    same_statements: tuple[StatementRecord, ...]

    @property
    def frequencies_compared(self) -> bool:
        """Whether the rows' printed frequencies could be held against each other."""
        return not self.datasets or self.old.document.script == self.new.document.script


def _amount(figure: FigureRecord) -> tuple[int, int | None, str]:
    return figure.value, figure.value_max, figure.unit.code
