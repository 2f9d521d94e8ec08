"""The guide for contributors: the same on GitHub and on the site, short, and it works as written.

Each recipe is followed on a copy of the project's data: its commands are read from its text.
"""

import contextlib
import hashlib
import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import ROOT, catalogue_of_the_project
from commands import main
from sample import AS_OF

from generator.cli.clock import hong_kong_day
from generator.maintain.guide import FILE, guide
from generator.messages.problem import has_errors
from generator.model.catalogue import Catalogue
from generator.model.wording import settle
from generator.pipeline.generate import catalogue_converter, examine
from generator.pipeline.outputs import LazyOutputs
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today

PROSE = catalogue_of_the_project().prose["contributing"].record
WORDINGS = {it.id: settle(it.body, PROSE.script) for it in PROSE.sections}
RECIPES = {section: it.text for section, it in WORDINGS.items()}
WAITS = ("serve", "test")
"""Commands that are tried elsewhere: they go on until they are stopped, or take minutes."""
WITHOUT_TEXTS = ("correcting", "web")
"""Recipes of somebody who has read the texts, and for whom they are out of reach."""


def test_the_file_on_github_is_the_page_of_the_site() -> None:
    """Run `python3 dev.py update` after changing data/prose/contributing.yml."""
    assert (ROOT / FILE).read_text("utf-8") == guide(PROSE)


@pytest.mark.parametrize("section", RECIPES)
def test_a_recipe_has_less_than_ten_lines(section: str) -> None:
    assert RECIPES[section].count("\n") + 1 < 10


@pytest.mark.parametrize("section", sorted(RECIPES.keys() - WITHOUT_TEXTS))
def test_a_recipe_names_the_command_that_reads_the_texts(section: str) -> None:
    """`check` cannot know on which line something stands."""
    assert "`python3 dev.py verify --sources sources`" in RECIPES[section]


@pytest.mark.parametrize("section", RECIPES)
def test_a_recipe_names_commands_and_options_that_there_are(
    section: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also those that are not run below."""
    for command in re.findall("`python3 dev.py ([a-z-]+)", RECIPES[section]):
        if command != "test":
            with pytest.raises(SystemExit) as stopped:
                main([command, "--help"])
            assert stopped.value.code == 0
    for option in re.findall("`(--[a-z-]+)", RECIPES[section]):
        with pytest.raises(SystemExit):
            main(["retire", "--help"])
        assert option in capsys.readouterr().out


@pytest.mark.parametrize("section", RECIPES)
def test_a_recipe_written_by_hand_in_the_other_script_says_the_same(section: str) -> None:
    """Line by line: commands, files and fields; what is Chinese in them is converted."""
    written = WORDINGS[section].other
    if written is not None:
        lines, others = RECIPES[section].split("\n"), written.split("\n")
        assert [re.findall("[!-~]+", it) for it in others] == [
            re.findall("[!-~]+", it) for it in lines
        ]


def test_the_page_stands_in_both_scripts() -> None:
    page = pages_of(catalogue_of_the_project())
    hant, hans = (page(f"{it}/contributing.md") for it in ("zh-Hant", "zh-Hans"))
    assert "# 怎樣更正和補充資料" in hant
    assert "# 怎样更正和补充资料" in hans
    assert "`python3 dev.py check`" in hant
    assert "](contributing.md)" in page("zh-Hant/about.md")


def pages_of(catalogue: Catalogue) -> Callable[[str], str]:
    """The text of each page by its path, written when it is asked for."""
    made = LazyOutputs(
        resolve(catalogue, AS_OF), catalogue_converter(catalogue), "https://handbook.example/"
    )
    return lambda path: (made.source(path) or b"").decode()


class Clone:
    """A copy of the project's records, and a maintainer who follows a recipe in it."""

    def __init__(self, at: Path) -> None:
        self.at = at
        shutil.copytree(ROOT / "data", at / "data")
        (at / "sources").mkdir()

    def commands(self, section: str) -> list[list[str]]:
        found = re.findall("`python3 dev.py ([^`]+)`", RECIPES[section])
        return [it.split() for it in found if it.split()[0] not in WAITS]

    def run(self, command: list[str]) -> None:
        if command[0] == "verify":
            assert self.verified(command) == []
        else:
            assert main(command) == 0, command

    def verified(self, command: list[str]) -> list[str]:
        """What is wrong, but for the texts that are not here: they are in no repository."""
        said = io.StringIO()
        with contextlib.redirect_stderr(said):
            main(command)
        lines = said.getvalue().splitlines()
        return [
            line for line in lines if not re.search(r"there is no [^ ]+\.txt in|沒有 .*\.txt", line)
        ]

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.at / path
        text = file.read_text("utf-8")
        assert old in text, path
        file.write_text(text.replace(old, new, 1), "utf-8")

    def fill_in(self, path: str, **fields: str) -> None:
        """Write each field behind its name, where nothing stands, from the last to the first."""
        file = self.at / path
        text = file.read_text("utf-8")
        for name, value in fields.items():
            head, found, tail = text.rpartition(f"{name}:\n")
            assert found, (path, name)
            text = f"{head}{name}: {value}\n{tail}"
        file.write_text(text, "utf-8")

    def without_comments(self, path: str) -> None:
        file = self.at / path
        text = re.sub("(?m)^ *#.*\n", "", file.read_text("utf-8"))
        file.write_text(text, "utf-8")

    def except_(self, document: str, numbers: dict[int, str]) -> None:
        """Say why no record uses them."""
        lines = [
            f"  - lines: [{line}]\n    printed: '{number}'\n    reason: 「不適用」一行的編號\n"
            for line, number in numbers.items()
        ]
        file = self.at / "data" / "exceptions" / f"{document}.yml"
        file.write_text(f"id: {document}\nunused:\n{''.join(lines)}", "utf-8")

    def text(self, document: str, lines: dict[int, str]) -> None:
        """Hold a text of a document of which only some lines are known."""
        record = self.at / "data" / "documents" / f"{document}.yml"
        written = record.read_text("utf-8")
        [number] = re.findall("(?m)^lines: ([0-9]+)$", written)
        raw = "\n".join(lines.get(it, "") for it in range(1, int(number) + 1)).encode()
        (self.at / "sources" / f"{document}.txt").write_bytes(raw)
        digest = hashlib.sha256(raw).hexdigest()
        record.write_text(re.sub("sha256: .*", f'sha256: "{digest}"', written), "utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Clone:
    monkeypatch.chdir(tmp_path)
    return Clone(tmp_path)


def test_correct_a_figure(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistake on the way is named: by `check` what contradicts itself, by `verify` what stands
    on another line."""
    check, verify, update = clone.commands("figure")
    clone.edit("data/figures/itf.yml", "    value: ", "    value: x")
    assert main(check) == 1
    assert "data/figures/itf.yml" in capsys.readouterr().err
    clone.edit("data/figures/itf.yml", "    value: x", "    value: ")
    clone.run(check)
    source = (clone.at / "data/figures/itf.yml").read_text("utf-8")
    line = 1 + source[: source.index("printed:")].count("\n")
    clone.text("factsheet-2024", {20: "50亿元 1999年"})
    assert any(it.startswith(f"data/figures/itf.yml:{line}:") for it in clone.verified(verify))
    clone.edit("data/figures/itf.yml", "line: 19", "line: 20")
    assert not any(it.startswith(f"data/figures/itf.yml:{line}:") for it in clone.verified(verify))
    clone.run(update)


END = [["check"], ["verify", "--sources", "sources"], ["update"]]
"""How every recipe ends that adds something."""


def add_a_figure_and_an_event(clone: Clone) -> None:
    figure, event, *end = clone.commands("facts")
    assert end == END
    clone.run(figure)
    clone.fill_in(
        "data/figures/itf.yml",
        **{"  - id": "itf-grant-2026", "measure": "grant", "value": "5", "unit": "HKD"},
        **{"qualifier": "exact", "printed": "5元", "document": "factsheet-2025", "line": "5"},
    )
    clone.run(event)
    clone.fill_in(
        "data/events/itf.yml",
        **{"  - id": "itf-changed-2026", "kind": "changed", "what": "改變"},
        **{"document": "factsheet-2025", "line": "5"},
    )


def add_a_statement(clone: Clone) -> None:
    new, *end = clone.commands("statement")
    assert end == END
    clone.run(new)
    clone.fill_in(
        "data/statements/itf.yml",
        **{"  - id": "itf-purpose-new-ideas", "kind": "purpose", "text": "資助新意念。"},
        **{"document": "factsheet-2025", "line": "5", "quotation": "开发创新意念"},
    )


def add_a_programme(clone: Clone) -> None:
    new, figure, event, *end = clone.commands("programme")
    assert end == END
    clone.run(new)
    path = "data/programmes/harbour-scheme.yml"
    clone.edit(path, "# name:", "name: 海港計劃")
    clone.fill_in(path, kind="fund", document="factsheet-2025", line="5")
    clone.run(figure)
    clone.fill_in(
        "data/figures/harbour-scheme.yml",
        **{"  - id": "harbour-grant", "measure": "grant", "value": "5", "unit": "HKD"},
        **{"qualifier": "exact", "printed": "5元", "document": "factsheet-2025", "line": "5"},
    )
    clone.edit("data/figures/harbour-scheme.yml", "# amount:", "amount: approved")
    clone.run(event)
    clone.fill_in(
        "data/events/harbour-scheme.yml",
        **{"  - id": "harbour-launched", "kind": "launched", "what": "推出計劃"},
        **{"document": "factsheet-2025", "line": "5"},
    )


def settle_a_name(clone: Clone) -> None:
    new, *end = clone.commands("naming")
    assert end == END
    clone.run(new)
    path = "data/terminology/names/programme.yml"
    clone.fill_in(
        path,
        **{"  - id": "coast-scheme", "zh-Hant": "海岸計劃", "zh-Hans": "海岸计划"},
        unconfirmed="[]",
    )
    clone.edit(path, "    # confirmed_by:\n", "    confirmed_by: [https://www.gov.hk/]\n")


def add_a_word_that_readers_search_by(clone: Clone) -> None:
    assert clone.commands("synonyms") == END
    path = "data/vocabulary/synonyms.yml"
    clone.edit(path, "words: [創新科技, ", "words: [創新科技, 海港開發, ")


@pytest.fixture(scope="module")
def added(tmp_path_factory: pytest.TempPathFactory) -> Clone:
    """All that is added by following a recipe, in one copy; how the recipes end is done once."""
    clone = Clone(tmp_path_factory.mktemp("added"))
    with contextlib.chdir(clone.at):
        add_a_figure_and_an_event(clone)
        add_a_statement(clone)
        add_a_programme(clone)
        settle_a_name(clone)
        add_a_word_that_readers_search_by(clone)
        for command in END:
            clone.run(command)
    return clone


def test_a_figure_and_an_event_are_added(added: Clone) -> None:
    """Behind what stood there, which is left as it was."""
    file = "data/figures/itf.yml"
    before = (ROOT / file).read_text("utf-8")
    after = re.sub("(?m)^ *#.*\n", "", (added.at / file).read_text("utf-8"))
    assert after.startswith(before)
    assert after.count("\n") == before.count("\n") + 8
    history = (added.at / "data/history/figures/itf.yml").read_text("utf-8")
    assert "\n  - itf-grant-2026\nfacts:\n" in history


def test_a_statement_is_added(added: Clone) -> None:
    history = (added.at / "data/history/statements/itf.yml").read_text("utf-8")
    assert "  - itf-purpose-new-ideas\n" in history


def test_a_programme_is_added(added: Clone) -> None:
    for kind, name in (("programmes", "harbour-scheme"), ("events", "harbour-launched")):
        history = (added.at / f"data/history/{kind}/harbour-scheme.yml").read_text("utf-8")
        assert f"  - {name}\n" in history
    assert "harbour-scheme" in (added.at / ".vscode/schemas/programme.schema.json").read_text()


def test_a_name_is_settled(added: Clone) -> None:
    history = added.at / "data/history/terminology/programme.yml"
    assert "  - coast-scheme\n" in history.read_text("utf-8")


def test_a_word_that_readers_search_by_is_added(added: Clone) -> None:
    ledger = added.at / "tests/golden/ledger/vocabulary/synonyms.tsv"
    assert "海港開發\t海港开发\t開→开" in ledger.read_text("utf-8")


def test_a_word_that_stands_already_is_told(clone: Clone) -> None:
    path = "data/vocabulary/synonyms.yml"
    clone.edit(path, "\ngroups:\n", "\ngroups:\n  - {words: [創新科技, 海港創科], why: 口語}\n")
    _, problems = examine(clone.at / "data", hong_kong_day())
    told = [it.message.partition(" at ")[0] for it in problems if has_errors([it])]
    assert told == ["'創新科技' already stands"]


def test_take_in_a_plan(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a department that has no record yet; the identifier in the recipe is an example."""
    plan = ROOT / "tests" / "data" / "next-plan" / "2027-2029.zh-Hant.txt"
    look, again, new, take_in, rename, verify = clone.commands("plan")
    shutil.copy(plan, clone.at / look[1])
    for agency, name, line in (("sea", "海風觀測署", 2), ("lighthouse", "燈塔管理公司", 33)):
        clone.run([agency if it == "ID" else it for it in new])
        path = f"data/agencies/{agency}.yml"
        clone.edit(path, "# name:", f"name: {name}")
        clone.edit(path, "\nkind:", "\nkind: department")
        clone.edit(path, "document:", "document: sea-open-data-plan-2027-2029")
        clone.edit(path, "    line:", f"    line: {line}")
    assert main(look) == 1
    assert f"next: python3 dev.py {' '.join(take_in)}" in capsys.readouterr().out
    assert not (clone.at / "data/datasets/sea").exists()
    assert main(take_in) == 1
    assert "→ identifiers of new agencies and datasets" in capsys.readouterr().out
    clone.without_comments("data/datasets/sea/sea-a-ii-2.yml")
    clone.run(rename)
    assert (clone.at / "data/datasets/sea/sea-salinity.yml").is_file()
    assert main(again) == 1, "drafts are left"
    for agency in ("sea", "lighthouse"):
        for number, file in enumerate(sorted((clone.at / "data/datasets" / agency).iterdir())):
            if not file.stem.endswith("salinity"):
                clone.edit(str(file), f"id: {file.stem}", f"id: {agency}-set-{number}")
                file.rename(file.with_stem(f"{agency}-set-{number}"))
    document = look[3]
    record = clone.at / f"data/documents/{document}.yml"
    record.write_text(record.read_text("utf-8") + "link_note: 登在署方網站\n", "utf-8")
    capsys.readouterr()
    assert main(again) == 1
    said = capsys.readouterr().out
    assert "→ `verify`" in said
    unused = re.findall("no record uses '(.+)' on line ([0-9]+)", said)
    assert len(unused) == 5
    clone.except_(document, {int(line): number for number, line in unused})
    clone.run(again)
    clone.run(verify)
    assert not (clone.at / "data/history/datasets/sea-a-ii-2.yml").exists()
    assert (clone.at / "data/history/datasets/sea-salinity.yml").is_file()


def test_rename_and_retire_a_record(clone: Clone) -> None:
    rename, retire, check, verify = clone.commands("vanished")
    clone.run(rename)
    clone.run(retire)
    clone.run(check)
    clone.run(verify)
    catalogue, problems = examine(clone.at / "data", hong_kong_day())
    assert catalogue is not None, problems
    assert {it[1:] for it in resolve(catalogue, AS_OF).redirects} == {
        (rename[1], f"datasets/{rename[2]}"),
        (retire[1], retire[3]),
    }


HEAD_TEXT = """\
總目999—政府總部：海港創新局
單位：百萬元
2025-26 (修訂)\t2026-27 (預算)
(1) 海港創新\t10.0\t11.5
(2) 漁業科技\t5.0\t6.0
15.0\t17.5
(+16.7%)
$'000
2026-27 預算
000 運作開支\t17,500
開支總額\t17,500
"""


def test_add_a_head_of_the_budget(clone: Clone, capsys: pytest.CaptureFixture[str]) -> None:
    """Up to its pages; a sum that does not hold is named on its line."""
    look, take_in, _, again, verify = clone.commands("head")
    identifier = "head-999-2026-27"
    (clone.at / look[1]).write_text(HEAD_TEXT, "utf-8")
    take_in[1] = again[1] = f"sources/{identifier}.txt"
    assert main(look) == 1
    assert not (clone.at / f"data/budget/{identifier}.yml").exists()
    assert "待填寫" in (clone.at / f"sources/{identifier}.review.md").read_text("utf-8")
    assert main(take_in) == 1
    budget = f"data/budget/{identifier}.yml"
    for path in (budget, f"data/documents/{identifier}.yml"):
        clone.edit(path, "agency-of-head-999", "itib")
    clone.edit(budget, "lead: 待填寫", "lead: 海港創新局這個財政年度的預算。")
    clone.edit(budget, "explanation: 待填寫", "explanation: 總目是一個局或部門的帳目。")
    record = clone.at / f"data/documents/{identifier}.yml"
    record.write_text(record.read_text("utf-8") + "link_note: 登在網站\n", "utf-8")
    clone.run(again)
    capsys.readouterr()
    clone.edit(budget, "'17.5'", "'17.4'")
    assert main(again) == 1
    lines = (clone.at / budget).read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines, 1) if "17.4" in line)
    assert f"{budget}:{at}:" in capsys.readouterr().out
    clone.edit(budget, "'17.4'", "'17.5'")
    clone.edit(budget, "line: 10", "line: 11")
    assert main(again) == 1
    assert f"{budget}:" in capsys.readouterr().out
    clone.edit(budget, "line: 11", "line: 10")
    clone.run(again)
    clone.run(verify)
    catalogue, problems = examine(clone.at / "data", hong_kong_day())
    assert catalogue is not None, problems
    page = pages_of(catalogue)
    for variant, name in (("zh-Hant", "海港創新"), ("zh-Hans", "海港创新")):
        text = page(f"{variant}/budget/{identifier}.md")
        assert name in text
        assert "17,500,000" in text
        assert identifier in page(f"{variant}/budget/index.md")
