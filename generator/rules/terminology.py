"""The terminology does not contradict itself, and says nothing in vain."""

import itertools
from collections import defaultdict
from collections.abc import Iterator

from generator.message import say
from generator.model.address import fault
from generator.model.catalogue import Catalogue, Held
from generator.model.terminology import NameList, TermList
from generator.problem import Place, Problem, Severity, quoted
from generator.rules import references
from generator.rules.published import was_published
from generator.rules.references import allowed_codes
from generator.script.convert import converter_with
from generator.script.glossary import Key, glossary


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A key with two results would make the conversion a matter of chance."""
    for names in catalogue.terminology.names.values():
        yield from _references(catalogue, names)
    yield from _repeated_names(catalogue)
    for terms in catalogue.terminology.terms.values():
        yield from _documents(catalogue, terms)
        yield from _order(terms)
        yield from _examples(terms)
    places = _places(catalogue)
    yield from _two_results(catalogue, places)
    yield from _hidden(catalogue, places)
    yield from _in_vain(catalogue)


def _references(catalogue: Catalogue, held: Held[NameList]) -> Iterator[Problem]:
    kinds = catalogue.codes("name-kinds")
    if kinds and held.record.id not in kinds:
        tip = allowed_codes("name-kinds", kinds, held.record.id)
        yield Problem(held.place("id"), say("unknown kind of names {id!r}", id=held.record.id), tip)
    for number, name in enumerate(held.record.names):
        for field in ("stands", "printed"):
            for count, it in enumerate(getattr(name, field)):
                at = ("names", number, field, count)
                yield from _lines(catalogue, it.document, it.lines, held, at)
        for count, source in enumerate(name.confirmed_by):
            place = held.place("names", number, "confirmed_by", count)
            yield from _source(catalogue, source, place)


def _source(catalogue: Catalogue, source: str, place: Place) -> Iterator[Problem]:
    """What confirms a name is a document, or an address that becomes a link."""
    if source.startswith(("https://", "http://")):
        if found := fault(source):
            yield Problem(place, *found)
    elif was_published(catalogue, "documents", source):
        yield from references.known(source, catalogue.documents, "document", place)
    elif source not in catalogue.documents:
        yield Problem(
            place,
            say("{source} is neither a document nor a web address", source=quoted(source)),
            say("name a record under data/documents/, or start with https://"),
            needs=(f"documents/{source}",),
        )


def _lines(
    catalogue: Catalogue,
    document: str,
    lines: tuple[int, ...],
    held: Held[NameList],
    at: tuple[str | int, ...],
) -> Iterator[Problem]:
    known = catalogue.documents.get(document)
    if known is None:
        place = held.place(*at, "document")
        yield from references.known(document, catalogue.documents, "document", place)
        return
    for number, line in enumerate(lines):
        if line > known.record.lines:
            yield Problem(
                held.place(*at, "lines", number),
                say("{document} has no line {line}", document=document, line=line),
                say("its text has {lines} lines: look the line up again", lines=known.record.lines),
                needs=(f"lines/{document}",),
            )


def _repeated_names(catalogue: Catalogue) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for held in catalogue.terminology.names.values():
        for number, name in enumerate(held.record.names):
            place = held.place("names", number, "id")
            if name.id in first:
                message = say(
                    "name {id!r} already stands at {first}", id=name.id, first=first[name.id]
                )
                yield Problem(place, message, say("identifiers are unique: choose another"))
            first.setdefault(name.id, place)


def _documents(catalogue: Catalogue, held: Held[TermList]) -> Iterator[Problem]:
    for number, document in enumerate(held.record.documents):
        yield from references.known(
            document, catalogue.documents, "document", held.place("documents", number)
        )


def _examples(held: Held[TermList]) -> Iterator[Problem]:
    for number, term in enumerate(held.record.terms):
        if term.example is not None and term.source not in term.example:
            place = held.place("terms", number, "example")
            message = say(
                "the example {example} does not hold {source}",
                example=quoted(term.example),
                source=quoted(term.source),
            )
            yield Problem(place, message, say("give a text in which the term is needed"))


def _order(held: Held[TermList]) -> Iterator[Problem]:
    terms = held.record.terms
    for number, (before, term) in enumerate(itertools.pairwise(terms), 1):
        if term.source < before.source:
            message = say(
                "{source} stands below {other}",
                source=quoted(term.source),
                other=quoted(before.source),
            )
            tip = say("keep the terms in the order of their characters, so that none stands twice")
            yield Problem(held.place("terms", number, "from"), message, tip)


def _places(catalogue: Catalogue) -> dict[tuple[str, str], Place]:
    """(origin, source) of each key → where it is typed."""
    terminology = catalogue.terminology
    places: dict[tuple[str, str], Place] = {}
    for names in terminology.names.values():
        for number, name in enumerate(names.record.names):
            origin = f"name {name.id}"
            places.setdefault((origin, name.hant), names.place("names", number, "zh-Hant"))
            places.setdefault((origin, name.hans), names.place("names", number, "zh-Hans"))
            for count, printed in enumerate(name.printed):
                place = names.place("names", number, "printed", count, "form")
                places.setdefault((origin, printed.form), place)
    for terms in terminology.terms.values():
        for number, term in enumerate(terms.record.terms):
            place = terms.place("terms", number, "from")
            places.setdefault((terms.record.id, term.source), place)
    return places


def _two_results(catalogue: Catalogue, places: dict[tuple[str, str], Place]) -> Iterator[Problem]:
    keys: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in glossary(catalogue).keys:
        for other in keys[key.script, key.source]:
            if key.result != other.result and _meet(key, other):
                yield Problem(
                    places[key.origin, key.source],
                    say(
                        "{source} becomes {result!r} here, but {rival!r} at {place}",
                        source=quoted(key.source),
                        result=key.result,
                        rival=other.result,
                        place=places[other.origin, other.source],
                    ),
                    say("one run of characters has one result: keep one of the two"),
                )
        keys[key.script, key.source].append(key)


def _hidden(catalogue: Catalogue, places: dict[tuple[str, str], Place]) -> Iterator[Problem]:
    """Inside a longer key a shorter one is not looked for; unless `keep` says so, both agree."""
    roles = {held.record.id: held.record.role for held in catalogue.terminology.terms.values()}
    keys = [
        key for key in glossary(catalogue).keys if roles.get(key.origin) in ("repair", "restore")
    ]
    for short in keys:
        for long in keys:
            at = long.source.find(short.source) if short is not long else -1
            if at < 0 or short.source == long.source or short.script != long.script:
                continue
            there = long.result[at : at + len(short.result)]
            if there != short.result and _meet(short, long):
                yield Problem(
                    places[short.origin, short.source],
                    say(
                        "{source} becomes {result!r}, but inside {other} at {place} it is "
                        "{there!r}",
                        source=quoted(short.source),
                        result=short.result,
                        other=quoted(long.source),
                        place=places[long.origin, long.source],
                        there=there,
                    ),
                    say(
                        "correct one of the two, or move the longer one to a list whose role is "
                        "`keep`"
                    ),
                )


def _in_vain(catalogue: Catalogue) -> Iterator[Problem]:
    """A term that changes nothing hides the ones that do; a newer OpenCC may have made it so."""
    converter = converter_with(glossary(catalogue))
    for held in catalogue.terminology.terms.values():
        record = held.record
        document = record.documents[0] if record.documents else None
        for number, term in enumerate(record.terms):
            text, wanted = term.source, term.result
            if term.example is not None:
                text = term.example
                wanted = converter.convert(text, record.script, document)
            without = converter.without(record.id, term.source, text, record.script, document)
            if without == wanted:
                yield Problem(
                    held.place("terms", number, "from"),
                    say(
                        "{text} becomes {without!r} even without this term",
                        text=quoted(text),
                        without=without,
                    ),
                    say("remove it, or give as `example` a text that goes wrong without it"),
                    severity=Severity.WARNING,
                )


def _meet(one: Key, other: Key) -> bool:
    """Whether both can be looked for in one text, neither for more special documents."""
    if bool(one.documents) != bool(other.documents):
        return False
    return not one.documents or bool(one.documents & other.documents)
