"""Listings and the plans they stand in agree: section, status, number of rows, folder."""

from collections import Counter
from collections.abc import Iterator

from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset, Listing
from generator.problem import Place, Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A row counted twice, or lost, makes every count on the site wrong."""
    first: dict[tuple[str, str, int], Place] = {}
    counted: Counter[tuple[str, str]] = Counter()
    for held in catalogue.datasets.values():
        yield from _folder(held)
        for number, listing in enumerate(held.record.listings):
            place = held.place("listings", number)
            yield from _section(catalogue, held, number, listing)
            row = (listing.document, listing.section, listing.row)
            if row in first:
                yield Problem(
                    place,
                    f"row {listing.row} of {listing.section} is already listed at {first[row]}",
                    "one row belongs to one dataset: correct section or row",
                )
            first.setdefault(row, place)
            counted[listing.document, listing.section] += 1
    yield from _counts(catalogue, counted)


def _folder(held: Held[Dataset]) -> Iterator[Problem]:
    if held.folder != held.record.agency:
        yield Problem(
            held.place("agency"),
            f"agency {held.record.agency!r} differs from the folder {held.folder!r}",
            f"move the file to datasets/{held.record.agency}/, or correct the agency",
        )


def _section(
    catalogue: Catalogue, held: Held[Dataset], number: int, listing: Listing
) -> Iterator[Problem]:
    document = catalogue.documents.get(listing.document)
    if document is None:
        return  # rules/references.py names it
    codes = [section.code for section in document.record.sections]
    if listing.section not in codes:
        place = held.place("listings", number, "section")
        tip = f"its sections: {', '.join(codes) or 'none'}"
        yield Problem(place, f"{listing.document} has no section {listing.section}", tip)
    wanted = "released" if listing.section.startswith("D") else "planned"
    if listing.status != wanted:
        place = held.place("listings", number, "status")
        message = f"section {listing.section} lists what is {wanted}, not {listing.status}"
        yield Problem(place, message, f"write `status: {wanted}`, or correct the section")
    if held.record.spatial != listing.section.endswith(".i"):
        spatial = str(listing.section.endswith(".i")).lower()
        message = f"`spatial` disagrees with section {listing.section}"
        yield Problem(held.place("spatial"), message, f"write `spatial: {spatial}`")


def _counts(catalogue: Catalogue, counted: Counter[tuple[str, str]]) -> Iterator[Problem]:
    for document in catalogue.documents.values():
        for number, section in enumerate(document.record.sections):
            place = document.place("sections", number, "rows")
            listed = counted[document.record.id, section.code]
            if listed != section.rows:
                yield Problem(
                    place,
                    f"section {section.code} has {section.rows} rows, but {listed} are listed "
                    "under data/datasets/",
                    "add the missing listing, or correct `rows` against the document",
                )
            if (section.rows == 0) != (section.empty is not None):
                yield Problem(
                    place,
                    f"section {section.code}: `rows` and `empty` contradict each other",
                    "a section without rows says why in `empty`; one with rows has no `empty`",
                )
