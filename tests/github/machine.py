"""A machine like GitHub's: a Python, folders of its own, a clean environment and any day."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cached_property
from pathlib import Path

import data_reads
from one_mistake import a_good_folder
from sites import ROOT

HONG_KONG = timezone(timedelta(hours=8))
AHEAD = "CLOCK_IS_AHEAD"
JUST_AFTER_MIDNIGHT = time(0, 5, tzinfo=HONG_KONG)
"""When the site is published every night: the day before, wherever one counts from Greenwich."""
SITECUSTOMIZE = """\
import os, time
try:
    import time_machine
except ImportError:  # the Python that only starts the one of .venv, which has it
    pass
else:
    time_machine.travel(time.time() + float(os.environ["CLOCK_IS_AHEAD"])).start()
"""
DATE = """\
#!/bin/sh
exec {date} --date="@$(( $({date} +%s) + CLOCK_IS_AHEAD ))" "$@"
"""
PYTEST_OPTIONS = '-p no:cacheprovider -W "ignore:Module already imported"'
"""pytest comes after what sets the clock, and says so."""
NOBODY = ("-c", "user.name=nobody", "-c", "user.email=nobody@example.org")
COMMIT = (("init", "-q"), ("add", "--all"), (*NOBODY, "commit", "-q", "-m", "as checked out"))
"""What is checked out is a repository with one commit."""
FROM_HERE = ("PATH", "HOME", "BROWSER_PATH", "PLAYWRIGHT_BROWSERS_PATH")
"""Where the programs of this machine are found."""


@dataclass(frozen=True)
class Machine:
    """Where the jobs of a workflow run, one after the other, each in folders of its own."""

    folder: Path
    python: Path
    version: str
    venv: Path | None
    """An environment that stands ready for this Python; without one dev.py makes it."""
    day: date | None
    """The day in Hong Kong; None is today."""
    invented: bool = False
    """Whether the records that are checked out are a few invented ones, not the project's."""

    @property
    def workspace(self) -> Path:
        """What the repository is checked out into."""
        return self.folder / "work"

    @property
    def temporary(self) -> Path:
        """What GitHub empties before and after a job."""
        return self.folder / "temp"

    @cached_property
    def ahead(self) -> int:
        """How many seconds its clock is ahead of this one's."""
        already = int(os.environ.get(AHEAD, "0"))  # this process may run on such a machine
        if self.day is None:
            return already
        moment = datetime.combine(self.day, JUST_AFTER_MIDNIGHT)
        return already + round((moment - datetime.now(UTC)).total_seconds())

    def clear(self) -> None:
        """Folders for the next job, and programs in front of those of this machine."""
        for folder in (self.workspace, self.temporary):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        programs = self.folder / "programs"
        shutil.rmtree(programs, ignore_errors=True)
        programs.mkdir()
        for name in ("python3", "python"):
            (programs / name).symlink_to(self.python)
        (programs / "sitecustomize.py").write_text(SITECUSTOMIZE, "utf-8")
        clock = programs / "date"
        clock.write_text(DATE.format(date=shutil.which("date", path=os.defpath)), "utf-8")
        clock.chmod(0o755)

    def check_out(self, path: str) -> None:
        """The repository as it is here, with what is not committed yet, and what is installed."""
        into = self.workspace / path
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, capture_output=True, check=True).stdout.decode()
        with data_reads.unnoted():  # what a step makes of the records is its own to judge
            for name in filter(None, names.split("\0")):
                left_out = self.invented and name.startswith("data/")
                if (ROOT / name).is_file() and not left_out:
                    (into / name).parent.mkdir(parents=True, exist_ok=True)
                    shutil.copy2(ROOT / name, into / name, follow_symlinks=False)
        if self.invented:
            a_good_folder(into)
        for command in COMMIT:
            subprocess.run(["git", *command], cwd=into, check=True, capture_output=True)
        # dev.py hands down no PYTHONPATH but the checkout itself.
        (into / "sitecustomize.py").write_text(SITECUSTOMIZE, "utf-8")
        ours = ".venv\nnode_modules\nsitecustomize.py\n"
        (into / ".git" / "info" / "exclude").write_text(ours, "utf-8")
        for tool in ("html", "language-server"):
            modules = Path(".ci", tool, "node_modules")
            if (ROOT / modules).is_dir():
                (into / modules).symlink_to(ROOT / modules)
        if self.venv is not None:
            (into / ".venv").symlink_to(self.venv)

    def environment(self) -> dict[str, str]:
        """What GitHub sets for every step, and what sets the clock."""
        summary = self.temporary / "summary.md"
        summary.touch()
        programs = self.folder / "programs"
        return {
            **{name: os.environ[name] for name in FROM_HERE if name in os.environ},
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(programs),
            AHEAD: str(self.ahead),
            "TMPDIR": str(self.temporary),
            "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache"),
            "PYTEST_ADDOPTS": PYTEST_OPTIONS,
            "CI": "true",
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_WORKSPACE": str(self.workspace),
            "LANG": "C.UTF-8",
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.temporary),
        }


def found_python(version: str) -> Path | None:
    """A Python of this version on this machine: the one that runs, on PATH, or of pyenv."""
    if sys.version_info[:2] == tuple(int(part) for part in version.split(".")):
        return Path(getattr(sys, "_base_executable", sys.executable)).resolve()
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    tools = Path(os.environ.get("RUNNER_TOOL_CACHE", "/opt/hostedtoolcache"))
    candidates = [
        *sorted(pyenv.glob(f"versions/{version}.*/bin/python3")),
        *sorted(tools.glob(f"Python/{version}.*/*/bin/python3")),
    ]
    if on_path := shutil.which(f"python{version}"):
        candidates.append(Path(on_path))
    works = (
        it for it in candidates if subprocess.call([it, "-c", ""], stderr=subprocess.DEVNULL) == 0
    )
    return next(works, None)
