"""What readers type, and the page that they should find: tests/data/queries.yml.

Every query is typed in both scripts on both variants, all of them on one page.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Route
from search_box import ask_all
from sites import OTHER, Site

from generator.script.opencc_tables import open_cc

pytestmark = pytest.mark.browser

KINDS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).parents[1].joinpath("data/queries.yml").read_text("utf-8")
)
QUERIES = [(kind, it) for kind, queries in KINDS.items() for it in queries]
Answer = tuple[str, dict[str, Any], str, list[str], list[str]]
"""Kind, query, what was typed, the first results below the variant's root, what is missing."""
SHARE = 0.97
"""Of all answers, how many have the right page where it should be."""
SYNONYMS = [
    ["創科", "創新科技"],
    ["創科局", "創新科技及工業局"],
    ["創科基金", "創新及科技基金"],
    ["晶片", "芯片", "半導體", "微電子"],
    ["博士", "PhD"],
    ["津貼", "補貼", "資助", "allowance"],
    ["初創", "初創企業", "startup"],
    ["中小企", "中小企業", "SME"],
    ["人工智能", "AI"],
    ["扣稅", "稅務扣減", "減稅"],
    ["Wi-Fi", "WiFi"],
    ["科學園", "科技園"],
    ["停車場", "停車", "泊車"],
    ["培育", "孵化"],
    ["招聘", "職位", "請人"],
    ["數碼簽署", "電子簽名"],
    ["智慧", "智能"],
    ["資訊科技", "信息技術", "IT"],
    ["公共交通", "巴士"],
    ["薪金", "薪酬", "個人薪酬"],
    ["人才", "專才"],
    ["2019冠狀病毒", "COVID-19"],
]
"""Words that mean the same, until the records have them."""


def add_synonyms(site: Site, route: Route) -> None:
    words = json.loads((site.folder / "search/words.json").read_text("utf-8"))
    words["same"] += SYNONYMS
    route.fulfill(json=words)


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def answers(
    request: pytest.FixtureRequest, browser: Browser, site: Site, address: str
) -> list[Answer]:
    simplified = open_cc("t2s")
    typed = [
        (kind, query, text)
        for kind, query in QUERIES
        for text in (str(query["typed"]), "".join(map(simplified.convert, str(query["typed"]))))
    ]
    page = browser.new_page()
    page.route("**/search/words.json", lambda route: add_synonyms(site, route))
    page.goto(address + request.param)
    distinct = list(dict.fromkeys(text for _, _, text in typed))
    found = dict(zip(distinct, ask_all(page, distinct), strict=True))
    page.close()
    start = address + request.param
    return [
        (kind, query, text, [it.removeprefix(start) for it in found[text][0]], found[text][1])
        for kind, query, text in typed
    ]


def fits(page: str, result: str) -> bool:
    """Whether a result is the page, or a place on it if no place is asked for."""
    return result == page if "#" in page else result.partition("#")[0] == page


def test_what_is_typed_finds_its_page(
    answers: list[Answer],
) -> None:
    asked = [it for it in answers if "within" in it[1]]
    lost = [
        (kind, text, found[:5])
        for kind, query, text, found, _ in asked
        if not any(fits(page, it) for page in query["pages"] for it in found[: query["within"]])
    ]
    assert len(asked) >= 300
    assert len(lost) <= len(asked) * (1 - SHARE), lost


def test_what_no_document_mentions_is_said_to_be_missing(
    answers: list[Answer],
) -> None:
    """In the words of the reader; what the documents do mention is found all the same."""
    asked = [it for it in answers if "missing" in it[1]]
    assert asked
    for _, query, text, found, missing in asked:
        assert missing == text.split()[: len(query["missing"])], text
        assert bool(found) == ("within" in query), text


def test_what_is_found_whole_is_not_said_to_be_missing(
    answers: list[Answer],
) -> None:
    told = {text: it for kind, _, text, _, it in answers if kind in ("names", "amounts") and it}
    assert told == {}
