"""The guide for contributors: the same on GitHub and on the site, short, and it works as written.

Each recipe is followed on a copy of the project's data: its commands are read from its text.
"""

import re
import shutil
from pathlib import Path

import pytest
from builders import ROOT, catalogue_of_the_project
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
    clone.edit("data/figures/itf.yml", "    value: x", "    value: ")
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
    new, look, extract, check, update = clone.commands("plan")
    for agency, name in (("sea", "海風觀測署"), ("lighthouse", "燈塔管理公司")):
        clone.run([agency if it == "ID" else it for it in new])
        path = f"data/agencies/{agency}.yml"
        clone.edit(path, "# name:", f"name: {name}")
        clone.edit(path, "\nkind:", "\nkind: department")
        clone.edit(path, "document:", "document: sea-open-data-plan-2027-2029")
        clone.edit(path, "    line:", "    line: 3")
    capsys.readouterr()
    clone.run(look)
    assert "nothing was written" in capsys.readouterr().out
    assert not (clone.at / "data/datasets/sea").exists()
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


HEAD_TEXT = """\
總目999—政府總部：海港創新局
單位：百萬元
2025-26 (修訂)  2026-27 (預算)
(1) 海港創新  10.0  11.5
(2) 漁業科技  5.0  6.0
15.0  17.5
(+16.7%)
$'000
2026-27 預算
000 運作開支  17,500
開支總額  17,500
"""
COLUMN = 'year: "2026-27", basis: estimate, scope: whole'
HEAD_TABLES = f"""\
tables:
  - id: analysis
    title: 財政撥款分析
    unit: HKD-million
    unit_printed: 百萬元
    unit_line: 2
    columns:
      - {{id: revised, year: "2025-26", basis: revised, scope: whole,
         printed: 2025-26 (修訂), line: 3}}
      - {{id: estimate, {COLUMN}, printed: 2026-27 (預算), line: 3}}
    rows:
      - id: programme-1
        kind: item
        code: (1)
        label: 海港創新
        line: 4
        cells:
          - {{column: revised, printed: "10.0"}}
          - {{column: estimate, printed: "11.5"}}
      - id: programme-2
        kind: item
        code: (2)
        label: 漁業科技
        line: 5
        cells:
          - {{column: revised, printed: "5.0"}}
          - {{column: estimate, printed: "6.0"}}
      - id: total
        kind: total
        line: 6
        sum_of: [programme-1, programme-2]
        cells:
          - {{column: revised, printed: "15.0"}}
          - {{column: estimate, printed: "17.4"}}
      - id: change
        kind: change
        line: 7
        of: total
        cells:
          - {{column: estimate, printed: (+16.7%), against: revised}}
  - id: sub-heads
    title: 按分目列出的開支
    unit: HKD-thousand
    unit_printed: "$'000"
    unit_line: 8
    columns:
      - {{id: estimate, {COLUMN}, printed: 2026-27 預算, line: 9}}
    rows:
      - id: "000"
        kind: item
        code: "000"
        label: 運作開支
        line: 10
        cells:
          - {{column: estimate, printed: "17,500"}}
      - id: total
        kind: total
        label: 開支總額
        line: 11
        sum_of: ["000"]
        cells:
          - {{column: estimate, printed: "17,500"}}
"""


def fill_in(file: Path, fields: dict[str, str]) -> None:
    """Write each field behind its name, in the record that `new` wrote."""
    text = file.read_text("utf-8")
    for name, value in fields.items():
        text, number = re.subn(f"(?m)^{name}:$", f"{name}: {value}", text)
        assert number == 1, name
    file.write_text(text, "utf-8")


def test_add_a_head_of_the_budget(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """Up to its pages; a sum that does not hold is named on its line."""
    (clone.at / "head.txt").write_text(HEAD_TEXT, "utf-8")
    _, document, budget, check, update = clone.commands("head")
    clone.run(document)
    clone.run(budget)
    identifier = document[2]
    title = "總目999—政府總部：海港創新局"
    fill_in(
        clone.at / f"data/documents/{identifier}.yml",
        {"title": title, "kind": "estimates"},
    )
    clone.edit(f"data/documents/{identifier}.yml", "# publisher:", "publisher: itib")
    file = clone.at / f"data/budget/{identifier}.yml"
    fill_in(
        file,
        {
            "head": '"999"',
            "year": '"2026-27"',
            "agency": "itib",
            "lead": "海港創新局這個財政年度的預算。",
            "headline": "sub-heads.total.estimate",
            "spent_on": "[sub-heads.000.estimate]",
            "explanation": "總目是一個局或部門的帳目。",
        },
    )
    text = file.read_text("utf-8").replace("  - id:\n", "  - id: whole\n", 1)
    text = text.replace("    name:\n", "    name: 整個總目\n", 1)
    start = text.index("\ntables:\n") + 1
    end = text.index("\n# ", text.index("# cells:"))
    file.write_text(text[:start] + HEAD_TABLES.rstrip("\n") + text[end:], "utf-8")
    capsys.readouterr()
    assert main(check) == 1
    lines = file.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines, 1) if "17.4" in line)
    assert f"data/budget/{identifier}.yml:{at}:" in capsys.readouterr().err
    clone.edit(f"data/budget/{identifier}.yml", "17.4", "17.5")
    clone.run(check)
    clone.run(update)
    catalogue, problems = examine(clone.at / "data")
    assert catalogue is not None, problems
    made = outputs(resolve(catalogue, AS_OF), converter(catalogue), "https://handbook.example/")
    for variant, name in (("zh-Hant", "海港創新"), ("zh-Hans", "海港创新")):
        page = made[f"{variant}/budget/{identifier}.md"].decode()
        assert name in page
        assert "17&#44;500&#44;000" in page
        assert identifier in made[f"{variant}/budget/index.md"].decode()
