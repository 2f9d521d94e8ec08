"""A file of a built site, as a reader and a browser meet it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """An address, and the words or the place by which it is known again when it changes."""

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
    """What a browser acts on and nobody reads: kind (`script`, `style`, `meta` …) and content."""
    redirect: str | None = None
    """Where it sends its reader at once."""
