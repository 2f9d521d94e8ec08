"""One thing that the search finds."""

from dataclasses import dataclass

from generator.model.wording import Wording

SearchText = Wording | str | None
"""A text, one that reads the same in both scripts, or nothing."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found. `address` is that of its page, below a variant's root."""

    address: str
    kind: Wording
    title: Wording
    names: tuple[SearchText, ...] = ()
    """Its other names: official, former, short, printed, English."""
    text: tuple[SearchText, ...] = ()
    """What describes it; shown below the title."""
    more: tuple[SearchText, ...] = ()
    """What else it is found by."""
    year: str = ""
    """Stands behind the title, of which there is one a year."""
