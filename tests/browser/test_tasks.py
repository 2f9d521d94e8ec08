"""Ten things that readers come for, each done on a phone from the home page in three steps at most.

A step is one tap, or one query typed with a tap on its first result. The answers are those of the
records, as they are typed.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import expected_datasets
import pytest
from data_today import Record, records, said_day, word
from example_records import FACT_SHEETS, HEAD, PROGRAMME
from page_reader import amounts, items
from playwright.sync_api import Browser, Page, expect
from sites import Site

pytestmark = pytest.mark.browser

DOORS = ".search-line + ul"
"""On the home page, the list of what there is."""
NUMBERS = "#figures + ul > li"
"""There, too: the numbers that most ask for."""


class Reader:
    """Somebody with a telephone, who counts the steps."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.steps, self.home = page, 0, home
        page.goto(home)

    def search(self, query: str) -> None:
        """Tap the large field, type, take the first result."""
        self.page.locator(".search-door").tap()
        self.page.locator(".md-search__input").fill(query)
        first = self.page.locator(".md-search-result__link").first
        expect(first).to_be_visible()
        # The list of results has an address of its own, which comes a little later.
        here = self.page.evaluate("location.pathname")
        first.tap()
        self.page.wait_for_function("here => location.pathname !== here", arg=here)
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


@pytest.mark.fixed_day
def test_which_datasets_an_agency_will_release(reader: Reader, site: Site) -> None:
    agency = expected_datasets.common("agency", status={"planned"})[-1]
    rows_of = {it["name"]["zh-Hant"]: it for it in items(site, "datasets")}
    wanted = expected_datasets.shown(f"?agency={agency}&status=planned")
    reader.tap(word("datasets"), within=DOORS)
    reader.tick(name_of(site, "agencies", agency))
    reader.tick(word("planned", of="dataset-status"))
    rows = reader.page.locator(".finder tr[data-id]:visible").all_inner_texts()
    shown = {it.split("\n")[0]: it.replace(" ", "") for it in rows}
    assert {rows_of[it]["id"] for it in shown} == wanted
    for name, row in shown.items():
        assert said_day(rows_of[name]["listings"][-1]["date"]) in row


def test_how_much_a_company_may_get_and_what_it_must_pay(reader: Reader, site: Site) -> None:
    """The ceiling of the newest document, and the share that the document prints as 1:2."""
    programme, ceiling, kind, share = next(ceilings())
    reader.search(name_of(site, "programmes", programme))
    assert ceiling in amounts(reader.told(word(kind, of="amount-kinds")))
    assert share in reader.told(word("matching", of="term-kinds"))


def ceilings() -> Iterator[tuple[str, int, str, str]]:
    """Programmes with one ceiling in dollars, of which kind, and with a share in figures."""
    for id, programme in records("programmes").items():
        figures = records("figures").get(id, {"figures": ()})["figures"]
        amounts_of = {
            (it["value"], it["amount"])
            for it in figures
            if (it["measure"], it["unit"]) == ("ceiling", "HKD")
        }
        terms = programme.get("terms", ())
        shares = [it for each in terms for it in re.findall(r"\d+:\d+", each["text"])]
        if len(amounts_of) == 1 and shares:
            [(amount, kind)] = amounts_of
            yield id, int(amount), kind, shares[0]


def test_who_took_over_from_a_former_office(reader: Reader, site: Site) -> None:
    former, successor = next(
        (id, it["successor"]) for id, it in records("agencies").items() if "successor" in it
    )
    reader.search(name_of(site, "agencies", former))
    assert reader.told(word("successor")).startswith(name_of(site, "agencies", successor))


def test_what_the_bureau_may_spend(reader: Reader) -> None:
    """The headline of the budget, in dollars."""
    budget = records("budget")[HEAD]
    table, row, column = budget["headline"].split(".")
    [unit, rows] = next((it["unit"], it["rows"]) for it in budget["tables"] if it["id"] == table)
    cells = next(it["cells"] for it in rows if it["id"] == row)
    printed = next(it["printed"] for it in cells if it["column"] == column)
    factor = {"HKD": 1, "HKD-thousand": 10**3, "HKD-million": 10**6}[unit]
    [amount] = amounts(re.sub("[^0-9.,]", "", printed))
    reader.tap(word("budgets"), within=DOORS)
    reader.page.locator(f"main a[href*='{HEAD}']").first.tap()
    reader.steps += 1
    assert amount * factor in amounts(reader.told(word("budget-available")))


def test_how_much_the_fund_approved_and_when(reader: Reader) -> None:
    """The first number of the home page, with its day and its line."""
    figure = on_the_home_page()[0]
    card = reader.page.locator(NUMBERS).first.inner_text()
    assert int(figure["value"]) in amounts(card)
    assert said_day(figure["as_of"]) in card
    assert word("line", n=figure["line"]) in card


def on_the_home_page() -> list[Record]:
    """The numbers that the home page shows: of each the one of the newest fact sheet."""
    newest: dict[str, Record] = {}
    for subject, each in records("figures").items():
        for it in sorted(each["figures"], key=lambda it: it["document"]):
            newest[f"{subject}-{it['measure']}"] = it
    return [newest[it] for it in records("prose")["home"]["figures"]]


def test_where_a_dataset_of_the_moment_is(mainland_reader: Reader, site: Site) -> None:
    """Asked in Simplified, by its whole name."""
    item = next(
        it
        for it in items(site, "datasets")
        if it["landing"] and it["frequency"]["code"] == "UPDATE_CONT"
    )
    mainland_reader.search(item["name"]["zh-Hans"])
    label = word("frequency", "zh-Hans")
    assert mainland_reader.told(label) == item["frequency"]["zh-Hans"]
    assert "DATA.GOV.HK" in mainland_reader.told(word("portal-page", "zh-Hans"))


def test_what_changed_between_two_editions(reader: Reader, site: Site) -> None:
    """A number that both print, and that is not the same."""
    subject, before, after = next(changed_numbers())
    address = f"changes/{before['document']}/{after['document']}"
    with reader.page.expect_navigation():
        reader.page.locator("main a[href*='changes/']").first.tap()
    reader.steps += 1
    if address not in reader.page.url:  # of the newest pair the home page has a link
        reader.page.goto(f"{reader.home}documents/{address}/")
    name = name_of(site, "programmes", subject)
    row = reader.page.locator("tr", has_text=name).first.inner_text()
    assert int(before["value"]) in amounts(row)
    assert int(after["value"]) in amounts(row)


def changed_numbers() -> Iterator[tuple[str, Record, Record]]:
    """Of programmes with one number in each of two fact sheets: both, where they differ."""
    for old, new in reversed(list(pairwise(FACT_SHEETS))):
        for id, each in records("figures").items():
            told = {it["document"]: it for it in each["figures"] if it["document"] in (old, new)}
            many = len([it for it in each["figures"] if it["document"] in told]) != 2
            if many or len(told) < 2 or each["subject"] != "programme":
                continue
            one_measure = told[old]["measure"] == told[new]["measure"]
            if one_measure and told[old]["value"] != told[new]["value"]:
                yield id, told[old], told[new]


def test_where_a_number_comes_from(reader: Reader) -> None:
    """The line of the fact sheet that prints it."""
    figure = on_the_home_page()[1]
    reader.page.locator(NUMBERS).nth(1).locator("a[href*='/#line-']").tap()
    reader.steps += 1
    place = f"{figure['document']}/(lines/[0-9]+/)?#line-{figure['line']}$"
    reader.page.wait_for_url(re.compile(f"/documents/{place}"))
    expect(reader.page.locator(f"#line-{figure['line']}")).to_be_in_viewport()


def test_the_same_page_in_the_other_script(reader: Reader, site: Site) -> None:
    reader.search(name_of(site, "programmes", PROGRAMME))
    traditional = reader.page.url.split("?")[0]
    reader.page.locator(".script-switch").tap()
    reader.steps += 1
    reader.page.wait_for_url("**/zh-Hans/**")
    assert reader.page.url.replace("zh-Hans/", "").split("?")[0] == traditional
    name = name_of(site, "programmes", PROGRAMME, "zh-Hans")
    expect(reader.page.locator("h1")).to_contain_text(name)


def name_of(site: Site, kind: str, id: str, script: str = "zh-Hant") -> str:
    """The name that is published of a record."""
    return str(next(it["name"][script] for it in items(site, kind) if it["id"] == id))


def test_the_data_as_a_file(reader: Reader) -> None:
    reader.tap(word("footer.data", of="theme"), within=".footer-links")
    row = reader.page.locator("tr", has_text="datasets").first
    with reader.page.expect_response("**/data/v1/datasets.csv") as answer:
        row.get_by_role("link", name="CSV").evaluate("it => fetch(it.href)")
    assert answer.value.ok
