"""Building and serving: nothing is generated while a problem stands, and the old site stays."""

import errno
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Set
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
from commands import a_plain_project, main, start
from permissions import permissions
from sample import sample_outputs

from generator.site import mkdocs_build
from generator.site.locked_folder import exclusive_use


@pytest.fixture(autouse=True, scope="module")
def compiled() -> None:
    """Pages are written in copies of this process: what it has compiled, none of them has to."""
    sample_outputs()


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain project in the working folder, in a clean environment."""
    for name in ("GITHUB_ACTIONS", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("REPO_URL", "https://code.example/handbook")
    monkeypatch.chdir(tmp_path)
    return a_plain_project(tmp_path)


@pytest.fixture
def old_site(root: Path) -> dict[Path, bytes]:
    """Everything in the project, which has a site that was built before."""
    (root / "site" / "search").mkdir(parents=True)
    (root / "site" / "search" / "search_index.json").write_text("old", "utf-8")
    return files(root)


def files(root: Path) -> dict[Path, bytes]:
    """Everything but what is kept from one run for the next."""
    own = (path for path in root.rglob("*") if ".cache" not in path.parts)
    return {path: path.read_bytes() for path in own if path.is_file()}


def wrong_data(root: Path) -> None:
    a_data_folder(root, a_catalogue(agencies=[an_agency(kind="ministry")]))


# --- build --------------------------------------------------------------------------------------


def test_build_writes_pages_and_site(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In each variant home, about, print, twelve lists and three records."""
    assert main(["build", "--output", "out"]) == 0
    assert capsys.readouterr() == ("site written to out\n", "")
    out = root / "out"
    for variant in (out, out / "zh-Hans"):
        assert "海" in (variant / "datasets" / "sea-tides" / "index.html").read_text("utf-8")
    assert len([it for it in out.rglob("index.html") if "<h1" in it.read_text("utf-8")]) == 38
    data = (out / "data" / "v1" / "datasets.json").read_text("utf-8")
    assert '"url":"http://127.0.0.1:8000/datasets/sea-tides/"' in data
    assert (out / "assets" / "by-hand.js").read_text("utf-8") == "by hand"
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def test_nothing_is_generated_while_a_problem_stands(
    root: Path, old_site: dict[Path, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    """Issue 2: the last good site stays as it was."""
    wrong_data(root)
    record = root / "data" / "agencies" / "sea.yml"
    assert main(["build"]) == 1
    assert capsys.readouterr().err.endswith("1 problem; nothing was generated\n")
    after = files(root)
    assert {path for path in after if after[path] != old_site.get(path)} == {record}
    assert set(after) == set(old_site)


def test_the_old_site_stays_when_the_pages_cannot_be_built(
    root: Path, old_site: dict[Path, bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    template = root / "theme" / "main.html"
    template.write_text("{{ nothing.at.all }}", "utf-8")
    assert main(["build"]) == 1
    out, err = capfd.readouterr()
    assert out == ""
    assert "theme/main.html" in err
    assert err.endswith("the pages could not be built: MkDocs warned about the pages; see above\n")
    assert files(root) == old_site | {template: template.read_bytes()}


def test_an_output_that_is_not_a_site_is_wrong_use(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--output", "data"]) == 2
    assert capsys.readouterr() == (
        "",
        f"{root}/data holds files that are not a built site: give another --output, or empty it\n",
    )


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
    return root / "site" / "datasets" / "sea-tides" / "index.html"


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


@pytest.mark.usefixtures("zone")
@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of Windows is not in TZ")
@pytest.mark.parametrize(
    ("zone", "minute", "passed"), [("HST10", 0, True), ("<+14>-14", -1, False)], indirect=["zone"]
)
def test_targets_are_held_against_today_in_hong_kong_unless_a_day_is_given(
    root: Path, minute: int, passed: bool
) -> None:
    """When the machine's own zone has another day."""
    page = planned_for_march(root)
    with time_machine.travel(MARCH_ENDS + 60 * minute):
        assert main(["build"]) == 0
    assert ("目標日期已過" in page.read_text("utf-8")) is passed


@pytest.mark.parametrize(
    ("variable", "url"),
    [
        ("", "http://127.0.0.1:8000/"),
        ("https://handbook.example/hk", "https://handbook.example/hk/"),
        ("https://handbook.example/hk/", "https://handbook.example/hk/"),
    ],
)
def test_the_address_of_the_site_comes_from_the_environment(
    root: Path, monkeypatch: pytest.MonkeyPatch, variable: str, url: str
) -> None:
    monkeypatch.setenv("SITE_URL", variable)
    assert main(["build"]) == 0
    text = (root / "site" / "data" / "v1" / "datasets.json").read_text("utf-8")
    assert f'"url":"{url}datasets/sea-tides/"' in text


@pytest.mark.parametrize(
    ("report", "status"),
    [
        ({}, 2),
        ({"REPO_URL": "https://code.example/handbook"}, 0),
        ({"REPORT_URL": "mailto:report@handbook.example"}, 0),
    ],
)
def test_a_site_that_goes_out_says_where_to_report_a_mistake(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    report: dict[str, str],
    status: int,
) -> None:
    """Without an address for that it is not built; one for this machine is."""
    for name in ("REPO_URL", "REPORT_URL"):
        monkeypatch.setenv(name, report.get(name, ""))
    monkeypatch.setenv("SITE_URL", "https://handbook.example/hk/")
    assert main(["build"]) == status
    assert (root / "site").exists() == (status == 0)
    warning = "no page will say where to report a mistake (set REPO_URL to the repository, or "
    assert capsys.readouterr().err.startswith(warning) == bool(status)
    if status:
        monkeypatch.setenv("SITE_URL", "")
        assert main(["build"]) == 0
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize("given", ["", "http://127.0.0.1:8000/"])
def test_an_address_that_is_set_to_nothing_is_that_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, given: str
) -> None:
    """As in a pull request, where no address is known: its pages name themselves all the same."""
    monkeypatch.setenv("SITE_URL", given)
    assert mkdocs_build.load_settings(ROOT).site_url == "http://127.0.0.1:8000/"


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize("variable", ["SITE_URL", "REPO_URL", "REPORT_URL"])
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


def test_serve_does_not_start_with_wrong_data(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With these settings the server would refuse to start."""
    (root / "mkdocs.yml").write_text("theme: {name: none}\n", "utf-8")
    wrong_data(root)
    assert main(["serve", "--port", "0"]) == 1
    out, err = capsys.readouterr()
    assert (out, err.splitlines()[1:]) == ("", ["1 problem; nothing was generated"])
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def test_serve_says_why_it_cannot(root: Path) -> None:
    (root / "mkdocs.yml").write_text("theme: {name: none}\n", "utf-8")
    serving = start(["serve", "--port", "0"], root)
    out, err = serving.communicate(timeout=60)
    assert (serving.returncode, out) == (1, "")
    assert err.startswith("the site cannot be served: mkdocs.yml:1:1: MkDocs refuses it: ")


def test_a_second_preview_of_a_folder_is_refused_before_it_reads_anything(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would be served where the first one is."""
    wrong_data(root)
    with exclusive_use(root / "mkdocs.yml"):
        assert main(["serve", "--port", "0"]) == 1
    assert capsys.readouterr().err == (
        "the site cannot be served: another preview of this folder is running\n"
    )
    assert sorted(it.name for it in (root / "docs").iterdir()) == ["assets", "overrides"]


def work_of(preview: "subprocess.Popen[str]", root: Path, before: Set[Path]) -> Path:
    """The folder below `root` into which MkDocs builds the preview, and was not there before."""
    for _ in range(600):
        if new := {*root.glob(".preview-*/mkdocs_*")} - before:
            return new.pop()
        assert preview.poll() is None, preview.communicate()
        time.sleep(0.1)
    raise AssertionError("there was no preview after a minute")


def test_what_a_killed_preview_left_goes_with_the_next_one(root: Path) -> None:
    """MkDocs builds a preview into a temporary folder, and forgets it when it is killed. One that
    is stopped with Ctrl-C shows no traceback, and leaves nothing."""
    killed = start(["serve", "--port", "0"], root)
    left = work_of(killed, root, set())
    killed.kill()
    killed.communicate()
    assert left.is_dir()
    stopped = start(["serve", "--port", "0"], root)
    work_of(stopped, root, {left})
    assert not left.parent.exists()
    stopped.send_signal(signal.SIGINT)
    told, warnings = stopped.communicate(timeout=60)
    # 130 while the first pages are built, 0 from the moment in which they are served.
    assert (told, stopped.returncode in {0, 130}) == ("", True)
    assert "Traceback" not in warnings  # of a project without pages there may be others
    assert list(root.glob(".preview-*")) == []


# --- what the disk refuses ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "the disk is full (free some space, and run the command again)"),
        (errno.EROFS, "the disk is read-only (choose another folder)"),
        (errno.EIO, "Input/output error (mend it, and run the command again)"),
    ],
)
def test_what_the_disk_refuses_is_told_and_the_old_site_stays(
    root: Path,
    old_site: dict[Path, bytes],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    number: int,
    told: str,
) -> None:
    """No test can fill a disk or break it: the system's own function says that it is so."""

    def refuse(*_: object, dir: Path, **__: object) -> None:
        raise OSError(number, os.strerror(number), str(dir / ".site-a1b2c3d4"))

    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    assert main(["build"]) == 2
    expected = f"the site could not be written: {root}/site: {told}\n"
    assert capsys.readouterr() == ("", expected)
    assert files(root) == old_site


def test_a_folder_that_may_not_be_written_is_told_and_the_old_site_stays(
    root: Path, old_site: dict[Path, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    with permissions(root, 0o555):
        assert main(["build"]) == 2
    told = "this user may not (give the permission, or choose another folder)"
    assert capsys.readouterr() == (
        "",
        f"the site could not be written: {root}/site: {told}\n",
    )
    assert files(root) == old_site


def test_a_record_that_cannot_be_read_is_told_and_the_old_site_stays(
    root: Path, old_site: dict[Path, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    with permissions(root / "data" / "agencies" / "sea.yml", 0):
        assert main(["build"]) == 1
    assert capsys.readouterr().err.startswith(
        "data/agencies/sea.yml:1:1: cannot be read: Permission denied (check the file's permissions"
    )
    assert files(root) == old_site
