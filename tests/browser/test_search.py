"""The search box as a reader uses it, in both variants.

What is expected is worked out from the records, not from the index: a query finds every page whose
names, description, group, format or publisher hold each of its words, in either script. What else
it finds, and in which order, tests/data/queries.yml tells.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from data_today import in_script, word
from example_records import DATASET, DATASETS, NAME
from expected_datasets import found_pages
from playwright.sync_api import Browser, Page, Route, expect
from search_box import AWAIT, FORGET, INPUT, ask_all
from sites import OTHER, READY, Site

from generator.model.base import Script

pytestmark = pytest.mark.browser

REST = """async number => {
    const links = () => [...document.querySelectorAll(".md-search-result__link")]
    const list = document.querySelector(".md-search__scrollwrap"), start = performance.now()
    const scroll = async top => {
        list.scrollTop = top
        await new Promise(requestAnimationFrame)
    }
    while (links().length < number) {
        if (performance.now() - start > 30000) throw new Error(`${links().length} of ${number}`)
        await scroll(0)
        await scroll(list.scrollHeight)
    }
    await scroll(0)
    return links().map(link => link.href)
}"""
"""Scrolls until the list is as long as was announced: the theme begins with ten results."""


def wide(text: str) -> str:
    """In letters as wide as Chinese characters."""
    return text.translate({narrow: narrow + 0xFEE0 for narrow in range(0x21, 0x7F)})


AT_ONCE = """keys => {
    for (const key of keys) {
        const press = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })
        document.activeElement.dispatchEvent(press)
    }
}"""
FOUND = (
    # Whole names, in either script.
    "數碼港培育計畫資料",
    "数码港培育计画资料",
    "香港科學園 3D 門閘",
    "香港科学园 3D 门闸",
    "指定本地研究機構名單",
    "主要表现指标",
    "園停車",
    "园停车",
    "3D門閘",
    "電動車",
    "開放數據計劃",
    "开放数据计划",
    "科學園 餐廳",
    "餐厅　科学园",
    "「科技券」",
    "科技服务 / 方案",
    "總目 155",
    "总目155",
    "17/18",
    "HKSTP 空間",
    "空间 hkstp",
    "DLRI",
    "smart-space",
    "ＮＯＤＥＳ",
    "停車場 電動汽車",
    "1000平方呎",
    "1 000平方呎",
    "1,000平方呎",
    "量子咖啡",
    "科學園 餐廳 量子",
    "[1000",
    "(.*)+$",
    "<b>",
)
"""Queries; what each finds at least is worked out from the records."""
SEARCHES = yaml.safe_load(
    Path(__file__).parents[1].joinpath("data/searches.yml").read_text("utf-8")
)
FIRST = {tuple(it["typed"]): it["page"] for it in SEARCHES["first"]}
FIRST_TYPED = [typed for typed, _ in FIRST][:4]
"""Query in both scripts → the page on top; `#id` is a name that may have a page or none yet."""
SEVERAL = next(
    end
    for it in DATASETS.values()
    if it["script"] == "zh-Hant" and isinstance(it["name"], str)
    for end in (it["name"][-length:] for length in (2, 3, 4))
    if 3 <= len(found_pages(end)) <= 20
)
"""The end of a name that some datasets share."""

FORMATS = tuple(dict.fromkeys(it for each in DATASETS.values() for it in each["formats"]))
"""Every format that a row names."""


def said(code: str, script: Script = "zh-Hant", **values: object) -> str:
    """A word of the search box."""
    return word(f"theme.search.result.{code}", script, of="theme", **values)


class Box:
    """The search box of one variant."""

    def __init__(self, page: Page, address: str, variant: str) -> None:
        self.page, self.variant, self.home = page, variant, address + variant
        self.script: Script = "zh-Hans" if variant else "zh-Hant"
        self.log: list[str] = []
        page.on("console", lambda it: self.log.append(f"{it.type}: {it.text}"))
        page.on("pageerror", lambda error: self.log.append(str(error)))
        self.answer = ""

    def open(self) -> None:
        """Load the variant's home page."""
        self.page.goto(self.home)

    def search(self, query: str) -> list[str]:
        """Type a query into the box; the addresses of all results, below the variant's home."""
        self.page.evaluate(FORGET)
        self.page.locator(INPUT).fill(query)
        self.page.locator(INPUT).press("End")  # the theme listens to keys, not to the box
        self.answer, found = self.page.evaluate(AWAIT)
        if len(found) < self.count:
            found = self.page.evaluate(REST, self.count)
        assert [url for url in found if not url.startswith(self.home)] == []
        return [url.removeprefix(self.home) for url in found]

    @property
    def count(self) -> int:
        """The number that the answer to the last query tells."""
        for number in range(1000):
            if self.answer == self.tells(number):
                return number
        raise AssertionError(self.answer)

    def tells(self, number: int) -> str:
        """What stands above so many results."""
        code = {0: "none", 1: "one"}.get(number, "other")
        return said(code, self.script, number=number)


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
    assert {it["id"] for it in items} == set(DATASETS)
    return items


@pytest.mark.parametrize("query", FOUND)
def test_query_finds_these_pages(box: Box, query: str) -> None:
    """Each of them in the variant being read, whichever script was typed."""
    found = box.search(query)
    assert found_pages(query) <= set(found)
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


@pytest.mark.parametrize("query", [SEVERAL, NAME, "csv", *FIRST_TYPED])
def test_every_result_says_what_it_is(box: Box, query: str) -> None:
    box.search(query)
    links = box.page.locator(".md-search-result__link")
    kinds = links.evaluate_all("links => links.map(it => it.querySelector('small').textContent)")
    assert len(kinds) == links.count() > 0
    assert all(kinds)


@pytest.mark.parametrize("written", [str.lower, str.upper, wide])
def test_a_format_finds_every_dataset_that_comes_in_it(
    box: Box, written: Callable[[str], str]
) -> None:
    box.open()  # what is typed twice in a row is not asked twice
    for name in FORMATS:
        wanted = {f"datasets/{id}/" for id, it in DATASETS.items() if name in it["formats"]}
        found = box.search(written(name))
        assert set(found) >= wanted, name
        assert box.count == len(found) == len(set(found)), name


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_every_name_finds_its_page_first(
    box: Box, datasets: list[dict[str, Any]], script: str
) -> None:
    """All names, whole, in both scripts; some datasets may share one."""
    # A query typed twice in a row is not asked twice.
    names = list(dict.fromkeys(item["name"][script] for item in datasets))
    lost = []
    for name, (results, _) in zip(names, ask_all(box.page, names), strict=True):
        wanted = [item["id"] for item in datasets if item["name"][script] == name]
        found = results[0] if results else ""
        if found not in [f"{box.home}datasets/{identifier}/" for identifier in wanted]:
            lost.append((name, found))
    assert lost == []


def test_what_was_searched_is_marked_in_the_script_being_read(box: Box) -> None:
    other: Script = "zh-Hant" if box.variant else "zh-Hans"
    found = box.search(in_script(SEVERAL, other))
    marks = box.page.locator(".md-search-result__link h1 mark").all_inner_texts()
    assert set(marks) == {in_script(SEVERAL, box.script)}
    assert 0 < len(marks) <= len(found)


def test_markup_typed_into_the_box_stays_text(box: Box) -> None:
    assert box.search("<img src=x onerror=window.__pwned=1>") == []
    assert box.count == 0
    assert box.page.locator(".md-search img").count() == 0
    assert box.page.evaluate("window.__pwned") is None


def test_a_result_opens_its_page(box: Box, datasets: list[dict[str, Any]]) -> None:
    box.page.locator(INPUT).click()
    assert box.search(NAME) != []
    box.page.locator(".md-search-result__link").first.click()
    box.page.wait_for_url(f"{box.home}datasets/{DATASET}/**")
    [name] = [it["name"][box.script] for it in datasets if it["id"] == DATASET]
    # Behind a name that was converted stands the mark of that.
    expect(box.page.locator("h1#name")).to_contain_text(name)
    box.open()


# --- nothing found --------------------------------------------------------------------------------


@pytest.mark.parametrize("slip", SEARCHES["near"], ids=lambda it: it["typed"])
def test_nothing_found_offers_near_names_and_the_finder(box: Box, slip: dict[str, str]) -> None:
    """Too many slips of the hand; the line above still says that nothing was found."""
    assert box.search(slip["typed"]) == []
    assert box.count == 0
    near = box.page.locator(".search-nearest")
    expect(near).to_be_visible()
    names = near.locator("li a").all_inner_texts()
    assert names[0].split()[0] == in_script(slip["name"], box.script)
    finder = near.locator("a").first
    assert finder.get_attribute("href", timeout=1000) is not None
    address = finder.evaluate("it => it.href")
    assert address == f"{box.home}datasets/?q={quote(slip['typed'])}"
    # With the next key it is gone.
    assert box.search(NAME) != []
    expect(near).to_be_hidden()


def test_a_word_that_no_document_mentions_is_named(box: Box) -> None:
    """Beside what is found by the others, and alone."""
    for query, number in (("火星移民", 0), (f"火星移民 {NAME}", 1)):
        box.search(query)
        said = word("search-missing", box.script, of="theme", number="火星移民")
        expect(box.page.locator(".search-missing")).to_have_text(said)
        assert (box.count > 0) == bool(number)
    box.search(NAME)
    expect(box.page.locator(".search-missing")).to_be_empty()


def test_the_finder_opened_from_there_searches_the_same(box: Box) -> None:
    box.page.locator(INPUT).click()
    box.search("火星移民")
    box.page.locator(".search-nearest a").first.click()
    box.page.wait_for_url(f"{box.home}datasets/?q=*")
    expect(box.page.locator(".finder input[name=q]")).to_have_value("火星移民")
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
        input.value = "TYPED"
        input.dispatchEvent(new Event("keyup"))
    }
}""".replace("TYPED", NAME)
"""Types as soon as the theme has asked for nothing, before that can be answered."""


def test_nothing_is_said_to_be_missing_before_it_was_looked_for(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.add_init_script(QUICK_HAND)
    record_file: list[Route] = []
    page.route("**/search/words.json", lambda route: record_file.append(route))
    page.goto(address)
    with page.expect_request("**/search/words.json"):
        page.locator(INPUT).click()
    meta = page.locator(".md-search-result__meta")
    page.wait_for_timeout(300)  # for the answer to nothing, if there were one
    assert meta.inner_text() == said("initializer")
    for route in record_file:
        route.continue_()
    expect(page.locator(".md-search-result__link").first).to_contain_text(NAME)
    page.close()


@pytest.mark.parametrize(
    "lost",
    ["words.json", "calls.json", "zh-Hant.txt", "engine.js", "reader.js", "match.js", "ranking.js"],
)
def test_a_search_that_cannot_be_loaded_says_so_and_is_tried_again(
    browser: Browser, address: str, lost: str
) -> None:
    page = browser.new_page()
    page.goto(address)
    page.locator(INPUT).click()
    meta = page.locator(".md-search-result__meta")
    expect(meta).to_have_text(said("placeholder"), use_inner_text=True)
    page.route(f"**/search/{lost}", lambda route: route.abort())
    page.keyboard.type("csv")
    expect(meta).to_have_text(word("search-failed", of="theme"))
    page.unroute(f"**/search/{lost}")
    page.keyboard.type(" ")
    page.keyboard.type("h")
    page.keyboard.press("Backspace")
    expect(meta).to_have_text(re.compile(said("other").replace("#", "[0-9]+")))
    # What was typed is taken back: the list is empty again.
    page.locator(INPUT).fill("")
    expect(meta).to_have_text(said("placeholder"))
    expect(page.locator(".md-search-result__link")).to_have_count(0)
    page.close()


# --- keyboard and announcements -------------------------------------------------------------------


def test_a_search_from_the_keyboard_alone(box: Box) -> None:
    """`/` to the box, a query, down to the second result, Enter."""
    page = box.page
    page.keyboard.press("/")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.type(SEVERAL)
    page.keyboard.press("End")  # an input method's last key; the driver presses none for Chinese
    expect(page.locator(".md-search-result__link").nth(2)).to_be_visible()
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
    page.keyboard.type("cybrprt")
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
    box.open()  # what is typed twice in a row is not asked twice
    found = box.search(SEVERAL)
    assert set(found) >= found_pages(SEVERAL)
    assert len(found) == len(set(found))
    assert meta.inner_text() == box.tells(len(found))


# --- what is loaded, and when ---------------------------------------------------------------------


def test_a_page_that_is_not_searched_loads_next_to_nothing(browser: Browser, address: str) -> None:
    """Nothing at all for search; the index comes with the first key."""
    page = browser.new_page()
    loaded: set[str] = set()
    page.on("response", lambda it: loaded.add(it.url) if "/search/" in it.url else None)
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert loaded == set()
    page.mouse.move(100, 300)
    page.wait_for_function(READY)
    box = {"box.js", "worker.js", "search_index.json"}
    assert {url.rsplit("/")[-1].split("?")[0] for url in loaded} <= box
    page.locator(INPUT).click()
    page.keyboard.type("csv")
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert {url.rsplit("/")[-1].split("?")[0] for url in loaded} - box == {
        *("engine.js", "match.js", "query.js", "ranking.js", "reader.js", "results.js"),
        "typing.js",
        *("words.json", "calls.json", "zh-Hant.txt"),
    }
    page.close()
