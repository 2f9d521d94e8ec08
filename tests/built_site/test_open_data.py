"""The site as a dataset: pages, files, catalogue, feeds and heads of the built site agree."""

import csv
import io
import json
import re
from typing import Any
from urllib.parse import urljoin

import pytest
import sites
from data_today import records, word
from lxml import etree
from page_reader import said, squeezed
from sites import OTHER, ROOT, Pages, Site

from generator.exports.published_kinds import KINDS
from generator.model.base import Script

NAMES = [kind.name for kind in KINDS]
OWN_PAGES = [kind.name for kind in KINDS if kind.pages]
LISTS = ("datasets/calendar/", "programmes/compare/")
"""Pages below a list that are no record's."""
STARTS = {"zh-Hant": "", "zh-Hans": OTHER}


def items(site: Site, name: str) -> list[dict[str, Any]]:
    content = json.loads((site.folder / f"data/v1/{name}.json").read_text("utf-8"))
    found: list[dict[str, Any]] = content["items"]
    return found


# --- page, JSON and CSV say the same ------------------------------------------------------------


def cells(item: dict[str, Any]) -> dict[str, str]:
    """What a spreadsheet should show of an item, as /data/ explains it; lists stand elsewhere."""
    row = {}
    for field, value in item.items():
        if isinstance(value, dict):
            for key, part in value.items():
                row[f"{field}_{key.lower().replace('-', '_')}"] = cell(part)
        elif value is not None and not isinstance(value, list):
            row[field] = cell(value)
    return row


def cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_of_a_table_is_the_value_of_the_json_file(site: Site, name: str) -> None:
    """Read with the dialect of spreadsheets; nothing in the real data begins like a formula."""
    text = (site.folder / f"data/v1/{name}.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), dialect="excel", strict=True))
    found = items(site, name)
    assert len(rows) == len(found)
    # Of all kinds there are records, but for those of what had to be corrected.
    assert bool(found) or name == "corrections"
    for item, row in zip(found, rows, strict=True):
        told = cells(item)
        assert told.items() <= row.items()
        # The rest is unknown, or the name of what an identifier beside it names.
        assert not [it for it in set(row) - set(told) if row[it] and "_name_zh_" not in it]


# --- what the heads of pages say ----------------------------------------------------------------


@pytest.mark.parametrize("name", OWN_PAGES)
def test_every_record_has_its_file_beside_its_page(site: Site, pages: Pages, name: str) -> None:
    whole = json.loads((site.folder / f"data/v1/{name}.json").read_text("utf-8"))
    for item in whole["items"]:
        for start in STARTS.values():
            path = f"{start}{name}/{item['id']}/"
            [link] = pages[path].xpath("//link[@type='application/json']")
            assert "alternate" in link.get("rel").split()
            url = urljoin(site.url + path, link.get("href"))
            assert url == f"{item['url']}index.json"
            file = site.folder / url.removeprefix(site.url)
            own = json.loads(file.read_text("utf-8"))
            assert own["items"] == [item]
            assert own["data_as_of"] <= whole["data_as_of"]


def test_no_link_is_what_the_theme_takes_for_a_variant(pages: Pages) -> None:
    """Its script asks for a sitemap below every link whose rel is `alternate` and nothing else."""
    assert not [path for path, page in pages.items() if page.xpath("//link[@rel='alternate']")]


def test_every_feed_that_a_page_offers_is_there(site: Site, pages: Pages) -> None:
    for path, page in pages.items():
        offered = page.xpath("//link[@type='application/atom+xml']/@href")
        assert offered, path
        for href in offered:
            url = urljoin(site.url + path, href)
            assert (site.folder / url.removeprefix(site.url)).is_file()


def test_linked_data_of_every_page_can_be_read(pages: Pages) -> None:
    found = {}
    for path, page in pages.items():
        for text in page.xpath("//script[@type='application/ld+json']/text()"):
            found[path] = {it["@type"] for it in json.loads(text)["@graph"]}
    assert "DataCatalog" in found[""]
    for id in records("datasets"):
        assert found[f"zh-Hans/datasets/{id}/"] == {"Dataset", "BreadcrumbList"}
    for id in records("agencies"):
        assert len(found[f"agencies/{id}/"]) == 2
        assert "BreadcrumbList" in found[f"agencies/{id}/"]
    with_pages = {path for path in pages if re.search(r"(agencies|datasets|programmes)/.", path)}
    lists = {it for name in LISTS for it in sites.both_variants(name)}
    assert with_pages - lists <= set(found)


def test_what_a_shared_link_shows(site: Site, pages: Pages) -> None:
    for path, page in pages.items():
        if path == "404.html":
            continue
        graph = {it.get("property"): it.get("content") for it in page.xpath("//meta[@property]")}
        assert graph["og:url"] == site.url + path
        assert graph["og:title"].strip()
        assert graph["og:description"].strip()
        simplified = path.startswith(OTHER)
        assert graph["og:locale"] == ("zh_CN" if simplified else "zh_HK")
        script: Script = "zh-Hans" if simplified else "zh-Hant"
        assert graph["og:site_name"] == word("site-name", script, of="theme")


def test_every_page_tells_how_to_cite_it(site: Site, pages: Pages) -> None:
    """The handbook's name stands once, on the home pages of both scripts too."""
    for path, page in pages.items():
        if path == "404.html":
            continue
        script: Script = "zh-Hans" if path.startswith(OTHER) else "zh-Hant"
        name = f"《{word('site-name', script, of='theme')}》"
        [cite] = page.find_class("cite")
        # Behind the address of a table stands its place.
        own = re.findall(rf"{re.escape(site.url + path)}(?!#)", squeezed(cite.text_content()))
        assert len(own) == 2, path
        [suggestion] = cite.find_class("cite__text")
        text = squeezed(suggestion.text_content())
        assert text.endswith(f"{site.url}{path}。")
        assert text.count(name) == 1, path
        [heading] = page.iter("h1")
        home = path in ("", OTHER)
        assert home or f"{name}〈{said(heading)}〉" in text, path


def test_a_records_page_cites_its_documents_and_leads_to_the_same_for_programs(
    site: Site, pages: Pages
) -> None:
    for start in STARTS.values():
        for path in (
            it for it in pages if re.fullmatch(f"{start}({'|'.join(OWN_PAGES)})/[^/]+/", it)
        ):
            if path.endswith(LISTS):
                continue
            [cite] = pages[path].find_class("cite")
            links = cite.xpath(".//a/@href[not(ancestor::details)]")
            hrefs = [it for it in links if it.endswith((".bib", ".ris", ".csl.json"))]
            assert len(hrefs) == 3, path
            files = [urljoin(site.url + path, it).removeprefix(site.url) for it in hrefs]
            assert all((site.folder / it).is_file() for it in files)
            items = json.loads((site.folder / files[2]).read_text("utf-8"))
            [suggestion] = cite.find_class("cite__text")
            *documents, _ = suggestion.findall("p")
            assert len(documents) == len(items) - 1 > 0
            for paragraph, cited in zip(documents, items, strict=False):
                assert f"《{cited['title']}》" in paragraph.text_content()


def test_a_table_is_cited_at_its_place_on_the_page(site: Site, pages: Pages) -> None:
    found = 0
    for path, page in pages.items():
        for table in page.xpath("//section[@class='cite']//details"):
            [suggestion] = table.find_class("cite__table")
            *documents, via = suggestion.findall("p")
            address, anchor = squeezed(via.text_content()).removesuffix("。").split("#")
            assert address.endswith(site.url + path)
            assert page.xpath("//article//*[@id=$id]", id=anchor), (path, anchor)
            files = [urljoin(site.url + path, it) for it in table.xpath(".//a/@href")]
            assert [it.rpartition("/")[2] for it in files] == [
                f"{anchor}.{suffix}" for suffix in ("bib", "ris", "csl.json")
            ]
            items = json.loads((site.folder / files[2].removeprefix(site.url)).read_text("utf-8"))
            assert len(documents) == len(items) - 1 > 0
            found += 1
    assert found


def test_the_address_of_a_figure_leads_to_its_place(site: Site, pages: Pages) -> None:
    """A row, or a value at the head of a page; it shows the clause that it is printed in."""
    for item in json.loads((site.folder / "data/v1/figures.json").read_text("utf-8"))["items"]:
        path, anchor = item["url"].removeprefix(site.url).split("#")
        [place] = pages[path].xpath("//*[@id=$id]", id=anchor)
        [row] = place.xpath("ancestor-or-self::tr | self::dd")
        rows = [row, *row.itersiblings("tr")]
        words = item["quotation"] or item["printed"]
        assert any(words in it.text_content() for it in rows), item["id"]


# --- what stands beside the pages ---------------------------------------------------------------


def test_the_page_about_the_data_and_the_files_stand_side_by_side(site: Site, pages: Pages) -> None:
    """MkDocs writes data.md where the folder of the files is copied to."""
    for path in sites.both_variants("data/"):
        links = {urljoin(site.url + path, it) for it in pages[path].xpath("//article//a/@href")}
        for name in NAMES:
            for suffix in ("json", "csv", "schema.json"):
                assert f"{site.url}data/v1/{name}.{suffix}" in links
        for other in ("v1/datapackage.json", "catalog.jsonld", "catalog.ttl"):
            assert f"{site.url}data/{other}" in links
        for link in links:
            if link.startswith((f"{site.url}data/", f"{site.url}feeds/")):
                file = link.split("#")[0].removeprefix(site.url)
                assert (site.folder / file).exists(), link


def test_the_page_about_the_data_explains_every_field(site: Site, pages: Pages) -> None:
    for path in sites.both_variants("data/"):
        page = pages[path]
        for kind in KINDS:
            [heading] = page.xpath(f"//h3[@id='type-{kind.type_key}']")
            table = next(it for it in heading.itersiblings() if it.tag == "table")
            named = [sites.text(it) for it in table.xpath("./tbody/tr/th")]
            for item in items(site, kind.name)[:1]:
                assert named == list(item)
            assert all(sites.text(it) for it in table.xpath("./tbody/tr/td[2]"))


def test_the_site_map_lists_every_page(site: Site, pages: Pages) -> None:
    """Ours, not the theme's, which would tell the day of the build."""
    assert not list(site.folder.rglob("sitemap.xml.gz"))
    root = etree.parse(site.folder / "sitemap.xml").getroot()
    listed = root.findall("{*}url/{*}loc")
    assert {it.text.removeprefix(site.url) for it in listed} == set(pages) - {"404.html"}


def test_nothing_for_machines_is_missing(site: Site) -> None:
    for file in ("robots.txt", "llms.txt", "data/catalog.ttl", "data/v1/datapackage.json"):
        assert (site.folder / file).stat().st_size > 0
    hidden = [it for it in site.folder.rglob(".*") if it.is_file()]
    assert hidden == []


def test_the_citation_file_names_no_person_and_the_same_version() -> None:
    text = (ROOT / "CITATION.cff").read_text("utf-8")
    version = re.search(r'(?m)^version = "(.*)"$', (ROOT / "pyproject.toml").read_text("utf-8"))
    assert version is not None
    assert f"\nversion: {version[1]}\n" in text
    assert "cff-version: 1.2.0" in text
    assert "family-names" not in text
