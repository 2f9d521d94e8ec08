"""When something is, as a document tells it: a date, and the words that a date alone cannot say."""

from dataclasses import dataclass
from typing import Literal

Part = Literal["start", "middle", "end"]
"""年初, 年中, 年底; likewise of a month, a quarter or a fiscal year."""
Bound = Literal["earliest", "latest"]
"""最快 or 最早, 最遲."""


@dataclass(frozen=True)
class When:
    """A time with everything that is printed of it."""

    date: str | None = None
    """EDTF; of what recurs the beginning, where that is known."""
    part: Part | None = None
    """Which part of `date`, or of the month `every`."""
    bound: Bound | None = None
    """Whether it is only the earliest or the latest time."""
    every: int | None = None
    """The month in which it recurs each year."""
