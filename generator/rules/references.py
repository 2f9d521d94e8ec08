"""Every identifier and code that a record names exists."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, closest_name
from generator.model.agency import Agency
from generator.model.base import Model
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import CODES, KINDS, REFERENCES, SUBJECT_KINDS, Kind, kind_named, kind_of
from generator.model.programme import Programme
from generator.model.wording import typed_forms

Path = tuple[str | int, ...]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A dangling reference would be a link to nowhere, or a page without its publisher.

    Budgets, and what has no page, have rules of their own, which know what else they may name.
    """
    for kind in KINDS:
        if kind.pages and not kind.about:
            for record_file in catalogue.of(kind.model).values():
                yield from _named_by(catalogue, record_file, record_file.record, ())


def _named_by(
    catalogue: Catalogue, record_file: RecordFile[Any], part: Model, at: Path
) -> Iterator[Problem]:
    """Every identifier, code and line that a record, or a part of it, gives in its fields."""
    for name, info in type(part).model_fields.items():
        value, path = getattr(part, name), (*at, info.alias or name)
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for number, item in items:
            where = path if number is None else (*path, number)
            if isinstance(item, Model):
                yield from _named_by(catalogue, record_file, item, where)
            elif item is not None:
                yield from _value(catalogue, record_file, part, name, item, where)


def _value(
    catalogue: Catalogue, record_file: RecordFile[Any], part: Model, name: str, item: Any, at: Path
) -> Iterator[Problem]:
    if kinds := REFERENCES.get(name):
        there = {it for kind in kinds for it in catalogue.of(kind_named(kind).model)}
        word = kind_named("programmes" if "programmes" in kinds else kinds[0]).word
        yield from known(item, there, word, record_file.place(*at))
    elif vocabulary := CODES.get((type(part).__name__, name)):
        yield from code(catalogue, vocabulary, item, record_file.place(*at))
    elif name == "line" and (document := getattr(part, "document", None)):
        yield from line(catalogue, document, item, record_file.place(*at))


def names(catalogue: Catalogue) -> Iterator[Problem]:
    """Every agency and programme has its name in one place."""
    for agency in catalogue.agencies.values():
        yield from _named_once(catalogue, agency, ("name", "english", "acronym", "aliases"))
    for programme in catalogue.programmes.values():
        yield from _named_once(catalogue, programme, ("name",))


def _named_once(
    catalogue: Catalogue,
    record_file: RecordFile[Agency] | RecordFile[Programme],
    fields: Iterable[str],
) -> Iterator[Problem]:
    """A name typed in two places would sooner or later be two names."""
    record, lists = record_file.record, catalogue.terminology.names.values()
    named = any(name.id == record.id for names in lists for name in names.record.names)
    if record.name is None and not named:
        tip = say(
            "add `name:` here, or a name with the id {id} under data/terminology/names/",
            id=record.id,
        )
        message = say("this {kind} has no name", kind=kind_of(type(record)).word)
        yield Problem(record_file.place(), message, tip, needs=(f"terminology/{record.id}",))
    for field in fields:
        if named and getattr(record, field):
            message = say("{field} is already given under data/terminology/names/", field=field)
            yield Problem(record_file.place(field), message, say("remove it here"))


_BY_WORD = {str(kind.word): kind for kind in KINDS if kind.word}
_LIKELY_KINDS = {"programme": (*SUBJECT_KINDS, "terminology")}
"""Kinds one of which the record would be of: what is named as a programme may be an agency, and an
erratum is about a mere name as well."""


def known(wanted: str, there: Iterable[str], kind: str, place: Place) -> Iterator[Problem]:
    """Unless `wanted` is there: no such `kind`, and perhaps what was meant."""
    if wanted not in there:
        yield Problem(
            place,
            say("unknown {kind} {wanted!r}", kind=_BY_WORD[kind].word, wanted=wanted),
            _tip(wanted, there, _BY_WORD[kind]),
            needs=tuple(
                f"{name}/{wanted}" for name in _LIKELY_KINDS.get(kind, (_BY_WORD[kind].name,))
            ),
        )


def _tip(wanted: str, known: Iterable[str], kind: Kind) -> str:
    if close := closest_name(wanted, known):
        return say("did you mean {close!r}?", close=close)
    folder = f"{kind.folder}/<agency>" if kind.nested else kind.folder
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
    forms = {
        form: term.code for term in terms for form in (*typed_forms(term.label), *term.printed)
    }
    # A unit's label has a place for its number: `{n}港元`.
    bare = {re.sub(r"\{\w+\}", "", form).strip(): code for form, code in forms.items()}
    return bare | forms


def forms_of(catalogue: Catalogue, vocabulary: str) -> dict[str, set[str]]:
    """Label, or form in which documents print it → codes it may stand for."""
    meant: dict[str, set[str]] = {}
    record_file = catalogue.vocabularies.get(vocabulary)
    for term in record_file.record.terms if record_file else ():
        for form in (*typed_forms(term.label), *term.printed):
            meant.setdefault(form, set()).add(term.code)
    return meant


def allowed_codes(
    vocabulary: str, codes: Sequence[str], given: str, meant: str | None = None
) -> str:
    """Which codes there are, and the one that was perhaps meant."""
    listed = list_names(codes)
    if close := meant or closest_name(given, codes):
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
    record_file = catalogue.documents.get(document)
    if record_file and line > record_file.record.lines:
        yield Problem(
            place,
            say("{document} has no line {line}", document=document, line=line),
            say(
                "its text has {lines} lines: look the line up again", lines=record_file.record.lines
            ),
            needs=(f"lines/{document}",),
        )
