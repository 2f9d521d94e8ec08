"""Edge: a folder → the record files in it; anything else there is a problem."""

import os
from pathlib import Path

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, closest_name
from generator.reading.stray_names import SUFFIX, is_system_file, stray_tip


def display_path(path: Path) -> str:
    """`path` relative to the working folder if it is below it, with forward slashes.

    Links are not followed: the author knows the file by the name it has here.
    """
    try:
        return Path(os.path.abspath(path)).relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def record_files(folder: Path, problems: list[Problem], *, nested: bool = False) -> list[Path]:
    """Record files in `folder`, sorted, one level deeper when `nested`; others become problems."""
    files: list[Path] = []
    for entry in _entries(folder, problems):
        if _is_link(entry, problems):
            continue
        if entry.is_dir() and nested:
            files.extend(record_files(entry, problems))
        elif entry.is_file() and entry.suffix == SUFFIX:
            # A dataset outside of its agency's folder is read, to learn where it belongs.
            files.append(entry)
        else:
            problems.append(_stray_problem(entry))
    return files


def refuse_unknown_folders(
    folder: Path, known: tuple[str, ...], problems: list[Problem]
) -> set[Path]:
    """Report entries that are no folder of records; return the known folders that are missing
    because an entry has a similar, misspelt name."""
    missing: set[Path] = set()
    entries = _entries(folder, problems)
    names = {it.name for it in entries}
    for entry in entries:
        if entry.name in known:
            _is_link(entry, problems)
            continue
        tip = say("folders of {name}: {known}", name=folder.name, known=list_names(known))
        close = closest_name(entry.name, known) if entry.is_dir() else None
        if close and close in names:
            tip = say("move what is in it to {close}, and delete it", close=close)
        elif close:
            tip = say("rename it to {close}", close=close)
            missing.add(folder / close)
        problems.append(Problem(Place(display_path(entry)), say("does not belong here"), tip))
    return missing


def missing_folder_problem(folder: Path) -> Problem:
    """The problem of a folder that does not exist, or is a file."""
    tip = say("make it, or give the right data folder")
    return Problem(Place(display_path(folder)), say("there is no such folder"), tip)


def data_folder_problem(data: Path, known: tuple[str, ...]) -> Problem | None:
    """The problem if `data` holds none of the `known` folders of records; None if it does."""
    try:
        is_dir, is_file = data.is_dir(), data.exists()
        if is_dir and any((data / name).exists() for name in known):
            return None
        if is_dir:
            next(data.iterdir(), None)
    except OSError as error:
        return unreadable_problem(data, error)
    message = say("is a file, not a folder") if is_file else say("there is no such folder")
    if is_dir:
        message = say("holds none of the folders of records")
    return Problem(Place(display_path(data)), message, say("give the folder of the records"))


def moved_from(data: Path, file: Path, kind: str, kinds: tuple[str, ...]) -> str | None:
    """The other of the `kinds` that a record was published as, if it is no longer there: the file
    may read well, or nearly, but whatever names it would miss it."""
    published = data / "history"
    if kind not in kinds or (published / kind / file.name).is_file():
        return None
    for other in kinds:
        before = published / other / file.name
        below = f"*/{file.name}" if other == "datasets" else file.name
        if before.is_file() and not any((data / other).glob(below)):
            return None if b"\ngone:" in before.read_bytes() else other
    return None


def conflict_problem(file: Path) -> Problem:
    """The problem of a generated file in which a merge left two versions."""
    tip = say("run `python3 dev.py update`, which writes this file: it keeps both")
    message = say("two versions that git could not put together")
    return Problem(Place(display_path(file)), message, tip)


def file_bytes(file: Path, problems: list[Problem]) -> bytes | None:
    """The file's bytes; None, and a problem, if it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        problems.append(unreadable_problem(file, error))
        return None


def unreadable_problem(path: Path, error: OSError) -> Problem:
    """Why the system does not let us read `path`."""
    message = say("cannot be read: {reason}", reason=error.strerror)
    return Problem(Place(display_path(path)), message, say("check the file's permissions"))


def _entries(folder: Path, problems: list[Problem]) -> list[Path]:
    """The entries of `folder`, sorted, without system files; empty if it cannot be read."""
    try:
        return sorted(entry for entry in folder.iterdir() if not is_system_file(entry.name))
    except OSError as error:
        problems.append(unreadable_problem(folder, error))
        return []


def _is_link(entry: Path, problems: list[Problem]) -> bool:
    """Report a symbolic link, which could publish any file; return whether it is one."""
    if not entry.is_symlink():
        return False
    tip = say("put the file itself here, or delete the link")
    problems.append(Problem(Place(display_path(entry)), say("is a link to somewhere else"), tip))
    return True


def _stray_problem(entry: Path) -> Problem:
    tip = stray_tip(entry.name, lambda name: (entry.parent / name).is_file())
    if entry.is_dir():
        above = entry.parent.name
        tip = say("move the records in it up into {folder}/, and delete it", folder=above)
    return Problem(Place(display_path(entry)), say("is not a record"), tip)
