"""All records by identifier, each with the file it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.budget import Budget
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.history import KINDS, History
from generator.model.host import HostList
from generator.model.programme import Programme
from generator.model.terminology import (
    AllowedCharacters,
    ContextList,
    FormMap,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, Vocabulary
from generator.problem import Place
from generator.yaml_source import Source

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True)
class Held(Generic[R]):
    """A record and the file it was read from."""

    record: R
    source: Source
    folder: str = ""
    """Name of the folder that holds the file."""

    def place(self, *path: str | int) -> Place:
        """Where the field at `path` stands, for example `place("listings", 0, "date")`."""
        return self.source.place(path)


@dataclass(frozen=True)
class Terminology:
    """Everything under data/terminology/, by identifier."""

    names: Mapping[str, Held[NameList]]
    terms: Mapping[str, Held[TermList]]
    forms: Mapping[str, Held[FormMap]]
    contexts: Mapping[str, Held[ContextList]]
    allowed: Mapping[str, Held[AllowedCharacters]]


@dataclass(frozen=True)
class Catalogue:
    """Everything under data/, by kind and identifier."""

    documents: Mapping[str, Held[Document]]
    agencies: Mapping[str, Held[Agency]]
    datasets: Mapping[str, Held[Dataset]]
    programmes: Mapping[str, Held[Programme]]
    figures: Mapping[str, Held[FigureList]]
    """By subject."""
    events: Mapping[str, Held[EventList]]
    """By subject."""
    budgets: Mapping[str, Held[Budget]]
    """By document."""
    errata: Mapping[str, Held[ErratumList]]
    """By kind."""
    exceptions: Mapping[str, Held[Exceptions]]
    """By document."""
    vocabularies: Mapping[str, Held[Vocabulary]]
    prose: Mapping[str, Held[Prose]]
    terminology: Terminology
    history: Mapping[str, Held[History]] = field(default_factory=dict)
    """Identifiers that were published, by kind and file of the records: `datasets/sea-tides`."""
    hosts: Mapping[str, Held[HostList]] = field(default_factory=dict)
    """Hosts that addresses may lead to."""

    @cached_property
    def registered(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → identifier that was published → name of the file in which it was; made once, for
        the rules ask it of every record."""
        found: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
        for held in self.history.values():
            for identifier in held.record.identifiers:
                found[held.folder].setdefault(identifier, held.record.id)
        return found

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        """Codes of a vocabulary in their order; none if the vocabulary is missing."""
        held = self.vocabularies.get(vocabulary)
        return tuple(term.code for term in held.record.terms) if held else ()
