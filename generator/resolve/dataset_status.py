"""Status of a dataset on a day: (Dataset, as_of) → status codes, and the outcome of each promise.

A planned row of a plan is a promise with a month. Nothing here says that anything is late: that no
document reports a result is all that can be known.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from generator.model.dataset import Dataset, Listing
from generator.resolve.periods import last_day

Headline = Literal["planned", "target-passed", "released"]
Mark = Literal["on-portal", "archived", "one-off"]
Status = Headline | Mark
"""A code of data/vocabulary/dataset-status.yml."""
Outcome = Literal["released", "same-target", "new-target"]
"""What the next plan says of a dataset that an earlier one promised."""


def listing_status(listing: Listing, as_of: date) -> Headline:
    """What a row means on that day, if no later plan lists the dataset; of its newest row this is
    the one status that every page and file gives the dataset."""
    if listing.status == "released" or listing.date is None:
        return listing.status
    return "target-passed" if last_day(listing.date) < as_of else "planned"


def status_marks(dataset: Dataset, as_of: date) -> tuple[Mark, ...]:
    """What else is known of the dataset on that day, whatever its headline is."""
    landing = dataset.landing
    on_portal = landing is not None and date.fromisoformat(landing.listed_as_of) <= as_of
    conditions: dict[Mark, bool] = {
        "on-portal": on_portal,
        "archived": dataset.archived,
        "one-off": dataset.frequency == "ONE_OFF",
    }
    return tuple(mark for mark, holds in conditions.items() if holds)


def status_codes(dataset: Dataset, as_of: date) -> tuple[Status, ...]:
    """All status codes of the dataset: its headline, then its marks."""
    return (listing_status(dataset.listings[-1], as_of), *status_marks(dataset, as_of))


def listing_outcomes(listings: Sequence[Listing]) -> tuple[tuple[Outcome, Listing] | None, ...]:
    """For each row, oldest plan first: what the next plan says, if the row is a promise."""
    following = (*listings[1:], None)
    return tuple(
        (_outcome(listing, after), after) if after and listing.status == "planned" else None
        for listing, after in zip(listings, following, strict=True)
    )


def _outcome(promise: Listing, after: Listing) -> Outcome:
    if after.status == "released":
        return "released"
    return "same-target" if after.date == promise.date else "new-target"
