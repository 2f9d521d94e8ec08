"""The dataset finder, the lists of datasets and the calendar, as a reader uses them.

What is expected is worked out from the records (tests/expected_datasets.py), with choices that some
datasets fit and others do not. The site is built for 31 January 2026.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import expected_datasets
import page_reader
import pytest
from browser.finder_page import FinderPage
from data_today import listings, newest, records, said_day, word
from playwright.sync_api import Browser, Page, expect
from sites import DAY, OTHER, Site

pytestmark = pytest.mark.browser

CALENDAR_ROWS = "article tbody tr:has(td.date + th > a)"
TOTAL = len(records("datasets"))
PLANNED, SPATIAL = (
    expected_datasets.shown("?status=planned"),
    expected_datasets.shown("?spatial=true"),
)
AGENCY, CATEGORY, FORMAT, FREQUENCY = (
    expected_datasets.common(it) for it in ("agency", "category", "format", "frequency")
)
"""The values of each facet, the commonest first."""
PLANNING = expected_datasets.common("agency", status={"planned"})
"""Agencies that plan datasets, the one with most of them first."""
WITHOUT_SPATIAL = next(
    it for it in AGENCY if it not in expected_datasets.common("agency", spatial={"true"})
)
NAME = min(records("datasets").values(), key=lambda it: it["id"])["name"]


class Finder(FinderPage):
    """The finder of datasets in one variant."""

    def __init__(self, page: Page, address: str, variant: str) -> None:
        super().__init__(page, address, "datasets/", variant)

    def tells(self, number: int) -> str:
        """What the page says when it shows so many of all datasets."""
        return word("finder-shown", self.script, n=number, total=TOTAL)

    @property
    def count(self) -> int:
        """The number of datasets that the page says it shows."""
        assert self.status.inner_text() == self.tells(self.number)
        return self.number


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def finder(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Finder]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Finder(context.new_page(), address, request.param)
    yield made
    context.close()
    assert made.log == []


# --- the address says what is shown ---------------------------------------------------------------

QUERIES = [
    "",
    *(f"?status={it}" for it in ("planned", "released", "target-passed", "archived", "one-off")),
    "?status=planned,released",
    "?spatial=true",
    "?spatial=false",
    f"?format={FORMAT[0]}",
    f"?format={FORMAT[0].lower()}",
    "?format=none",
    f"?format={FORMAT[1]},{FORMAT[2]}",
    f"?agency={AGENCY[0]}",
    f"?agency={AGENCY[0]},{AGENCY[1]}",
    f"?category={CATEGORY[-1]}",
    f"?frequency={FREQUENCY[0]}",
    f"?frequency={FREQUENCY[1]},{FREQUENCY[2]}",
    f"?agency={PLANNING[-1]}&status=planned",
    f"?agency={WITHOUT_SPATIAL}&spatial=true",
    "?agency=nowhere",
    f"?q={NAME}",
]
"""A code that no dataset has is not a choice."""


@pytest.mark.today
def test_the_choices_differ() -> None:
    """So that a page that shows everything, or nothing, is no right answer to most of them."""
    numbers = [len(expected_datasets.shown(it)) for it in QUERIES]
    assert numbers.count(TOTAL) <= 5
    assert numbers.count(0) <= 4
    assert len(set(numbers)) > 8


@pytest.mark.parametrize(
    "query",
    [
        pytest.param(it, marks=[pytest.mark.fixed_day] * bool(re.search("passed|planned", it)))
        for it in QUERIES
    ],
)
def test_an_address_shows_what_it_says(finder: Finder, query: str) -> None:
    shown = finder.open(query)
    assert set(shown) == expected_datasets.shown(query)
    assert len(shown) == finder.count
    if "nowhere" not in query:
        assert sorted(re.split("[?&=,]", finder.search.lower())) == sorted(
            re.split("[?&=,]", query.lower())
        )


def test_the_search_box_leaves_the_finder_s_query_alone(finder: Finder) -> None:
    """The theme opens it for any address with a `q`; on other pages that may stay."""
    finder.open(f"?q={NAME}")
    box = finder.page.locator(".md-search__input")
    expect(finder.page.locator("html")).to_have_class(re.compile(r"\bjs\b"))
    finder.page.wait_for_load_state("networkidle")
    expect(box).to_have_value("")
    expect(finder.page.locator("#__search")).not_to_be_checked()
    assert finder.page.evaluate("new URLSearchParams('q=a').has('q')")


# --- facets ---------------------------------------------------------------------------------------


@pytest.mark.fixed_day
def test_a_choice_changes_rows_numbers_and_address(finder: Finder) -> None:
    """The numbers of a facet tell what its values would show beside the other facets' choices."""
    finder.open()
    finder.box("status", "planned").check()
    assert set(finder.shown) == PLANNED
    assert finder.search == "?status=planned"
    agencies = finder.counts("agency")
    planned = expected_datasets.counts("agency", status={"planned"})
    assert {it: number for it, number in agencies.items() if number} == planned
    assert finder.counts("status")["released"] == expected_datasets.counts("status")["released"]
    others = [it for it in AGENCY if it not in planned]
    expect(finder.box("agency", others[0])).to_be_disabled()
    first, second = PLANNING[:2]
    finder.box("agency", first).check()
    finder.box("agency", second).check()
    chosen = {"agency": {first, second}, "status": {"planned"}}
    assert finder.count == planned[first] + planned[second]
    order = [it for it in agencies if it in chosen["agency"]]
    assert finder.search == f"?agency={','.join(order)}&status=planned"
    assert {it: number for it, number in finder.counts("agency").items() if number} == planned
    shown = {it: number for it, number in finder.counts("status").items() if number}
    assert shown == expected_datasets.counts("status", **chosen)
    finder.page.locator(".finder__clear").click()
    assert (finder.count, finder.search) == (TOTAL, "")
    expect(finder.page.locator(".finder__clear")).to_be_hidden()


def test_nothing_left_says_so(finder: Finder) -> None:
    finder.open(f"?agency={WITHOUT_SPATIAL}&spatial=true")
    expect(finder.page.locator(".finder__none")).to_be_visible()
    expect(finder.page.locator(".finder table")).to_be_hidden()
    expect(finder.box("agency", WITHOUT_SPATIAL)).to_be_enabled()


TYPED = (
    *("門閘", "门闸", "3D門閘", "hkstp 3d", "ＤＬＲＩ", "1000平方呎", "1 000 平方呎"),
    *("科技券", "數碼港", "数码港", "量子"),
)
"""What readers type: in either script, wide and narrow, with spaces and without, two words."""


def test_text_is_found_as_in_the_search_box(finder: Finder) -> None:
    """In the name, the description, the group, the agency's names; in either script."""
    finder.open()
    for typed in (*TYPED, NAME):
        finder.type(typed)
        wanted = expected_datasets.shown(f"?q={typed}")
        told = [finder.tells(len(wanted))]
        if not wanted:
            told.append(word("finder-missing", finder.script, word=typed))
        expect(finder.status).to_have_text("；".join(told))
        assert set(finder.shown) == wanted, typed


@pytest.mark.today
def test_what_is_typed_is_found_in_some_datasets_and_not_in_all() -> None:
    found = [len(expected_datasets.shown(f"?q={it}")) for it in (*TYPED, NAME)]
    assert max(found) < TOTAL
    assert len([it for it in found if it]) >= len(found) / 2


@pytest.mark.parametrize("lost", ["words.json", "match.js"])
def test_a_text_that_cannot_be_looked_for_is_not_said_to_be_found(
    browser: Browser, address: str, lost: str
) -> None:
    """What is needed for it comes with the first letter; a letter later it is asked for again."""
    page = browser.new_page()
    page.goto(f"{address}datasets/")
    expect(page.locator(".finder__form")).to_be_visible()
    page.route(f"**/search/{lost}", lambda route: route.abort())
    page.locator(".finder input[name=q]").fill(NAME[:1])
    status = page.locator(".finder__status")
    expect(status).to_have_text(word("finder-failed"))
    page.unroute(f"**/search/{lost}")
    page.locator(".finder input[name=q]").fill(NAME)
    number = len(expected_datasets.shown(f"?q={NAME}"))
    expect(status).to_have_text(word("finder-shown", n=number, total=TOTAL))
    page.close()


@pytest.mark.fixed_day
def test_the_script_switch_takes_the_choice_along(finder: Finder) -> None:
    finder.open("?status=planned&sort=-date")
    finder.page.locator(".script-switch").click()
    finder.page.wait_for_url("**/datasets/?status=planned&sort=-date")
    expect(finder.status).to_have_text(re.compile(f"{len(PLANNED)}.*{TOTAL}"))


def test_coming_back_shows_what_was_left(finder: Finder) -> None:
    finder.open()
    finder.box("spatial", "true").check()
    finder.page.locator(".finder tr[data-id]:visible a").first.click()
    finder.page.wait_for_url(re.compile(r"/datasets/[a-z0-9-]+/$"))
    finder.page.go_back()
    expect(finder.status).to_have_text(finder.tells(len(SPATIAL)))
    assert set(finder.shown) == SPATIAL
    expect(finder.box("spatial", "true")).to_be_checked()


def test_the_number_shown_is_announced(finder: Finder) -> None:
    finder.open()
    assert finder.status.get_attribute("role") == "status"


# --- order ----------------------------------------------------------------------------------------


COLLATED = """([names, order]) => names.slice().sort(
    new Intl.Collator(order, {ignorePunctuation: true, numeric: true}).compare)"""
"""Names in an order of the browser: brackets and quotation marks do not count."""


def test_lists_are_sorted_by_name_date_and_frequency(finder: Finder) -> None:
    """Strokes in Traditional, pinyin in Simplified, and the menu says so."""
    listed = finder.open()
    menu = finder.page.locator(".finder select")
    order, label = {
        "zh-Hant": ("zh-Hant-u-co-stroke", "sort-name-stroke"),
        "zh-Hans": ("zh-Hans-u-co-pinyin", "sort-name-pinyin"),
    }[finder.script]
    menu.select_option(label=word(label, finder.script))
    names = finder.page.locator(".finder tr[data-id] th").all_inner_texts()
    assert names == finder.page.evaluate(COLLATED, [names, order])
    assert names != finder.page.evaluate(COLLATED, [names, "en"])
    assert finder.shown != listed
    assert finder.search == "?sort=name"
    menu.select_option("-date")
    dates = [newest(records("datasets")[it])["date"] for it in finder.shown]
    assert dates == sorted(dates, reverse=True)
    assert len(set(dates)) > 5
    menu.select_option("frequency")
    codes = [it["code"] for it in records("vocabulary")["frequencies"]["terms"]]
    ranks = [codes.index(records("datasets")[it]["frequency"]) for it in finder.shown]
    assert ranks == sorted(ranks)
    assert ranks[0] < ranks[-1]
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
    page.goto(finder.home.replace("datasets/", f"agencies/{AGENCY[0]}/"))
    page.locator(".sorting select").select_option("-date")
    dates = page.locator("tr[data-id]").evaluate_all("rows => rows.map(row => row.dataset.date)")
    assert len(dates) == expected_datasets.counts("agency")[AGENCY[0]]
    assert dates == sorted(dates, reverse=True)


# --- files ----------------------------------------------------------------------------------------


def read(path: Path) -> list[dict[str, str]]:
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.fixed_day
def test_what_is_shown_can_be_downloaded(site: Site, finder: Finder) -> None:
    shown = finder.open("?status=planned&sort=-date")
    rows = finder.csv()
    content = json.loads((site.folder / "data/v1/datasets.json").read_text("utf-8"))
    items = {it["id"]: it for it in content["items"]}
    agencies = {it["id"]: it["name"][finder.script] for it in page_reader.items(site, "agencies")}
    assert [row["id"] for row in rows] == shown
    for row in rows:
        statuses = expected_datasets.statuses(records("datasets")[row["id"]])
        named = {word(it, finder.script, of="dataset-status") for it in statuses}
        assert set(row.pop("status").split(";")) == statuses
        assert set(row.pop("status_name").split(";")) == named
        assert row.pop("spatial_name")
        assert row.pop("agency_name") == agencies[row["agency"]]
        assert row == row_of(items[row["id"]], finder)
    for item, row in zip(finder.json()["items"], finder.csv(), strict=True):
        whole = items[item["id"]]
        assert (item["id"], item["url"], item["name"]) == (row["id"], row["url"], row["name"])
        assert item["formats"] == whole["formats"]
        assert item["spatial"] is whole["spatial"]


def row_of(item: dict[str, Any], finder: Finder) -> dict[str, str]:
    """What a spreadsheet should show of a dataset."""
    return {
        "id": item["id"],
        "url": f"{finder.home}{item['id']}/",
        "name": item["name"][finder.script],
        "agency": item["agency"],
        "category": item["category"]["code"],
        "category_name": item["category"][finder.script],
        "spatial": str(item["spatial"]).lower(),
        "formats": ";".join(item["formats"]),
        "frequency": item["frequency"]["code"],
        "frequency_name": item["frequency"][finder.script],
        "date": item["listings"][-1]["date"],
    }


def test_everything_can_be_downloaded(finder: Finder) -> None:
    finder.open()
    with finder.page.expect_download() as download:
        finder.page.locator(".finder a[href$='datasets.csv']").click()
    assert len(read(Path(download.value.path()))) == TOTAL


# --- on a phone, from the keyboard, without script ------------------------------------------------


@pytest.mark.fixed_day
def test_on_a_phone_the_facets_are_folded(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True)
    made = Finder(context.new_page(), address, "")
    made.open()
    expect(made.page.locator(".facet").first).to_be_hidden()
    made.page.locator(".finder__facets > summary").tap()
    made.page.locator("[data-facet=status] > summary").tap()
    made.page.locator("label", has=made.box("status", "planned")).tap()
    assert made.count == len(PLANNED)
    assert made.page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()


def test_the_finder_is_used_from_the_keyboard_alone(finder: Finder) -> None:
    finder.open()
    page = finder.page
    page.locator(".finder input[name=q]").focus()
    # Past the two summaries above it to the first box of the first facet.
    for key in ("Tab", "Tab", "Tab", "Space"):
        page.keyboard.press(key)
    first = next(iter(finder.counts("agency")))
    expect(finder.box("agency", first)).to_be_checked()
    assert finder.count == expected_datasets.counts("agency")[first]
    finder.page.locator("th[data-sort=name] button").focus()
    page.keyboard.press("Enter")
    assert finder.search == f"?agency={first}&sort=name"


def test_without_script_all_rows_stand_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    rows = len(list(listings()))
    for variant in ("", OTHER):
        page.goto(f"{address}{variant}datasets/?status=planned")
        expect(page.locator("tr[data-id]:visible a:visible")).to_have_count(TOTAL)
        expect(page.locator(".finder__form")).to_be_hidden()
        expect(page.locator(".finder button:visible, .finder select:visible")).to_have_count(0)
        page.goto(f"{address}{variant}datasets/calendar/")
        expect(page.locator(CALENDAR_ROWS).locator("visible=true")).to_have_count(rows)
    context.close()


# --- the calendar ---------------------------------------------------------------------------------


@pytest.mark.fixed_day
def test_the_calendar_shows_what_is_to_come_first(browser: Browser, address: str) -> None:
    """On 31 January 2026 that month is not over; then what is past, backwards."""
    page = browser.new_page()
    page.goto(f"{address}datasets/calendar/")
    months = [row["date"] for _, row in listings()]
    coming = sorted(it for it in months if expected_datasets.ends(it) >= DAY)
    past = sorted((it for it in months if expected_datasets.ends(it) < DAY), reverse=True)
    rows = page.locator(CALENDAR_ROWS)
    shown = [text.split("\t")[0].strip() for text in rows.all_inner_texts()]
    assert len(coming) > 0
    assert shown == [said_day(it) for it in (*coming, *past)]
    expect(page.locator(f"#m-{past[0]}")).to_be_visible()
    page.close()
