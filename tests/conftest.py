"""What is opened once for all tests and closed again: built sites, servers, a browser."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import hostile
import pytest
import sites
from playwright.sync_api import Browser, sync_playwright
from reading import Reader
from sites import ROOT, Pages, Site

# Messages are checked in English, whatever the language of who runs the tests.
os.environ["LC_ALL"] = "C.UTF-8"
for _name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
    # On GitHub they are said in Chinese as well, and a test's mistakes are no annotations.
    os.environ.pop(_name, None)

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "microsoft-edge")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the project's own data.

    With SITE_OUT it is built into that folder as of today for SITE_URL, and left there to be
    published: the files that were tested are the files that go out.
    """
    work = tmp_path_factory.mktemp("site")
    output = os.environ.get("SITE_OUT")
    if not output:
        return sites.build(ROOT / "data", work, work / "site")
    return sites.build(
        ROOT / "data",
        work,
        Path(output).resolve(),
        as_of=date.today(),
        url=(os.environ.get("SITE_URL") or sites.URL).rstrip("/") + "/",
        repository=os.environ.get("REPO_URL", ""),
    )


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
def prefixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site built for, and served under, a path of a host, as GitHub Pages does."""
    work = tmp_path_factory.mktemp("prefixed")
    (work / "site").mkdir()
    with sites.served(work / "site", "/name/") as url:
        yield sites.build(ROOT / "data", work, work / "site", url=url)


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site whose every text is an attack."""
    work = tmp_path_factory.mktemp("hostile")
    hostile.write_data(work / "data", hostile.as_typed)
    return sites.build(work / "data", work, work / "site")


@pytest.fixture(scope="session")
def harmless_site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same records with harmless texts in the same places."""
    work = tmp_path_factory.mktemp("harmless")
    hostile.write_data(work / "data", hostile.made_harmless)
    return sites.build(work / "data", work, work / "site")


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
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox"] if as_root else []
        )
        yield chromium
        chromium.close()
