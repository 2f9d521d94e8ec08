"""Edge: a temporary folder that belongs to one run, and clean-up after killed runs.

A run that is killed tidies up nothing, so each run first removes what the dead have left. The
living are told from the dead by a lock, which the system takes from a process when it ends.
"""

import contextlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

LOCK = "in-use"
"""A file in each such folder, locked as long as its owner lives."""
PATIENCE = 100
"""Tenths of a second for what a dead run's last process may still be writing."""


def _rescue_nothing(_: Path) -> None:
    pass


@contextlib.contextmanager
def working_folder(
    parent: Path, name: str, rescue: Callable[[Path], None] = _rescue_nothing
) -> Iterator[Path]:
    """Yield an empty folder `.name-…` in `parent`, apart from LOCK; afterwards it is removed.

    Those of dead runs are removed before; `rescue` is given each to take out what must stay.
    """
    for leftover in _other_folders(parent, name):
        _clear_away(leftover, rescue)
    folder, lock = _new_folder(parent, name)
    try:
        yield folder
    finally:
        lock.close()
        _remove(folder)


def others_at_work(own: Path, name: str) -> bool:
    """Whether another living run has a working folder of this name beside `own`.

    Of two that begin together at least one is told so: each has made its own before it asks.
    """
    others = (it for it in _other_folders(own.parent, name) if it != own)
    return any(_is_in_use(it) for it in others)


@contextlib.contextmanager
def exclusive_use(file: Path) -> Iterator[bool]:
    """Lock `file` for the block; yield False if another process holds it. The file is unchanged."""
    with file.open("r+b") as opened:
        yield _try_lock(opened) is not False


def _other_folders(parent: Path, name: str) -> list[Path]:
    """Folders named like working folders of earlier runs; a real one has LOCK in it."""
    called = re.compile(rf"\.{re.escape(name)}-[a-z0-9_]{{8}}")
    try:
        folders = [it for it in parent.iterdir() if called.fullmatch(it.name)]
    except OSError:
        return []
    return sorted(it for it in folders if it.is_dir() and not it.is_symlink())


def _is_in_use(folder: Path) -> bool:
    try:
        with (folder / LOCK).open("r+b") as lock:
            return _try_lock(lock) is False
    except OSError:
        return False


def _clear_away(folder: Path, rescue: Callable[[Path], None]) -> None:
    """Remove the folder of a run that has ended; keep those in use or not ours."""
    try:
        with (folder / LOCK).open("r+b") as lock:
            if not _try_lock(lock):
                return
            rescue(folder)
            _empty(folder)
    except FileNotFoundError:
        # Its owner was killed before it had a lock; with anything in it, it is not ours.
        with contextlib.suppress(OSError):
            folder.rmdir()
    except OSError:
        return
    else:
        _remove(folder)


def _new_folder(parent: Path, name: str) -> tuple[Path, IO[bytes]]:
    """Make a folder and lock it; try again if another run removed it before it was locked."""
    while True:
        folder = Path(tempfile.mkdtemp(prefix=f".{name}-", dir=parent))
        try:
            lock = (folder / LOCK).open("xb")
        except FileNotFoundError:
            continue
        if _try_lock(lock) is not False and (folder / LOCK).exists():
            if hasattr(os, "register_at_fork"):
                # A copy of this process may outlive it, and is not the owner.
                os.register_at_fork(after_in_child=lock.close)
            return folder, lock
        lock.close()


def _try_lock(file: IO[bytes]) -> bool | None:
    """Whether we hold the lock now; None where the file system has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(1 << 30)  # beyond the end: nobody's reading is disturbed
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return None
    return True


def _remove(folder: Path) -> None:
    """Remove a working folder, its lock last, so that an interrupted removal can be finished."""
    _empty(folder)
    with contextlib.suppress(OSError):
        (folder / LOCK).unlink()
        folder.rmdir()


def _empty(folder: Path) -> None:
    """Remove everything but the lock; retry while a process that is ending still writes."""
    for _ in range(PATIENCE):
        for entry in _contents(folder):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with contextlib.suppress(OSError):
                    entry.unlink()
        if not _contents(folder):
            return
        time.sleep(0.1)


def _contents(folder: Path) -> list[Path]:
    try:
        return [it for it in folder.iterdir() if it.name != LOCK]
    except OSError:
        return []
