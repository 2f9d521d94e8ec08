"""What readers do most, in Firefox and WebKit: search, filter, switch, by keyboard.

Both are left out where they are not installed (tests/browser/engines.py says what they need).
"""

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, quote, urlsplit

import expected_datasets
import pytest
from browser.engines import ENGINES, NOT_RUN, missing_programs, opened, wait_until
from data_today import in_script
from example_records import AGENCY, DATASET, DATASETS, HEAD, NAME, PROGRAMME
from expected_figures import chosen
from expected_programmes import applied
from search_box import INPUT, LINK
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from sites import OTHER, READY

pytestmark = pytest.mark.browser

QUERY = in_script(NAME, "zh-Hant")
CONVERTED = {"zh-Hant": OTHER, "zh-Hans": ""}[DATASETS[DATASET]["script"]]
"""The variant in which a program converted what is said of it."""
LINKS = f"return [...document.querySelectorAll({LINK!r})].map(it => it.href.split('?')[0])"
FOCUS = "return document.activeElement.href?.split('?')[0] ?? document.activeElement.className"
FOCUS_FRAME = """const it = document.activeElement, style = getComputedStyle(it)
    const width = style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)
    return [it.matches(".skip"), width >= 2]"""
SHOWN = """return [...document.querySelectorAll(".finder tr[data-id]")]
    .filter(it => it.checkVisibility()).map(it => it.dataset.id)"""
REFUSED = """window.refused = []
    document.addEventListener("securitypolicyviolation", it => refused.push(it.blockedURI))"""


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> Iterator[WebDriver]:
    if missing := missing_programs(request.param):
        pytest.skip(f"{NOT_RUN} {request.param}, which needs {', '.join(missing)}")
    with opened(request.param) as driver:
        yield driver


@pytest.fixture
def driver(engine: WebDriver, address: str) -> WebDriver:
    """The home page, ready."""
    visit(engine, address)
    return engine


def visit(driver: WebDriver, address: str) -> None:
    driver.get(address)
    wait_until(driver, f"return ({READY})()")
    driver.execute_script(REFUSED)


def press(driver: WebDriver, *keys: str) -> None:
    driver.switch_to.active_element.send_keys(*keys)


def search(driver: WebDriver, query: str) -> list[str]:
    """Types it; the addresses of the results."""
    box = driver.find_element(By.CSS_SELECTOR, INPUT)
    box.click()
    box.send_keys(query)
    wait_until(driver, LINKS + ".length")
    found: list[str] = driver.execute_script(LINKS)
    return found


def queried(driver: WebDriver) -> list[str]:
    return parse_qs(urlsplit(driver.current_url).query).get("q", [])


@pytest.mark.today
def test_a_name_is_found_and_led_to_by_the_keyboard(driver: WebDriver, address: str) -> None:
    links = search(driver, QUERY)
    assert links[0] == f"{address}datasets/{DATASET}/"
    press(driver, Keys.TAB)
    assert driver.execute_script(FOCUS) == links[0]
    if links[1:]:
        press(driver, Keys.ARROW_DOWN)
        assert driver.execute_script(FOCUS) == links[1]
        press(driver, Keys.ARROW_UP)
    press(driver, Keys.ENTER)
    wait_until(driver, "return location.pathname.endsWith(arguments[0])", f"/{DATASET}/")
    wait_until(driver, "return document.querySelector('article mark.found') !== null")
    driver.back()
    wait_until(driver, LINKS + ".length")
    assert driver.execute_script(LINKS) == links
    assert queried(driver) == [QUERY]


def test_an_address_with_a_query_shows_its_results(driver: WebDriver, address: str) -> None:
    visit(driver, f"{address}{OTHER}about/?q={quote(QUERY)}")
    wait_until(driver, LINKS + ".length")
    assert driver.find_element(By.CSS_SELECTOR, INPUT).get_property("value") == QUERY
    press(driver, Keys.ESCAPE)
    wait_until(driver, "return !location.search")


@pytest.mark.today
def test_the_finder_filters_and_the_switch_keeps_the_choice(
    driver: WebDriver, address: str
) -> None:
    visit(driver, f"{address}datasets/")
    every = driver.execute_script(SHOWN)
    box = driver.find_element(By.CSS_SELECTOR, f"input[name=agency][value={AGENCY}]")
    driver.execute_script(
        "for (let it = arguments[0]; it; it = it.parentElement) if (it.tagName === 'DETAILS') "
        "it.open = true; arguments[0].focus()",
        box,
    )
    press(driver, Keys.SPACE)
    wait_until(driver, "return location.search !== ''")
    wanted = expected_datasets.shown(f"?agency={AGENCY}")
    assert 0 < len(wanted) < len(every)
    assert sorted(driver.execute_script(SHOWN)) == sorted(wanted)
    driver.find_element(By.CSS_SELECTOR, ".script-switch").click()
    wait_until(driver, f"return document.documentElement.lang === 'zh-Hans' && ({READY})()")
    wait_until(driver, "return location.search !== ''")
    assert sorted(driver.execute_script(SHOWN)) == sorted(wanted)


@pytest.mark.today
@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("programmes/?applicant=university", lambda: applied("applicants", "university")),
        ("figures/?unit=HKD", lambda: chosen(lambda it: it["unit"] == "HKD")),
    ],
)
def test_an_address_filters_the_other_finders(
    driver: WebDriver, address: str, query: str, wanted: Callable[[], set[str]]
) -> None:
    visit(driver, address + query)
    shown = driver.execute_script(SHOWN)
    assert set(shown) == wanted()
    assert len(shown) == len(set(shown))


@pytest.mark.today
def test_leaving_the_results_keeps_them(driver: WebDriver, address: str) -> None:
    """The focus goes on to the page, and back to the list."""
    search(driver, QUERY)
    last = driver.execute_script(LINKS)[-1]
    driver.execute_script(f"[...document.querySelectorAll({LINK!r})].at(-1).focus()")
    wait_until(driver, f"return (() => {{ {FOCUS} }})() === arguments[0]", last)
    driver.execute_script("document.querySelector('article a').focus()")
    wait_until(driver, "return !document.querySelector('#__search').checked")
    driver.execute_script(f"document.querySelector({INPUT!r}).focus()")
    wait_until(driver, "return document.querySelector('#__search').checked")
    assert driver.execute_script(LINKS)[-1] == last


def test_the_keyboard_leads_in_and_shows_where_one_is(driver: WebDriver, address: str) -> None:
    """The skip link first; what has the focus has a frame; Escape shuts the search box."""
    visit(driver, f"{address}programmes/{PROGRAMME}/")
    press(driver, Keys.TAB)
    stop = driver.execute_script(FOCUS_FRAME)
    assert stop == [True, True]
    press(driver, Keys.ENTER)
    wait_until(driver, "return location.hash === '#__content'")
    driver.find_element(By.TAG_NAME, "body").send_keys("/")
    wait_until(driver, f"return document.activeElement.matches({INPUT!r})")
    press(driver, Keys.ESCAPE)
    wait_until(driver, "return !document.querySelector('#__search').checked")


@pytest.mark.parametrize(
    ("path", "is_long"), [(f"programmes/{PROGRAMME}/", False), (f"budget/{HEAD}/", True)]
)
def test_a_list_of_contents_has_a_scroll_bar_where_it_is_too_long(
    driver: WebDriver, address: str, path: str, is_long: bool
) -> None:
    visit(driver, address + path)
    room, taken = driver.execute_script(
        """const it = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap")
        return [it.clientHeight, it.scrollHeight]"""
    )
    assert (taken > room > 0) == is_long


@pytest.mark.parametrize(
    "path", ["", "datasets/", "programmes/", f"programmes/{PROGRAMME}/", f"budget/{HEAD}/"]
)
def test_nothing_scrolls_sideways_at_320_pixels(driver: WebDriver, address: str, path: str) -> None:
    """In a frame, for these engines' windows are wider."""
    driver.get(address + "robots.txt")
    driver.execute_script(
        """const frame = document.createElement("iframe")
        Object.assign(frame, { src: arguments[0], width: 320, height: 800 })
        document.body.append(frame)""",
        address + path,
    )
    inside = "const it = document.querySelector('iframe').contentDocument; "
    wait_until(driver, f"{inside} return Boolean(it?.querySelector('#__config'))")
    width = driver.execute_script(
        f"{inside} return [it.defaultView.innerWidth, it.documentElement.scrollWidth]"
    )
    assert width[0] == 320
    assert width[1] <= 320


def test_the_colours_are_chosen_by_the_keyboard(driver: WebDriver) -> None:
    """And kept on the next page."""
    scheme = "return document.body.dataset.mdColorScheme"
    before = driver.execute_script(scheme)
    driver.execute_script("document.querySelector('.md-option:checked').focus()")
    press(driver, Keys.ARROW_RIGHT)
    wait_until(driver, f"{scheme} !== arguments[0]", before)
    after = driver.execute_script(scheme)
    driver.refresh()
    wait_until(driver, f"return ({READY})()")
    assert driver.execute_script(scheme) == after
    driver.execute_script("document.querySelector('.md-option:checked').focus()")
    press(driver, Keys.ARROW_LEFT)
    wait_until(driver, f"{scheme} === arguments[0]", before)


def test_converted_text_is_marked_for_those_who_ask(driver: WebDriver, address: str) -> None:
    visit(driver, f"{address}{CONVERTED}datasets/{DATASET}/")
    read = """return getComputedStyle(document.querySelector("article .converted"))
        .display !== 'none'"""
    assert driver.execute_script(read) is False
    driver.find_element(By.CSS_SELECTOR, "details:has(> #converted) > summary").click()
    wait_until(driver, read)


@pytest.mark.parametrize("path", ["", "datasets/", "timeline/", "figures/"])
def test_digits_take_room_of_their_own(driver: WebDriver, address: str, path: str) -> None:
    """A digit between Han characters is not set over them."""
    visit(driver, address + path)
    assert driver.execute_script(
        """const sample = document.createElement("p")
        document.querySelector(".md-typeset").append(sample)
        const width = text => {
            sample.innerHTML = `<span>${text}</span>`
            return sample.firstChild.getBoundingClientRect().width
        }
        return width("第23行") - width("第行") - width("23") > -0.5"""
    )


def test_nothing_is_refused_by_the_content_policy(driver: WebDriver, address: str) -> None:
    for path in ("", "datasets/", "timeline/", f"agencies/{AGENCY}/"):
        visit(driver, address + path)
        search(driver, QUERY)
        assert driver.execute_script("return refused") == [], path
