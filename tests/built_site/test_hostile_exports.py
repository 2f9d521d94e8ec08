"""Hostile texts in everything for machines: whoever parses it gets the text that was typed."""

import csv
import io
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import bibtexparser
import hostile
import pytest
import rispy
from hostile import COUNT, SOME
from icalendar import Calendar
from lxml import etree, html
from pylatexenc.latex2text import LatexNodes2Text
from rdflib import Graph, Namespace, URIRef
from search_files import of_site, read_docs
from sites import OTHER, Site

from generator.exports.published_kinds import KINDS

DCT, FOAF = Namespace("http://purl.org/dc/terms/"), Namespace("http://xmlns.com/foaf/0.1/")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
STARTS = {"zh-Hant": "", "zh-Hans": OTHER}
FORMULA = tuple("=+-@＝＋－＠")
PARTS = ("SUMMARY", "DESCRIPTION", "URL")
ATOM = "{http://www.w3.org/2005/Atom}"
Item = dict[str, Any]


@cache
def items(folder: Path, name: str) -> list[Item]:
    content = json.loads((folder / f"data/v1/{name}.json").read_text("utf-8"))
    found: list[Item] = content["items"]
    return found


def both(text: Item) -> set[tuple[str, str]]:
    return {(script, text[script]) for script in STARTS}


def undone(cell: str) -> str:
    """A cell as /data/ says it is to be read: a quote before a formula goes, in each part."""
    parts = re.split("([;\n])", cell)
    return "".join(
        it[1:] if it.startswith("'") and it.lstrip(" \u3000'\"").startswith(FORMULA) else it
        for it in parts
    )


def flat(item: Item) -> dict[str, Any]:
    """Column → value, for single values and those of one nested record."""
    found: dict[str, Any] = {}
    for field, value in item.items():
        if isinstance(value, dict):
            parts = {f"{field}_{key.lower().replace('-', '_')}": it for key, it in value.items()}
            found |= parts
        else:
            found[field] = value
    return found


@pytest.mark.parametrize("name", [it.name for it in KINDS])
def test_tables_read_back_to_the_same_texts(hostile_site: Site, name: str) -> None:
    text = (hostile_site.folder / f"data/v1/{name}.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
    found = items(hostile_site.folder, name)
    assert len(rows) == len(found) >= COUNT
    for row, item in zip(rows, found, strict=True):
        for column, value in flat(item).items():
            if isinstance(value, list):
                continue
            # A nested record that is unknown leaves all its columns empty.
            cell = row[column] if value is not None else row.get(column, "")
            if isinstance(value, str):
                assert undone(cell) == value
            elif value is None:
                assert cell == ""


@pytest.fixture(scope="module", params=["data/catalog.ttl", "data/catalog.jsonld"])
def catalogue(hostile_site: Site, request: pytest.FixtureRequest) -> Graph:
    file = hostile_site.folder / request.param
    kind = "turtle" if request.param.endswith("ttl") else "json-ld"
    return Graph().parse(data=file.read_bytes(), format=kind)


def said(graph: Graph, node: URIRef, predicate: URIRef) -> set[tuple[str | None, str]]:
    return {(it.language, str(it)) for it in graph.objects(node, predicate)}  # type: ignore


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
def test_the_catalogue_reads_back_to_the_same_texts(hostile_site: Site, catalogue: Graph) -> None:
    """In Turtle and in JSON-LD."""
    datasets = items(hostile_site.folder, "datasets")
    agencies = {it["id"]: it for it in items(hostile_site.folder, "agencies")}
    for item in datasets:
        node = URIRef(f"{item['url']}#dataset")
        assert said(catalogue, node, DCT.title) == both(item["name"])
        assert said(catalogue, node, DCAT.keyword) == both(item["category"])
        for language, text in said(catalogue, node, DCT.description):
            assert text.startswith(item["description"][language])
        [publisher] = catalogue.objects(node, DCT.publisher)
        agency = agencies[item["agency"]]
        names = both(agency["name"]) | {("en", agency["english"])}
        assert said(catalogue, publisher, FOAF.name) == names  # type: ignore[arg-type]


@pytest.mark.parametrize("script", STARTS)
def test_the_linked_data_of_a_page_reads_back(hostile_site: Site, script: str) -> None:
    """From the script element as a browser ends it."""
    for name in ("datasets", "agencies", "programmes"):
        for item in items(hostile_site.folder, name):
            path = hostile_site.folder / f"{STARTS[script]}{name}/{item['id']}/index.html"
            page = html.document_fromstring(path.read_text("utf-8"))
            [content] = page.xpath("//script[@type='application/ld+json']/text()")
            node, breadcrumbs = json.loads(content)["@graph"]
            assert {(it["@language"], it["@value"]) for it in node["name"]} == both(item["name"])
            assert breadcrumbs["itemListElement"][-1]["name"] == item["name"][script]
            [title] = page.xpath("//meta[@property='og:title']/@content")
            assert " ".join(item["name"][script].split()) in " ".join(title.split())


@pytest.mark.parametrize("script", STARTS)
def test_feeds_read_back(hostile_site: Site, script: str) -> None:
    """Every publisher's: its feed's title names it, its entry names the dataset."""
    by_agency = {it["agency"]: it for it in items(hostile_site.folder, "datasets")}
    for agency in items(hostile_site.folder, "agencies"):
        file = hostile_site.folder / f"feeds/{agency['id']}/changes.{script}.xml"
        feed = etree.parse(file).getroot()
        assert agency["name"][script] in feed.findtext(f"{ATOM}title")
        entries = {it.findtext(f"{ATOM}id"): it for it in feed.iter(f"{ATOM}entry")}
        dataset = by_agency[agency["id"]]
        about = [it for key, it in entries.items() if f"/datasets/{dataset['id']}/" in key]
        assert len(about) == len(dataset["listings"])
        for entry in about:
            title = entry.find(f"{ATOM}title")
            assert dataset["name"][script] in title.text
            assert title.get("type", "text") == "text"
            assert len(title) == 0
            assert agency["name"][script] in entry.findtext(f"{ATOM}summary")


@pytest.mark.parametrize("script", STARTS)
def test_calendars_read_back(hostile_site: Site, script: str) -> None:
    """All promises that still stand, with the name and the publisher of each dataset."""
    file = hostile_site.folder / f"feeds/releases.{script}.ics"
    assert max(map(len, file.read_bytes().split(b"\r\n"))) <= 75
    calendar = Calendar.from_ical(file.read_bytes())
    said = ["\n".join(str(it.get(name, "")) for name in PARTS) for it in calendar.walk("VEVENT")]
    agencies = {it["id"]: it for it in items(hostile_site.folder, "agencies")}
    datasets = items(hostile_site.folder, "datasets")
    planned = [it for it in datasets if it["listings"][-1]["status"] == "planned"]
    assert len(said) == len(planned) == len(range(0, COUNT, 3))
    for dataset in planned:
        [event] = [it for it in said if f"/{dataset['id']}/" in it]
        assert dataset["name"][script] in event
        assert agencies[dataset["agency"]]["name"][script] in event


@pytest.mark.parametrize("script", STARTS)
def test_the_search_finds_the_texts_as_typed(hostile_site: Site, script: str) -> None:
    found = {it[0]: it for it in read_docs(of_site(hostile_site.folder), script)}
    for kind in ("agencies", "datasets", "programmes", "documents"):
        for number in range(COUNT):
            record = hostile.RECORDS[kind](number)
            entry = found[f"{kind}/{record['id']}/"]
            assert entry[2] == " ".join((record.get("name") or record["title"]).split())
    for number in SOME:
        budget = hostile.budget(number)
        entry = found[f"budget/{budget['id']}/"]
        rows = [row for table in budget["tables"] for row in table["rows"] if "label" in row]
        assert " ".join(hostile.document(number)["title"].split()) in entry[2]
        assert budget["year"] in entry[2]
        assert entry[6] == " ".join(budget["lead"].split())
        known = "\n".join(entry[2:6])
        assert [row["id"] for row in rows if " ".join(row["label"].split()) not in known] == []


def test_the_package_reads_back(hostile_site: Site) -> None:
    text = (hostile_site.folder / "data/v1/datapackage.json").read_text("utf-8")
    sources = {it["path"]: it["title"] for it in json.loads(text)["sources"]}
    found = items(hostile_site.folder, "documents")
    assert sources == {it["url"]: it["title"]["zh-Hant"] for it in found}
    assert set(hostile.TYPABLE) <= set(sources.values())


@pytest.mark.parametrize("name", [it.name for it in KINDS if it.pages])
def test_citations_read_back(hostile_site: Site, name: str) -> None:
    """In each form as many entries as there are documents and one page, with their titles."""
    decoded = LatexNodes2Text().latex_to_text
    for item in items(hostile_site.folder, name):
        page = hostile_site.folder / f"{name}/{item['id']}"
        library = bibtexparser.parse_string((page / "index.bib").read_text("utf-8"))
        assert library.failed_blocks == []
        tagged = rispy.loads((page / "index.ris").read_text("utf-8"))
        cited = json.loads((page / "index.csl.json").read_text("utf-8"))
        assert len(library.entries) == len(tagged) == len(cited) > 1
        for entry, tags, csl in zip(library.entries, tagged, cited, strict=True):
            assert decoded(entry["title"]).replace("ˆ", "^") == csl["title"] == tags["title"]
            assert entry["url"] == csl["URL"] == tags["urls"][0]
        assert cited[-1]["title"] == item["title" if name == "documents" else "name"]["zh-Hant"]


# --- pictures of charts ---------------------------------------------------------------------------


def test_pictures_are_drawings_of_letters_and_shapes(hostile_site: Site) -> None:
    """Whatever the names and titles in them are."""
    files = sorted(hostile_site.folder.glob("charts/**/*.svg"))
    assert len(files) > 10
    shapes = ("svg", "title", "desc", "g", "text", "rect", "line", "path", "circle", "polygon")
    for file in files:
        root = etree.parse(file).getroot()
        assert {etree.QName(it).localname for it in root.iter()} <= set(shapes), file
        names = {name for it in root.iter() for name in it.attrib}
        assert not [it for it in names if it.startswith("on") or it in ("href", "style")], file
