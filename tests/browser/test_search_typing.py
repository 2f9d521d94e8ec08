"""Typing into the search box: input methods, keys, addresses, and marks where one arrives."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from browser.contrast import CONTRAST
from data_today import in_script
from example_records import NAME
from playwright.sync_api import Browser, Page, expect
from search_box import INPUT, LINK
from sites import OTHER, READY

pytestmark = pytest.mark.browser

QUERY = in_script(NAME, "zh-Hant")[:4]
FOCUS = "document.activeElement.classList.contains('md-search__input') ? 'box' : \
document.activeElement.href?.split('?')[0] ?? document.activeElement.className"
SMALL = """links => {
    CONTRAST
    const kind = links[0].querySelector("small"), style = getComputedStyle(kind)
    let opacity = 1
    for (let it = kind; it; it = it.parentElement) opacity *= getComputedStyle(it).opacity
    const behind = getComputedStyle(document.querySelector(".md-search__output")).backgroundColor
    const paper = getComputedStyle(document.querySelector(".md-search-result")).backgroundColor
    const back = [paper, behind, getComputedStyle(document.body).backgroundColor]
        .find(it => !/, 0\\)$/.test(it))
    return [parseFloat(style.fontSize), opacity, contrast(style.color, back)]
}""".replace("CONTRAST", CONTRAST)


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.wait_for_function(READY)
    yield page
    page.close()


def search(page: Page, query: str) -> None:
    page.locator(INPUT).click()
    page.locator(INPUT).fill(query)
    expect(page.locator(LINK).first).to_be_visible(timeout=30000)


def query_of(page: Page) -> list[str]:
    """What the address says is searched."""
    return parse_qs(urlsplit(page.url).query).get("q", [])


def test_nothing_is_searched_while_an_input_method_composes(page: Page) -> None:
    page.locator(INPUT).click()
    method = page.context.new_cdp_session(page)
    for letters in ("k", "ke", "ke ji"):
        keys = {"text": letters, "selectionStart": len(letters), "selectionEnd": len(letters)}
        method.send("Input.imeSetComposition", keys)
        page.wait_for_timeout(100)
        expect(page.locator(LINK)).to_have_count(0)
    method.send("Input.insertText", {"text": QUERY})
    expect(page.locator(LINK).first).to_be_visible()
    expect(page.locator(INPUT)).to_have_value(QUERY)


def test_tab_and_arrows_lead_through_the_results_and_back(page: Page) -> None:
    search(page, QUERY)
    links = page.locator(LINK).evaluate_all("links => links.map(link => link.href)")
    for key, wanted in (("Tab", links[0]), ("Tab", links[1]), ("Shift+Tab", links[0])):
        page.keyboard.press(key)
        assert page.evaluate(FOCUS) == wanted, key
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS) == links[1]
    for _ in range(2):
        page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUS) == "box"
    expect(page.locator(LINK).first).to_be_visible()


def test_who_leaves_by_tab_finds_the_list_again(page: Page) -> None:
    search(page, QUERY)
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(FOCUS) != "box"
    expect(page.locator(LINK).first).to_be_hidden()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == "box"
    expect(page.locator(INPUT)).to_have_value(QUERY)
    expect(page.locator(LINK).first).to_be_visible()


@pytest.mark.parametrize("variant", ["", OTHER])
def test_an_address_with_a_query_shows_its_results(page: Page, address: str, variant: str) -> None:
    page.goto(f"{address}{variant}about/?q={quote(QUERY)}")
    expect(page.locator(LINK).first).to_be_visible(timeout=30000)
    expect(page.locator(INPUT)).to_have_value(QUERY)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !location.search")


def test_back_from_a_result_leads_to_the_list(page: Page) -> None:
    search(page, QUERY)
    page.wait_for_function("() => location.search !== ''")
    assert query_of(page) == [QUERY]
    wanted = page.locator(LINK).first.evaluate("link => link.href.split('#')[0]")
    page.locator(LINK).first.click()
    page.wait_for_url(f"{wanted}**")
    # What was searched has been told, and is gone from the address.
    page.wait_for_function("() => !location.search")
    page.go_back()
    expect(page.locator(LINK).first).to_be_visible(timeout=30000)
    expect(page.locator(INPUT)).to_have_value(QUERY)
    assert query_of(page) == [QUERY]


def test_a_list_with_a_query_of_its_own_keeps_it(page: Page, address: str) -> None:
    page.goto(f"{address}datasets/?q={quote(QUERY)}")
    page.wait_for_function(READY)
    search(page, "HKSTP")
    page.wait_for_function("() => history.state?.search === 'HKSTP'")
    assert query_of(page) == [QUERY]
    page.locator(LINK).first.click()
    page.wait_for_function("() => !location.pathname.endsWith('/datasets/')")
    page.go_back()
    expect(page.locator(INPUT)).to_have_value("HKSTP", timeout=30000)
    expect(page.locator(LINK).first).to_be_visible()
    expect(page.locator(".finder input[name=q]")).to_have_value(QUERY)


def test_what_was_searched_is_marked_on_the_page(page: Page) -> None:
    """In the page's own script, and nothing else changes."""
    search(page, in_script(QUERY, "zh-Hans"))
    page.locator(LINK).first.click()
    marks = page.locator("article mark.found")
    expect(marks.first).to_be_visible()
    assert QUERY in marks.all_inner_texts()
    assert page.locator("h1").evaluate("it => it.textContent.includes('<')") is False


def test_the_other_variant_is_offered_with_the_same_query(page: Page) -> None:
    search(page, QUERY)
    page.wait_for_function("() => location.search !== ''")
    switch = page.locator(".script-switch").get_attribute("href")
    assert switch is not None
    assert switch.endswith(f"?q={quote(QUERY)}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_a_result_is_can_be_read(browser: Browser, address: str, scheme: str) -> None:
    """At least 12 px, and 4.5 to 1."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address)
    page.wait_for_function(READY)
    search(page, QUERY)
    # The list fades in.
    page.evaluate("() => Promise.allSettled(document.getAnimations().map(it => it.finished))")
    size, opacity, contrast = page.locator(LINK).evaluate_all(SMALL)
    assert (size >= 12, opacity, contrast >= 4.5) == (True, 1, True), (size, opacity, contrast)
    page.close()


@pytest.mark.parametrize("variant", ["", OTHER])
def test_a_browser_is_told_how_to_search(page: Page, address: str, variant: str) -> None:
    page.goto(address + variant)
    link = page.locator("link[rel=search]")
    assert link.get_attribute("type") == "application/opensearchdescription+xml"
    response = page.request.get(link.evaluate("it => it.href"))
    assert response.ok
    assert f"/{variant}?q={{searchTerms}}" in response.text()
