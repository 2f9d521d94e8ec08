"""What the accessibility statement says of sizes, systems, pages without scripts, and paper."""

import pytest
from data_today import word
from example_records import AGENCY, DATASET, FACT_SHEET, HEAD, PROGRAMME
from playwright.sync_api import Browser, expect
from sites import OTHER

from generator.model.base import Script

pytestmark = pytest.mark.browser

KINDS = (
    *(
        "",
        "agencies/",
        f"agencies/{AGENCY}/",
        "datasets/",
        "programmes/",
        f"programmes/{PROGRAMME}/",
    ),
    *("figures/", f"budget/{HEAD}/", "timeline/", f"documents/{FACT_SHEET}/"),
    *("errata/", "data/", "about/", "404.html"),
)
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
"""The distances of WCAG 2.2, success criterion 1.4.12."""
CUT = """() => [...document.querySelectorAll("article *, header .md-ellipsis")].filter(it => {
    const style = getComputedStyle(it)
    if (style.overflowX === "visible" || style.clipPath !== "none") return false
    return it.checkVisibility() && it.clientWidth && it.scrollWidth > it.clientWidth + 1
}).map(it => it.outerHTML.slice(0, 120))"""
"""Elements whose text goes on where nobody sees it."""

# --- size and distance ----------------------------------------------------------------------------


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_text_may_be_set_wider(browser: Browser, address: str, width: int) -> None:
    """640 pixels are a window of 1280 at 200 %; nothing is cut off and nothing scrolls sideways."""
    context = browser.new_context(
        viewport={"width": width, "height": 512}, bypass_csp=True, base_url=address
    )
    page = context.new_page()
    wrong = {}
    for path in KINDS:
        page.goto(path)
        for style in ("/* as it is */", SPACED):
            page.add_style_tag(content=style)
            taken = page.evaluate("document.documentElement.scrollWidth")
            cut = page.evaluate(CUT)
            if taken > width or cut:
                wrong[path] = (taken, cut)
    context.close()
    assert wrong == {}


# --- the forms of characters ----------------------------------------------------------------------

FONT = "it => getComputedStyle(it).fontFamily.split(', ').map(it => it.replaceAll('\"', ''))"
HONG_KONG, MAINLAND = ["PingFang HK", "Noto Sans HK"], ["PingFang SC", "Noto Sans SC"]


@pytest.mark.parametrize(
    ("variant", "own", "other", "tag"),
    [("", HONG_KONG, MAINLAND, "zh-Hans"), ("zh-Hans/", MAINLAND, HONG_KONG, "zh-Hant-HK")],
)
def test_fonts_of_the_place_come_first(
    browser: Browser, address: str, variant: str, own: list[str], other: list[str], tag: str
) -> None:
    """Of the page, of what is typed, and of a name in the other script that stands in it."""
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.goto(f"{variant}terminology/")
    for selector, fonts in (
        *((it, own) for it in ("body", "article p", "input")),
        (f"article span[lang='{tag}']", other),
    ):
        assert page.locator(selector).first.evaluate(FONT)[:2] == fonts, selector
    context.close()


# --- systems that ask for less or for other colours -----------------------------------------------


def test_nothing_moves_where_motion_is_not_wanted(browser: Browser, address: str) -> None:
    """No transition and no animation that one could see."""
    context = browser.new_context(reduced_motion="reduce", base_url=address)
    page = context.new_page()
    page.goto("")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].map(it => getComputedStyle(it)).filter(it =>
            [...it.transitionDuration.split(","), ...it.animationDuration.split(",")]
                .some(time => parseFloat(time) > .01)).length"""
    )
    context.close()
    assert moving == 0


def test_charts_and_focus_are_seen_in_the_colours_of_the_system(
    browser: Browser, address: str
) -> None:
    """On black, whatever colours were chosen here."""
    context = browser.new_context(forced_colors="active", color_scheme="light", base_url=address)
    page = context.new_page()
    page.goto(f"budget/{HEAD}/")
    page.keyboard.press("Tab")
    canvas, text, *drawn = page.evaluate(
        """() => {
            const probe = document.body.appendChild(document.createElement("p"))
            const colour = name => {
                probe.style.color = name
                return getComputedStyle(probe).color
            }
            const one = selector => getComputedStyle(document.querySelector(selector))
            return [colour("Canvas"), colour("CanvasText"), one(".chart__bar").fill,
                one(".chart__label").fill, one(".chart__number").fill]
        }"""
    )
    width = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    context.close()
    assert drawn == [text] * 3
    assert text != canvas
    assert width == "3px"


# --- no script ------------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_without_scripts_nothing_pretends_to_work(
    browser: Browser, address: str, scheme: str
) -> None:
    """Menu and switch are links, what needs a script is away, and the colours are the system's."""
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": 390, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        base_url=address,
    )
    page = context.new_page()
    agencies = {
        "": word("nav.agencies", of="theme"),
        OTHER: word("nav.agencies", "zh-Hans", of="theme"),
    }
    for variant in ("", OTHER):
        page.goto(variant)
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert (background == "rgb(255, 255, 255)") == (scheme == "light")
        expect(page.locator("button:visible, input:visible, .search-door:visible")).to_have_count(0)
        page.locator(".md-tabs__link", has_text=agencies[variant]).click()
        page.wait_for_url(f"**/{variant}agencies/")
        page.goto(f"{variant}datasets/")
        expect(
            page.locator(".finder__form, .finder__bar, .sorting").locator("visible=true")
        ).to_have_count(0)
        page.locator(".script-switch").click()
        page.wait_for_url(f"{address}{'' if variant else OTHER}datasets/")
    context.close()


# --- paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_paper_shows_everything_but_what_is_pressed(
    browser: Browser, address: str, script: bool
) -> None:
    """Dark text on white from a dark screen, with address, date and sources; folded parts too."""
    context = browser.new_context(java_script_enabled=script, color_scheme="dark", base_url=address)
    page = context.new_page()
    page.emulate_media(media="print")
    for path in (f"datasets/{DATASET}/", f"programmes/{PROGRAMME}/", "figures/", "errata/"):
        page.goto(path)
        if script:
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        for gone in ("header", ".md-tabs", ".trail", ".neighbours", ".footer-links"):
            expect(page.locator(gone).locator("visible=true")).to_have_count(0)
        assert (
            page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        )
        assert (
            page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(0, 0, 0)"
        )
        expect(page.locator(".cite")).to_contain_text(f"/{path}")
        expect(page.locator(".cite")).to_contain_text(word("cite-as-of", of="theme"))
        hidden = page.locator("tr").evaluate_all(
            "rows => rows.filter(row => !row.getBoundingClientRect().height).length"
        )
        assert hidden == 0
    context.close()


@pytest.mark.parametrize("cited", [".cite__text", ".cite__table"])
@pytest.mark.parametrize("start", ["", "zh-Hans/"])
def test_the_suggested_citation_can_be_copied_by_keyboard(
    browser: Browser, address: str, start: str, cited: str
) -> None:
    """What is copied is what is shown, a document a line; a reader who sees nothing is told."""
    script: Script = "zh-Hans" if start else "zh-Hant"
    context = browser.new_context(base_url=address)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{start}programmes/{PROGRAMME}/")
    if cited == ".cite__table":
        page.locator(".cite summary").focus()
        page.keyboard.press("Enter")
    button = page.locator(f"{cited} .cite__copy")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"{cited} [role=status]")).to_have_text(
        word("cite-copied", script, of="theme")
    )
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split("\n") == [
        " ".join(it.split()) for it in page.locator(f"{cited} p").all_text_contents()
    ]
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    button.click()
    expect(page.locator(f"{cited} [role=status]")).to_have_text(
        word("cite-not-copied", script, of="theme")
    )
    assert page.evaluate("String(getSelection())").strip().startswith(copied[:20])
    context.close()


def test_without_a_script_there_is_no_button_that_does_nothing(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"programmes/{PROGRAMME}/")
    expect(page.locator(".cite button")).to_have_count(0)
    expect(page.locator(".cite__text")).to_be_visible()
    context.close()
