"""The CSV tables: the JSON's items, a row each and a value a cell, for spreadsheets."""

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


def named(column: str, identifier: str = "") -> tuple[str, str, str]:
    """An identifier, and what it names in both scripts."""
    start = f"{column}_name_zh"
    return identifier or column, f"{start}_hant", f"{start}_hans"


COLUMNS = {
    "agencies": [
        *("id", "url", *(f"name_{it}" for it in TEXT), "english", "acronym"),
        *("kind_code", "kind_zh_hant", "kind_zh_hans", *named("parent"), *named("successor")),
        *("established", "dissolved", *(f"summary_{it}" for it in TEXT), *LINKS),
    ],
    "agency-aliases": [*named("agency"), "position", *TEXT],
    "agency-locators": [*named("agency"), "position", *named("document"), "line", "quotation"],
    "agency-locators-supports": [*named("agency"), "locators_position", "position", "supports"],
    "datasets": [
        *("id", "url", *(f"name_{it}" for it in TEXT), *(f"description_{it}" for it in TEXT)),
        *(*named("agency"), *(f"group_{it}" for it in TEXT)),
        *("category_code", "category_zh_hant", "category_zh_hans", "spatial", "archived"),
        *("frequency_code", "frequency_zh_hant", "frequency_zh_hans"),
        *("landing_zh_hant", "landing_zh_hans", "landing_listed_as_of", "status"),
    ],
    "dataset-formats": [*named("dataset"), "position", "formats"],
    "listings": [
        *(*named("dataset"), "position", *named("document"), "section", "row", "status"),
        *("date", "date_note", "frequency_printed", "line"),
    ],
    "documents": [
        *("id", "url", *(f"title_{it}" for it in TEXT), "kind", *named("publisher"), "date"),
        *("covers", "script", "sha256", "lines", "complete", *LINKS, "links_archived"),
        *(f"link_note_{it}" for it in TEXT),
    ],
    "document-sections": [
        *(*named("document"), "position", "code", *(f"heading_{it}" for it in TEXT)),
        *(*(f"body_{it}" for it in TEXT), "line", "rows", "empty"),
    ],
    "programmes": [
        *("id", "url", *(f"name_{it}" for it in TEXT), "english", "acronym"),
        *("kind_code", "kind_zh_hant", "kind_zh_hans", *named("agency"), *named("part_of")),
        *("launched", "status_code", "status_zh_hant", "status_zh_hans"),
        *(*(f"summary_{it}" for it in TEXT), *LINKS),
    ],
    "programme-applicants": [*named("programme"), "position", "applicants"],
    "programme-joint-agencies": [*named("programme"), "position", *named("joint_agencies")],
    "programme-terms": [
        *(*named("programme"), "position", "kind", *(f"text_{it}" for it in TEXT)),
        *("value", "unit", "quotation", *named("document"), "line"),
    ],
    "programme-derived": [
        *(*named("programme"), "position", "field", *(f"reason_{it}" for it in TEXT)),
    ],
    "figures": [
        *("id", "url", "subject_kind", "subject_id", *(f"subject_name_{it}" for it in TEXT)),
        *("measure", *(f"label_{it}" for it in TEXT), "value", "value_max", "unit"),
        *("amount", "qualifier"),
        *(*(f"in_words_{it}" for it in TEXT), "as_of", "as_of_part", "series", "newest"),
        *(*(f"break_{it}" for it in TEXT), *(f"basis_{it}" for it in TEXT)),
        *("printed", "quotation", *(f"edition_{it}" for it in TEXT), *named("document"), "line"),
    ],
    "events": [
        *("id", "kind", "date", "part", "bound", "every", "edtf"),
        *(*(f"what_{it}" for it in TEXT), "subject_kind", *named("subject", "subject_id")),
        *("planned", "outcome", "printed", "quotation", "date_printed", "date_line"),
        *(*named("document"), "line"),
    ],
    "statements": [
        *("id", "url", "kind", "subject_kind", *named("subject", "subject_id")),
        *(*(f"text_{it}" for it in TEXT), *(f"term_{it}" for it in TEXT), "year", "quotation"),
    ],
    "statement-about": ["statement", "position", *named("about")],
    "errata": [
        *("id", "kind", "level", *(f"what_{it}" for it in TEXT)),
        *(f"shown_as_{it}" for it in TEXT),
        *("reported", *(f"answer_{it}" for it in TEXT)),
    ],
    "erratum-locators": ["erratum", "position", *named("document"), "line", "printed"],
    "terminology": [
        *("id", "kind_code", "kind_zh_hant", "kind_zh_hans", *(f"name_{it}" for it in TEXT)),
        *("english", "acronym", "confirmed"),
    ],
    "term-stands": [*named("term"), "position", *named("document"), "quotation"],
    "term-stands-lines": [*named("term"), "stands_position", "position", "lines"],
}


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns(name: str) -> None:
    text = sample_outputs()[f"data/v1/{name}.csv"].decode("utf-8-sig")
    assert next(csv.reader([text.partition("\r\n")[0]])) == COLUMNS[name]


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
    assert (made["agency"], made["agency_name_zh_hant"]) == ("sea", "海風觀測署")
    assert made["landing_listed_as_of"] == "2025-03-01"
    assert row("documents", "sea-plan")["lines"] == "100"


def test_the_cells_of_facts() -> None:
    """Numbers are plain digits: a spreadsheet counts with them."""
    figure = row("figures", "grant-ceiling-2")
    assert (figure["value"], figure["value_max"], figure["as_of"]) == ("11200000", "", "")
    assert (figure["subject_kind"], figure["subject_id"]) == ("programme", "sea-grant")
    assert (figure["printed"], figure["basis_zh_hant"]) == ("1 120萬元", "")
    event = row("events", "grant-review")
    assert (event["planned"], event["outcome"], event["date"]) == ("true", "grant-end", "2024-34")
    programme = row("programmes", "sea-grant")
    assert (programme["launched"], programme["status_code"]) == ("2023-05", "running")
    assert (programme["part_of"], programme["part_of_name_zh_hans"]) == ("sea-levy", "海产征费")


def test_a_field_with_several_values_has_a_table_with_a_row_for_each() -> None:
    """Told apart by the record they belong to, and counted from 1."""
    formats = [it for it in rows("dataset-formats") if it["dataset"] == "sea-tides"]
    assert [list(it.values()) for it in formats] == [
        ["sea-tides", "潮汐時間", "潮汐时间", "1", "CSV"],
        ["sea-tides", "潮汐時間", "潮汐时间", "2", "JSON"],
    ]
    [first, second] = [it for it in rows("listings") if it["dataset"] == "sea-tides"]
    assert (first["position"], first["document"], first["section"]) == ("1", "sea-plan", "A.ii")
    assert (second["date"], second["date_note"], second["line"]) == ("2025-04-15", "首次發布", "82")
    assert second["document_name_zh_hans"] == "海风观测署开放数据计划（第二版）"
    spots = [it for it in rows("erratum-locators") if it["erratum"] == "sea-plan-tide"]
    assert (spots[4]["document"], spots[4]["line"], spots[4]["printed"]) == (
        *("sea-plan-2", "44", "朝汐"),
    )
    about = [it for it in rows("erratum-about") if it["erratum"] == "sea-plan-tide"]
    assert [(it["about"], it["about_name_zh_hant"]) for it in about] == [
        ("sea-grant", "海產資助計劃"),
        ("tide-times", "潮汐時刻"),
    ]


def test_the_lines_within_a_place_have_a_table_below_its_own() -> None:
    [stand] = [it for it in rows("term-stands") if it["term"] == "bureau"]
    assert (stand["position"], stand["document"]) == ("1", "sea-facts")
    lines = [it for it in rows("term-stands-lines") if it["term"] == "bureau"]
    assert [(it["stands_position"], it["position"], it["lines"]) for it in lines] == [
        ("1", "1", "1"),
        ("1", "2", "9"),
    ]


@pytest.mark.parametrize(
    ("table", "owner", "kind", "field"),
    [
        ("programme-terms", "programme", "programmes", "terms"),
        ("programme-locators", "programme", "programmes", "locators"),
        ("agency-aliases", "agency", "agencies", "aliases"),
        ("listings", "dataset", "datasets", "listings"),
        ("document-sections", "document", "documents", "sections"),
        ("statement-locators", "statement", "statements", "locators"),
    ],
)
def test_the_rows_of_a_field_are_those_of_the_json_file(
    table: str, owner: str, kind: str, field: str
) -> None:
    """As many, in the same order, with the same numbers."""
    assert [(it[owner], it["position"], it.get("line", "")) for it in rows(table)] == [
        (item["id"], str(position), str(value.get("line", "")))
        for item in items(kind)
        for position, value in enumerate(item[field], 1)
    ]


def test_statements_have_one_table_that_says_whom_they_are_about() -> None:
    """No other of those of agencies and programmes."""
    assert "data/v1/agency-statements.csv" not in sample_outputs()
    about = {it["subject_id"]: it["subject_name_zh_hant"] for it in rows("statements")}
    assert about["sea"] == "海風觀測署"


def test_no_cell_holds_a_list_or_a_record() -> None:
    tables = [it for it in sample_outputs() if it.startswith("data/v1/") and it.endswith(".csv")]
    assert len(tables) > len(COLUMNS)
    for path in tables:
        for made in rows(path.removeprefix("data/v1/").removesuffix(".csv")):
            assert not [it for it in made.values() if it.startswith(("[", "{"))], path


def test_what_is_unknown_is_an_empty_cell() -> None:
    made = row("agencies", "bureau")
    assert {name for name, value in made.items() if value == ""} == {
        *(*named("parent"), *named("successor"), "established", "dissolved"),
        *(f"summary_{it}" for it in TEXT),
        *LINKS,
    }
    name = row("terminology", "tide-times")
    assert (name["english"], name["acronym"]) == ("", "")


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


TEXTS = st.text(st.sampled_from("甲a1 \u3000;,'\"=+-@＝＋－＠\n\t\\"), max_size=12)


def file_of(text: str) -> str:
    return csv_table(["id", "text"], [csv_line(["a", text])]).decode("utf-8-sig")


def undone(cell: str) -> str:
    """As /data/ says: one quote before what begins like a formula, there or after a semicolon."""
    return re.sub(r"""(^|[;\n])'(?=[ \u3000'"]*[=+\-@\t\r＝＋－＠])""", r"\1", cell)


@given(TEXTS)
def test_every_cell_can_be_read_back(text: str) -> None:
    [made] = csv.DictReader(io.StringIO(file_of(text), newline=""))
    assert undone(made["text"]) == text


@given(TEXTS)
def test_no_cell_is_a_formula_wherever_a_spreadsheet_cuts(text: str) -> None:
    """By commas as it should, or by semicolons, with quotes that mean nothing within a field."""
    written = file_of(text)
    by_commas = [cell for row in csv.reader(io.StringIO(written, newline="")) for cell in row]
    by_semicolons = re.split(r"[;\r\n]+", written)
    for cell in (*by_commas, *by_semicolons):
        assert cell.lstrip(' \u3000"')[:1] not in tuple("=+-@\t\r＝＋－＠"), written


def test_numbers_and_truth_are_plain() -> None:
    assert csv_line([-1.5, 1000, True, False, None]) == "-1.5,1000,true,false,\r\n"
