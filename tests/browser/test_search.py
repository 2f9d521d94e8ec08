"""The search box as a reader uses it, in both variants.

What is expected was looked up in the plans, not in the index: a query finds every page whose names,
description, group, format or publisher hold each of its words, in either script.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from sites import OTHER, READY, Site

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
AT_ONCE = """keys => {
    for (const key of keys) {
        const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })
        document.activeElement.dispatchEvent(press)
    }
}"""
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
SPATIAL = {
    "datasets/hkstp-science-park-3d-attractions/",
    "datasets/hkstp-science-park-3d-floors/",
    "datasets/hkstp-science-park-3d-gates/",
    "datasets/hkstp-science-park-3d-indoor-pedestrian-network/",
    "datasets/hkstp-science-park-3d-units/",
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
    # Parts, also across the borders of words, with or without the space beside Latin letters.
    "園停車": CAR_PARKS,
    "园停车": CAR_PARKS,
    "3D門閘": {"datasets/hkstp-science-park-3d-gates/"},
    "電動車": {"datasets/hkstp-science-park-car-park-ev-charging-vacancy/"},
    "開放數據計劃": PLANS,
    "开放数据计划": PLANS,
    # Several words, in any order, with the punctuation of a printed name.
    "科學園 餐廳": {"datasets/hkstp-science-park-restaurants/"},
    "餐厅　科学园": {"datasets/hkstp-science-park-restaurants/"},
    "「科技券」": VOUCHERS,
    "科技服务 / 方案": {"datasets/itf-technology-voucher-projects-by-service-or-solution/"},
    "總目 155": {"datasets/itc-head-155-expenditure/"},
    "总目155": {"datasets/itc-head-155-expenditure/"},
    "17/18": {"datasets/hkstp-funds-raised-by-park-companies/"},
    "HKSTP 空間": {*SPATIAL, "datasets/hkstp-laboratory-and-office-space/"},
    "空间 hkstp": {*SPATIAL, "datasets/hkstp-laboratory-and-office-space/"},
    # Latin letters in either case and width.
    "DLRI": {"datasets/itc-designated-local-research-institutions/"},
    "smart-space": {"datasets/cyberport-smart-space-tenancy/"},
    "ＮＯＤＥＳ": {"datasets/cyberport-artificial-intelligence-supercomputing-centre/"},
    # Other words for the same thing.
    "停車場 電動汽車": {"datasets/hkstp-science-park-car-park-ev-charging-vacancy/"},
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
"""Query → the datasets and documents it finds, no more and no less."""

FIRST = {
    # Exact names, of agencies by any of their names.
    ("香港科技園公司", "香港科技园公司"): "agencies/hkstp/",
    ("HKSTP", "ｈｋｓｔｐ"): "agencies/hkstp/",
    ("科技園公司", "科技园公司"): "agencies/hkstp/",
    ("數碼港", "数码港"): "agencies/cyberport/",
    ("創新科技署", "创新科技署"): "agencies/itc/",
    ("創科署", "创科署"): "agencies/itc/",
    ("創新科技及工業局", "创新科技及工业局"): "agencies/itib/",
    ("數字政策辦公室", "数字政策办公室"): "agencies/dpo/",
    ("DPO", "dpo"): "agencies/dpo/",
    ("資科辦", "资科办"): "agencies/ogcio/",
    ("OGCIO", "ogcio"): "agencies/ogcio/",
    ("資訊科技總監辦公室", "资讯科技总监办公室"): "agencies/ogcio/",
    ("效率促進辦公室", "效率促进办公室"): "agencies/effo/",
    ("創新及科技基金", "创新及科技基金"): "agencies/itf/",
    ("生產力局", "生产力局"): "agencies/hkpc/",
    ("香港認可處", "香港认可处"): "agencies/hkas/",
    ("研發中心", "研发中心"): "agencies/rd-centres/",
    # Names of programmes and places, wherever their page is.
    ("科學園", "科学园"): "#hksp",
    ("香港科學園", "香港科学园"): "#hksp",
    ("科技券", "科技券"): "#tvp",
    ("數碼港培育計劃", "数码港培育计划"): "#cip",
    ("總目155", "总目155"): "#head-155",
    ("智方便", "智方便"): "#iam-smart",
    # Datasets: names, parts of names, several words.
    ("數碼港社群企業資料", "数码港社群企业资料"): "datasets/cyberport-community-companies/",
    ("香港科學園 3D 樓層", "香港科学园 3D 楼层"): "datasets/hkstp-science-park-3d-floors/",
    ("3D 行人網絡", "3D 行人网络"): ("datasets/hkstp-science-park-3d-indoor-pedestrian-network/"),
    ("實驗室及辦公室空間", "实验室及办公室空间"): "datasets/hkstp-laboratory-and-office-space/",
    ("園停車", "园停车"): "datasets/hkstp-science-park-car-park-vacancy/",
    ("公開招標", "公开招标"): "datasets/hkstp-science-park-open-tender-notices/",
    ("餐廳", "餐厅"): "datasets/hkstp-science-park-restaurants/",
    ("公共交通", "公共交通"): "datasets/hkstp-science-park-public-transport/",
    ("創意微型基金 資料", "创意微型基金 资料"): "datasets/cyberport-creative-micro-fund/",
    ("投資創業 資料", "投资创业 资料"): "datasets/cyberport-macro-fund/",
    ("充電站", "充电站"): "datasets/hkstp-science-park-car-park-ev-charging-vacancy/",
    ("總目 135 開支", "总目 135 开支"): "datasets/itib-head-135-expenditure/",
    ("世界互聯網大會", "世界互联网大会"): "#wic-aps",
    ("智慧城市 進度", "智慧城市 进度"): "datasets/itib-smart-city-initiatives-progress-reports/",
    ("智能城市 進度", "智能城市 进度"): "datasets/itib-smart-city-initiatives-progress-reports/",
    ("超算 CSV", "超算 CSV"): "datasets/cyberport-artificial-intelligence-supercomputing-centre/",
    ("2026-2028年度整合開放數據計劃", "2026-2028年度整合开放数据计划"): (
        "documents/itib-open-data-plan-2026-2028/"
    ),
    ("發放時間表", "发放时间表"): "datasets/calendar/",
}
"""Query in both scripts → the page on top; `#id` is a name that may have a page or none yet."""

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
    assert {it for it in found if it.startswith(("datasets/", "documents/"))} == FOUND[query]
    assert box.count == len(found)
    assert len(found) == len(set(found))


@pytest.mark.parametrize("query", FIRST)
def test_query_has_this_page_on_top(box: Box, query: tuple[str, str]) -> None:
    """In both variants, typed in either script."""
    wanted = FIRST[query]
    pages = {wanted}
    if wanted.startswith("#"):
        pages = {f"terminology/{wanted}", f"programmes/{wanted[1:]}/"}
    # What is typed twice in a row is not asked twice.
    for typed in dict.fromkeys(query):
        assert box.search(typed)[0] in pages, typed


@pytest.mark.parametrize("query", ["HKSTP", "科學園", "創科署", "csv", "數碼港"])
def test_every_result_says_what_it_is(box: Box, query: str) -> None:
    box.search(query)
    links = box.page.locator(".md-search-result__link")
    kinds = links.evaluate_all("links => links.map(it => it.querySelector('small').textContent)")
    assert len(kinds) == links.count() > 0
    assert all(kinds)


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


# --- nothing found --------------------------------------------------------------------------------


def test_nothing_found_offers_near_names_and_the_finder(box: Box) -> None:
    """數馬港培育計劃 is a slip of the hand; the line above still says that nothing was found."""
    assert box.search("數馬港培育計劃") == []
    assert box.count == 0
    near = box.page.locator(".search-nearest")
    expect(near).to_be_visible()
    names = near.locator("li a").all_inner_texts()
    assert names[0].split()[0] in ("數碼港培育計劃", "数码港培育计划")
    finder = near.locator("a").first
    assert finder.get_attribute("href", timeout=1000) is not None
    address = finder.evaluate("it => it.href")
    assert address.startswith(f"{box.home}datasets/?q=%E6%95%B8")
    # With the next key it is gone.
    assert box.search("數碼港") != []
    expect(near).to_be_hidden()


def test_the_finder_opened_from_there_searches_the_same(box: Box) -> None:
    box.page.locator(INPUT).click()
    box.search("門閘 量子")
    box.page.locator(".search-nearest a").first.click()
    box.page.wait_for_url(f"{box.home}datasets/?q=*")
    expect(box.page.locator(".finder input[name=q]")).to_have_value("門閘 量子")
    expect(box.page.locator("[data-md-toggle=search]")).not_to_be_checked()
    box.open()


# --- slow or broken loading -----------------------------------------------------------------------

QUICK_HAND = """{
    const post = Worker.prototype.postMessage
    Worker.prototype.postMessage = function (message) {
        post.call(this, message)
        if (message.type !== 2 || message.data) return
        Worker.prototype.postMessage = post
        const input = document.querySelector(".md-search__input")
        input.value = "數碼港"
        input.dispatchEvent(new Event("keyup"))
    }
}"""
"""Types as soon as the theme has asked for nothing, before that can be answered."""


def test_nothing_is_said_to_be_missing_before_it_was_looked_for(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.add_init_script(QUICK_HAND)
    held: list[Route] = []
    page.route("**/search/words.json", lambda route: held.append(route))
    with page.expect_request("**/search/words.json"):
        page.goto(address)
    page.locator(INPUT).click()
    meta = page.locator(".md-search-result__meta")
    page.wait_for_timeout(300)  # for the answer to nothing, if there were one
    assert meta.inner_text() == "正在準備搜尋"
    for route in held:
        route.continue_()
    expect(meta).to_have_text(re.compile("找到[0-9]+項"))
    page.close()


@pytest.mark.parametrize("lost", ["words.json", "zh-Hant.json", "engine.js", "match.js"])
def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(
    browser: Browser, address: str, lost: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(INPUT).click()
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text("輸入繁體或簡體字詞", use_inner_text=True)
    page.route(f"**/search/{lost}", lambda route: route.abort())
    page.keyboard.type("dpo")
    expect(meta).to_have_text("搜尋資料未能載入，請再試一次")
    page.unroute(f"**/search/{lost}")
    page.keyboard.type(" ")
    page.keyboard.type("h")
    page.keyboard.press("Backspace")
    expect(meta).to_have_text(re.compile("找到[0-9]+項"))
    # What was typed is taken back: the list is empty again.
    page.locator(INPUT).fill("")
    expect(meta).to_have_text("輸入繁體或簡體字詞")
    expect(page.locator(".md-search-result__link")).to_have_count(0)
    page.close()


# --- keyboard and announcements -------------------------------------------------------------------


def test_a_search_from_the_keyboard_alone(box: Box) -> None:
    """`/` to the box, a query, down to the second result, Enter."""
    page = box.page
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type("園停車")
    page.keyboard.press("End")  # an input method's last key; the driver presses none for Chinese
    expect(page.locator(".md-search-result__link")).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.locator(".md-search-result__link").nth(1)
    expect(second).to_be_focused()
    wanted = second.evaluate("link => link.href.split('?')[0]")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{wanted}**")
    box.open()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_key_leads_to_the_box_of_a_narrow_window_too(
    browser: Browser, address: str, width: int
) -> None:
    """As wide as a desktop's is at 400%. The key leads there again after the box was left."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(address)
    page.wait_for_function(READY)
    for key in ("/", "s", "f"):
        page.keyboard.press(key)
        expect(page.locator(INPUT)).to_be_focused()
        expect(page.locator(INPUT)).to_have_value("")
        expect(page.locator(".opens-search")).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(page.locator(".opens-search")).to_have_attribute("aria-expanded", "false")
    # Left and asked for again at once: the closing does not take the focus back.
    page.evaluate(AT_ONCE, ["s", "Escape", "s"])
    page.evaluate("new Promise(done => setTimeout(done, 50))")
    expect(page.locator(INPUT)).to_be_focused()
    page.close()


def test_near_names_are_reached_from_the_keyboard(box: Box) -> None:
    page = box.page
    page.keyboard.press("/")
    page.keyboard.type("cybrport")
    expect(page.locator(".search-nearest li a").first).to_be_visible()
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".search-nearest li a").first).to_be_focused()
    page.keyboard.press("Escape")
    box.open()


def test_the_number_of_results_is_announced(box: Box) -> None:
    """In a live region, whose text changes with every answer."""
    meta = box.page.locator(".md-search-result__meta")
    assert meta.get_attribute("role") == "status"
    box.search("園停車")
    assert meta.inner_text() in ("找到3項", "找到3项")


# --- what is loaded, and when ---------------------------------------------------------------------


def test_a_page_that_is_not_searched_loads_next_to_nothing(browser: Browser, address: str) -> None:
    """Less than 2 kB of ours and the theme's for search; the index comes with the first key."""
    page = browser.new_page()
    loaded: dict[str, int] = {}
    page.on(
        "response",
        lambda it: loaded.update({it.url: len(it.body())}) if "/search/" in it.url else None,
    )
    page.goto(address)
    page.wait_for_load_state("networkidle")
    before = dict(loaded)
    assert sum(before.values()) < 2000, before
    assert not [url for url in before if "engine" in url or "zh-Han" in url.rsplit("/")[-1][:7]]
    page.locator(INPUT).click()
    page.keyboard.type("dpo")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert {url.rsplit("/")[-1] for url in loaded.keys() - before.keys()} == {
        *("engine.js", "match.js", "words.json", "zh-Hant.json"),
    }
    page.close()
