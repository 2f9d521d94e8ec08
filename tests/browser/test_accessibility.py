"""axe finds nothing on any kind of page, in either colours and script, from 320 to 1920 pixels."""

from pathlib import Path
from typing import Literal, NamedTuple

import axe_playwright_python
import pytest
from example_records import AGENCY, DATASET, EDITIONS, FACT_SHEET, HEAD, NAME, PLAN, PROGRAMME
from playwright.sync_api import Browser, Page
from sites import OTHER, USABLE

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js")
KINDS = (
    *("", "agencies/", f"agencies/{AGENCY}/", f"datasets/{DATASET}/"),
    *("programmes/", f"programmes/{PROGRAMME}/", "budget/", f"budget/{HEAD}/"),
    *("documents/", f"documents/{FACT_SHEET}/", "data/", "about/", "accessibility/"),
    *("contributing/", "print/", "404.html"),
    *(
        "datasets/",
        "datasets/calendar/",
        "programmes/compare/",
        "errata/",
        "figures/",
        "terminology/",
        "timeline/",
    ),
    f"documents/{PLAN}/",
    f"documents/changes/{EDITIONS[0]}/{EDITIONS[1]}/",
)
"""Made of the same parts, in turn: each is looked at in two of the four ways."""
WIDTHS = (390, 1280)
AT_REST = """*, ::before, ::after { transition: none !important; animation: none !important }
* { content-visibility: visible !important }"""
"""Nothing moves, and all is laid out: a row out of sight has a height by guess, and what stands in
it would seem to lie over the next."""
RUN = """async () => (await axe.run(document, {
    resultTypes: ["violations"], rules: {"target-size": {enabled: true}},
})).violations.flatMap(
    it => it.nodes.map(node => `${it.id}: ${node.html.slice(0, 120)} ${node.failureSummary}`))"""


class Look(NamedTuple):
    """How a reader has a page before them."""

    scheme: Literal["light", "dark"]
    variant: str
    width: int


LOOKS = (
    Look("light", "", 320),
    Look("light", OTHER, 1280),
    Look("dark", OTHER, 1920),
    Look("dark", "", 390),
)
"""The first and the third have both colour schemes, both scripts, a phone and a desktop between
them, and so have the other two."""


def mistakes(page: Page, path: str, width: int) -> list[str]:
    """What axe finds on a page, and whether it has to be scrolled sideways."""
    page.goto(path)
    page.wait_for_function(USABLE)
    page.add_style_tag(content=AT_REST)
    page.add_script_tag(path=AXE)
    found: list[str] = page.evaluate(RUN)
    taken = page.evaluate("document.documentElement.scrollWidth")
    return [f"{path}: {it}" for it in (*found, *([f"{taken} wide"] if taken > width else []))]


@pytest.mark.parametrize("look", LOOKS, ids=lambda it: f"{it.width}-{it.scheme}")
def test_axe_finds_nothing(browser: Browser, address: str, look: Look) -> None:
    """Contrast, names, roles, sizes of targets, order of headings, on every kind of page."""
    # The pages' policy would refuse the style that stills what moves.
    context = browser.new_context(
        color_scheme=look.scheme,
        viewport={"width": look.width, "height": 900},
        bypass_csp=True,
        base_url=address,
    )
    page = context.new_page()
    paths = KINDS[LOOKS.index(look) % 2 :: 2]
    # The page for a missing page stands once, in both scripts.
    asked = (it if it == "404.html" else look.variant + it for it in paths)
    found = [it for path in asked for it in mistakes(page, path, look.width)]
    context.close()
    assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_one_searches(browser: Browser, address: str, scheme: str) -> None:
    """With the box open and results below it."""
    context = browser.new_context(
        bypass_csp=True,
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": WIDTHS[scheme == "light"], "height": 900},
    )
    page = context.new_page()
    page.goto(address)
    page.add_style_tag(content=AT_REST)
    page.add_script_tag(path=AXE)
    page.evaluate("document.querySelector('#__search').click()")
    page.locator(".md-search__input").fill(NAME)
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__link").first.wait_for()
    found = page.evaluate(RUN)
    context.close()
    assert found == []


def test_a_missing_page_searches_for_the_last_part_of_its_address(
    browser: Browser, address: str
) -> None:
    """In words, as one types them: one press, and the page of that name is found."""
    page = browser.new_page()
    page.goto(address + f"programmes/old/{PROGRAMME}.html")
    page.locator(".missing-search button").click()
    assert page.locator(".md-search__input").input_value() == PROGRAMME.replace("-", " ")
    page.locator(f".md-search-result__link[href*='programmes/{PROGRAMME}/']").first.wait_for()
    page.close()


def test_a_record_leads_up_and_on_and_its_headings_to_themselves(
    browser: Browser, address: str
) -> None:
    """Up to its list, on to the next and back; the address of a part is a link by the keyboard."""
    page = browser.new_page()
    page.goto(address + OTHER + f"agencies/{AGENCY}/")
    page.locator(".neighbours__after a").click()
    page.wait_for_url(lambda url: AGENCY not in url)
    page.locator(".neighbours p:first-child a").click()
    page.wait_for_url(address + OTHER + f"agencies/{AGENCY}/")
    page.locator("h2 .headerlink").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{AGENCY}/#*")
    page.locator(".trail a").last.click()
    page.wait_for_url(address + OTHER + "agencies/")
    page.close()
