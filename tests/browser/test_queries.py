"""What readers type, and the page that they should find: tests/data/queries.yml.

Every query is typed in both scripts on both variants, all of them on one page.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser
from search_box import ask_all
from sites import OTHER

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


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def answers(request: pytest.FixtureRequest, browser: Browser, address: str) -> list[Answer]:
    simplified = open_cc("t2s")
    typed = [
        (kind, query, text)
        for kind, query in QUERIES
        for text in (str(query["typed"]), "".join(map(simplified.convert, str(query["typed"]))))
    ]
    page = browser.new_page()
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
        assert missing == [it for it in query["missing"] if it in text] or (
            missing == ["".join(map(open_cc("t2s").convert, it)) for it in query["missing"]]
        ), text
        assert bool(found) == ("within" in query or "near" in query), text


def test_what_is_found_whole_is_not_said_to_be_missing(
    answers: list[Answer],
) -> None:
    told = {text: it for kind, _, text, _, it in answers if kind in ("names", "amounts") and it}
    assert told == {}
