"""Builds that are killed, refused by the disk or run twice at once: the last good site stays whole,
the next run works, and nothing is left lying about.

In processes of their own, over a small data folder. When to kill is told by how far a build has
come, so that the tests mean the same on a slow machine.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Set
from functools import partial
from pathlib import Path

import pytest
from builders import a_data_folder
from commands import heeds_interrupts
from sites import a_copy_of_the_project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills groups of processes")

NAMES = ("海風觀測署", "潮汐觀測署")
"""The agency's name in the site that stands and in the one that is built."""
MOMENTS = {
    "the folder is made": "",
    "pages are generated": "docs/zh-Hans/datasets/sea-tides.md",
    "one variant is built": "new.zh-Hant/index.html",
    "the variants are joined": "new/zh-Hans/index.html",
}
"""How far a build has come → what is there in its folder then."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with small data, which are those of NAMES[0], and its site in `out`."""
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("interrupted"), with_data=False)
    a_data_folder(folder)
    assert build(folder).communicate() == ("site written to out/site\n", "")
    return folder


@pytest.fixture(scope="module")
def good(project: Path) -> dict[str, bytes]:
    """Everything in the project, as it is when nothing has gone wrong."""
    return files(project)


@pytest.fixture
def renamed(project: Path, good: dict[str, bytes]) -> Iterator[Path]:
    """The project while its data are those of NAMES[1]; afterwards as it was.

    Where a build has left anything, the next one makes it so. Where a test has seen that nothing is
    left, a build would be the one that `project` began with.
    """
    rename(project, *NAMES)
    yield project
    rename(project, *reversed(NAMES))
    if files(project) != good:
        done = build(project)
        assert done.communicate() == ("site written to out/site\n", "")
    assert files(project) == good


def rename(project: Path, old: str, new: str) -> None:
    record = project / "data" / "agencies" / "sea.yml"
    record.write_text(record.read_text("utf-8").replace(old, new), "utf-8")


def files(folder: Path) -> dict[str, bytes]:
    """Everything below a folder but what Python keeps beside its modules, and what is kept from one
    build for the next."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if {"__pycache__", ".cache"}.isdisjoint(path.parts)
    }


def site_of(project: Path) -> dict[str, bytes]:
    return files(project / "out" / "site")


def command(
    project: Path, *arguments: str, limit: Callable[[], None] | None = None, **changes: str
) -> "subprocess.Popen[str]":
    """A command in a group of its own."""

    def begin() -> None:
        heeds_interrupts()
        if limit is not None:
            limit()

    inherited = {name: it for name, it in os.environ.items() if name != "GITHUB_ACTIONS"}
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "generator", *arguments],
        cwd=project,
        env=inherited | {"PYTHONPATH": str(project), "SITE_URL": ""} | changes,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
        preexec_fn=begin,
    )


def build(
    project: Path, limit: Callable[[], None] | None = None, **changes: str
) -> "subprocess.Popen[str]":
    options = ("--output", "out/site", "--as-of", "2026-01-31")
    return command(project, "build", *options, limit=limit, **changes)


def left_in(project: Path) -> set[Path]:
    """The folders in which builds work, or have worked."""
    return set((project / "out").glob(".site-*"))


def wait_until(
    project: Path, place: str, running: "subprocess.Popen[str]", old: Set[Path] = frozenset()
) -> None:
    """Until that is there in the build's folder, or it is over; what was left before is none of its
    own."""
    while running.poll() is None and not any(
        (work / place).exists() for work in left_in(project) - old
    ):
        time.sleep(0.002)


def test_a_build_that_is_killed_leaves_the_last_good_site(renamed: Path) -> None:
    """Its own rest goes with the next run, also when that begins at once; the last of them is whole
    (in `renamed`)."""
    before = site_of(renamed)
    old = left_in(renamed)
    for moment, kill in zip(MOMENTS, (os.kill, os.killpg, os.kill, os.killpg), strict=True):
        running = build(renamed)
        wait_until(renamed, MOMENTS[moment], running, old)
        assert running.poll() is None, "the build was over before it could be killed"
        kill(running.pid, signal.SIGKILL)
        running.communicate()
        found = site_of(renamed)
        if found != before:  # it was killed after the exchange
            assert NAMES[1].encode() in found["agencies/sea/index.html"]
            assert found.keys() == before.keys()
        left = left_in(renamed)
        assert not left & old, moment
        old = left


def test_a_build_that_is_interrupted_tidies_up_and_says_nothing(renamed: Path) -> None:
    """Ctrl-C reaches every process of the build; none of them prints a traceback."""
    before = files(renamed / "out")
    running = build(renamed)
    wait_until(renamed, "new.zh-Hant/assets", running)
    os.killpg(running.pid, signal.SIGINT)
    assert running.communicate() == ("", "")
    assert running.returncode == 130
    assert files(renamed / "out") == before


FULL = {
    "C.UTF-8": "the site could not be written: out/site: a file would be too large "
    "(raise the limit on the size of files)",
    "zh_HK.UTF-8": "未能寫出網站：out/site：檔案太大（放寬檔案大小的上限）",
}


@pytest.mark.parametrize(("size", "language"), [(2_000, "C.UTF-8"), (60_000, "zh_HK.UTF-8")])
def test_a_full_disk_is_told_and_leaves_the_last_good_site(
    renamed: Path, size: int, language: str
) -> None:
    """A limit on the size of files stands in for it, met before MkDocs begins, or by MkDocs."""
    resource = pytest.importorskip("resource")
    before = files(renamed / "out")
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
    running = build(renamed, limit, LC_ALL=language)
    out, err = running.communicate()
    assert (out, running.returncode) == ("", 2)
    assert "Traceback" not in err
    assert err.splitlines()[-1] == FULL[language]
    assert files(renamed / "out") == before


def test_two_builds_at_once_both_succeed(renamed: Path) -> None:
    runs = [build(renamed), build(renamed)]
    said = [run.communicate() for run in runs]
    assert said == [("site written to out/site\n", "")] * 2
    assert NAMES[1].encode() in site_of(renamed)["agencies/sea/index.html"]
    assert os.listdir(renamed / "out") == ["site"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(renamed: Path) -> None:
    before = site_of(renamed)
    (renamed / "out").chmod(0o555)
    try:
        running = build(renamed)
        out, err = running.communicate()
    finally:
        (renamed / "out").chmod(0o755)
    assert (out, running.returncode) == ("", 2)
    assert err == (
        "the site could not be written: out/site: this user may not "
        "(give the permission, or choose another folder)\n"
    )
    assert site_of(renamed) == before
