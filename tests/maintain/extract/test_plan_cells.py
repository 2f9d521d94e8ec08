"""Cells become clean text without losing a character that is not white space."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.maintain.extract.plan_cells import (
    LINE_TAGS,
    PASSAGE_TAGS,
    clean_line,
    clean_passage,
    first_invisible,
    join_wrapped,
    says_archived,
    unknown_tags,
)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("潮高", "潮高"),
        ("每小时 潮高", "每小时\n潮高"),
        ("潮高。 浮标", "潮高。\n浮标"),
        ("以 CSV 格式提供 浮标", "以 CSV 格式提供\n浮标"),
        ("灯塔 3D 模型 (日间) 名录", "灯塔 3D 模型 (日间) 名录"),
        ("风力 – 收费", "风力 – 收费"),
        ("潮高\u3000浮标", "潮高\n浮标"),
        ('<ul style="list-style-type: none">• 潮高。• 浮标。', "潮高。\n浮标。"),
        ("<ul><li>潮高</li><li> 浮标</li></ul>", "潮高\n浮标"),
        ("前言<ul><LI>潮高</LI></ul>", "前言\n潮高"),
        ("潮高<br>浮标<br/>灯塔<br />", "潮高\n浮标\n灯塔"),
        ("R&amp;D &lt;ul&gt;", "R&D <ul>"),
        ("&bull; 潮高&nbsp;&nbsp;浮标", "潮高\n浮标"),
        ("<ul>", ""),
        ("", ""),
    ],
)
def test_passage(cell: str, expected: str) -> None:
    assert clean_passage(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("潮汐 表", "潮汐 表"),
        ("潮汐<br>表", "潮汐表"),
        ("Smart<br>Buoy 名录", "Smart Buoy 名录"),
        ("浮标<br> (夜间)", "浮标 (夜间)"),
        ("R&amp;D", "R&D"),
        ("<br>", ""),
    ],
)
def test_line(cell: str, expected: str) -> None:
    assert clean_line(cell) == expected


@given(st.text(alphabet="潮汐表。，(A1 \t\u3000•-", max_size=30))
def test_only_bullets_and_white_space_are_lost(cell: str) -> None:
    printed = re.sub(r"[•\s]", "", cell)
    assert re.sub(r"\s", "", clean_passage(cell)) == printed


@given(st.text(max_size=40))
def test_a_passage_has_no_empty_line_and_no_space_at_the_ends_of_one(cell: str) -> None:
    passage = clean_passage(cell)
    assert not passage or all(line and line == line.strip() for line in passage.split("\n"))


def test_wrapped_pieces_without_text_leave_no_space() -> None:
    assert join_wrapped(["", "潮", "", "汐", "A", "B", ""]) == "潮汐 A B"


def test_archived_in_both_scripts() -> None:
    assert says_archived("数据现以 CSV 格式存档")
    assert says_archived("數據現以 CSV 格式存檔")
    assert not says_archived("存款")


@pytest.mark.parametrize(
    ("cell", "passage", "line"),
    [
        ("<ul><li>潮</li></ul><br/>", [], ["<ul>", "<li>", "</li>", "</ul>"]),
        ("<b>潮</b>", ["<b>", "</b>"], ["<b>", "</b>"]),
        ("<ul style=", ["<ul style="], ["<ul style="]),
        ("<ultra>", ["<ultra>"], ["<ultra>"]),
        ("<!-- 潮 -->", ["<!-- 潮 -->"], ["<!-- 潮 -->"]),
        ("3 < 4 > 2", [], []),
        ("&lt;b&gt;", [], []),
    ],
)
def test_tags(cell: str, passage: list[str], line: list[str]) -> None:
    assert unknown_tags(cell, PASSAGE_TAGS) == passage
    assert unknown_tags(cell, LINE_TAGS) == line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("潮\t汐\u3000表\xa0A\r", None),
        ("\f潮", None),
        ("潮\u200b汐", "\u200b"),
        ("潮\u202e汐", "\u202e"),
        ("潮\x00", "\x00"),
        ("潮\uf0b7", "\uf0b7"),
        ("潮\x1c汐", "\x1c"),
        ("潮&#8203;汐", "\u200b"),
        ("潮&#9;汐", "\t"),
        ("潮&Tab;汐", "\t"),
    ],
)
def test_invisible_characters(text: str, expected: str | None) -> None:
    assert first_invisible(text) == expected
