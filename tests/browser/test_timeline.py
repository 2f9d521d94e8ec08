"""The timeline's filter: what it shows and says, what the address keeps, and life without it."""

import re
from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from data_today import word
from example_records import KIND
from playwright.sync_api import Browser, Locator, Page, expect
from sites import OTHER

pytestmark = pytest.mark.browser

TIMELINE = "timeline/"
SHOWN = "li[data-kind]:visible"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    """The timeline, freshly opened."""
    page = browser.new_page()
    page.goto(address + TIMELINE)
    expect(page.locator("form.filter")).to_be_visible()
    yield page
    page.close()


def count_of(page: Page, name: str, code: str) -> int:
    """How many entries a choice promises in its brackets."""
    label = page.locator(f"select[name={name}] option[value={code}]").text_content() or ""
    return int(re.findall(r"\d+", label)[-1])


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def announced(page: Page) -> Locator:
    return page.locator("form.filter [role=status]")


def total(page: Page) -> int:
    return page.locator("li[data-kind]").count()


def entries(page: Page) -> list[tuple[str, str, list[str]]]:
    """Of every entry its year, its kind and the agencies that it is about."""
    found = page.locator("li[data-kind]").evaluate_all(
        """all => all.map(it => [
            it.parentElement.previousElementSibling.id,
            it.dataset.kind,
            it.dataset.agency.split(" "),
        ])"""
    )
    return [(part, kind, agencies) for part, kind, agencies in found]


def some_agency(page: Page) -> str:
    """The one with fewest entries: most years have none."""
    all_of_them = entries(page)
    undated = {it for part, _, agencies in all_of_them if part == "undated" for it in agencies}
    counts = Counter(it for _, _, agencies in all_of_them for it in agencies if it)
    counts = Counter({it: number for it, number in counts.items() if it not in undated})
    return min(counts, key=lambda it: (counts[it], it))


@pytest.mark.parametrize("name", ["kind", "agency"])
def test_a_filter_shows_as_many_as_its_choice_says(page: Page, name: str) -> None:
    """The number is announced, and the address says what was chosen."""
    code = KIND if name == "kind" else some_agency(page)
    number = count_of(page, name, code)
    wanted = [1 for _, kind, agencies in entries(page) if code in (kind, *agencies)]
    assert 0 < number == len(wanted) < total(page)
    page.select_option(f"select[name={name}]", code)
    expect(page.locator(SHOWN)).to_have_count(number)
    expect(announced(page)).to_have_attribute("aria-live", "polite")
    after = word("shown-after", n=total(page))
    expect(announced(page)).to_have_text(f"{word('shown-before')}{number}{after}")
    assert query(page) == {name: [code]}
    marks = page.locator(".chart__mark:not(.chart__mark--out)")
    expect(marks).to_have_count(number)


def test_two_filters_narrow_each_other_and_are_cleared_together(page: Page) -> None:
    all_of_them = entries(page)
    counts = Counter((kind, it) for _, kind, agencies in all_of_them for it in agencies if it)
    (kind, agency), number = counts.most_common(1)[0]
    page.select_option("select[name=kind]", kind)
    page.select_option("select[name=agency]", agency)
    shown = page.locator(SHOWN)
    expect(shown).to_have_count(number)
    kinds = set(shown.evaluate_all("all => all.map(it => it.dataset.kind)"))
    agencies = shown.evaluate_all("all => all.map(it => it.dataset.agency.split(' '))")
    assert kinds == {kind}
    assert all(agency in it for it in agencies)
    assert number < len([it for _, it, _ in all_of_them if it == kind])
    assert query(page) == {"kind": [kind], "agency": [agency]}
    page.locator("form.filter button").click()
    expect(shown).to_have_count(total(page))
    assert query(page) == {}


def test_years_of_which_nothing_is_left_are_hidden(page: Page) -> None:
    """Their heading, their list and their place among the years to jump to."""
    agency = some_agency(page)
    years = {part: 0 for part, _, agencies in entries(page) if agency in agencies}
    assert len(years) < len({part for part, _, _ in entries(page)})
    page.select_option("select[name=agency]", agency)
    parts = page.locator("ul.events:visible").evaluate_all(
        "lists => lists.map(it => it.previousElementSibling.id)"
    )
    assert parts == list(years)
    headings = page.locator("article h2[id^=y-]:visible").evaluate_all(
        "all => all.map(it => it.id)"
    )
    assert headings == parts
    expect(page.locator(".chips a:visible")).to_have_count(len(parts))


@pytest.mark.parametrize("variant", ["", OTHER], ids=["zh-Hant", "zh-Hans"])
def test_an_address_that_was_sent_on_shows_the_same(
    browser: Browser, address: str, variant: str
) -> None:
    """What is no code is no filter; what the filter does not know stays in the address."""
    page = browser.new_page()
    page.goto(f"{address}{variant}{TIMELINE}?kind={KIND}&agency=no-such-agency&from=mail#y-2015")
    expect(page.locator("select[name=kind]")).to_have_value(KIND)
    expect(page.locator("select[name=agency]")).to_have_value("")
    expect(page.locator(SHOWN)).to_have_count(count_of(page, "kind", KIND))
    page.select_option("select[name=kind]", "")
    expect(page.locator(SHOWN)).to_have_count(total(page))
    assert query(page) == {"from": ["mail"]}
    assert urlsplit(page.url).fragment == "y-2015"
    page.close()


def test_a_reload_keeps_the_filter(page: Page) -> None:
    page.select_option("select[name=kind]", KIND)
    page.reload()
    expect(page.locator("select[name=kind]")).to_have_value(KIND)
    expect(page.locator(SHOWN)).to_have_count(count_of(page, "kind", KIND))


def test_the_filter_works_from_the_keyboard(page: Page) -> None:
    page.locator("select[name=kind]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(SHOWN)).not_to_have_count(total(page))
    assert query(page)["kind"]
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(SHOWN)).to_have_count(total(page))


@pytest.mark.parametrize("variant", ["", OTHER], ids=["zh-Hant", "zh-Hans"])
def test_without_scripts_every_entry_stands_there(
    browser: Browser, address: str, variant: str
) -> None:
    """And no form that would do nothing; the drawing still leads to each year."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{variant}{TIMELINE}?kind={KIND}")
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.locator(SHOWN)).to_have_count(total(page))
    assert total(page) > 10
    expect(page.locator(".chart__mark")).to_have_count(total(page))
    page.locator(".chart a").nth(3).click()
    assert urlsplit(page.url).fragment == page.locator("article h2").nth(3).get_attribute("id")
    context.close()


def test_no_other_page_fetches_the_script(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    assert page.locator("script[src*=timeline]").count() == 0
    page.close()


@pytest.mark.parametrize("path", [TIMELINE, "agencies/"])
def test_a_drawing_can_be_read_on_a_phone(browser: Browser, address: str, path: str) -> None:
    """Letters of 13 pixels or more, rows of 24, and all of it inside the drawing."""
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(address + path)
    scale, width = page.locator(".chart svg").evaluate(
        "it => [it.getScreenCTM().a, it.viewBox.baseVal.width]"
    )
    sizes, ends, heights = page.locator(".chart svg").evaluate(
        """it => [
            [...it.querySelectorAll("text")]
                .map(text => parseFloat(getComputedStyle(text).fontSize)),
            [...it.querySelectorAll("text, rect, circle")].map(part => part.getBBox())
                .map(box => box.x + box.width),
            [...it.querySelectorAll("a")].map(link => link.getBoundingClientRect().height),
        ]"""
    )
    assert min(sizes) * scale >= 13
    assert max(ends) <= width
    assert min(heights) >= 24
    page.close()
