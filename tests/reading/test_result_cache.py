"""What is kept between runs is either exactly what was kept, or not there: it is never an error."""

import os
import pickle
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from permissions import permissions

from generator.cli.options import result_folder
from generator.reading import result_cache
from generator.reading.result_cache import ResultCache

KEPT = {b"sea": ("潮汐", [("a", 1)]), "wind": None}


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[ResultCache]:
    """One that keeps its results below the test's folder."""
    made = ResultCache()
    with made.kept_in(tmp_path / "kept"):
        yield made


def test_what_is_saved_is_there_in_the_next_run(cache: ResultCache, tmp_path: Path) -> None:
    cache.save("names", KEPT)
    later = ResultCache()
    with later.kept_in(tmp_path / "kept"):
        assert later.load("names") == KEPT
        assert later.load("others") == {}
    assert later.load("names") == {}


def test_nothing_is_kept_without_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ResultCache().save("names", KEPT)
    assert list(tmp_path.iterdir()) == []


def test_a_machine_that_publishes_keeps_nothing(tmp_path: Path) -> None:
    assert result_folder(tmp_path, {"CI": "true"}) is None
    assert result_folder(tmp_path, {}) == tmp_path / ".cache"


def test_one_that_is_cut_off_or_changed_anywhere_is_thrown_away(
    cache: ResultCache, tmp_path: Path
) -> None:
    cache.save("names", KEPT)
    file = tmp_path / "kept" / "names"
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert cache.load("names") == {}
        file.write_bytes(whole[:length] + bytes([whole[length] ^ 1]) + whole[length + 1 :])
        assert cache.load("names") == {}
    file.write_bytes(whole)
    assert cache.load("names") == KEPT


def test_one_of_another_version_of_the_program_is_thrown_away(
    cache: ResultCache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "program"
    shutil.copytree(result_cache.PROGRAM / "reading", program)
    monkeypatch.setattr(result_cache, "PROGRAM", program)
    result_cache.program_version.cache_clear()
    try:
        cache.save("names", KEPT)
        assert cache.load("names") == KEPT
        with (program / "load.py").open("a", encoding="utf-8") as file:
            file.write("# one more line\n")
        result_cache.program_version.cache_clear()
        assert cache.load("names") == {}
    finally:
        result_cache.program_version.cache_clear()


def test_what_would_run_anything_is_thrown_away(cache: ResultCache, tmp_path: Path) -> None:
    """Also where its signature is right: whoever knows the program can make one."""

    class Harm:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.mkdir, (str(tmp_path / "harm"),)

    cache.save("names", {b"sea": Harm()})
    assert cache.load("names") == {}
    assert not (tmp_path / "harm").exists()
    assert pickle.loads(pickle.dumps(Harm())) is None
    assert (tmp_path / "harm").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such permissions")
def test_what_others_may_write_is_thrown_away(cache: ResultCache, tmp_path: Path) -> None:
    cache.save("names", KEPT)
    folder = tmp_path / "kept"
    for place, mode in ((folder / "names", 0o622), (folder, 0o777)):
        before = place.stat().st_mode
        place.chmod(mode)
        assert cache.load("names") == {}
        place.chmod(before)
    assert cache.load("names") == KEPT


@pytest.mark.skipif(sys.platform == "win32", reason="needs a right to make links")
def test_a_link_is_not_followed(cache: ResultCache, tmp_path: Path) -> None:
    cache.save("names", KEPT)
    (tmp_path / "kept" / "names").rename(tmp_path / "elsewhere")
    (tmp_path / "kept" / "names").symlink_to(tmp_path / "elsewhere")
    assert cache.load("names") == {}


def test_what_a_killed_run_left_is_written_over(cache: ResultCache, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir(mode=0o700)
    (tmp_path / "kept" / "names.new").write_bytes(b"half")
    cache.save("names", KEPT)
    assert cache.load("names") == KEPT
    assert {it.name for it in (tmp_path / "kept").iterdir()} == {".gitignore", "names"}


@pytest.mark.skipif(sys.platform == "win32", reason="has no such permissions")
def test_a_folder_that_may_not_be_written_means_that_nothing_is_kept(
    cache: ResultCache, tmp_path: Path
) -> None:
    with permissions(tmp_path, 0o500):
        cache.save("names", KEPT)
    assert cache.load("names") == {}


def test_a_file_in_place_of_the_folder_means_that_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file")
    made = ResultCache()
    with made.kept_in(tmp_path / "kept"):
        made.save("names", KEPT)
        assert made.load("names") == {}


@pytest.mark.skipif(sys.platform == "win32", reason="cannot limit what a process writes")
def test_a_full_disk_means_that_nothing_new_is_kept(cache: ResultCache) -> None:
    import resource

    cache.save("names", KEPT)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, before[1]))
    try:
        cache.save("names", {b"wind": 2})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert cache.load("names") == KEPT
