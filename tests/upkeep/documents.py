"""Next year's plan, edition and head, taken in by the guided command in a copy of the project.

They are invented, and so is what they follow: the real texts are not in the repository.
"""

import re
import shutil
from contextlib import chdir
from pathlib import Path

from maintain.take_in.invented import EDITION, HEAD, NEXT_PLAN, PLAN, Project, a_project

KINDS = (
    *("agencies", "budget", "datasets", "documents"),
    *("exceptions", "figures", "programmes", "statements"),
)
NAMES = "terminology/names/agency.yml"


def add_earlier(data: Path, work: Path) -> None:
    """What the three follow: its records, and beside the data its texts. An earlier plan was taken
    in as well; `work` is where that is done."""
    project = a_project(work)
    take_in_one(project, PLAN)
    for kind in KINDS:
        shutil.copytree(project.data / kind, data / kind, dirs_exist_ok=True)
    shutil.copytree(work / "sources", data.parent / "sources")
    _, _, added = (project.data / NAMES).read_text("utf-8").partition("names:\n")
    with (data / NAMES).open("a", encoding="utf-8") as file:
        file.write(re.sub("(?m)^(?=.)", "  ", added))


def take_in(folder: Path) -> None:
    """Take in all three, as far as nothing but the tests is left to be done."""
    for document in (NEXT_PLAN, EDITION, HEAD):
        take_in_one(Project(folder), document)


def take_in_one(project: Project, document: str) -> None:
    """From the file that was downloaded to the last step of the guided command."""
    with chdir(project.folder):
        assert project.begin(document) == 1
        assert project.go_on(document, "--write") == 1
        project.decide(document)
        assert project.go_on(document, "--write") == 0
