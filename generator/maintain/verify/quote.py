"""A printed form that a record locates on a line of a document."""

from dataclasses import dataclass

from generator.messages.problem import Place


@dataclass(frozen=True)
class Quote:
    """Forms of which at least one must stand on a line of a document."""

    document: str
    line: int
    forms: tuple[str, ...]
    place: Place
    """Where the record says so."""
    whole: bool = True
    """Whether it ends on that line; a name may run on into the next one."""
    fact: bool = True
    """Whether its numbers count as used; an erratum only quotes them."""
    mistake: bool = False
    """Whether it only tells of a mistake in these words, and nothing that they say."""
    first: bool = False
    """Match at line start only; otherwise `i.` also matches `ii.`."""
    apart: bool = False
    """Match whole cells only: one cell, or several neighbours, between tabs."""
    spread: bool = False
    """Whether it may begin on the line with text before, and run on into the next one."""
