"""Edge: parts of a build in processes of their own, each on a core, which end with it however it
ends."""

import errno
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Any, TypeVar, cast

from jinja2 import TemplateError, TemplateSyntaxError

from generator.message import say

T = TypeVar("T")
_WATCH = "watch on the parent"
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


def side_by_side(one: Callable[[], T], other: Callable[[], T]) -> tuple[T, T]:
    """The results of both, `other`'s from a copy of this process, which sees all that is here.

    One after the other where no copy can be made. Raises OSError as `other` does, and RuntimeError
    with the traceback when it fails otherwise in the copy.
    """
    if not _can_copy():
        return one(), other()
    with _copy(other) as result:
        own = one()
        return own, result()


def in_copy(work: Callable[[], T]) -> T:
    """The result of `work`, done in a copy of this process, which leaves no memory behind.

    Here where no copy can be made. Raises as side_by_side does.
    """
    if not _can_copy():
        return work()
    with _copy(work) as result:
        return result()


def located(error: TemplateError) -> TemplateError:
    """The error, with the template and the line in itself, also where it came up while the template
    was used: another process has no traceback."""
    if isinstance(error, TemplateSyntaxError):
        return error
    frames = traceback.walk_tb(error.__traceback__)
    lines = [(frame.f_code.co_filename, line) for frame, line in frames]
    file, line = next((it for it in reversed(lines) if it[0].endswith(".j2")), (None, 1))
    return TemplateSyntaxError(error.message or "", line, None, file)


def _can_copy() -> bool:
    """Another thread's locks would stay held in a copy, and the system's own libraries on macOS may
    not survive it. A copy's watch on its parent holds none."""
    busy = [it for it in threading.enumerate() if it.name != _WATCH]
    return sys.platform == "linux" and len(busy) == 1


@contextmanager
def _copy(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin `work` in a copy; what is yielded waits for its result."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    copy = fork.Process(target=_tell, args=(work, sender))
    copy.start()
    sender.close()

    def result() -> T:
        try:
            told, failure = receiver.recv()
        except EOFError:
            raise RuntimeError("the process ended without a result") from None
        if failure:
            raise failure
        return cast(T, told)

    try:
        yield result
    finally:
        receiver.close()
        copy.kill()  # one that has told its result has nothing left to do
        copy.join()


def _tell(work: Callable[[], object], sender: "Connection[object, object]") -> None:
    """Do the work in the copy, and send (result, None) or (None, what to raise)."""
    _end_with_parent()
    try:
        sender.send((work(), None))
    except (OSError, TemplateError) as error:
        sender.send((None, located(error) if isinstance(error, TemplateError) else error))
    except BaseException:
        sender.send((None, RuntimeError(traceback.format_exc())))


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
    threading.Thread(target=watch, name=_WATCH, daemon=True).start()


def _raise_what_happened(status: int) -> None:
    if status < 0:
        template = "a part of the build was ended by signal {number}; is there enough memory?"
        raise SiteError(say(template, number=-status))
    if status >= _DISK:
        raise OSError(status - _DISK, os.strerror(status - _DISK))
    if status:
        raise SiteError(say("MkDocs warned about the pages; see above"))
