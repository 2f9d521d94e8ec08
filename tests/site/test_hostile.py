"""Hostile texts come out as text; broken records give a line that says how to mend them.

Longer than a module should be: half of it is the flat table of mistakes.
"""

import csv
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import hostile
import pytest
import sites
from hostile import COUNT
from lxml import html
from sites import OTHER, ROOT, Pages, Site

KINDS = ("agencies", "documents", "datasets", "programmes")
"""Kinds of record that have a page each."""
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
    return Counter(names) + Counter(str(it.tag) for it in page.iter() if it not in elements)


def normal(text: str) -> str:
    return " ".join(text.split())


def records() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind in KINDS:
        for number in range(COUNT):
            record = hostile.RECORDS[kind](number)
            yield f"{kind}/{record['id']}/", record


def test_there_are_enough_hostile_strings() -> None:
    assert len(set(hostile.STRINGS)) >= 50


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
    """In the heading, in the title of the window and in the theme's header."""
    for path, record in records():
        page = hostile_pages[start + path]
        typed = normal(record.get("name") or record["title"])
        [heading] = page.iter("h1")
        assert sites.text(heading) == typed
        assert normal(page.findtext("head/title")).startswith(typed + " · ")
        shown = [sites.text(it) for it in page.find_class("md-header__topic")]
        assert shown[1] == typed


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_text_reads_back_on_the_page_of_its_record(hostile_pages: Pages, start: str) -> None:
    for path, record in records():
        if "terms" in record:
            # What a document prints of a condition stands on that document's page.
            terms = [term | {"printed": ""} for term in record["terms"]]
            record = record | {"terms": terms}
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
        erratum = hostile.erratum(number)
        told = [hostile.figures(number), events, erratum["what"], erratum["shown_as"]]
        assert (number, lost(page, told)) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_fact_reads_back_on_the_page_of_its_document(
    hostile_pages: Pages, start: str
) -> None:
    for number in range(COUNT):
        page = hostile_pages[f"{start}documents/document-{number}/"]
        figures = hostile.figures(number)["figures"]
        terms = hostile.programme(number)["terms"]
        told = [figures, terms, hostile.events(number)["events"], hostile.erratum(number)["what"]]
        assert (number, lost(page, told)) == (number, [])


@pytest.mark.parametrize("start", ["", OTHER])
def test_every_fact_reads_back_on_the_page_across_all_records(
    hostile_pages: Pages, start: str
) -> None:
    assert lost(hostile_pages[f"{start}errata/"], hostile.errata()) == []
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
    for path, record in records():
        # It begins with the publisher's name, which is here that of the record.
        [described] = hostile_pages[path].xpath("//meta[@name='description']/@content")
        assert described.startswith(normal(record.get("name") or record["title"])[:190])


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
        [figure] = hostile.figures(number)["figures"]
        found = figures[figure["id"]]
        assert (found["printed"], found["basis"]["zh-Hant"]) == (figure["printed"], figure["basis"])
        for event in hostile.events(number)["events"]:
            found = events[event["id"]]
            assert (found["printed"], found["what"]["zh-Hant"]) == (event["printed"], event["what"])
        erratum = hostile.erratum(number)
        found = errata[erratum["id"]]
        assert found["what"]["zh-Hant"] == erratum["what"]
        assert found["locators"][0]["printed"] == erratum["locators"][0]["printed"]


TABLES = {
    **dict.fromkeys((*KINDS, "figures", "errata"), COUNT),
    "events": 2 * COUNT,
}
"""Data file → its items."""


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_begins_like_a_formula(hostile_site: Site, name: str) -> None:
    """A spreadsheet would run it on opening the file."""
    content = (hostile_site.folder / f"data/v1/{name}.csv").read_text("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content, newline="")))
    assert len(rows) == TABLES[name] + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []


GATES = "datasets/hkstp/hkstp-science-park-3d-gates.yml"
PLAN = "documents/itc-open-data-plan-2025-2027.yml"
WORDS = "vocabulary/interface.yml"
LANDING = "landing:\n  zh-Hant: javascript:x\n  zh-Hans: https://x/\n  listed_as_of: 2026-01-31"

IN_A_DATASET = (
    (1, "id: <script>x</script>", "1:5: id: '<script>x</script>' is not an identifier (write"),
    (1, "id: ../../gates", "1:5: id: '../../gates' is not an identifier (write lower-case ASCII"),
    (1, "id: gates", "1:5: id 'gates' differs from the file's name 'hkstp-science-park-3d-gates."),
    (2, "script: zh-Hanz", "2:9: script: 'zh-Hanz' is not one of the allowed values"),
    (2, "script: NO", "2:9: ambiguous value 'NO'"),
    (3, "name:", "3:6: name is not filled in (fill it in"),
    (3, "name: 3", "3:7: name must be text, not the number 3 (if it is a number"),
    (3, "name: {}", "3:7: name: a text in no script (give zh-Hant, zh-Hans or both)"),
    (3, "name: ' gates'", "3:7: name: this text has a line break, or spaces at its ends"),
    (3, f"name: {'x' * 301}", "3:7: name: string should have at most 300 characters"),
    (3, "name: ga\u202etes", "3:9: bidirectional control U+202E"),
    (3, "name: 'gates", "3:7: not valid YAML: "),
    (5, "agency: hkst", "5:9: unknown agency 'hkst' (did you mean 'hkstp'?)"),
    (5, "agency: hkpc", "5:9: agency 'hkpc' differs from the folder 'hkstp' (move the file to"),
    (6, "category: public", "6:11: unknown code 'public' (codes of data/vocabulary/categories"),
    (6, "# category", "1:1: category is missing (add `category:` here)"),
    (7, "spatial: false", "7:10: `spatial` disagrees with section C.1.i (write `spatial: true`)"),
    (8, "spatial: true", "8:1: key 'spatial' is repeated from line 7 (keep one of the two)"),
    (8, "formats: CSV", "8:10: formats must be a list, not text"),
    (8, "formats: [DOC]", "8:11: formats[0]: 'DOC' is not one of the allowed values (allowed: "),
    (8, "formats: &a []", "8:10: anchor '&a'"),
    (9, "frequncy: ANNUAL", "9:1: frequncy is not a field of "),
    (9, "frequency: YEARLY", "9:12: unknown code 'YEARLY' (codes of data/vocabulary/frequencies"),
    (11, "\t- document: x", "11:1: tab U+0009 (use spaces)"),
    (11, "  - document: plan", "11:15: unknown document 'plan' (add data/documents/plan.yml or"),
    (12, "    section: C.9.i", "12:14: itc-open-data-plan-2025-2027 has no section C.9.i (its sec"),
    (12, "    section: E.i", "12:14: listings[0].section: string should match pattern"),
    (13, "    row: 1", "11:5: row 1 of C.1.i is already listed at data/datasets/hkstp/hkstp-sci"),
    (13, "    row: two", "13:10: listings[0].row must be a whole number, not text"),
    (14, "    status: released", "14:13: section C.1.i lists what is planned, not released"),
    (15, "    date: 13/2025", "15:11: listings[0].date: '13/2025' is not a date (write "),
    (15, "    date: 2025-13", "15:11: listings[0].date: '2025-13' has no month 13"),
    (15, "    date: 2025", "15:11: listings[0].date must be text, not the number 2025"),
    (17, "    line: 399", "17:11: itc-open-data-plan-2025-2027 has no line 399"),
    (17, f"    line: 39\n{LANDING}", "19:12: landing.zh-Hant: 'javascript:x' is not a web address"),
)
"""Line of a record, what stands there by mistake, and what `check` says of that file."""

Change = Callable[[Path], object]


def put(path: str, content: bytes) -> Change:
    return lambda data: (data / path).write_bytes(content)


def edit(path: str, old: str, new: str) -> Change:
    def change(data: Path) -> None:
        before = (data / path).read_text("utf-8")
        assert old in before
        (data / path).write_text(before.replace(old, new, 1), "utf-8")

    return change


def line(number: int, content: str) -> Change:
    def change(data: Path) -> None:
        lines = (data / GATES).read_text("utf-8").split("\n")
        lines[number - 1] = content
        (data / GATES).write_text("\n".join(lines), "utf-8")

    return change


def move(path: str, target: str) -> Change:
    return lambda data: (data / path).rename(data / target)


def copy(path: str, target: str) -> Change:
    return lambda data: shutil.copy(data / path, data / target)


def remove(path: str) -> Change:
    return lambda data: (data / path).rename(data.parent / "removed")


ELSEWHERE = {
    "no data folder": (remove("."), "data:1:1: there is no such folder (give the folder of the"),
    "no documents": (remove("documents"), "data/documents:1:1: there is no such folder (make it"),
    "misspelt folder": (move("agencies", "agency"), "data/agency:1:1: does not belong here"),
    "suffix": (
        move(GATES, "datasets/hkstp/x.yaml"),
        "data/datasets/hkstp/x.yaml:1:1: is not a rec",
    ),
    "empty": (put(GATES, b""), f"data/{GATES}:1:1: "),
    "Big5": (put(GATES, "id: 門".encode("big5")), f"data/{GATES}:1:5: not UTF-8: byte 0xAA"),
    "UTF-16": (put(GATES, "id: x".encode("utf-16")), f"data/{GATES}:1:1: not UTF-8: byte 0xFF"),
    "too large": (put(GATES, b"#" * 300_000), f"data/{GATES}:1:1: 300000 bytes, more than"),
    "wrong folder": (
        move(GATES, GATES.replace("/hkstp/", "/hkpc/")),
        "data/datasets/hkpc/hkstp-science-park-3d-gates.yml:5:9: agency 'hkstp' differs from the",
    ),
    "taken id": (
        copy(GATES, GATES.replace("/hkstp/", "/hkpc/")),
        f"data/{GATES}:1:5: id 'hkstp-science-park-3d-gates' is already taken by data/datasets/",
    ),
    "row lost": (
        edit(PLAN, "rows: 56", "rows: 57"),
        f"data/{PLAN}:*:11: section D.ii has 57 rows, but 56 are listed under data/datasets/ (add",
    ),
    "rows of an empty section": (
        edit(PLAN, "rows: 0\n", "rows: 0\n    note: x\n    #"),
        f"data/{PLAN}:*:11: section A.i: `rows` and `empty` contradict each other",
    ),
    "publisher": (
        edit(PLAN, "publisher: itc", "publisher: itd"),
        f"data/{PLAN}:*:12: unknown agency 'itd' (did you mean",
    ),
    "word missing": (
        edit(WORDS, "code: comma", "code: komma"),
        f"data/{WORDS}:*:*: the word 'comma' is missing",
    ),
    "place without a value": (edit(WORDS, '"、"', '"{x}"'), f"data/{WORDS}:*:*: "),
    "code twice": (
        edit("vocabulary/categories.yml", "code: food", "code: finance"),
        "data/vocabulary/categories.yml:*:*: code 'finance' stands twice",
    ),
    "vocabulary missing": (
        remove("vocabulary/frequencies.yml"),
        "data/vocabulary/frequencies.yml:1:1: this vocabulary is missing",
    ),
    "page missing": (
        remove("prose/about.yml"),
        "data/prose/about.yml:1:1: this page's text is missing",
    ),
    "one anchor twice": (edit("prose/about.yml", "id: scripts", "id: sources"), "data/prose/about"),
}
"""What is mistaken → (how it comes about, what `check` says)."""

MISTAKES = ELSEWHERE | {
    f"{number}: {content.strip()[:40]}": (line(number, content), f"data/{GATES}:{message}")
    for number, content, message in IN_A_DATASET
}


BUILT = ("no documents", "empty", "Big5", "taken id", "row lost", "place without a value")


def command(folder: Path, code: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """The command line of the generator in `code`, called in `folder`."""
    inherited = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=inherited | {"PYTHONPATH": str(code), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )


def make_mistake(folder: Path, name: str) -> None:
    """A fresh copy of the project's data in `folder`, with one mistake in it."""
    shutil.rmtree(folder / "data", ignore_errors=True)
    shutil.copytree(ROOT / "data", folder / "data")
    MISTAKES[name][0](folder / "data")


def assert_told(done: "subprocess.CompletedProcess[str]", name: str) -> None:
    """Status 1, every line with its place and a remedy, and the expected one among them."""
    *problems, last = done.stderr.splitlines()
    assert re.fullmatch("1 problem; nothing was generated|[0-9]+ problems; .*", last), done.stderr
    for problem in problems:
        assert re.fullmatch(r"data[^:]*:[1-9][0-9]*:[1-9][0-9]*: .+ \(.+\)", problem)
    wanted = re.escape(MISTAKES[name][1]).replace(r"\*", "[0-9]+")
    assert [problem for problem in problems if re.match(wanted, problem)], done.stderr
    assert done.returncode == 1
    assert done.stdout == ""


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What `check` answered to each mistake; they run side by side, each in a process."""

    def check(name: str) -> "subprocess.CompletedProcess[str]":
        folder = tmp_path_factory.mktemp("mistake")
        make_mistake(folder, name)
        return command(folder, ROOT, "check", "--data", "data")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return dict(zip(MISTAKES, pool.map(check, MISTAKES), strict=True))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_a_remedy(checked: dict[str, Any], name: str) -> None:
    assert_told(checked[name], name)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a site built in `out`."""
    folder = sites.a_copy_of_the_project(tmp_path_factory.mktemp("project"))
    done = command(folder, folder, "build", "--output", "out", "--as-of", "2026-01-31")
    assert (done.returncode, done.stdout) == (0, "site written to out\n"), done.stderr
    return folder


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", BUILT)
def test_a_mistake_leaves_the_last_good_site_as_it_was(project: Path, name: str) -> None:
    """Byte for byte, and the generated pages it was built from."""
    before = contents(project / "out"), contents(project / "docs")
    make_mistake(project, name)
    done = command(project, project, "build", "--data", "data", "--output", "out")
    assert_told(done, name)
    assert (contents(project / "out"), contents(project / "docs")) == before
    assert len(before[0]) > 200
