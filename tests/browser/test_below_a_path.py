"""The site works below a path of a host, where it is built for that path."""

import hostile
import pytest
from browser.tour import assert_a_tour_leaves_nothing
from playwright.sync_api import Browser
from sites import OTHER, Site

pytestmark = pytest.mark.browser

DATASET = "dataset-5"
NAME = hostile.made_harmless(hostile.dataset(5)["name"])
"""Not what every row says, as some of these texts are."""
LISTS = ("", "agencies/", "datasets/", "programmes/", "budget/", "documents/")


def test_it_works_and_nothing_is_stopped_sent_or_kept(
    browser: Browser, harmless_site: Site
) -> None:
    """From the home page by links, switch and search, never leaving the path."""
    assert_a_tour_leaves_nothing(browser, harmless_site.url, DATASET, NAME)


def test_a_missing_page_helps_in_both_scripts(browser: Browser, harmless_site: Site) -> None:
    """At any depth it has its style, and its links lead to the two home pages."""
    page = browser.new_page()
    start = harmless_site.url
    for missing in ("nowhere", "datasets/nowhere/deep/", OTHER + "agencies/nowhere/"):
        response = page.goto(start + missing)
        assert response is not None
        assert response.status == 404
        links = page.locator("article a").evaluate_all("links => links.map(link => link.href)")
        assert links == [start + variant + it for variant in ("", OTHER) for it in LISTS]
        sheets = page.evaluate("[...document.styleSheets].map(it => it.cssRules.length > 0)")
        assert sheets == [True]
    page.close()
