"""Edge: child processes that never outlive the build."""

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

from generator.messages.message import say

T = TypeVar("T")
_WATCH = "watch on the parent"
_REFUSED = 1
_DISK = 64
"""Exit status of a part that the disk refused, above which stands the number of the error."""


class SiteError(Exception):
    """The pages were refused, and why is told; MkDocs' own messages have been printed."""


def run_in_processes(part: Callable[..., None], calls: Sequence[tuple[Any, ...]]) -> None:
    """Run `part` once per tuple of arguments, each in a new process, and wait for all.

    Raises SiteError and OSError as the parts do. Whatever is raised here, no child stays alive.
    """
    # A fresh interpreter each: a copy of this one could be caught with its locks held.
    start = multiprocessing.get_context("spawn").Process
    jobs = [start(target=_run, args=(part, *arguments)) for arguments in calls]
    try:
        _start_without_interrupt(jobs)
        for job in jobs:
            job.join()
    finally:
        for job in jobs:
            if job.pid is not None:
                job.kill()
                job.join()
    for job in jobs:
        _raise_for_status(job.exitcode or 0)


def run_in_parallel(here: Callable[[], T], in_child: Callable[[], T]) -> tuple[T, T]:
    """The results of both calls; `in_child` runs in a forked copy of this process.

    Without fork, one runs after the other. Raises OSError as `in_child` does, and RuntimeError
    with the traceback when it fails otherwise in the child.
    """
    if not _can_fork():
        return here(), in_child()
    with _fork(in_child) as result:
        own_result = here()
        return own_result, result()


def run_in_fork(work: Callable[[], T]) -> T:
    """The result of `work`, done in a forked child so that its memory is freed afterwards.

    Without fork it runs in this process. Raises as run_in_parallel does.
    """
    if not _can_fork():
        return work()
    with _fork(work) as result:
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


def _can_fork() -> bool:
    """Whether forking is safe: only on Linux, and without other threads, whose locks would stay
    held in the child. The thread that watches a child's parent holds none."""
    busy = [it for it in threading.enumerate() if it.name != _WATCH]
    return sys.platform == "linux" and len(busy) == 1


@contextmanager
def _fork(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Start `work` in a forked child; yield a function that waits for its result."""
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    copy = fork.Process(target=_send_result, args=(work, sender))
    copy.start()
    sender.close()

    def result() -> T:
        try:
            value, failure = receiver.recv()
        except EOFError:
            raise RuntimeError("the process ended without a result") from None
        if failure:
            raise failure
        return cast(T, value)

    try:
        yield result
    finally:
        receiver.close()
        copy.kill()  # one that has told its result has nothing left to do
        copy.join()


def _send_result(work: Callable[[], object], sender: "Connection[object, object]") -> None:
    """In the child: do the work, and send (result, None) or (None, the exception to raise)."""
    _end_with_parent()
    try:
        sender.send((work(), None))
    except (OSError, TemplateError) as error:
        sender.send((None, located(error) if isinstance(error, TemplateError) else error))
    except BaseException:
        sender.send((None, RuntimeError(traceback.format_exc())))


def _start_without_interrupt(jobs: Sequence[SpawnProcess]) -> None:
    """Start processes that ignore Ctrl-C: this process handles it and ends them."""
    deaf = threading.current_thread() is threading.main_thread()
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if deaf else None
    try:
        for job in jobs:
            job.start()
    finally:
        if deaf:
            signal.signal(signal.SIGINT, before)


def _run(part: Callable[..., None], *arguments: Any) -> None:
    """In the child: do the part; the exit status says how it ended."""
    _end_with_parent()
    try:
        part(*arguments)
    except SiteError:
        sys.exit(_REFUSED)
    except OSError as error:
        sys.exit(_DISK + (error.errno or errno.EIO))


def _end_with_parent() -> None:
    """End this child as soon as its parent has ended."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(_REFUSED)

    if not parent.is_alive():
        os._exit(_REFUSED)
    threading.Thread(target=watch, name=_WATCH, daemon=True).start()


def _raise_for_status(status: int) -> None:
    if status < 0:
        template = "a part of the build was ended by signal {number}; is there enough memory?"
        raise SiteError(say(template, number=-status))
    if status >= _DISK:
        raise OSError(status - _DISK, os.strerror(status - _DISK))
    if status:
        raise SiteError(say("MkDocs warned about the pages; see above"))
