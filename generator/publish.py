"""Edge: writes generated files below a folder, only where they changed, and removes stale ones."""

import os
import tempfile
from collections.abc import Container, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

_UNFINISHED = ".new-"
"""How the name of a file begins that is being written, and of one that a killed run left."""


def publish(files: Mapping[str, bytes], folder: Path, owned: Iterable[str]) -> list[str]:
    """Make `folder`'s sub-folders `owned` hold exactly `files`; the paths written or removed.

    Each file appears whole or not at all. Raises ValueError, before anything is written, for a
    path that leaves the owned folders.
    """
    owners = frozenset(owned)
    for path in files:
        _check_inside(path, owners)
    for rest in folder.glob(f"{_UNFINISHED}*"):
        rest.unlink(missing_ok=True)
    touched = [path for path, content in sorted(files.items()) if _write(folder / path, content)]
    return touched + remove_others(files, folder, owners)


def publish_share(
    files: Iterable[tuple[str, bytes]], folder: Path, owned: Iterable[str]
) -> list[str]:
    """Write each of `files` as it comes; their paths. Raises ValueError as `publish` does."""
    owners, paths = frozenset(owned), []
    for path, content in files:
        _check_inside(path, owners)
        _write(folder / path, content)
        paths.append(path)
    return paths


def remove_others(paths: Container[str], folder: Path, owned: Iterable[str]) -> list[str]:
    """Leave nothing but `paths` in `folder`'s sub-folders `owned`; what was removed."""
    return [path for name in sorted(owned) for path in _remove_stale(folder, name, paths)]


def _check_inside(path: str, owners: frozenset[str]) -> None:
    parts = PurePosixPath(path).parts
    if not parts or parts[0] not in owners or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"the path {path!r} leaves the folders of generated files")


def _write(target: Path, content: bytes) -> bool:
    # An unchanged file keeps its time stamp: a watching server rebuilds only for a real change.
    if target.is_file() and target.read_bytes() == content:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=_UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return True


def _remove_stale(folder: Path, name: str, files: Container[str]) -> Iterator[str]:
    top = folder / name
    if not top.is_dir():
        return
    for path in sorted(top.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif (known := path.relative_to(folder).as_posix()) not in files:
            path.unlink()
            yield known
