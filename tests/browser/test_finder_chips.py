"""What is chosen in a finder stands above its list, and can be taken away: in all three."""

from collections.abc import Iterator

import pytest
from browser.finder_page import FinderPage
from data_today import word
from playwright.sync_api import Browser, expect
from sites import OTHER

pytestmark = pytest.mark.browser

CHOSEN = {
    "datasets/": ("status", "released", "spatial", "false"),
    "programmes/": ("kind", "fund", "agency", "itc"),
    "figures/": ("unit", "HKD", "change", "changed"),
}
"""Two values that occur, each with its facet."""
CASES = [(path, variant) for path in CHOSEN for variant in ("", OTHER)]


@pytest.fixture(params=CASES, ids=str)
def finder(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[FinderPage]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = FinderPage(context.new_page(), address, *request.param)
    yield made
    context.close()
    assert made.log == []


def query(finder: FinderPage) -> str:
    path = finder.home.split("/")[-2] + "/"
    one, first, other, second = CHOSEN[path]
    return f"?{one}={first}&{other}={second}"


def label(finder: FinderPage, facet: str, value: str) -> str:
    """`狀況：計劃發放`."""
    legend = finder.page.locator(f"[data-facet={facet}] legend").inner_text()
    name = finder.box(facet, value).locator("xpath=following-sibling::span[1]").inner_text()
    return word("finder-chip", finder.script, facet=legend, value=name)


def test_chips_say_what_is_chosen_and_take_it_away(finder: FinderPage) -> None:
    """Their names say what they do; the address, the boxes and the list follow."""
    finder.open()
    everything = finder.number
    expect(finder.chips).to_have_count(0)
    (one, first), (other, second) = (
        it.split("=") for it in query(finder).removeprefix("?").split("&")
    )
    finder.open(query(finder))
    names = [label(finder, one, first), label(finder, other, second)]
    assert finder.chips.all_inner_texts() == names
    for place, name in enumerate(names):
        expect(finder.chips.nth(place)).to_have_accessible_name(
            word("finder-remove", finder.script, name=name)
        )
    finder.chips.first.click()
    expect(finder.box(one, first)).not_to_be_checked()
    assert finder.search == f"?{other}={second}"
    assert finder.chips.all_inner_texts() == names[1:]
    finder.chips.first.click()
    assert (finder.search, finder.number) == ("", everything)
    expect(finder.page.locator(".finder__chips")).to_be_hidden()


def test_from_the_keyboard_the_focus_goes_on_to_the_next(finder: FinderPage) -> None:
    """And at the end to the list."""
    finder.open(query(finder))
    finder.chips.first.focus()
    finder.page.keyboard.press("Enter")
    expect(finder.chips).to_have_count(1)
    expect(finder.chips.first).to_be_focused()
    finder.page.keyboard.press("Space")
    expect(finder.chips).to_have_count(0)
    expect(finder.page.locator("#results")).to_be_focused()


def test_all_are_taken_away_at_once(finder: FinderPage) -> None:
    finder.open(query(finder))
    finder.page.locator(".finder__clear").click()
    expect(finder.chips).to_have_count(0)
    assert finder.search == ""


def test_a_text_is_a_chip_too(finder: FinderPage) -> None:
    """Whatever it holds."""
    typed = "<b>#@ 創新"
    finder.open()
    finder.type(typed)
    name = word("finder-chip", finder.script, facet=word("finder-text", finder.script), value=typed)
    expect(finder.chips.first).to_have_text(name)
    finder.chips.first.click()
    expect(finder.page.locator(".finder input[name=q]")).to_have_value("")
    assert finder.search == ""
