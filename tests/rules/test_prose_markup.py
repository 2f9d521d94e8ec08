"""Texts of our own hold no markup, which readers would see as it is typed."""

from pathlib import Path

import pytest
from builders import a_catalogue, a_data_folder, a_prose, a_prose_section, catalogue_of_the_project

from generator.cli.clock import hong_kong_day
from generator.messages.language import chinese_texts
from generator.messages.problem import problem_line
from generator.model.vocabulary import Prose
from generator.pipeline.generate import examine
from generator.rules import prose_markup

TIP = "(say it in plain words; each line is a paragraph, and no line is more)"


def problems(*prose: Prose) -> list[str]:
    return [str(it) for it in prose_markup.check(a_catalogue(prose=prose))]


def marks(lead: str, name: str = "about") -> list[str]:
    """What is named of a lead."""
    said = problems(a_prose(name, lead=lead))
    assert all(it.endswith(f" {TIP}") for it in said)
    return [
        it.partition("markup is shown as it is typed: ")[2].removesuffix(f" {TIP}") for it in said
    ]


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("見[機構](agencies/index.md)。", "[機構](agencies/index.md)"),
        ("見[機構](nowhere", "[機構](nowhere"),
        ("![圖](x.png)", "![圖](x.png)"),
        ("[機構][1]", "[機構][1]"),
        ("[1]: https://example.org/", "[1]: https://example.org/"),
        ("<script>alert(1)</script>", "<script>"),
        ("一<br>二", "<br>"),
        ("一</p", "</p"),
        ("<!-- x -->", "<!-- x -->"),
        ("<https://example.org/>", "<https://example.org/>"),
        ("說明 {: #name .note", "{: #name .note"),
        ("說明 {#name}", "{#name}"),
        ("說明 {.note}", "{.note}"),
        ("{% include 'x' %}", "{% include 'x' %}"),
        ("{{ name }}", "{{ name }}"),
        ("這是**重點**。", "**重點**"),
        ("這是 *重點*。", "*重點*"),
        ("這是 __重點__ 。", "__重點__"),
        ("## 標題", "## 標題"),
        ("- 一項", "- 一項"),
        ("1. 一項", "1. 一項"),
        ("> 引文", "> 引文"),
        ("| 甲 | 乙 |", "| 甲 | 乙 |"),
        ("!!! note", "!!! note"),
        ("---", "---"),
        ("```", "```"),
        ("執行 `python3 dev.py check`", "`python3 dev.py check`"),
    ],
)
def test_markup_is_named(typed: str, mark: str) -> None:
    assert marks(typed) == [repr(mark)]


@pytest.mark.parametrize(
    "typed",
    [
        "2025-2027年度，DATA.GOV.HK",
        "以等號、加號、減號或 @ 開頭的文字",
        "a < b，c > d，3 & 4，AT&T;",
        "name_zh_hant 和 name_zh_hans",
        "2 * 3 * 4 = 24",
        "不轉換的寫成 -{字}- 。",
        "集合 {甲, 乙}，{n} 項",
        "「[1]」見注",
        "#1 號，C# 和 F#",
        "-5 度，+852",
        "2026.01.31 發布",
        "/data/v1/ 的 index.json",
        "好嗎？——好！",
    ],
)
def test_plain_words_are_no_markup(typed: str) -> None:
    assert marks(typed) == []


def test_the_guide_has_code_and_no_more() -> None:
    typed = "執行 `git diff <file> **x**`，寫上 `[x](y)`。"
    assert marks(typed, "contributing") == []
    assert marks(f"{typed}再看[網站](x.md)。", "contributing") == ["'[網站](x.md)'"]
    assert marks("執行 `check，直至沒有錯誤", "contributing") == ["'`check，直至沒有錯誤'"]


def test_every_line_of_every_text_is_read() -> None:
    section = a_prose_section(heading="**甲**", body="一段\n- 二段\n三段\n[四](段)")
    about = a_prose("about", title="<b>關於</b>", lead="好", sections=[section])
    assert len(problems(about)) == 4


def test_a_text_in_both_scripts_is_read_in_both() -> None:
    lead = {"zh-Hant": "見[機構](x)", "zh-Hans": "见[机构](x)"}
    assert len(problems(a_prose("about", lead=lead))) == 2


@pytest.mark.today
def test_the_project_has_none() -> None:
    assert list(prose_markup.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize(
    ("typed", "line", "mark"),
    [
        ("說明 {: #name .note", 8, "'{: #name .note'"),
        ("<script>alert(1)</script>", 8, "'<script>'"),
        ("見[機構](nowhere.md)。", 8, "'[機構](nowhere.md)'"),
    ],
)
def test_it_is_told_with_file_and_line_and_nothing_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, line: int, mark: str
) -> None:
    monkeypatch.chdir(tmp_path)
    data = a_data_folder(tmp_path)
    (data / "prose" / "about.yml").write_text(
        "id: about\nscript: zh-Hant\ntitle: 關於\nlead: 本站\nsections: \n- id: s\n  heading: 甲\n"
        f"  body: |-\n    一段\n    {typed}\n    三段\n",
        "utf-8",
    )
    catalogue, told = examine(data, hong_kong_day())
    assert catalogue is None
    [problem] = told
    assert str(problem) == (
        f"data/prose/about.yml:{line + 2}:1: markup is shown as it is typed: {mark} {TIP}"
    )
    assert problem_line(problem, chinese_texts()) == (
        f"data/prose/about.yml:{line + 2}:1: 標記會照樣顯示：{mark}"
        "（改用純文字；一行是一段，不能有其他格式）"
    )
