"""The workflows pass as GitHub runs them: their own steps, environment, address, Python and day.

The suite runs a choice, two of them with a few invented records; with EVERY_DAY in the environment
every workflow runs for each of its events, on every day, with every Python that it sets up, with
the project's own records and all of the look at a site.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import product
from pathlib import Path

import pytest
from github.machine import PYTEST_OPTIONS, Machine, found_python
from github.runner import events, pythons, run, scripts
from sites import ROOT

FOLDER = ROOT / ".github" / "workflows"
WORKFLOWS = sorted(it.name for it in FOLDER.glob("*.yml"))
EVERY_DAY = bool(os.environ.get("EVERY_DAY"))
ON_FEW_RECORDS = () if EVERY_DAY else ("review.yml", "weekly.yml")
"""These build the site twice, and what they do with it is the same whatever stands on it."""
VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
SOON, LATER = date(2027, 3, 1), date(2031, 1, 1)
DAYS = (None, SOON, LATER)
"""Today, and days on which more or all of what is planned should have been published."""
LEFT_OUT = {
    r"\bnpm ci\b": "packages come over the network",
    r"\bpip install\b": "packages come over the network",
    r"\bapt-get install\b": "packages come over the network",
    r"-m pip_audit\b": "asks for known weaknesses",
    r"\boutside_links\.py\b": "asks for every outside address",
    r"\bway-out/bin/(properdocs|zensical)\b": "needs a package of the step before",
    r"\bcompare_sites\.py\b": "needs the site of the step before",
    r"\btests/github/test_steps\.py\b": "runs the workflows, and would run itself",
    r"\btests/upkeep\b": "takes as long as the suite, of which it is a part",
}
"""What stands in a script that cannot run here → why."""
SUITE = "python3 dev.py test"
SENSITIVE = "test_finder and fixed_day or test_safety or test_clock or test_build and hong_kong"
"""Of the whole suite, which cannot run inside itself: what depends on day, zone and address."""
LOOK = "test_crawl or test_safety"
"""Of the look at a site, which takes a while: what depends on its address."""
ROOMS = {SENSITIVE: {"browser", "built_site", "cli"}, LOOK: {"built_site"}}
"""Where in tests/ each of these stands; the others would only be collected."""

CHOICE = [
    ("site.yml", "pull_request", VERSION, None),
    ("nightly.yml", "schedule", VERSION, LATER),
    ("review.yml", "pull_request", VERSION, SOON),
    ("weekly.yml", "schedule", VERSION, LATER),
]
ALL = [
    (name, event, python, day)
    for name in WORKFLOWS
    for event, python, day in product(events(FOLDER / name), sorted(pythons(FOLDER / name)), DAYS)
    if event != "workflow_dispatch"
]


@pytest.fixture
def folder() -> Iterator[Path]:
    """With a short name: a browser refuses to put its socket into a deep folder."""
    with tempfile.TemporaryDirectory(prefix="run-") as name:
        yield Path(name)


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Path], Path]:
    """Python → the environment that stands ready for it, or is made once, over the network."""
    made = {VERSION: ROOT / ".venv"}

    def environment(version: str, python: Path) -> Path:
        if version not in made:
            if not EVERY_DAY:
                pytest.skip(f"the packages for Python {version} come over the network: EVERY_DAY=1")
            project = Machine(tmp_path_factory.mktemp("python"), python, version, None, None)
            project.clear()
            project.check_out(".")
            subprocess.run([python, project.workspace / "dev.py", "check"], check=True)
            made[version] = project.workspace / ".venv"
        return made[version]

    return environment


def left_out(script: str, day: date | None) -> str | None:
    """Why a script cannot run here, if it cannot."""
    if script.strip() == SUITE and day is None and not EVERY_DAY:
        return "the suite that runs this test is that step, on that day"
    return next((why for sign, why in LEFT_OUT.items() if re.search(sign, script)), None)


def narrowed(script: str) -> dict[str, str]:
    """What runs of the suite, and of a look at a site, inside this test."""
    if not script.startswith(SUITE) or (EVERY_DAY and script.strip() != SUITE):
        return {}
    chosen = SENSITIVE if script.strip() == SUITE else LOOK
    others = [it.name for it in sorted((ROOT / "tests").iterdir()) if it.name not in ROOMS[chosen]]
    ignored = [] if EVERY_DAY else [f"--ignore=tests/{it}" for it in others if "." not in it]
    return {"PYTEST_ADDOPTS": f'{PYTEST_OPTIONS} {" ".join(ignored)} -k "{chosen}"'}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="nothing to check out without git")
@pytest.mark.skipif(not (ROOT / ".venv").is_dir(), reason="dev.py has not made its .venv")
@pytest.mark.parametrize(("name", "event", "version", "day"), ALL if EVERY_DAY else CHOICE)
def test_the_steps_of_a_workflow_pass(
    name: str,
    event: str,
    version: str,
    day: date | None,
    environments: Callable[[str, Path], Path],
    folder: Path,
) -> None:
    if version not in pythons(FOLDER / name):
        pytest.skip(f"{name} sets up no Python {version}")
    python = found_python(version)
    if python is None:
        pytest.skip(f"there is no Python {version} on this machine")
    venv, few = environments(version, python), name in ON_FEW_RECORDS
    machine = Machine(folder, python, version, venv, day, invented=few)
    done = []
    for step in run(FOLDER / name, event, machine, partial(left_out, day=day), narrowed):
        print(f"{step.job}: {step.name}: {step.left_out or step.status}")
        assert step.status == 0, f"{step.name}\n{step.said}"
        done.append(step)
    assert any(it.left_out is None for it in done)


def test_nothing_is_left_out_that_could_run() -> None:
    """A reason that no script needs any more would hide the next one that it fits by chance."""
    found = [script for name in WORKFLOWS for script in scripts(FOLDER / name)]
    assert [it for it in LEFT_OUT if not any(re.search(it, script) for script in found)] == []
