"""The one register of record kinds: what stands below data/, and what each kind is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.messages.message import say
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
from generator.model.programme import Programme
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


@dataclass(frozen=True)
class Kind:
    """One kind of record: a folder below data/ whose every file holds one `model`."""

    folder: str
    model: type[Record]
    word: str = ""
    """What a person calls one, as `dev.py new` does; empty for what nobody begins by command."""
    pages: bool = False
    """Whether each record has a page of its own, `/<folder>/<id>/`."""
    taken: tuple[str, ...] = ()
    """Addresses below the list of its pages that are no record's: `/datasets/calendar/`."""
    nested: bool = False
    """Whether files stand in folders of their own below it: datasets/itc/."""
    file: str = ""
    """Name of the one file that holds it, in a folder whose other files are of another kind."""
    items: str = ""
    """The field that lists what has identifiers, of a kind whose files hold several of them."""
    about: tuple[str, ...] = ()
    """Kinds whose identifiers its files have: figures/itc.yml is about agencies/itc.yml."""
    optional: bool = False
    """Whether its folder may be missing: git keeps none that is empty."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """Field → the vocabulary that its code is from; `Condition.kind` for a part of the record."""

    @property
    def published(self) -> bool:
        """Whether its identifiers are kept for ever, in data/history/<name>/."""
        return self.pages or bool(self.items)

    @property
    def key(self) -> str:
        """What no other kind is called; the folder, unless it shares that with another kind."""
        return f"{self.folder}/{self.file}" if self.file else self.folder

    @property
    def name(self) -> str:
        """What the kind is called in addresses, in data/history/ and among references."""
        return self.folder.partition("/")[0]


SUBJECT_KINDS = ("agencies", "programmes")
"""What figures and events may be about."""

KINDS: tuple[Kind, ...] = (
    Kind("documents", Document, say("document"), pages=True, taken=("changes",)),
    Kind("agencies", Agency, say("agency"), pages=True, codes={"kind": "agency-kinds"}),
    Kind(
        "datasets",
        Dataset,
        say("dataset"),
        pages=True,
        taken=("calendar",),
        nested=True,
        codes={"category": "categories", "frequency": "frequencies", "formats": "formats"},
    ),
    Kind(
        "programmes",
        Programme,
        say("programme"),
        pages=True,
        taken=("compare",),
        codes={
            "kind": "programme-kinds",
            "status": "programme-status",
            "Condition.kind": "term-kinds",
            "Condition.applicants": "applicants",
            "Condition.matching": "matching",
        },
    ),
    Kind(
        "figures",
        FigureList,
        "figure",
        items="figures",
        about=SUBJECT_KINDS,
        codes={
            "Figure.measure": "measures",
            "Figure.unit": "units",
            "Figure.amount": "amount-kinds",
            "Figure.qualifier": "qualifiers",
            "SeriesBreak.measure": "measures",
        },
    ),
    Kind(
        "events",
        EventList,
        "event",
        items="events",
        about=SUBJECT_KINDS,
        codes={"Event.kind": "event-kinds"},
    ),
    Kind(
        "statements",
        StatementList,
        "statement",
        items="statements",
        about=(*SUBJECT_KINDS, "documents"),
        codes={"Statement.kind": "statement-kinds"},
    ),
    Kind("budget", Budget, "budget", pages=True, about=("documents",)),
    Kind(
        "errata",
        ErratumList,
        "erratum",
        items="errata",
        codes={"Erratum.level": "errata-levels"},
    ),
    Kind("corrections", Correction, optional=True),
    Kind("exceptions", Exceptions, about=("documents",)),
    Kind("vocabulary", Vocabulary),
    Kind("vocabulary", SynonymList, file="synonyms"),
    Kind("prose", Prose),
    Kind("terminology/names", NameList, "name", items="names"),
    Kind("terminology/terms", TermList),
    Kind("terminology/forms", FormMap),
    Kind("terminology/contexts", ContextList),
    Kind("terminology/allowed", AllowedCharacters),
    Kind("history", History, nested=True),
    Kind("hosts", HostList),
)
"""In the order in which a catalogue is gone through."""

REFERENCES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "about": (*SUBJECT_KINDS, "datasets", "terminology"),
        "agency": ("agencies",),
        "confirmed_by": ("documents",),
        "dataset": ("datasets",),
        "document": ("documents",),
        "documents": ("documents",),
        "joint_agencies": ("agencies",),
        "outcome": ("events",),
        "parent": ("agencies",),
        "part_of": SUBJECT_KINDS,
        "publisher": ("agencies",),
        "successor": ("agencies",),
    }
)
"""Field → the kinds of record that it may name, in whichever record it stands."""

OWN_FILES: frozenset[tuple[str, str]] = frozenset((it.folder, it.file) for it in KINDS if it.file)
"""Folder and name of each file that is of another kind than the rest of its folder."""

PUBLISHED = tuple(sorted(kind.name for kind in KINDS if kind.published))
"""Kinds whose identifiers are kept for ever, by name."""
PAGES = tuple(sorted(kind.name for kind in KINDS if kind.pages))
"""Kinds whose every record has a page of its own, by name."""


CODES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        (owner or kind.model.__name__, name): vocabulary
        for kind in KINDS
        for field, vocabulary in kind.codes.items()
        for owner, _, name in [field.rpartition(".")]
    }
)
"""Model and field → the vocabulary that its code is from."""


def kind_of(model: type[Record]) -> Kind:
    """The kind whose files hold `model`. Raises KeyError if none does."""
    return _BY_MODEL[model]


def items_of(name: str) -> str:
    """The field that lists what has identifiers in files of that folder; empty if each is one."""
    return _BY_NAME[name].items if name in _BY_NAME else ""


def kind_named(name: str) -> Kind:
    """The kind with pages or identifiers that is called so. Raises KeyError if none is."""
    return _BY_NAME[name]


_BY_MODEL = {kind.model: kind for kind in KINDS}
_BY_NAME = {kind.name: kind for kind in KINDS if kind.published}
