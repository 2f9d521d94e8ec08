"""The guide for contributors: the same on GitHub and on the site, short, and it works as written.

Each recipe is followed on a copy of the project's data: its commands are read from its text.
"""

import re
import shutil
from pathlib import Path

import pytest
from builders import ROOT, catalogue_of_the_project, vocabularies_of_the_project
from sample import AS_OF

from generator import cli
from generator.cli import main
from generator.generate import converter, examine
from generator.guide import FILE, guide
from generator.model.vocabulary import ProseSection
from generator.outputs import outputs
from generator.render.steps import coded, steps
from generator.resolve.resolve import resolve

PROSE = catalogue_of_the_project().prose["contributing"].record
SECTIONS: dict[str, ProseSection] = {it.id: it for it in PROSE.sections}
WAITS = ("serve", "test", "ledger")
"""Commands that are tried elsewhere: they go on until they are stopped, or take minutes."""


def test_the_file_on_github_is_the_page_of_the_site() -> None:
    """Run `python3 dev.py update` after changing data/prose/contributing.yml."""
    assert (ROOT / FILE).read_text("utf-8") == guide(PROSE)


@pytest.mark.parametrize("section", SECTIONS)
def test_a_recipe_has_less_than_ten_lines(section: str) -> None:
    assert str(SECTIONS[section].body).count("\n") + 1 < 10


def test_the_page_stands_in_both_scripts() -> None:
    catalogue = catalogue_of_the_project()
    made = outputs(resolve(catalogue, AS_OF), converter(catalogue), "https://handbook.example/")
    hant, hans = (made[f"{it}/contributing.md"].decode() for it in ("zh-Hant", "zh-Hans"))
    assert "# 怎樣更正和補充資料" in hant
    assert "# 怎样更正和补充资料" in hans
    assert "<code>python3 dev&#46;py check</code>" in hant
    assert 'href="../contributing/"' in made["zh-Hant/about.md"].decode()


def test_code_and_text_are_escaped() -> None:
    assert coded("a `<b>` <i>") == "a <code>&#60;b&#62;</code> &#60;i&#62;"
    assert steps("x\ny") == "1. x\n1. y\n"


class Clone:
    """A copy of the project's records, and a maintainer who follows a recipe in it."""

    def __init__(self, at: Path) -> None:
        self.at = at
        shutil.copytree(ROOT / "data", at / "data")

    def commands(self, section: str) -> list[list[str]]:
        found = re.findall("`python3 dev.py ([^`]+)`", str(SECTIONS[section].body))
        return [it.split() for it in found if it.split()[0] not in WAITS]

    def run(self, command: list[str]) -> None:
        assert main(command) == 0, command

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.at / path
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    return Clone(tmp_path)


def test_correct_a_figure(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """The record it names is there; a mistake on the way is named."""
    clone.edit("data/figures/itf.yml", "    value: ", "    value: x")
    [check] = clone.commands("figure")
    assert main(check) == 1
    assert "data/figures/itf.yml" in capsys.readouterr().err
    clone.edit("data/figures/itf.yml", "    value: x", "    value: 1")
    clone.run(check)


def test_add_a_programme(clone: Clone) -> None:
    new, check, update = clone.commands("programme")
    clone.run(new)
    path = "data/programmes/harbour-scheme.yml"
    clone.edit(path, "# name:", "name: 海港計劃")
    clone.edit(path, "\nkind:", "\nkind: fund")
    clone.edit(path, "document:", "document: factsheet-2025")
    clone.edit(path, "    line:", "    line: 5")
    (clone.at / "data/figures/harbour-scheme.yml").write_text(
        "id: harbour-scheme\nscript: zh-Hant\nsubject: programme\nfigures:\n"
        "  - {id: harbour-grant, measure: grant, value: 5, unit: HKD, qualifier: exact,\n"
        "     printed: 5元, document: factsheet-2025, line: 5}\n",
        "utf-8",
    )
    clone.run(check)
    clone.run(update)
    assert "harbour-scheme" in (clone.at / "data/history/programmes.yml").read_text("utf-8")
    assert "harbour-scheme" in (clone.at / ".vscode/schemas/programme.schema.json").read_text()


def test_take_in_a_plan(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a department that has no record yet; the identifier in the recipe is an example."""
    plan = ROOT / "tests" / "data" / "next-plan" / "2027-2029.zh-Hant.txt"
    shutil.copy(plan, clone.at / "plan.txt")
    new, extract, check, update = clone.commands("plan")
    for agency, name in (("sea", "海風觀測署"), ("lighthouse", "燈塔管理公司")):
        clone.run([agency if it == "ID" else it for it in new])
        path = f"data/agencies/{agency}.yml"
        clone.edit(path, "# name:", f"name: {name}")
        clone.edit(path, "\nkind:", "\nkind: department")
        clone.edit(path, "document:", "document: sea-open-data-plan-2027-2029")
        clone.edit(path, "    line:", "    line: 3")
    capsys.readouterr()
    clone.run(extract)
    assert "added: 8" in capsys.readouterr().out
    clone.run(check)
    clone.run(extract)
    assert "0 new, 0 updated, 9 unchanged" in capsys.readouterr().out
    old = clone.at / "data/datasets/sea/sea-a-ii-2.yml"
    text = re.sub("^#.*\n", "", old.read_text("utf-8"), flags=re.M)
    old.with_name("sea-salinity.yml").write_text(
        text.replace("id: sea-a-ii-2", "id: sea-salinity"), "utf-8"
    )
    old.unlink()
    clone.run(check)
    clone.run(update)
    clone.run(extract)
    assert "0 new, 0 updated, 9 unchanged" in capsys.readouterr().out


def test_settle_a_name(clone: Clone) -> None:
    check, update = clone.commands("naming")
    clone.edit(
        "data/terminology/names/programme.yml",
        "names:\n",
        "names:\n  - id: harbour-scheme\n    zh-Hant: 海港計劃\n    zh-Hans: 海港计划\n"
        "    confirmed_by: [https://harbour.example/]\n    unconfirmed: []\n",
    )
    clone.run(check)
    clone.run(update)


def test_rename_a_record(clone: Clone) -> None:
    check, update = clone.commands("vanished")
    old = clone.at / "data/datasets/hkstp/hkstp-technology-companies.yml"
    text = old.read_text("utf-8").replace("id: hkstp-technology", "id: hkstp-park-technology")
    old.with_name("hkstp-park-technology-companies.yml").write_text(text, "utf-8")
    old.unlink()
    assert main(check) == 1
    with (clone.at / "data/history/datasets.yml").open("a", encoding="utf-8") as stream:
        stream.write(
            "gone:\n  - id: hkstp-technology-companies\n"
            "    to: datasets/hkstp-park-technology-companies\n    reason: 改名\n"
        )
    clone.run(update)
    clone.run(check)
    catalogue, problems = examine(clone.at / "data")
    assert catalogue is not None, problems
    [redirect] = resolve(catalogue, AS_OF).redirects
    assert redirect[1:] == (
        "hkstp-technology-companies",
        "datasets/hkstp-park-technology-companies",
    )


def test_what_the_recipe_for_a_head_names_is_there() -> None:
    """The vocabulary of the budget's bases shows that heads are among the records."""
    body = str(SECTIONS["head"].body)
    assert "data/documents/head-135-2025-26.yml" in body
    assert (ROOT / "data/documents/head-135-2025-26.yml").is_file()
    assert vocabularies_of_the_project()
