"""Which identifiers there are of each kind of record · Catalogue → kind → identifiers."""

from collections.abc import Mapping

from generator.model.catalogue import Catalogue

PAGES = ("agencies", "budget", "datasets", "documents", "programmes")
"""Kinds whose every record has a page of its own, at `/<kind>/<identifier>/`."""


def identifiers(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Kind → its identifiers, in order."""
    names = catalogue.terminology.names.values()
    found: dict[str, list[str]] = {
        "agencies": list(catalogue.agencies),
        "datasets": list(catalogue.datasets),
        "documents": list(catalogue.documents),
        "programmes": list(catalogue.programmes),
        "budget": list(catalogue.budgets),
        "figures": [it.id for held in catalogue.figures.values() for it in held.record.figures],
        "events": [it.id for held in catalogue.events.values() for it in held.record.events],
        "errata": [it.id for held in catalogue.errata.values() for it in held.record.errata],
        "terminology": [it.id for held in names for it in held.record.names],
    }
    return {kind: tuple(sorted(them)) for kind, them in found.items()}


def redirects(catalogue: Catalogue) -> tuple[tuple[str, str, str], ...]:
    """Kind and identifier of each page that is no more, and the page that takes its place."""
    return tuple(
        (held.record.id, gone.id, gone.to)
        for held in catalogue.history.values()
        for gone in held.record.gone
        if gone.to is not None
    )
