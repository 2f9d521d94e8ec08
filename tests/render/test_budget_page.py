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
from builders import (
    a_quoted_locator,
    a_statement,
    a_statement_list,
    catalogue_of_the_project,
)
from data_today import records
from render.markdown_site import rendered

from generator.model.base import Script
from generator.model.catalogue import Catalogue
from generator.model.statement import Statement, StatementList
from generator.pipeline.generate import catalogue_converter
from generator.render.budget import budget_pages
from generator.render.page import PageWriter
from generator.resolve.resolve import resolve
from generator.site.front_matter import split_front_matter

pytestmark = pytest.mark.today

GOLDEN = Path(__file__).resolve().parents[1] / "golden" / "budget"
OTHER_HEAD = {'head: "9"': 'head: "10"', "海風觀測署的預算。": "<b>別的總目</b> *的* 預算。"}
SCRIPTS: tuple[Script, ...] = ("zh-Hant", "zh-Hans")


@cache
def invented() -> Catalogue:
    """Two heads of one year, so that the index has something to compare."""
    budgets = [a_held_budget(), a_held_budget(OTHER_HEAD, "sky-estimates")]
    return a_budget_catalogue(budgets, statements=[_said_of_the_agency(), _said_of_the_head()])


def _said_of_the_agency() -> StatementList:
    """The later line first, and one of another document."""

    def said(name: str, text: str, line: int, **fields: Any) -> Statement:
        spots = [a_quoted_locator(document="sea-estimates", line=line, quotation=text)]
        return a_statement(**{"id": f"sea-{name}", "text": text, "locators": spots} | fields)

    return a_statement_list(
        said("instruments", "會更換儀器。", 15, kind="work-planned", year="2025/2026"),
        said("tides", "會觀測潮汐。", 14, kind="work-planned", year="2025/2026"),
        said("wind", "觀測海風。", 13, kind="duty", about=["sea-tides"]),
        a_statement(id="sea-elsewhere", kind="duty"),
        id="sea",
        subject="agency",
    )


def _said_of_the_head() -> StatementList:
    spots = [a_quoted_locator(document="sea-estimates", line=3, quotation="由署長交代")]
    said = a_statement(id="head", kind="duty", text="署長交代開支。", locators=spots)
    return a_statement_list(said, id="sea-estimates", subject="document")


@cache
def written(script: Script, *, ours: bool = False) -> dict[str, str]:
    """The pages of the invented budgets, or of the project's own."""
    catalogue = catalogue_of_the_project() if ours else invented()
    records = resolve(catalogue, date(2026, 1, 1))
    writer = PageWriter(records, catalogue_converter(catalogue), script)
    return {page.path: writer.write(page) for page in budget_pages(records)}


def body(text: str) -> Any:
    return rendered(split_front_matter(text)[0])


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


@pytest.mark.parametrize("id", records("budget"))
def test_anchors_are_unique_and_links_to_notes_lead_to_one(id: str) -> None:
    page = body(written("zh-Hant", ours=True)[f"budget/{id}.md"])
    ids = page.xpath(".//@id")
    assert len(ids) == len(set(ids))
    marks = page.xpath(".//a[starts-with(@href, '#note-')]/@href")
    assert {it.removeprefix("#") for it in marks} <= set(ids)
    assert bool(marks) == bool(records("budget")[id].get("notes"))


@pytest.mark.parametrize("id", records("budget"))
def test_the_explanation_stands_before_every_table_and_chart(id: str) -> None:
    """Nobody may meet a change without having read what it compares."""
    text = written("zh-Hant", ours=True)[f"budget/{id}.md"]
    first = re.split(r"[{\n]", records("budget")[id]["explanation"])[0][:20]
    reason = text.index(first)
    for later in ("\n| --- ", "<figure"):
        assert text.find(later) == -1 or text.index(later) > reason, later
    assert "\n| --- " in text


def test_every_chart_has_its_numbers_in_the_table_below() -> None:
    seen = 0
    for id in records("budget"):
        page = body(written("zh-Hant", ours=True)[f"budget/{id}.md"])
        for figure in page.findall("figure"):
            below = " ".join(figure.getnext().text_content().split())
            for number in figure.xpath(".//text[@class='chart__number']"):
                assert re.match(r"[\d,.]+", number.text)[0] in below
                seen += 1
    assert seen > 10


def test_no_chart_has_columns_of_two_scopes() -> None:
    for budget in resolve(catalogue_of_the_project(), date(2026, 1, 1)).budgets:
        for chart in budget.charts:
            assert len({column.scope.code for column in chart.columns}) == 1


def test_what_is_derived_says_so() -> None:
    """Every share of a whole, in every place."""
    text = written("zh-Hant")["budget/sea-estimates.md"]
    shares = re.findall(r"佔[0-9.]+%(.{4})", text)
    assert set(shares) == {"（推算）"}


def test_all_that_a_head_states_stands_there_in_the_order_of_its_lines() -> None:
    page = body(written("zh-Hant")["budget/sea-estimates.md"])
    said = [
        it.text_content()
        for it in page.xpath(".//h3[starts-with(@id, 'statements-')]/following-sibling::ul[1]/li")
    ]
    lines = [re.findall("第([0-9]+)行", it) for it in said]
    assert lines == [["3"], ["13"], ["14"], ["15"]]
    heads = [it.text_content() for it in page.xpath(".//h3[starts-with(@id, 'statements-')]")]
    assert [it.rstrip("#") for it in heads] == ["職責", "計劃的工作（2025-26年度）"]


def test_whom_a_statement_concerns_is_linked_in_both_scripts() -> None:
    """In the sentence where it is named there, behind it where it is not."""
    seen = 0
    for id in records("budget"):
        about = {
            ref
            for held in records("statements").values()
            for it in held["statements"]
            if any(spot["document"] == id for spot in it["locators"])
            for ref in it.get("about", ())
        }
        seen += len(about)
        for script in SCRIPTS:
            page = body(written(script, ours=True)[f"budget/{id}.md"])
            links = {
                href.removesuffix(".md").split("/")[-1] for href in page.xpath(".//li//a/@href")
            }
            assert about - links == set()
    assert seen > 10
