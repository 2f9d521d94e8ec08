"""A build after any change gives byte for byte what a whole build gives, whatever the last site and
what was kept of it are worth.

In processes of their own, over a small data folder; a whole build is one that keeps nothing.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import a_data_folder
from sites import a_copy_of_the_project

Change = Callable[[Path], object]


def build(project: Path, output: str, **changes: str) -> dict[str, bytes]:
    """The site that a build makes of the project."""
    inherited = {name: it for name, it in os.environ.items() if name not in ("CI", "SITE_URL")}
    day = changes.pop("day", "2026-01-31")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "build", "--output", output, "--as-of", day],
        cwd=project,
        env=inherited | {"PYTHONPATH": str(project)} | changes,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    site = project / output
    return {
        it.relative_to(site).as_posix(): it.read_bytes() for it in site.rglob("*") if it.is_file()
    }


def replaced(path: str, old: str, new: str) -> Change:
    """A change of a text in a file."""

    def change(project: Path) -> None:
        file = project / path
        before = file.read_text("utf-8")
        assert old in before, path
        file.write_text(before.replace(old, new), "utf-8")

    return change


def tampered(project: Path) -> None:
    """Somebody writes into pages of the last site."""
    for page in ("datasets/sea-tides/index.html", "zh-Hans/agencies/sea/index.md"):
        with (project / "site" / page).open("a", encoding="utf-8") as file:
            file.write("<!-- by hand -->")


def lost(project: Path) -> None:
    """A page of the last site goes."""
    (project / "site" / "agencies" / "sea" / "index.html").unlink()


def damaged(project: Path) -> None:
    """What is kept is cut off, each file in another place."""
    for number, file in enumerate(sorted((project / ".cache").iterdir())):
        file.write_bytes(file.read_bytes()[: 100 * number])


CHANGES: dict[str, tuple[Change, dict[str, str]]] = {
    "nothing": (lambda _: None, {}),
    "a name": (replaced("data/agencies/sea.yml", "海風觀測署", "潮汐觀測署"), {}),
    "the frame": (replaced("docs/overrides/main.html", "<main", "<main data-x"), {}),
    "a template": (replaced("generator/render/templates/dataset.md.j2", "# ", "#  "), {}),
    "code": (replaced("generator/site/page_markup.py", 'class="note"', 'class="note x"'), {}),
    "the day": (lambda _: None, {"day": "2027-01-31"}),
    "the address": (
        lambda _: None,
        {"SITE_URL": "https://a.example/", "REPO_URL": "https://b.example/"},
    ),
    "the last site, by hand": (tampered, {}),
    "the last site, in part": (lost, {}),
    "what was kept": (damaged, {}),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with small data."""
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("known"), with_data=False)
    a_data_folder(folder)
    build(folder, "site")
    return folder


@pytest.mark.parametrize("what", CHANGES)
def test_a_build_gives_what_a_whole_build_gives(project: Path, what: str) -> None:
    change, settings = CHANGES[what]
    change(project)
    assert build(project, "site", **settings) == build(project, "whole", CI="1", **settings)
