"""Every kind of page as a reader meets it: phone and desktop, light and dark, both scripts."""

import pytest
from browser.windows import Log, is_dark, too_wide
from data_today import listings, records
from example_records import AGENCY, DATASET, FACT_SHEET, PLAN, PLANS, PROGRAMME
from playwright.sync_api import Browser, expect
from sites import OTHER, READY

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
    "programmes/compare/",
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
LINK = "th > a" + "".join(
    f":not([href*={it}])" for it in ("agencies", "documents", "programmes", "terminology", "'#'")
)
"""From a row to the page of its dataset."""
WIDTHS = (320, 390, 1280)


@pytest.mark.parametrize(("dark", "width"), [(False, 1280), (True, 390)], ids=["light", "dark"])
@pytest.mark.parametrize("variant", ["", OTHER], ids=["zh-Hant", "zh-Hans"])
def test_every_kind_of_page_loads_cleanly(
    browser: Browser, address: str, variant: str, dark: bool, width: int
) -> None:
    """Nothing in the log, nothing from elsewhere, no cookie, and nothing to scroll sideways.

    A page is loaded on a desktop and on a phone, and then made as wide as others are.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    log = Log(context, address)
    page = context.new_page()
    wide = {}
    for path in (*(variant + kind for kind in KINDS), "404.html"):
        page.goto(address + path)
        page.wait_for_function(READY)
        assert is_dark(page) == dark, path
        wide[path] = too_wide(page, *(it for it in WIDTHS if it != width), width)
    cookies = context.cookies()
    context.close()
    assert log.wrong == []
    assert {path: pixels for path, pixels in wide.items() if pixels} == {}
    assert cookies == []


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
            shown = page.locator("article tbody tr:visible", has=page.locator(LINK))
            expect(shown).to_have_count(rows)
            expect(shown.locator(f"{LINK}:visible")).to_have_count(rows)
        page.locator(LINK).first.click()
        page.wait_for_url(f"{address}{variant}datasets/*/")
        expect(page.locator("dl").first).to_be_visible()
    context.close()
