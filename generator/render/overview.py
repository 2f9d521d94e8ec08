"""What stands at the head of the page of an agency or programme · claims, facts → rows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from generator.model.link import Links
from generator.model.locator import Claim
from generator.model.wording import Wording
from generator.render.fact_tables import quoting
from generator.resolve.claims import Claims, SupportRecord
from generator.resolve.fact_types import ConditionRecord, EventRecord, FigureRecord
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.records import AgencyRecord, ProgrammeRecord


@dataclass(frozen=True)
class OverviewEntry:
    """One line of an overview: a text, a number, a date, a record or official pages."""

    sources: tuple[LocatorRecord, ...] = ()
    text: Wording | None = None
    figure: FigureRecord | None = None
    anchor: str | None = None
    """The place to which the permanent address of the number leads, where no table has it."""
    date: str | None = None
    ref: Ref | None = None
    links: Links | None = None
    quoting: tuple[ConditionRecord | EventRecord | FigureRecord | SupportRecord, ...] = ()
    """What is quoted behind the sources."""
    older: bool = False
    """Whether only an edition says it that a newer one has replaced."""
    reason: Wording | None = None
    """What we draw it from, where no document says it."""

    @property
    def names_no_measure(self) -> bool:
        """Whether what it says is to be told apart by the kind of condition that it is."""
        return self.figure is None or self.figure.measure_beside_amount is None


OverviewRow = tuple[Wording, tuple[OverviewEntry, ...]]


def claim_entry(
    claims: Claims, field: Claim, text: Wording | None = None, ref: Ref | None = None
) -> OverviewEntry:
    """What a record claims in `field`, said by `text` or `ref`, with what it rests on."""
    claim = claims.of(field)
    if claim is None:
        return OverviewEntry(text=text, ref=ref)
    return OverviewEntry(
        tuple(dict.fromkeys(it.source for it in claim.supports)),
        text=text,
        ref=ref,
        quoting=tuple(quoting(claim.supports)),
        older=claim.older,
        reason=claim.reason,
    )


def status_entry(programme: ProgrammeRecord) -> OverviewEntry | None:
    """The status of a programme, with what it rests on; None where no document says it."""
    if programme.status is None:
        return None
    return claim_entry(programme.claims, "status", text=programme.status.label)


def dated_entry(date: str, events: Iterable[EventRecord]) -> OverviewEntry:
    """A date of a record, with the lines of its events of that date."""
    sources = (it.source for it in events if it.date == date)
    return OverviewEntry(tuple(dict.fromkeys(sources)), date=date)


def summary_basis(record: AgencyRecord | ProgrammeRecord) -> OverviewEntry:
    """What the summary of a record rests on; the list of sources quotes the clauses. It is not
    marked as older where it names the edition itself."""
    entry = claim_entry(record.claims, "summary")
    names = [it.document.short for it in entry.sources if it.document.short]
    named = record.summary and any(it.text in record.summary.text for it in names)
    return replace(entry, quoting=(), older=entry.older and not named)
