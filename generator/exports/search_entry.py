"""One thing that the search finds."""

from dataclasses import dataclass
from enum import IntEnum

from generator.script.phrase import PageText

SearchText = PageText | None
"""A text, one that reads the same in both scripts, or nothing."""


class Role(IntEnum):
    """What a result is; the search places equals in this order."""

    BODY = 0
    """A programme or an organisation."""
    PAGE = 1
    """Any other page."""
    LIST = 2
    """A page that lists what other pages tell."""
    LINE = 3
    """A line of a list."""
    FIGURE = 4
    """A number of the BODY before it: the title says how much, the first of its `names` what it
    counts. It goes before its page only where that was asked for."""
    EVENT = 5
    """What happened to the BODY before it."""
    REMARK = 6
    """A mistake of a document."""
    STATEMENT = 7
    """What is stated of the BODY before it: the title says only of which kind."""


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found.

    `address` is that of its page, below a variant's root; the identifier in it is one of its names.
    """

    address: str
    kind: PageText
    title: PageText
    names: tuple[SearchText, ...] = ()
    """Its other names: official, former, short, printed, English."""
    headings: tuple[SearchText, ...] = ()
    """What stands above its parts."""
    values: tuple[SearchText, ...] = ()
    """Numbers, each with what it counts."""
    text: tuple[SearchText, ...] = ()
    """What describes it; shown below the title."""
    more: tuple[SearchText, ...] = ()
    """What else it is found by."""
    role: Role = Role.PAGE
    about: str = ""
    """Identifier of the record that it tells of: entries about one stand together, which is smaller
    when compressed, and what a BODY's numbers and events say is found there without being said
    again."""
