"""The published data files, held against a transcription of the plans made by other means."""

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from data_today import gone, records
from page_reader import said, squeezed
from sites import ROOT, Pages, Site

NAMES = ("agencies", "datasets", "documents", "programmes")
FACTS = ("figures", "events", "errata")
"""Items without a page of their own."""
FREQUENCIES = {
    "实时": "UPDATE_CONT",
    "每日": "DAILY",
    "每月": "MONTHLY",
    "每季": "QUARTERLY",
    "每半年": "ANNUAL_2",
    "每年兩次": "ANNUAL_2",
    "每年": "ANNUAL",
    "每年 (自2020年起为每年二月)": "ANNUAL",
    "有需要時": "AS_NEEDED",
    "当有需要时": "AS_NEEDED",
    "当有更新时": "AS_NEEDED",
    "当有更新数据时": "AS_NEEDED",
    "一次性": "ONE_OFF",
}
"""Frequencies that plans print, and the code of each in the list of the EU Publications Office."""


def read(site: Site, name: str) -> Any:
    return json.loads((site.folder / f"data/v1/{name}").read_text("utf-8"))


def table(site: Site, name: str) -> list[dict[str, str]]:
    content = (site.folder / f"data/v1/{name}.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content, newline="")))


@pytest.fixture(scope="module")
def datasets(site: Site) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read(site, "datasets.json")["items"]
    return items


@pytest.fixture(scope="module")
def printed() -> dict[tuple[str, str, int], dict[str, Any]]:
    rows = yaml.safe_load(Path(ROOT, "tests/data/plan-rows.yml").read_text("utf-8"))
    return {(row["document"], row["section"], row["row"]): row for row in rows}


def as_printed(item: dict[str, Any], listing: dict[str, Any]) -> dict[str, Any]:
    """One row of a plan, from what is published; of an older plan, what a row says of itself."""
    script = item["name"]["source"]
    group = item["group"]
    row = {
        "document": listing["document"],
        "section": listing["section"],
        "row": listing["row"],
        "line": listing["line"],
        "date": listing["date"],
        "date_note": listing["date_note"],
        "frequency": listing["frequency_printed"],
        "status": listing["status"],
    }
    if listing != item["listings"][-1]:
        return row
    return row | {
        "group": group and group[script],
        "category": item["category"][script],
        "name": item["name"][script],
        "description": item["description"][script],
        "formats": item["formats"],
        "spatial": item["spatial"],
        "archived": item["archived"],
    }


def test_every_row_is_published_as_the_plan_prints_it(
    datasets: list[dict[str, Any]], printed: dict[tuple[str, str, int], dict[str, Any]]
) -> None:
    """Character by character: texts, dates, frequencies, formats, flags, lines."""
    published = {}
    for item in datasets:
        for listing in item["listings"]:
            row = as_printed(item, listing)
            published[row["document"], row["section"], row["row"]] = row
    lost = [key for key in printed if key not in published]
    assert len(lost) <= len(gone("datasets"))
    assert len(printed) > 50
    for key in printed.keys() - set(lost):
        row = published[key]
        assert row == {name: printed[key][name] for name in row}


def test_rows_are_those_of_the_records(datasets: list[dict[str, Any]]) -> None:
    """Each with its status and its line, and nothing else."""
    assert {item["id"] for item in datasets} == set(records("datasets"))
    assert len(datasets) == len(records("datasets"))
    for item in datasets:
        rows = records("datasets")[item["id"]]["listings"]
        names = ("document", "section", "row", "status", "date", "line")
        assert [[str(it[name]) for name in names] for it in item["listings"]] == [
            [it[name] for name in names] for it in rows
        ]
        assert item["status"] == rows[-1]["status"]
        assert item["spatial"] is (records("datasets")[item["id"]]["spatial"] == "true")
        places = [(it["document"], str(it["line"])) for it in item["locators"]]
        assert places == [(it["document"], it["line"]) for it in rows]
    numbers = Counter(it["document"] for item in datasets for it in item["listings"])
    assert numbers == {
        id: number
        for id, it in records("documents").items()
        if (number := sum(int(part["rows"]) for part in it.get("sections", ())))
    }


def test_texts_name_the_script_they_are_typed_in(datasets: list[dict[str, Any]]) -> None:
    for item in datasets:
        wanted = records("datasets")[item["id"]]["script"]
        sources = {item[name]["source"] for name in ("name", "description", "group") if item[name]}
        assert (item["id"], sources) == (item["id"], {wanted})


def test_frequencies_have_the_code_of_what_is_printed(datasets: list[dict[str, Any]]) -> None:
    found = {
        (item["listings"][-1]["frequency_printed"], item["frequency"]["code"]) for item in datasets
    }
    terms = records("vocabulary")["frequencies"]["terms"]
    forms = {form: it["code"] for it in terms for form in (it["label"], *it["printed"])}
    # Of a form that is neither, the code is a person's reading of it.
    known = {form: code for form, code in found if form in forms or form in FREQUENCIES}
    assert known == {form: (forms | FREQUENCIES)[form] for form in known}
    assert len(known) > 5


def test_each_variant_shows_the_published_texts(
    datasets: list[dict[str, Any]], pages: Pages
) -> None:
    for item in datasets:
        for script, start in (("zh-Hant", ""), ("zh-Hans", "zh-Hans/")):
            [heading] = pages[f"{start}datasets/{item['id']}/"].iter("h1")
            assert said(heading) == squeezed(item["name"][script])


@pytest.mark.parametrize("name", NAMES)
def test_the_envelope_is_the_promised_one(
    site: Site, pages: Pages, datasets: list[dict[str, Any]], name: str
) -> None:
    file = read(site, f"{name}.json")
    assert list(file) == ["schema", "version", "data_as_of", "portal_seen", "items"]
    assert file["schema"] == f"{site.url}data/v1/{name}.schema.json"
    assert file["version"] == "1"
    # The last day of a document's month; when the portal was looked at is told apart.
    dates = [it.get("date", it.get("reports_until")) for it in records("documents").values()]
    assert file["data_as_of"].startswith(max(str(it) for it in dates if it))
    assert file["portal_seen"] == max(
        (it["landing"]["listed_as_of"] for it in datasets if it["landing"]), default=None
    )


@pytest.mark.parametrize("name", ["figures", "events"])
def test_a_file_is_no_newer_than_the_documents_it_names(site: Site, name: str) -> None:
    file = read(site, f"{name}.json")
    documents = (records("documents")[it["document"]] for it in file["items"])
    dates = {it.get("date", it.get("reports_until")) for it in documents}
    assert file["data_as_of"].startswith(max(str(it) for it in dates if it))
    assert file["portal_seen"] is None


def objections(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Where `value` breaks `schema`, for the part of JSON Schema that is published here."""
    if "$ref" in schema:
        return (yield from objections(value, root["$defs"][schema["$ref"].split("/")[-1]], root))
    if "anyOf" in schema and all(any(objections(value, it, root)) for it in schema["anyOf"]):
        yield f"{value!r} is none of {schema['anyOf']}"
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{value!r} is not allowed by {schema}"
    types = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}
    allowed = schema.get("type", types.get(type(value), "null"))
    if types.get(type(value), "null") not in ([allowed] if isinstance(allowed, str) else allowed):
        yield f"{value!r} is not of type {allowed}"
    if isinstance(value, dict):
        yield from field_objections(value, schema, root)
    if isinstance(value, list):
        for part in value:
            yield from objections(part, schema.get("items", {}), root)


def field_objections(
    value: dict[str, Any], schema: dict[str, Any], root: dict[str, Any]
) -> Iterator[str]:
    properties = schema.get("properties", {})
    yield from (f"{name} is missing" for name in set(schema.get("required", [])) - set(value))
    for name, part in value.items():
        if name in properties:
            yield from objections(part, properties[name], root)
        elif schema.get("additionalProperties") is False:
            yield f"{name} is not declared"


@pytest.mark.parametrize("name", [*NAMES, *FACTS])
def test_json_files_keep_to_their_schema(site: Site, name: str) -> None:
    """And the schema is strict: it objects to what is missing, added or of another type."""
    file, schema = read(site, f"{name}.json"), read(site, f"{name}.schema.json")
    assert list(objections(file, schema, schema)) == []
    item = file["items"][0]
    for wrong in (item | {"id": 1}, item | {"new": 1}, {"id": item["id"]}, item | {"id": None}):
        assert list(objections(file | {"items": [wrong]}, schema, schema)) != []


@pytest.mark.parametrize("name", [*NAMES, *FACTS])
def test_csv_says_what_json_says(site: Site, name: str) -> None:
    """A column per field and script; the byte-order mark tells spreadsheets that it is UTF-8."""
    assert (site.folder / f"data/v1/{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    items, rows = read(site, f"{name}.json")["items"], table(site, name)
    assert [row["id"] for row in rows] == [item["id"] for item in items]
    for item, row in zip(items, rows, strict=True):
        for field, value in item.items():
            if isinstance(value, dict):
                for script in {"zh-Hant", "zh-Hans"} & set(value):
                    column = f"{field}_{script.lower().replace('-', '_')}"
                    assert row[column] == (value[script] or "")
            elif isinstance(value, bool):
                assert row[field] == str(value).lower()
            elif isinstance(value, str | int):
                assert row[field] == str(value)


def test_csv_columns_for_the_scripts_have_the_promised_names(site: Site) -> None:
    columns = list(table(site, "datasets")[0])
    assert {"id", "name_zh_hant", "name_zh_hans", "agency_name_zh_hans", "status"} <= set(columns)
