"""A command run to its end, and what it took: seconds, and memory of all its processes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOKS = 0.1
"""Seconds between two looks at how much memory is held."""


@dataclass(frozen=True)
class Used:
    """Seconds, MiB."""

    wall: float
    cpu: float
    largest: float
    """What the largest of the processes ever held."""
    together: float
    """What all of them held at once, as seen from time to time; 0 where it cannot be seen."""


class Failed(Exception):
    """The command ended with another status than 0; the text is what it printed last."""


def run(command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None) -> Used:
    """Run `command`, its output going to the file `log`. Raises Failed."""
    start, together = time.perf_counter(), 0.0
    with log.open("wb") as output:
        child = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            together = max(together, sum(_held(it) for it in _family(child.pid)))
            time.sleep(LOOKS)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise Failed(log.read_text("utf-8", "replace")[-2000:])
    unit = 1024 if sys.platform == "linux" else 1024 * 1024
    return Used(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit, together)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it and its own have started; Linux tells."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _family(int(child))


def _held(pid: int) -> float:
    """MiB that a process holds; what it shares with others counts as a part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    found = [line.split() for line in lines if line.startswith("Pss:")]
    return int(found[0][1]) / 1024 if found else 0.0
