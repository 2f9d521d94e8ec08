"""Edge: replace what was generated below docs/ by something new only when that is complete.

It stands among files that people keep, so each folder is moved by itself. The first name goes first
and comes last: without it plain MkDocs builds nothing (plain_mkdocs.py), so that what a killed run
leaves is taken for no pages, never for half of them.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from generator.site.locked_folder import others_at_work, working_folder

WORK = "generate"
"""Name of the working folders, `.generate-…`, beside docs/."""
_LEAVING, _OLD = "leaving", "old"
"""Where the old files are moved, before and after all of them have been."""


class AlreadyAtWork(Exception):
    """Another run is about to replace the same files."""


@contextmanager
def generated_replacement(docs: Path, names: Sequence[str]) -> Iterator[Path]:
    """Yield an empty folder; what it holds takes the place of `names` below `docs` when the block
    succeeds. Whatever goes wrong, all that was there stays or comes back.

    Raises AlreadyAtWork, and OSError when the disk refuses.
    """

    def rescue(work: Path) -> None:
        """Bring back what a killed run had moved away."""
        _undo(work, docs, names)

    with working_folder(docs.parent, WORK, rescue) as work:
        if others_at_work(work, WORK):
            raise AlreadyAtWork
        new = work / "docs"
        new.mkdir()
        yield new
        try:
            (work / _LEAVING).mkdir()
            _move(names, docs, work / _LEAVING)
            (work / _LEAVING).rename(work / _OLD)
            _move(names[::-1], new, docs)
        except BaseException:
            _undo(work, docs, names)
            raise


def _undo(work: Path, docs: Path, names: Sequence[str]) -> None:
    """Put the old files back, the first name last; if all that is new is in place, it stays."""
    if (docs / names[0]).exists():
        return
    if (work / _OLD).exists():
        (work / "refused").mkdir(exist_ok=True)
        _move(names, docs, work / "refused")
        _move(names[::-1], work / _OLD, docs)
    elif (work / _LEAVING).exists():
        _move(names[::-1], work / _LEAVING, docs)


def _move(names: Sequence[str], source: Path, target: Path) -> None:
    for name in names:
        if (source / name).exists() or (source / name).is_symlink():
            (source / name).rename(target / name)
