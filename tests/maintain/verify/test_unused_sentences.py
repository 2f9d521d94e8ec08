"""Every sentence of a text is said by a record in part, or excepted with a reason."""

from pathlib import Path
from typing import Any

import pytest
from builders import (
    a_figure,
    a_figure_list,
    a_name,
    a_name_list,
    a_quoted_locator,
    a_spot,
    a_statement,
    a_statement_list,
    a_terminology,
    an_erratum,
    an_erratum_list,
    exceptions,
)
from maintain.verify.invented import DOCUMENT, problems

LONG = "海风观测署协助本地渔民更换渔船和渔网"
NEXT = "渔民也可以为渔网申请同样的资助"


def told(line: int, *sentences: str) -> str:
    return (
        f"{DOCUMENT}:8:8: no record uses {', '.join(map(repr, sentences))} on line {line} "
        "(add the statement, or an exception to `sentences` of data/exceptions/sea-plan.yml)"
    )


def stated(quotation: str, line: int = 31) -> Any:
    spots = [a_quoted_locator(line=line, quotation=quotation)]
    return {"statements": [a_statement_list(a_statement(locators=spots))]}


def excepted(**fields: Any) -> Any:
    sentences = [{"lines": [31], "reason": "套語"} | fields]
    return {"exceptions": [exceptions(sentences=sentences, unused=[])]}


@pytest.mark.parametrize("end", ["。", "；", ";", "！", "？", ""])
def test_a_sentence_ends_at_its_mark_or_with_its_line(tmp_path: Path, end: str) -> None:
    assert problems(tmp_path, {31: f"{LONG}。{NEXT}{end}"}) == [told(31, f"{LONG}。", NEXT + end)]


def test_of_a_sentence_any_part_is_enough(tmp_path: Path) -> None:
    """Of a figure what is printed, of a statement its quotation; but for gaps and marks."""
    lines = {31: f"{LONG}。{NEXT}。"}
    assert problems(tmp_path, lines, **stated("更换渔船")) == [told(31, f"{NEXT}。")]
    assert problems(
        tmp_path, {31: f"- 海风观测署协助**渔 民**更换渔船。{NEXT}"}, **stated("渔民更换")
    ) == [told(31, NEXT)]
    number = {"figures": [a_figure_list(a_figure(line=31))]}
    assert problems(tmp_path, {31: f"每宗申请最多500万元。{NEXT}。"}, **number) == [
        told(31, f"{NEXT}。")
    ]


def test_a_quotation_counts_where_it_stands(tmp_path: Path) -> None:
    """The same words on another line are another sentence."""
    assert problems(tmp_path, {31: LONG, 33: LONG}, **stated(LONG)) == [told(33, LONG)]


def test_a_name_that_stands_there_counts(tmp_path: Path) -> None:
    forms = {"id": "boats", "zh-Hant": "漁船", "zh-Hans": "渔船"}
    named = a_name(**forms, stands=[{"document": "sea-plan", "lines": [31]}])
    terms = a_terminology(names=[a_name_list(named)])
    assert problems(tmp_path, {31: f"{LONG}。{NEXT}"}, terminology=terms) == [told(31, NEXT)]


def test_what_only_tells_of_a_mistake_says_nothing(tmp_path: Path) -> None:
    erratum = an_erratum(locators=[a_spot(line=31, printed="更换渔船")])
    assert problems(tmp_path, {31: LONG}, errata=[an_erratum_list(erratum)]) == [told(31, LONG)]


@pytest.mark.parametrize(
    "line",
    ["渔船和渔网", f"## {LONG}", f"渔船\t{LONG}", "以及", "- 以及", "……", "（一）", "  "],
)
def test_headings_rows_and_conjunctions_are_no_sentences(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, {31: line}) == []


@pytest.mark.parametrize("line", ["- 渔船和渔网", "· 渔船和渔网", "渔船和渔网。"])
def test_an_item_and_what_ends_like_a_sentence_are_no_headings(tmp_path: Path, line: str) -> None:
    assert problems(tmp_path, {31: line}) == [told(31, line.lstrip("-· "))]


def test_an_exception_gives_a_part_of_its_sentence(tmp_path: Path) -> None:
    lines = {31: f"{LONG}。{NEXT}。"}
    assert problems(tmp_path, lines, **excepted(printed="本地渔民")) == [told(31, f"{NEXT}。")]
    assert problems(tmp_path, lines, **excepted()) == []


def test_an_exception_that_is_not_needed(tmp_path: Path) -> None:
    """Because its sentence is used, or stands on another line."""
    needless = "data/exceptions/sea-plan.yml:4:3: 套語: not needed (remove this exception)"
    used = stated("更换渔船") | excepted(printed="更换渔船")
    assert problems(tmp_path, {31: LONG}, **used) == [needless]
    elsewhere = stated("更换渔船", line=33) | excepted(printed="更换渔船")
    assert problems(tmp_path, {33: LONG}, **elsewhere) == [needless]


def test_of_very_many_lines_the_first_are_told(tmp_path: Path) -> None:
    [problem] = problems(tmp_path, dict.fromkeys(range(40, 52), LONG))
    assert "12 lines have sentences that no record uses: 40 (" in problem
    assert problem.endswith(
        "and 2 more ("
        + told(40).partition(" (")[2].removesuffix(")")
        + ("; `--document sea-plan` lists every line)")
    )
