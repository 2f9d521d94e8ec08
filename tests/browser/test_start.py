"""A page before, while and after its scripts come: what can be read and used, and what moves."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from browser.contrast import CONTRAST
from data_today import word
from example_records import AGENCY, DATASET, FACT_SHEET, HEAD, KIND, NAME
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect
from sites import USABLE

from generator.model.base import Script

pytestmark = pytest.mark.browser

THEME = "**/assets/javascripts/*"
PAGES = (
    *("", "datasets/", f"datasets/{DATASET}/", "agencies/", "timeline/"),
    *(f"budget/{HEAD}/", f"documents/{FACT_SHEET}/", "zh-Hans/programmes/"),
)
MOVED = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => {
        for (const it of list.getEntries()) sum += it.value
    }).observe({type: "layout-shift", buffered: true})
    setTimeout(() => done(sum), 500)
})"""
PAINTED = """() => performance.getEntriesByName("first-contentful-paint")[0].startTime"""
FETCHED = """names => performance.getEntriesByType("resource")
    .filter(it => names.some(name => it.name.includes(name))).map(it => it.startTime)"""


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, base_url=address)
    yield context
    context.close()


def record_file(page: Page) -> Callable[[], None]:
    """Keep the theme's script back, and let it go when what is returned is called."""
    routes: list[Route] = []
    page.route(THEME, lambda route: routes.append(route))

    def let_go() -> None:
        while not routes:
            page.wait_for_timeout(10)
        for route in routes:
            route.continue_()

    return let_go


ACTS: Mapping[str, Callable[[Page], object]] = {
    "points": lambda page: page.mouse.move(200, 300),
    "scrolls": lambda page: page.mouse.wheel(0, 300),
    "presses-a-key": lambda page: page.keyboard.press("Tab"),
    "moves-the-focus": lambda page: page.locator("article a").first.focus(),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_the_theme_s_script_is_asked_for_by_whoever_does_something(
    context: BrowserContext, act: Callable[[Page], object]
) -> None:
    """It is larger than most pages; nothing of it is needed for reading."""
    page = context.new_page()
    page.goto(f"datasets/{DATASET}/", wait_until="networkidle")
    assert page.evaluate(FETCHED, ["/assets/javascripts/", "/assets/search/"]) == []
    act(page)
    page.wait_for_function("() => document.documentElement.matches('.js')")
    assert len(page.evaluate(FETCHED, ["/assets/javascripts/"])) == 1


def test_so_it_is_by_an_address_with_a_question(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"about/?q={NAME}")
    expect(page.locator(".md-search-result__link").first).to_contain_text(NAME)


@pytest.mark.parametrize(
    ("path", "scripts"),
    [
        ("datasets/", ["/finder.js", "/tables.js"]),
        ("timeline/", ["/timeline.js", "/chart.js"]),
        (f"agencies/{AGENCY}/", ["/tables.js"]),
    ],
)
def test_what_sorts_and_filters_a_list_waits_for_the_first_paint(
    context: BrowserContext, path: str, scripts: list[str]
) -> None:
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    # On a slow machine the paint, which they wait for, comes later than the network is idle.
    page.wait_for_function(
        f"([names, number]) => ({FETCHED})(names).length === number", arg=[scripts, len(scripts)]
    )
    starts = page.evaluate(FETCHED, scripts)
    assert min(starts) >= page.evaluate(PAINTED)


@pytest.mark.parametrize(
    ("path", "row"),
    [
        (f"datasets/?agency={AGENCY}", "tr[data-id]"),
        (f"timeline/?kind={KIND}", "li[data-kind]"),
    ],
)
def test_rows_that_an_address_does_not_ask_for_do_not_wait_for_a_paint(
    context: BrowserContext, path: str, row: str
) -> None:
    """Nobody sees them and then sees them go."""
    page = context.new_page()
    page.add_init_script("window.PerformanceObserver.prototype.observe = () => {}")
    page.goto(path)
    page.wait_for_function(USABLE)
    rows = page.locator(row)
    assert 0 < rows.locator("visible=true").count() < rows.count()


def test_words_typed_before_the_theme_s_script_are_searched_when_it_comes(
    context: BrowserContext,
) -> None:
    page = context.new_page()
    let_go = record_file(page)
    page.goto("about/", wait_until="domcontentloaded")
    page.locator(".opens-search").click()
    page.keyboard.type(NAME)
    assert page.locator(".md-search-result__link").count() == 0
    let_go()
    expect(page.locator(".md-search-result__link").first).to_contain_text(NAME)
    expect(page.locator(".md-search__input")).to_have_value(NAME)


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_the_theme_s_keys_lead_to_the_search_box_before_it_can_answer(
    context: BrowserContext, key: str
) -> None:
    """As afterwards; in a field they are letters."""
    page = context.new_page()
    let_go = record_file(page)
    page.goto("datasets/", wait_until="domcontentloaded")
    page.keyboard.press(key)
    field = page.locator(".md-search__input")
    expect(field).to_be_focused()
    page.keyboard.type(f"itc{key}")
    let_go()
    page.wait_for_function("() => document.documentElement.matches('.js')")
    expect(field).to_have_value(f"itc{key}")
    expect(field).to_be_focused()


def test_menu_and_colours_need_not_wait_for_the_theme_s_script(context: BrowserContext) -> None:
    page = context.new_page()
    let_go = record_file(page)
    page.goto(f"agencies/{AGENCY}/", wait_until="domcontentloaded")
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.locator(".opens-menu").click()
    links = page.locator(".md-sidebar--primary .md-nav__link")
    expect(links.first).to_be_in_viewport()
    let_go()
    page.wait_for_function("() => document.documentElement.matches('.js')")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    expect(page.locator("#__drawer")).to_be_checked()


@pytest.mark.parametrize("path", ["", "datasets/", f"agencies/{AGENCY}/", "zh-Hans/timeline/"])
def test_the_menu_leads_where_the_row_of_links_does(context: BrowserContext, path: str) -> None:
    """And marks the same one, which is the list that a record's page belongs to."""
    page = context.new_page()
    page.goto(path)
    read = "links => links.map(it => [it.href, it.textContent.trim(), it.ariaCurrent])"
    menu = page.locator(".md-sidebar--primary .md-nav__link").evaluate_all(read)
    assert menu == page.locator(".md-tabs__link").evaluate_all(read)
    assert len(menu) == 13
    marked = page.locator(".md-sidebar--primary .md-nav__link--active").all_text_contents()
    named = {
        "": "nav.index",
        "datasets/": "nav.datasets",
        f"agencies/{AGENCY}/": "nav.agencies",
        "zh-Hans/timeline/": "nav.timeline",
    }
    script: Script = "zh-Hans" if path.startswith("zh-Hans/") else "zh-Hant"
    assert marked == [word(named[path], script, of="theme")]


def test_who_chose_no_colours_follows_the_system(context: BrowserContext) -> None:
    """Nothing is kept before a choice is made; what was chosen stays."""
    page = context.new_page()
    page.goto("about/")
    body = page.locator("body")
    for colours, scheme in (("dark", "slate"), ("light", "default")):
        page.emulate_media(color_scheme=colours)
        expect(body).to_have_attribute("data-md-color-scheme", scheme)
    assert page.evaluate("localStorage.length") == 0
    page.locator("label.md-header__button[for^=__palette]:visible").click()
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    page.reload()
    expect(body).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_scripts_come(browser: Browser, address: str, width: int) -> None:
    """Cumulative layout shift; 0.1 is where it begins to be called bad. What a page itself moves it
    moves each time; a machine with other work may draw it late once."""
    context = browser.new_context(viewport={"width": width, "height": 800}, base_url=address)
    page = context.new_page()
    moved: dict[str, list[float]] = {path: [] for path in PAGES}
    for path, shifts in moved.items():
        while len(shifts) < 3 and not any(shift <= 0.02 for shift in shifts):
            page.goto(path, wait_until="networkidle")
            shifts.append(round(page.evaluate(MOVED), 3))
    context.close()
    assert {path: shifts for path, shifts in moved.items() if min(shifts) > 0.02} == {}


def test_a_page_can_be_read_and_left_without_the_script_that_comes_first(
    context: BrowserContext,
) -> None:
    """A file that does not arrive takes away what only a script could do, no more."""
    page = context.new_page()
    page.route("**/assets/start.js", lambda route: route.abort())
    page.goto(f"datasets/{DATASET}/")
    expect(page.locator("h1")).to_be_visible()
    page.locator(".script-switch").click()
    page.wait_for_url(f"**/zh-Hans/datasets/{DATASET}/")
    page.locator(".trail a").nth(1).click()
    page.wait_for_url("**/zh-Hans/datasets/")


ICONS = (
    "() => {"
    + CONTRAST
    + """
    const behind = it => {
        for (; it; it = it.parentElement) {
            const colour = getComputedStyle(it).backgroundColor
            if (channels(colour)[3] === 255) return colour
        }
        return "white"
    }
    return [...document.querySelectorAll(".md-logo, button.md-icon, label.md-icon")]
        .filter(it => it.checkVisibility({visibilityProperty: true, opacityProperty: true}))
        .filter(it => it.getBoundingClientRect().right > 0)
        .map(it => {
            const style = getComputedStyle(it, "::before")
            const drawn = style.maskImage.includes("svg") && parseFloat(style.width) > 10
            return [it.className, drawn, contrast(style.backgroundColor, behind(it))]
        })
}"""
)


@pytest.mark.parametrize("mode", ["light", "dark", "forced"])
@pytest.mark.parametrize("width", [390, 1280])
def test_every_icon_is_drawn_and_stands_out(
    browser: Browser, address: str, mode: str, width: int
) -> None:
    """Three to one, as WCAG asks of pictures that mean something; the search opened and shut."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if mode == "dark" else "light",
        forced_colors="active" if mode == "forced" else "none",
        reduced_motion="reduce",
        base_url=address,
    )
    page = context.new_page()
    page.goto(f"agencies/{AGENCY}/", wait_until="networkidle")
    seen = page.evaluate(ICONS)
    page.locator(".opens-search" if width == 390 else ".md-search__input").click()
    page.locator(".md-search__input").fill("itc")
    page.wait_for_timeout(500)
    opened = page.evaluate(ICONS)
    context.close()
    assert len(seen) >= 3
    assert len(opened) > len(seen) - 3
    assert [it for it in seen + opened if not it[1] or it[2] < 3] == []
