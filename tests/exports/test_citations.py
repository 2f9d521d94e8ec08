"""Citations: what stands in them, and that reference managers read back what was written."""

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import bibtexparser
import hostile
import pytest
import rispy
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_listing,
    a_locator,
    a_programme,
    an_agency,
)
from exports.project import project_files, project_records
from hypothesis import given
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text
from sample import AS_OF, SITE_URL, sample_outputs, sample_records

from generator.exports.bibtex import bibtex
from generator.exports.citation import Citation, CitationMaker
from generator.exports.citation_words import CitationWords, runs
from generator.exports.cited_pages import CitedPage, cited_pages
from generator.exports.cited_sources import sources_at
from generator.exports.csl_json import csl_json
from generator.exports.ris import ris
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import Records, resolve
from generator.script.convert import Converter

pytestmark = pytest.mark.today

FILES: Mapping[str, tuple[Callable[[], Mapping[str, bytes]], Callable[[], Records]]] = {
    "project": (project_files, project_records),
    "sample": (sample_outputs, sample_records),
}
HOSTILE = (
    *hostile.STRINGS,
    *("TY  - JOUR", "ER  -", "a -- b --- c", "''q'' ``x`` ?`", "@misc{x,", "a and b", "100% $x$"),
    *("{", "}", "}{", "{{}", "a{b}c{", "\\", "\\}", "~#&_", "corpID TSSSU@O", "a\tb"),
)
LINE_ENDS = "a\nb", "a\rb", "a\r\nTY  - X", "a\u2028TY  - X", "a\x85ER  - ", "a\x0bb"


def a_citation(text: str, **changes: Any) -> Citation:
    fields = {"key": "sea-plan.agencies.sea", "is_document": True, "title": text, "author": text}
    fields |= {"edition": text, "genre": text, "note": text, "other_title": ""}
    fields |= {"language": "zh-Hans", "address": "https://a.example/%22?b=c&d_e#f~"}
    return Citation(**fields | changes)


def entries(text: str) -> list[dict[str, str]]:
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return [
        {"ENTRYTYPE": it.entry_type, "ID": it.key, **{key: it[key] for key in it.fields_dict}}
        for it in library.entries
    ]


def of_tex(text: str) -> str:
    # pylatexenc has a circumflex of its own for the command.
    return LatexNodes2Text().latex_to_text(text).replace("ˆ", "^")


# --- one record, worked out by hand -------------------------------------------------------------


@cache
def made() -> tuple[Records, Converter]:
    """A programme of an undated edition, and a dataset of a plan."""
    facts = a_document(
        id="sea-facts",
        kind="fact-sheet",
        title="海事便览（新版）",
        short_title={"zh-Hant": "便覽新版"},
        publisher=None,
        date=None,
        reports_until="2025-07",
        sections=[],
        headings=[{"line": 5, "text": "海事基金"}],
    )
    plan = a_document(links={"en": "https://a.example/plan", "zh-Hans": "https://a.example/plan-s"})
    catalogue = a_catalogue(
        documents=[plan, facts],
        agencies=[an_agency()],
        datasets=[a_dataset(listings=[a_listing(row=3, line=52)])],
        programmes=[
            a_programme(
                name="海事基金",
                locators=[a_locator(document="sea-facts", line=it) for it in (9, 4)],
            )
        ],
        figures=[a_figure_list(a_figure(document="sea-facts", line=5, as_of="2025-06"))],
    )
    return resolve(catalogue, AS_OF), catalogue_converter(catalogue)


def citations(kind: str, identifier: str) -> list[Citation]:
    records, converter = made()
    [page] = [it for it in cited_pages(records) if (it.kind, it.id) == (kind, identifier)]
    return CitationMaker(records, converter, SITE_URL).citations(page)


def test_a_dataset_is_cited_by_its_plan() -> None:
    """Agency, title as printed, month, section and line; the plan's own page in its script."""
    document, page = citations("datasets", "sea-tides")
    assert document == Citation(
        key="sea-plan.datasets.sea-tides",
        is_document=True,
        title="海风观测署开放数据计划",
        other_title="海風觀測署開放數據計劃",
        language="zh-Hans",
        address="https://a.example/plan-s",
        note="D.ii部分第3項，第52行。經《香港創科手冊》「潮汐時間」頁："
        f"{SITE_URL}datasets/sea-tides/。據知的網址，未經打開核對",
        genre="年度开放数据计划",
        author="海风观测署",
        date="2024-12",
    )
    assert page.title == "潮汐時間"
    assert page.container == "香港創科手冊"
    assert page.note == "資料截至2024年12月"  # as the vocabulary of the tests has it
    assert page.address == f"{SITE_URL}datasets/sea-tides/"


def test_a_table_is_cited_by_itself() -> None:
    """By the rows of a plan, by the lines of a record's numbers: not by all that the page has."""
    records, converter = made()
    maker = CitationMaker(records, converter, SITE_URL)
    tables = {it.address: it for page in cited_pages(records) for it in page.tables}
    assert set(tables) == {"documents/sea-plan/#d-ii", "programmes/sea-grant/#figures"}
    plan, page = maker.citations(tables["documents/sea-plan/#d-ii"])
    assert plan.key == "sea-plan.documents.sea-plan.d-ii"
    assert plan.note.startswith(
        "D.ii部分第3項，第52行。經《香港創科手冊》「海風觀測署開放數據計劃：D.ii」頁："
        f"{SITE_URL}documents/sea-plan/#d-ii"
    )
    assert page.key == "handbook.documents.sea-plan.d-ii"
    assert page.address == f"{SITE_URL}documents/sea-plan/#d-ii"
    numbers, _ = maker.citations(tables["programmes/sea-grant/#figures"])
    assert numbers.note.startswith("〈海事基金〉第5行。經《香港創科手冊》「海事基金：數字」頁：")


def test_no_author_and_no_date_is_said_that_no_document_prints() -> None:
    document, _ = citations("programmes", "sea-grant")
    assert (document.author, document.date, document.edition) == ("", None, "新版")
    assert document.note.startswith("第4行、〈海事基金〉第5、9行。經")
    assert document.address == f"{SITE_URL}programmes/sea-grant/"
    assert "year" not in entries(bibtex([document]))[0]
    assert "PY  -" not in ris([document])
    assert "issued" not in csl_json([document])


def test_the_foot_of_a_page_gives_the_printed_title_and_marks_its_script() -> None:
    """In the other script both forms; in its own the printed one alone."""
    records, converter = made()
    [grant] = [it for it in cited_pages(records) if it.kind == "programmes"]
    [source] = sources_at(grant.places, records)
    assert CitationWords(records, converter, "zh-Hant").line(source) == [
        ("《", None),
        ("海事便览", "zh-Hans"),
        (
            "》［海事便覽］，新版，第4行、〈海事基金〉第5、9行，沒有印出日期，內容至2025年7月",
            None,
        ),
    ]
    assert CitationWords(records, converter, "zh-Hans").line(source) == [
        (
            "《海事便览》，新版，第4行、〈海事基金〉第5、9行，没有印出日期，内容至2025年7月",
            None,
        )
    ]


def test_the_address_of_something_else_is_not_the_documents() -> None:
    plan = a_document(links={"en": "https://a.example/all"}, link_note="所有計劃")
    catalogue = a_catalogue(documents=[plan])
    records = resolve(catalogue, AS_OF)
    maker = CitationMaker(records, catalogue_converter(catalogue), SITE_URL)
    [page] = [it for it in cited_pages(records) if it.kind == "datasets"]
    assert maker.citations(page)[0].address == f"{SITE_URL}datasets/{page.id}/"


ARCHIVED = "https://archive.example/2025/plan.pdf"
OWN = {"zh-Hant": "https://a.example/tc/p.pdf", "zh-Hans": "https://a.example/sc/p.pdf"}


@pytest.mark.parametrize(
    ("changes", "address", "unopened"),
    [
        ({"links": {**OWN, "archived": ARCHIVED, "seen": "2026-01-02"}}, ARCHIVED, False),
        ({"links": {"archived": ARCHIVED}, "link_note": "所有計劃"}, ARCHIVED, True),
        ({"links": {**OWN, "seen": "2026-01-02"}}, OWN["zh-Hans"], False),
        ({"links": OWN}, OWN["zh-Hans"], True),
    ],
)
def test_a_copy_that_stays_is_cited_first_and_an_unopened_address_says_so(
    changes: dict[str, Any], address: str, unopened: bool
) -> None:
    catalogue = a_catalogue(documents=[a_document(**changes)])
    maker = CitationMaker(resolve(catalogue, AS_OF), catalogue_converter(catalogue), SITE_URL)
    [page] = [it for it in cited_pages(resolve(catalogue, AS_OF)) if it.kind == "datasets"]
    cited = maker.citations(page)[0]
    assert cited.address == address
    assert cited.note.endswith("據知的網址，未經打開核對") == unopened


def test_numbers_that_follow_one_another_are_a_run() -> None:
    assert [*runs([])] == []
    assert [*runs([4])] == [(4, 4)]
    assert [*runs([1, 2, 3, 7, 9, 10])] == [(1, 3), (7, 7), (9, 10)]


def test_the_bytes_of_the_three_forms() -> None:
    citation = a_citation("甲", date="2024-12", address="https://a.example/", other_title="乙")
    assert bibtex([citation]) == (
        "@techreport{sea-plan.agencies.sea,\n  author = {{甲}},\n  title = {甲},\n  type = {甲},\n"
        "  edition = {甲},\n  year = {2024},\n  month = dec,\n  language = {zh-Hans},\n"
        "  langid = {zh-Hans},\n  url = {https://a.example/},\n  note = {[乙] 甲},\n}\n"
    )
    assert ris([citation]) == (
        "TY  - GOVDOC\nID  - sea-plan.agencies.sea\nAU  - 甲\nTI  - 甲\nTT  - 乙\nM3  - 甲\n"
        "ET  - 甲\nPY  - 2024\nDA  - 2024/12//\nLA  - zh-Hans\nUR  - https://a.example/\nN1  - 甲\n"
        "ER  - \n"
    )
    [item] = json.loads(csl_json([citation]))
    assert item["issued"] == {"date-parts": [[2024, 12]]}
    assert item["note"] == "[乙] 甲"


@pytest.mark.parametrize(
    ("edtf", "parts", "ris_date", "fields"),
    [
        ("2024", [2024], None, {"year": "2024"}),
        ("2024-02", [2024, 2], "2024/02//", {"year": "2024", "month": "feb"}),
        ("2024-02-09", [2024, 2, 9], "2024/02/09/", {"month": "feb", "day": "9"}),
        ("2024-33", [2024], None, {"year": "2024"}),
    ],
)
def test_a_date_keeps_the_precision_printed(
    edtf: str, parts: list[int], ris_date: str | None, fields: dict[str, str]
) -> None:
    citation = a_citation("甲", date=edtf)
    [item] = json.loads(csl_json([citation]))
    assert item["issued"]["date-parts"] == [parts]
    [entry] = rispy.loads(ris([citation]))
    assert (entry["year"], entry.get("date")) == (edtf[:4], ris_date)
    [read] = entries(bibtex([citation]))
    assert {it: read[it] for it in ("year", "month", "day") if it in read} == {
        "year": "2024",
        **fields,
    }


# --- read back ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_reads_back_as_typed(text: str) -> None:
    two = [a_citation(text), a_citation(text, key="b", is_document=False, author="")]
    first, second = entries(bibtex(two))
    assert (first["ID"], second["ID"]) == ("sea-plan.agencies.sea", "b")
    for name in ("author", "title", "type", "edition", "note"):
        assert of_tex(first[name]) == text
    assert first["url"] == two[0].address
    assert "author" not in second
    one, other = rispy.loads(ris(two))
    assert (one["title"], one["authors"], one["notes"]) == (text, [text], [text])
    assert (one["type_of_reference"], other["type_of_reference"]) == ("GOVDOC", "ELEC")
    assert [it["title"] for it in json.loads(csl_json(two))] == [text, text]


@pytest.mark.parametrize("text", LINE_ENDS)
def test_nothing_that_ends_a_line_begins_another_field(text: str) -> None:
    """RIS has no escapes, so that its readers get a space; the others get the text."""
    [entry] = rispy.loads(ris([a_citation(text)]))
    assert entry["title"] == re.sub(r"[\s\x85\u2028]+", " ", text, count=1).strip()
    assert entry["type_of_reference"] == "GOVDOC"
    [read] = entries(bibtex([a_citation(text)]))
    assert " ".join(of_tex(read["title"]).split()) == " ".join(text.split())
    assert json.loads(csl_json([a_citation(text)]))[0]["title"] == text


@given(st.text("aZ1 {}\\\"'`~^#$%&_-<>|@,=創", min_size=1).map(str.strip).filter(bool))
def test_whatever_marks_a_text_holds_it_reads_back(text: str) -> None:
    [read] = entries(bibtex([a_citation(text)]))
    assert of_tex(read["title"]) == text
    assert read["url"] == a_citation("x").address
    depth = 0
    for char in bibtex([a_citation(text)]):  # as BibTeX counts, which knows no escapes
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0


def documents_of(page: CitedPage, records: Records) -> set[str]:
    """What a page rests on; a table of a document on that document, one of numbers on theirs."""
    if not page.anchor:
        return set(records.dates[page.kind, page.id].documents)
    if page.anchor == "figures":
        figures = [it for series in records.series for it in series.figures]
        return {it.source.document.id for it in figures if it.subject.id == page.id}
    return {page.id}


@pytest.mark.parametrize("name", FILES)
def test_every_page_and_table_has_three_files_that_say_the_same(name: str) -> None:
    files, records = (make() for make in FILES[name])
    keys: list[str] = []
    for page in (it for own in cited_pages(records) for it in (own, *own.tables)):
        beside = f"{page.kind}/{page.id}/{page.anchor or 'index'}"
        own = {it: files[f"{beside}.{it}"].decode() for it in ("bib", "ris", "csl.json")}
        bib, items = entries(own["bib"]), json.loads(own["csl.json"])
        tags = rispy.loads(own["ris"])
        documents = documents_of(page, records)
        key = f"{page.kind}.{page.id}{page.anchor and '.'}{page.anchor}"
        wanted = [f"{it.document.id}.{key}" for it in records.documents]
        wanted = [it for it in wanted if it.split(".")[0] in documents]
        wanted.append(f"handbook.{key}")
        assert [it["ID"] for it in bib] == [it["id"] for it in items] == wanted
        assert [it["id"] for it in tags] == wanted
        keys += wanted
        for read, item, tagged in zip(bib, items, tags, strict=True):
            assert of_tex(read["title"]) == item["title"] == tagged["title"]
            assert of_tex(read.get("author", "")) == "".join(
                it["literal"] for it in item.get("author", ())
            )
            assert read["url"] == item["URL"] == tagged["urls"][0]
            assert of_tex(read.get("note", "")) == item.get("note", "")
            assert item.get("note", "").endswith(tagged.get("notes", [""])[0])
        for item in items[:-1]:
            assert SITE_URL + page.address in item["note"]
    assert len(set(keys)) == len(keys)


VARIABLES = {"id", "type", "title", "author", "container-title", "genre", "edition", "issued"}
VARIABLES |= {"language", "URL", "note"}


@pytest.mark.parametrize("name", FILES)
def test_every_item_is_one_of_csl(name: str) -> None:
    """As csl-data.json of CSL 1.0.2 has them: strings, names, dates in up to three parts."""
    files, _ = (make() for make in FILES[name])
    for path, content in files.items():
        if not path.endswith(".csl.json"):
            continue
        for item in json.loads(content):
            assert {"id", "type", "title"} <= set(item) <= VARIABLES
            assert item["type"] in ("report", "webpage")
            for name_ in item.get("author", ()):
                assert set(name_) == {"literal"}
            texts = set(item) - {"author", "issued"}
            assert all(isinstance(item[it], str) and item[it] for it in texts)
            if "issued" in item:
                [parts] = item["issued"]["date-parts"]
                assert 1 <= len(parts) <= 3
                assert all(isinstance(it, int) for it in parts)


PANDOC = shutil.which("pandoc")


@pytest.mark.skipif(PANDOC is None, reason="this machine has no pandoc")
@pytest.mark.parametrize(
    ("form", "suffix"), [("bibtex", "bib"), ("biblatex", "bib"), ("ris", "ris")]
)
def test_pandoc_reads_them(form: str, suffix: str) -> None:
    """All of the project's at once: each title, and where it has one its author and year."""
    files = project_files()
    paths = sorted(it for it in files if it.endswith(f"/index.{suffix}"))
    whole = b"\n".join(files[it] for it in paths)
    command = [str(PANDOC), "--from", form, "--to", "csljson"]
    done = subprocess.run(command, input=whole, capture_output=True, check=True)
    read = {it["id"]: it for it in json.loads(done.stdout)}
    others = (files[it.removesuffix(suffix) + "csl.json"] for it in paths)
    wanted = [item for content in others for item in json.loads(content)]
    assert len(read) == len(wanted) > 300
    for item in wanted:
        for field in ("title", "URL"):
            assert read[item["id"]][field] == item[field]
        if "author" in item:
            [name] = read[item["id"]]["author"]
            assert "".join(name.values()) == item["author"][0]["literal"]
        if "issued" in item:
            # Of a month pandoc takes from RIS the year alone.
            [parts], [printed] = (it["issued"]["date-parts"] for it in (read[item["id"]], item))
            assert parts == printed or (form == "ris" and parts == printed[:1])
