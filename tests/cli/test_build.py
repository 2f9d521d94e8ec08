"""Building and serving: nothing is generated while a problem stands, and the old site stays."""

import errno
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from builders import (
    ROOT,
    a_catalogue,
    a_data_folder,
    a_dataset,
    a_document,
    a_listing,
    a_section,
    an_agency,
)
from sample import sample_outputs

from generator.cli import parser as cli
from generator.cli.parser import main
from generator.pipeline.processes import SiteError
from generator.reading.docs_folder import FOLDERS
from generator.site import mkdocs_build, mkdocs_server
from generator.site.locked_folder import LOCK, exclusive_use
from generator.site.preview_state import preview


@pytest.fixture(autouse=True, scope="module")
def compiled() -> None:
    """Pages are written in copies of this process: what it has compiled, none of them has to."""
    sample_outputs()


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good data, taken for the project's own, in a clean environment."""
    for name in ("GITHUB_ACTIONS", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(preview, "refresh", None)
    for name in FOLDERS:
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "by-hand.js").write_text("by hand", "utf-8")
    (tmp_path / "mkdocs.yml").touch()
    a_data_folder(tmp_path)
    return tmp_path


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> None:
    """MkDocs is left out: a site is what it is made of, and says how many pages that are."""

    def build(root: Path, docs: Path, output: Path) -> None:
        (output / "search").mkdir()
        (output / "search" / "search_index.json").write_text("{}", "utf-8")
        pages = sum(it.suffix == ".md" for it in docs.rglob("*"))
        shutil.copytree(docs, output / "docs")
        (output / "index.html").write_text(f"{pages} pages", "utf-8")

    monkeypatch.setattr(mkdocs_build, "build", build)


def wrong_data(root: Path) -> None:
    a_data_folder(root, a_catalogue(agencies=[an_agency(kind="ministry")]))


# --- build --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("built")
def test_build_writes_pages_and_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In each variant home, about, ten lists and three records."""
    assert main(["build", "--output", "out"]) == 0
    assert capsys.readouterr() == ("site written to out\n", "")
    assert (root / "out" / "index.html").read_text("utf-8") == "32 pages"
    docs = root / "out" / "docs"
    assert (docs / "zh-Hans" / "datasets" / "sea-tides.md").is_file()
    assert {it.name for it in docs.rglob("by-hand.js")} == {"by-hand.js"}
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


@pytest.mark.usefixtures("built")
def test_nothing_is_generated_while_a_problem_stands(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 2: the last good site stays as it was."""
    assert main(["build"]) == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    wrong_data(root)
    record = root / "data" / "agencies" / "sea.yml"
    assert main(["build"]) == 1
    assert capsys.readouterr().err.endswith("1 problem; nothing was generated\n")
    after = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert {path for path in after if after[path] != before.get(path)} == {record}
    assert set(after) == set(before)


def test_the_old_site_stays_when_the_pages_cannot_be_built(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "site" / "search").mkdir(parents=True)
    (root / "site" / "search" / "search_index.json").write_text("old", "utf-8")

    def build(*_: Path) -> None:
        raise SiteError("a link leads nowhere")

    monkeypatch.setattr(mkdocs_build, "build", build)
    assert main(["build"]) == 1
    assert capsys.readouterr() == ("", "the pages could not be built: a link leads nowhere\n")
    assert (root / "site" / "search" / "search_index.json").read_text("utf-8") == "old"


@pytest.mark.usefixtures("built")
def test_an_output_that_is_not_a_site_is_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--output", "data"]) == 2
    assert capsys.readouterr() == (
        "",
        f"{root}/data holds files that are not a built site: give another --output, or empty it\n",
    )


@pytest.mark.usefixtures("built")
def test_an_output_that_cannot_be_made_is_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Below a file no folder can be; the same for a folder without permission to write."""
    (root / "file").write_text("x", "utf-8")
    assert main(["build", "--output", "file/site"]) == 2
    assert str(root / "file") in capsys.readouterr().err


def planned_for_march(root: Path) -> Path:
    """Data with one dataset planned for March 2026; the page that says whether that has passed."""
    listing = a_listing(section="A.ii", status="planned", date="2026-03")
    plan = a_document(sections=[a_section(code="A.ii")])
    a_data_folder(root, a_catalogue(documents=[plan], datasets=[a_dataset(listings=[listing])]))
    return root / "site" / "docs" / "zh-Hant" / "datasets" / "sea-tides.md"


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(("day", "passed"), [("2026-03-31", False), ("2026-04-01", True)])
def test_targets_are_held_against_the_day_that_is_given(root: Path, day: str, passed: bool) -> None:
    page = planned_for_march(root)
    assert main(["build", "--as-of", day]) == 0
    assert ("目標日期已過" in page.read_text("utf-8")) is passed


MARCH_ENDS = datetime(2026, 3, 31, 16, tzinfo=UTC).timestamp()
"""In Hong Kong; a number, because a moment with a zone would set the machine's, too."""


@pytest.fixture
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The machine's own zone, which the parameter names."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("built", "zone")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of Windows is not in TZ")
@pytest.mark.parametrize("zone", ["HST10", "<+14>-14"], indirect=True)
@pytest.mark.parametrize(("minute", "passed"), [(-1, False), (0, True)])
def test_targets_are_held_against_today_in_hong_kong_unless_a_day_is_given(
    root: Path, minute: int, passed: bool
) -> None:
    """Whatever day the machine's own zone has."""
    page = planned_for_march(root)
    with time_machine.travel(MARCH_ENDS + 60 * minute):
        assert main(["build"]) == 0
    assert ("目標日期已過" in page.read_text("utf-8")) is passed


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("variable", "url"),
    [
        (None, "http://127.0.0.1:8000/"),
        ("", "http://127.0.0.1:8000/"),
        ("https://handbook.example/hk", "https://handbook.example/hk/"),
        ("https://handbook.example/hk/", "https://handbook.example/hk/"),
    ],
)
def test_the_address_of_the_site_comes_from_the_environment(
    root: Path, monkeypatch: pytest.MonkeyPatch, variable: str | None, url: str
) -> None:
    if variable is not None:
        monkeypatch.setenv("SITE_URL", variable)
    assert main(["build"]) == 0
    text = (root / "site" / "docs" / "data" / "v1" / "datasets.json").read_text("utf-8")
    assert f'"url":"{url}datasets/sea-tides/"' in text


@pytest.mark.parametrize("given", ["", "http://127.0.0.1:8000/"])
def test_an_address_that_is_set_to_nothing_is_that_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """As in a pull request, where no address is known: its pages name themselves all the same."""
    monkeypatch.setenv("SITE_URL", given)
    assert mkdocs_build.load_settings(ROOT).site_url == "http://127.0.0.1:8000/"


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL"])
def test_what_is_no_address_is_refused_before_anything_is_done(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: str,
    variable: str,
) -> None:
    monkeypatch.setenv(variable, "foo")
    assert main([command]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert err.startswith(f"{variable} is 'foo': an address begins with https:// or http:// (")
    assert not (root / "site").exists()


# --- serve --------------------------------------------------------------------------------------


def test_serve_generates_again_before_each_rebuild(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In memory: the folder holds what is made by hand and nothing else."""
    addresses = list[str]()

    def generated() -> tuple[str, str]:
        """A page, and a file that nobody makes before it is asked for."""
        assert preview.refresh is not None
        preview.refresh()
        page = preview.source("zh-Hant/agencies/sea.md") or b""
        return page.decode(), (preview.file("data/v1/agencies.json") or b"").decode()

    def serve(at: Path, docs: Path, watch: Path, address: str) -> None:
        assert (docs, watch) == (root / "docs", Path("data"))
        preview.on_listening()
        addresses.append(address)
        assert all("海風觀測署" in it for it in generated())
        a_data_folder(root, a_catalogue(agencies=[an_agency(name="潮汐局")]))
        assert all("潮汐局" in it for it in generated())
        wrong_data(root)
        assert all("潮汐局" in it for it in generated())

    monkeypatch.setattr(mkdocs_server, "serve", serve)
    assert main(["serve", "--port", "0", "--data", "data"]) == 0
    out, err = capsys.readouterr()
    assert out == f"serving on http://{addresses[0]}/ (stop with Ctrl-C)\n"
    assert addresses[0].startswith("127.0.0.1:")
    assert err.startswith("data/agencies/sea.yml:4:7: unknown code 'ministry'")
    assert err.endswith("\n1 problem; nothing was generated\n")
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def test_serve_does_not_start_with_wrong_data(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mkdocs_server, "serve", lambda *_: pytest.fail("must not be served"))
    wrong_data(root)
    assert main(["serve", "--port", "0"]) == 1
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def test_serve_says_why_it_cannot(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def serve(*_: object) -> None:
        raise SiteError("[Errno 98] Address already in use")

    monkeypatch.setattr(mkdocs_server, "serve", serve)
    assert main(["serve", "--port", "0"]) == 1
    assert capsys.readouterr().err == (
        "the site cannot be served: [Errno 98] Address already in use\n"
    )


def test_a_second_preview_of_a_folder_is_refused_before_it_reads_anything(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be served where the first one is."""
    monkeypatch.setattr(mkdocs_server, "serve", lambda *_: pytest.fail("must not be served"))
    with exclusive_use(root / "mkdocs.yml"):
        assert main(["serve", "--port", "0"]) == 1
    assert capsys.readouterr().err == (
        "the site cannot be served: another preview of this folder is running\n"
    )
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def test_what_a_killed_preview_left_goes_with_the_next_one(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """MkDocs builds a preview into a temporary folder, and forgets it when it is killed."""
    before = tempfile.gettempdir()
    left = root / ".preview-a1b2c3d4"
    (left / "mkdocs_x").mkdir(parents=True)
    (left / LOCK).touch()

    def serve(*_: object) -> None:
        assert not left.exists()
        assert Path(tempfile.mkdtemp()).parent.parent == root

    monkeypatch.setattr(mkdocs_server, "serve", serve)
    assert main(["serve", "--port", "0"]) == 0
    assert list(root.glob(".preview-*")) == []
    assert tempfile.gettempdir() == before


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full (free some space, and run the command again)"),
        (errno.EACCES, "this user may not (give the permission, or choose another folder)"),
        (errno.EROFS, "the disk is read-only (choose another folder)"),
        (errno.EIO, "Input/output error (mend it, and run the command again)"),
    ],
)
def test_what_the_disk_refuses_is_told_and_the_old_site_stays(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    told: str,
) -> None:
    assert main(["build"]) == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}

    def refuse(*_: object, dir: Path, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(dir / ".site-a1b2c3d4"))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    capsys.readouterr()
    assert main(["build"]) == 2
    expected = f"the site could not be written: {root}/site: {told}\n"
    assert capsys.readouterr() == ("", expected)
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.usefixtures("built")
def test_a_record_that_cannot_be_read_is_told_and_the_old_site_stays(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "sea.yml":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    capsys.readouterr()
    assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(
        "data/agencies/sea.yml:1:1: cannot be read: Permission denied (check the file's permissions"
    )
    monkeypatch.undo()
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before
