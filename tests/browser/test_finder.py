"""The dataset finder, the lists of datasets and the calendar, as a reader uses them.

Numbers were counted in the plans: 62 rows of the Commission's, 16 of the Bureau's; 9 planned, of
which 8 were for January 2025 and January 2026; 6 spatial. The site is built for 31 January 2026.
"""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from sites import OTHER

pytestmark = pytest.mark.browser

IDS = "rows => rows.filter(row => row.checkVisibility()).map(row => row.dataset.id)"
SPATIAL = {
    "itc-designated-local-research-institutions-spatial",
    *(f"hkstp-science-park-3d-{it}" for it in ("attractions", "floors", "gates", "units")),
    "hkstp-science-park-3d-indoor-pedestrian-network",
}
PLANNED = {
    *(SPATIAL - {"itc-designated-local-research-institutions-spatial"}),
    "cyberport-artificial-intelligence-supercomputing-centre",
    "cyberport-community-companies",
    "itib-innoex-and-wic-asia-pacific-summit",
    "itib-smart-city-initiatives-progress-reports",
}


class Finder:
    """The finder of one variant."""

    def __init__(self, page: Page, address: str, variant: str) -> None:
        self.page, self.variant, self.home = page, variant, f"{address}{variant}datasets/"
        self.log: list[str] = []
        page.on("console", lambda it: self.log.append(f"{it.type}: {it.text}"))
        page.on("pageerror", lambda error: self.log.append(str(error)))

    def open(self, query: str = "") -> list[str]:
        """Load the finder with a query string; the datasets shown, in their order."""
        self.page.goto(self.home + query)
        expect(self.page.locator(".finder__form")).to_be_visible()
        expect(self.status).to_have_text(re.compile("78"))
        return self.shown

    @property
    def shown(self) -> list[str]:
        found: list[str] = self.page.locator(".finder tr[data-id]").evaluate_all(IDS)
        return found

    @property
    def status(self):  # type: ignore[no-untyped-def]
        return self.page.locator(".finder__status")

    @property
    def count(self) -> int:
        """The number of datasets that the page says it shows."""
        numbers = re.findall("[0-9]+", self.status.inner_text())
        assert numbers[1] == "78"
        return int(numbers[0])

    @property
    def search(self) -> str:
        """The query string of the address."""
        found: str = self.page.evaluate("decodeURIComponent(location.search)")
        return found

    def counts(self, facet: str) -> dict[str, int]:
        """Value → the number beside it."""
        read = """inputs => inputs.map(input =>
            [input.value, +input.closest('label').querySelector('.facet__count').textContent])"""
        return dict(self.page.locator(f"input[name={facet}]").evaluate_all(read))

    def box(self, facet: str, value: str):  # type: ignore[no-untyped-def]
        return self.page.locator(f"input[name={facet}][value={value}]")

    def type(self, text: str) -> None:
        self.page.locator(".finder input[name=q]").fill(text)
        wanted = f"?q={text}" if text else ""
        self.page.wait_for_function(
            "wanted => decodeURIComponent(location.search) === wanted", arg=wanted
        )


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def finder(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Finder]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Finder(context.new_page(), address, request.param)
    yield made
    context.close()
    assert made.log == []


# --- the address says what is shown ---------------------------------------------------------------

QUERIES = {
    "": 78,
    "?status=planned": 9,
    "?status=released": 69,
    "?status=target-passed": 5,
    "?status=archived": 3,
    "?status=one-off": 1,
    "?status=planned,released": 78,
    "?spatial=true": 6,
    "?spatial=false": 72,
    "?format=CSV": 56,
    "?format=csv": 56,
    "?format=none": 6,
    "?format=JSON,XML": 16,
    "?agency=hkstp": 19,
    "?agency=hkstp,cyberport": 31,
    "?category=transport": 4,
    "?frequency=UPDATE_CONT": 5,
    "?frequency=QUARTERLY,ANNUAL_2": 13,
    "?agency=cyberport&status=planned": 2,
    "?agency=itf&spatial=true": 0,
    "?agency=nowhere": 78,
    "?q=DLRI": 1,
}
"""Query string → number of datasets; a code that no dataset has is not a choice."""


@pytest.mark.parametrize(
    "query",
    [pytest.param(it, marks=[pytest.mark.fixed_day] * ("target-passed" in it)) for it in QUERIES],
)
def test_an_address_shows_what_it_says(finder: Finder, query: str) -> None:
    shown = finder.open(query)
    assert len(shown) == finder.count == QUERIES[query]
    if "nowhere" not in query:
        assert finder.search.lower() == query.lower()


def test_the_search_box_leaves_the_finder_s_query_alone(finder: Finder) -> None:
    """The theme opens it for any address with a `q`; on other pages that may stay."""
    finder.open("?q=園停車")
    box = finder.page.locator(".md-search__input")
    expect(finder.page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
    finder.page.wait_for_load_state("networkidle")
    expect(box).to_have_value("")
    expect(finder.page.locator("#__search")).not_to_be_checked()
    assert finder.page.evaluate("new URLSearchParams('q=a').has('q')")


def test_the_datasets_behind_an_address_are_the_right_ones(finder: Finder) -> None:
    assert set(finder.open("?status=planned")) == PLANNED
    assert set(finder.open("?spatial=true")) == SPATIAL
    assert set(finder.open("?q=園停車&format=JSON")) == {
        "hkstp-science-park-car-park-vacancy",
        "hkstp-science-park-car-park-ev-charging-vacancy",
        "hkstp-science-park-car-park-utilisation-statistics",
    }


# --- facets ---------------------------------------------------------------------------------------


@pytest.mark.fixed_day
def test_a_choice_changes_rows_numbers_and_address(finder: Finder) -> None:
    """The numbers of a facet tell what its values would show beside the other facets' choices."""
    finder.open()
    finder.box("status", "planned").check()
    assert set(finder.shown) == PLANNED
    assert finder.search == "?status=planned"
    agencies = finder.counts("agency")
    assert {it: number for it, number in agencies.items() if number} == {
        **{"hkstp": 5, "itib": 2, "cyberport": 2},
    }
    assert finder.counts("status")["released"] == 69
    expect(finder.box("agency", "itf")).to_be_disabled()
    finder.box("agency", "hkstp").check()
    finder.box("agency", "itib").check()
    assert finder.count == 7
    assert finder.search == "?agency=itib,hkstp&status=planned"
    assert finder.counts("agency")["cyberport"] == 2
    assert finder.counts("status") == {
        **{"planned": 7, "target-passed": 5, "released": 16, "archived": 0, "one-off": 0},
    }
    finder.page.locator(".finder__clear").click()
    assert (finder.count, finder.search) == (78, "")
    expect(finder.page.locator(".finder__clear")).to_be_hidden()


def test_nothing_left_says_so(finder: Finder) -> None:
    finder.open("?agency=itf&spatial=true")
    expect(finder.page.locator(".finder__none")).to_be_visible()
    expect(finder.page.locator(".finder table")).to_be_hidden()
    expect(finder.box("agency", "itf")).to_be_enabled()


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("門閘", 1),
        ("门闸", 1),
        ("3D門閘", 1),
        ("hkstp 3d", 5),
        ("ＤＬＲＩ", 1),
        ("1000平方呎", 1),
        ("1 000 平方呎", 1),
        ("科技券", 2),
        ("數碼港", 12),
        ("数码港", 12),
        ("電動汽車", 1),
        ("量子", 0),
    ],
)
def test_text_is_found_as_in_the_search_box(finder: Finder, typed: str, number: int) -> None:
    """In the name, the description, the group, the agency's names; in either script."""
    finder.open()
    finder.type(typed)
    assert len(finder.shown) == finder.count == number


@pytest.mark.parametrize("lost", ["words.json", "match.js"])
def test_a_text_that_cannot_be_looked_for_is_not_said_to_be_found(
    browser: Browser, address: str, lost: str
) -> None:
    """What is needed for it comes with the first letter; a letter later it is asked for again."""
    page = browser.new_page()
    page.goto(f"{address}datasets/")
    expect(page.locator(".finder__form")).to_be_visible()
    page.route(f"**/search/{lost}", lambda route: route.abort())
    page.locator(".finder input[name=q]").fill("門")
    status = page.locator(".finder__status")
    expect(status).to_have_text("搜尋資料未能載入，請再試一次")
    page.unroute(f"**/search/{lost}")
    page.locator(".finder input[name=q]").fill("門閘")
    expect(status).to_have_text("顯示1個，共78個數據集")
    page.close()


def test_the_script_switch_takes_the_choice_along(finder: Finder) -> None:
    finder.open("?status=planned&sort=-date")
    finder.page.locator(".script-switch").click()
    finder.page.wait_for_url("**/datasets/?status=planned&sort=-date")
    expect(finder.status).to_have_text(re.compile("9.*78"))


def test_coming_back_shows_what_was_left(finder: Finder) -> None:
    finder.open()
    finder.box("spatial", "true").check()
    finder.page.locator(".finder tr[data-id]:visible a").first.click()
    finder.page.wait_for_url(re.compile(r"/datasets/[a-z0-9-]+/$"))
    finder.page.go_back()
    expect(finder.status).to_have_text(re.compile("6.*78"))
    assert set(finder.shown) == SPATIAL
    expect(finder.box("spatial", "true")).to_be_checked()


def test_the_number_shown_is_announced(finder: Finder) -> None:
    finder.open()
    assert finder.status.get_attribute("role") == "status"


# --- order ----------------------------------------------------------------------------------------


BY_NAME = {
    # 「一 with one stroke, 人 with two, 上 with three; brackets do not count.
    "": [
        "itf-general-support-programme-approved-projects",
        "hkstp-job-vacancies",
        "itib-smart-city-initiatives-progress-reports",
    ],
    # 按 àn, 毕 bì, 「创 chuàng.
    OTHER: [
        "hkctc-private-establishments-persons-engaged-by-size",
        "hkstp-graduated-incubatees",
        "itf-venture-fund-investment-portfolio",
    ],
}


def test_lists_are_sorted_by_name_date_and_frequency(finder: Finder) -> None:
    """Strokes in Traditional, pinyin in Simplified, and the menu says so."""
    listed = finder.open()
    menu = finder.page.locator(".finder select")
    label = {"": "名稱（筆劃）", OTHER: "名称（拼音）"}[finder.variant]
    menu.select_option(label=label)
    assert finder.shown[:3] == BY_NAME[finder.variant]
    assert finder.shown != listed
    assert finder.search == "?sort=name"
    menu.select_option("-date")
    dates = finder.page.locator(".finder tr[data-id]").evaluate_all(
        "rows => rows.map(row => row.dataset.date)"
    )
    assert dates == sorted(dates, reverse=True)
    assert finder.shown[0] == "itib-innoex-and-wic-asia-pacific-summit"
    menu.select_option("frequency")
    ranks = finder.page.locator(".finder tr[data-id]").evaluate_all(
        "rows => rows.map(row => row.dataset.frequency)"
    )
    assert ranks[:6] == ["UPDATE_CONT"] * 5 + ["DAILY"]
    assert ranks[-1] == "ONE_OFF"
    menu.select_option("")
    assert finder.shown == listed


def test_headings_sort_too(finder: Finder) -> None:
    finder.open()
    heading = finder.page.locator("th[data-sort=date]")
    heading.locator("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    heading.locator("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    assert finder.search == "?sort=date"


def test_the_lists_of_agencies_sort_the_same_way(finder: Finder) -> None:
    page = finder.page
    page.goto(finder.home.replace("datasets/", "agencies/hkstp/"))
    page.locator(".sorting select").select_option("-date")
    dates = page.locator("tr[data-id]").evaluate_all("rows => rows.map(row => row.dataset.date)")
    assert len(dates) == 19
    assert dates == sorted(dates, reverse=True)


# --- files ----------------------------------------------------------------------------------------


def read(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.fixed_day
def test_what_is_shown_can_be_downloaded(finder: Finder) -> None:
    shown = finder.open("?status=planned&sort=-date")
    with finder.page.expect_download() as download:
        finder.page.locator(".finder__csv").click()
    rows = read(Path(download.value.path()))
    assert [row["id"] for row in rows] == shown
    assert rows[0] == {
        "id": "itib-innoex-and-wic-asia-pacific-summit",
        "url": f"{finder.home}itib-innoex-and-wic-asia-pacific-summit/",
        "name": {
            "": "香港國際創科展主要數據及世界互聯網大會亞太峰會主要成果",
            OTHER: "香港国际创科展主要数据及世界互联网大会亚太峰会主要成果",
        }[finder.variant],
        "agency": "itib",
        "category": "information-technology-and-broadcasting",
        "spatial": "false",
        "formats": "CSV",
        "frequency": "ANNUAL",
        "status": "planned",
        "date": "2026-06",
    }


def test_everything_can_be_downloaded(finder: Finder) -> None:
    finder.open()
    with finder.page.expect_download() as download:
        finder.page.locator(".finder a[href$='datasets.csv']").click()
    assert len(read(Path(download.value.path()))) == 78


# --- on a phone, from the keyboard, without script ------------------------------------------------


def test_on_a_phone_the_facets_are_folded(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    made = Finder(context.new_page(), address, "")
    made.open()
    expect(made.page.locator(".facet").first).to_be_hidden()
    made.page.locator(".finder__facets > summary").tap()
    made.page.locator("[data-facet=status] > summary").tap()
    made.page.locator("label", has=made.box("status", "planned")).tap()
    assert made.count == 9
    assert made.page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_the_finder_is_used_from_the_keyboard_alone(finder: Finder) -> None:
    finder.open()
    page = finder.page
    page.locator(".finder input[name=q]").focus()
    # Past the two summaries above it to the first box of the first facet.
    for key in ("Tab", "Tab", "Tab", "Space"):
        page.keyboard.press(key)
    expect(finder.box("agency", "itib")).to_be_checked()
    assert finder.count == 4
    finder.page.locator("th[data-sort=name] button").focus()
    page.keyboard.press("Enter")
    assert finder.search == "?agency=itib&sort=name"


def test_without_script_all_rows_stand_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for variant in ("", OTHER):
        page.goto(f"{address}{variant}datasets/?status=planned")
        expect(page.locator("tr[data-id]:visible a")).to_have_count(78)
        expect(page.locator(".finder__form")).to_be_hidden()
        expect(page.locator(".finder button:visible, .finder select:visible")).to_have_count(0)
        page.goto(f"{address}{variant}datasets/calendar/")
        expect(page.locator("tr[data-id]:visible")).to_have_count(78)
    context.close()


# --- the calendar ---------------------------------------------------------------------------------


@pytest.mark.fixed_day
def test_the_calendar_shows_what_is_to_come_first(browser: Browser, address: str) -> None:
    """On 31 January 2026 that month is not over: three rows, and one of June."""
    page = browser.new_page()
    page.goto(f"{address}datasets/calendar/")
    rows = page.locator("tr[data-id]")
    months = [text.split("\t")[0] for text in rows.all_inner_texts()]
    assert months[:5] == ["2026年1月"] * 3 + ["2026年6月", "2025年1月"]
    expect(page.locator("#m-2026-01")).to_be_visible()
    expect(page.locator("details.added summary")).to_have_text(["列出16個數據集", "列出62個數據集"])
    page.close()
