"""The computed types of what the documents say: conditions, figures, events, statements, errata."""

from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from generator.model.figure import Qualifier
from generator.model.when import Part, When
from generator.model.wording import Wording
from generator.resolve.record_reference import Label, LocatorRecord, Ref


@dataclass(frozen=True)
class ConditionRecord:
    """A condition of a programme that is no number."""

    kind: Label
    text: Wording
    printed: Wording
    source: LocatorRecord
    quotation: Wording | None = None
    """The clause it is taken from."""
    applicants: tuple[Label, ...] = ()
    """Who may apply, where it says that."""
    matching: Label | None = None
    """Whether one has to add money of one's own, where it says that."""


@dataclass(frozen=True)
class FigureRecord:
    """One number of one document."""

    id: str
    subject: Ref
    measure: Label
    value: int
    value_max: int | None
    unit: Label
    qualifier: Qualifier
    qualifier_pattern: Wording
    """The qualifier's pattern, for example `約{n}`."""
    as_of: str | None
    as_of_part: Part | None
    basis: Wording | None
    printed: Wording
    source: LocatorRecord
    series: str | None
    """Identifier shared by the numbers of one measure, where more than one document has it."""
    term: Label | None
    """The kind of condition it is shown under, where it is one."""
    quotation: Wording | None = None
    """The clause it is taken from."""
    amount: Label | None = None
    """Of money of a programme: whose or which it is."""

    @property
    def when(self) -> When | None:
        """The time for which the document gives it."""
        return When(self.as_of, self.as_of_part) if self.as_of else None

    @property
    def least(self) -> float:
        """The smallest number that it may mean."""
        return -inf if self.qualifier in ("at-most", "nearly") else self.value

    @property
    def most(self) -> float:
        """The largest number that it may mean: of `over` 300, nobody knows."""
        if self.qualifier in ("over", "at-least"):
            return inf
        return self.value if self.value_max is None else self.value_max

    @property
    def measure_to_show(self) -> Wording | None:
        """What is counted, where the kind of condition it stands under does not say it."""
        label = self.measure.label
        return None if self.term is not None and self.term.label == label else label

    @property
    def measure_beside_amount(self) -> Wording | None:
        """What is counted, where neither that kind nor the kind of amount says it."""
        label = self.measure_to_show
        return None if self.amount is not None and self.amount.label == label else label


APPROVED = "approved"
"""The kind of amount that is no condition, but was given."""
SeriesChange = Literal["same", "up", "down", "other"]


@dataclass(frozen=True)
class SeriesRecord:
    """The numbers of one measure of one subject, by the day they hold for, oldest first."""

    id: str
    subject: Ref
    measure: Label
    figures: tuple[FigureRecord, ...]
    note: Wording | None
    """Why they cannot simply be held against each other."""

    @property
    def newest(self) -> FigureRecord:
        """The number that holds for the newest day."""
        return self.figures[-1]

    @property
    def term(self) -> Label | None:
        """The kind of condition it is shown under, where it is one."""
        return self.newest.term

    @property
    def is_beside_conditions(self) -> bool:
        """Whether the head of a programme's page shows it: as a condition, or as what was given."""
        amount = self.newest.amount
        return self.term is not None or (amount is not None and amount.code == APPROVED)

    @property
    def is_told_at_head(self) -> bool:
        """Whether that says all that is known of it, with the printed words."""
        has_words = self.newest.quotation is not None
        return has_words and len(self.figures) == 1 and self.is_beside_conditions

    @property
    def is_changed(self) -> bool:
        """Whether the newest number is another than the one before, comparable or not."""
        return len(set(map(_number, self.figures[-2:]))) > 1

    @property
    def change(self) -> SeriesChange:
        """How the newest number stands to the one before; `other` where they do not compare."""
        if len(self.figures) < 2 or self.note is not None:
            return "other"
        if not self.is_changed:
            return "same"
        old, new = self.figures[-2:]
        if old.unit.code != new.unit.code or "about" in (old.qualifier, new.qualifier):
            return "other"
        if old.most < new.least:
            return "up"
        return "down" if new.most < old.least else "other"


def _number(figure: FigureRecord) -> tuple[object, ...]:
    return figure.value, figure.value_max, figure.qualifier, figure.unit.code


@dataclass(frozen=True)
class EventRecord:
    """One dated fact of one document."""

    id: str
    kind: Label
    when: When | None
    planned: bool
    what: Wording
    printed: Wording | None
    subject: Ref
    source: LocatorRecord
    date_printed: Wording | None = None
    """The date as printed, where it stands on another line."""
    date_line: int | None = None
    outcome: "EventRecord | None" = None
    """Of a planned event: what a later document says came of it."""
    quotation: Wording | None = None
    """The clause it is taken from."""

    @property
    def date(self) -> str | None:
        """EDTF; what is only known to recur has none."""
        return self.when.date if self.when else None

    @property
    def sources(self) -> tuple[LocatorRecord, ...]:
        """The line that tells it, and the one that dates it, if that is another."""
        if self.date_line is None:
            return (self.source,)
        return self.source, replace(self.source, line=self.date_line)


@dataclass(frozen=True)
class SpotRecord:
    """A place in a document, with the words that stand there."""

    printed: Wording
    source: LocatorRecord


@dataclass(frozen=True)
class ErratumRecord:
    """One problem of the sources."""

    id: str
    kind: Label
    level: Label
    what: Wording
    shown_as: Wording
    about: tuple[Ref, ...]
    spots: tuple[SpotRecord, ...]
    reported: str | None = None
    """The day on which the publisher was told of it."""
    answer: Wording | None = None

    @property
    def sources(self) -> tuple[LocatorRecord, ...]:
        """Its lines; two places of one line are one source."""
        return tuple(dict.fromkeys(it.source for it in self.spots))


@dataclass(frozen=True)
class StatementRecord:
    """What one document says, or several alike, that is no number, event or condition."""

    id: str
    kind: Label
    text: Wording
    term: Wording | None
    """Of a definition: the word that is explained."""
    year: str | None
    """EDTF; of work done or planned the year."""
    subject: Ref
    about: tuple[Ref, ...]
    """Agencies, programmes and datasets whom it concerns as well."""
    spots: tuple[SpotRecord, ...]
    """The words it is taken from."""

    @property
    def sources(self) -> tuple[LocatorRecord, ...]:
        """The lines that say it."""
        return tuple(it.source for it in self.spots)


@dataclass(frozen=True)
class Facts:
    """What the documents say about one agency or programme."""

    series: tuple[SeriesRecord, ...]
    events: tuple[EventRecord, ...]
    """By date; undated ones last."""
    errata: tuple[ErratumRecord, ...]
    statements: tuple[StatementRecord, ...] = ()
    """By kind and year."""
    concerning: tuple[StatementRecord, ...] = ()
    """Statements of other subjects that concern it."""
