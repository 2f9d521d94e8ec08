"""The old site stays until the new one is complete, and nothing but a site is replaced."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sites import ROOT

from generator.site import folder_swap
from generator.site.folder_swap import NotASite, folder_replacement
from generator.site.locked_folder import LOCK


def a_site(at: Path, text: str = "old") -> Path:
    """A folder that looks like a site this program has built."""
    (at / "search").mkdir(parents=True)
    (at / "search" / "search_index.json").write_text("{}", "utf-8")
    (at / "index.html").write_text(text, "utf-8")
    return at


def text_of(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


SWAPPING = """\
import os, sys
from pathlib import Path
from generator.site.folder_swap import folder_replacement

target, stop_at, renamed = Path(sys.argv[1]), 0, []
def watch(event, arguments):
    if event == "os.rename":
        renamed.append(Path(os.fsdecode(arguments[0])).name)
        print(renamed[-1], flush=True)
        if len(renamed) == stop_at:
            raise KeyboardInterrupt
{more}
with folder_replacement(target) as new:
    (new / "search").mkdir()
    (new / "search" / "search_index.json").write_text("{{}}")
    (new / "index.html").write_text("newer")
    sys.addaudithook(watch)
"""
NO_EXCHANGE = "sys.platform = 'freebsd14'\n"


def renames(target: Path, more: str = "") -> "subprocess.CompletedProcess[str]":
    """A program that puts a new site in `target`'s place and tells each folder that it renames, in
    a step of its own; `more` is what else holds there."""
    return subprocess.run(
        [sys.executable, "-c", SWAPPING.format(more=more), target],
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
    )


def test_a_new_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    target = tmp_path / "out" / "site"
    with folder_replacement(target) as new:
        assert not target.exists()
        assert list(new.iterdir()) == []
        (new / "index.html").write_text("new", "utf-8")
    assert text_of(target) == "new"
    assert names(tmp_path / "out") == ["site"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with folder_replacement(tmp_path / "site") as new:
        (new / "index.html").write_text("new", "utf-8")
    assert text_of(tmp_path / "site") == "new"


def test_the_new_site_replaces_the_old_one_as_a_whole(tmp_path: Path) -> None:
    """No file of the old site is left in the new one, and nothing beside it."""
    target = a_site(tmp_path / "site")
    (target / "removed.html").write_text("x", "utf-8")
    with folder_replacement(target) as new:
        assert text_of(target) == "old"
        a_site(new, "new")
    assert text_of(target) == "new"
    assert names(target) == ["index.html", "search"]
    assert names(tmp_path) == ["site"]


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_the_old_site_stays_when_the_block_raises(
    tmp_path: Path, error: type[BaseException]
) -> None:
    target = a_site(tmp_path / "site")

    def build(new: Path) -> None:
        (new / "index.html").write_text("half", "utf-8")
        raise error

    with pytest.raises(error), folder_replacement(target) as new:
        build(new)
    assert text_of(target) == "old"
    assert names(tmp_path) == ["site"]


def test_nothing_is_left_when_the_block_raises_and_there_was_no_site(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), folder_replacement(tmp_path / "site"):
        raise RuntimeError
    assert names(tmp_path) == []


def test_the_old_site_comes_back_when_the_new_one_cannot_take_its_place(tmp_path: Path) -> None:
    """The new folder is gone: a mistake in a builder, or a cleaner that ran over /tmp."""
    target = a_site(tmp_path / "site")
    with pytest.raises(FileNotFoundError), folder_replacement(target) as new:
        new.rmdir()
    assert text_of(target) == "old"
    assert names(tmp_path) == ["site"]


def test_the_old_site_comes_back_when_the_exchange_is_interrupted(tmp_path: Path) -> None:
    """Ctrl-C between the two renames, where the system has no exchange in one step."""
    target = a_site(tmp_path / "site")
    done = renames(target, NO_EXCHANGE + "stop_at = 2\n")
    assert done.stderr.splitlines()[-1] == "KeyboardInterrupt"
    assert done.stdout.split() == ["site", "new", "old"]  # the last brings it back
    assert text_of(target) == "old"


def test_a_folder_that_is_not_a_site_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "thesis"
    target.mkdir()
    (target / "chapter.txt").write_text("years of work", "utf-8")
    with pytest.raises(NotASite) as caught, folder_replacement(target):
        pytest.fail("the block must not run")
    assert str(caught.value) == (
        f"{target} holds files that are not a built site: give another --output, or empty it"
    )
    assert names(target) == ["chapter.txt"]
    assert names(tmp_path) == ["thesis"]


def test_a_hidden_file_makes_a_folder_no_site_too(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / ".git").mkdir()
    with pytest.raises(NotASite), folder_replacement(tmp_path / "site"):
        pytest.fail("the block must not run")


def test_a_file_is_refused(tmp_path: Path) -> None:
    target = tmp_path / "site"
    target.write_text("x", "utf-8")
    with pytest.raises(NotASite) as caught, folder_replacement(target):
        pytest.fail("the block must not run")
    assert str(caught.value) == f"{target} is a file: give another --output"
    assert target.read_text("utf-8") == "x"


def test_a_relative_folder_is_taken_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the block changes the working folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    with folder_replacement(Path("site")) as new:
        (new / "index.html").write_text("new", "utf-8")
        os.chdir("elsewhere")
    assert text_of(tmp_path / "site") == "new"


def test_a_link_to_a_site_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    kept = a_site(tmp_path / "kept")
    (tmp_path / "site").symlink_to(kept, target_is_directory=True)
    with folder_replacement(tmp_path / "site") as new:
        a_site(new, "new")
    assert text_of(tmp_path / "site") == "new"
    assert text_of(kept) == "old"


def test_the_new_folder_can_be_read_by_a_server(tmp_path: Path) -> None:
    """Temporary folders are private; the site must not be."""
    mask = os.umask(0o022)
    try:
        with folder_replacement(tmp_path / "site") as new:
            (new / "index.html").write_text("new", "utf-8")
    finally:
        os.umask(mask)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_the_site_is_at_its_place_at_every_moment(tmp_path: Path) -> None:
    """The two trade places in one step, where the system can do that."""
    one, other = a_site(tmp_path / "one"), a_site(tmp_path / "other", "new")
    if not folder_swap.exchange_folders(one, other):
        pytest.skip("no exchange in one step on this system")
    assert (text_of(one), text_of(other)) == ("new", "old")
    assert renames(one).stdout == ""
    assert text_of(one) == "newer"
    assert names(tmp_path) == ["one", "other"]


def test_without_an_exchange_in_one_step_there_are_two(tmp_path: Path) -> None:
    target = a_site(tmp_path / "site")
    assert renames(target, NO_EXCHANGE).stdout.split() == ["site", "new"]
    assert text_of(target) == "newer"
    assert names(tmp_path) == ["site"]


def test_the_old_site_comes_back_with_the_next_run_when_one_was_killed_between_two_steps(
    tmp_path: Path,
) -> None:
    a_site(tmp_path / ".site-a1b2c3d4" / "old")
    a_site(tmp_path / ".site-a1b2c3d4" / "new", "new")
    (tmp_path / ".site-a1b2c3d4" / LOCK).touch()

    def fail() -> None:
        assert text_of(tmp_path / "site") == "old"
        raise RuntimeError

    with pytest.raises(RuntimeError), folder_replacement(tmp_path / "site"):
        fail()
    assert text_of(tmp_path / "site") == "old"
    assert names(tmp_path) == ["site"]


def test_a_site_that_was_exchanged_by_a_killed_run_stays(tmp_path: Path) -> None:
    a_site(tmp_path / "site", "new")
    a_site(tmp_path / ".site-a1b2c3d4" / "old")
    (tmp_path / ".site-a1b2c3d4" / LOCK).touch()
    with pytest.raises(RuntimeError), folder_replacement(tmp_path / "site"):
        raise RuntimeError
    assert text_of(tmp_path / "site") == "new"
    assert names(tmp_path) == ["site"]


def test_of_two_at_once_each_leaves_a_whole_site_and_the_last_stays(tmp_path: Path) -> None:
    target = a_site(tmp_path / "site")
    with folder_replacement(target) as first:
        with folder_replacement(target) as second:
            a_site(first, "first")
            a_site(second, "second")
            assert text_of(target) == "old"
        assert text_of(target) == "second"
    assert text_of(target) == "first"
    assert names(tmp_path) == ["site"]
