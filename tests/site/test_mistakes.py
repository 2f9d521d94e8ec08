"""A mistake in the data is told with its place and a remedy, and the last good site stays.

The commands run in this process; tests/cli/test_arguments.py has what another process adds.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from builders import (
    WORDS_OF_TESTS,
    a_catalogue,
    a_data_folder,
    a_prose,
    a_prose_section,
)
from mistakes import MISTAKES
from sample import sample_outputs
from sites import ROOT

from generator.cli.parser import main
from generator.pipeline.outputs import GENERATED
from generator.pipeline.publish import publish

BUILT = ("no documents", "empty", "Big5", "taken id", "row lost", "place without a value")

RECORDS = ROOT / "tests" / "data" / "mistakes"
SECTIONS = [a_prose_section(), a_prose_section(id="scripts")]

Make = Callable[[str], object]


def contents(folder: Path) -> dict[Path, bytes]:
    """Every file below `folder`."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def restore(folder: Path, wanted: dict[Path, bytes], folders: set[Path]) -> None:
    """Make `folder` hold the files of `wanted` and those folders, and no other."""
    found = contents(folder)
    for path in found.keys() - wanted.keys():
        path.unlink()
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and path not in folders and not any(path.iterdir()):
            path.rmdir()
    for path in sorted(folders):
        path.mkdir(exist_ok=True)
    for path, content in wanted.items():
        if found.get(path) != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a few records in it and nothing else: a plan, its publisher, its datasets."""
    made = tmp_path_factory.mktemp("mistakes") / "work"
    prose = [a_prose(), a_prose("data"), a_prose("about", sections=SECTIONS)]
    a_data_folder(made, a_catalogue(documents=[], agencies=[], datasets=[], prose=prose))
    for records in (RECORDS, WORDS_OF_TESTS):
        into = "data" if records == RECORDS else "data/vocabulary"
        shutil.copytree(records, made / into, dirs_exist_ok=True)
    (made / "data" / "datasets" / "hkpc").mkdir()
    return made


@pytest.fixture(scope="module")
def good(folder: Path) -> dict[Path, bytes]:
    return contents(folder)


@pytest.fixture
def make(folder: Path, good: dict[Path, bytes], monkeypatch: pytest.MonkeyPatch) -> Iterator[Make]:
    """Makes a mistake in the copy, the working folder's `data`; afterwards it is mended."""
    monkeypatch.chdir(folder)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    folders = {path for path in folder.rglob("*") if path.is_dir()}
    yield lambda name: MISTAKES[name][0](folder / "data")
    restore(folder, good, folders)


def assert_told(name: str, status: int, output: tuple[str, str]) -> None:
    """Status 1, every line with its place and a remedy, and the expected one among them."""
    out, err = output
    *problems, last = err.splitlines()
    assert re.fullmatch("1 problem; nothing was generated|[0-9]+ problems; .*", last), err
    for problem in problems:
        assert re.fullmatch(r"data[^:]*:[1-9][0-9]*:[1-9][0-9]*: .+ \(.+\)", problem)
    wanted = re.escape(MISTAKES[name][1]).replace(r"\*", "[0-9]+")
    assert [problem for problem in problems if re.match(wanted, problem)], err
    assert (status, out) == (1, "")


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_a_remedy(
    make: Make, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    make(name)
    assert_told(name, main(["check", "--data", "data"]), capsys.readouterr())


def test_the_data_without_a_mistake_are_good(
    make: Make, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is told above is told of the mistakes, and not of what others left behind."""
    assert main(["check", "--data", "data"]) == 0
    assert capsys.readouterr().err == ""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with what is known for a site in `out`, and generated pages."""
    made = tmp_path_factory.mktemp("project")
    publish(sample_outputs().items(), made / "docs", GENERATED)
    shutil.copytree(made / "docs", made / "out")
    (made / "out" / "search" / "search_index.json").write_text("{}", "utf-8")
    return made


@pytest.mark.parametrize("name", BUILT)
def test_a_mistake_leaves_the_last_good_site_as_it_was(
    make: Make, project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """Byte for byte, and the generated pages beside it; nothing is added anywhere."""
    before = contents(project)
    make(name)
    status = main(["build", "--data", "data", "--output", str(project / "out")], project)
    assert_told(name, status, capsys.readouterr())
    assert contents(project) == before
    assert len(before) > 100
