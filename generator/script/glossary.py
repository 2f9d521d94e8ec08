"""Terminology → the keys that a conversion looks for: terms with fixed translations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.terminology import ContextList, Name


@dataclass(frozen=True)
class Key:
    """A run of characters in one script and how it is written in the other."""

    source: str
    result: str
    script: Script
    """Script of `source`."""
    origin: str
    """What decides it: `name dtspp`, or the identifier of a list of terms."""
    documents: frozenset[str] = frozenset()
    """The documents in whose texts it is looked for; empty for every text."""
    is_word: bool = False
    """Whether it is left alone where it would cut a word of the text in two."""


@dataclass(frozen=True)
class Glossary:
    """What the terminology of a catalogue says about conversion."""

    keys: tuple[Key, ...]
    forms: Mapping[str, str] = field(hash=False)
    """Character OpenCC gives on Traditional pages → character the Government writes."""
    wrapped: frozenset[str] = frozenset()
    """Documents in whose text a space between Chinese characters is a line wrap."""
    contexts: tuple[ContextList, ...] = field(default=(), hash=False)
    """What decides characters for which the other script has several."""


def glossary(catalogue: Catalogue) -> Glossary:
    """The keys of every name and term, and the form map."""
    documents = [record_file.record for record_file in catalogue.documents.values()]
    return Glossary(
        keys=(*_name_keys(catalogue), *_term_keys(catalogue)),
        forms={
            form.opencc: form.wanted
            for record_file in catalogue.terminology.forms.values()
            for form in record_file.record.forms
        },
        wrapped=frozenset(document.id for document in documents if document.gaps == "wrap"),
        contexts=tuple(it.record for it in catalogue.terminology.contexts.values()),
    )


def _name_keys(catalogue: Catalogue) -> Iterator[Key]:
    for record_file in catalogue.terminology.names.values():
        for name in record_file.record.names:
            origin = f"name {name.id}"
            yield Key(name.hant, name.hans, "zh-Hant", origin)
            yield Key(name.hans, name.hant, "zh-Hans", origin)
            yield from _printed_keys(catalogue, name, origin)


def _printed_keys(catalogue: Catalogue, name: Name, origin: str) -> Iterator[Key]:
    """Forms in machine-converted documents; what a person printed is converted as printed."""
    machine = machine_documents(catalogue)
    forms = dict.fromkeys(it.form for it in name.printed if it.document in machine)
    for form in forms:
        yield Key(form, name.hant, "zh-Hans", origin, machine)


def _term_keys(catalogue: Catalogue) -> Iterator[Key]:
    machine = machine_documents(catalogue)
    for record_file in catalogue.terminology.terms.values():
        record = record_file.record
        scope = frozenset(record.documents) | (machine if record.simplified_by else frozenset())
        if record.simplified_by and not scope:
            continue
        for term in record.terms:
            is_word = record.script == "zh-Hans"
            yield Key(term.source, term.result, record.script, record.id, scope, is_word)


def machine_documents(catalogue: Catalogue) -> frozenset[str]:
    """The documents whose Simplified a machine made."""
    return frozenset(
        record_file.record.id
        for record_file in catalogue.documents.values()
        if record_file.record.simplified_by == "machine"
    )
