"""Plain `mkdocs` at the repository's root, which does not generate pages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sites import a_copy_of_the_project

LINE = (
    "mkdocs alone generates no pages: run `python3 dev.py serve` for a preview, "
    "or `python3 dev.py build` for the site"
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
    assert "預覽請執行 `python3 dev.py serve`" in done.stdout
