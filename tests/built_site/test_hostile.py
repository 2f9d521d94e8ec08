"""Hostile texts come out as text, on every kind of page and in every data file.

The harmless site stands below a path: every kind of page works there as at a root.
"""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import urldefrag, urljoin

import hostile
import pytest
import sites
from hostile import COUNT, EDITIONS, ERRATA, SOME, Typed
from lxml import html
from sites import OTHER, Pages, Site

KINDS = ("agencies", "documents", "datasets", "programmes")
"""Kinds of record that have a page each."""
LEADS = "//a/@href | //@src | //link/@href | //area/@href | //form/@action | //object/@data"
ADDRESSES = "//@href | //@src | //@action | //@formaction | //@data | //@srcset"


@pytest.fixture(scope="module")
def hostile_pages(hostile_site: Site) -> Pages:
    return sites.pages(hostile_site)


@pytest.fixture(scope="module")
def harmless_pages(harmless_site: Site) -> Pages:
    return sites.pages(harmless_site)


def skeleton(page: html.HtmlElement) -> Counter[str]:
    """How often each element and each attribute of it occurs in a page."""
    elements = [element for element in page.iter() if isinstance(element.tag, str)]
    names = [element.tag for element in elements]
    names += [f"{element.tag} {name}" for element in elements for name in element.attrib]
    # Markdown's comments and processing instructions would be invisible, yet not text.
    others = (str(it.tag) for it in page.iter() if not isinstance(it.tag, str))
    return Counter(names) + Counter(others)


def normal(text: str) -> str:
    return " ".join(text.split())


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in KINDS:
        for number in range(COUNT):
            record = hostile.RECORDS[kind](number)
            yield f"{kind}/{record['id']}/", record
    for edition in EDITIONS:
        yield f"documents/{edition}/", hostile.edition_document(edition)


def facts() -> Iterator[tuple[int, dict[str, Any]]]:
    """Figures, conditions and events with the number of their programme."""
    for number in range(COUNT):
        for fact in (
            *hostile.figures(number)["figures"],
            *hostile.programme(number)["terms"],
            *hostile.events(number)["events"],
        ):
            yield number, fact


def test_there_are_enough_hostile_strings() -> None:
    assert len(set(hostile.TYPABLE)) >= 75
    assert len({hostile.named(it, n) for it in hostile.TYPABLE for n in range(9)}) == 9 * COUNT


def test_no_text_adds_an_element_or_an_attribute(
    hostile_pages: Pages, harmless_pages: Pages
) -> None:
    """Every page has the skeleton that it has with harmless texts."""
    assert set(hostile_pages) == set(harmless_pages)
    differing = {
        path: (found - wanted, wanted - found)
        for path in hostile_pages
        if (found := skeleton(hostile_pages[path])) != (wanted := skeleton(harmless_pages[path]))
    }
    assert differing == {}


def test_no_attribute_runs_a_script(hostile_pages: Pages) -> None:
    names = {name for page in hostile_pages.values() for it in page.iter("*") for name in it.attrib}
    assert "href" in names
    assert [name for name in names if name.startswith("on") or name == "srcdoc"] == []


def test_no_address_is_taken_from_a_text(hostile_pages: Pages) -> None:
    addresses = set(chain.from_iterable(page.xpath(ADDRESSES) for page in hostile_pages.values()))
    assert len(addresses) > COUNT
    marks = ("javascript:", "data:", "evil", "passwd", "__pwned")
    assert [it for it in addresses if any(mark in it.lower() for mark in marks)] == []


@pytest.mark.parametrize("start", ["", OTHER])
def test_names_read_back_as_typed(hostile_pages: Pages, start: str) -> None:
    """In the heading and in the title of the window."""
    for path, record in records():
        page = hostile_pages[start + path]
        typed = normal(record.get("name") or record["title"])
        [heading] = page.iter("h1")
        assert sites.text(heading) == typed
        assert normal(page.findtext("head/title")).startswith(typed + " · ")


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_text_reads_back_on_the_page_of_its_record(hostile_pages: Pages, start: str) -> None:
    for path, record in records():
        if "terms" in record:
            # What a document prints of a condition stands on that document's page.
            terms = [term | {"printed": ""} for term in record["terms"]]
            record = record | {"terms": terms}
        if "listings" in record:
            # What only an older plan prints stands where plans are held against each other.
            record = record | {"listings": record["listings"][-1:]}
        assert (path, lost(hostile_pages[start + path], record)) == (path, [])


def lost(page: html.HtmlElement, record: Any) -> list[str]:
    """Hostile lines of a record that do not stand in the article of a page."""
    [article] = page.iter("article")
    shown = sites.text(article)
    return [typed for typed in hostile.texts_of(record) if normal(typed) not in shown]


def without_printed(fact: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fact.items() if name != "printed"}


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_text_of_a_fact_reads_back_on_the_page_of_its_programme(
    hostile_pages: Pages, start: str
) -> None:
    """Figures with what is printed; of events and errata that stands on the document's page."""
    for number in range(COUNT):
        page = hostile_pages[f"{start}programmes/programme-{number}/"]
        events = [without_printed(it) for it in hostile.events(number)["events"]]
        errata = [hostile.erratum(it, number) for it in ERRATA if it == "damage" or number in SOME]
        told = [hostile.figures(number), events, [[it["what"], it["shown_as"]] for it in errata]]
        assert (number, lost(page, told)) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_fact_reads_back_on_the_page_of_its_document(
    hostile_pages: Pages, start: str
) -> None:
    for _, fact in facts():
        page = hostile_pages[f"{start}documents/{fact['document']}/"]
        assert (fact, lost(page, fact)) == (fact, [])
    for number in range(COUNT):
        page = hostile_pages[f"{start}documents/document-{number}/"]
        assert (number, lost(page, hostile.erratum("damage", number)["what"])) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_fact_reads_back_on_the_page_across_all_records(
    hostile_pages: Pages, start: str
) -> None:
    for kind in ERRATA:
        assert lost(hostile_pages[f"{start}errata/"], hostile.errata(kind)) == []
    for number in range(COUNT):
        figures = hostile.figures(number)
        shown = [figures["breaks"], *map(without_printed, figures["figures"])]
        assert (number, lost(hostile_pages[f"{start}figures/"], shown)) == (number, [])
        programme = hostile.programme(number)
        index = hostile_pages[f"{start}programmes/"]
        told = [programme["name"]]
        if number % 2:
            told += [term["text"] for term in programme["terms"]]
        else:
            told += [programme["summary"]]
        assert (number, lost(index, told)) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_change_between_two_editions_reads_back(hostile_pages: Pages, start: str) -> None:
    page = hostile_pages[f"{start}documents/changes/edition-1/edition-2/"]
    for number in range(COUNT):
        dataset = hostile.dataset(number)
        assert (number, lost(page, [dataset["name"], dataset["listings"][:-1]])) == (number, [])
    for number, fact in facts():
        if fact["document"] in EDITIONS:
            assert (number, lost(page, fact)) == (number, [])
    for kind in ERRATA[1:]:
        assert lost(page, [it["what"] for it in hostile.errata(kind)["errata"]]) == []


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_promise_reads_back_in_the_calendar(hostile_pages: Pages, start: str) -> None:
    page = hostile_pages[f"{start}datasets/calendar/"]
    for number in range(0, COUNT, 3):
        assert (number, lost(page, hostile.dataset(number)["name"])) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_text_of_a_budget_reads_back_on_its_page(hostile_pages: Pages, start: str) -> None:
    """In the heading and the title of the window as well, where its year stands beside it."""
    for number in SOME:
        record, title = hostile.budget(number), normal(hostile.document(number)["title"])
        page = hostile_pages[f"{start}budget/{record['id']}/"]
        assert (number, lost(page, record)) == (number, [])
        [heading] = page.iter("h1")
        shown = sites.text(heading)
        assert title in shown
        assert normal(page.findtext("head/title")).startswith(shown + " · ")
        index = hostile_pages[f"{start}budget/"]
        assert (number, lost(index, [record["scopes"][0], Typed(title)])) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_prose_reads_back_in_the_text_and_in_the_table_of_contents(
    hostile_pages: Pages, start: str
) -> None:
    page = hostile_pages[start + "about/"]
    [article] = page.iter("article")
    typed = [normal(part["heading"]) for part in hostile.prose("about")["sections"]]
    # Behind each heading stands the link to it; how to cite the page is no part of the prose.
    shown = [sites.text(heading) for heading in article.xpath(".//h2[@id != 'cite']")]
    assert [heading.removesuffix("#") for heading in shown] == typed
    [contents] = page.find_class("md-nav--secondary")[-1].iter("ul")
    assert [sites.text(item) for item in contents][: len(typed)] == typed


def test_descriptions_read_back(hostile_pages: Pages) -> None:
    """They say who or what a record is, beginning with its publisher, where it has one."""
    for path, record in records():
        publisher = record.get("publisher") or ("listings" in record and record["agency"])
        by = [hostile.agency(int(publisher.removeprefix("agency-")))["name"]] if publisher else []
        fields = {
            "agencies": ("name", "english"),
            "documents": ("title",),
            "datasets": ("description",),
            "programmes": ("name", "summary"),
        }
        said = [*by, *(record[it] for it in fields[path.split("/")[0]])]
        [described] = hostile_pages[path].xpath("//meta[@name='description']/@content")
        assert normal(described).startswith(normal(" ".join(said))[:190])


def test_data_files_hold_the_texts_as_typed(hostile_site: Site) -> None:
    content = (hostile_site.folder / "data/v1/datasets.json").read_text("utf-8")
    published = {item["id"]: item for item in json.loads(content)["items"]}
    assert len(published) == COUNT
    for number in range(COUNT):
        record = hostile.dataset(number)
        item = published[record["id"]]
        for field in ("name", "description", "group"):
            assert item[field][record["script"]] == record[field]


def test_data_files_hold_the_texts_of_facts_as_typed(hostile_site: Site) -> None:
    def published(name: str) -> dict[str, Any]:
        content = (hostile_site.folder / f"data/v1/{name}.json").read_text("utf-8")
        return {item["id"]: item for item in json.loads(content)["items"]}

    figures, events, errata = map(published, ("figures", "events", "errata"))
    for number in range(COUNT):
        for figure in hostile.figures(number)["figures"]:
            found = figures[figure["id"]]
            assert found["printed"] == figure["printed"]
            assert found["basis"]["zh-Hant"] == f"{figure['basis']}；{figure['differs']}"
        for event in hostile.events(number)["events"]:
            found = events[event["id"]]
            assert found["printed"] == event["printed"]
            assert found["what"]["zh-Hant"] == "；".join(
                filter(None, (event["what"], event.get("differs")))
            )
        erratum = hostile.erratum("damage", number)
        found = errata[erratum["id"]]
        assert found["what"]["zh-Hant"] == erratum["what"]
        assert found["locators"][0]["printed"] == erratum["locators"][0]["printed"]


TABLES = {
    **dict.fromkeys(("agencies", "datasets", "programmes", "terminology"), COUNT),
    "documents": COUNT + len(EDITIONS),
    "figures": COUNT + 2 * len(SOME),
    "events": 2 * (COUNT + len(SOME)),
    "errata": COUNT + 2 * len(SOME),
    # Two columns in four rows, one in a row of changes, and the posts.
    "budget": 10 * len(SOME),
}
"""Data file → its items."""


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_begins_like_a_formula(hostile_site: Site, name: str) -> None:
    """A spreadsheet would run it on opening the file."""
    content = (hostile_site.folder / f"data/v1/{name}.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == TABLES[name] + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    signs = ("=", "+", "-", "@", "＝")
    lines = [line for row in rows for cell in row for line in cell.split("\n")]
    assert [line for line in lines if line.startswith(signs)] == []


def test_below_a_path_every_address_and_anchor_leads_somewhere(
    harmless_site: Site, harmless_pages: Pages
) -> None:
    """Links, alternates, images, scripts and style sheets; none leaves the path."""
    files = {
        it.relative_to(harmless_site.folder).as_posix() for it in harmless_site.folder.rglob("*")
    }
    ids = {path: set(page.xpath("//@id")) for path, page in harmless_pages.items()}
    host = harmless_site.url.removesuffix("name/")
    broken = []
    for path, page in harmless_pages.items():
        for found in set(page.xpath(LEADS)):
            url, anchor = urldefrag(urljoin(harmless_site.url + path, found))
            if not url.startswith(host):
                continue
            target = url.split("?")[0].removeprefix(harmless_site.url)
            file = f"{target}index.html" if target.endswith("/") or not target else target
            if file not in files or (anchor and target in ids and anchor not in ids[target]):
                broken.append((path, found))
    assert broken == []
    assert len(ids) > 500


def test_below_a_path_the_pages_are_those_of_a_root(
    hostile_pages: Pages, harmless_pages: Pages
) -> None:
    """In both variants, with the same anchors."""
    assert set(harmless_pages) == set(hostile_pages)
    for path, page in harmless_pages.items():
        assert page.xpath("//@id") == hostile_pages[path].xpath("//@id"), path
    simplified = {path for path in harmless_pages if path.startswith(OTHER)}
    assert {OTHER + path for path in set(harmless_pages) - simplified - {"404.html"}} == simplified
