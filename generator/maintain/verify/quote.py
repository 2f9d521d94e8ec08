"""A form that a record says stands on a line of a document."""

from dataclasses import dataclass

from generator.messages.problem import Place


@dataclass(frozen=True)
class Quote:
    """Forms of which one stands on a line of a document."""

    document: str
    line: int
    forms: tuple[str, ...]
    place: Place
    """Where the record says so."""
    whole: bool = True
    """Whether it stands on that line alone; a name may run on into the next one."""
    fact: bool = True
    """Whether its numbers count as used; an erratum quotes them without saying what they mean."""
    first: bool = False
    """Whether its line begins with it, but for marks of a heading: `i.` stands in `ii.` too."""
    apart: bool = False
    """Whether it is a cell of its own, or several beside one another, between tabs."""
