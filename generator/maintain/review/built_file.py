"""The content of a built file that matters to readers and browsers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """An address, and the words or the place that identify the link when its address changes."""

    address: str
    """Whole; of a page of the same site its path from the site's root, with `/` first."""
    words: str = ""


@dataclass(frozen=True)
class BuiltFile:
    """One file that differs between two sites."""

    lines: tuple[str, ...] = ()
    """Its text, a line for each block; of a data file its own lines."""
    links: tuple[Link, ...] = ()
    workings: tuple[tuple[str, str], ...] = ()
    """What only a browser acts on: kind (`script`, `style`, `meta` …) and content."""
    redirect: str | None = None
    """The address to which the page redirects, if it does."""
