"""The built site as a crawler meets it: every page, every link, both variants."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

import pytest
import sites
from data_today import gone, records, word
from lxml import html
from page_reader import said
from sites import OTHER, Pages, Site

from generator.model.base import Script

AGENCIES = ["itib", "itc", "hkas", "hkctc", "hkpc", "hkstp", "cyberport", "itf", "rd-centres"]
PROGRAMMES = ["rth", "sis", "techtas", "nias", "raise-plus", "iam-smart", "innohk"]
PLANS = ("itc-open-data-plan-2025-2027", "itib-open-data-plan-2026-2028")
MARKDOWN = ("{#", "{ .", "{:", "](", "&#", "&amp;", ":   ", "**", "<br>", "```", "{{", "{%")
"""What a reader sees when Markdown, a template or an entity was not understood."""
QUOTED = {"**", "&amp;"}
"""What the documents' own texts show, and an erratum quotes: marks of bold type, an entity."""
RECORD = re.compile("(agencies|datasets|documents|programmes)/.")
FETCHED = "//@src | //link[not(@rel='canonical')]/@href | //object/@data | //@poster | //@srcset"
"""Where addresses stand that a browser asks for by itself."""


def links(page: html.HtmlElement) -> Iterator[html.HtmlElement]:
    return (link for link in page.iter("a") if link.get("href") is not None)


def outside(site: Site, url: str) -> bool:
    return not url.startswith(site.url)


def file_of(site: Site, url: str) -> str:
    """The file below the site's folder that a static host serves at `url`."""
    path = unquote(urlsplit(url).path).removeprefix(urlsplit(site.url).path)
    return path + "index.html" if path.endswith("/") or not path else path


class Link(NamedTuple):
    """A link of a page, and where it leads."""

    element: html.HtmlElement
    url: str
    """In full, without the anchor."""
    anchor: str
    page: str
    """What it leads to, as `pages` would name it; of a link to the outside nothing."""


@pytest.fixture(scope="module")
def all_links(site: Site, pages: Pages) -> Mapping[str, list[Link]]:
    """Address of a page → its links. There are hundreds on each: they are joined once."""
    found = {}
    for path, page in pages.items():
        base = site.url + path
        found[path] = [
            Link(it, url, anchor, page_at(site, url))
            for it in links(page)
            for url, anchor in [urldefrag(urljoin(base, it.get("href")))]
        ]
    return found


def page_at(site: Site, url: str) -> str:
    return "" if outside(site, url) else file_of(site, url).removesuffix("index.html")


def test_contract_addresses_exist(site: Site, pages: Pages) -> None:
    """Readers bookmark these addresses, programs read these files."""
    common = ["", "agencies/", "datasets/", "datasets/calendar/", "programmes/"]
    common += ["programmes/compare/", "figures/"]
    common += ["documents/", "documents/changes/factsheet-2024/factsheet-2025/", "timeline/"]
    common += ["errata/", "terminology/", "about/", "data/", "print/"]
    common += [f"programmes/{programme}/" for programme in PROGRAMMES]
    common += [f"agencies/{agency}/" for agency in AGENCIES]
    common += [f"documents/{plan}/" for plan in PLANS]
    common += ["budget/", "budget/head-135-2025-26/"]
    wanted = {path for name in common for path in sites.both_variants(name)} | {"404.html"}
    assert wanted - set(pages) == set()
    names = ("documents", "agencies", "datasets", "programmes", "figures", "events", "errata")
    for name in (*names, "budget", "terminology"):
        for suffix in ("json", "csv", "schema.json"):
            assert (site.folder / f"data/v1/{name}.{suffix}").is_file()


def test_the_page_for_a_missing_page_speaks_both_scripts(pages: Pages) -> None:
    titles = [word("missing-title", script, of="theme") for script in ("zh-Hant", "zh-Hans")]
    assert [sites.text(it) for it in pages["404.html"].xpath("//h1 | //h2")] == titles


@pytest.mark.parametrize("kind", ["agencies", "datasets", "programmes", "documents", "budget"])
def test_every_record_has_a_page_and_no_other_has(pages: Pages, kind: str) -> None:
    """In each variant; what is gone leads on, and lists and comparisons have pages of their own."""
    for start in (f"{kind}/", f"{OTHER}{kind}/"):
        found = {path.removeprefix(start) for path in pages if path.startswith(start)}
        own = {path for path in found if path.count("/") == 1} - {"calendar/", "compare/"}
        assert {it.rstrip("/") for it in own} - gone(kind) == set(records(kind))


@pytest.mark.skipif("BUILT_SITE" in os.environ, reason="addresses for reports are its builder's")
def test_every_page_says_where_to_report_an_error(pages: Pages) -> None:
    """In the repository, and without an account by mail that names the page."""
    for path, page in pages.items():
        [cite] = page.xpath("//section[@aria-labelledby='cite']") or [None]
        if cite is None:
            continue
        to = [it.get("href") for it in links(cite)]
        [address] = page.xpath("//link[@rel='canonical']/@href")
        assert [it for it in to if it.startswith(sites.REPOSITORY)], path
        assert f"{sites.REPORT}?subject={quote(address, safe='/')}" in to, path


def test_both_variants_have_the_same_paths(pages: Pages) -> None:
    traditional = {path for path in pages if not path.startswith(OTHER)} - {"404.html"}
    simplified = {path.removeprefix(OTHER) for path in pages if path.startswith(OTHER)}
    assert traditional == simplified


def test_every_inside_address_leads_to_a_file(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]]
) -> None:
    """Links, images, scripts, style sheets, icons and canonical addresses."""
    named_by = {link.url: path for path, found in all_links.items() for link in found}
    for path, page in pages.items():
        for found in page.xpath("//@src | //link/@href"):
            named_by[urljoin(site.url + path, urldefrag(found).url)] = path
    broken = [
        (path, url)
        for url, path in named_by.items()
        if not outside(site, url) and not (site.folder / file_of(site, url)).is_file()
    ]
    assert broken == []


@pytest.mark.parametrize("home", ["", OTHER])
def test_every_page_is_three_links_from_home_at_most(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]], home: str
) -> None:
    """Of the variant; the page for a missing page alone is not linked."""
    steps, reached = {home: 0}, [home]
    for path in reached:
        for link in all_links[path]:
            if not outside(site, link.url) and link.page in pages and link.page not in steps:
                steps[link.page] = steps[path] + 1
                reached.append(link.page)
    own = {path for path in pages if path.startswith(OTHER) == bool(home)} - {"404.html"}
    assert {path: steps.get(path) for path in own if steps.get(path, 4) > 3} == {}


def test_every_anchor_exists_on_its_page(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]]
) -> None:
    ids = {path: set(page.xpath("//@id")) for path, page in pages.items()}
    broken = [
        (path, link.element.get("href"))
        for path, found in all_links.items()
        for link in found
        if link.anchor
        and not outside(site, link.url)
        and unquote(link.anchor) not in ids[link.page]
    ]
    assert broken == []


def test_no_page_says_an_id_twice(pages: Pages) -> None:
    twice = {
        path: doubled
        for path, page in pages.items()
        if (doubled := [name for name, n in Counter(page.xpath("//@id")).items() if n > 1])
    }
    assert twice == {}


def test_every_page_names_its_language(pages: Pages) -> None:
    for path, page in pages.items():
        wanted = "zh-Hans" if path.startswith(OTHER) else "zh-Hant-HK"
        assert (path, page.get("lang")) == (path, wanted)


def test_every_page_has_one_heading_a_title_and_a_description(site: Site, pages: Pages) -> None:
    for path, page in pages.items():
        if path == "404.html":
            continue
        [heading] = page.iter("h1")
        assert sites.text(heading), path
        [title] = page.xpath("//head/title")
        if RECORD.search(path):
            assert said(title).startswith(said(heading) + "·"), path
        [description] = page.xpath("//meta[@name='description']/@content")
        assert description.strip(), path
        assert page.xpath("//link[@rel='canonical']/@href") == [site.url + path]


def test_titles_tell_the_site_in_the_script_of_the_page(pages: Pages) -> None:
    for path, page in pages.items():
        script: Script = "zh-Hans" if path.startswith(OTHER) else "zh-Hant"
        name = word("site-name", script, of="theme")
        assert page.findtext("head/title").strip().endswith(name), path


def test_nothing_is_fetched_from_elsewhere(site: Site, pages: Pages) -> None:
    """No font, style sheet, script, image or early connection of another host."""
    fetched = {urljoin(site.url + path, it) for path in pages for it in pages[path].xpath(FETCHED)}
    assert len(fetched) > 3
    assert [url for url in fetched if outside(site, url)] == []


def test_nothing_in_style_sheets_is_fetched_from_elsewhere(site: Site) -> None:
    sheets = list(site.folder.rglob("*.css"))
    assert sheets
    for sheet in sheets:
        content = sheet.read_text("utf-8")
        assert re.findall(r"@import|url\(['\"]?(?:https?:)?//", content) == [], sheet.name


def test_links_to_the_outside_are_plain_and_marked(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]]
) -> None:
    """A link that leaves is http or https and says so in `rel`; reports may go by mail, and
    calendars to the program that keeps one."""
    leaving = {
        (urlsplit(link.url).scheme, urlsplit(link.url).netloc, link.element.get("rel"))
        for found in all_links.values()
        for link in found
        if outside(site, link.url)
    }
    assert "data.gov.hk" in {host for _, host, _ in leaving}
    schemes = ("http", "https", "mailto", "webcal")
    unmarked = {it for it in leaving if it[0] not in schemes or it[2] != "external"}
    assert unmarked == set()
    mailed = "//a[starts-with(@href, 'mailto:')][not(ancestor::section[@aria-labelledby='cite'])]"
    assert not [path for path, page in pages.items() if page.xpath(mailed)]


def test_the_switch_leads_to_the_same_page_in_the_other_script(site: Site, pages: Pages) -> None:
    for path, page in pages.items():
        [switch] = page.find_class("script-switch")
        simplified = path.startswith(OTHER)
        other = path.removeprefix(OTHER) if simplified else OTHER + path
        target = OTHER if path == "404.html" else other
        assert urljoin(site.url + path, switch.get("href")) == site.url + target
        assert switch.get("hreflang") == ("zh-Hant-HK" if simplified else "zh-Hans")


def test_no_markdown_is_left_in_the_text(pages: Pages) -> None:
    left = []
    for path, page in pages.items():
        for part in page.xpath("//text()[not(ancestor::script or ancestor::style)]"):
            shown = part.replace("\n", " ").strip()
            quoted = part.getparent().get("lang", "").startswith("zh")
            marks = set(MARKDOWN) - (QUOTED if quoted else set())
            left += [(path, mark, shown) for mark in marks if mark in shown]
    assert left == []


def test_pages_link_to_pages_of_their_own_variant(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]]
) -> None:
    """Only the switch and the 404 page lead to the other script; data files are for both."""
    strays = []
    for path, found in all_links.items():
        for link in found:
            if outside(site, link.url) or path == "404.html" or link.element.get("hreflang"):
                continue
            if link.page not in pages:
                continue  # a data file or feed stands once, for both variants
            if link.url.startswith(site.url + OTHER) != path.startswith(OTHER):
                strays.append((path, link.element.get("href")))
    assert strays == []


@pytest.mark.parametrize("home", ["", OTHER])
def test_home_leads_to_every_page_of_its_variant(
    site: Site, pages: Pages, all_links: Mapping[str, list[Link]], home: str
) -> None:
    """Without the search box, and without a detour through the other script."""
    reached, waiting = {home}, [home]
    while waiting:
        path = waiting.pop()
        for link in all_links[path]:
            target = link.url.removeprefix(site.url)
            if target in pages and target not in reached and not link.element.get("hreflang"):
                reached.add(target)
                waiting.append(target)
    mine = {path for path in pages if path.startswith(OTHER) == (home == OTHER)}
    assert mine - {"404.html"} == reached
