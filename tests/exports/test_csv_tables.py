"""The CSV tables: the JSON's items, a row each, for spreadsheets."""

import csv
import io
import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from builders import a_catalogue, a_dataset, a_document, an_agency
from hypothesis import given
from hypothesis import strategies as st
from sample import AS_OF, SITE_URL, sample_converter, sample_outputs

from generator.exports.contract import PublishedItem
from generator.exports.csv_tables import csv_line, csv_table
from generator.pipeline.outputs import outputs
from generator.resolve.resolve import resolve

KINDS = (
    "agencies",
    "datasets",
    "documents",
    "programmes",
    "figures",
    "events",
    "statements",
    "errata",
)


def items(name: str) -> list[dict[str, Any]]:
    """The items of the JSON file beside the table."""
    return json.loads(sample_outputs()[f"data/v1/{name}.json"])["items"]


def rows(name: str, files: Mapping[str, bytes] | None = None) -> list[dict[str, str]]:
    text = (files or sample_outputs())[f"data/v1/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def row(name: str, id: str) -> dict[str, str]:
    [found] = [it for it in rows(name) if it["id"] == id]
    return found


TEXT = ("zh_hant", "zh_hans", "source")
LINKS = ("links_zh_hant", "links_zh_hans", "links_en", "links_seen")
COLUMNS = {
    "agencies": [
        *("id", "url", *(f"name_{it}" for it in TEXT), "english", "acronym", "aliases"),
        *(
            "former_names",
            "kind_code",
            "kind_zh_hant",
            "kind_zh_hans",
            "parent",
            "successor",
            "established",
        ),
        *("dissolved", *(f"summary_{it}" for it in TEXT), *LINKS, "locators", "derived"),
        "statements",
    ],
    "datasets": [
        *("id", "url", *(f"name_{it}" for it in TEXT), *(f"description_{it}" for it in TEXT)),
        *("agency", *(f"group_{it}" for it in TEXT)),
        *(
            "category_code",
            "category_zh_hant",
            "category_zh_hans",
            "spatial",
            "formats",
            "archived",
        ),
        *("frequency_code", "frequency_zh_hant", "frequency_zh_hans", "listings"),
        *("landing_zh_hant", "landing_zh_hans", "landing_listed_as_of", "status", "locators"),
    ],
    "documents": [
        *("id", "url", *(f"title_{it}" for it in TEXT), "kind", "publisher", "date", "covers"),
        *("script", "sha256", "lines", "complete", *LINKS, "links_archived"),
        *(*(f"link_note_{it}" for it in TEXT), "sections"),
    ],
    "programmes": [
        *("id", "url", *(f"name_{it}" for it in TEXT), "english", "acronym", "aliases"),
        *("former_names", "kind_code", "kind_zh_hant", "kind_zh_hans", "agency"),
        *("joint_agencies", "part_of", "applicants"),
        *("launched", "status_code", "status_zh_hant", "status_zh_hans", "terms"),
        *(*(f"summary_{it}" for it in TEXT), *LINKS, "locators", "derived", "statements"),
    ],
    "figures": [
        *("id", "url", "subject_kind", "subject_id", *(f"subject_name_{it}" for it in TEXT)),
        *("measure", *(f"label_{it}" for it in TEXT), "value", "value_max", "unit"),
        *("amount", "qualifier"),
        *(*(f"in_words_{it}" for it in TEXT), "as_of", "as_of_part", "series", "newest"),
        *(*(f"break_{it}" for it in TEXT), *(f"basis_{it}" for it in TEXT)),
        *("printed", "quotation", *(f"edition_{it}" for it in TEXT), "document", "line"),
    ],
    "events": [
        *("id", "kind", "date", "part", "bound", "every", "edtf"),
        *(*(f"what_{it}" for it in TEXT), "subject_kind", "subject_id"),
        *("planned", "outcome", "printed", "quotation", "date_printed", "date_line"),
        *("document", "line"),
    ],
    "statements": [
        *("id", "url", "kind", "subject_kind", "subject_id", *(f"text_{it}" for it in TEXT)),
        *(*(f"term_{it}" for it in TEXT), "year", "about", "quotation", "locators"),
    ],
    "errata": [
        *(
            "id",
            "kind",
            "level",
            *(f"what_{it}" for it in TEXT),
            *(f"shown_as_{it}" for it in TEXT),
        ),
        *("about", "locators"),
    ],
    "terminology": [
        *("id", "kind_code", "kind_zh_hant", "kind_zh_hans", *(f"name_{it}" for it in TEXT)),
        *("english", "acronym", "aliases", "stands", "printed_forms"),
        *("confirmed", "unconfirmed"),
    ],
}


@pytest.mark.parametrize("name", KINDS)
def test_the_columns(name: str) -> None:
    assert list(rows(name)[0]) == COLUMNS[name]


@pytest.mark.parametrize("name", KINDS)
def test_a_csv_file_opens_in_a_spreadsheet(name: str) -> None:
    """A byte-order mark once, and line ends as RFC 4180 has them, the last one too."""
    raw = sample_outputs()[f"data/v1/{name}.csv"]
    assert raw.startswith(b"\xef\xbb\xbfid,")
    assert raw.count(b"\xef\xbb\xbf") == 1
    assert raw.endswith(b"\r\n")
    assert [it["id"] for it in rows(name)] == [it["id"] for it in items(name)]


def test_the_cells_of_a_dataset() -> None:
    made = row("datasets", "sea-tides")
    assert (made["name_zh_hant"], made["name_zh_hans"]) == ("潮汐時間", "潮汐时间")
    assert made["description_zh_hant"].count("\n") == 1
    assert (made["spatial"], made["archived"]) == ("false", "true")
    assert made["formats"] == "CSV;JSON"
    assert made["landing_listed_as_of"] == "2025-03-01"
    [dataset] = [it for it in items("datasets") if it["id"] == "sea-tides"]
    assert json.loads(made["listings"]) == dataset["listings"]
    assert json.loads(made["locators"])[0] == {"document": "sea-plan", "line": 21}
    assert row("documents", "sea-plan")["lines"] == "100"


def test_the_cells_of_facts() -> None:
    """Numbers are plain digits: a spreadsheet counts with them."""
    figure = row("figures", "grant-ceiling-2")
    assert (figure["value"], figure["value_max"], figure["as_of"]) == ("11200000", "", "")
    assert (figure["subject_kind"], figure["subject_id"]) == ("programme", "sea-grant")
    assert (figure["printed"], figure["basis_zh_hant"]) == ("1 120萬元", "")
    event = row("events", "grant-review")
    assert (event["planned"], event["outcome"], event["date"]) == ("true", "grant-end", "2024-34")
    erratum = row("errata", "sea-plan-tide")
    assert erratum["about"] == "sea-grant;tide-times"
    assert json.loads(erratum["locators"])[4] == {
        "document": "sea-plan-2",
        "line": 44,
        "printed": "朝汐",
    }
    programme = row("programmes", "sea-grant")
    [wanted] = [it for it in items("programmes") if it["id"] == "sea-grant"]
    assert json.loads(programme["terms"]) == wanted["terms"]
    assert (programme["launched"], programme["status_code"]) == ("2023-05", "running")


def test_what_is_unknown_and_an_empty_list_are_an_empty_cell() -> None:
    made = row("agencies", "bureau")
    assert {name for name, value in made.items() if value == ""} == {
        *("former_names", "parent", "successor", "established", "dissolved", "derived"),
        "statements",
        *(f"summary_{it}" for it in TEXT),
        *LINKS,
    }
    assert row("datasets", "sea-charts")["formats"] == ""
    name = row("terminology", "tide-times")
    assert (name["english"], name["acronym"], name["aliases"]) == ("", "", "")


def test_what_a_record_rests_on_stands_in_its_row() -> None:
    """Lists are written as they are in the JSON file beside the table."""
    beside = {it["id"]: it for it in items("programmes")}
    for made in rows("programmes"):
        for field in ("locators", "derived", "joint_agencies"):
            assert json.loads(made[field] or "[]") == beside[made["id"]][field]
    assert "計劃" in row("programmes", "sea-grant")["locators"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_a_cell_that_begins_like_a_formula_is_defused(sign: str) -> None:
    """Spreadsheets run it otherwise; in East Asian versions the wide signs as well (OWASP)."""
    name = f'{sign}HYPERLINK("https://evil.example")'
    catalogue = a_catalogue(
        agencies=[an_agency(name=name, english=name)],
        documents=[a_document(title=name)],
        datasets=[a_dataset(name=name, description=f"x\n{name}", group=name)],
    )
    files = outputs(resolve(catalogue, AS_OF), sample_converter(), SITE_URL)
    for kind in KINDS:
        for cell in (it for row in rows(kind, files) for it in row.values()):
            assert not cell.startswith(sign)
    [made] = rows("datasets", files)
    assert made["name_zh_hans"] == f"'{name}"
    # Who takes semicolons for what stands between cells takes a line's end for that of a row.
    assert made["description_zh_hans"] == f"x\n'{name}"


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        *(("=1", "'=1"), ("'=1", "''=1"), ("''＝1", "'''＝1")),
        *(("'a'", "'a'"), ("'", "'"), ("a=1", "a=1"), ("a;b", "a;b"), ("a;'b", "a;'b")),
        *(("a;=1", "a;'=1"), ("a; =1", "a;' =1"), ("a;'=1", "a;''=1"), ("a;;＋1", "a;;'＋1")),
        *(('"=1', "'\"=1"), ("a;\u3000＠a", "a;'\u3000＠a")),
    ],
)
def test_one_quote_before_a_sign_is_always_ours(typed: str, cell: str) -> None:
    """Whoever takes it away, as /data/ says, has the text that was typed."""
    records = resolve(a_catalogue(agencies=[an_agency(english=typed)]), AS_OF)
    [made] = rows("agencies", outputs(records, sample_converter(), SITE_URL))
    assert made["english"] == cell


class Part(PublishedItem):
    """A record within a cell."""

    name: str
    line: int


class Sheet(PublishedItem):
    """A row of everything that a cell is made of."""

    id: str
    text: str
    words: tuple[str, ...]
    records: tuple[Part, ...]


TEXTS = st.text(st.sampled_from("甲a1 \u3000;,'\"=+-@＝＋－＠\n\t\\"), max_size=12)
SHEETS = st.builds(
    Sheet,
    id=st.just("a"),
    text=TEXTS,
    words=st.lists(TEXTS.filter(bool), max_size=4).map(tuple),
    records=st.lists(st.builds(Part, name=TEXTS, line=st.integers(1, 9)), max_size=2).map(tuple),
)


def file_of(sheet: Sheet) -> str:
    value = sheet.model_dump(by_alias=True, mode="json")
    return csv_table(Sheet, [csv_line(Sheet, value)]).decode("utf-8-sig")


def undone(cell: str) -> str:
    """As /data/ says: one quote before what begins like a formula, there or after a semicolon."""
    return re.sub(r"""(^|[;\n])'(?=[ \u3000'"]*[=+\-@\t\r＝＋－＠])""", r"\1", cell)


@given(SHEETS)
def test_every_cell_can_be_read_back(sheet: Sheet) -> None:
    [made] = csv.DictReader(io.StringIO(file_of(sheet), newline=""))
    assert undone(made["text"]) == sheet.text
    words = list(csv.reader(io.StringIO(undone(made["words"]), newline=""), delimiter=";"))
    assert [tuple(it) for it in words] == ([sheet.words] if sheet.words else [])
    expected = [it.model_dump(mode="json", by_alias=True) for it in sheet.records]
    assert json.loads(made["records"] or "[]") == expected


@given(SHEETS)
def test_no_cell_is_a_formula_wherever_a_spreadsheet_cuts(sheet: Sheet) -> None:
    """By commas as it should, or by semicolons, with quotes that mean nothing within a field."""
    text = file_of(sheet)
    by_commas = [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]
    by_semicolons = re.split(r"[;\r\n]+", text)
    for cell in (*by_commas, *by_semicolons):
        assert cell.lstrip(' \u3000"')[:1] not in tuple("=+-@\t\r＝＋－＠"), text


def test_a_list_whose_items_hold_semicolons_keeps_their_number() -> None:
    sheet = Sheet(id="a", text="", words=("甲;乙", "丙", '"'), records=())
    [made] = csv.DictReader(io.StringIO(file_of(sheet), newline=""))
    assert made["words"] == '"甲;乙";丙;""""'
