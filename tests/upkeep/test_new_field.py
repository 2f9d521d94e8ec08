"""A new plain field takes the files that README names, of whichever kind, and is shown everywhere.

The fields are invented; their edits stand in tests/data/new-field/, a folder for each kind, and are
all made in one copy of the project with the sample's records.
"""

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
import sites
from lxml import html
from one_mistake import AGENCY, DATASET, PROGRAMME, a_good_folder
from sites import ROOT
from upkeep.recipe import carry_out, files_of, readme_table, run

RECIPES = ROOT / "tests" / "data" / "new-field"


@dataclass(frozen=True)
class Field:
    """A field that is added to a kind, and what readers, programs and authors see of it."""

    kind: str
    record: str
    """The record's file, below the data folder."""
    name: str
    label: tuple[str, str]
    """On the page, in Traditional and in Simplified."""
    typed: str
    text: tuple[str, str]
    meaning: str
    english: str

    @property
    def identifier(self) -> str:
        return Path(self.record).stem


FIELDS = (
    Field(
        "programmes",
        PROGRAMME,
        "venue",
        ("地點", "地点"),
        "潮汐碼頭會議廳",
        ("潮汐碼頭會議廳", "潮汐码头会议厅"),
        "舉行的地點。",
        "Where it takes place.",
    ),
    Field(
        "agencies",
        AGENCY,
        "motto",
        ("標語", "标语"),
        "開放海圖",
        ("開放海圖", "开放海图"),
        "自述的標語。",
        "What it says of itself.",
    ),
    Field(
        "datasets",
        DATASET,
        "extent",
        ("範圍", "范围"),
        "{zh-Hant: 東區水域, zh-Hans: 东区水域}",
        ("東區水域", "东区水域"),
        "涵蓋的水域。",
        "The waters that it is about, as printed.",
    ),
)
of_each_kind = pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.kind)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in which a record of each kind has its field, with the site that it builds."""
    folder = tmp_path_factory.mktemp("new-field") / "project"
    sites.a_copy_of_the_project(folder, with_data=False)
    a_good_folder(folder)
    for field in FIELDS:
        carry_out(RECIPES / field.kind, folder)
        with (folder / "data" / field.record).open("a", encoding="utf-8") as record:
            record.write(f"{field.name}: {field.typed}\n")
    done = run(folder, "build", "--as-of", "2026-01-31")
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def test_the_recipe_of_the_readme_names_every_file() -> None:
    """Beside them a test; six files are the most that a field may take."""
    files = files_of(RECIPES / "programmes")
    assert len(files) + 1 <= 6
    assert readme_table("A new field of a kind") == sorted([*files, "tests/render/test_page.py"])


@of_each_kind
def test_a_field_of_another_kind_takes_the_files_of_the_same_names(field: Field) -> None:
    programme = field.kind.replace("agencies", "agency").rstrip("s")
    own_names = {"programmes.py": f"{field.kind}.py", "programme.py": f"{programme}.py"}
    own_names["programme.md.j2"] = f"{programme}.md.j2"
    expected = [Path(file) for file in files_of(RECIPES / "programmes")]
    assert files_of(RECIPES / field.kind) == sorted(
        file.with_name(own_names.get(file.name, file.name)).as_posix() for file in expected
    )


@of_each_kind
@pytest.mark.parametrize(("number", "variant"), [(0, ""), (1, "zh-Hans/")])
def test_the_page_shows_it_in_both_scripts(
    project: Path, field: Field, number: int, variant: str
) -> None:
    file = project / "site" / variant / field.kind / field.identifier / "index.html"
    page = html.fromstring(file.read_text("utf-8"))
    rows = {sites.text(term): sites.text(term.getnext()) for term in page.xpath("//article//dt")}
    assert rows[field.label[number]] == field.text[number]


@of_each_kind
def test_programs_get_it_and_are_told_what_it_means(project: Path, field: Field) -> None:
    data = project / "site" / "data" / "v1"
    items = json.loads((data / f"{field.kind}.json").read_text("utf-8"))["items"]
    [value] = [item[field.name] for item in items if item["id"] == field.identifier]
    assert (value["zh-Hant"], value["zh-Hans"]) == field.text
    schema = json.loads((data / f"{field.kind}.schema.json").read_text("utf-8"))
    told = schema["properties"]["items"]["items"]["properties"][field.name]
    assert told["description"] == field.meaning
    table = (data / f"{field.kind}.csv").read_text("utf-8-sig")
    assert f"{field.name}_zh_hans" in table.split("\r\n")[0]


@of_each_kind
def test_authors_are_told_what_it_means(project: Path, field: Field) -> None:
    assert run(project, "update", "--editor").returncode == 0
    singular = field.kind.replace("agencies", "agency").rstrip("s")
    file = project / ".vscode" / "schemas" / f"{singular}.schema.json"
    told = json.loads(file.read_text("utf-8"))["properties"][field.name]["description"]
    assert told == f"{field.meaning}\n\n{field.english}"
