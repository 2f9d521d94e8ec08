"""A folder to work in goes away with its owner, and what the dead left goes with the next one."""

import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest
from builders import ROOT
from permissions import permissions

from generator.site.locked_folder import LOCK, exclusive_use, working_folder

LEFT = ".site-a1b2c3d4"
"""What the folder of a run is called."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def left_behind(at: Path, name: str = LEFT) -> Path:
    """What a run that was killed has left: its lock, which nobody holds, and half a site."""
    (at / name / "new" / "deep").mkdir(parents=True)
    (at / name / LOCK).touch()
    (at / name / "new" / "deep" / "index.html").write_text("half", "utf-8")
    (at / name / "new" / "gone").symlink_to("nowhere")
    return at / name


def test_it_is_empty_and_goes_away(tmp_path: Path) -> None:
    with working_folder(tmp_path, "site") as place:
        assert place.parent == tmp_path
        assert names(place) == [LOCK]
        (place / "deep" / "er").mkdir(parents=True)
        (place / "deep" / "er" / "file").touch()
    assert names(tmp_path) == []


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_it_goes_away_when_the_work_fails(tmp_path: Path, error: type[BaseException]) -> None:
    with pytest.raises(error), working_folder(tmp_path, "site"):
        raise error
    assert names(tmp_path) == []


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    left_behind(tmp_path)
    left_behind(tmp_path, ".site-zzzzzzz_")
    with working_folder(tmp_path, "site") as place:
        assert names(tmp_path) == [place.name]
    assert names(tmp_path) == []


def test_what_was_left_without_a_lock_is_removed_when_it_is_empty(tmp_path: Path) -> None:
    """Its owner was killed between making the folder and the lock, or at the very end."""
    (tmp_path / LEFT).mkdir()
    with working_folder(tmp_path, "site"):
        pass
    assert names(tmp_path) == []


def test_what_must_stay_is_taken_out_before(tmp_path: Path) -> None:
    left = left_behind(tmp_path)

    def rescue(folder: Path) -> None:
        assert folder == left
        (folder / "new" / "deep").rename(tmp_path / "kept")

    with working_folder(tmp_path, "site", rescue):
        pass
    assert names(tmp_path) == ["kept"]
    assert names(tmp_path / "kept") == ["index.html"]


@pytest.mark.parametrize(
    "name",
    [".site-notes", ".site-A1B2C3D4", ".site-a1b2c3d4.bak", "site-a1b2c3d4", ".book-a1b2c3d4"],
)
def test_a_folder_that_is_called_otherwise_stays(tmp_path: Path, name: str) -> None:
    left_behind(tmp_path, name)
    with working_folder(tmp_path, "site"):
        pass
    assert (tmp_path / name / "new" / "deep" / "index.html").is_file()


def test_a_folder_that_nobody_locked_stays(tmp_path: Path) -> None:
    """It is called like ours by chance."""
    (tmp_path / LEFT).mkdir()
    (tmp_path / LEFT / "thesis.txt").write_text("years of work", "utf-8")
    with working_folder(tmp_path, "site"):
        pass
    assert names(tmp_path / LEFT) == ["thesis.txt"]


def test_a_link_to_what_was_left_stays_and_what_it_leads_to(tmp_path: Path) -> None:
    kept = left_behind(tmp_path / "elsewhere")
    (tmp_path / LEFT).symlink_to(kept, target_is_directory=True)
    with working_folder(tmp_path, "site"):
        pass
    assert (kept / "new" / "deep" / "index.html").is_file()


def test_what_a_link_inside_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "thesis.txt").touch()
    (left_behind(tmp_path) / "link").symlink_to(tmp_path / "kept", target_is_directory=True)
    with working_folder(tmp_path, "site"):
        pass
    assert names(tmp_path / "kept") == ["thesis.txt"]


def test_what_a_living_run_works_in_stays(tmp_path: Path) -> None:
    with working_folder(tmp_path, "site") as first:
        (first / "page").touch()
        with working_folder(tmp_path, "site") as second:
            assert first != second
            assert names(first) == [LOCK, "page"]
        assert names(tmp_path) == [first.name]


def test_what_cannot_be_removed_at_once_is_tried_again(tmp_path: Path) -> None:
    """A dead run's last process may need a moment to learn that it is alone."""
    deep = left_behind(tmp_path) / "new" / "deep"
    with permissions(deep, 0o555):
        Timer(0.3, deep.chmod, (0o755,)).start()
        with working_folder(tmp_path, "site"):
            pass
    assert names(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")
def test_a_copy_of_the_owner_does_not_keep_it_alive(tmp_path: Path) -> None:
    """Who is killed may leave a copy that lives a moment longer."""
    program = (
        "import os, sys, time; from pathlib import Path\n"
        "from generator.site.locked_folder import working_folder\n"
        "here, there = os.pipe()\n"
        "with working_folder(Path(sys.argv[1]), 'site'):\n"
        "    if os.fork() == 0:\n"
        "        os.write(there, b'x'); sys.stdin.read(); os._exit(0)\n"
        "    os.read(here, 1)\n"
        "    os.kill(os.getpid(), 9)\n"
    )
    owner = subprocess.Popen(
        [sys.executable, "-c", program, tmp_path],
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
    )
    with owner:
        owner.wait()
        assert len(names(tmp_path)) == 1
        with working_folder(tmp_path, "site") as place:
            assert names(tmp_path) == [place.name]


PROGRAM = """\
import sys
from pathlib import Path
from generator.site.locked_folder import exclusive_use
with exclusive_use(Path(sys.argv[1])) as first:
    print(first)
"""


def asked_elsewhere(file: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, file], env={"PYTHONPATH": str(ROOT)}, capture_output=True
    )
    return done.stdout.decode().strip()


def test_only_one_process_is_alone(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("as it was", "utf-8")
    with exclusive_use(file) as first:
        assert first
        assert asked_elsewhere(file) == "False"
    assert asked_elsewhere(file) == "True"
    assert file.read_text("utf-8") == "as it was"
