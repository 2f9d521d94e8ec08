"""A new plain field of programmes takes the files that README names, and is then shown everywhere.

The field is invented; its edits stand in tests/data/new-field/ and are made in a copy of the
project with the sample's records.
"""

import json
from pathlib import Path

import pytest
import sites
from lxml import html
from one_mistake import a_good_folder
from sites import ROOT
from upkeep.recipe import carry_out, files_of, readme_table, run

RECIPE = ROOT / "tests" / "data" / "new-field"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, in which one programme has the field, with the site that it builds in `site`."""
    folder = tmp_path_factory.mktemp("new-field") / "project"
    sites.a_copy_of_the_project(folder, with_data=False)
    a_good_folder(folder)
    carry_out(RECIPE, folder)
    with (folder / "data" / "programmes" / "tide-fund.yml").open("a", encoding="utf-8") as record:
        record.write("venue: 潮汐碼頭會議廳\n")
    done = run(folder, "build", "--as-of", "2026-01-31")
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def test_the_recipe_of_the_readme_names_every_file() -> None:
    """Beside them a test; six files are the most that a field may take."""
    assert len(files_of(RECIPE)) + 1 <= 6
    own = [*files_of(RECIPE), "tests/render/test_page.py"]
    assert readme_table("A new field of a kind") == sorted(own)


@pytest.mark.parametrize(
    ("variant", "label", "value"),
    [("", "地點", "潮汐碼頭會議廳"), ("zh-Hans/", "地点", "潮汐码头会议厅")],
)
def test_the_page_shows_it_in_both_scripts(
    project: Path, variant: str, label: str, value: str
) -> None:
    file = project / "site" / variant / "programmes" / "tide-fund" / "index.html"
    page = html.fromstring(file.read_text("utf-8"))
    rows = {sites.text(term): sites.text(term.getnext()) for term in page.xpath("//article//dt")}
    assert rows[label] == value


def test_programs_get_it_and_are_told_what_it_means(project: Path) -> None:
    data = project / "site" / "data" / "v1"
    items = json.loads((data / "programmes.json").read_text("utf-8"))["items"]
    both = {"zh-Hant": "潮汐碼頭會議廳", "zh-Hans": "潮汐码头会议厅", "source": "zh-Hant"}
    assert {item["id"]: item["venue"] for item in items} == {"tide-fund": both}
    schema = json.loads((data / "programmes.schema.json").read_text("utf-8"))
    venue = schema["properties"]["items"]["items"]["properties"]["venue"]
    assert venue["description"] == "舉行的地點。"
    assert "venue_zh_hans" in (data / "programmes.csv").read_text("utf-8-sig").split("\r\n")[0]


def test_authors_are_told_what_it_means(project: Path) -> None:
    assert run(project, "update", "--editor").returncode == 0
    schema = json.loads((project / ".vscode/schemas/programme.schema.json").read_text("utf-8"))
    told = schema["properties"]["venue"]["description"]
    assert told == "舉行的地點。\n\nWhere it takes place."
