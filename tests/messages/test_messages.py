"""One catalogue of texts: every text the program says stands in it, and nothing else does."""

import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, an_agency
from message_templates import joined, places, plain, templates, untranslated

from generator.messages.language import chinese_texts, texts_for
from generator.messages.message import join_messages, list_names, say, translate
from generator.messages.problem import ENGLISH, Place, Problem, as_annotation, problem_line
from generator.reading.invisible_characters import _HIDDEN_KINDS
from generator.reading.yaml_source import parse

PARTS = {"messages": "messages.yml", "parser": "messages.yml", "words": "fields.yml"}
"""Part of the catalogue → its file."""


def entries(part: str) -> list[dict[str, str]]:
    file = ROOT / "generator" / "messages" / PARTS[part]
    source, problems = parse(file.read_bytes(), file.name)
    assert source is not None, problems
    assert isinstance(source.value, dict)
    return source.value[part]  # type: ignore[return-value]


def test_every_text_is_translated() -> None:
    """`PYTHONPATH=.:tests python -m message_templates` gives the same list."""
    assert untranslated() == []


def test_every_text_for_a_maintainer_is_said() -> None:
    """A plain string works, but is English in every language."""
    assert list(plain()) == []


def test_no_translation_is_left_over() -> None:
    texts = [it["en"] for part in ("messages", "words") for it in entries(part)]
    assert {*texts} - set(templates()) == set()


def test_no_text_is_translated_twice() -> None:
    texts = [it["en"] for part in PARTS for it in entries(part)]
    assert sorted(texts) == sorted(set(texts))


@pytest.mark.parametrize("template", sorted(templates()))
def test_a_translation_has_the_same_places(template: str) -> None:
    """A place that is missing would hide what is wrong; another one would stop the program."""
    assert places(chinese_texts()[template]) == places(template)


def test_in_front_of_a_code_point_stands_no_mark() -> None:
    """`{kind} U+0009`: behind a bracket of full width the space would be one too many."""
    kinds = {str(kind) for _, kind, _ in _HIDDEN_KINDS}
    assert [it for it in kinds if chinese_texts()[it].endswith("）")] == []


def test_a_command_is_told_as_it_is_typed() -> None:
    texts = [text for it in entries("messages") for text in it.values()]
    assert [it for it in texts if re.search("(?<!python3 )dev\\.py [a-z]", it)] == []


def test_a_text_is_english_and_knows_its_template() -> None:
    message = say("unknown code {code!r}", code="x")
    assert message == "unknown code 'x'"
    assert translate(message, {"unknown code {code!r}": "没有 {code}"}) == "没有 x"
    assert translate(message, ENGLISH) == message


def test_values_may_be_texts_themselves() -> None:
    message = say("{field} must be {wanted}", field="x", wanted=say("a list"))
    assert (
        translate(message, {"a list": "L", "{field} must be {wanted}": "{wanted}: {field}"})
        == "L: x"
    )


def test_messages_put_in_one_are_each_told_in_the_readers_language() -> None:
    texts = {"a list": "L", "of {n}": "{n}'s", "{first}; {others}": "{first} / {others}"}
    one = join_messages([say("a list"), say("of {n}", n=1), say("a list")])
    assert one == "a list; of 1; a list"
    assert translate(one, texts) == "L / 1's / L"
    assert join_messages([say("a list")]) == "a list"


def test_names_in_a_row_have_between_them_what_the_language_has() -> None:
    one = say("of {names}", names=list_names(["{a}", say("a list"), 3]))
    assert one == "of {a}, a list, 3"
    assert pickle.loads(pickle.dumps(one)).values["names"].values == one.values["names"].values  # type: ignore[attr-defined]
    texts = {"a list": "L", "of {names}": "<{names}>", ", ": "/"}
    assert translate(one, texts) == translate(pickle.loads(pickle.dumps(one)), texts) == "<{a}/L/3>"
    assert translate(list_names([]), texts) == ""


def test_no_text_joins_names_by_itself() -> None:
    """`list_names` does, with the mark of the language."""
    assert list(joined()) == []


def test_values_are_never_read_as_templates() -> None:
    assert say("unknown code {code!r}", code="{x}") == "unknown code '{x}'"
    assert translate(say("{a}", a="{b}"), {"{a}": "<{a}>"}) == "<{b}>"


def test_a_plain_text_is_told_as_it_is() -> None:
    """Rules written without `say` keep working, in English."""
    assert translate("plain {text}", {"plain {text}": "x"}) == "plain {text}"
    problem = Problem(Place("a.yml", 1, 2), "plain", "tip")
    assert problem_line(problem, chinese_texts()) == "a.yml:1:2: plain（tip）"


@pytest.mark.parametrize(
    ("environment", "is_chinese"),
    [
        ({}, False),
        ({"LANG": "C.UTF-8"}, False),
        ({"LANG": "zh_HK.UTF-8"}, True),
        ({"LANG": "zh-TW"}, True),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_HK.UTF-8", "LC_ALL": "en_GB.UTF-8"}, False),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "zh_HK.UTF-8"}, True),
        ({"LANG": "zh_HK.UTF-8", "LC_ALL": ""}, True),
        ({"LANG": "zh_HK.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, False),
    ],
)
def test_the_environment_chooses_the_language(
    environment: dict[str, str], is_chinese: bool
) -> None:
    assert texts_for(environment) == (chinese_texts() if is_chinese else ENGLISH)


def run(at: Path, *arguments: str, **changes: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **changes}
    command = [sys.executable, "-m", "generator", *arguments]
    return subprocess.run(command, env=environment, cwd=at, capture_output=True, text=True)


def test_a_maintainer_with_a_chinese_terminal_reads_chinese(tmp_path: Path) -> None:
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(kind="departmet")]))
    done = run(tmp_path, "check", "--data", "data", LANG="zh_HK.UTF-8")
    line, last = done.stderr.splitlines()
    start = "沒有代號 'departmet'（是否 'department'？data/vocabulary/agency-kinds.yml 的代號："
    assert line.startswith(f"data/agencies/sea.yml:4:7: {start}")
    assert last == "1 個錯誤；沒有產生任何檔案"


def test_the_same_in_english(tmp_path: Path) -> None:
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(kind="departmet")]))
    line, last = run(tmp_path, "check", "--data", "data", LANG="en_GB.UTF-8").stderr.splitlines()
    assert "unknown code 'departmet' (did you mean 'department'? codes of" in line
    assert last == "1 problem; nothing was generated"


def test_an_annotation_speaks_the_language_too() -> None:
    problem = Problem(Place("a.yml", 1, 2), say("empty key"), say("put it in quotes"))
    assert as_annotation(problem, chinese_texts()).endswith("::空的欄位名稱（加引號）")
