"""Edge: a folder is replaced by a new one when the new one is complete, never before."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.message import say


class NotASite(Exception):
    """The folder to replace holds something that this program did not make."""


@contextmanager
def swapped(target: Path) -> Iterator[Path]:
    """Yield an empty folder beside `target`; put it in `target`'s place when the block succeeds.

    Raises NotASite when `target` is a file, or a folder with contents other than a built site.
    """
    target = Path(os.path.abspath(target))
    _check(target)
    target.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        new = work / "new"
        new.mkdir()
        yield new
        _exchange(target, new, work / "old")
    finally:
        shutil.rmtree(work, ignore_errors=True)


def join(whole: Path, part: Path, into: Path) -> None:
    """Move what is in `whole` to `into`, and there what is in `part` to a folder of its name."""
    for entry in list(whole.iterdir()):
        entry.replace(into / entry.name)
    (into / part.name).mkdir(exist_ok=True)
    for entry in list(part.iterdir()):
        entry.replace(into / part.name / entry.name)


def _exchange(target: Path, new: Path, old: Path) -> None:
    """Put `new` in `target`'s place; whatever goes wrong in between, `target` comes back."""
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
