"""Ten things that readers come for, each done on a phone from the home page in three steps at most.

A step is one tap, or one query typed with a tap on its first result. The answers were read in the
documents.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


class Reader:
    """Somebody with a telephone, who counts the steps."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.steps = page, 0
        page.goto(home)

    def search(self, query: str) -> None:
        """Tap the large field, type, take the first result."""
        self.page.locator(".search-door").tap()
        self.page.locator(".md-search__input").fill(query)
        first = self.page.locator(".md-search-result__link").first
        expect(first).to_be_visible()
        with self.page.expect_navigation():
            first.tap()
        self.steps += 1

    def tap(self, name: str, within: str = "main") -> None:
        """Tap a link by its words."""
        self.page.locator(within).get_by_role("link", name=name, exact=True).first.tap()
        self.steps += 1

    def tick(self, name: str) -> None:
        """Tick a box of the finder; unfolding the filters is not counted."""
        box = self.page.locator(".facet label", has_text=name).first
        for folded in (".finder__facets", f".facet:has(label:has-text('{name}'))"):
            details = self.page.locator(folded).first
            if not details.evaluate("it => it.open"):
                details.locator("summary").first.tap()
        box.tap()
        self.steps += 1

    def told(self, label: str) -> str:
        """What stands beside `label` in the list or table at the head of a record's page."""
        place = (
            f"//dt[normalize-space()='{label}']/following-sibling::dd[1]"
            f" | //th[normalize-space()='{label}']/following-sibling::td[1]"
        )
        return self.page.locator(f"xpath={place}").first.inner_text()

    def text(self) -> str:
        """All that the page shows."""
        return self.page.locator("main").inner_text()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A telephone."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def reader(page: Page, address: str) -> Iterator[Reader]:
    """A reader of the Traditional variant."""
    reader = Reader(page, address)
    yield reader
    assert reader.steps <= 3


@pytest.fixture
def mainland_reader(page: Page, address: str) -> Iterator[Reader]:
    """A reader of the Simplified variant."""
    reader = Reader(page, f"{address}zh-Hans/")
    yield reader
    assert reader.steps <= 3


def test_which_datasets_cyberport_will_release_in_2026(reader: Reader) -> None:
    """Lines 17 and 18 of the Bureau's plan."""
    reader.tap("數據集", within=".doors")
    reader.tick("香港數碼港管理有限公司")
    reader.tick("計劃中")
    rows = reader.page.locator(".finder tr[data-id]:visible")
    assert {it.split("\n")[0] for it in rows.all_inner_texts()} == {
        "數碼港人工智能超算中心資料",
        "數碼港社群企業資料",
    }
    assert all("2026年1月" in it.replace(" ", "") for it in rows.all_inner_texts())


def test_how_much_a_company_may_get_from_the_acceleration_scheme(reader: Reader) -> None:
    """Line 99 of the newer fact sheet: at most two hundred million dollars an enterprise, 1:2."""
    reader.search("新型工業加速計劃")
    assert "最多2億港元" in reader.told("資助上限")
    assert "1:2" in reader.told("配對比例")


def test_who_took_over_from_the_former_office(reader: Reader) -> None:
    """Line 149 of Head 135."""
    reader.search("資科辦")
    assert reader.told("由誰接手") == "數字政策辦公室"


def test_what_the_bureau_may_spend(reader: Reader) -> None:
    """Line 188 of Head 135, 269,731 thousand."""
    reader.tap("財政", within=".doors")
    reader.page.locator("main table a").first.tap()
    reader.steps += 1
    assert "269,731,000元" in reader.told("預算開支")


def test_how_much_the_fund_approved_and_when(reader: Reader) -> None:
    """Line 23 of the newer fact sheet, at the end of April 2025."""
    card = reader.page.locator(".numbers li", has_text="批出款額").inner_text()
    assert "531億港元" in card
    assert "截至2025年4月" in card
    assert "第23行" in card


def test_where_the_vacancies_of_a_car_park_are(mainland_reader: Reader) -> None:
    """Lines 113 and 114 of the Commission's plan, asked in Simplified."""
    mainland_reader.search("停车场空位")
    assert mainland_reader.told("更新频率") == "实时"
    assert "DATA.GOV.HK" in mainland_reader.told("开放数据平台")


def test_what_changed_between_two_editions(reader: Reader) -> None:
    """The portal had about 5,300 datasets, then more than 5,600."""
    reader.tap("由便覽較舊版到便覽較新版的改變")
    row = reader.page.locator("tr", has_text="開放數據平台").first.inner_text()
    assert "約5,300個數據集" in row
    assert "超過5,600個數據集" in row


def test_where_a_number_comes_from(reader: Reader) -> None:
    """Line 23 of the newer fact sheet prints 78 701."""
    reader.page.locator(".numbers li", has_text="78,701").locator(".quiet a").tap()
    reader.steps += 1
    reader.page.wait_for_url("**/documents/factsheet-2025/#line-23")
    row = reader.page.locator("#line-23")
    expect(row).to_be_in_viewport()


def test_the_same_page_in_the_other_script(reader: Reader) -> None:
    reader.search("科技券")
    traditional = reader.page.url.split("?")[0]
    reader.page.locator(".script-switch").tap()
    reader.steps += 1
    reader.page.wait_for_url("**/zh-Hans/**")
    assert reader.page.url.replace("zh-Hans/", "").split("?")[0] == traditional
    expect(reader.page.locator("h1")).to_contain_text("科技券")


def test_the_data_as_a_file(reader: Reader) -> None:
    reader.tap("開放數據", within=".footer-links")
    row = reader.page.locator("tr", has_text="datasets").first
    with reader.page.expect_response("**/data/v1/datasets.csv") as answer:
        row.get_by_role("link", name="CSV").evaluate("it => fetch(it.href)")
    assert answer.value.ok
