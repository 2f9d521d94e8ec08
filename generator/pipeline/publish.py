"""Edge: writes generated files into the folder of a build."""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath


def publish(files: Iterable[tuple[str, bytes]], folder: Path, owned: Iterable[str]) -> list[str]:
    """Write each of `files` below `folder` as it comes; their paths.

    Raises ValueError, before a file is written, when its path leaves the sub-folders `owned`.
    """
    owners, paths = frozenset(owned), []
    for path, content in files:
        _check_inside(path, owners)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        paths.append(path)
    return paths


def _check_inside(path: str, owners: frozenset[str]) -> None:
    parts = PurePosixPath(path).parts
    if not parts or parts[0] not in owners or ".." in parts or "\\" in path or "\0" in path:
        raise ValueError(f"the path {path!r} leaves the folders of generated files")
