"""A new kind of record takes the files that README names, and is then all that a kind is.

The invitation to tender is invented; its files stand in tests/data/new-kind/ and are put into a
copy of the project with the sample's records.
"""

import csv
import json
import re
from pathlib import Path

import pytest
import sites
from lxml import html
from one_mistake import a_good_folder
from search_files import of_site, read_docs
from sites import ROOT
from upkeep.recipe import carry_out, files_of, readme_table, run

RECIPE = ROOT / "tests" / "data" / "new-kind"
PAGE = "tenders/sea-buoys"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy, with the site that it builds in `site`."""
    folder = tmp_path_factory.mktemp("new-kind") / "project"
    sites.a_copy_of_the_project(folder, with_data=False)
    a_good_folder(folder)
    carry_out(RECIPE, folder)
    done = run(folder, "build", "--as-of", "2026-01-31")
    assert done.returncode == 0, done.stderr[-3000:]
    return folder


def page_of(project: Path, path: str) -> html.HtmlElement:
    return html.fromstring((project / "site" / path / "index.html").read_text("utf-8"))


def said(element: html.HtmlElement) -> str:
    return sites.text(element)


def test_the_recipe_of_the_readme_names_every_file() -> None:
    """Beside them this test; fifteen files are the most that a kind may take."""
    assert len(files_of(RECIPE)) + 1 <= 15
    own = [*files_of(RECIPE), "tests/test_tenders.py"]
    assert readme_table("A new kind of record") == sorted(own)


@pytest.mark.parametrize(
    ("variant", "name", "closes"),
    [("", "供應潮汐浮標", "截標日期"), ("zh-Hans/", "供应潮汐浮标", "截标日期")],
)
def test_every_record_has_a_page_in_both_scripts(
    project: Path, variant: str, name: str, closes: str
) -> None:
    page = page_of(project, f"{variant}{PAGE}")
    [heading] = page.xpath("//h1")
    assert said(heading).startswith(name)
    article = said(page.xpath("//article")[0])
    assert f"{closes} 2026年3月31日" in article
    assert page.xpath("//article//a[contains(@href, 'agencies/sea/')]")
    assert page.xpath("//article//a[contains(@href, 'documents/sea-plan/#line-3')]")


@pytest.mark.parametrize(("variant", "word"), [("", "招標"), ("zh-Hans/", "招标")])
def test_its_list_is_reached_from_home_and_from_each_page(
    project: Path, variant: str, word: str
) -> None:
    listed = page_of(project, f"{variant}tenders").xpath("//article//a/@href")
    assert "sea-buoys/" in listed
    links = page_of(project, variant.rstrip("/") or ".").xpath("//article//a")
    assert (word, "tenders/") in [(said(link), link.get("href")) for link in links]
    above = page_of(project, f"{variant}{PAGE}").xpath("//nav[contains(@class, 'trail')]//a")
    assert word in [said(link) for link in above]


def test_programs_find_it_as_json_and_csv(project: Path) -> None:
    data = project / "site" / "data" / "v1"
    [item] = json.loads((data / "tenders.json").read_text("utf-8"))["items"]
    assert item == {
        "id": "sea-buoys",
        "url": "http://127.0.0.1:8000/tenders/sea-buoys/",
        "name": {"zh-Hant": "供應潮汐浮標", "zh-Hans": "供应潮汐浮标", "source": "zh-Hant"},
        "agency": "sea",
        "closes": "2026-03-31",
        "locators": [{"document": "sea-plan", "line": 3}],
    }
    own = json.loads((project / "site" / PAGE / "index.json").read_text("utf-8"))
    assert own["items"] == [item]
    with (data / "tenders.csv").open(encoding="utf-8-sig", newline="") as table:
        [row] = csv.DictReader(table)
    assert (row["id"], row["name_zh_hans"], row["closes"]) == (
        "sea-buoys",
        "供应潮汐浮标",
        "2026-03-31",
    )
    package = json.loads((data / "datapackage.json").read_text("utf-8"))
    [table] = [it for it in package["resources"] if it["name"] == "tenders"]
    keys = table["schema"]["foreignKeys"]
    assert keys == [{"fields": "agency", "reference": {"resource": "agencies", "fields": "id"}}]
    schema = json.loads((data / "tenders.schema.json").read_text("utf-8"))
    closes = schema["properties"]["items"]["items"]["properties"]["closes"]
    assert closes["description"] == "截標日期。"


def test_it_is_searched_listed_and_explained(project: Path) -> None:
    site = project / "site"
    for script, name in (("zh-Hant", "供應潮汐浮標"), ("zh-Hans", "供应潮汐浮标")):
        listed = {entry[0]: entry[2] for entry in read_docs(of_site(site), script)}
        assert listed[f"{PAGE}/"] == name
    addresses = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    for address in ("tenders/", f"{PAGE}/", "zh-Hans/tenders/", f"zh-Hans/{PAGE}/"):
        assert f"http://127.0.0.1:8000/{address}" in addresses
    assert "/data/v1/tenders.json" in (site / "llms.txt").read_text("utf-8")
    assert "一項招標" in said(page_of(project, "data"))


def test_a_new_one_is_begun_by_command_and_completed_by_editors(project: Path) -> None:
    done = run(project, "new", "tender", "sea-ropes")
    assert done.returncode == 0, done.stderr
    file = project / "data" / "tenders" / "sea-ropes.yml"
    assert "# Last day for tenders." in file.read_text("utf-8")
    told = run(project, "check").stderr
    assert "data/tenders/sea-ropes.yml:" in told
    file.unlink()
    assert run(project, "update", "--editor").returncode == 0
    schema = json.loads((project / ".vscode/schemas/tender.schema.json").read_text("utf-8"))
    assert "sea" in schema["properties"]["agency"]["enum"]


def test_what_it_names_must_be_there(project: Path) -> None:
    file = project / "data" / "tenders" / "sea-buoys.yml"
    good = file.read_text("utf-8")
    file.write_text(good.replace("agency: sea", "agency: se").replace("line: 3", "line: 3000"))
    told = [line for line in run(project, "check").stderr.split("\n") if "tenders/" in line]
    file.write_text(good, "utf-8")
    assert [line.partition(": ")[2].partition(" (")[0] for line in told] == [
        "unknown agency 'se'",
        "sea-plan has no line 3000",
    ]


def test_what_stands_twice_in_it_is_told(project: Path) -> None:
    """Rules about any list of any record go by the register."""
    file = project / "data" / "tenders" / "sea-buoys.yml"
    good = file.read_text("utf-8")
    file.write_text(f"{good.rstrip()}\n  - {{document: sea-plan, line: 3}}\n", "utf-8")
    told = [line for line in run(project, "check").stderr.split("\n") if "tenders/" in line]
    file.write_text(good, "utf-8")
    assert len(told) == 1
    assert "stands twice in this list" in told[0]


def test_its_identifiers_are_kept_and_it_may_be_renamed(project: Path) -> None:
    assert run(project, "update").returncode == 0
    history = project / "data" / "history" / "tenders"
    assert "sea-buoys" in (history / "sea-buoys.yml").read_text("utf-8")
    done = run(project, "rename", "sea-buoys", "tide-buoys")
    assert done.returncode == 0, done.stderr
    assert (project / "data" / "tenders" / "tide-buoys.yml").is_file()
    assert "to: tenders/tide-buoys" in (history / "sea-buoys.yml").read_text("utf-8")
