"""The command as a process: streams that close, and what is imported for what."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import ROOT, a_data_folder


def environment(**changes: str) -> dict[str, str]:
    """Buffered streams as a user has them, whatever the tests run with."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8:strict"} | changes


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator", *arguments]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return a_data_folder(tmp_path)


def test_the_module_can_be_run(data: Path) -> None:
    done = subprocess.run(
        command("check", "--data", str(data)), env=environment(), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 records, nothing wrong\n", "")


def test_the_exit_status_is_that_of_the_command(data: Path) -> None:
    wrong = command("check", "--data", str(data / "nowhere"))
    assert subprocess.run(wrong, env=environment(), capture_output=True).returncode == 1
    assert (
        subprocess.run(command("nowhere"), env=environment(), capture_output=True).returncode == 2
    )


def run_with_nobody_reading(arguments: Sequence[str], **changes: str) -> tuple[int, str]:
    """(exit status, standard error) when the reader of standard output has gone."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(
            arguments, env=environment(**changes), stdout=writer, stderr=subprocess.PIPE, text=True
        )
    finally:
        os.close(writer)
    return done.returncode, done.stderr


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_reader_of_the_results_who_goes_away_causes_no_traceback(
    data: Path, unbuffered: str
) -> None:
    """`dev.py check | head -0`; a buffered line is only written when the process ends."""
    arguments = command("check", "--data", str(data))
    status, errors = run_with_nobody_reading(arguments, PYTHONUNBUFFERED=unbuffered)
    assert errors == ""
    assert status == 1


def test_a_reader_of_the_annotations_who_goes_away_hides_no_problem(data: Path) -> None:
    (data / "agencies" / "sea.yml").write_bytes(b"")
    arguments = command("check", "--data", str(data))
    status, errors = run_with_nobody_reading(arguments, GITHUB_ACTIONS="true")
    assert f"{data}/agencies/sea.yml:1:1: the file is empty" in errors
    assert "Traceback" not in errors
    assert "Exception ignored" not in errors
    assert status == 1


def test_a_name_that_is_no_text_gives_a_problem_and_no_traceback(data: Path) -> None:
    """A file name in Big5 on a disk in UTF-8: its bytes cannot be printed as they are."""
    name = os.fsencode(data / "agencies") + b"/\xae\xfc.yml"
    Path(os.fsdecode(name)).write_bytes(b"")
    done = subprocess.run(
        command("check", "--data", str(data)),
        env=environment(GITHUB_ACTIONS="true"),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert r"\udcae\udcfc.yml:1:1: the file is empty" in done.stderr
    assert r"\udcae\udcfc.yml" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("heavy", ["mkdocs", "jinja2", "opencc"])
def test_importing_the_commands_imports_nothing_heavy(heavy: str) -> None:
    program = "import sys, generator.cli.parser; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True, text=True
    )
    assert heavy not in done.stdout.split()


def test_a_check_does_without_mkdocs(data: Path) -> None:
    """The data can be checked when the site's builder is broken or replaced."""
    command = ["check", "--data", str(data)]
    program = f"import sys; from generator.cli.parser import main; main({command!r})"
    done = subprocess.run(
        [sys.executable, "-c", f"{program}; print(*sys.modules)"],
        env=environment(),
        capture_output=True,
        text=True,
    )
    assert done.stdout.startswith("3 records")
    assert "mkdocs" not in done.stdout.split()
