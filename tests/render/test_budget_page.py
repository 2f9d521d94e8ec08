"""The pages of budgets as files in tests/golden/budget/, and what holds of every one of them.

`REWRITE_GOLDEN=1 pytest tests/render/test_budget_page.py` writes them anew; read the difference.
"""

import os
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from budgets import a_budget_catalogue, a_held_budget
from builders import catalogue_of_the_project
from render.markdown_site import converter as markdown
from render.markdown_site import fragment

from generator.generate import converter
from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.render.budget import budget_pages
from generator.render.page import Writer
from generator.resolve.resolve import resolve

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "budget"
OTHER_HEAD = {'head: "9"': 'head: "10"', "海風觀測署的預算。": "<b>別的總目</b> *的* 預算。"}
SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")
OURS = "head-135-2025-26"


@cache
def invented() -> Catalogue:
    """Two heads of one year, so that the index has something to compare."""
    return a_budget_catalogue([a_held_budget(), a_held_budget(OTHER_HEAD, "sky-estimates")])


@cache
def written(script: Script, *, ours: bool = False) -> dict[str, str]:
    """The pages of the invented budgets, or of the project's own."""
    catalogue = catalogue_of_the_project() if ours else invented()
    records = resolve(catalogue, date(2026, 1, 1))
    writer = Writer(records, converter(catalogue), script)
    return {page.path: writer.write(page) for page in budget_pages(records)}


def body(text: str) -> Any:
    return fragment(markdown().convert(text.split("---\n", 2)[2]))


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
@pytest.mark.parametrize("path", ["index.md", "sea-estimates.md"])
def test_a_whole_page(script: Script, path: str) -> None:
    text = written(script)[f"budget/{path}"]
    expected = GOLDEN / script / path
    if os.environ.get("REWRITE_GOLDEN") == "1":
        expected.parent.mkdir(parents=True, exist_ok=True)
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")


def test_hostile_words_are_words() -> None:
    page = body(written("zh-Hant")["budget/sky-estimates.md"])
    assert "<b>別的總目</b> *的* 預算。" in page.text_content()
    assert page.find(".//b") is None


def test_anchors_are_unique_and_links_to_notes_lead_to_one() -> None:
    page = body(written("zh-Hant", ours=True)[f"budget/{OURS}.md"])
    ids = page.xpath(".//@id")
    assert len(ids) == len(set(ids))
    marks = page.xpath(".//a[@class='budget__mark']/@href")
    assert {it.removeprefix("#") for it in marks} == {"note-1", "note-2", "note-3"}
    assert {it.removeprefix("#") for it in marks} <= set(ids)


def test_the_explanation_stands_before_every_table_and_chart() -> None:
    """Nobody may meet +15.5 % or −59,774,000 without having read why they differ."""
    text = written("zh-Hant", ours=True)[f"budget/{OURS}.md"]
    reason = text.index("綱領的表已經調整")
    for later in ("15&#46;5", "5&#44;977&#46;4萬元", "59&#44;774", "<table", "<figure"):
        assert text.index(later) > reason, later


def test_every_chart_has_its_numbers_in_the_table_below() -> None:
    page = body(written("zh-Hant", ours=True)[f"budget/{OURS}.md"])
    figures = page.findall("figure")
    assert len(figures) == 6
    for figure in figures:
        below = " ".join(figure.getnext().text_content().split())
        for number in figure.xpath(".//text[@class='chart__number']"):
            assert re.match(r"[\d,.]+", number.text)[0] in below


def test_no_chart_has_columns_of_two_scopes() -> None:
    for budget in resolve(catalogue_of_the_project(), date(2026, 1, 1)).budgets:
        for chart in budget.charts:
            assert len({column.scope.code for column in chart.columns}) == 1


def test_what_is_derived_says_so() -> None:
    text = written("zh-Hant", ours=True)[f"budget/{OURS}.md"]
    for share in ("91&#46;0&#37;", "9&#46;0&#37;", "65&#46;1&#37;", "34&#46;9&#37;"):
        for match in re.finditer(rf"佔{re.escape(share)}(.{{4}})", text):
            assert match[1] == "（推算）"


def test_what_an_emphasis_concerns_is_linked_in_both_scripts() -> None:
    """In the sentence where it is named there, behind it where it is not."""
    budgets = resolve(catalogue_of_the_project(), date(2026, 1, 1)).budgets
    [budget] = [it for it in budgets if it.id == OURS]
    about = {
        f"{ref.kind}/{ref.id}/"
        for programme in budget.programmes
        for _, items in programme.emphases
        for it in items
        for ref in it.about
    }
    assert len(about) > 30
    for script in SCRIPTS:
        page = body(written(script, ours=True)[f"budget/{OURS}.md"])
        links = {href.removeprefix("../../") for href in page.xpath(".//li//a/@href")}
        assert about - links == set()
