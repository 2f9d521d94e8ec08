"""Which pages say that they were corrected · Records → address → corrections, newest first."""

from collections.abc import Mapping, Sequence

from generator.resolve.corrections import CorrectionRecord
from generator.resolve.resolve import Records

DAYS_MARKED = 365
"""How long a page says so."""


def corrected_pages(records: Records) -> Mapping[str, Sequence[CorrectionRecord]]:
    """The pages of records that were corrected within a year before the day of the site."""
    pages: dict[str, list[CorrectionRecord]] = {}
    for correction in records.corrections:
        if 0 <= (records.as_of - correction.day).days <= DAYS_MARKED:
            for ref in correction.about:
                pages.setdefault(f"{ref.kind}/{ref.id}/", []).append(correction)
    return pages
