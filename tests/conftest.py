"""What is opened once for all tests and closed again: built sites, servers, a browser."""

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import hostile
import pytest
import sites
from browser.engines import NOT_RUN
from data_reads import (  # noqa: F401
    pytest_configure,
    pytest_itemcollected,
    pytest_make_collect_report,
    pytest_runtest_call,
    pytest_runtest_setup,
)
from page_reader import Reader
from playwright.sync_api import Browser, sync_playwright
from sites import ROOT, Pages, Site

# Messages are checked in English, whatever the language of who runs the tests.
os.environ["LC_ALL"] = "C.UTF-8"
ON_GITHUB = "GITHUB_ACTIONS" in os.environ
for _name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    # On GitHub they are said in Chinese as well, and a test's mistakes are no annotations.
    os.environ.pop(_name, None)
# Of the many processes that tests start, not each has to compile the generator anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
# As in generator/__main__.py: commands run in this process, beside all that tests keep.
gc.set_threshold(500_000, 50, 100)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")
LEFT_OUT = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    # What Playwright leaves out itself: of two lists the browser takes the last alone.
    *("AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades"),
    *("AimEnabled", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "TcpPortRandomizationWin"),
    *("ThirdPartyStoragePartitioning", "msForceBrowserSignIn"),
    "msEdgeUpdateLaunchServicesPreferredVersion",
)
"""Parts of the browser around a page: what drops from its address bar is two pages of its own, and
each window would load them before ours, for longer than most tests take."""

BUILT_SITE = "BUILT_SITE"
"""In the environment: the folder of a site that is about to be published, of whatever day, built
for the address in SITE_URL. The tests look it over instead of building one."""


def built_site() -> Path | None:
    """The folder that BUILT_SITE names."""
    named = os.environ.get(BUILT_SITE)
    return Path(named).resolve() if named else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With a site that has been built only what looks at it runs, whatever folders were named."""
    built = built_site()
    if built is None:
        return
    if not (built / "index.html").is_file():
        raise pytest.UsageError(f"{BUILT_SITE}: there is no site in {built}: build one first")
    chosen = [it for it in items if _looks_over(it)]
    config.hook.pytest_deselected(items=[it for it in items if it not in chosen])
    items[:] = chosen


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: at every full collection they would be gone through, and
    pytest alone asks for five as it ends."""
    gc.freeze()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say aloud which engines were left out: silence would read as success."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = {it.longrepr[2].removeprefix("Skipped: ") for it in skipped}
    for reason in sorted(it for it in reasons if it.startswith(NOT_RUN)):
        terminalreporter.write_line(f"::warning::{reason}" if ON_GITHUB else reason, yellow=True)


def _looks_over(item: pytest.Item) -> bool:
    fixtures: list[str] = getattr(item, "fixturenames", [])
    return "site" in fixtures and item.get_closest_marker("fixed_day") is None


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site of the project's own data: of a fixed day, or the one that has been built.

    That one goes out as it was looked over: not a byte of it may change meanwhile.
    """
    built = built_site()
    if built is None:
        work = tmp_path_factory.mktemp("site")
        yield sites.build(ROOT / "data", work, work / "site")
        return
    before = sites.fingerprints(built)
    yield Site(built, (os.environ.get("SITE_URL") or sites.URL).rstrip("/") + "/")
    assert sites.fingerprints(built) == before, "the site was changed while it was looked over"


@pytest.fixture(scope="session")
def pages(site: Site) -> Pages:
    """Every page of the site, parsed."""
    return sites.pages(site)


@pytest.fixture(params=["zh-Hant", "zh-Hans"])
def reader(site: Site, pages: Pages, request: pytest.FixtureRequest) -> Reader:
    """Reads the pages of one variant."""
    return Reader(site, pages, request.param)


@pytest.fixture(scope="session")
def address(site: Site) -> Iterator[str]:
    """Where the site is served, under the path it was built for."""
    with sites.served(site.folder, urlsplit(site.url).path) as url:
        yield url


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose every text is an attack."""
    work = tmp_path_factory.mktemp("hostile")
    hostile.write_data(work / "data", hostile.as_typed)
    return sites.build(work / "data", work, work / "site")


@pytest.fixture(scope="session")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same records with harmless texts in the same places.

    It is built for, and served under, a path of a host, as GitHub Pages does.
    """
    work = tmp_path_factory.mktemp("harmless")
    hostile.write_data(work / "data", hostile.made_harmless)
    (work / "site").mkdir()
    with sites.served(work / "site", "/name/") as url:
        yield sites.build(work / "data", work, work / "site", url=url)


@pytest.fixture(scope="session")
def hostile_address(hostile_site: Site) -> Iterator[str]:
    """Where the hostile site is served."""
    with sites.served(hostile_site.folder) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, or another browser made of it."""
    path = os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        reason = "no browser: name a Chromium, Chrome or Edge in BROWSER_PATH"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        options = [f"--disable-features={','.join(LEFT_OUT)}"]
        chromium = playwright.chromium.launch(
            executable_path=path, args=[*options, "--no-sandbox"] if as_root else options
        )
        yield chromium
        chromium.close()
