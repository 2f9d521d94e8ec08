"""What helps to read: explanations of names, the list of keys, parts set as one document."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO

import pypdfium2
import pytest
from data_today import records, word
from example_records import DATASET
from playwright.sync_api import Browser, Locator, Page, expect
from search_box import INPUT
from sites import OTHER, READY, Site

pytestmark = pytest.mark.browser

EXPLAINED = "article a.explained"
BOX = ".explanation:not([hidden])"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    yield context.new_page()
    context.close()


# --- names --------------------------------------------------------------------------------------


def awake(page: Page, path: str) -> Locator:
    """The links that are explained on a page whose reader has moved."""
    page.goto(path)
    page.wait_for_function(READY)
    page.keyboard.press("Shift")
    links = page.locator(EXPLAINED)
    expect(links.first).to_be_attached()
    return links


def said_of(site: Site, href: str) -> list[str | None]:
    items = json.loads((site.folder / "search/explanations.zh-Hant.json").read_text("utf-8"))
    said: list[str | None] = items["items"][href]
    return said


def test_names_are_explained_where_they_first_stand(page: Page, site: Site) -> None:
    """In sentences; what is said is that of the entry, and the link stays a link."""
    links = awake(page, "agencies/itib/")
    hrefs = links.evaluate_all("all => all.map(it => it.href)")
    assert len(hrefs) == len(set(hrefs)) > 1
    assert (
        links.locator("xpath=ancestor::*[self::h1 or self::h2 or self::h3 or self::code]").count()
        == 0
    )
    links.first.hover()
    box = page.locator(BOX)
    href = hrefs[0].split("/", 3)[3]
    assert box.inner_text().split("\n")[-1] == said_of(site, href)[1]
    page.keyboard.press("Escape")
    expect(box).to_have_count(0)
    links.first.click()
    page.wait_for_url(f"**/{href}")


def test_an_explanation_is_read_with_the_link_that_has_the_focus(page: Page) -> None:
    """By a screen reader, and by nobody before."""
    links = awake(page, "agencies/itib/")
    assert links.first.get_attribute("aria-describedby") is None
    links.first.focus()
    expect(links.first).to_be_focused()
    expect(links.first).to_have_attribute("aria-describedby", "explanation")
    expect(page.locator(BOX)).to_be_visible()
    page.keyboard.press("Tab")
    expect(links.first).not_to_have_attribute("aria-describedby", "explanation")


def test_a_touch_shows_the_explanation_and_the_next_leads_on(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 800}, has_touch=True, base_url=address
    )
    page = context.new_page()
    links = awake(page, "agencies/itib/")
    where = page.url
    links.first.tap()
    more = page.locator(f"{BOX} a")
    expect(more).to_be_visible()
    assert page.url == where
    frame = page.locator(BOX).bounding_box()
    assert frame
    assert frame["x"] >= 0
    assert frame["x"] + frame["width"] <= 390
    more.tap()
    page.wait_for_url(lambda url: url != where)
    context.close()


# --- keys ---------------------------------------------------------------------------------------


def opens_search(page: Page, key: str) -> None:
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()


def walks(page: Page, key: str) -> None:
    page.keyboard.press(key)
    assert page.evaluate("document.activeElement !== document.body")


def walks_results(page: Page, key: str) -> None:
    page.locator(INPUT).fill("數據")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    page.keyboard.press(key)
    expect(page.locator(".md-search-result__link:focus")).to_have_count(1)


def chooses_colours(page: Page, key: str) -> None:
    scheme = page.locator("body").get_attribute("data-md-color-scheme") or ""
    page.locator(".md-option:checked").focus()
    page.keyboard.press(key)
    expect(page.locator("body")).not_to_have_attribute("data-md-color-scheme", scheme)


def opens_menu(page: Page, key: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.locator(".opens-menu").focus()
    page.keyboard.press(key)
    expect(page.locator("#__drawer")).to_be_checked()


def ticks(page: Page, key: str) -> None:
    box = page.locator(".finder__form input[type=checkbox]:visible").first
    box.focus()
    page.keyboard.press(key)
    expect(box).to_be_checked()


def shuts_search(page: Page, key: str) -> None:
    opens_search(page, "/")
    page.keyboard.press(key)
    expect(page.locator("#__search")).not_to_be_checked()


def lists_keys(page: Page, key: str) -> None:
    page.keyboard.press(key)
    expect(page.locator("dialog.keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("dialog.keys")).to_be_hidden()


KEYS: dict[str, tuple[str, Callable[[Page, str], None]]] = {
    "Tab": ("Tab", walks),
    "Shift+Tab": ("Shift+Tab", walks),
    "/": ("/", opens_search),
    "s": ("s", opens_search),
    "f": ("f", opens_search),
    "↓": ("ArrowDown", walks_results),
    "↑": ("ArrowUp", walks_results),
    "Enter": ("Enter", opens_menu),
    "空格鍵": ("Space", ticks),
    "←": ("ArrowLeft", chooses_colours),
    "→": ("ArrowRight", chooses_colours),
    "Esc": ("Escape", shuts_search),
    "?": ("?", lists_keys),
}
"""Each key as the guide names it → as it is pressed, and what it must do."""


@pytest.mark.today
@pytest.mark.parametrize("variant", ["", OTHER])
def test_the_guide_names_these_keys_and_no_other(page: Page, variant: str) -> None:
    """On the page, and in the window that opens over any other."""
    page.goto(f"{variant}datasets/")
    page.wait_for_function(READY)
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    terms = page.locator("dialog.keys dt").all_inner_texts()
    names = [key for term in terms for key in term.split("、")]
    assert [it.replace("键", "鍵") for it in names] == list(KEYS)
    page.goto(f"{variant}accessibility/#keyboard")
    for term in terms:
        expect(page.locator("article")).to_contain_text(term)


@pytest.mark.parametrize("name", KEYS)
def test_each_key_does_what_the_guide_says(page: Page, name: str) -> None:
    page.goto("datasets/")
    page.wait_for_function(READY)
    key, acts = KEYS[name]
    acts(page, key)


@pytest.mark.parametrize("key", ["/", "?"])
def test_in_a_field_a_key_is_a_letter(page: Page, key: str) -> None:
    page.goto("datasets/")
    page.wait_for_function(READY)
    field = page.locator(".finder input[name=q]")
    field.focus()
    page.keyboard.press(key)
    expect(field).to_have_value(key)
    expect(page.locator("dialog.keys")).to_have_count(0)


# --- one document -------------------------------------------------------------------------------


@pytest.mark.today
@pytest.mark.parametrize("variant", ["", OTHER])
def test_a_part_is_set_as_one_document(page: Page, variant: str) -> None:
    """Every record of it once, led to from the contents; links inside it stay inside."""
    page.goto(f"{variant}print/")
    page.wait_for_function(READY)
    for box in page.locator(".printing input:not([value=datasets])").all():
        box.uncheck()
    page.locator(".printing [type=submit]").click()
    page.locator(".printing [name=print]").wait_for()
    assert page.url.endswith("?part=datasets")
    made = page.locator(".printed")
    assert made.locator(".printed__page").count() == len(records("datasets"))
    assert made.locator("nav li li").count() == len(records("datasets"))
    lost = made.locator("a[href^='#']").evaluate_all(
        "all => all.filter(it => !document.getElementById(it.hash.slice(1))).map(it => it.href)"
    )
    assert lost == []
    ids = made.locator("[id]").evaluate_all("all => all.map(it => it.id)")
    assert len(ids) == len(set(ids))
    outside = made.locator("a:not([href^='#'])").evaluate_all("all => all.map(it => it.href)")
    assert all(it.startswith("http") for it in outside)


@pytest.mark.today
def test_a_document_prints_without_what_is_pressed(page: Page) -> None:
    """With its contents first and each record's address; a table's head is there on each sheet."""
    page.goto("print/?part=datasets")
    page.locator(".printing [name=print]").wait_for()
    page.emulate_media(media="print")
    for gone in (".printing", ".md-header", ".md-footer nav", "article > h1"):
        expect(page.locator(gone).locator("visible=true")).to_have_count(0)
    sheets = pypdfium2.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = [sheet.get_textpage().get_text_range() for sheet in sheets]
    assert word("print-contents") in texts[0]
    assert any(f"/datasets/{DATASET}/" in text for text in texts[1:])


def test_without_a_script_pages_are_still_printed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("print/")
    expect(page.locator(".printing form")).to_be_hidden()
    expect(page.locator("article")).to_contain_text(word("print-single"))
    context.close()
