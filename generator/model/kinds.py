"""Which kind of record stands in which folder, and which kind a file looks like."""

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.agency import Agency
from generator.model.base import Record
from generator.model.budget import Budget
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.history import History
from generator.model.host import HostList
from generator.model.programme import Programme
from generator.model.source import Source
from generator.model.terminology import (
    AllowedCharacters,
    ContextList,
    FormMap,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, Vocabulary

KINDS: Mapping[str, type[Record]] = MappingProxyType(
    {
        "agencies": Agency,
        "budget": Budget,
        "datasets": Dataset,
        "documents": Document,
        "errata": ErratumList,
        "events": EventList,
        "exceptions": Exceptions,
        "figures": FigureList,
        "history": History,
        "hosts": HostList,
        "programmes": Programme,
        "prose": Prose,
        "terminology/allowed": AllowedCharacters,
        "terminology/contexts": ContextList,
        "terminology/forms": FormMap,
        "terminology/names": NameList,
        "terminology/terms": TermList,
        "vocabulary": Vocabulary,
    }
)
"""Folder below data/ → what each file in it is; those of datasets stand in folders of agencies."""

_CLEARLY = 2
"""Fields by which another kind must fit better: a slip or two make no other kind of a record."""


def better_folder(source: Source, kind: type[Record]) -> str | None:
    """The folder whose kind the record fits clearly better than `kind`, if there is one."""
    names = set(source.value) if isinstance(source.value, dict) else set()
    best = min(KINDS.values(), key=lambda other: _misfits(names, other))
    is_better = _misfits(names, best) + _CLEARLY <= _misfits(names, kind)
    # A file with hardly a field looks like every short kind.
    knows_more = len(names & _fields(best)) > len(names & _fields(kind))
    folder = next(folder for folder, other in KINDS.items() if other is best)
    return folder if is_better and knows_more else None


def _fields(kind: type[Record]) -> set[str]:
    return {info.alias or name for name, info in kind.model_fields.items()}


def _misfits(names: set[str], kind: type[Record]) -> int:
    """How many fields are unknown to a kind, or missing."""
    required = {it.alias or name for name, it in kind.model_fields.items() if it.is_required()}
    return len(names - _fields(kind)) + len(required - names)
