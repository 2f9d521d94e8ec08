"""What decides each conversion is written down, and a change of it is shown to a reviewer."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import opencc
import pytest
from builders import ROOT, a_term_list, catalogue_of_the_project, record_file, with_records

from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_ledger
from generator.script.convert import Converter
from generator.script.glossary import Glossary
from generator.script.glossary import Key as TermKey
from generator.script.ledger import HEADER, ledger

REVIEWED = ROOT / "tests/golden/ledger"
"""A file a record: branches that add neighbouring records write two files."""
BY_HAND = "written by hand"
Key = tuple[str, ...]


def conversions(lines: Iterable[str]) -> dict[Key, list[str]]:
    """Direction, document and text → converted form and what decided it. What a person wrote in
    both scripts is no conversion: it changes when they change it."""
    fields = (line.split("\t") for line in lines if line != HEADER and line[0] != "#")
    return {tuple(it[:3]): it[3:] for it in fields if it[4] != BY_HAND}


def reviewed() -> dict[Key, list[str]]:
    files = sorted(REVIEWED.glob("*/*.tsv"))
    return conversions(line for it in files for line in it.read_text("utf-8").splitlines())


def differences(old: dict[Key, list[str]], new: dict[Key, list[str]]) -> str:
    """Each text that is converted otherwise than reviewed. Texts that are new were reviewed by
    nobody yet, and those that are gone matter no more: neither is a difference."""
    return "\n".join(
        f"{' | '.join(key)}\n  old: {' | '.join(old[key])}\n  new: {' | '.join(new[key])}"
        for key in sorted(old.keys() & new.keys())
        if old[key][0] != new[key][0]
    )


@pytest.mark.today
def test_no_text_is_converted_otherwise_than_reviewed() -> None:
    """A term or a dictionary changed. When every difference below is wanted, run
    `python3 dev.py update`, look at `git diff tests/golden/ledger`, and commit it."""
    before = reviewed()
    assert len(before) > 100
    different = differences(before, conversions(catalogue_ledger(catalogue_of_the_project())))
    what_to_do = test_no_text_is_converted_otherwise_than_reviewed.__doc__
    assert not different, f"\n{different}\n\n{what_to_do}"


LINE = "zh-Hans→zh-Hant\t\t发现里程碑\t{}\t{}"


def test_a_difference_shows_the_old_and_the_new_form() -> None:
    old = conversions([HEADER, LINE.format("發現里程碑", "发→發")])
    new = conversions([HEADER, LINE.format("髮現里程碑", "发→髮")])
    assert differences(old, new) == (
        "zh-Hans→zh-Hant |  | 发现里程碑\n  old: 發現里程碑 | 发→發\n  new: 髮現里程碑 | 发→髮"
    )


def test_what_only_changes_the_data_is_no_difference() -> None:
    """A new text, one that is gone, another reason for the same form, a form written by hand."""
    one = conversions([LINE.format("發現里程碑", "发→發")])
    assert differences({}, one) == differences(one, {}) == ""
    assert differences(one, conversions([LINE.format("發現里程碑", "name milestone")])) == ""
    assert differences(one, conversions([LINE.format("發現新里程碑", BY_HAND)])) == ""


def test_what_a_line_says() -> None:
    """Terms with their origin, ambiguous characters; each decision once, in the text's order."""
    key = TermKey("海风署", "海風署", "zh-Hans", "name sea", frozenset())
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
    key = TermKey("信息科技", "資訊科技", "zh-Hans", "restores", frozenset({"plan"}))
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
    terms = {**catalogue.terminology.terms, "planted": record_file(a_term_list({"车位": "車格"}))}
    planted = with_records(catalogue, **{"terminology/terms": terms})
    different = differences(reviewed(), conversions(catalogue_ledger(planted)))
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
        env={"PYTHONPATH": str(tmp_path), "PYTHONUTF8": "1", "PATH": "", "CI": "true"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    different = differences(reviewed(), conversions(done.stdout.splitlines()))
    assert "old: 香港科學園停車場空置車位資訊" in different
    assert "new: 香港科學園停車場空置車格資訊" in different
