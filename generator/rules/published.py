"""What history tells the other rules: which records were published, so are older than the rest."""

from collections.abc import Iterable

from generator.model.catalogue import Catalogue
from generator.resolve.identifiers import identifiers


def was_published(catalogue: Catalogue, kind: str, identifier: str) -> bool:
    """Whether a record of this kind (`agencies`, `figures`…) stands in data/history/."""
    return any(
        identifier in held.record.identifiers
        for held in catalogue.history.values()
        if held.record.id == kind
    )


def vanished(catalogue: Catalogue, kind: str) -> frozenset[str]:
    """Identifiers that were published, are no more, and nobody said why."""
    there = identifiers(catalogue).get(kind, ())
    return frozenset(
        identifier
        for held in catalogue.history.values()
        if held.record.id == kind
        for identifier in {*held.record.identifiers} - {it.id for it in held.record.gone}
    ).difference(there)


def missing_file(catalogue: Catalogue, kind: str, identifier: str) -> str:
    """The record, as `figures/itf`, that would have to be there for `identifier` to be there."""
    lists = {"figures": catalogue.figures, "events": catalogue.events}.get(kind)
    if lists is None:
        return f"{kind}/{identifier}"
    # By habit the identifier of a figure or event begins with that of its subject.
    subjects = (
        it for it in (*catalogue.programmes, *catalogue.agencies) if identifier.startswith(f"{it}-")
    )
    subject = max(subjects, key=len, default=identifier)
    return f"{kind}/{identifier}" if subject in lists else f"{kind}/{subject}"


def oldest_first(catalogue: Catalogue, kind: str, names: Iterable[str]) -> list[str]:
    """`names` in their order, the published before the new: of two records that cannot both be
    right the new one is to blame, which may be a copy of the other."""
    old = {
        identifier
        for held in catalogue.history.values()
        if held.record.id == kind
        for identifier in held.record.identifiers
    }
    return sorted(names, key=lambda it: it not in old)
