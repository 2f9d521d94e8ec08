"""Two branches that each add neighbouring records are merged by git itself, without a conflict."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_data_folder,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_listing,
    a_programme,
    a_prose,
    a_section,
    an_event,
    an_event_list,
)
from commands import main

from generator.cli.clock import hong_kong_day
from generator.pipeline.generate import examine
from generator.reading.merge_conflict import conflict_sides

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="no git")
AS = ("-c", "user.name=Keeper", "-c", "user.email=keeper@handbook.example")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two programmes, two files of figures and one of events, all registered."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    grants = ("sea-grant", "sea-loan")
    write(
        tmp_path,
        programmes=[a_programme(id=it, name=f"海產{number}") for number, it in enumerate(grants)],
        figures=[a_figure_list(a_figure(id=f"{it}-ceiling"), id=it) for it in grants],
        events=[
            an_event_list(
                *(
                    an_event(id=f"{it}-{number}", what=f"推出計劃{which}")
                    for number, which in enumerate("甲乙丙丁")
                ),
                id=it,
            )
            for it in grants
        ],
        prose=[*(a_prose(it) for it in ("about", "data", "home")), a_prose("contributing")],
        documents=[plan(1, 0)],
    )
    (tmp_path / ".gitignore").write_text("/.vscode/schemas/\n", "utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    keep(tmp_path, "start")
    return tmp_path


def plan(released: int, spatial: int) -> Any:
    empty = {} if spatial else {"empty": "no-row"}
    return a_document(
        sections=[
            a_section(code="D.i", line=45, rows=spatial, **empty),
            a_section(code="D.ii", rows=released),
        ]
    )


def write(root: Path, **records: Any) -> None:
    a_data_folder(root, a_catalogue(**{"documents": [], "agencies": [], "datasets": []} | records))


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", *AS, *arguments]
    return subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8")


def keep(root: Path, subject: str) -> None:
    """What a keeper does at the end."""
    if subject == "start":
        write(root, agencies=None, datasets=None, documents=[plan(1, 0)])
    assert main(["update"]) == 0
    git(root, "add", "--all")
    assert git(root, "commit", "--quiet", "--message", subject).returncode == 0


def branch(root: Path, name: str, change: Callable[[], None]) -> None:
    assert git(root, "checkout", "--quiet", "-b", name, "main").returncode == 0
    change()
    keep(root, name)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def added(root: Path, name: str, dataset: Any, subject: str, behind: int) -> None:
    """A programme, a dataset, a figure in a file of its own, an event among others."""
    write(
        root,
        programmes=[a_programme(id=f"harbour-{name}", name=f"海港{name}說明發展")],
        figures=[a_figure_list(a_figure(id=f"harbour-{name}"), id=f"harbour-{name}")],
        datasets=[dataset],
    )
    events = root / "data" / "events" / f"{subject}.yml"
    text = events.read_text("utf-8")
    marker = f"- id: {subject}-{behind}\n"
    start = text.index(marker)
    end = text.find("- id:", start + 1)
    item = text[start : end if end > 0 else len(text)]
    new = item.replace(f"{subject}-{behind}", f"{subject}-{name}").replace("推出", name)
    events.write_text(text.replace(item, item + new, 1), "utf-8")


def merged(root: Path) -> subprocess.CompletedProcess[str]:
    git(root, "checkout", "--quiet", "one")
    return git(root, "merge", "--no-edit", "two")


SPATIAL = a_dataset(
    id="sea-tides-a",
    name="甲",
    spatial=True,
    listings=[a_listing(section="D.i", line=46)],
)
OTHER = a_dataset(id="sea-tides-b", name="乙", listings=[a_listing(row=2, line=61)])


def test_neighbours_in_two_branches(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def one() -> None:
        added(root, "a", SPATIAL, "sea-grant", 1)
        edit(root / "data/documents/sea-plan.yml", "  rows: 0\n  empty: no-row\n", "  rows: 1\n")

    def two() -> None:
        added(root, "b", OTHER, "sea-grant", 2)
        edit(root / "data/documents/sea-plan.yml", "line: 50\n  rows: 1", "line: 50\n  rows: 2")

    branch(root, "one", one)
    branch(root, "two", two)
    done = merged(root)
    assert done.returncode == 0, done.stdout
    catalogue, problems = examine(root / "data", hong_kong_day())
    assert catalogue is not None, problems
    assert problems == []
    assert {"harbour-a", "harbour-b"} <= catalogue.programmes.keys()
    ids = catalogue.history["events/sea-grant"].record.identifiers
    assert ids == tuple(f"sea-grant-{it}" for it in ("0", "1", "a", "2", "b", "3"))
    capsys.readouterr()
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "0 files changed\n"


def test_a_renaming_beside_a_new_neighbour(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    branch(root, "one", lambda: run("rename", "sea-grant", "fish-grant"))
    branch(root, "two", lambda: added(root, "b", a_dataset(), "sea-loan", 3))
    assert merged(root).returncode == 0
    catalogue, problems = examine(root / "data", hong_kong_day())
    assert (catalogue is not None, problems) == (True, [])
    capsys.readouterr()
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "0 files changed\n"


def test_what_git_cannot_merge_is_mended_by_update(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two events of one file are no more, each in its branch, and the guide was changed twice."""

    def gone(number: int) -> None:
        run("retire", f"sea-grant-{number}", "--reason", f"錯記{number}")
        edit(root / "data/prose/contributing.yml", "title: 海事手冊", f"title: 海事手冊{number}")

    branch(root, "one", lambda: gone(0))
    branch(root, "two", lambda: gone(3))
    prose = root / "data/prose/contributing.yml"
    assert merged(root).returncode == 1
    prose.write_text(chosen(prose.read_text("utf-8")), "utf-8")
    assert main(["check"]) == 1
    assert "data/history/events/sea-grant.yml:1:1: two versions" in capsys.readouterr().err
    assert "<<<<<<<" in (root / "CONTRIBUTING.md").read_text("utf-8")
    assert main(["update"]) == 0
    said = capsys.readouterr().out
    assert "data/history/events/sea-grant.yml: both versions of a merge were kept\n" in said
    assert "CONTRIBUTING.md: changed\n" in said
    assert main(["check"]) == 0
    assert "<<<<<<<" not in (root / "CONTRIBUTING.md").read_text("utf-8")
    catalogue, problems = examine(root / "data", hong_kong_day())
    assert catalogue is not None, problems
    record = catalogue.history["events/sea-grant"].record
    assert set(record.identifiers) == {f"sea-grant-{it}" for it in range(4)}
    assert {it.id: it.reason for it in record.gone} == {
        "sea-grant-0": "錯記0",
        "sea-grant-3": "錯記3",
    }


def chosen(text: str) -> str:
    """What a person makes of a file that was written by hand: here, the other branch's version."""
    return conflict_sides(text)[1]


def run(*command: str) -> None:
    assert main([*command]) == 0
