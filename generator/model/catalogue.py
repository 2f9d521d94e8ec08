"""All records by identifier, each with the file it came from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from generator.messages.problem import Place
from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.budget import Budget
from generator.model.correction import Correction
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.history import History
from generator.model.host import HostList
from generator.model.kinds import PUBLISHED, kind_of
from generator.model.programme import Programme
from generator.model.source import Source
from generator.model.statement import StatementList
from generator.model.synonyms import SynonymList
from generator.model.terminology import (
    AllowedCharacters,
    ContextList,
    FormMap,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, Vocabulary

R = TypeVar("R", bound=Record, covariant=True)


@dataclass(frozen=True)
class RecordFile(Generic[R]):
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

    names: Mapping[str, RecordFile[NameList]]
    terms: Mapping[str, RecordFile[TermList]]
    forms: Mapping[str, RecordFile[FormMap]]
    contexts: Mapping[str, RecordFile[ContextList]]
    allowed: Mapping[str, RecordFile[AllowedCharacters]]


@dataclass(frozen=True)
class Catalogue:
    """Everything under data/: kind → identifier → record, in the order of the register."""

    records: Mapping[str, Mapping[str, RecordFile[Any]]]
    """History is by kind and file of the records: `datasets/sea-tides`; the rest by identifier."""

    def of(self, model: type[R]) -> Mapping[str, RecordFile[R]]:
        """The records of one kind, by identifier; none if its folder is missing."""
        return self.records.get(kind_of(model).key, {})

    def record_files(self) -> Iterator[RecordFile[Any]]:
        """Every record of every kind, in the order of the register."""
        for records in self.records.values():
            yield from records.values()

    @property
    def documents(self) -> Mapping[str, RecordFile[Document]]:
        """Publications that facts are taken from."""
        return self.of(Document)

    @property
    def agencies(self) -> Mapping[str, RecordFile[Agency]]:
        """Organisations."""
        return self.of(Agency)

    @property
    def datasets(self) -> Mapping[str, RecordFile[Dataset]]:
        """Datasets that plans list."""
        return self.of(Dataset)

    @property
    def programmes(self) -> Mapping[str, RecordFile[Programme]]:
        """Schemes, funds, parks and policies."""
        return self.of(Programme)

    @property
    def figures(self) -> Mapping[str, RecordFile[FigureList]]:
        """Numbers, by whom or what they are about."""
        return self.of(FigureList)

    @property
    def events(self) -> Mapping[str, RecordFile[EventList]]:
        """What happened, by whom or what it is about."""
        return self.of(EventList)

    @property
    def statements(self) -> Mapping[str, RecordFile[StatementList]]:
        """What is said beside numbers and events, by whom or what it is about."""
        return self.of(StatementList)

    @property
    def budgets(self) -> Mapping[str, RecordFile[Budget]]:
        """Heads of the Estimates, by document."""
        return self.of(Budget)

    @property
    def errata(self) -> Mapping[str, RecordFile[ErratumList]]:
        """Problems of the documents, by kind."""
        return self.of(ErratumList)

    @property
    def corrections(self) -> Mapping[str, RecordFile[Correction]]:
        """What this site published otherwise."""
        return self.of(Correction)

    @property
    def exceptions(self) -> Mapping[str, RecordFile[Exceptions]]:
        """Numbers that no record uses, by document."""
        return self.of(Exceptions)

    @property
    def vocabularies(self) -> Mapping[str, RecordFile[Vocabulary]]:
        """Codes with their labels, and the interface's words."""
        return self.of(Vocabulary)

    @property
    def synonyms(self) -> Mapping[str, RecordFile[SynonymList]]:
        """Words that count as one when readers search."""
        return self.of(SynonymList)

    @property
    def prose(self) -> Mapping[str, RecordFile[Prose]]:
        """Pages written by hand."""
        return self.of(Prose)

    @property
    def terminology(self) -> Terminology:
        """Everything under data/terminology/."""
        return Terminology(
            names=self.of(NameList),
            terms=self.of(TermList),
            forms=self.of(FormMap),
            contexts=self.of(ContextList),
            allowed=self.of(AllowedCharacters),
        )

    @property
    def history(self) -> Mapping[str, RecordFile[History]]:
        """Identifiers that were published, by kind and file of the records."""
        return self.of(History)

    @property
    def hosts(self) -> Mapping[str, RecordFile[HostList]]:
        """Hosts that addresses may lead to."""
        return self.of(HostList)

    @cached_property
    def registered(self) -> Mapping[str, Mapping[str, str]]:
        """Kind → identifier that was published → name of the file in which it was; made once, for
        the rules ask it of every record."""
        registered: dict[str, dict[str, str]] = {name: {} for name in PUBLISHED}
        for record_file in self.history.values():
            for identifier in record_file.record.identifiers:
                registered[record_file.folder].setdefault(identifier, record_file.record.id)
        return registered

    def codes(self, vocabulary: str) -> tuple[str, ...]:
        """Codes of a vocabulary in their order; none if the vocabulary is missing."""
        record_file = self.vocabularies.get(vocabulary)
        return tuple(term.code for term in record_file.record.terms) if record_file else ()
