"""Every text a catalogue shows, with the place where it is typed · Catalogue → Texts."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from generator.model.annotations import annotation_parts
from generator.model.base import Model, Record, Script
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.correction import Correction
from generator.model.dataset import Dataset, Listing
from generator.model.document import Document
from generator.model.synonyms import SynonymList
from generator.model.terminology import NameList
from generator.model.text import WrittenLine, WrittenPassage
from generator.model.vocabulary import Vocabulary
from generator.model.wording import Wording, bracketed_condition, settle


@dataclass(frozen=True)
class LocatedText:
    """One text of a record."""

    wording: Wording
    record_file: RecordFile[Record]
    path: tuple[str | int, ...]
    """Where it is typed: `record_file.place(*path)`."""


def texts(catalogue: Catalogue) -> Iterator[LocatedText]:
    """The texts of every record, in the order of the files."""
    walker = _Walker(catalogue)
    for record_file in catalogue.record_files():
        if isinstance(record_file.record, NameList):
            yield from _names(record_file)
        elif isinstance(record_file.record, SynonymList):
            yield from _synonyms(record_file)
        elif hasattr(record_file.record, "script"):
            yield from walker.walk(record_file)


def texts_of(catalogue: Catalogue, record_file: RecordFile[Any]) -> Iterator[LocatedText]:
    """The texts of one record."""
    return _Walker(catalogue).walk(record_file)


def printed_in(dataset: Dataset) -> str:
    """The document that prints a dataset's texts: the newest plan that lists it."""
    return dataset.listings[-1].document


def _names(record_file: RecordFile[Any]) -> Iterator[LocatedText]:
    for number, name in enumerate(record_file.record.names):
        at = ("names", number)
        yield LocatedText(Wording(name.hant, "zh-Hant", name.hans), record_file, at)
        for count, alias in enumerate(name.aliases):
            yield LocatedText(settle(alias, "zh-Hant"), record_file, (*at, "aliases", count))


def _synonyms(record_file: RecordFile[Any]) -> Iterator[LocatedText]:
    for number, group in enumerate(record_file.record.groups):
        for count, word in enumerate(group.words):
            at = ("groups", number, "words", count)
            yield LocatedText(Wording(word, "zh-Hant"), record_file, at)


_OWN_FIELDS = ("landing", "link_note", "links", "short_title")
"""Fields of a document's or dataset's record whose texts are ours, not the document's."""


PRINTED = ("label", "printed")
"""Fields of a budget whose texts are the document's; the others are ours."""


OWN_WORDS = ("page-words", "record-words")
"""Vocabularies whose `printed` is ours: what people call the pages and records."""


def _further_texts(record: Any) -> Iterator[tuple[Wording, tuple[str | int, ...]]]:
    """Texts that no type tells from other words."""
    if isinstance(record, Vocabulary) and record.id in OWN_WORDS:
        for number, term in enumerate(record.terms):
            for count, word in enumerate(term.printed):
                yield Wording(word, record.script), ("terms", number, "printed", count)
    elif isinstance(record, Correction):
        for number, change in enumerate(record.changes):
            for name, text in (("before", change.before), ("after", change.after)):
                if text is not None:
                    script = change.script or record.script
                    yield Wording(text, script), ("changes", number, name)
    elif isinstance(record, Budget):
        for number, statement in enumerate(record.statements):
            wording = Wording(statement.printed, record.script, None, record.id)
            yield wording, ("statements", number, "printed")


class _Walker:
    """Goes through the fields of a record and tells texts by their type."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue

    def walk(self, record_file: RecordFile[Any]) -> Iterator[LocatedText]:
        """The texts of one record."""
        record = record_file.record
        document = None
        if isinstance(record, Document):
            document = record.id
        elif isinstance(record, Dataset):
            document = printed_in(record)
        for wording, path in self._fields(record, record.script, document, ()):
            if isinstance(record, Budget) and path[-1] in PRINTED:
                yield LocatedText(replace(wording, document=record.id), record_file, path)
            else:
                yield LocatedText(wording, record_file, path)
        for wording, path in _further_texts(record):
            yield LocatedText(wording, record_file, path)

    def _fields(
        self, model: Model, script: Script, document: str | None, path: tuple[str | int, ...]
    ) -> Iterator[tuple[Wording, tuple[str | int, ...]]]:
        if isinstance(model, Listing):
            yield from self._listing(model, path)
            return
        for name, key, is_text in _fields_to_look_at(type(model)):
            value, at = getattr(model, name), (*path, key)
            source = None if name in _OWN_FIELDS else document
            items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
            for number, item in items:
                where = at if number is None else (*at, number)
                if isinstance(item, Model) and not isinstance(item, WrittenLine | WrittenPassage):
                    yield from self._fields(item, script, source, where)
                elif item is not None and is_text:
                    yield settle(item, script, source), where

    def _listing(
        self, listing: Listing, path: tuple[str | int, ...]
    ) -> Iterator[tuple[Wording, tuple[str | int, ...]]]:
        document = self._catalogue.documents.get(listing.document)
        if document is None:
            return  # rules/references.py names it
        for name in ("date_note", "frequency_printed", "name", "description"):
            text = getattr(listing, name)
            if text is not None:
                script = document.record.script
                wording = Wording(text, script, None, listing.document)
                yield wording, (*path, name)
                if name == "frequency_printed" and (condition := bracketed_condition(wording)):
                    yield condition, (*path, name)


@cache
def _fields_to_look_at(model: type[Model]) -> tuple[tuple[str, str, bool], ...]:
    """Fields that admit a text written per script or hold other models: the name, as it is written,
    and whether it admits a text. Most hold neither."""
    fields = (
        (name, info.alias or name, [*annotation_parts(info.annotation)])
        for name, info in model.model_fields.items()
    )
    return tuple(
        (name, key, WrittenLine in parts or WrittenPassage in parts)
        for name, key, parts in fields
        if any(isinstance(it, type) and issubclass(it, Model) for it in parts)
    )
