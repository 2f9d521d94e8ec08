"""The site works under its own policy, keeps to its host, and remembers one thing of a reader."""

import pytest
from browser.tour import WATCH, assert_a_tour_leaves_nothing
from example_records import DATASET, NAME
from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.today]


def test_everything_works_and_nothing_is_stopped_sent_or_kept(
    browser: Browser, address: str
) -> None:
    assert_a_tour_leaves_nothing(browser, address, DATASET, NAME)


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
