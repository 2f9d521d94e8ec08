"""What decides each conversion is written down, and a change of it is shown to a reviewer."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import opencc
import pytest
from builders import ROOT, a_term_list, catalogue_of_the_project, held

from generator.generate import ledger_of
from generator.model.wording import Wording
from generator.script.convert import Converter
from generator.script.glossary import Glossary, Key
from generator.script.ledger import HEADER, ledger

REVIEWED = ROOT / "tests/golden/ledger.tsv"


def differences(reviewed: list[str], now: list[str]) -> str:
    """Each text whose line is not the reviewed one: old and new conversion, and their reasons."""
    old, new = (
        {tuple(line.split("\t")[:3]): line.split("\t")[3:] for line in lines}
        for lines in (reviewed, now)
    )
    return "\n".join(
        f"{' | '.join(key)}\n  old: {' | '.join(old.get(key, ['-']))}\n"
        f"  new: {' | '.join(new.get(key, ['-']))}"
        for key in sorted(old.keys() | new.keys())
        if old.get(key) != new.get(key)
    )


@pytest.mark.today
def test_the_projects_ledger_is_the_reviewed_one() -> None:
    """When every difference below is wanted: python3 dev.py ledger > tests/golden/ledger.tsv"""
    reviewed = REVIEWED.read_text("utf-8").splitlines()
    different = differences(reviewed, ledger_of(catalogue_of_the_project()))
    assert not different, f"\n{different}\n\n{test_the_projects_ledger_is_the_reviewed_one.__doc__}"


def test_a_difference_shows_the_old_and_the_new_form() -> None:
    line = "zh-Hans→zh-Hant\t\t发现里程碑\t{}\t发→{}"
    shown = differences([line.format("發現里程碑", "發")], [line.format("髮現里程碑", "髮")])
    assert shown == (
        "zh-Hans→zh-Hant |  | 发现里程碑\n  old: 發現里程碑 | 发→發\n  new: 髮現里程碑 | 发→髮"
    )


def test_what_a_line_says() -> None:
    """Terms with their origin, ambiguous characters; each decision once, in the text's order."""
    key = Key("海风署", "海風署", "zh-Hans", "name sea", frozenset())
    lines = ledger(
        [Wording("海风署发表，再发表", "zh-Hans"), Wording("每年", "zh-Hans")],
        Converter(Glossary((key,), {})),
    )
    assert lines == [
        HEADER,
        "zh-Hans→zh-Hant\t\t海风署发表，再发表\t海風署發表，再發表\t"
        "海风署→海風署 (name sea); 发→發; 表→表",
    ]


def test_a_term_of_a_document_decides_its_texts_alone_and_marks_are_not_shown() -> None:
    key = Key("信息科技", "資訊科技", "zh-Hans", "restores", frozenset({"plan"}))
    texts = [Wording("-{甲}-信息科技", "zh-Hans", None, it) for it in ("plan", "facts")]
    assert ledger([*texts, texts[0]], Converter(Glossary((key,), {})))[1:] == [
        "zh-Hans→zh-Hant\tplan\t甲信息科技\t甲資訊科技\t信息科技→資訊科技 (restores)"
    ]


def test_lines_stand_in_an_order_that_does_not_change() -> None:
    """Whoever reviews a difference sees what changed and nothing else."""
    texts = [Wording(f"{char}发", "zh-Hans") for char in "丁丙乙甲戊己"]
    lines = ledger(texts, Converter(Glossary((), {})))
    assert [line.split("\t")[2] for line in lines[1:]] == sorted(it.text for it in texts)


def test_a_text_written_by_hand_is_said_to_be() -> None:
    lines = ledger([Wording("发表", "zh-Hans", "發佈")], Converter(Glossary((), {})))
    assert lines[1:] == ["zh-Hans→zh-Hant\t\t发表\t發佈\twritten by hand"]


def test_a_text_of_several_lines_stays_one_line() -> None:
    lines = ledger([Wording("发\n表", "zh-Hans")], Converter(Glossary((), {})))
    assert lines[1].split("\t")[2:4] == ["发⏎表", "發⏎表"]


@pytest.mark.today
def test_a_planted_term_is_seen() -> None:
    catalogue = catalogue_of_the_project()
    terms = {**catalogue.terminology.terms, "planted": held(a_term_list({"车位": "車格"}))}
    planted = replace(catalogue, terminology=replace(catalogue.terminology, terms=terms))
    different = differences(REVIEWED.read_text("utf-8").splitlines(), ledger_of(planted))
    assert "空置車格資訊" in different
    assert "车位→車格 (repairs)" in different


@pytest.mark.today
def test_a_changed_dictionary_of_opencc_is_seen(tmp_path: Path) -> None:
    """As after an update of the package."""
    package = tmp_path / "opencc"
    shutil.copytree(Path(opencc.__file__).parent, package)
    phrases = package / "dictionary" / "STPhrases.txt"
    with phrases.open("a", encoding="utf-8") as file:
        file.write("车位\t車格\n")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "ledger"],
        cwd=ROOT,
        env={"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1", "PATH": ""},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    different = differences(REVIEWED.read_text("utf-8").splitlines(), done.stdout.splitlines())
    assert "old: 香港科學園停車場空置車位資訊" in different
    assert "new: 香港科學園停車場空置車格資訊" in different
