"""Edge: a folder of records → Catalogue, or everything that is wrong with the files: missing,
unexpected or misnamed ones, too. Reads no clock and no environment.
"""

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, cast

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.base import Record
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.history import History
from generator.model.kinds import KINDS, OWN_FILES, PAGES, PUBLISHED, Kind, kind_of
from generator.model.source import Source
from generator.model.vocabulary import Vocabulary
from generator.reading.by_identifier import by_identifier
from generator.reading.merge_conflict import has_conflict
from generator.reading.misplaced_record import better_folder
from generator.reading.parsed_records import keep_parsed_records, parsed_record
from generator.reading.record_files import (
    conflict_problem,
    data_folder_problem,
    display_path,
    file_bytes,
    missing_folder_problem,
    moved_from,
    record_files,
    refuse_unknown_folders,
)

R = TypeVar("R", bound=Record)

_FOLDERS = tuple(sorted({kind.name for kind in KINDS}))
_INNER = {
    "terminology": tuple(
        sorted(it.folder.partition("/")[2] for it in KINDS if it.name == "terminology")
    ),
    "history": PUBLISHED,
}
"""Folders that hold folders of records → what these may be called."""


def load(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data`, or None and all problems found in the files."""
    catalogue, problems = read_catalogue(data)
    return (None if problems else catalogue), problems


def read_catalogue(data: Path) -> tuple[Catalogue | None, list[Problem]]:
    """Every record under `data` that can be read, and all problems found in the files."""
    if problem := data_folder_problem(data, _FOLDERS):
        return None, [problem]
    reader = _Reader(data)
    records = reader.records()
    keep_parsed_records()
    return Catalogue(records), reader.problems


class _Reader:
    """Reads one data folder, and notes what is wrong in it."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self.problems: list[Problem] = []
        self._misnamed = refuse_unknown_folders(data, _FOLDERS, self.problems)
        """Folders that are there under another name, which has been said."""

    def records(self) -> dict[str, dict[str, RecordFile[Any]]]:
        """Kind → its records by identifier, in the order of the register."""
        absent = {name for name, inner in _INNER.items() if not self._holds(name, inner)}
        return {kind.key: {} if kind.name in absent else self._of_kind(kind) for kind in KINDS}

    def _holds(self, name: str, inner: tuple[str, ...]) -> bool:
        """Whether a folder of folders is there; what else lies in it is named."""
        folder = self._data / name
        if not self._is_there(folder):
            return False
        self._misnamed |= refuse_unknown_folders(folder, inner, self.problems)
        return True

    def _of_kind(self, kind: Kind) -> dict[str, RecordFile[Any]]:
        if kind.model is History:
            return self._history()
        if kind.file:
            return self._one_file(kind)
        if kind.optional and not os.path.lexists(self._data / kind.folder):
            return {}
        return self._records(kind.folder, kind.model)

    def _one_file(self, kind: Kind) -> dict[str, RecordFile[Any]]:
        """The file of a kind without a folder of its own, whose faults have been told."""
        file = self._data / kind.folder / f"{kind.file}.yml"
        if file.is_symlink() or file.parent.is_symlink() or not file.is_file():
            return {}
        raw = file_bytes(file, self.problems)
        if raw is None:
            return {}
        source, record, wrong = self._read(raw, file, kind.model)
        self.problems.extend(wrong)
        if source is None or record is None:
            return {}
        return by_identifier([(file, RecordFile(record, source, file.parent.name))], self.problems)

    def _history(self) -> dict[str, RecordFile[History]]:
        """By kind and name, `datasets/sea-tides`; a kind may have none."""
        return {
            f"{name}/{identifier}": record_file
            for name in PUBLISHED
            if (self._data / "history" / name).is_dir()
            for identifier, record_file in self._records(f"history/{name}", History).items()
        }

    def _records(self, name: str, kind: type[R]) -> dict[str, RecordFile[R]]:
        """Records of one kind by identifier, in the order of their identifiers."""
        folder = self._data / name
        if not self._is_there(folder):
            return {}
        nested = kind is Dataset
        files: list[tuple[Path, RecordFile[R]]] = []
        for file in record_files(folder, self.problems, nested=nested):
            if (name, file.stem) in OWN_FILES:
                continue
            raw = file_bytes(file, self.problems)
            if raw is None:
                continue
            if kind is History and has_conflict(raw.decode("utf-8", "replace")):
                self.problems.append(conflict_problem(file))
                continue
            if before := moved_from(self._data, file, name, PAGES):
                self.problems.append(_misplaced(display_path(file), before))
                continue
            source, record, wrong = self._read(raw, file, kind)
            self.problems.extend(wrong)
            if nested and file.parent == folder:
                self.problems.append(_outside(file, source))
            if source is not None and record is not None:
                files.append((file, RecordFile(cast(R, record), source, file.parent.name)))
        if nested:
            self.problems += _misnamed_folders(
                record_file
                for _, record_file in cast(list[tuple[Path, RecordFile[Dataset]]], files)
            )
        return dict(sorted(by_identifier(files, self.problems).items()))

    def _read(
        self, raw: bytes, file: Path, kind: type[Record]
    ) -> tuple[Source | None, Record | None, tuple[Problem, ...]]:
        """What is in a file; of one that lies in the folder of another kind only that: field by
        field it would be wrong everywhere."""
        path = display_path(file)
        source, record, wrong = parsed_record(raw, path, kind)
        if source is None or (record is not None and self._is_known(file, kind)):
            return source, record, wrong
        better = better_folder(source, kind, self._codes, reads_well=record is not None)
        if better is None or better.folder == kind_of(kind).folder:
            return source, record, wrong
        return source, None, (_misplaced(path, better.folder, better.slip),)

    def _is_known(self, file: Path, kind: type[Record]) -> bool:
        """Whether a record that reads well is one of its folder: published as such, or of a kind
        without codes that could tell."""
        published = self._data / "history" / kind_of(kind).name / file.name
        return not kind_of(kind).codes or published.is_file()

    @cached_property
    def _codes(self) -> dict[str, frozenset[str]]:
        """Vocabulary → its codes, of those that can be read."""
        codes = {}
        for name in {vocabulary for kind in KINDS for vocabulary in kind.codes.values()}:
            file = self._data / "vocabulary" / f"{name}.yml"
            if file.is_file() and (raw := file_bytes(file, [])) is not None:
                _, record, _ = parsed_record(raw, display_path(file), Vocabulary)
                if isinstance(record, Vocabulary):
                    codes[name] = frozenset(term.code for term in record.terms)
        return codes

    def _is_there(self, folder: Path) -> bool:
        if folder.is_symlink():
            # That it is a link has been said; what it leads to is not read.
            return False
        if not folder.is_dir():
            if folder not in self._misnamed:
                self.problems.append(missing_folder_problem(folder))
            return False
        return True


def _misplaced(path: str, folder: str, slip: str = "") -> Problem:
    """That a record lies in another folder, or has a `slip` in one field that makes it seem so."""
    message = say("looks like a record of {folder}", folder=folder)
    below = f"{folder}/<agency>" if folder == "datasets" else folder
    tip, needs = say("move the file to {folder}/", folder=below), f"{folder}/{Path(path).stem}"
    if slip:
        tip = say("{tip}; if it belongs here, correct {field}", tip=tip, field=slip)
    return Problem(Place(path), message, tip, needs=(needs,))


def _outside(file: Path, source: Source | None) -> Problem:
    agency = source.value.get("agency") if source and isinstance(source.value, dict) else None
    tip = say("move the file to datasets/{agency}/", agency=agency or "<agency>")
    return Problem(Place(display_path(file)), say("is not in the folder of its agency"), tip)


def _misnamed_folders(datasets: Iterable[RecordFile[Dataset]]) -> Iterator[Problem]:
    """Folders whose datasets are all of one other agency; one that strayed there is its own file's
    mistake."""
    agencies: dict[PurePosixPath, list[str]] = {}
    for record_file in datasets:
        folder = PurePosixPath(record_file.source.path).parent
        agencies.setdefault(folder, []).append(record_file.record.agency)
    for folder, names in agencies.items():
        if len(names) > 1 and len({*names}) == 1 and names[0] != folder.name != "datasets":
            message = say("all datasets in this folder are of {agency}", agency=names[0])
            tip = say("rename the folder to {agency}", agency=names[0])
            yield Problem(Place(folder.as_posix()), message, tip)
