"""The site works under its own policy, keeps to its host, and remembers one thing of a reader."""

import json

import pytest
from browser.test_pages import is_dark
from browser.windows import Log
from example_records import DATASET, DATASETS, NAME
from playwright.sync_api import Browser, Page
from sites import OTHER, Site

pytestmark = [pytest.mark.browser, pytest.mark.today]

WATCH = """
    window.__stopped = []
    document.addEventListener("securitypolicyviolation", it =>
        window.__stopped.push(`${it.violatedDirective} ${it.blockedURI}`))
"""
STORED = """async () => ({
    local: {...localStorage}, session: {...sessionStorage},
    databases: await indexedDB.databases(), caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""
FILTERED = f"() => document.querySelectorAll('tr[data-id]:not([hidden])').length < {len(DATASETS)}"


def tour(page: Page, start: str) -> None:
    """Colour scheme, filters, search and script switch, one after the other."""
    page.goto(start)
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    assert is_dark(page)
    page.goto(start + "datasets/")
    page.locator("#finder-q, [name=q]").first.fill(NAME)
    page.wait_for_function(FILTERED)
    page.locator(".script-switch").click()
    page.wait_for_url(f"{start}{OTHER}datasets/**")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(NAME)
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url(f"{start}{OTHER}datasets/{DATASET}/**")
    assert is_dark(page)


@pytest.mark.today
@pytest.mark.parametrize("where", ["at a root", "below a path"])
def test_everything_works_and_nothing_is_stopped_sent_or_kept(
    browser: Browser, request: pytest.FixtureRequest, where: str
) -> None:
    below: Site = request.getfixturevalue("prefixed")
    start = below.url if where == "below a path" else request.getfixturevalue("address")
    context = browser.new_context(color_scheme="light")
    context.add_init_script(WATCH)
    log = Log(context, start)
    page = context.new_page()
    tour(page, start)
    stopped = page.evaluate("window.__stopped")
    stored = page.evaluate(STORED)
    cookies = context.cookies()
    context.close()
    assert (log.wrong, stopped, cookies) == ([], [], [])
    [(name, value)] = stored.pop("local").items()
    assert name.endswith(".__palette")
    assert json.loads(value)["color"]["scheme"] == "slate"
    assert stored == {"session": {}, "databases": [], "caches": [], "workers": 0}


def test_the_policy_is_in_force(browser: Browser, address: str) -> None:
    """What a text could smuggle in would not run, were it ever to become markup."""
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        """() => {
            const add = html => document.body.insertAdjacentHTML("beforeend", html)
            add("<img src=x: onerror='window.__ran = 1'><p style='color: red' id=styled>x</p>")
            add("<object data='https://elsewhere.example/'></object>")
            const script = document.createElement("script")
            script.textContent = "window.__ran = 2"
            document.body.append(script)
        }"""
    )
    page.wait_for_function("() => window.__stopped.length >= 4")
    directives = {it.split("-")[0] for it in page.evaluate("window.__stopped")}
    assert page.evaluate("window.__ran") is None
    assert {"script", "style", "object"} <= directives
    context.close()
