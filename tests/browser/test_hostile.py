"""Hostile texts in a real browser: nothing runs, nothing leads elsewhere, nothing is too wide."""

import hostile
import pytest
from browser.windows import Log, too_wide
from playwright.sync_api import Browser
from sites import OTHER, READY, USABLE

pytestmark = pytest.mark.browser

LISTS = (
    *("", "agencies/", "programmes/", "figures/", "budget/", "documents/", "timeline/", "errata/"),
    *("datasets/", "datasets/calendar/", "programmes/compare/", "terminology/", "about/"),
    "documents/changes/edition-1/edition-2/",
)
RECORDS = (
    *("agencies/agency-%d/", "documents/document-%d/", "datasets/dataset-%d/"),
    "programmes/programme-%d/",
)
BUDGET = "budget/document-%d/"
TRAP = "Object.defineProperty(window, '__pwned', { set() { console.error('a text ran') } })"


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
    results = page.locator(".md-search-result__list")
    for query in ("onerror", "javascript", "onmouseover", "lt", "xxxx", "pwned"):
        page.locator(".md-search__input").fill(query)
        page.locator(".md-search__input").press("End")
        results.locator("mark", has_text=query).first.wait_for()
        tags = results.evaluate("list => [...list.querySelectorAll('*')].map(it => it.tagName)")
        assert set(tags) <= {"LI", "A", "ARTICLE", "DIV", "H1", "P", "SMALL", "SPAN", "MARK"}
        # What a place on a page is, and what it says, stands behind its name.
        found = results.locator("h1").evaluate_all(
            "titles => titles.map(it => (it.querySelectorAll('small, .search-excerpt')"
            ".forEach(part => part.remove()), it.textContent))"
        )
        titles = [" ".join(title.split()) for title in found]
        assert titles
        # Of a budget, a number or a part of a text it stands among other words.
        assert [title for title in titles if not any(text in title for text in typed)] == []
        links = results.locator("a").evaluate_all("links => links.map(link => link.href)")
        assert [url for url in links if not url.startswith(hostile_address)] == []
    context.close()
    assert log.wrong == []
