"""Edge: shares of one work at the same time, each on a core of its own."""

import multiprocessing
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def side_by_side(one: Callable[[], T], other: Callable[[], T]) -> tuple[T, T]:
    """The results of both, `other`'s from a copy of this process, which sees all that is here.

    One after the other where a copy would be unsafe: another thread's locks would stay held in it,
    and the system's own libraries on macOS may not survive it. Raises RuntimeError with the
    traceback when `other` fails in the copy.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return one(), other()
    fork = multiprocessing.get_context("fork")
    receiver, sender = fork.Pipe(duplex=False)
    copy = fork.Process(target=_tell, args=(other, sender))
    copy.start()
    sender.close()
    try:
        own = one()
        result, failure = receiver.recv()
    except EOFError:
        result, failure = None, "the process ended without a result"
    finally:
        receiver.close()
        copy.join()
    if failure:
        raise RuntimeError(failure)
    return own, result


def in_fresh_processes(
    work: Callable[..., object], shares: Sequence[tuple[object, ...]]
) -> list[int]:
    """Do each share, which are arguments, in an interpreter that holds nothing; exit statuses."""
    start = multiprocessing.get_context("spawn").Process
    jobs = [start(target=work, args=share) for share in shares]
    for job in jobs:
        job.start()
    for job in jobs:
        job.join()
    return [job.exitcode or 0 for job in jobs]


def _tell(work: Callable[[], object], sender: "Connection[object, object]") -> None:
    """Do the work in the copy, and send (result, None) or (None, what went wrong)."""
    try:
        sender.send((work(), None))
    except BaseException:
        sender.send((None, traceback.format_exc()))
