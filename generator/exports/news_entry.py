"""One thing that is told anew: its type, and how it is dated."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from generator.resolve.record_reference import LocatorRecord, Ref
from generator.script.phrase import Phrase

NewsKind = Literal[
    "figure",
    "outcome",
    "name",
    "condition",
    "planned",
    "released",
    "listed",
    "document",
    "portal",
    "correction",
]
"""`listed` is what had been released before any plan spoke of it, `portal` what the open data
portal was seen to hold."""


@dataclass(frozen=True)
class NewsEntry:
    """One thing that a document tells anew."""

    key: str
    """Permanent, and of no other entry."""
    kind: NewsKind
    day: date
    title: Phrase
    text: Phrase | None
    """What the documents say, with where."""
    page: Ref
    """Whose page tells more."""
    about: tuple[Ref, ...]
    """Whom it concerns: who follows one of these is told."""
    source: LocatorRecord | None = None
    series: str | None = None
    """Of a number, the series to which it belongs."""
    recorded: date | None = None
    """The day on which it was recorded; None for what was published before days were kept."""
    corrected: date | None = None
    """The day of its newest correction."""

    @property
    def published(self) -> date:
        """When it was recorded; of what is older, the day for which its document stands."""
        return self.recorded or self.day

    @property
    def updated(self) -> date:
        """When it was last changed."""
        return max(self.published, self.corrected or self.published)
