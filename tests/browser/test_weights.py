"""What a page weighs before its reader does anything, sent compressed."""

import pytest
from example_records import AGENCY, DATASET, FACT_SHEETS, HEAD, PLAN, PROGRAMME
from playwright.sync_api import Browser, Request
from sites import OTHER, Site

from generator.bench.browser import compressed_size

pytestmark = [pytest.mark.browser, pytest.mark.today]

VIEW = 60_000
KINDS = (
    *("", "agencies/", "datasets/", "datasets/calendar/", "programmes/", "figures/", "budget/"),
    *("timeline/", "documents/", "errata/", "corrections/", "terminology/", "data/", "about/"),
    *(f"agencies/{AGENCY}/", f"datasets/{DATASET}/", f"programmes/{PROGRAMME}/"),
    *(f"budget/{HEAD}/", "programmes/compare/", "print/", f"documents/{PLAN}/"),
    "documents/changes/" + "/".join(FACT_SHEETS[-2:]) + "/",
    *(f"documents/{it}/" for it in FACT_SHEETS),
)
PAGES = {
    **dict.fromkeys((f"documents/{it}/" for it in FACT_SHEETS), 12_000),
    "datasets/": 11_000,
    "programmes/": 24_000,
    "figures/": 26_000,
    "errata/": 30_000,
    "terminology/": 32_000,
}
"""Lists of everything, with room for a few records more: what grows beyond is to be divided."""


@pytest.mark.parametrize("variant", ["", OTHER])
def test_the_first_view_of_every_kind_of_page_is_light(
    browser: Browser, address: str, site: Site, variant: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    heavy = {}
    for kind in KINDS:
        page, asked = context.new_page(), set[str]()

        def note(request: Request, asked: set[str] = asked) -> None:
            asked.add(request.url.removeprefix(address).split("?")[0])

        page.on("request", note)
        page.goto(address + variant + kind, wait_until="networkidle")
        weight = sum(compressed_size(site.folder, it) for it in asked)
        if not 10_000 < weight <= VIEW:
            heavy[kind] = weight
        page.close()
    context.close()
    assert heavy == {}


@pytest.mark.parametrize("variant", ["", OTHER])
def test_the_lists_of_everything_stay_light(site: Site, variant: str) -> None:
    sizes = {path: compressed_size(site.folder, variant + path) for path in PAGES}
    assert {path: size for path, size in sizes.items() if size > PAGES[path]} == {}


@pytest.mark.parametrize("variant", ["", OTHER])
def test_a_part_of_a_long_document_is_a_third_of_a_first_view(site: Site, variant: str) -> None:
    found = (site.folder / variant / "documents").glob("*/lines/*/index.html")
    sizes = {
        path: compressed_size(site.folder, path.relative_to(site.folder).as_posix())
        for path in found
    }
    assert len(sizes) > len(FACT_SHEETS)
    assert max(sizes.values()) <= VIEW / 3
