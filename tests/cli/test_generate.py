"""`generate` writes the pages into docs/, all of them or none; other commands do not see them."""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from builders import a_catalogue, a_data_folder, an_agency
from commands import a_plain_project, main, start
from permissions import permissions
from sample import sample_outputs

from generator.pipeline.outputs import GENERATED
from generator.site.docs_swap import WORK, generated_replacement

WRITTEN = "pages written to {docs}; `.venv/bin/mkdocs build --strict` makes the site of them\n"


@pytest.fixture(autouse=True, scope="module")
def compiled() -> None:
    """Pages are written in copies of this process: what it has compiled, none of them has to."""
    sample_outputs()


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain project in the working folder, in a clean environment."""
    for name in ("CI", "GITHUB_ACTIONS", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    return a_plain_project(tmp_path)


@pytest.fixture
def generated(root: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Everything in the project, for which pages were generated before."""
    assert main(["generate", "--as-of", "2026-01-31"]) == 0
    assert capsys.readouterr() == (WRITTEN.format(docs=root / "docs"), "")
    return files(root)


def files(root: Path) -> dict[str, bytes]:
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in files_below(root)}


def files_below(root: Path) -> list[Path]:
    """Everything but what is kept from one run for the next."""
    return [it for it in root.rglob("*") if it.is_file() and ".cache" not in it.parts]


def rename_agency(root: Path) -> Path:
    record = root / "data" / "agencies" / "sea.yml"
    record.write_text(record.read_text("utf-8").replace("海", "河"), "utf-8")
    return record


def test_the_pages_stand_beside_what_is_kept_by_hand(
    root: Path, generated: dict[str, bytes]
) -> None:
    for script in ("zh-Hant", "zh-Hans"):
        page = generated[f"docs/{script}/datasets/sea-tides.md"].decode()
        assert page.startswith("---\ntitle: ")
    assert "docs/data/v1/datasets.json" in generated
    assert generated["docs/assets/by-hand.js"] == b"by hand"
    assert {it.name for it in (root / "docs").iterdir()} <= {*GENERATED, "assets", "overrides"}
    assert [it.name for it in root.iterdir() if it.name.startswith(".")] == [".cache"]


def test_what_was_generated_before_and_is_no_more_goes(
    root: Path, generated: dict[str, bytes]
) -> None:
    left = root / "docs" / "zh-Hans" / "datasets" / "sea-old.md"
    left.write_text("# old\n", "utf-8")
    (root / "docs" / "feeds" / "old.xml").write_text("old", "utf-8")
    assert main(["generate", "--as-of", "2026-01-31"]) == 0
    assert files(root) == generated


@pytest.mark.usefixtures("generated")
def test_the_day_is_the_one_that_is_given(root: Path) -> None:
    def robots_and_pages(day: str) -> dict[str, bytes]:
        assert main(["generate", "--as-of", day]) == 0
        return files(root)

    assert robots_and_pages("2031-01-31") == robots_and_pages("2031-01-31")


def test_wrong_data_write_nothing(
    root: Path, generated: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    a_data_folder(root, a_catalogue(agencies=[an_agency(kind="ministry")]))
    before = files(root)
    assert main(["generate"]) == 1
    assert capsys.readouterr().err.endswith("1 problem; nothing was generated\n")
    assert files(root) == before
    changed = {path for path, content in before.items() if content != generated.get(path)}
    assert changed == {"data/agencies/sea.yml"}


def test_what_may_not_be_published_is_named_first(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """MkDocs itself would take any file of docs/ into the site."""
    (root / "docs" / "assets" / "x.html").write_text("x", "utf-8")
    assert main(["generate"]) == 1
    assert "docs/assets/x.html:1:1: is of a kind" in capsys.readouterr().err
    assert not (root / "docs" / "zh-Hant").exists()


@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL"])
def test_what_is_no_address_is_refused(
    root: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "foo")
    assert main(["generate"]) == 2
    assert not (root / "docs" / "zh-Hant").exists()


def test_what_the_disk_refuses_is_told_and_the_old_pages_stay(
    root: Path,
    generated: dict[str, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def refuse(*_: object, dir: Path, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(dir / ".generate-a1b2c3d4"))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    assert main(["generate"]) == 2
    assert capsys.readouterr().err == (
        f"the pages could not be written: {root}/docs: the disk is full "
        "(free some space, and run the command again)\n"
    )
    assert files(root) == generated


def test_a_docs_folder_that_may_not_be_written_keeps_its_pages(
    root: Path, generated: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """The very last step is refused, when the new pages are complete."""
    rename_agency(root)
    before = files(root)
    with permissions(root / "docs", 0o555):
        assert main(["generate"]) == 2
    assert "the pages could not be written: " in capsys.readouterr().err
    assert files(root) == before
    assert list(root.glob(f".{WORK}-*")) == []


def test_a_second_run_beside_the_first_is_refused(
    root: Path, generated: dict[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    with generated_replacement(root / "docs", GENERATED):
        assert main(["generate"]) == 1
        assert capsys.readouterr().err == (
            "the pages could not be written: another run is writing them\n"
        )
        # That one has nothing to put in their place, and so leaves nothing.
    assert {it.name for it in (root / "docs").iterdir()} == {"assets", "overrides"}


def test_build_and_check_do_not_see_what_was_generated(
    root: Path, generated: dict[str, bytes]
) -> None:
    """The site is that of the records, whatever lies in docs/."""
    assert main(["build", "--as-of", "2026-01-31", "--output", "before"]) == 0
    (root / "docs" / "zh-Hant" / "left-over.md").write_text("# left over\n", "utf-8")
    (root / "docs" / "zh-Hant" / "index.md").write_text("[x](nowhere.md)\n", "utf-8")
    (root / "docs" / "data" / "v1" / "left-over.json").write_text("{}", "utf-8")
    assert main(["check"]) == 0
    assert main(["build", "--as-of", "2026-01-31", "--output", "after"]) == 0
    before = files(root / "before")
    assert before == files(root / "after")
    assert len(before) > 30


# --- killed --------------------------------------------------------------------------------------

SWAPPING = """\
import os, sys, signal
from pathlib import Path
from generator.site.docs_swap import generated_replacement

docs, step, what = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
renames = 0
def watch(event, arguments):
    global renames
    if event == "os.rename":
        renames += 1
        if renames == step:
            if what == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise KeyboardInterrupt
with generated_replacement(docs, ("hant", "hans", "data", "map.xml")) as new:
    for name in ("hant", "hans", "data"):
        (new / name).mkdir()
        (new / name / "page").write_text("new")
    (new / "map.xml").write_text("new")
    sys.addaudithook(watch)
"""
NAMES = ("hant", "hans", "data", "map.xml")
STEPS = range(1, 10)
"""Three folders and a file leave, their place is named anew, and as many come."""


def docs_with_pages(folder: Path, text: str = "old") -> Path:
    for name in ("hant", "hans", "data"):
        (folder / "docs" / name).mkdir(parents=True)
        (folder / "docs" / name / "page").write_text(text, "utf-8")
    (folder / "docs" / "map.xml").write_text(text, "utf-8")
    return folder / "docs"


def swap(docs: Path, step: int, what: str) -> int:
    return subprocess.run(
        [sys.executable, "-c", SWAPPING, docs, str(step), what],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
    ).returncode


def texts(docs: Path) -> dict[str, str]:
    """What stands below docs/, by path."""
    return {str(it.relative_to(docs)): it.read_text("utf-8") for it in files_below(docs)}


PATHS = ("hant/page", "hans/page", "data/page", "map.xml")
OLD, NEW = dict.fromkeys(PATHS, "old"), dict.fromkeys(PATHS, "new")


@pytest.mark.parametrize("step", STEPS)
def test_ctrl_c_between_any_two_steps_leaves_what_was_there(tmp_path: Path, step: int) -> None:
    docs = docs_with_pages(tmp_path / "work")
    assert swap(docs, step, "interrupt") != 0
    assert texts(docs) == OLD
    assert [it.name for it in docs.parent.iterdir()] == ["docs"]


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_ctrl_c_leaves_nothing_where_nothing_was(tmp_path: Path, step: int) -> None:
    """The place of the old ones is named anew, and four come."""
    (tmp_path / "work" / "docs").mkdir(parents=True)
    assert swap(tmp_path / "work" / "docs", step, "interrupt") != 0
    assert texts(tmp_path / "work" / "docs") == {}


@pytest.mark.parametrize("step", STEPS)
def test_what_a_kill_leaves_is_taken_for_no_pages_and_the_next_run_brings_the_old_ones_back(
    tmp_path: Path, step: int
) -> None:
    docs = docs_with_pages(tmp_path / "work")
    assert swap(docs, step, "kill") == -signal.SIGKILL
    assert texts(docs) == OLD or not (docs / "hant").exists()
    with pytest.raises(KeyboardInterrupt), generated_replacement(docs, NAMES):
        raise KeyboardInterrupt
    assert texts(docs) == OLD
    assert [it.name for it in docs.parent.iterdir()] == ["docs"]


def test_without_a_fault_the_new_ones_take_the_place_of_the_old(tmp_path: Path) -> None:
    docs = docs_with_pages(tmp_path / "work")
    assert swap(docs, 0, "nothing") == 0
    assert texts(docs) == NEW
    assert [it.name for it in docs.parent.iterdir()] == ["docs"]


def test_a_run_that_is_stopped_with_ctrl_c_leaves_the_old_pages(
    root: Path, generated: dict[str, bytes]
) -> None:
    rename_agency(root)
    before = files(root)
    running = start(["generate"], root)
    while not list(root.glob(f".{WORK}-*/docs/zh-Hant")):
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(signal.SIGINT)
    told, warnings = running.communicate(timeout=60)
    assert "Traceback" not in warnings
    # It may have been quicker than the signal.
    assert running.returncode in {0, 130}
    if running.returncode:
        assert (told, files(root)) == ("", before)
    assert list(root.glob(f".{WORK}-*")) == []
