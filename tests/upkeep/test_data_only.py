"""Who changes data/ alone need not touch a line of Python: the tests hold afterwards.

In a copy of the project one record of every kind is added, numbers and all words of the interface
are changed, next year's plan, edition and head are taken in, and the keeper's steps are taken; then
the tests that read data/ run there. All others
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
from maintain.take_in.invented import EDITION, HEAD, NEXT_PLAN, OLD_EDITION, OLD_HEAD, PLAN
from sites import ROOT
from upkeep import documents, pull_request

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
    documents.add_earlier(folder / "data", folder.parent / "earlier")
    documents.take_in(folder)
    run(folder, "generator", "update", "--reason", "對照文件改正。")
    assert run(folder, "generator", "check").stdout.endswith("nothing wrong\n")
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
    # The recipe for plans takes the identifier that the invented agency has.
    options += ["--deselect=tests/maintain/test_guide.py::test_take_in_a_plan"]
    options += ["--assert=plain"]  # a line shows no more, and a copy would be rewritten for it
    done = run(project, "pytest", *options, "-m", kind)
    passed = re.search(r"(\d+) passed", done.stdout)
    assert passed is not None
    assert int(passed[1]) > 100


CHANGES = "documents/changes"


@pytest.mark.today
def test_the_plans_page_says_what_became_of_each_dataset(project: Path) -> None:
    page = documents.Pages(project / "data").parts(f"{CHANGES}/{PLAN}/{NEXT_PLAN}")
    assert said(page["released"], "渡輪靠岸時刻") == ["計劃發放：2026年3月", "已發放：2026年4月"]
    assert said(page["rows"], "燈塔開放時間") == ["日期：2026年9月", "日期：2027年9月"]
    assert said(page["added"], "海水鹽度紀錄") == ["計劃發放：2027年12月"]
    assert said(page["dropped"], "漁港訪客統計") == ["計劃發放：2026年6月"]
    assert said(page["dropped"], "燈塔費收入") == ["已發放：2019年7月"]
    assert len(re.findall(r"^\| \[", page["dropped"], re.MULTILINE)) == 2


@pytest.mark.today
def test_of_a_plan_that_is_not_complete_nothing_is_said_to_be_gone(project: Path) -> None:
    record = project / "data" / "documents" / f"{NEXT_PLAN}.yml"
    text = record.read_text("utf-8")
    record.write_text(text.replace("sections:\n", "complete: false\nsections:\n"), "utf-8")
    page = documents.Pages(project / "data").parts(f"{CHANGES}/{PLAN}/{NEXT_PLAN}")
    record.write_text(text, "utf-8")
    assert "不再" not in "".join(page.values())
    assert "漁港訪客統計" not in "".join(page.values())


@pytest.mark.today
def test_pages_have_the_numbers_that_edition_and_head_print(project: Path) -> None:
    pages = documents.Pages(project / "data")
    figures = pages.parts("programmes/sea-grant")["figures"]
    assert re.findall(r"約1 [0-9]{3}個項目", figures) == ["約1 450個項目", "約1 230個項目"]
    assert "2026年4月底" in figures
    changes = pages.parts(f"{CHANGES}/{OLD_EDITION}/{EDITION}")
    assert "dropped" not in changes
    budget = pages.parts(f"budget/{HEAD}")
    assert "**18,000,000元**" in budget["name"]
    assert "41 個職位" in budget["posts"]
    assert "dropped" not in pages.parts(f"{CHANGES}/{OLD_HEAD}/{HEAD}")


def said(table: str, name: str) -> list[str]:
    """What stands first in each cell behind that which has `name`; without the marks that the pull
    request put at the end of words."""
    [row] = [line for line in table.split("\n") if line.startswith(f"| [{name}]")]
    cells = [it.strip() for it in row.strip("| ").split(" | ")[1:]]
    return [re.sub(f"[{pull_request.MARKS}]", "", re.split(r"[ <\[]", it)[0]) for it in cells]


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
