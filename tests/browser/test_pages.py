"""Every kind of page as a reader meets it: phone and desktop, light and dark, both scripts."""

from urllib.parse import urlsplit

import hostile
import pytest
from examples import AGENCY, DATASET, FACT_SHEET, NAME, PLAN, PLANS, PROGRAMME
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sites import OTHER, READY, USABLE, Site
from today import listings, records, word

pytestmark = pytest.mark.browser

KINDS = (
    "",
    "agencies/",
    f"agencies/{AGENCY}/",
    "datasets/",
    "datasets/calendar/",
    f"datasets/{DATASET}/",
    "documents/",
    f"documents/{PLAN}/",
    f"documents/{FACT_SHEET}/",
    "programmes/",
    f"programmes/{PROGRAMME}/",
    "figures/",
    "errata/",
    "timeline/",
    "about/",
    "data/",
)
ROWS = {
    "datasets/": len(records("datasets")),
    **{f"documents/{it}/": len(list(listings(document=it))) for it in PLANS},
}
"""How many rows of datasets stand on a page."""
LISTS = (
    *("", "agencies/", "programmes/", "figures/", "budget/", "documents/", "timeline/", "errata/"),
    *("datasets/", "datasets/calendar/", "terminology/", "about/"),
    "documents/changes/edition-1/edition-2/",
)
RECORDS = (
    *("agencies/agency-%d/", "documents/document-%d/", "datasets/dataset-%d/"),
    "programmes/programme-%d/",
)
BUDGET = "budget/document-%d/"
WIDTH = """async () => {
    // The theme's search box glides when a window becomes wider.
    await Promise.all(document.getAnimations().map(it => it.finished.catch(() => {})))
    return document.documentElement.scrollWidth
}"""
TRAP = "Object.defineProperty(window, '__pwned', { set() { console.error('a text ran') } })"


class Log:
    """What goes wrong in a context, and which hosts it talks to."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.wrong: list[str] = []
        host = urlsplit(address).netloc
        context.on("console", lambda it: self.wrong.append(f"{it.type} {it.text}"))
        context.on("weberror", lambda it: self.wrong.append(str(it.error)))
        context.on("dialog", lambda it: (self.wrong.append(f"dialog {it.message}"), it.dismiss()))
        context.on("response", lambda it: self._note(it.status >= 400, f"{it.status} {it.url}"))
        context.on("request", lambda it: self._note(urlsplit(it.url).netloc != host, it.url))
        # A page that is left gives up what it was still fetching: that is no failure.
        context.on("requestfailed", lambda it: self._note("ABORTED" not in it.failure, it.failure))

    def _note(self, wrong: bool, what: str) -> None:
        if wrong:
            self.wrong.append(what)


def too_wide(page: Page, *widths: int) -> list[tuple[int, int]]:
    """Each of the widths of a window that the page overflows, and the pixels it takes instead."""
    taken = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        taken.append((width, page.evaluate(WIDTH)))
    return [(width, pixels) for width, pixels in taken if pixels > width]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("widths", [(320, 390), (1280,)], ids=["phone", "desktop"])
@pytest.mark.parametrize("variant", ["", OTHER], ids=["zh-Hant", "zh-Hans"])
def test_every_kind_of_page_loads_cleanly(
    browser: Browser, address: str, variant: str, widths: tuple[int, ...], dark: bool
) -> None:
    """Nothing in the log, nothing from elsewhere, no cookie, and nothing to scroll sideways."""
    context = browser.new_context(
        viewport={"width": widths[-1], "height": 800}, color_scheme="dark" if dark else "light"
    )
    log = Log(context, address)
    page = context.new_page()
    wide = {}
    for path in (*(variant + kind for kind in KINDS), "404.html"):
        page.goto(address + path)
        page.wait_for_function(READY)
        assert is_dark(page) == dark, path
        wide[path] = too_wide(page, *widths)
    cookies = context.cookies()
    context.close()
    assert log.wrong == []
    assert {path: pixels for path, pixels in wide.items() if pixels} == {}
    assert cookies == []


def is_dark(page: Page) -> bool:
    """Whether the page is painted darker than middle grey."""
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = colour.removeprefix("rgb(").removesuffix(")").split(",")
    return int(red) + int(green) + int(blue) < 3 * 128


def test_the_switch_keeps_the_page(browser: Browser, address: str) -> None:
    """There and back again."""
    page = browser.new_page()
    for path in ("", "datasets/", f"datasets/{DATASET}/"):
        page.goto(address + path)
        for variant, language in ((OTHER, "zh-Hans"), ("", "zh-Hant-HK")):
            page.locator(".script-switch").click()
            page.wait_for_url(address + variant + path)
            assert page.locator("html").get_attribute("lang") == language
    page.close()


def test_without_scripts_everything_can_be_read(browser: Browser, address: str) -> None:
    """All rows, each with a link that leads somewhere; those of a plan on its own page, too."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for variant in ("", OTHER):
        for path, rows in ROWS.items():
            page.goto(address + variant + path)
            shown = page.locator("tr[data-id]:visible")
            expect(shown).to_have_count(rows)
            expect(shown.locator("a:visible")).to_have_count(rows)
        page.locator("tr[data-id] a").first.click()
        page.wait_for_url(f"{address}{variant}datasets/*/")
        expect(page.locator("dl").first).to_be_visible()
    context.close()


def test_the_site_works_below_a_path(browser: Browser, prefixed: Site) -> None:
    """From the home page by links, switch and search, never leaving the path."""
    context = browser.new_context()
    url = prefixed.url
    log = Log(context, url)
    page = context.new_page()
    page.goto(url)
    page.locator(".doors a[href^=datasets]").click()
    page.wait_for_url(prefixed.url + "datasets/")
    page.locator(".script-switch").click()
    page.wait_for_url(prefixed.url + OTHER + "datasets/")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").fill(NAME)
    page.locator(".md-search__input").press("End")
    page.locator(".md-search-result__link").click()
    page.wait_for_url(f"{prefixed.url}{OTHER}datasets/{DATASET}/**")
    page.wait_for_function(READY)
    context.close()
    assert log.wrong == []


def test_a_missing_page_below_a_path_helps_in_both_scripts(
    browser: Browser, prefixed: Site
) -> None:
    """At any depth it has its style, and its links lead to the two home pages."""
    page = browser.new_page()
    for missing in ("nowhere", "datasets/nowhere/deep/", OTHER + "agencies/nowhere/"):
        response = page.goto(prefixed.url + missing)
        assert response is not None
        assert response.status == 404
        titles = [word("missing-title", it, of="theme") for it in ("zh-Hant", "zh-Hans")]
        assert page.locator("h1, h2").all_inner_texts() == titles
        links = page.locator("article a").evaluate_all("links => links.map(link => link.href)")
        lists = ("", "agencies/", "datasets/", "programmes/", "budget/", "documents/")
        assert links == [prefixed.url + variant + it for variant in ("", OTHER) for it in lists]
        sheets = page.evaluate("[...document.styleSheets].map(it => it.cssRules.length > 0)")
        assert sheets == [True]
    page.close()


def test_hostile_texts_do_nothing_in_a_browser(browser: Browser, hostile_address: str) -> None:
    """On every page with a list of them, and in turn as agency, document, dataset, programme."""
    context = browser.new_context()
    context.add_init_script(TRAP)
    log = Log(context, hostile_address)
    page = context.new_page()
    paths = [variant + path for path in LISTS for variant in ("", OTHER)]
    paths += [RECORDS[number % 4] % number for number in range(0, hostile.COUNT, 3)]
    for path in paths + [BUDGET % number for number in hostile.SOME[::3]]:
        page.goto(hostile_address + path, wait_until="domcontentloaded")
        page.wait_for_function(USABLE)
    page.wait_for_function(READY)
    context.close()
    assert log.wrong == []


def test_a_word_of_300_letters_breaks_no_page(browser: Browser, hostile_address: str) -> None:
    """In whatever field it stands, nothing has to be scrolled sideways."""
    page = browser.new_page(bypass_csp=True)
    wide = {}
    # The last texts are the long ones, and every record begins one further in the list.
    last = range(hostile.COUNT - 8, hostile.COUNT, 2)
    records = [record % number for record in RECORDS for number in last]
    budgets = [BUDGET % number for number in hostile.SOME[-4:]]
    for path in (*LISTS, *records, *budgets):
        page.goto(hostile_address + path, wait_until="domcontentloaded")
        # Headings of columns, tags, dates and amounts with their units do not wrap: they are the
        # site's own words, and short.
        page.add_style_tag(content="thead, .tag, .date, td.num { display: none !important }")
        # Nor is the search box measured on its way from one width to another.
        page.add_style_tag(content="* { transition: none !important }")
        wide[path] = too_wide(page, 320, 390, 1280)
    page.close()
    assert {path: pixels for path, pixels in wide.items() if pixels} == {}


def test_hostile_texts_do_nothing_among_search_results(
    browser: Browser, hostile_address: str
) -> None:
    """Titles and excerpts are text, with what was searched marked in them."""
    context = browser.new_context()
    context.add_init_script(TRAP)
    log = Log(context, hostile_address)
    page = context.new_page()
    page.goto(hostile_address)
    page.locator(".md-search__input").click()
    numbered = {hostile.named(text, n) for text in hostile.TYPABLE for n in range(9)}
    typed = {" ".join(text.split()) for text in (*hostile.TYPABLE, *numbered)}
    # Behind the title of a budget stands its year.
    typed |= {f"{text} {year}" for text in typed for year in ("2024-25", "2025-26")}
    results = page.locator(".md-search-result__list")
    for query in ("onerror", "javascript", "onmouseover", "&lt", "xxxx", "=="):
        page.locator(".md-search__input").fill(query)
        page.locator(".md-search__input").press("End")
        results.locator("mark", has_text=query).first.wait_for()
        tags = results.evaluate("list => [...list.querySelectorAll('*')].map(it => it.tagName)")
        assert set(tags) <= {"LI", "A", "ARTICLE", "DIV", "H1", "P", "SMALL", "MARK"}
        # The kind of a name without a page stands behind it.
        found = results.locator("h1").evaluate_all(
            "titles => titles.map(it => (it.querySelector('small')?.remove(), it.textContent))"
        )
        titles = [" ".join(title.split()) for title in found]
        assert titles
        assert [title for title in titles if title not in typed] == []
        links = results.locator("a").evaluate_all("links => links.map(link => link.href)")
        assert [url for url in links if not url.startswith(hostile_address)] == []
    context.close()
    assert log.wrong == []
