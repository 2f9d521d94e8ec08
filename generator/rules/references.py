"""Every identifier and code that a record names exists."""

from collections.abc import Iterable, Iterator, Sequence

from generator.message import say
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset
from generator.model.programme import Programme
from generator.model.wording import Text
from generator.problem import Place, Problem, nearest


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A dangling reference would be a link to nowhere, or a page without its publisher."""
    agencies, documents = catalogue.agencies, catalogue.documents
    for document in documents.values():
        publisher = document.record.publisher
        if publisher:
            yield from known(publisher, agencies, "agency", document.place("publisher"))
    for agency in agencies.values():
        record = agency.record
        yield from code(catalogue, "agency-kinds", record.kind, agency.place("kind"))
        for field, other in (("parent", record.parent), ("successor", record.successor)):
            if other:
                yield from known(other, agencies, "agency", agency.place(field))
        for number, locator in enumerate(record.locators):
            place = agency.place("locators", number, "document")
            yield from known(locator.document, documents, "document", place)
            yield from line(
                catalogue, locator.document, locator.line, agency.place("locators", number, "line")
            )
    for dataset in catalogue.datasets.values():
        yield from _dataset(catalogue, dataset)


def names(catalogue: Catalogue) -> Iterator[Problem]:
    """Every agency and programme has its name in one place."""
    for agency in catalogue.agencies.values():
        yield from _named_once(catalogue, agency, ("name", "english", "acronym", "aliases"))
    for programme in catalogue.programmes.values():
        yield from _named_once(catalogue, programme, ("name",))


def _dataset(catalogue: Catalogue, held: Held[Dataset]) -> Iterator[Problem]:
    record = held.record
    yield from known(record.agency, catalogue.agencies, "agency", held.place("agency"))
    yield from code(catalogue, "categories", record.category, held.place("category"))
    yield from code(catalogue, "frequencies", record.frequency, held.place("frequency"))
    for number, listing in enumerate(record.listings):
        place = held.place("listings", number, "document")
        yield from known(listing.document, catalogue.documents, "document", place)
        yield from line(
            catalogue, listing.document, listing.line, held.place("listings", number, "line")
        )


def _named_once(
    catalogue: Catalogue, held: Held[Agency] | Held[Programme], fields: Iterable[str]
) -> Iterator[Problem]:
    """A name typed in two places would sooner or later be two names."""
    record, lists = held.record, catalogue.terminology.names.values()
    named = any(name.id == record.id for names in lists for name in names.record.names)
    if record.name is None and not named:
        tip = say(
            "add `name:` here, or a name with the id {id} under data/terminology/names/",
            id=record.id,
        )
        kind = _KINDS[type(record).__name__.lower()]
        message = say("this {kind} has no name", kind=kind)
        yield Problem(held.place(), message, tip, needs=(f"terminology/{record.id}",))
    for field in fields:
        if named and getattr(record, field):
            message = say("{field} is already given under data/terminology/names/", field=field)
            yield Problem(held.place(field), message, say("remove it here"))


_FOLDERS = {
    "agency": "agencies",
    "dataset": "datasets/<agency>",
    "document": "documents",
    "programme": "programmes",
}
_SOUGHT = {
    "agency": ("agencies",),
    "dataset": ("datasets",),
    "document": ("documents",),
    "programme": ("programmes", "agencies", "terminology"),
}
"""Kinds one of which the record would be of; what is named as a programme may be an agency, and an
erratum is about a mere name as well."""
_KINDS = {
    "agency": say("agency"),
    "dataset": say("dataset"),
    "document": say("document"),
    "programme": say("programme"),
}


def known(wanted: str, there: Iterable[str], kind: str, place: Place) -> Iterator[Problem]:
    """Unless `wanted` is there: no such `kind`, and perhaps what was meant."""
    if wanted not in there:
        yield Problem(
            place,
            say("unknown {kind} {wanted!r}", kind=_KINDS.get(kind, kind), wanted=wanted),
            _tip(wanted, there, _FOLDERS[kind]),
            needs=tuple(f"{folder}/{wanted}" for folder in _SOUGHT[kind]),
        )


def _tip(wanted: str, known: Iterable[str], folder: str) -> str:
    if close := nearest(wanted, known):
        return say("did you mean {close!r}?", close=close)
    return say("add data/{folder}/{name}.yml or correct the name", folder=folder, name=wanted)


def code(catalogue: Catalogue, vocabulary: str, code: str, place: Place) -> Iterator[Problem]:
    """Unless the vocabulary has the code: which ones it has."""
    codes = catalogue.codes(vocabulary)
    # A missing vocabulary is one problem (rules/vocabulary.py), not one for each record.
    if codes and code not in codes:
        tip = allowed_codes(vocabulary, codes, code, _by_words(catalogue, vocabulary).get(code))
        yield Problem(place, say("unknown code {code!r}", code=code), tip)


def _by_words(catalogue: Catalogue, vocabulary: str) -> dict[str, str]:
    """Label, or form in which documents print it → code."""
    terms = catalogue.vocabularies[vocabulary].record.terms
    return {form: term.code for term in terms for form in (*_forms(term.label), *term.printed)}


def forms_of(catalogue: Catalogue, vocabulary: str) -> dict[str, set[str]]:
    """Label, or form in which documents print it → codes it may stand for."""
    meant: dict[str, set[str]] = {}
    held = catalogue.vocabularies.get(vocabulary)
    for term in held.record.terms if held else ():
        for form in (*_forms(term.label), *term.printed):
            meant.setdefault(form, set()).add(term.code)
    return meant


def _forms(text: Text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(filter(None, (text.hant, text.hans)))


def allowed_codes(
    vocabulary: str, codes: Sequence[str], given: str, meant: str | None = None
) -> str:
    """Which codes there are, and the one that was perhaps meant."""
    listed = ", ".join(codes)
    if close := meant or nearest(given, codes):
        return say(
            "did you mean {close!r}? codes of data/vocabulary/{vocabulary}.yml: {codes}",
            close=close,
            vocabulary=vocabulary,
            codes=listed,
        )
    return say(
        "codes of data/vocabulary/{vocabulary}.yml: {codes}", vocabulary=vocabulary, codes=listed
    )


def line(catalogue: Catalogue, document: str, line: int, place: Place) -> Iterator[Problem]:
    """Unless the document has so many lines: how many there are."""
    held = catalogue.documents.get(document)
    if held and line > held.record.lines:
        yield Problem(
            place,
            say("{document} has no line {line}", document=document, line=line),
            say("its text has {lines} lines: look the line up again", lines=held.record.lines),
            needs=(f"lines/{document}",),
        )
