"""Every identifier and code that a record names exists."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset
from generator.problem import Place, Problem


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A dangling reference would be a link to nowhere, or a page without its publisher."""
    agencies, documents = catalogue.agencies, catalogue.documents
    for document in documents.values():
        publisher = document.record.publisher
        if publisher:
            yield from _known(publisher, agencies, "agency", document.place("publisher"))
    for agency in agencies.values():
        record = agency.record
        yield from _code(catalogue, "agency-kinds", record.kind, agency.place("kind"))
        yield from _named_once(catalogue, agency)
        if record.parent:
            yield from _known(record.parent, agencies, "agency", agency.place("parent"))
        for number, locator in enumerate(record.locators):
            place = agency.place("locators", number, "document")
            yield from _known(locator.document, documents, "document", place)
            yield from _line(
                catalogue, locator.document, locator.line, agency.place("locators", number, "line")
            )
    for dataset in catalogue.datasets.values():
        yield from _dataset(catalogue, dataset)


def _dataset(catalogue: Catalogue, held: Held[Dataset]) -> Iterator[Problem]:
    record = held.record
    yield from _known(record.agency, catalogue.agencies, "agency", held.place("agency"))
    yield from _code(catalogue, "categories", record.category, held.place("category"))
    yield from _code(catalogue, "frequencies", record.frequency, held.place("frequency"))
    for number, listing in enumerate(record.listings):
        place = held.place("listings", number, "document")
        yield from _known(listing.document, catalogue.documents, "document", place)
        yield from _line(
            catalogue, listing.document, listing.line, held.place("listings", number, "line")
        )


def _named_once(catalogue: Catalogue, held: Held[Agency]) -> Iterator[Problem]:
    """A name typed in two places would sooner or later be two names."""
    record, lists = held.record, catalogue.terminology.names.values()
    known = any(name.id == record.id for names in lists for name in names.record.names)
    if record.name is None and not known:
        tip = f"add `name:` here, or a name with the id {record.id} under data/terminology/names/"
        yield Problem(held.place(), "this agency has no name", tip)
    for field in ("name", "english", "acronym", "aliases"):
        if known and getattr(record, field):
            message = f"{field} is already given under data/terminology/names/"
            yield Problem(held.place(field), message, "remove it here")


_FOLDERS = {"agency": "agencies", "document": "documents"}


def _known(wanted: str, known: Iterable[str], kind: str, place: Place) -> Iterator[Problem]:
    if wanted not in known:
        yield Problem(place, f"unknown {kind} {wanted!r}", _tip(wanted, known, _FOLDERS[kind]))


def _tip(wanted: str, known: Iterable[str], folder: str) -> str:
    close = get_close_matches(wanted, list(known), n=1)
    if close:
        return f"did you mean {close[0]!r}?"
    return f"add data/{folder}/{wanted}.yml or correct the name"


def _code(catalogue: Catalogue, vocabulary: str, code: str, place: Place) -> Iterator[Problem]:
    codes = catalogue.codes(vocabulary)
    # A missing vocabulary is one problem (rules/vocabulary.py), not one for each record.
    if codes and code not in codes:
        tip = f"codes of data/vocabulary/{vocabulary}.yml: {', '.join(codes)}"
        yield Problem(place, f"unknown code {code!r}", tip)


def _line(catalogue: Catalogue, document: str, line: int, place: Place) -> Iterator[Problem]:
    held = catalogue.documents.get(document)
    if held and line > held.record.lines:
        yield Problem(
            place,
            f"{document} has no line {line}",
            f"its text has {held.record.lines} lines: look the line up again",
        )
