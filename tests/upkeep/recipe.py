"""A recipe of README's part for developers, carried out in a copy of the project.

A folder below tests/data/ holds the files that the recipe adds, and `edits.yml`: what it adds to
files that are there, each part behind or before the first line that begins so, or at the end.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from sites import ROOT

EDITS = "edits.yml"


def files_of(recipe: Path) -> list[str]:
    """Every file of the project that the recipe adds or changes."""
    added = [
        file.relative_to(recipe).as_posix()
        for file in recipe.rglob("*")
        if file.is_file() and file.name != EDITS
    ]
    return sorted([*added, *(edit["file"] for edit in _edits(recipe))])


def carry_out(recipe: Path, project: Path) -> None:
    """Add the files, and change the others."""
    shutil.copytree(recipe, project, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EDITS))
    for edit in _edits(recipe):
        file = project / edit["file"]
        lines = file.read_text("utf-8").split("\n")
        for part in edit["lines"]:
            at, added = _place_in(lines, part), part["add"].split("\n")
            if at == len(lines) - 1:
                added = _like_items_of(lines, added)
            lines[at:at] = added
        file.write_text("\n".join(lines), "utf-8")


def run(project: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command of the generator of that project, in English; its status is not looked at."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SITE_", "PYTEST", "LC_", "LANG", "GITHUB_"))
    }
    return subprocess.run(
        [sys.executable, "-P", "-m", "generator", *arguments],
        cwd=project,
        env=environment | {"PYTHONPATH": str(project), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


def readme_table(heading: str) -> list[str]:
    """The files that a recipe of README names, a row each, in order of their names."""
    text = (ROOT / "README.md").read_text("utf-8").partition(f"\n### {heading}\n")[2]
    rows = [line for line in text.partition("\n#")[0].split("\n") if line.startswith("| `")]
    return sorted(row.split("`")[1] for row in rows)


def _edits(recipe: Path) -> list[dict[str, Any]]:
    edits: list[dict[str, Any]] = yaml.safe_load((recipe / EDITS).read_text("utf-8"))
    return edits


def _place_in(lines: list[str], part: dict[str, str]) -> int:
    """The number of the line at which the part begins."""
    if beginning := part.get("after") or part.get("before"):
        [first, *_] = [at for at, line in enumerate(lines) if line.startswith(beginning)]
        return first + ("after" in part)
    return len(lines) - (not lines[-1])


def _like_items_of(lines: list[str], items: list[str]) -> list[str]:
    """The items as the list that ends the file is indented: records of tests are dumped."""
    last = next(line for line in reversed(lines) if line.lstrip().startswith("- "))
    indent = " " * (len(last) - len(last.lstrip()))
    return [indent + item.strip() for item in items]
