"""The text of a new document, and the document that it follows."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.maintain.extract.head_alignment import Alignment
from generator.model.base import Script


@dataclass(frozen=True)
class PlacedText:
    """The text of a new document."""

    document: str
    lines: Sequence[str]
    script: Script


@dataclass(frozen=True)
class Before:
    """The document that it follows."""

    document: str
    by: int
    """So many years lie between the two."""
    alignment: Alignment | None = None
    """Of both texts; none where that of the older one is not there."""
