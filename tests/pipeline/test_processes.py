"""Two shares are done at once, each seeing what is here, and a failure of either is told."""

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from generator.pipeline.processes import SiteError, located, run_in_parallel, run_in_processes
from generator.site.build_faults import fault_problem


def test_both_results_come_back_in_order() -> None:
    known = ["seen by both"]
    assert run_in_parallel(lambda: [*known, 1], lambda: [*known, 2]) == (
        ["seen by both", 1],
        ["seen by both", 2],
    )


def test_a_large_result_comes_back_whole() -> None:
    """A pipe holds 64 KiB; who sends more waits until it is read."""
    one, other = run_in_parallel(lambda: "a", lambda: "b" * 5_000_000)
    assert (one, len(other)) == ("a", 5_000_000)


def test_with_another_thread_nothing_is_copied() -> None:
    """Its locks would stay held in the copy."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert run_in_parallel(os.getpid, os.getpid) == (os.getpid(), os.getpid())
    finally:
        done.set()
        thread.join()


def test_a_failure_is_told_wherever_it_happens() -> None:
    def fail() -> int:
        raise KeyError("the mistake")

    with pytest.raises(KeyError, match="the mistake"):
        run_in_parallel(fail, lambda: 1)
    with pytest.raises((KeyError, RuntimeError), match="the mistake"):
        run_in_parallel(lambda: 1, fail)


def test_a_process_that_ends_at_once_is_no_result() -> None:
    own = os.getpid()

    def end() -> int:
        if os.getpid() == own:  # no copy is made on this system
            raise RuntimeError("without a result")
        os._exit(3)

    with pytest.raises(RuntimeError, match="without a result"):
        run_in_parallel(lambda: 1, end)


def test_a_disk_that_refuses_is_told_as_such() -> None:
    def refuse() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match="No space left") as told:
        run_in_parallel(lambda: 1, refuse)
    assert told.value.errno == errno.ENOSPC


@pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux alone")
def test_what_is_done_in_a_copy_leaves_nothing_here_and_can_be_shared_again() -> None:
    """A copy is no other thread, so that its own work is done on two cores as well."""
    code = """
import os
from generator.pipeline.processes import run_in_fork, run_in_parallel
kept = []
def work():
    kept.append(1)
    return os.getpid(), *run_in_parallel(os.getpid, os.getpid)
copy, one, other = run_in_fork(work)
print(kept, len({os.getpid(), copy, other}), one == copy)
"""
    # In a process of its own: here other tests may have left threads.
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[] 3 True\n"


def test_fresh_processes_tell_how_they_ended() -> None:
    run_in_processes(os._exit, [(0,), (0,)])
    with pytest.raises(SiteError):
        run_in_processes(os._exit, [(0,), (1,)])


@pytest.mark.parametrize("wrong", ["{% if %}", "{{ nothing.here }}", "{{ 1 }} {{ ''.here.there }}"])
def test_a_wrong_template_is_told_with_its_place(tmp_path: Path, wrong: str) -> None:
    """Wherever a page was made of it, and whether it could be read or not."""
    (tmp_path / "page.md.j2").write_text(f"a\n{wrong}\n", "utf-8")
    pages = Environment(loader=FileSystemLoader(tmp_path), undefined=StrictUndefined)

    with pytest.raises(TemplateError) as failure:
        run_in_parallel(int, lambda: pages.get_template("page.md.j2").render())
    problem = fault_problem(located(failure.value), tmp_path)
    assert str(problem.place) == "page.md.j2:2:1"
    assert problem.message.startswith("the template is wrong: ")
