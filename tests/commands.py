"""The command line as a maintainer uses it, for a project of the test's own."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from builders import ROOT, a_data_folder

from generator.cli import parser
from generator.reading.docs_folder import FOLDERS

PROGRAM = """\
import sys
from pathlib import Path
from generator.cli.parser import main
sys.exit(main(sys.argv[1:], Path.cwd()))
"""


def main(argv: Sequence[str]) -> int:
    """Run a command for the project in the working folder."""
    return parser.main(argv, Path.cwd())


def heeds_interrupts() -> None:
    """In a child: Ctrl-C ends it, also where whoever runs the tests lets nothing interrupt them."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def start(argv: Sequence[str], project: Path) -> "subprocess.Popen[str]":
    """Start a command for a project, in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *argv],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        preexec_fn=heeds_interrupts,
    )


def a_plain_project(folder: Path) -> Path:
    """A project with good data and settings of its own, whose site is made in a second."""
    shutil.copytree(ROOT / "tests" / "data" / "plain-project", folder, dirs_exist_ok=True)
    for name in FOLDERS:
        (folder / "docs" / name).mkdir(parents=True)
        (folder / "docs" / name / "by-hand.js").write_text("by hand", "utf-8")
    a_data_folder(folder)
    return folder
