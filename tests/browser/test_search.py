"""The search box as a reader uses it, in both variants.

What is expected was looked up in the plans, not in the index: a query finds every page whose name,
description, group, format or publisher holds each of its words, in either script.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import OTHER, Site

pytestmark = pytest.mark.browser

NARROW = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
INPUT = ".md-search__input"
FORGET = "document.querySelector('.md-search-result__meta').textContent = ''"
AWAIT = r"""async () => {
    const meta = document.querySelector(".md-search-result__meta"), start = performance.now()
    // Until a query is answered the theme may still say what to type.
    while (/^\s*$|正在|^[輸输]入/.test(meta.textContent)) {
        if (performance.now() - start > 30000) throw new Error("the search box does not answer")
        await new Promise(requestAnimationFrame)
    }
    const links = document.querySelectorAll(".md-search-result__link")
    return [meta.textContent, [...links].map(link => link.href)]
}"""
TYPE_ALL = """async names => {
    const input = document.querySelector(".md-search__input"), found = []
    for (const name of names) {
        FORGET
        input.value = name
        input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }))
        found.push((await (AWAIT)())[1][0])
    }
    return found
}""".replace("FORGET", FORGET).replace("AWAIT", AWAIT)
CAR_PARKS = {
    "datasets/hkstp-science-park-car-park-vacancy/",
    "datasets/hkstp-science-park-car-park-ev-charging-vacancy/",
    "datasets/hkstp-science-park-car-park-utilisation-statistics/",
}
VOUCHERS = {
    "datasets/itf-technology-voucher-projects-by-business-type/",
    "datasets/itf-technology-voucher-projects-by-service-or-solution/",
}
INSTITUTIONS = {
    "datasets/itc-designated-local-research-institutions/",
    "datasets/itc-designated-local-research-institutions-spatial/",
}
INDICATORS = {
    "datasets/hkpc-key-performance-indicators/",
    "datasets/rd-centres-key-performance-indicators/",
}
PLANS = {
    "documents/itc-open-data-plan-2025-2027/",
    "documents/itib-open-data-plan-2026-2028/",
}

FOUND = {
    # Whole names, in either script.
    "數碼港培育計畫資料": {"datasets/cyberport-incubation-programme/"},
    "数码港培育计画资料": {"datasets/cyberport-incubation-programme/"},
    "香港科學園 3D 門閘": {"datasets/hkstp-science-park-3d-gates/"},
    "香港科学园 3D 门闸": {"datasets/hkstp-science-park-3d-gates/"},
    "指定本地研究機構名單": INSTITUTIONS,
    "主要表现指标": INDICATORS,
    # Parts, also across the borders of words.
    "園停車": CAR_PARKS,
    "园停车": CAR_PARKS,
    "超算": {"datasets/cyberport-artificial-intelligence-supercomputing-centre/"},
    "電動車": {"datasets/hkstp-science-park-car-park-ev-charging-vacancy/"},
    "开放数据计划": PLANS,
    # Several words, in any order, with the punctuation of a printed name.
    "科學園 餐廳": {"datasets/hkstp-science-park-restaurants/"},
    "餐厅　科学园": {"datasets/hkstp-science-park-restaurants/"},
    "「科技券」": VOUCHERS,
    "科技服务 / 方案": {"datasets/itf-technology-voucher-projects-by-service-or-solution/"},
    "總目 155": {"datasets/itc-head-155-expenditure/"},
    "17/18": {"datasets/hkstp-funds-raised-by-park-companies/"},
    # Latin letters in either case and width.
    "DLRI": {"datasets/itc-designated-local-research-institutions/"},
    "smart-space": {"datasets/cyberport-smart-space-tenancy/"},
    "ＮＯＤＥＳ": {"datasets/cyberport-artificial-intelligence-supercomputing-centre/"},
    "R&D": {"agencies/rd-centres/", "datasets/rd-centres-key-performance-indicators/"},
    "technology commission": {"agencies/itc/"},
    # The plan prints 1 000平方呎.
    "1000平方呎": {"datasets/hkstp-laboratory-and-office-space/"},
    "1 000平方呎": {"datasets/hkstp-laboratory-and-office-space/"},
    "1,000平方呎": {"datasets/hkstp-laboratory-and-office-space/"},
    # Nothing.
    "量子咖啡": set(),
    "科學園 餐廳 量子": set(),
    "[1000": set(),
    "(.*)+$": set(),
    "<b>": set(),
}
"""Query → the pages it finds, no more and no less."""

FIRST = {
    # The agency's page, 5 planned and 14 released datasets.
    "HKSTP": ("agencies/hkstp/", 20),
    "香港科技園公司": ("agencies/hkstp/", 20),
    # The agency's page, 2 planned and 10 released datasets.
    "数码港": ("agencies/cyberport/", 13),
    "Cyberport": ("agencies/cyberport/", 13),
}
"""Query → the page on top, and how many there are."""

FORMATS = {"csv": 56, "ＣＳＶ": 56, "JSON": 11, "xml": 5}
"""Query → how many of the 78 rows name that format."""


class Box:
    """The search box of one variant."""

    def __init__(self, page: Page, address: str, variant: str) -> None:
        self.page, self.variant, self.home = page, variant, address + variant
        self.log: list[str] = []
        page.on("console", lambda it: self.log.append(f"{it.type}: {it.text}"))
        page.on("pageerror", lambda error: self.log.append(str(error)))
        self.answer = ""

    def open(self) -> None:
        """Load the variant's home page."""
        self.page.goto(self.home)

    def search(self, query: str) -> list[str]:
        """Type a query into the box; the addresses shown, below the variant's home."""
        self.page.evaluate(FORGET)
        self.page.locator(INPUT).fill(query)
        self.page.locator(INPUT).press("End")  # the theme listens to keys, not to the box
        self.answer, found = self.page.evaluate(AWAIT)
        assert [url for url in found if not url.startswith(self.home)] == []
        return [url.removeprefix(self.home) for url in found]

    @property
    def count(self) -> int:
        """The number that the answer to the last query tells."""
        if self.answer in ("沒有找到", "没有找到"):
            return 0
        number = re.fullmatch("找到([0-9]+)[項项]", self.answer)
        assert number, self.answer
        return int(number[1])


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def box(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Box]:
    page = browser.new_page()
    box = Box(page, address, request.param)
    box.open()
    yield box
    page.close()
    assert box.log == []


@pytest.fixture(scope="module")
def datasets(site: Site) -> list[dict[str, Any]]:
    items: list[dict[str, Any]]
    items = json.loads((site.folder / "data/v1/datasets.json").read_text("utf-8"))["items"]
    assert len(items) == 78
    return items


@pytest.mark.parametrize("query", FOUND)
def test_query_finds_exactly_these_pages(box: Box, query: str) -> None:
    """Each of them in the variant being read, whichever script was typed."""
    found = box.search(query)
    assert set(found) == FOUND[query]
    assert box.count == len(found) == len(FOUND[query])


@pytest.mark.parametrize("query", FIRST)
def test_query_has_this_page_on_top(box: Box, query: str) -> None:
    first, count = FIRST[query]
    assert box.search(query)[0] == first
    assert box.count == count


@pytest.mark.parametrize("query", FORMATS)
def test_a_format_finds_every_dataset_that_comes_in_it(
    box: Box, datasets: list[dict[str, Any]], query: str
) -> None:
    name = query.translate(NARROW).upper()
    wanted = {f"datasets/{item['id']}/" for item in datasets if name in item["formats"]}
    assert set(box.search(query)) <= wanted
    assert box.count == FORMATS[query] == len(wanted)


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_every_name_finds_its_page_first(
    box: Box, datasets: list[dict[str, Any]], script: str
) -> None:
    """All 78 names, whole, in both scripts; two pairs of rows share a name."""
    # A query typed twice in a row is not asked twice.
    names = list(dict.fromkeys(item["name"][script] for item in datasets))
    assert len(names) == 76
    lost = []
    for name, found in zip(names, box.page.evaluate(TYPE_ALL, names), strict=True):
        wanted = [item["id"] for item in datasets if item["name"][script] == name]
        if found not in [f"{box.home}datasets/{identifier}/" for identifier in wanted]:
            lost.append((name, found))
    assert lost == []


def test_what_was_searched_is_marked_in_the_script_being_read(box: Box) -> None:
    typed, marked = ("园停车", "園停車") if box.variant == "" else ("園停車", "园停车")
    box.search(typed)
    marks = box.page.locator(".md-search-result__link h1 mark").all_inner_texts()
    assert marks == [marked] * 3


def test_markup_typed_into_the_box_stays_text(box: Box) -> None:
    assert box.search("<img src=x onerror=window.__pwned=1>") == []
    assert box.count == 0
    assert box.page.locator(".md-search img").count() == 0
    assert box.page.evaluate("window.__pwned") is None


def test_a_result_opens_its_page(box: Box) -> None:
    box.page.locator(INPUT).click()
    box.search("門閘")
    box.page.locator(".md-search-result__link").click()
    box.page.wait_for_url(f"{box.home}datasets/hkstp-science-park-3d-gates/**")
    name = "香港科學園 3D 門閘" if box.variant == "" else "香港科学园 3D 门闸"
    expect(box.page.locator("h1#name")).to_have_text(name)
    box.open()
