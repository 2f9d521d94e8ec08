"""A reader's way through a site: nothing may be stopped, sent elsewhere or kept on it."""

import json

from browser.windows import Log, is_dark
from playwright.sync_api import Browser, Page
from sites import OTHER, READY

WATCH = """
    window.__stopped = []
    document.addEventListener("securitypolicyviolation", it =>
        window.__stopped.push(`${it.violatedDirective} ${it.blockedURI}`))
"""
"""Notes in every page what its policy stops."""
STORED = """async () => ({
    local: {...localStorage}, session: {...sessionStorage},
    databases: await indexedDB.databases(), caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
FILTERED = "() => document.querySelector('tr[data-id][hidden]')"


def assert_a_tour_leaves_nothing(browser: Browser, start: str, dataset: str, name: str) -> None:
    """Nothing in the log, no cookie; of the reader the colour scheme alone is remembered."""
    context = browser.new_context(color_scheme="light")
    context.add_init_script(WATCH)
    log = Log(context, start)
    page = context.new_page()
    _tour(page, start, dataset, name)
    stopped = page.evaluate("window.__stopped")
    stored = page.evaluate(STORED)
    cookies = context.cookies()
    context.close()
    assert (log.wrong, stopped, cookies) == ([], [], [])
    [(key, value)] = stored.pop("local").items()
    assert key.endswith(".__palette")
    assert json.loads(value)["color"]["scheme"] == "slate"
    assert stored == {"session": {}, "databases": [], "caches": [], "workers": 0}


def _tour(page: Page, start: str, dataset: str, name: str) -> None:
    """Colour scheme, filters, search and script switch, one after the other."""
    page.goto(start)
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    assert is_dark(page)
    page.locator(".search-line + ul a[href^=datasets]").click()
    page.wait_for_url(f"{start}datasets/")
    page.locator("#finder-q, [name=q]").first.fill(name)
    page.wait_for_function(FILTERED)
    page.locator(".script-switch").click()
    page.wait_for_url(f"{start}{OTHER}datasets/**")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(name)
    page.locator(".md-search__input").press("End")
    page.locator(f".md-search-result__link[href*='datasets/{dataset}/']").first.click()
    page.wait_for_url(f"{start}{OTHER}datasets/{dataset}/**")
    page.wait_for_function(READY)
    assert is_dark(page)
