"""Records by their identifiers, which are unique and name the files · files → records, problems."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.base import Record, is_identifier
from generator.model.catalogue import RecordFile
from generator.model.dataset import Dataset

R = TypeVar("R", bound=Record)


def by_identifier(
    files: Iterable[tuple[Path, RecordFile[R]]], problems: list[Problem]
) -> dict[str, RecordFile[R]]:
    """The records by identifier. Where two claim one, it belongs to the file that is named so and
    stands where its agency's do; the other is the copy."""
    records: dict[str, RecordFile[R]] = {}
    for file, new in sorted(files, key=_is_elsewhere):
        first = records.setdefault(new.record.id, new)
        if first is not new:
            problems.append(_taken(file, new, first))
        elif file.stem != new.record.id:
            problems.append(_misnamed(file, new))
    return records


def _is_elsewhere(read_file: tuple[Path, RecordFile[R]]) -> bool:
    file, record_file = read_file
    moved = (
        isinstance(record_file.record, Dataset) and record_file.record.agency != file.parent.name
    )
    return file.stem != record_file.record.id or moved


def _misnamed(file: Path, record_file: RecordFile[R]) -> Problem:
    identifier = record_file.record.id
    message = say("id {id!r} differs from the file's name {name!r}", id=identifier, name=file.name)
    tip = say("rename the file to {id}.yml", id=identifier)
    if is_identifier(file.stem):
        tip = say(
            "rename the file to {id}.yml, or write `id: {stem}`", id=identifier, stem=file.stem
        )
    return Problem(record_file.place("id"), message, tip)


def _taken(file: Path, record_file: RecordFile[R], first: RecordFile[R]) -> Problem:
    message = say(
        "id {id!r} is already taken by {path}", id=record_file.record.id, path=first.source.path
    )
    tip = say("identifiers are unique: choose another, or delete one of the files")
    if file.stem != record_file.record.id:
        tip = say("delete this copy, or give it an id and a name of its own")
        if is_identifier(file.stem):
            tip = say(
                "write `id: {stem}` if it is a record of its own, or delete the copy",
                stem=file.stem,
            )
    return Problem(record_file.place("id"), message, tip)
