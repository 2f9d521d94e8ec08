"""Edge: a folder of records → Catalogue, or everything that is wrong with the files: missing,
unexpected or misnamed ones, too. Reads no clock and no environment.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import TypeVar, cast

from generator.conflict import in_conflict
from generator.decode import decode
from generator.fields import value_type
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
from generator.model.history import KINDS as PUBLISHED
from generator.model.history import PAGES, History
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
from generator.problem import Place, Problem
from generator.record_files import (
    conflict_problem,
    data_folder_problem,
    missing_folder,
    moved_from,
    raw_of,
    record_files,
    refuse_strangers,
    shown,
)
from generator.record_kinds import KINDS, better_folder
from generator.yaml_source import Source, parse

R = TypeVar("R", bound=Record)

_FOLDERS = tuple(dict.fromkeys(folder.partition("/")[0] for folder in KINDS))
_TERMINOLOGY = tuple(it.partition("/")[2] for it in KINDS if it.startswith("terminology/"))


def load(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data`, or None and all problems found in the files."""
    catalogue, problems = read(data)
    return (None if problems else catalogue), problems


def read(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data` that can be read, and all problems found in the files."""
    if problem := data_folder_problem(data, _FOLDERS):
        return None, [problem]
    reader = _Reader(data)
    catalogue = Catalogue(
        documents=reader.records("documents", Document),
        agencies=reader.records("agencies", Agency),
        datasets=reader.records("datasets", Dataset),
        programmes=reader.records("programmes", Programme),
        figures=reader.records("figures", FigureList),
        events=reader.records("events", EventList),
        budgets=reader.records("budget", Budget),
        errata=reader.records("errata", ErratumList),
        exceptions=reader.records("exceptions", Exceptions),
        vocabularies=reader.records("vocabulary", Vocabulary),
        prose=reader.records("prose", Prose),
        terminology=reader.terminology(),
        history=reader.history(),
        hosts=reader.records("hosts", HostList),
    )
    return catalogue, reader.problems


class _Reader:
    """Reads one data folder, and notes what is wrong in it."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.problems: list[Problem] = []
        self._misnamed = refuse_strangers(data, _FOLDERS, self.problems)
        """Folders that are there under another name, which has been said."""

    def terminology(self) -> Terminology:
        """The records below terminology/."""
        folder = self._data / "terminology"
        if not self._is_there(folder):
            return Terminology({}, {}, {}, {}, {})
        self._misnamed |= refuse_strangers(folder, _TERMINOLOGY, self.problems)
        return Terminology(
            names=self.records("terminology/names", NameList),
            terms=self.records("terminology/terms", TermList),
            forms=self.records("terminology/forms", FormMap),
            contexts=self.records("terminology/contexts", ContextList),
            allowed=self.records("terminology/allowed", AllowedCharacters),
        )

    def history(self) -> dict[str, Held[History]]:
        """By kind and name, `datasets/sea-tides`; a kind may have none."""
        folder = self._data / "history"
        if not self._is_there(folder):
            return {}
        self._misnamed |= refuse_strangers(folder, PUBLISHED, self.problems)
        return {
            f"{kind}/{name}": held
            for kind in PUBLISHED
            if (folder / kind).is_dir()
            for name, held in self.records(f"history/{kind}", History).items()
        }

    def records(self, name: str, kind: type[R]) -> dict[str, Held[R]]:
        """Records of one kind by identifier, in the order of their identifiers."""
        folder = self._data / name
        if not self._is_there(folder):
            return {}
        nested = kind is Dataset
        found: list[tuple[Path, Held[R]]] = []
        for file in record_files(folder, self.problems, nested=nested):
            raw = raw_of(file, self.problems)
            if raw is None:
                continue
            if kind is History and in_conflict(raw.decode("utf-8", "replace")):
                self.problems.append(conflict_problem(file))
                continue
            if before := moved_from(self._data, file, name, PAGES):
                self.problems.append(_misplaced(shown(file), before))
                continue
            source, record, wrong = _parsed(raw, shown(file), kind)
            self.problems.extend(wrong)
            if nested and file.parent == folder:
                self.problems.append(_outside(file, source))
            if source is not None and record is not None:
                found.append((file, Held(cast(R, record), source, file.parent.name)))
        if nested:
            self.problems += _misnamed_folders(
                it for _, it in cast(list[tuple[Path, Held[Dataset]]], found)
            )
        held = _by_identifier(found, self.problems)
        return dict(sorted(held.items()))

    def _is_there(self, folder: Path) -> bool:
        if folder.is_symlink():
            # That it is a link has been said; what it leads to is not read.
            return False
        if not folder.is_dir():
            if folder not in self._misnamed:
                self.problems.append(missing_folder(folder))
            return False
        return True


@lru_cache(maxsize=20_000)
def _parsed(
    raw: bytes, path: str, kind: type[Record]
) -> tuple[Source | None, Record | None, tuple[Problem, ...]]:
    """A file as it was read; a preview reads thousands again for the one that was edited.

    Were there more files than the cache holds, each would drive out the next and none be kept.
    """
    source, problems = parse(raw, path, partial(value_type, kind))
    if source is None:
        return None, None, tuple(problems)
    record, problems = decode(source, kind)
    if record is None and (folder := better_folder(source, kind)):
        # Field by field it would be wrong everywhere.
        problems = [_misplaced(path, folder)]
    return source, record, tuple(problems)


def _misplaced(path: str, folder: str) -> Problem:
    message = say("looks like a record of {folder}", folder=folder)
    below = f"{folder}/<agency>" if folder == "datasets" else folder
    tip, needs = say("move the file to {folder}/", folder=below), f"{folder}/{Path(path).stem}"
    return Problem(Place(path), message, tip, needs=(needs,))


def _outside(file: Path, source: Source | None) -> Problem:
    agency = source.value.get("agency") if source and isinstance(source.value, dict) else None
    tip = say("move the file to datasets/{agency}/", agency=agency or "<agency>")
    return Problem(Place(shown(file)), say("is not in the folder of its agency"), tip)


def _misnamed_folders(found: Iterable[Held[Dataset]]) -> Iterator[Problem]:
    """Folders whose datasets are all of one other agency; one that strayed there is its own file's
    mistake."""
    agencies: dict[PurePosixPath, list[str]] = {}
    for held in found:
        folder = PurePosixPath(held.source.path).parent
        agencies.setdefault(folder, []).append(held.record.agency)
    for folder, names in agencies.items():
        if len(names) > 1 and len({*names}) == 1 and names[0] != folder.name != "datasets":
            message = say("all datasets in this folder are of {agency}", agency=names[0])
            tip = say("rename the folder to {agency}", agency=names[0])
            yield Problem(Place(folder.as_posix()), message, tip)


def _by_identifier(
    found: Iterable[tuple[Path, Held[R]]], problems: list[Problem]
) -> dict[str, Held[R]]:
    """The records by identifier. Where two claim one, it belongs to the file that is named so and
    stands where its agency's do; the other is the copy."""
    held: dict[str, Held[R]] = {}
    for file, new in sorted(found, key=_is_elsewhere):
        first = held.setdefault(new.record.id, new)
        if first is not new:
            problems.append(_taken(file, new, first))
        elif file.stem != new.record.id:
            problems.append(_misnamed(file, new))
    return held


def _is_elsewhere(it: tuple[Path, Held[R]]) -> bool:
    file, held = it
    moved = isinstance(held.record, Dataset) and held.record.agency != file.parent.name
    return file.stem != held.record.id or moved


def _misnamed(file: Path, held: Held[R]) -> Problem:
    identifier = held.record.id
    message = say("id {id!r} differs from the file's name {name!r}", id=identifier, name=file.name)
    tip = say("rename the file to {id}.yml", id=identifier)
    if is_identifier(file.stem):
        tip = say(
            "rename the file to {id}.yml, or write `id: {stem}`", id=identifier, stem=file.stem
        )
    return Problem(held.place("id"), message, tip)


def _taken(file: Path, held: Held[R], first: Held[R]) -> Problem:
    message = say("id {id!r} is already taken by {path}", id=held.record.id, path=first.source.path)
    tip = say("identifiers are unique: choose another, or delete one of the files")
    if file.stem != held.record.id:
        tip = say("delete this copy, or give it an id and a name of its own")
        if is_identifier(file.stem):
            tip = say(
                "write `id: {stem}` if it is a record of its own, or delete the copy",
                stem=file.stem,
            )
    return Problem(held.place("id"), message, tip)
