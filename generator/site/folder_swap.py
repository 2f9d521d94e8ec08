"""Edge: replace a folder by a new one only when the new one is complete."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.messages.message import say
from generator.site.locked_folder import working_folder

_FROM_WORKING_FOLDER = -100
"""AT_FDCWD of Linux: a path is taken from the working folder, if it is not absolute."""
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


class NotASite(Exception):
    """The folder to replace holds something that this program did not make."""


@contextmanager
def folder_replacement(target: Path) -> Iterator[Path]:
    """Yield an empty folder; put it in `target`'s place when the block succeeds.

    It lies beside `target`, in a folder where the block may put more things of its own. Raises
    NotASite when `target` is a file, or a folder with contents other than a built site.
    """
    target = Path(os.path.abspath(target))
    _check(target)
    target.parent.mkdir(parents=True, exist_ok=True)

    def rescue(work: Path) -> None:
        """Bring the old site back if a run was killed between two renames."""
        if (work / "old").exists() and not target.exists():
            (work / "old").rename(target)

    with working_folder(target.parent, target.name, rescue) as work:
        new = work / "new"
        new.mkdir()
        yield new
        _put_in_place(new, target, work / "old")


def merge_folder(part: Path, into: Path) -> None:
    """Move what is in `part` to `into`, folder by folder, and remove `part`."""
    into.mkdir(exist_ok=True)
    with os.scandir(part) as entries:
        for entry in list(entries):
            target = into / entry.name
            if entry.is_dir() and target.is_dir():
                merge_folder(Path(entry.path), target)
            else:
                os.rename(entry.path, target)
    part.rmdir()


def _put_in_place(new: Path, target: Path, old: Path) -> None:
    """Put `new` in `target`'s place; at no moment is there neither, where the system can do it."""
    if target.exists() and not target.is_symlink() and exchange_folders(new, target):
        return
    _rename(new, target, old)


def exchange_folders(left: Path, right: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot do it."""
    left_path, right_path = os.fsencode(left), os.fsencode(right)
    status = -1
    with suppress(AttributeError, OSError):
        if sys.platform == "linux":
            status = ctypes.CDLL(None).renameat2(
                _FROM_WORKING_FOLDER, left_path, _FROM_WORKING_FOLDER, right_path, _EXCHANGE
            )
        elif sys.platform == "darwin":
            status = ctypes.CDLL(None).renamex_np(left_path, right_path, _EXCHANGE)
    return status == 0


def _rename(new: Path, target: Path, old: Path) -> None:
    """The same in two steps; whatever goes wrong in between, `target` comes back."""
    if not target.exists():
        new.rename(target)
        return
    try:
        target.rename(old)
        new.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            os.replace(old, target)
        raise


def _check(target: Path) -> None:
    if not target.exists():
        return
    if not target.is_dir():
        raise NotASite(say("{target} is a file: give another --output", target=target))
    if any(target.iterdir()) and not (target / "search" / "search_index.json").is_file():
        template = (
            "{target} holds files that are not a built site: give another --output, or empty it"
        )
        raise NotASite(say(template, target=target))
