"""Where records name a record · Catalogue, what it is → files and the places in them.

The register of kinds tells the fields that hold an identifier; a renaming changes them all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model.base import Model, Record
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.kinds import PAGES, REFERENCES, SUBJECT_KINDS
from generator.model.vocabulary import Prose


@dataclass(frozen=True)
class Use:
    """A field that holds the identifier, or, of a series of figures, begins with it."""

    record_file: RecordFile[Record]
    path: tuple[str | int, ...]
    series: str = ""
    """What follows the identifier there: `-entries`."""


def uses(catalogue: Catalogue, kind: str, identifier: str) -> Iterator[Use]:
    """Every field that names the record of this kind, other than its own `id`."""
    for record_file in catalogue.record_files():
        for path in _paths(record_file.record, kind, identifier, ()):
            yield Use(record_file, path)
        if isinstance(record_file.record, Prose) and kind in SUBJECT_KINDS:
            yield from _series(catalogue, record_file, identifier)


def line_of_words(catalogue: Catalogue, kinds: Iterable[str], identifier: str) -> Use | None:
    """The line of data/vocabulary/record-words.yml that is about the record."""
    held = catalogue.vocabularies.get("record-words")
    codes = [term.code for term in held.record.terms] if held else []
    if held is None or identifier not in codes or not any(kind in PAGES for kind in kinds):
        return None
    return Use(held, ("terms", codes.index(identifier), "code"))


def _paths(
    model: Model, kind: str, identifier: str, at: tuple[str | int, ...]
) -> Iterator[tuple[str | int, ...]]:
    for name, info in type(model).model_fields.items():
        value, path = getattr(model, name), (*at, info.alias or name)
        meant = kind in REFERENCES.get(name, ())
        items = enumerate(value) if isinstance(value, tuple) else [(None, value)]
        for number, item in items:
            where = path if number is None else (*path, number)
            if isinstance(item, Model):
                yield from _paths(item, kind, identifier, where)
            elif meant and item == identifier:
                yield where


def _series(catalogue: Catalogue, record_file: RecordFile[Prose], identifier: str) -> Iterator[Use]:
    figures = catalogue.figures.get(identifier)
    measures = {f"-{it.measure}" for it in figures.record.figures} if figures else set()
    for number, series in enumerate(record_file.record.figures):
        rest = series.removeprefix(identifier)
        if rest in measures:
            yield Use(record_file, ("figures", number), rest)
