"""Next year's plan, edition and head, taken in by the guided command in a copy of the project.

They are invented, and so is what they follow: the real texts are not in the repository.
"""

import re
import shutil
from contextlib import chdir
from datetime import date
from pathlib import Path

from maintain.take_in.invented import EDITION, HEAD, NEXT_PLAN, PLAN, Project, a_project

from generator.pipeline.generate import catalogue_converter
from generator.pipeline.outputs import LazyOutputs
from generator.reading.load import read_catalogue
from generator.resolve.resolve import resolve

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


class Pages:
    """The pages of the copy, made when they are asked for."""

    def __init__(self, data: Path) -> None:
        catalogue, problems = read_catalogue(data)
        assert catalogue is not None, problems
        records = resolve(catalogue, date(2027, 1, 15))
        converter = catalogue_converter(catalogue)
        self._outputs = LazyOutputs(records, converter, "https://handbook.example/")

    def parts(self, path: str) -> dict[str, str]:
        """The Traditional page, by the anchors of its headings; above the first one, by `name`."""
        page = self._outputs.source(f"zh-Hant/{path}.md")
        assert page is not None, path
        parts = re.split(r"^#+ [^\n]*\{#([\w-]+)[^}]*\}$", page.decode(), flags=re.MULTILINE)
        return dict(zip(parts[1::2], parts[2::2], strict=True))
