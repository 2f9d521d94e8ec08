"""Lists of hundreds: the first page carries the first rows, further pages the rest, and whoever
filters or sorts has all of them.

The site has 900 datasets made of four; what is expected is counted in its data files.
"""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sites
from builders import (
    a_catalogue,
    a_data_folder,
    a_dataset,
    a_document,
    a_listing,
    a_section,
    an_agency,
)
from playwright.sync_api import Browser, Page, expect
from sites import USABLE, Site

from generator.bench.synthetic import write_records
from generator.model.catalogue import Catalogue

pytestmark = pytest.mark.browser

NUMBER, SHOWN = 900, 200
LED_TO = "links => links.map(link => link.href.split('/').at(-2))"
IDS = "rows => rows.filter(row => row.checkVisibility()).map(row => row.dataset.id)"


def a_few() -> Catalogue:
    """Two agencies with two datasets each: released and planned, in several formats, on maps."""
    released = [
        a_dataset(id="sea-tides", listings=[a_listing(row=1, date="2019-07", line=51)]),
        a_dataset(
            id="sky-winds",
            agency="sky",
            name="风速记录",
            formats=["CSV", "JSON"],
            frequency="QUARTERLY",
            listings=[a_listing(row=2, date="2021-11", frequency_printed="每季", line=52)],
        ),
    ]
    planned = [
        a_dataset(
            id=id,
            agency=id[:3],
            name=name,
            formats=["JSON"],
            spatial=True,
            listings=[a_listing(section="A.i", status="planned", date=date, row=row, line=row + 1)],
        )
        for row, (id, name, date) in enumerate(
            [("sea-piers", "码头位置", "2026-06"), ("sky-masts", "风杆位置", "2025-03")], 1
        )
    ]
    sections = [a_section(code="A.i", line=1, rows=2), a_section(rows=2)]
    return a_catalogue(
        documents=[a_document(sections=sections)],
        agencies=[an_agency(), an_agency(id="sky", name="天文觀測署")],
        datasets=[*released, *planned],
    )


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    work = tmp_path_factory.mktemp("long")
    write_records(a_data_folder(work / "few", a_few()), work / "data", NUMBER)
    return sites.build(work / "data", work, work / "site")


@pytest.fixture(scope="module")
def home(long_site: Site) -> Iterator[str]:
    with sites.served(long_site.folder) as address:
        yield address


@pytest.fixture(scope="module")
def datasets(long_site: Site) -> list[dict[str, Any]]:
    text = (long_site.folder / "data/v1/datasets.json").read_text("utf-8")
    found: list[dict[str, Any]] = json.loads(text)["items"]
    assert len(found) == NUMBER
    return found


@pytest.fixture(scope="module")
def order(long_site: Site) -> list[str]:
    """The identifiers as they stand, from page to page, in the files."""
    folder = long_site.folder / "datasets"
    files = [folder, *(folder / "parts" / str(number) for number in range(2, 6))]
    texts = [(it / "index.html").read_text("utf-8") for it in files]
    return [it for text in texts for it in re.findall('<tr data-id="([^"]+)"', text)]


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    yield page
    context.close()
    assert wrong == []


def opened(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(USABLE)


def ids(page: Page) -> list[str]:
    found: list[str] = page.locator("article tr[data-id]").evaluate_all(IDS)
    return found


def status(page: Page, number: int) -> None:
    text = re.compile(f"^{number}／{NUMBER}[個个]")
    expect(page.locator(".finder__status")).to_have_text(text)


# --- the finder -----------------------------------------------------------------------------------


def test_the_first_rows_stand_beside_the_numbers_of_all(
    page: Page, home: str, datasets: list[dict[str, Any]], order: list[str]
) -> None:
    opened(page, f"{home}datasets/")
    status(page, SHOWN)
    assert ids(page) == order[:SHOWN]
    agencies = page.locator("input[name=agency]").evaluate_all(
        """inputs => inputs.map(input =>
            [input.value, +input.closest("label").querySelector(".facet__count").textContent])"""
    )
    assert dict(agencies) == Counter(it["agency"] for it in datasets)
    assert page.locator(".parts").inner_text().startswith(f"第1至{SHOWN}行，共{NUMBER}行")


def awaited(item: dict[str, Any]) -> bool:
    """Planned for a month that is not over on 31 January 2026."""
    return item["status"] == "planned" and item["listings"][-1]["date"] >= "2026-01"


@pytest.mark.parametrize("variant", ["", "zh-Hans/"])
@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("?agency=sky", lambda it: it["agency"] == "sky"),
        ("?status=planned", awaited),
        ("?format=JSON", lambda it: "JSON" in it["formats"]),
    ],
)
def test_an_address_shows_what_it_says_of_all(
    page: Page, home: str, datasets: list[dict[str, Any]], variant: str, query: str, fits: Any
) -> None:
    opened(page, f"{home}{variant}datasets/{query}")
    wanted = {it["id"] for it in datasets if fits(it)}
    status(page, len(wanted))
    assert set(ids(page)) == wanted
    expect(page.locator(".parts")).to_be_hidden()


def test_a_text_finds_what_stands_on_a_further_page(
    page: Page, home: str, datasets: list[dict[str, Any]]
) -> None:
    """And its link leads there, from the page that one is on."""
    opened(page, f"{home}zh-Hans/datasets/")
    [wanted] = [it for it in datasets if it["name"]["zh-Hant"].endswith(" 850")]
    page.locator(".finder input[name=q]").fill(wanted["name"]["zh-Hant"])
    status(page, 1)
    assert ids(page) == [wanted["id"]]
    page.locator("tr[data-id]:visible th a").click()
    page.wait_for_url(f"{home}zh-Hans/datasets/{wanted['id']}/")
    assert page.locator("h1").inner_text() == wanted["name"]["zh-Hans"]


def test_all_are_sorted_and_all_are_shown_when_nothing_is_chosen_any_more(
    page: Page, home: str, datasets: list[dict[str, Any]], order: list[str]
) -> None:
    opened(page, f"{home}datasets/")
    page.locator(".sorting select").select_option("-date")
    status(page, NUMBER)
    days = page.locator("article tr[data-id]").evaluate_all("it => it.map(it => it.dataset.date)")
    assert len(days) == NUMBER
    assert days == sorted(days, reverse=True)
    page.locator(".sorting select").select_option("")
    page.locator("input[name=spatial][value=true]").check(force=True)
    wanted = {it["id"] for it in datasets if it["spatial"]}
    status(page, len(wanted))
    assert ids(page) == [it for it in order if it in wanted]
    page.locator(".finder__clear").click()
    status(page, NUMBER)
    assert ids(page) == order


def test_what_is_shown_can_be_downloaded_from_all_parts(
    page: Page, home: str, datasets: list[dict[str, Any]]
) -> None:
    opened(page, f"{home}datasets/?agency=sea")
    wanted = {it["id"] for it in datasets if it["agency"] == "sea"}
    status(page, len(wanted))
    with page.expect_download() as download:
        page.locator(".finder__csv").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == len(wanted)
    assert {it["id"] for it in rows} == wanted
    assert {it["url"] for it in rows} == {f"{home}datasets/{it}/" for it in wanted}


def test_a_part_that_does_not_come_is_asked_for_again(page: Page, home: str) -> None:
    opened(page, f"{home}datasets/")
    page.route("**/datasets/parts/3/", lambda route: route.abort())
    page.locator("input[name=status][value=planned]").check(force=True)
    expect(page.locator(".finder__status")).to_have_text("搜尋資料未能載入，請再試一次")
    assert len(ids(page)) == SHOWN
    page.unroute("**/datasets/parts/3/")
    page.locator("input[name=status][value=planned]").uncheck(force=True)
    status(page, SHOWN)
    page.locator("input[name=status][value=planned]").check(force=True)
    expect(page.locator(".finder__status")).not_to_have_text("搜尋資料未能載入，請再試一次")
    expect(page.locator(".parts")).to_be_hidden()


# --- without a script -----------------------------------------------------------------------------


@pytest.mark.parametrize("variant", ["", "zh-Hans/"])
@pytest.mark.parametrize("path", ["datasets/", "datasets/calendar/"])
def test_the_parts_hold_every_row_once_without_a_script(
    browser: Browser, home: str, datasets: list[dict[str, Any]], variant: str, path: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(home + variant + path)
    titles, found = [], []
    for number in range(1, 6):
        if number > 1:
            page.locator(".parts a", has_text=re.compile(f"^{number}$")).click()
            page.wait_for_url(f"{home}{variant}{path}parts/{number}/")
        titles.append(page.locator("h1").inner_text())
        found.append(page.locator("article tbody th > a:visible").evaluate_all(LED_TO))
        assert page.locator(".parts [aria-current]").inner_text() == str(number)
        assert page.locator(".parts a").count() == 4
    context.close()
    assert [len(it) for it in found] == [SHOWN] * 4 + [NUMBER - 4 * SHOWN]
    every = [it for part in found for it in part]
    assert sorted(every) == sorted(it["id"] for it in datasets)
    assert len(set(titles)) == 5


def test_the_calendar_goes_backwards_from_part_to_part(page: Page, home: str) -> None:
    """From the day of the build, 31 January 2026, on; what is to come stands before it."""
    days: list[str] = []
    for number in range(1, 6):
        page.goto(f"{home}datasets/calendar/" + (f"parts/{number}/" if number > 1 else ""))
        days += page.locator("table.records td.date").all_inner_texts()
    months = [[int(it) for it in re.findall("[0-9]+", day)] for day in days]
    assert len(months) == NUMBER
    coming = [it for it in months if it >= [2026, 1]]
    past = [it for it in months if it < [2026, 1]]
    assert months == coming + past
    assert past == sorted(past, reverse=True)


# --- an agency, a plan ----------------------------------------------------------------------------


def test_an_agency_with_hundreds_of_datasets_leads_to_the_finder(
    page: Page, home: str, datasets: list[dict[str, Any]]
) -> None:
    wanted = [it["id"] for it in datasets if it["agency"] == "sky"]
    assert len(wanted) > SHOWN
    opened(page, f"{home}agencies/sky/")
    assert len(ids(page)) == SHOWN
    page.get_by_role("link", name=f"查看全部{len(wanted)}個").click()
    page.wait_for_url(f"{home}datasets/?agency=sky")
    status(page, len(wanted))


def test_a_plan_that_added_hundreds_leads_to_its_rows(page: Page, home: str) -> None:
    page.goto(f"{home}datasets/calendar/")
    page.get_by_role("link", name=re.compile("^列出[0-9]{3}個數據集$")).click()
    page.wait_for_url(f"{home}documents/sea-plan/#contents")
