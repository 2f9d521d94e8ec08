"""Plain `mkdocs` at the repository's root, which does not generate pages."""

import contextlib
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from builders import a_data_folder
from sites import a_copy_of_the_project, fingerprints

from generator.site.port import free_port

LINE = (
    "mkdocs alone generates no pages: run `python3 dev.py generate` first "
    "(or `python3 dev.py serve`, `python3 dev.py build`, which need no more)"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_copy_of_the_project(tmp_path_factory.mktemp("plain"), with_data=False)


def mkdocs(*arguments: str, folder: Path, **changes: str) -> subprocess.CompletedProcess[str]:
    """As the program in .venv is called: it does not look for modules where it stands."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "mkdocs", *arguments],
        cwd=folder,
        env=kept | changes,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("command", ["build", "serve", "gh-deploy"])
def test_it_is_told_in_one_line_what_generates_them(project: Path, command: str) -> None:
    done = mkdocs(command, folder=project)
    assert (done.returncode, done.stdout.strip()) == (1, LINE)
    assert "Traceback" not in done.stderr
    assert "ERROR" not in done.stderr
    assert not (project / "site").exists()


def test_from_another_folder_and_in_chinese(project: Path, tmp_path: Path) -> None:
    settings = str(project / "mkdocs.yml")
    done = mkdocs("build", "-f", settings, folder=tmp_path, LC_ALL="zh_HK.UTF-8", PYTHONUTF8="1")
    assert done.returncode == 1
    assert "請先執行 `python3 dev.py generate`" in done.stdout


def generator(*arguments: str, folder: Path) -> None:
    """A command of the project in `folder`, which has nothing to say against it."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", *arguments, "--as-of", "2026-01-31"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with small data and generated pages, and its site in `built`."""
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("generated"), with_data=False)
    a_data_folder(folder)
    generator("build", "--output", "built", folder=folder)
    generator("generate", folder=folder)
    return folder


def test_what_was_generated_gives_the_same_site_byte_for_byte(generated: Path) -> None:
    done = mkdocs("build", "--strict", folder=generated)
    assert done.returncode == 0, done.stdout + done.stderr
    site = fingerprints(generated / "site")
    assert site == fingerprints(generated / "built")
    for page in ("index.html", "zh-Hans/datasets/sea-tides/index.md", "data/v1/datasets.json"):
        assert page in site


def test_a_link_to_nowhere_in_a_generated_page_is_told_with_its_name(generated: Path) -> None:
    """By MkDocs itself, which looks at the links again."""
    page = generated / "docs" / "zh-Hans" / "about.md"
    text = page.read_text("utf-8")
    page.write_text(f"{text}\n[x](nowhere.md) [y](agencies/sea.md#nowhere)\n", "utf-8")
    done = mkdocs("build", "--strict", folder=generated)
    page.write_text(text, "utf-8")
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "Doc file 'zh-Hans/about.md' contains a link 'nowhere.md'" in said
    assert "contains a link 'agencies/sea.md#nowhere'" in said


def test_plain_serve_shows_what_was_generated(generated: Path) -> None:
    """All of it, made at once; our own server makes each page when it is asked for."""
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    serving = subprocess.Popen(
        [sys.executable, "-P", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=generated,
        env=kept,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        page = read_when_served(serving, f"http://127.0.0.1:{port}/datasets/sea-tides/")
        simplified = read_when_served(serving, f"http://127.0.0.1:{port}/zh-Hans/about/index.md")
    finally:
        serving.kill()
        serving.wait()
    assert '<h1 id="name">' in page
    assert "livereload" in page
    assert "Content-Security-Policy" not in page  # it would stop the live reload
    assert simplified == (generated / "built" / "zh-Hans" / "about" / "index.md").read_text("utf-8")


def read_when_served(serving: "subprocess.Popen[bytes]", address: str) -> str:
    while serving.poll() is None:
        with contextlib.suppress(urllib.error.URLError), urllib.request.urlopen(address) as answer:
            text: str = answer.read().decode()
            return text
        time.sleep(0.1)
    raise AssertionError("the server has ended")
