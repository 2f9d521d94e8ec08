"""The computed types of a dataset's rows of plans and of its page on the portal."""

from dataclasses import dataclass
from typing import Literal

from generator.model.wording import Wording
from generator.resolve.dataset_status import Outcome
from generator.resolve.record_reference import Label, Ref


@dataclass(frozen=True)
class OutcomeRecord:
    """What the next plan says of a dataset that a row promised."""

    code: Outcome
    document: Ref
    date: str | None
    date_note: Wording | None


@dataclass(frozen=True)
class ListingRecord:
    """One row of one plan that lists a dataset."""

    document: Ref
    section: str
    row: int
    status: Literal["planned", "released"]
    """What the plan says."""
    date: str | None
    """None where the plan says in `date_note` that there is none yet."""
    date_note: Wording | None
    frequency_printed: Wording
    line: int
    last_day: str
    """The last day that the date may mean, YYYY-MM-DD; without one, a target is still to come and a
    release is long past."""
    now: Label | None
    """The dataset's status on the day of the build as far as this row tells it; None if a later
    plan says more, which is then the `outcome`."""
    outcome: OutcomeRecord | None
    name: Wording | None = None
    description: Wording | None = None
    """What the plan prints, where it is not what the newest one prints."""


@dataclass(frozen=True)
class LandingRecord:
    """A dataset's page on DATA.GOV.HK, a source outside the documents."""

    hant: str
    hans: str
    listed_as_of: str
    note: Wording | None
