"""Edge: a folder of records → Catalogue, or everything that is wrong with the files.

Reads no clock and no environment. A folder that is missing, a file nobody expects and a name that
differs from its identifier are problems like any other.
"""

import os
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TypeVar, cast

from generator.decode import decode
from generator.message import say
from generator.model.agency import Agency
from generator.model.base import Record, is_identifier
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, Held, Terminology
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.erratum import ErratumList
from generator.model.event import EventList
from generator.model.exceptions import Exceptions
from generator.model.figure import FigureList
from generator.model.history import History
from generator.model.programme import Programme
from generator.model.terminology import (
    AllowedCharacters,
    ContextList,
    FormMap,
    NameList,
    TermList,
)
from generator.model.vocabulary import Prose, Vocabulary
from generator.problem import Place, Problem
from generator.yaml_source import Source, parse

R = TypeVar("R", bound=Record)

_SUFFIX = ".yml"
_FOLDERS = (
    "agencies",
    "budget",
    "datasets",
    "documents",
    "errata",
    "events",
    "exceptions",
    "figures",
    "history",
    "programmes",
    "prose",
    "terminology",
    "vocabulary",
)
_TERMINOLOGY = ("allowed", "contexts", "forms", "names", "terms")


def load(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data`, or None and all problems found in the files."""
    catalogue, problems = read(data)
    return (None if problems else catalogue), problems


def read(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data` that can be read, and all problems found in the files."""
    problems: list[Problem] = []
    if not data.is_dir():
        place, tip = Place(_shown(data)), say("give the folder of the records")
        return None, [Problem(place, say("there is no such folder"), tip)]
    _refuse_strangers(data, _FOLDERS, problems)
    catalogue = Catalogue(
        documents=_read(data / "documents", Document, problems),
        agencies=_read(data / "agencies", Agency, problems),
        datasets=_read(data / "datasets", Dataset, problems, nested=True),
        programmes=_read(data / "programmes", Programme, problems),
        figures=_read(data / "figures", FigureList, problems),
        events=_read(data / "events", EventList, problems),
        budgets=_read(data / "budget", Budget, problems),
        errata=_read(data / "errata", ErratumList, problems),
        exceptions=_read(data / "exceptions", Exceptions, problems),
        vocabularies=_read(data / "vocabulary", Vocabulary, problems),
        prose=_read(data / "prose", Prose, problems),
        terminology=_terminology(data / "terminology", problems),
        history=_read(data / "history", History, problems),
    )
    return catalogue, problems


def _terminology(folder: Path, problems: list[Problem]) -> Terminology:
    if not folder.is_dir():
        problems.append(_missing(folder))
        return Terminology({}, {}, {}, {}, {})
    _refuse_strangers(folder, _TERMINOLOGY, problems)
    return Terminology(
        names=_read(folder / "names", NameList, problems),
        terms=_read(folder / "terms", TermList, problems),
        forms=_read(folder / "forms", FormMap, problems),
        contexts=_read(folder / "contexts", ContextList, problems),
        allowed=_read(folder / "allowed", AllowedCharacters, problems),
    )


def _refuse_strangers(folder: Path, known: tuple[str, ...], problems: list[Problem]) -> None:
    """A misspelt folder would silently lose all its records."""
    for entry in _entries(folder, problems):
        if entry.name not in known:
            tip = say("folders of {name}: {known}", name=folder.name, known=", ".join(known))
            problems.append(Problem(Place(_shown(entry)), say("does not belong here"), tip))


def _read(
    folder: Path, kind: type[R], problems: list[Problem], *, nested: bool = False
) -> dict[str, Held[R]]:
    """Records of one kind by identifier, in the order of their identifiers."""
    if not folder.is_dir():
        problems.append(_missing(folder))
        return {}
    read: list[Held[R]] = []
    for file in _files(folder, nested, problems):
        raw = _raw(file, problems)
        if raw is None:
            continue
        source, found, wrong = _parsed(raw, _shown(file), kind)
        problems.extend(wrong)
        if source is not None and found is not None:
            read.append(Held(cast(R, found), source, file.parent.name))
    held: dict[str, Held[R]] = {}
    # A copy is to blame, not the file that was there: the one whose name or folder is another's.
    for it in sorted(read, key=_is_astray):
        if _keep(it, held, problems):
            _check_name(it, problems)
    return dict(sorted(held.items()))


def _is_astray(held: Held[Record]) -> bool:
    """Whether a file has not the name or the folder that its record asks for."""
    agency = held.record.agency if isinstance(held.record, Dataset) else held.folder
    return PurePosixPath(held.source.path).name != held.record.id + _SUFFIX or agency != held.folder


def _missing(folder: Path) -> Problem:
    tip = say("make it, or give the right data folder")
    return Problem(Place(_shown(folder)), say("there is no such folder"), tip)


def _files(folder: Path, nested: bool, problems: list[Problem]) -> list[Path]:
    """Record files in `folder`, one level deeper when `nested`, sorted; anything else is named."""
    found: list[Path] = []
    for entry in _entries(folder, problems):
        if entry.is_dir() and nested:
            found.extend(_files(entry, False, problems))
        elif entry.is_file() and entry.suffix == _SUFFIX and nested is False:
            found.append(entry)
        else:
            flat = say("records are files named <id>.yml")
            deep = say("records are files named <id>.yml in a folder per agency")
            place = Place(_shown(entry))
            problems.append(Problem(place, say("is not a record"), deep if nested else flat))
    return found


@lru_cache(maxsize=20_000)
def _parsed(
    raw: bytes, path: str, kind: type[Record]
) -> tuple[Source | None, Record | None, tuple[Problem, ...]]:
    """A file as it was read; a preview reads thousands again for the one that was edited.

    Were there more files than the cache holds, each would drive out the next and none be kept.
    """
    source, problems = parse(raw, path)
    if source is None:
        return None, None, tuple(problems)
    record, problems = decode(source, kind)
    return source, record, tuple(problems)


def _raw(file: Path, problems: list[Problem]) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError as error:
        problems.append(_unreadable(file, error))
        return None


def _check_name(held: Held[Record], problems: list[Problem]) -> None:
    identifier, path = held.record.id, PurePosixPath(held.source.path)
    if path.name != identifier + _SUFFIX:
        message = say(
            "id {id!r} differs from the file's name {name!r}", id=identifier, name=path.name
        )
        tip = say("rename the file to {id}.yml", id=identifier)
        if is_identifier(path.stem):
            tip = say(
                "rename the file to {id}.yml, or write `id: {stem}`", id=identifier, stem=path.stem
            )
        problems.append(Problem(held.place("id"), message, tip))


def _keep(new: Held[R], held: dict[str, Held[R]], problems: list[Problem]) -> bool:
    """Unless another file has the identifier, which is then the one mistake of this file."""
    first = held.setdefault(new.record.id, new)
    if first is new:
        return True
    stem = PurePosixPath(new.source.path).stem
    message = say("id {id!r} is already taken by {path}", id=new.record.id, path=first.source.path)
    tip = say("identifiers are unique: choose another, or delete one of the files")
    if stem != new.record.id and is_identifier(stem):
        tip = say("write `id: {stem}` if it is a record of its own, or delete the copy", stem=stem)
    problems.append(Problem(new.place("id"), message, tip))
    return False


def _entries(folder: Path, problems: list[Problem]) -> list[Path]:
    """What is in `folder`, sorted, without hidden files; nothing if it cannot be read."""
    try:
        return sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError as error:
        problems.append(_unreadable(folder, error))
        return []


def _unreadable(path: Path, error: OSError) -> Problem:
    message = say("cannot be read: {reason}", reason=error.strerror)
    return Problem(Place(_shown(path)), message, say("check the file's permissions"))


def _shown(path: Path) -> str:
    """`path` relative to the working folder if it is below it, with forward slashes.

    Links are not followed: the author knows the file by the name it has here.
    """
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
