"""A file of entries that was copied is one mistake · Catalogue → it without copies, problems.

Every entry of both would be said to stand twice, or to change nothing.
"""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.base import Record
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.host import HostList
from generator.model.terminology import NameList, TermList

R = TypeVar("R", bound=Record)

_FEW, _MOST = 3, 0.8
"""From so many entries on, a file most of whose entries stand in another one is a copy."""


def without_copies(catalogue: Catalogue) -> tuple[Catalogue, list[Problem]]:
    """The catalogue without the files that are copies of others, which are told."""
    problems: list[Problem] = []
    own = catalogue.registered["terminology"]

    def names_of(record: NameList) -> dict[Hashable, bool]:
        return {it.id: own.get(it.id, record.id) == record.id for it in record.names}

    kept: dict[str, Mapping[str, RecordFile[Any]]] = {
        "terminology/names": _without_copies(catalogue.of(NameList), names_of, problems),
        "terminology/terms": _without_copies(catalogue.of(TermList), _terms, problems),
        "hosts": _without_copies(catalogue.of(HostList), _hosts, problems),
    }
    return Catalogue({**catalogue.records, **kept}), problems


def _terms(record: TermList) -> dict[Hashable, bool]:
    """The same words for other documents are others."""
    about = (record.role, record.script, record.documents)
    return {(*about, it.source, it.result): True for it in record.terms}


def _hosts(record: HostList) -> dict[Hashable, bool]:
    return {(it.host, it.who): True for it in record.hosts}


def _without_copies(
    records: Mapping[str, RecordFile[R]],
    entries_of: Callable[[R], dict[Hashable, bool]],
    problems: list[Problem],
) -> dict[str, RecordFile[R]]:
    """The records without copies. Entries tell whether they are known to be of their file."""
    kept: dict[str, RecordFile[R]] = {}
    entries = {name: entries_of(record_file.record) for name, record_file in records.items()}
    for name in sorted(records, key=lambda it: not all(entries[it].values())):
        own = entries[name]
        for other in kept:
            same = sum(it in entries[other] for it in own)
            if same > _FEW and same >= _MOST * len(own):
                problems.append(_copy(records[name], records[other], same))
                break
        else:
            kept[name] = records[name]
    return {name: kept[name] for name in records if name in kept}


def _copy(record_file: RecordFile[R], other: RecordFile[R], same: int) -> Problem:
    message = say(
        "{number} entries of this file also stand in {path}", number=same, path=other.source.path
    )
    tip = say("delete the copy, whichever of the two it is")
    return Problem(record_file.place("id"), message, tip)
