"""The page that sets parts of the handbook, or all of it, as one document; docs/assets/print.js
makes that of their pages."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model.wording import Wording
from generator.render.links import page_address
from generator.render.page import Page
from generator.resolve.resolve import Records

SINGLE = ("figures", "timeline", "errata", "terminology")
"""Parts that are one page."""


@dataclass(frozen=True)
class Part:
    """A part of the handbook."""

    name: str
    label: Wording
    addresses: tuple[str, ...]
    """Of its pages, below the variant's root, in their order."""


def print_page(records: Records) -> Page:
    """The choice of parts; what was chosen is kept in the address."""
    words = records.words
    return Page(
        "print.md",
        "print.md.j2",
        words["print"],
        (words["print-lead"],),
        {"parts": list(_parts(records))},
        script="print",
        is_wide=True,
    )


def _parts(records: Records) -> Iterator[Part]:
    lists = {
        "agencies": [it.id for it in records.agencies],
        "programmes": [it.id for it in records.programmes],
        "datasets": [it.id for it in records.datasets],
        "figures": [],
        "budget": [it.id for it in records.budgets],
        "timeline": [],
        "documents": [it.document.id for it in records.documents],
        "errata": [],
        "terminology": [],
    }
    for name, identifiers in lists.items():
        files = [f"{name}.md"] if name in SINGLE else [f"{name}/{it}.md" for it in identifiers]
        if files:
            yield Part(name, records.theme[f"nav.{name}"], tuple(map(page_address, files)))
