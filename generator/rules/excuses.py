"""Where a document contradicts itself or the world, an erratum says so · Catalogue → what for.

A record that gives what is printed there is right. The erratum is its written reason.
"""

from generator.model.catalogue import Catalogue
from generator.model.erratum import ErratumKind

Excuse = tuple[str, str, int]
"""Agency or programme, document, line."""


def excused(catalogue: Catalogue, kind: ErratumKind) -> frozenset[Excuse]:
    """Whom the errata of a kind are about, and the lines of documents that they name."""
    held = catalogue.errata.get(kind)
    return frozenset(
        (subject, spot.document, spot.line)
        for erratum in (held.record.errata if held else ())
        for subject in erratum.about
        for spot in erratum.locators
    )
