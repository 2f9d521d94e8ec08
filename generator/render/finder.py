"""What a list can be filtered by: facets with their values · labels and counts → Facet.

The form and its bar stand in templates/finder.md.j2. A row carries its codes as data attributes of
the facets' names; docs/assets/finder.js reads both, whatever is listed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.model.wording import Wording
from generator.resolve.record_reference import Label
from generator.script.phrase import PageText

NONE = "none"
"""The code of what no document states."""


@dataclass(frozen=True)
class Facet:
    """One property that a finder filters by, with its values: code, label, number of rows."""

    code: str
    label: Wording
    values: tuple[tuple[str, PageText, int], ...]
    apart: tuple[tuple[str, str], ...] = ()
    """Values, each with another whose rows are shown below its own: not said is not denied."""
    reason: Wording | None = None
    """Why those rows stand apart."""
    least: str | None = None
    """Those of its values that a smallest amount is held against if none is chosen, of a facet of
    amounts."""


def facet(
    code: str,
    label: Wording,
    labels: Mapping[str, PageText],
    counts: Counter[str],
    apart: Iterable[tuple[str, str]] = (),
    reason: Wording | None = None,
    least: str | None = None,
) -> Facet:
    """The values that occur, in the order of `labels`; and those beside which others stand."""
    beside = tuple((own, other) for own, other in apart if counts[other])
    owners = {own for own, _ in beside}
    values = tuple(
        (value, name, counts[value])
        for value, name in labels.items()
        if counts[value] or value in owners
    )
    return Facet(code, label, values, beside, reason if beside else None, least)


def by_code(labels: Iterable[Label]) -> dict[str, Wording]:
    """Code → label, in their order."""
    return {it.code: it.label for it in labels}


def last_none(code: str) -> tuple[bool, str]:
    """Sorts codes, with that of what is unknown at the end."""
    return code == NONE, code
