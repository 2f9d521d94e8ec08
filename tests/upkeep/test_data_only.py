"""Who changes data/ alone need not touch a line of Python: the tests hold afterwards.

In a copy of the project one record of every kind is added, numbers and all words of the interface
are changed, and the keeper's steps are taken; then the tests that read data/ run there. All others
cannot notice: tests/data_reads.py keeps them from it. Those that drive a browser take minutes more
and run there when WITH_BROWSER=1, as every week. Those of tests/github that read the site spoil it
first, and look whether other tests notice: they hold whatever stands on its pages.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import data_reads
import pytest
import sites
from sites import ROOT
from upkeep import pull_request

BESIDE = (
    *("tests", ".vscode", ".github", "pyproject.toml", "dev.py", "requirements.lock"),
    *("README.md", "CONTRIBUTING.md", "CITATION.cff", "LICENSE", "requirements.in", ".gitignore"),
)
"""What tests read beside what a build needs."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project after the pull request and the keeper's steps."""
    folder = sites.a_copy_of_the_project(tmp_path_factory.mktemp("pull-request") / "project")
    ignored = shutil.ignore_patterns("__pycache__")
    for name in BESIDE:
        path = ROOT / name
        if path.is_dir():
            shutil.copytree(path, folder / name, ignore=ignored)
        else:
            shutil.copy(path, folder)
    pull_request.make(folder / "data")
    assert run(folder, "generator", "check").stdout.endswith("nothing wrong\n")
    run(folder, "generator", "update")
    return folder


def run(folder: Path, *command: str) -> "subprocess.CompletedProcess[str]":
    """A module of Python in the copy, as a keeper's machine runs it."""
    kept = {key: it for key, it in os.environ.items() if not key.startswith(("SITE_", "PYTEST"))}
    done = subprocess.run(
        [sys.executable, "-P", "-m", *command],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(folder), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-6000:]}\n{done.stderr[-3000:]}"
    return done


@pytest.mark.today
@pytest.mark.parametrize(
    "kind",
    [
        "today and not browser",
        pytest.param(
            "today and browser",
            marks=pytest.mark.skipif(
                os.environ.get("WITH_BROWSER") != "1", reason="takes minutes: WITH_BROWSER=1"
            ),
        ),
    ],
)
def test_a_pull_request_of_data_alone_breaks_no_test(project: Path, kind: str) -> None:
    """Read the names of those that fail below: each has to work out what it expects."""
    options = ["-q", "-p", "no:cacheprovider", "--tb=line"]
    options += ["--ignore=tests/upkeep", "--ignore=tests/github"]
    options += ["--assert=plain"]  # a line shows no more, and a copy would be rewritten for it
    done = run(project, "pytest", *options, "-m", kind)
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 100


class Unmarked:
    """As much of a test as is asked for."""

    nodeid = "test_x.py::test_y"

    def get_closest_marker(self, name: str) -> None:
        assert name == "today"


def test_a_test_that_reads_the_records_must_say_so() -> None:
    """Otherwise the test above would not run it."""
    called = data_reads.pytest_runtest_call(Unmarked())  # type: ignore[arg-type]
    next(called)
    next(ROOT.joinpath("data", "agencies").glob("*.yml")).read_bytes()
    with pytest.raises(pytest.fail.Exception, match=r"mark it `today`.* data/agencies/"):
        called.send(None)


def test_a_test_that_reads_other_files_need_not() -> None:
    called = data_reads.pytest_runtest_call(Unmarked())  # type: ignore[arg-type]
    next(called)
    ROOT.joinpath("mkdocs.yml").read_bytes()
    with pytest.raises(StopIteration):
        called.send(None)
