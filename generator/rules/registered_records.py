"""Which records were published, and so are older than the others · Catalogue → identifiers."""

from collections.abc import Iterable

from generator.model.catalogue import Catalogue
from generator.resolve.identifiers import files, identifier_locations


def was_published(catalogue: Catalogue, kind: str, identifier: str) -> bool:
    """Whether a record of this kind (`agencies`, `figures`…) stands in data/history/."""
    return identifier in catalogue.registered[kind]


def vanished_identifiers(catalogue: Catalogue, kind: str) -> frozenset[str]:
    """Identifiers that were published and no longer exist without a reason given."""
    explained = {
        gone.id
        for record_file in catalogue.history.values()
        if record_file.folder == kind
        for gone in record_file.record.gone
    }
    existing = identifier_locations(catalogue).get(kind, {})
    return frozenset(catalogue.registered.get(kind, {})).difference(explained, existing)


def missing_file(catalogue: Catalogue, kind: str, identifier: str) -> str:
    """The record, as `figures/itf`, that would have to be there for `identifier` to be there: the
    file it was published in, or the item itself where that file is there."""
    existing = files(catalogue, kind)
    name = catalogue.registered[kind].get(identifier)
    if name is None:
        # By habit the identifier of a series begins with that of its subject.
        subjects = (*catalogue.programmes, *catalogue.agencies)
        begun = (it for it in subjects if identifier.startswith(f"{it}-"))
        name = max(begun, key=len, default=identifier)
    return f"{kind}/{identifier}" if name in existing else f"{kind}/{name}"


def published_first(catalogue: Catalogue, kind: str, names: Iterable[str]) -> list[str]:
    """`names` in their order, the published before the new: of two records that cannot both be
    right the new one is to blame, which may be a copy of the other."""
    old = catalogue.registered[kind]
    return sorted(names, key=lambda it: it not in old)
