"""One row of a comparison: what it is about, and what each of two documents says of it."""

from dataclasses import dataclass, field

from generator.model.when import When
from generator.model.wording import Wording
from generator.render.disclosure import is_long
from generator.resolve.change_types import EventChange
from generator.resolve.fact_types import EventRecord, FigureRecord
from generator.resolve.listing_types import ListingRecord
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import DatasetRecord


@dataclass(frozen=True)
class ChangeCell:
    """One thing that a document says, with where it says so."""

    sources: tuple[LocatorRecord, ...] = ()
    label: Wording | None = None
    """What the number or the text is."""
    figure: FigureRecord | None = None
    basis: Wording | None = None
    date: str | When | None = None
    planned: bool = False
    text: Wording | str | None = None
    printed: Wording | None = None
    """Shown as the document prints it."""
    note: Wording | None = None


@dataclass(frozen=True)
class ChangeRow:
    """`older` or `newer` is empty where that document says nothing of it."""

    about: tuple[Ref, ...]
    older: tuple[ChangeCell, ...]
    newer: tuple[ChangeCell, ...]
    label: Wording | None = None
    notes: tuple[Wording, ...] = field(default=(), kw_only=True)
    difference: FigureRecord | None = field(default=None, kw_only=True)
    """Derived, not printed."""
    more: bool = field(default=False, kw_only=True)
    """Whether the newer number is greater by `difference`."""
    count: int = field(default=1, kw_only=True)
    """How many changes it holds."""


def figure_cell(figure: FigureRecord, with_basis: bool, label: Wording | None = None) -> ChangeCell:
    """A number with what it counts, where that is not the same everywhere."""
    return ChangeCell((figure.source,), label, figure, figure.basis if with_basis else None)


def event_cell(event: EventRecord) -> ChangeCell:
    """An event."""
    return ChangeCell(event.sources, date=event.when, planned=event.planned, text=event.what)


def event_row(change: EventChange) -> ChangeRow:
    """An event as both documents tell it."""
    return ChangeRow((change.new.subject,), (event_cell(change.old),), (event_cell(change.new),))


def dataset_ref(dataset: DatasetRecord) -> Ref:
    """A link to a dataset."""
    return Ref("datasets", dataset.id, dataset.name)


def listing_source(listing: ListingRecord) -> LocatorRecord:
    """Where a plan lists a dataset."""
    return LocatorRecord(listing.document, listing.line)


@dataclass(frozen=True)
class ChangesPart:
    """The changes of one kind."""

    id: str
    heading: Wording
    rows: tuple[ChangeRow, ...]
    count: int
    folded: bool = False
    """Shown only to those who open it."""

    @property
    def is_apart(self) -> bool:
        """Whether it has a page of its own: much of which nothing changed."""
        return self.id == "same" and is_long(self.rows)

    @property
    def older(self) -> bool:
        """Whether the older document has something to show."""
        return any(row.older for row in self.rows)

    @property
    def newer(self) -> bool:
        """Whether the newer document has something to show."""
        return any(row.newer for row in self.rows)

    @property
    def notes(self) -> bool:
        """Whether there is something to remark."""
        return any(row.notes or row.difference for row in self.rows)
