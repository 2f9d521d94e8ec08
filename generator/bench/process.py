"""Run a command and measure it: seconds, and the memory of all its processes."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LOOK_SECONDS = 0.1
"""Seconds between two looks at how much memory is held."""


@dataclass(frozen=True)
class ResourceUse:
    """Seconds, MiB."""

    wall: float
    cpu: float
    largest: float
    """What the largest of the processes ever held."""
    together: float
    """What all of them held at once, as seen from time to time; 0 where it cannot be seen."""


class CommandFailed(Exception):
    """The command ended with another status than 0; the text is what it printed last."""


def run_measured(
    command: Sequence[str], log: Path, environment: Mapping[str, str] | None = None
) -> ResourceUse:
    """Run `command`, its output going to the file `log`. Raises Failed."""
    start, largest, together = time.perf_counter(), 0.0, 0.0
    with log.open("wb") as output:
        child = subprocess.Popen(command, stdout=output, stderr=output, env=environment)
        while True:
            pid, status, usage = os.wait4(child.pid, os.WNOHANG)
            if pid:
                break
            family = list(_process_tree(child.pid))
            largest = max(largest, *(_memory(it, "status", "VmHWM:") for it in family))
            together = max(together, sum(_memory(it, "smaps_rollup", "Pss:") for it in family))
            time.sleep(LOOK_SECONDS)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise CommandFailed(log.read_text("utf-8", "replace")[-2000:])
    # Where nothing could be seen, what the system says, which counts this process in.
    largest = largest or usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)
    return ResourceUse(wall, usage.ru_utime + usage.ru_stime, largest, together)


def install(requirement: str, folder: Path) -> bool:
    """Install a package of PyPI into `folder`, for these builds only; tells whether that worked."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(folder), requirement]
    folder.mkdir(parents=True, exist_ok=True)
    try:
        run_measured(pip, folder / "pip.log")
    except CommandFailed:
        return False
    return True


def _process_tree(pid: int) -> Iterator[int]:
    """A process and all its descendants, read from Linux's /proc."""
    yield pid
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return
    for child in children:
        yield from _process_tree(int(child))


def _memory(pid: int, file: str, name: str) -> float:
    """A memory figure of a process in MiB, from a file below Linux's /proc; 0 elsewhere."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    return next((int(it.split()[1]) / 1024 for it in lines if it.startswith(name)), 0.0)
