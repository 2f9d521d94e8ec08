"""The finder of figures, as a reader uses it: ten things that readers come for, and its parts.

What is expected is worked out from the records as they are typed (tests/expected_figures.py).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby

import pytest
from browser.finder_page import FinderPage
from data_today import Record, in_script, records, word
from expected_figures import all_figures, chosen, is_changed, most, run_by
from page_reader import amounts
from playwright.sync_api import Browser, Page, expect
from sites import OTHER

pytestmark = [pytest.mark.browser, pytest.mark.today]

PHONE = {"width": 390, "height": 800}
SUBJECT = Counter(it["subject"] for it in all_figures().values()).most_common(1)[0][0]
"""The one with most figures."""


class Finder(FinderPage):
    """The finder of figures in one variant."""

    def __init__(self, page: Page, address: str, variant: str = "") -> None:
        super().__init__(page, address, "figures/", variant)

    def tells(self, number: int) -> str:
        """What the page says when it shows so many of all figures."""
        return word("figures-shown", self.script, n=number, total=len(all_figures()))


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def finder(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Finder]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Finder(context.new_page(), address, request.param)
    yield made
    context.close()
    assert made.log == []


def year(figure: Record) -> str:
    return str(figure.get("as_of", ""))[:4]


# --- what readers come for ------------------------------------------------------------------------

TASKS: dict[str, tuple[str, Callable[[Record], bool]]] = {
    "創科署的所有款額": (
        "?agency=itc&unit=HKD",
        lambda it: run_by(it, "itc") and it["unit"] == "HKD",
    ),
    "2025年的人數": (
        "?unit=person&time=2025",
        lambda it: it["unit"] == "person" and year(it) == "2025",
    ),
    "改變了的數字": ("?change=changed", is_changed),
    "與前相同的款額": (
        "?unit=HKD&change=same",
        lambda it: it["unit"] == "HKD" and len(it["series"]) > 1 and not is_changed(it),
    ),
    "不可直接比較": ("?comparable=false", lambda it: it["break"] is not None),
    "基金的全部數字": (f"?subject={SUBJECT}", lambda it: it["subject"] == SUBJECT),
    "只有較舊版才有": (
        "?document=factsheet-2024&change=single",
        lambda it: it["document"] == "factsheet-2024" and len(it["series"]) == 1,
    ),
    "預算文件的數字": (
        "?document=head-135-2025-26",
        lambda it: it["document"] == "head-135-2025-26",
    ),
    "樓面和用地有多大": (
        "?unit=hectare,square-metre",
        lambda it: it["unit"] in ("hectare", "square-metre"),
    ),
    "未載截至日期的承擔額": (
        "?measure=commitment&time=none",
        lambda it: it["measure"] == "commitment" and "as_of" not in it,
    ),
}
"""What is asked, the address that answers it, and which figures do."""


@pytest.mark.parametrize("task", TASKS)
def test_an_address_shows_what_a_reader_asks(finder: Finder, task: str) -> None:
    query, fits = TASKS[task]
    shown = finder.open(query)
    assert set(shown) == chosen(fits)
    expect(finder.status).to_have_text(finder.tells(len(shown)))
    assert finder.search == query


def test_the_tasks_differ() -> None:
    """So that a page that shows everything, or nothing, is no right answer."""
    numbers = [len(chosen(fits)) for _, fits in TASKS.values()]
    assert len(set(numbers)) > 6
    assert max(numbers) < len(all_figures())


def test_a_reader_ticks_and_unticks(finder: Finder) -> None:
    """The numbers tell what each value would show beside the other choices."""
    finder.open()
    finder.box("unit", "HKD").check()
    money = chosen(lambda it: it["unit"] == "HKD")
    assert set(finder.shown) == money
    counts = Counter(all_figures()[it]["measure"] for it in money)
    assert {it: n for it, n in finder.counts("measure").items() if n} == counts
    finder.box("comparable", "false").check()
    assert set(finder.shown) == chosen(lambda it: it["unit"] == "HKD" and it["break"] is not None)
    finder.page.locator(".finder__clear").click()
    expect(finder.status).to_have_text(finder.tells(len(all_figures())))
    assert finder.search == ""


def test_a_text_is_found_in_either_script(finder: Finder) -> None:
    """In the measure, the subject's names, what is counted, the document's words."""
    finder.open()
    for typed in ("獨角獸", "独角兽", "unicorn"):
        finder.type(typed)
        assert chosen(lambda it: it["measure"] == "unicorns") <= set(finder.shown)
        assert len(finder.shown) < len(all_figures()) / 4


# --- order ----------------------------------------------------------------------------------------


def test_amounts_are_sorted_unit_by_unit(finder: Finder) -> None:
    """What is not counted alike is not held against each other, and the menu says so."""
    shown = finder.open("?sort=-amount")
    assert set(shown) == set(all_figures())
    runs = [(unit, list(of)) for unit, of in groupby(shown, lambda it: all_figures()[it]["unit"])]
    order = [it["code"] for it in records("vocabulary")["units"]["terms"]]
    units = [unit for unit, _ in runs]
    assert units == sorted(set(units), key=order.index)
    for _, of in runs:
        amounts = [most(all_figures()[it]) for it in of]
        assert amounts == sorted(amounts, reverse=True)
    label = finder.page.locator(".sorting option:checked")
    expect(label).to_have_text(word("sort-amount", finder.script))
    names = {it["code"]: it["name"] for it in records("vocabulary")["units"]["terms"]}
    heads = finder.page.locator("tr.part:visible")
    expect(heads).to_have_text([in_script(names[it], finder.script) for it in units])
    for head, (_, of) in zip(heads.all(), runs, strict=True):
        first = head.locator("xpath=following-sibling::tr[1]")
        assert first.get_attribute("data-id") == of[0]
    expect(finder.page.locator("tr[data-id]:visible td:nth-child(2)").first).to_be_visible()
    finder.page.locator(".sorting select").select_option("date")
    expect(heads).to_have_count(0)


@pytest.mark.parametrize("order", ["-date", "date"])
def test_figures_without_a_day_come_last(finder: Finder, order: str) -> None:
    years = [year(all_figures()[it]) for it in finder.open(f"?sort={order}")]
    dated = [it for it in years if it]
    assert dated == sorted(dated, reverse=order == "-date")
    assert years == dated + [""] * (len(years) - len(dated))


def test_what_was_sorted_returns_to_its_groups(finder: Finder) -> None:
    finder.open("?sort=-date&unit=HKD")
    menu = finder.page.locator(".sorting select")
    menu.select_option("")
    listed = finder.shown
    assert listed == finder.open("?unit=HKD")
    group = finder.page.locator(f"tr[data-id='{listed[0]}']").locator("xpath=../tr[1]")
    expect(group).to_have_id(all_figures()[listed[0]]["subject"])


def test_a_group_that_a_reader_shut_hides_nothing_of_a_sorted_list(finder: Finder) -> None:
    listed = finder.open("?unit=HKD")
    finder.page.locator("tr.part:visible summary").first.click()
    assert 0 < len(finder.shown) < len(listed)
    finder.page.locator(".sorting select").select_option("-amount")
    assert set(finder.shown) == set(listed)


# --- what a row says ------------------------------------------------------------------------------


def test_every_row_of_a_series_with_a_break_says_so(finder: Finder) -> None:
    finder.open("?comparable=false")
    rows = finder.page.locator("tr[data-id]:visible")
    tags = rows.locator(".tag--planned")
    expect(tags).to_have_count(len(finder.shown))
    expect(tags.first).to_have_text(word("break", finder.script))


def test_each_figure_has_an_address(finder: Finder) -> None:
    """A link to its place on the page of its subject; and its row has one here, also if folded."""
    id, figure = next((id, it) for id, it in all_figures().items() if it["subject"] == SUBJECT)
    finder.page.goto(f"{finder.home}#figure-{id}")
    row = finder.page.locator(f"#figure-{id}")
    expect(row).to_be_visible()
    row.locator("th a").click()
    finder.page.wait_for_url(f"**/{SUBJECT}/#figure-{figure['measure']}")
    expect(finder.page.locator(f"#figure-{figure['measure']}")).to_be_visible()


# --- files ----------------------------------------------------------------------------------------


def test_what_is_shown_is_saved_as_csv_and_json(finder: Finder) -> None:
    shown = finder.open("?unit=HKD&change=changed&sort=-amount")
    rows, saved = finder.csv(), finder.json()
    assert saved["url"] == finder.page.url
    assert [it["id"] for it in rows] == [it["id"] for it in saved["items"]] == shown
    for row, item in zip(rows, saved["items"], strict=True):
        figure = all_figures()[row["id"]]
        for name in ("subject", "measure", "unit", "qualifier", "document", "value", "line"):
            assert row[name] == figure[name]
        assert (item["value"], item["line"]) == (int(figure["value"]), int(figure["line"]))
        assert item["as_of"] == figure.get("as_of")
        assert row["as_of"] == figure.get("as_of", "")
        assert str(item["value_max"] or "") == row["value_max"] == figure.get("value_max", "")
        assert row["url"].endswith(f"/{figure['subject']}/#figure-{figure['measure']}")
        assert row["agency"] == ";".join(item["agency"])


# --- first view -----------------------------------------------------------------------------------


def test_the_list_opens_with_its_subjects_and_money_before_posts(
    browser: Browser, address: str
) -> None:
    """On a telephone: what nobody has asked for is folded; each subject says one of its numbers."""
    context = browser.new_context(viewport=PHONE, has_touch=True)
    made = Finder(context.new_page(), address)
    assert made.open() == []
    assert made.number == len(all_figures())
    heads = made.page.locator("tr.part:visible")
    expect(heads).to_have_count(len(records("figures")))
    first = heads.first.get_attribute("id")
    assert "HKD" in {it["unit"] for it in all_figures().values() if it["subject"] == first}
    assert made.page.evaluate("document.documentElement.scrollHeight") < 8000
    name, remark = heads.first.locator("summary").inner_text().split("\n")
    number = len(chosen(lambda it: it["subject"] == first))
    expect(heads.first.locator("summary")).to_have_accessible_name(
        word("finder-count", name=name.rsplit(" ", 1)[0], n=number) + remark
    )
    money = [it for it in all_figures().values() if (it["subject"], it["unit"]) == (first, "HKD")]
    assert set(amounts(remark)) & {int(it["value"]) for it in money}
    heads.first.locator("summary").tap()
    assert set(made.shown) == chosen(lambda it: it["subject"] == first)
    made.page.locator(".finder__facets > summary").tap()
    made.page.locator("[data-facet=unit] > summary").tap()
    made.page.locator("[data-facet=unit] label", has=made.box("unit", "person")).tap()
    assert set(made.shown) == chosen(lambda it: it["unit"] == "person")
    assert made.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    context.close()


@pytest.mark.parametrize("variant", ["", OTHER])
def test_without_script_each_subject_unfolds_its_figures(
    browser: Browser, address: str, variant: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{variant}figures/")
    expect(page.locator("tr[data-id]:visible")).to_have_count(0)
    expect(page.locator("tr.part:visible")).to_have_count(len(records("figures")))
    group = page.locator(f"tbody:has(> #{SUBJECT})")
    group.locator("summary").focus()
    page.keyboard.press("Enter")
    wanted = len(chosen(lambda it: it["subject"] == SUBJECT))
    expect(group.locator("tr[data-id]:visible")).to_have_count(wanted)
    expect(page.locator("tr[data-id]:visible")).to_have_count(wanted)
    expect(page.locator(".finder__form, .finder__bar").locator("visible=true")).to_have_count(0)
    context.close()
