"""What the claims of a record rest on · agency or programme → ClaimRecords."""

from collections.abc import Callable, Container
from dataclasses import dataclass

from generator.model.agency import Agency
from generator.model.locator import Claim, Locator
from generator.model.programme import Programme
from generator.model.wording import Wording, settle
from generator.resolve.record_reference import LocatorRecord


@dataclass(frozen=True)
class SupportRecord:
    """A clause of a document that makes a claim."""

    source: LocatorRecord
    quotation: Wording
    claims: tuple[Claim, ...]
    printed: None = None
    """Of a claim no word in particular is printed."""


@dataclass(frozen=True)
class ClaimRecord:
    """What one field of a record rests on."""

    field: Claim
    supports: tuple[SupportRecord, ...]
    reason: Wording | None
    """What it is drawn from, where no document says it."""
    older: bool
    """Whether the newest edition of the document that says it says it no longer."""


@dataclass(frozen=True)
class Claims:
    """All that a record claims, and the clauses that say it."""

    supports: tuple[SupportRecord, ...] = ()
    claims: tuple[ClaimRecord, ...] = ()

    def on(self, locator: LocatorRecord) -> tuple[SupportRecord, ...]:
        """The clauses of that line that are quoted."""
        return tuple(it for it in self.supports if it.source == locator)

    def of(self, field: Claim) -> ClaimRecord | None:
        """What that field rests on; None where nothing is said of it."""
        return next((it for it in self.claims if it.field == field), None)


def resolve_claims(
    record: Agency | Programme,
    support: Callable[[Locator], SupportRecord],
    superseded: Container[str],
) -> Claims:
    """The claims of a record; `superseded` are documents of which there is a newer edition."""
    supports = tuple(support(it) for it in record.locators if it.quotation is not None)
    reasons = {it.field: settle(it.reason, record.script) for it in record.derived}
    fields = dict.fromkeys((*(claim for it in supports for claim in it.claims), *reasons))
    return Claims(
        supports, tuple(_claim(it, supports, reasons.get(it), superseded) for it in fields)
    )


def _claim(
    field: Claim,
    supports: tuple[SupportRecord, ...],
    reason: Wording | None,
    superseded: Container[str],
) -> ClaimRecord:
    own = tuple(it for it in supports if field in it.claims)
    older = bool(own) and all(it.source.document.id in superseded for it in own)
    return ClaimRecord(field, own, reason, older)
