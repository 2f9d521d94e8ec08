"""What the accessibility statement says of the keyboard, and of what is folded."""

from collections.abc import Iterator

import pytest
from browser.contrast import CONTRAST
from data_today import word
from example_records import FACT_SHEET, HEAD, PLAN, PROGRAMME
from playwright.sync_api import Browser, Page, expect
from sites import READY, USABLE

pytestmark = pytest.mark.browser

WALKED = ("", "datasets/", f"budget/{HEAD}/", f"documents/{FACT_SHEET}/", "404.html")
"""Between them every kind of link, button, field and part that opens."""
FOCUS = (
    "() => {"
    + CONTRAST
    + """
    const it = document.activeElement
    if (it === document.body) return null
    // A choice of colours shows its frame around the picture beside it.
    const seen = it.matches(".md-option") ? it.nextElementSibling : it
    let behind = seen.parentElement
    while (behind && /^rgba|transparent/.test(getComputedStyle(behind).backgroundColor)) {
        behind = behind.parentElement
    }
    // What has a place of its own on the header has its colour behind its frame.
    const header = document.querySelector(".md-header")
    if (it.matches(".skip") || header.contains(it)) behind = header
    const style = getComputedStyle(seen), box = seen.getBoundingClientRect()
    const ground = getComputedStyle(behind ?? document.body).backgroundColor
    const first = !it.dataset.walked
    it.dataset.walked = "yes"
    return {
        what: it.outerHTML.slice(0, 120), first,
        frame: parseFloat(style.outlineWidth) * (style.outlineStyle !== "none"),
        contrast: contrast(style.outlineColor, ground),
        seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight && style.opacity !== "0",
    }
}"""
)
MISSED = """() => [...document.querySelectorAll("a[href], button, input, select, summary")]
    .filter(it => !it.dataset.walked && !it.disabled && it.tabIndex >= 0
        && it.getClientRects().length
        && it.checkVisibility({visibilityProperty: true, opacityProperty: true}))
    .map(it => it.outerHTML.slice(0, 120))"""
FOCUSED = "document.activeElement.className"


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A page on a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, base_url=address)
    yield context.new_page()
    context.close()


# --- keyboard -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_tab_key_reaches_everything_and_shows_where_one_is(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    """The skip link first, then all there is, each with a frame that stands out, and out again."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
        base_url=address,
    )
    page = context.new_page()
    wrong: list[str] = []
    for path in WALKED:
        page.goto(path)
        page.wait_for_function(READY)
        page.add_style_tag(content="* { transition: none !important }")
        stops = list(walk(page))
        assert "skip" in stops[0]["what"], path
        wrong += [f"{path} no frame: {it['what']}" for it in stops if it["frame"] < 2]
        wrong += [f"{path} pale frame: {it['what']}" for it in stops if it["contrast"] < 3]
        wrong += [f"{path} out of sight: {it['what']}" for it in stops if not it["seen"]]
        wrong += [f"{path} not reached: {it}" for it in page.evaluate(MISSED)]
    context.close()
    assert wrong == []


def walk(page: Page) -> Iterator[dict[str, object] | dict[str, float]]:
    """Every stop of the Tab key until it leaves the page or comes round again."""
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None or not stop["first"]:
            return
        yield stop


def test_the_skip_link_leads_to_the_title(phone: Page) -> None:
    """Past the header: the next stop is the first link of the content."""
    phone.goto(f"programmes/{PROGRAMME}/")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**#__content")
    phone.keyboard.press("Tab")
    assert phone.evaluate("document.activeElement.closest('.trail') !== null")


@pytest.mark.parametrize("early", [False, True])
@pytest.mark.parametrize(
    ("button", "first"), [(".opens-menu", "md-logo"), (".opens-search", "input")]
)
def test_menu_and_search_open_and_shut_by_key(
    phone: Page, button: str, first: str, early: bool
) -> None:
    """The focus goes in and comes back, and the button tells which it is; also before the theme's
    script has come."""
    if early:
        phone.route("**/bundle.*.js", lambda route: route.abort())
    phone.goto("datasets/")
    phone.wait_for_function(USABLE if early else READY)
    opener = phone.locator(button)
    opener.focus()
    phone.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    assert first in phone.evaluate(FOCUSED)
    phone.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")


def test_who_leaves_the_menu_shuts_it(phone: Page) -> None:
    """So that nothing with the focus is behind it."""
    phone.goto("about/")
    phone.locator(".opens-menu").focus()
    phone.keyboard.press("Space")
    phone.locator(".md-sidebar--primary a").last.focus()
    phone.keyboard.press("Tab")
    expect(phone.locator("#__drawer")).not_to_be_checked()
    assert phone.evaluate("document.activeElement.closest('article') !== null")


def test_colours_are_chosen_by_key(phone: Page) -> None:
    """A choice of two, each named by what it is."""
    phone.goto("")
    phone.get_by_role("radio", name=word("palette.is-default", of="theme")).focus()
    phone.keyboard.press("ArrowRight")
    expect(phone.get_by_role("radio", name=word("palette.is-slate", of="theme"))).to_be_checked()
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    phone.reload()
    expect(phone.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


# --- what is folded -------------------------------------------------------------------------------

FOLDED = ("errata/", f"documents/{PLAN}/")
LAST = "[...document.querySelectorAll('details.folded :is(tr, li)[id]')].at(-1).id"
"""The last entry with an address of those that are out of sight until their part is opened."""


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_link_opens_what_is_folded_around_its_target(
    browser: Browser, address: str, script: bool
) -> None:
    """Alone of the parts, and with the entry below the header."""
    context = browser.new_context(
        java_script_enabled=script, viewport={"width": 390, "height": 800}, base_url=address
    )
    page = context.new_page()
    for path in FOLDED:
        page.goto(path)
        target = "#" + page.evaluate(LAST)
        expect(page.locator("details.folded[open]")).to_have_count(0)
        page.goto("about:blank")
        page.goto(path + target)
        expect(page.locator(target)).to_be_in_viewport()
        expect(page.locator("details.folded[open]")).to_have_count(1)
    context.close()


def test_the_parts_of_a_long_page_stand_below_its_title(phone: Page) -> None:
    """Where there is no column for them."""
    phone.goto("terminology/")
    parts = phone.locator("details.parts")
    parts.locator("summary").press("Enter")
    link = parts.locator("a").nth(3)
    name = link.inner_text()
    link.click()
    expect(phone.locator(f"h2:has-text('{name}')").first).to_be_in_viewport()
    phone.set_viewport_size({"width": 1280, "height": 800})
    expect(parts).to_be_hidden()
