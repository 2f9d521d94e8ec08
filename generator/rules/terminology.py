"""Check that the terminology does not contradict itself and has no term that changes nothing."""

import itertools
from collections import defaultdict
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.address import address_fault
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.model.terminology import NameList, TermList
from generator.rules import references
from generator.rules.references import allowed_codes
from generator.rules.registered_records import was_published
from generator.rules.repetitions import repetitions
from generator.script.convert import converter_with
from generator.script.glossary import Key, glossary, machine_documents


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A word with two results would make the conversion a matter of chance."""
    for names in catalogue.terminology.names.values():
        yield from _references(catalogue, names)
    yield from _repeated_names(catalogue)
    for terms in catalogue.terminology.terms.values():
        yield from _documents(catalogue, terms)
        yield from _order(terms)
        yield from _examples(terms)
    places = _places(catalogue)
    yield from _two_results(catalogue, places)
    yield from _hidden_in_longer(catalogue, places)
    yield from _needless_terms(catalogue)


def _references(catalogue: Catalogue, record_file: RecordFile[NameList]) -> Iterator[Problem]:
    kinds = catalogue.codes("name-kinds")
    if kinds and record_file.record.id not in kinds:
        tip = allowed_codes("name-kinds", kinds, record_file.record.id)
        yield Problem(
            record_file.place("id"),
            say("unknown kind of names {id!r}", id=record_file.record.id),
            tip,
        )
    for number, name in enumerate(record_file.record.names):
        for field in ("stands", "printed", "forms_stand"):
            for count, mention in enumerate(getattr(name, field)):
                at = ("names", number, field, count)
                yield from _lines(catalogue, mention.document, mention.lines, record_file, at)
        for count, source in enumerate(name.confirmed_by):
            place = record_file.place("names", number, "confirmed_by", count)
            yield from _source(catalogue, source, place)


def _source(catalogue: Catalogue, source: str, place: Place) -> Iterator[Problem]:
    """Check that what confirms a name is a known document or a valid address."""
    if source.startswith(("https://", "http://")):
        if problem := address_fault(source):
            yield Problem(place, *problem)
    elif was_published(catalogue, "documents", source):
        yield from references.known(source, catalogue.documents, "document", place)
    elif source not in catalogue.documents:
        yield Problem(
            place,
            say("{source} is neither a document nor a web address", source=quote_value(source)),
            say("name a record under data/documents/, or start with https://"),
            needs=(f"documents/{source}",),
        )


def _lines(
    catalogue: Catalogue,
    document: str,
    lines: tuple[int, ...],
    record_file: RecordFile[NameList],
    at: FieldPath,
) -> Iterator[Problem]:
    place = record_file.place(*at, "document")
    yield from references.known(document, catalogue.documents, "document", place)
    for number, line in enumerate(lines):
        yield from references.line(
            catalogue, document, line, record_file.place(*at, "lines", number)
        )


def _repeated_names(catalogue: Catalogue) -> Iterator[Problem]:
    places = (
        (name.id, record_file.place("names", number, "id"))
        for record_file in catalogue.terminology.names.values()
        for number, name in enumerate(record_file.record.names)
    )
    for identifier, place, first in repetitions(places):
        message = say("name {id!r} already stands at {first}", id=identifier, first=first)
        yield Problem(place, message, say("identifiers are unique: choose another"))


def _documents(catalogue: Catalogue, record_file: RecordFile[TermList]) -> Iterator[Problem]:
    for number, document in enumerate(record_file.record.documents):
        yield from references.known(
            document, catalogue.documents, "document", record_file.place("documents", number)
        )


def _examples(record_file: RecordFile[TermList]) -> Iterator[Problem]:
    for number, term in enumerate(record_file.record.terms):
        if term.example is not None and term.source not in term.example:
            place = record_file.place("terms", number, "example")
            message = say(
                "the example {example} does not hold {source}",
                example=quote_value(term.example),
                source=quote_value(term.source),
            )
            yield Problem(place, message, say("give a text in which the term is needed"))


def _order(record_file: RecordFile[TermList]) -> Iterator[Problem]:
    terms = record_file.record.terms
    for number, (before, term) in enumerate(itertools.pairwise(terms), 1):
        if term.source < before.source:
            message = say(
                "{source} stands below {other}",
                source=quote_value(term.source),
                other=quote_value(before.source),
            )
            tip = say("keep the terms in the order of their characters, so that none stands twice")
            yield Problem(record_file.place("terms", number, "from"), message, tip)


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
            if key.result != other.result and _may_meet(key, other):
                yield Problem(
                    places[key.origin, key.source],
                    say(
                        "{source} becomes {result!r} here, but {rival!r} at {place}",
                        source=quote_value(key.source),
                        result=key.result,
                        rival=other.result,
                        place=places[other.origin, other.source],
                    ),
                    say("one run of characters has one result: keep one of the two"),
                )
        keys[key.script, key.source].append(key)


def _hidden_in_longer(
    catalogue: Catalogue, places: dict[tuple[str, str], Place]
) -> Iterator[Problem]:
    """Report short keys whose result differs inside a longer key, unless a `keep` list says so."""
    roles = {
        record_file.record.id: record_file.record.role
        for record_file in catalogue.terminology.terms.values()
    }
    keys = [
        key for key in glossary(catalogue).keys if roles.get(key.origin) in ("repair", "restore")
    ]
    for short in keys:
        for long in keys:
            at = long.source.find(short.source) if short is not long else -1
            if at < 0 or short.source == long.source or short.script != long.script:
                continue
            inside = long.result[at : at + len(short.result)]
            if len(long.result) != len(long.source) and short.result in long.result:
                continue  # the words moved when one became longer or shorter
            if inside != short.result and _may_meet(short, long):
                yield Problem(
                    places[short.origin, short.source],
                    say(
                        "{source} becomes {result!r}, but inside {other} at {place} it is "
                        "{there!r}",
                        source=quote_value(short.source),
                        result=short.result,
                        other=quote_value(long.source),
                        place=places[long.origin, long.source],
                        there=inside,
                    ),
                    say(
                        "correct one of the two, or move the longer one to a list whose role is "
                        "`keep`"
                    ),
                )


def _needless_terms(catalogue: Catalogue) -> Iterator[Problem]:
    """Warn of terms that change nothing; a newer OpenCC may have made them unnecessary."""
    converter = converter_with(glossary(catalogue))
    for record_file in catalogue.terminology.terms.values():
        record = record_file.record
        documents = record.documents
        if record.simplified_by:
            documents = tuple(sorted(machine_documents(catalogue)))
            if not documents:
                continue
        document = documents[0] if documents else None
        for number, term in enumerate(record.terms):
            text, expected = term.source, term.result
            if term.example is not None:
                text = term.example
                expected = converter.convert(text, record.script, document)
            result_without = converter.convert_without(
                record.id, term.source, text, record.script, document
            )
            if result_without == expected:
                yield Problem(
                    record_file.place("terms", number, "from"),
                    say(
                        "{text} becomes {without!r} even without this term",
                        text=quote_value(text),
                        without=result_without,
                    ),
                    say("remove it, or give as `example` a text that goes wrong without it"),
                    severity=Severity.WARNING,
                )


def _may_meet(key: Key, rival: Key) -> bool:
    """Whether both keys are used in the same text with the same priority."""
    if bool(key.documents) != bool(rival.documents):
        return False
    return not key.documents or bool(key.documents & rival.documents)
