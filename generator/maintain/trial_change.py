"""Edge: change several files completely or not at all, tried before on a copy of the data."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import examine
from generator.reading.record_files import display_path


@dataclass(frozen=True)
class TrialChange:
    """A change in progress on a copy of the data folder. Paths are those below data/."""

    data: Path
    copy: Path
    moved: dict[str, str] = field(default_factory=dict)
    """Old path → new path, of the files that got another name."""

    def read(self, path: str) -> str:
        """The text of a file, with the line ends it has."""
        return (self.copy / path).read_bytes().decode("utf-8")

    def write(self, path: str, text: str | None) -> None:
        """Replace the text of a file, or remove the file."""
        _write(self.copy, path, None if text is None else text.encode("utf-8"))

    def move(self, old: str, new: str) -> None:
        """Give the file another name."""
        (self.copy / new).parent.mkdir(parents=True, exist_ok=True)
        (self.copy / old).rename(self.copy / new)
        self.moved[old] = new

    def examine(self, today: date) -> tuple[Catalogue | None, list[Problem]]:
        """The changed catalogue and its problems, with paths in the data folder itself."""
        catalogue, problems = examine(self.copy, today)
        return catalogue, [self._in_data_folder(it) for it in problems]

    def _in_data_folder(self, problem: Problem) -> Problem:
        """The problem with its path in the data folder instead of the copy."""
        below = Path(problem.place.path).resolve().relative_to(self.copy.resolve())
        path = display_path(self.data / below)
        return replace(problem, place=replace(problem.place, path=path))

    def path(self, path: str) -> str:
        """The path below data/ of a path in the data folder."""
        return Path(path).resolve().relative_to(self.data.resolve()).as_posix()

    def changed_contents(self) -> dict[str, bytes | None]:
        """Path → its new content, of every file that differs; None if it is no more."""
        old, new = _files(self.data), _files(self.copy)
        names = sorted(old.keys() | new.keys())
        return {it: new.get(it) for it in names if old.get(it) != new.get(it)}

    def apply(self) -> "ChangedFiles":
        """Apply the changes to the data folder; if that fails, restore it."""
        changes = self.changed_contents()
        before = {it: (self.data / it).read_bytes() for it in changes if (self.data / it).exists()}
        try:
            for path, content in changes.items():
                _write(self.data, path, content)
        except BaseException:
            for path in changes:
                _write(self.data, path, before.get(path))
            raise
        others = changes.keys() - self.moved.keys() - set(self.moved.values())
        return ChangedFiles(
            new=tuple(sorted(it for it in others if it not in before)),
            changed=tuple(sorted(it for it in others if it in before and changes[it] is not None)),
            removed=tuple(sorted(it for it in others if changes[it] is None)),
            moved=self.moved,
        )


@dataclass(frozen=True)
class ChangedFiles:
    """The files below data/ that a change touched."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    moved: Mapping[str, str]


@contextmanager
def trial_change(data: Path) -> Iterator[TrialChange]:
    """Yield a change on a temporary copy of the data folder."""
    with TemporaryDirectory(prefix="handbook-") as folder:
        copy = Path(folder) / "data"
        shutil.copytree(data, copy)
        yield TrialChange(data, copy)


def _files(folder: Path) -> dict[str, bytes]:
    files = (it for it in folder.rglob("*") if it.is_file())
    return {it.relative_to(folder).as_posix(): it.read_bytes() for it in files}


def _write(data: Path, path: str, content: bytes | None) -> None:
    """Write or remove a file in one step, so that a preview never reads half of it. An agency's
    empty folder of datasets is removed, too; folders of kinds stay."""
    file = data / path
    if content is not None:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f".{file.name}.part")
        part.write_bytes(content)
        part.replace(file)
    elif file.exists():
        file.unlink()
        if file.parent.parent != data and not any(file.parent.iterdir()):
            file.parent.rmdir()
