"""Edge: parts of a build in processes of their own, which end with it however it ends."""

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from multiprocessing.context import SpawnProcess
from typing import Any

from generator.message import say

_REFUSED = 1
_DISK = 64
"""Exit status of a part that the disk refused, above which stands the number of the error."""


class SiteError(Exception):
    """The pages were refused, and why is told; MkDocs' own messages have been printed."""


def run_apart(part: Callable[..., None], calls: Sequence[tuple[Any, ...]]) -> None:
    """Run `part` once with each of the arguments, side by side, and wait for all.

    Raises SiteError and OSError as the parts do. Whatever is raised here, no part lives on.
    """
    # A fresh interpreter each: a copy of this one could be caught with its locks held.
    start = multiprocessing.get_context("spawn").Process
    jobs = [start(target=_run, args=(part, *arguments)) for arguments in calls]
    try:
        _start_deaf(jobs)
        for job in jobs:
            job.join()
    finally:
        for job in jobs:
            if job.pid is not None:
                job.kill()
                job.join()
    for job in jobs:
        _raise_what_happened(job.exitcode or 0)


def _start_deaf(jobs: Sequence[SpawnProcess]) -> None:
    """Start processes that leave Ctrl-C to this one, which then ends them."""
    deaf = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if deaf else None
    try:
        for job in jobs:
            job.start()
    finally:
        if deaf:
            signal.signal(signal.SIGINT, before)


def _run(part: Callable[..., None], *arguments: Any) -> None:
    """In the other process: do the part; the exit status tells how it went."""
    _end_with_parent()
    try:
        part(*arguments)
    except SiteError:
        sys.exit(_REFUSED)
    except OSError as error:
        sys.exit(_DISK + (error.errno or errno.EIO))


def _end_with_parent() -> None:
    """A part without its whole would go on writing where nobody looks."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(_REFUSED)

    if not parent.is_alive():
        os._exit(_REFUSED)
    threading.Thread(target=watch, daemon=True).start()


def _raise_what_happened(status: int) -> None:
    if status < 0:
        template = "a part of the build was ended by signal {number}; is there enough memory?"
        raise SiteError(say(template, number=-status))
    if status >= _DISK:
        raise OSError(status - _DISK, os.strerror(status - _DISK))
    if status:
        raise SiteError(say("MkDocs warned about the pages; see above"))
