"""Watching the files that a preview is made of."""

import os
import stat
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserverVFS

LOOK_SECONDS = 0.2
"""Seconds between two looks at the files; MkDocs' half a second is a good part of the wait."""
QUIET_SECONDS = 5.0
"""Seconds in which changes of the program are reported once: a branch changes many files."""


def polling_observer() -> PollingObserverVFS:
    """A watcher that polls files and survives a folder that disappears for a moment, as when git
    or an editor replaces it."""
    return PollingObserverVFS(_stat, os.scandir, polling_interval=LOOK_SECONDS)


def _stat(path: str) -> os.stat_result:
    """The file's status; that of an empty folder where there is nothing."""
    try:
        return os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return os.stat_result((stat.S_IFDIR, *(0,) * 9))


class ProgramWatcher(FileSystemEventHandler):
    """Reports changes of the program's own files, which a running preview does not read again."""

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self._tell = tell
        self._told = -QUIET_SECONDS

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Report a changed module or text of the program; changed templates are read again."""
        file = Path(os.fsdecode(event.src_path))
        if event.is_directory or file.suffix not in {".py", ".yml"}:
            return
        if time.monotonic() - self._told >= QUIET_SECONDS:
            self._tell(file)
        self._told = time.monotonic()
