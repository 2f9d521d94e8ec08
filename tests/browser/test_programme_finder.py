"""The finder of programmes and their comparison, as a reader uses them.

What is expected is worked out from the records as they are typed (tests/expected_programmes.py).
"""

import re
from collections.abc import Iterator

import pytest
from browser.finder_page import IDS, FinderPage
from data_today import records, word
from expected_programmes import CEILINGS, applied, at_least, coded, most, open_ids
from playwright.sync_api import Browser, Locator, Page, expect
from sites import OTHER

pytestmark = [pytest.mark.browser, pytest.mark.today]

TEN_MILLION = 10_000_000
PHONE = {"width": 390, "height": 800}


class Finder(FinderPage):
    """The finder of programmes in one variant."""

    def __init__(self, page: Page, address: str, variant: str = "") -> None:
        super().__init__(page, address, "programmes/", variant)

    def pick(self, id: str) -> Locator:
        """The box that chooses a programme to be compared."""
        return self.page.locator(f"input[name=ids][value={id}]")


@pytest.fixture(scope="module", params=["", OTHER], ids=["zh-Hant", "zh-Hans"])
def finder(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Finder]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = Finder(context.new_page(), address, request.param)
    yield made
    context.close()
    # Who compares may name what is not there.
    assert [it for it in made.log if "404" not in it] == []


def test_those_that_one_can_apply_for_come_first_and_all_on_request(finder: Finder) -> None:
    assert set(finder.open()) == open_ids()
    total, all_of_them = len(open_ids()), len(records("programmes"))
    expect(finder.status).to_have_text(re.compile(f"^{total}／{total}"))
    finder.page.locator("input[name=all]").check()
    assert set(finder.shown) == set(records("programmes"))
    expect(finder.status).to_have_text(re.compile(f"^{all_of_them}／{all_of_them}"))
    assert finder.search == "?all=true"


@pytest.mark.parametrize(
    ("query", "facet", "code"),
    [
        ("?applicant=school", "applicants", "school"),
        ("?applicant=university", "applicants", "university"),
        ("?applicant=none", "applicants", "none"),
        ("?matching=ratio", "matching", "ratio"),
        ("?matching=none", "matching", "none"),
    ],
)
def test_an_address_shows_what_conditions_say(
    finder: Finder, query: str, facet: str, code: str
) -> None:
    shown = finder.open(query)
    assert set(shown) == applied(facet, code)
    assert 0 < len(shown) < len(open_ids())
    assert finder.search == query


def test_a_smallest_amount_is_read_however_it_is_typed(finder: Finder) -> None:
    """And held against what one applicant or project may get, not against what all may."""
    finder.open()
    for typed in ("1,000萬", "1000萬", "10000000", "１０００万", "一千萬", "HK$10,000,000"):
        finder.page.locator("input[name=min]").fill("")
        expect(finder.chips).to_have_count(0)
        finder.page.locator("input[name=min]").fill(typed)
        expect(finder.page.locator(".finder__read")).to_contain_text("10,000,000")
        assert set(finder.shown) == at_least(TEN_MILLION, CEILINGS), typed
        finder.box("amount", "commitment").check()
        assert set(finder.shown) == at_least(TEN_MILLION, {"commitment"}), typed
        finder.box("amount", "commitment").uncheck()


def test_an_amount_that_cannot_be_read_is_said_and_hides_nothing(finder: Finder) -> None:
    finder.open()
    field = finder.page.locator("input[name=min]")
    field.fill("很多")
    expect(field).to_have_attribute("aria-invalid", "true")
    assert set(finder.shown) == open_ids()
    expect(finder.chips).to_have_count(0)


def test_a_university_asks_for_ten_million_a_project(finder: Finder) -> None:
    shown = finder.open("?applicant=university&amount=per-project&min=1,000萬")
    assert set(shown) == applied("applicants", "university") & at_least(
        TEN_MILLION, {"per-project"}
    )
    assert "raise-plus" in shown


def apart(finder: Finder) -> dict[str, set[str]]:
    """What is shown apart: heading → the identifiers below it."""
    return {
        it.inner_text(): set(it.locator("xpath=following-sibling::tr").evaluate_all(IDS))
        for it in finder.page.locator("tr.part:visible:not(:has(summary))").all()
    }


def heading(finder: Finder, programmes: set[str], *reasons: str) -> str:
    said = "；".join(word(it, finder.script) for it in reasons)
    return word("finder-apart", finder.script, n=len(programmes), reason=said)


def test_what_does_not_speak_of_matching_stands_apart_from_what_needs_none(finder: Finder) -> None:
    finder.open("?applicant=university&matching=not-needed")
    needed = applied("applicants", "university")
    silent = {it for it in needed if coded(records("programmes")[it], "matching") == {"none"}}
    stated = needed & applied("matching", "not-needed")
    assert silent
    assert set(finder.shown) == stated | silent
    expect(finder.status).to_have_text(re.compile(f"^{len(stated)}／"))
    assert apart(finder) == {heading(finder, silent, "matching-apart"): silent}
    expect(finder.status).to_contain_text(word("finder-beside", finder.script, n=len(silent)))
    # What stands apart is not counted as if it fitted.
    assert finder.counts("applicant")["university"] == len(stated)


@pytest.mark.parametrize("applicant", ["start-up", "sme", "manufacturer"])
def test_what_speaks_of_companies_alone_stands_apart(finder: Finder, applicant: str) -> None:
    """A start-up is a company: it is not told that there is nothing else."""
    finder.open(f"?applicant={applicant}")
    own = applied("applicants", applicant)
    wider = applied("applicants", "company") - own
    assert wider
    assert set(finder.shown) == own | wider
    expect(finder.status).to_have_text(re.compile(f"^{len(own)}／"))
    assert apart(finder) == {heading(finder, wider, "applicant-apart"): wider}
    finder.open("?applicant=company")
    assert apart(finder) == {}


def test_what_says_neither_has_both_reasons(finder: Finder) -> None:
    finder.open("?applicant=start-up&matching=not-needed")
    silent = applied("matching", "none")
    own = applied("applicants", "start-up") & silent
    wider = (applied("applicants", "company") - applied("applicants", "start-up")) & silent
    told = {
        heading(finder, own, "matching-apart"): own,
        heading(finder, wider, "applicant-apart", "matching-apart"): wider,
    }
    assert apart(finder) == {name: ids for name, ids in told.items() if ids}


def test_a_word_that_no_row_holds_is_named(finder: Finder) -> None:
    """Or else a reader takes what is shown for an answer to it."""
    finder.open()
    finder.type("大學xyzzy")
    expect(finder.status).to_contain_text(word("finder-missing", finder.script, word="xyzzy"))
    finder.type("大學")
    expect(finder.status).not_to_contain_text("xyzzy")


def test_an_empty_list_says_what_the_whole_has(finder: Finder) -> None:
    closed = set(records("programmes")) - open_ids()
    kind = next(
        code
        for code in (it["kind"] for id, it in records("programmes").items() if id in closed)
        if code not in {records("programmes")[it]["kind"] for it in open_ids()}
    )
    wanted = {id for id, it in records("programmes").items() if it["kind"] == kind}
    assert finder.open(f"?kind={kind}") == []
    none = finder.page.locator(".finder__none")
    expect(none).to_contain_text(word("finder-others", finder.script, n=len(wanted)))
    finder.page.locator("input[name=all]").check()
    assert set(finder.shown) == wanted


def test_a_phone_shows_the_conditions_of_each(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    made = Finder(context.new_page(), address)
    made.open()
    cells = made.page.locator("tr[data-id]:visible td:nth-of-type(3):not(.empty)")
    filled = [it for it in cells.all() if it.inner_text().strip() not in ("", "—")]
    assert filled
    assert all(it.is_visible() for it in filled)
    context.close()


def test_the_highest_ceiling_first_and_unknown_ones_last(finder: Finder) -> None:
    shown = finder.open("?sort=-ceiling")
    ceilings = [max(most(it).get(kind, 0) for kind in CEILINGS) for it in shown]
    assert ceilings == sorted(ceilings, reverse=True)
    assert ceilings[0] > ceilings[-1] == 0
    expect(finder.page.locator("tr.part:visible")).to_have_count(0)


def test_what_is_shown_can_be_downloaded(finder: Finder) -> None:
    shown = finder.open("?applicant=university&sort=-ceiling")
    rows = finder.csv()
    assert [row["id"] for row in rows] == shown
    for row in rows:
        assert set(row["applicants"].split(";")) == coded(
            records("programmes")[row["id"]], "applicants"
        )
        for kind, value in most(row["id"]).items():
            assert row[f"hkd_{kind.replace('-', '_')}"] == str(value)


def test_going_back_and_the_other_script_keep_what_was_chosen(finder: Finder) -> None:
    finder.open()
    finder.box("applicant", "school").check()
    finder.pick("it-innovation-lab").check()
    finder.page.locator(".finder tr[data-id]:visible th a").first.click()
    finder.page.wait_for_url(re.compile(r"/programmes/[a-z0-9-]+/$"))
    finder.page.go_back()
    expect(finder.box("applicant", "school")).to_be_checked()
    expect(finder.pick("it-innovation-lab")).to_be_checked()
    finder.page.locator(".script-switch").click()
    finder.page.wait_for_url("**/programmes/?applicant=school&ids=it-innovation-lab")
    assert set(finder.shown) == applied("applicants", "school")


# --- for the ear and the keyboard, on a phone, without script ----------------------------------


@pytest.mark.parametrize("path", ["programmes/", "datasets/", "figures/"])
def test_groups_and_numbers_are_told_apart(browser: Browser, address: str, path: str) -> None:
    """In every finder: each group has its name, and a number is no part of a value's."""
    page = browser.new_page()
    page.goto(address + path)
    expect(page.locator(".finder__form")).to_be_visible()
    for facet in page.locator(".facet").all():
        name = facet.locator("legend").text_content()
        expect(page.get_by_role("group", name=name or "?", exact=True)).to_have_count(1)
        expect(facet.locator("input[type=checkbox]").first).to_have_accessible_name(
            re.compile(r"^.+，\d+項$")
        )
    page.close()


@pytest.mark.parametrize("path", ["programmes/", "datasets/", "figures/"])
def test_a_link_leads_past_the_filters(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page()
    page.goto(address + path)
    expect(page.locator(".finder__form")).to_be_visible()
    link = page.locator(".finder__skip")
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#results")).to_be_focused()
    page.close()


def test_a_box_that_is_emptied_keeps_the_focus(finder: Finder) -> None:
    """Though its value has no row any more beside the other choices."""
    finder.open("?applicant=school&matching=ratio")
    box = finder.box("applicant", "school")
    box.focus()
    finder.page.keyboard.press("Space")
    finder.page.keyboard.press("Space")
    finder.page.keyboard.press("Space")
    expect(box).to_be_focused()


def test_on_a_phone_the_number_of_results_stays_in_sight(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE, has_touch=True)
    made = Finder(context.new_page(), address)
    made.open()
    made.page.locator(".finder__facets > summary").tap()
    made.page.locator("[data-facet=kind] > summary").tap()
    made.page.locator("[data-facet=kind] label").first.tap()
    expect(made.status).to_be_in_viewport()
    made.page.locator(".finder tr[data-id]:visible").last.scroll_into_view_if_needed()
    expect(made.status).to_be_in_viewport()
    assert made.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    context.close()


def test_without_script_all_programmes_stand_there_by_kind(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}programmes/?applicant=school")
    kinds = {it["kind"] for it in records("programmes").values()}
    expect(page.locator("tr.part:visible")).to_have_count(len(kinds))
    expect(page.locator("tr[data-id]:visible")).to_have_count(0)
    for summary in page.locator("tr.part summary").all():
        summary.click()
    expect(page.locator("tr[data-id]:visible th a:visible")).to_have_count(
        len(records("programmes"))
    )
    expect(page.locator(".finder__form, .finder__bar").locator("visible=true")).to_have_count(0)
    page.goto(f"{address}programmes/compare/?ids=nias,nifs")
    expect(page.locator("article p a[href$='../']").first).to_be_visible()
    expect(page.locator(".compare")).to_be_hidden()
    context.close()


# --- side by side --------------------------------------------------------


def test_programmes_are_chosen_in_the_list_and_compared(finder: Finder) -> None:
    finder.open()
    link = finder.page.locator(".finder__compare")
    expect(link).to_be_hidden()
    finder.pick("nias").check()
    finder.pick("nifs").check()
    expect(link).to_contain_text("2")
    expect(finder.pick("nias")).to_have_accessible_name(re.compile("^比.+"))
    link.click()
    finder.page.wait_for_url("**/programmes/compare/?ids=nias,nifs")
    page = finder.page
    heads = page.locator(".compare thead th")
    expect(heads).to_have_count(2)
    label = word("official-page", finder.script)
    row = page.locator(".compare tbody tr", has=page.get_by_role("rowheader", name=label))
    for place, id in enumerate(("nias", "nifs")):
        addresses = (
            row.locator("td").nth(place).locator("a").evaluate_all("it => it.map(a => a.href)")
        )
        assert addresses == list(records("programmes")[id]["links"].values())
    ceiling = page.locator(
        ".compare tbody tr", has_text="2億" if "zh-Hans" not in finder.home else "2亿"
    )
    expect(ceiling.first.locator("a[href*='/#line-']").first).to_have_attribute(
        "href", re.compile(r"/documents/factsheet-2025/(lines/[0-9]+/)?#line-99$")
    )
    page.locator(".script-switch").click()
    page.wait_for_url("**/programmes/compare/?ids=nias,nifs")
    expect(page.locator(".compare thead th")).to_have_count(2)


def test_programmes_are_added_and_removed_beside_each_other(finder: Finder) -> None:
    page = finder.page
    page.goto(f"{finder.home}compare/")
    add = page.locator(".compare__add")
    kinds = {it["kind"] for it in records("programmes").values()}
    expect(add.locator("optgroup")).to_have_count(len(kinds))
    expect(add.locator("option")).to_have_count(len(records("programmes")))
    for id in ("nias", "nifs"):
        add.get_by_role("combobox", name=word("compare-add", finder.script)).select_option(id)
        add.get_by_role("button", name=word("compare-add-this", finder.script)).click()
        expect(add.locator(f"option[value={id}]")).to_have_count(0)
    page.wait_for_url("**/programmes/compare/?ids=nias,nifs")
    heads = page.locator(".compare thead th")
    expect(heads).to_have_count(2)
    name = heads.first.locator("a").first.inner_text()
    heads.first.get_by_role("link", name=f"：{name}").click()
    page.wait_for_url("**/programmes/compare/?ids=nifs")
    expect(heads).to_have_count(1)
    heads.get_by_role("link", name="：").click()
    page.wait_for_url("**/programmes/compare/")
    expect(page.locator(".compare table")).to_be_hidden()
    page.goto(f"{finder.home}compare/?ids=nias,nifs,rth,sis")
    expect(heads).to_have_count(4)
    expect(add).to_be_hidden()


def test_a_comparison_is_cited_with_what_is_compared(finder: Finder) -> None:
    finder.page.goto(f"{finder.home}compare/?ids=nias,nifs")
    address = finder.page.locator(".cite dd > a").first
    expect(address).to_have_attribute("href", re.compile(r"/programmes/compare/\?ids=nias,nifs$"))
    expect(address).to_have_text(re.compile(r"/programmes/compare/\?ids=nias,nifs$"))
    expect(finder.page.locator(".cite__text")).to_contain_text("/programmes/compare/?ids=nias,nifs")


def test_no_more_than_four_are_chosen(finder: Finder) -> None:
    finder.open("?ids=nias,nifs,rth,sis")
    finder.page.evaluate("document.querySelector('input[name=ids][value=nittp]').click()")
    expect(finder.pick("nittp")).not_to_be_checked()
    expect(finder.status).to_have_text(word("compare-most", finder.script))


def test_what_is_not_there_and_what_is_too_much_is_said(finder: Finder) -> None:
    page = finder.page
    page.goto(f"{finder.home}compare/?ids=nias,nobody,<b>x</b>,compare,rth")
    told = page.locator(".compare__status")
    expect(told).to_contain_text("nobody")
    expect(told).to_contain_text("<b>x</b>")
    expect(told).to_contain_text("compare")
    expect(told).to_contain_text("rth")
    expect(page.locator(".compare thead th")).to_have_count(1)
    expect(page.locator(".compare [role=img]").first).to_have_accessible_name(
        word("unknown", finder.script)
    )


def test_a_phone_leads_to_what_is_compared(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    page.goto(f"{address}programmes/compare/?ids=nias,nifs")
    links = page.locator(".compare thead th a:not([aria-label])")
    expect(links).to_have_count(2)
    for link, id in zip(links.all(), ("nias", "nifs"), strict=True):
        expect(link).to_be_in_viewport()
        expect(link).to_have_attribute("href", f"{address}programmes/{id}/")
    context.close()
