"""The published data files, held against a transcription of the plans made by other means."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
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
"""Every frequency the plans print, and its code in the list of the EU Publications Office."""


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
    rows = json.loads(Path(ROOT, "tests/data/plan-rows.json").read_text("utf-8"))
    return {(row["document"], row["section"], row["row"]): row for row in rows}


def as_printed(item: dict[str, Any], listing: dict[str, Any]) -> dict[str, Any]:
    """One row of a plan, from what is published."""
    script = item["name"]["source"]
    group = item["group"]
    return {
        "document": listing["document"],
        "section": listing["section"],
        "row": listing["row"],
        "line": listing["line"],
        "group": group and group[script],
        "category": item["category"][script],
        "name": item["name"][script],
        "description": item["description"][script],
        "date": listing["date"],
        "date_note": listing["date_note"],
        "frequency": listing["frequency_printed"],
        "formats": item["formats"],
        "spatial": item["spatial"],
        "status": listing["status"],
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
    assert len(printed) == 78
    assert published == printed


def test_counts_are_those_of_the_plans(datasets: list[dict[str, Any]]) -> None:
    """62 rows (5 planned, 57 released) and 16 (4 planned, 12 released); 6 of them spatial."""
    assert len(datasets) == len({item["id"] for item in datasets}) == 78
    counts = dict.fromkeys([(plan, status) for plan in ("itc", "itib") for status in "pr"], 0)
    for item in datasets:
        [listing] = item["listings"]
        counts[listing["document"].split("-")[0], listing["status"][0]] += 1
        assert item["status"] == listing["status"]
        assert item["locators"] == [{name: listing[name] for name in ("document", "line")}]
    assert counts == {("itc", "p"): 5, ("itc", "r"): 57, ("itib", "p"): 4, ("itib", "r"): 12}
    assert sum(item["spatial"] for item in datasets) == 6


def test_texts_name_the_script_of_their_plan(datasets: list[dict[str, Any]]) -> None:
    for item in datasets:
        wanted = "zh-Hans" if item["listings"][0]["document"].startswith("itc") else "zh-Hant"
        sources = {item[name]["source"] for name in ("name", "description", "group") if item[name]}
        assert (item["id"], sources) == (item["id"], {wanted})


def test_frequencies_have_the_code_of_what_is_printed(datasets: list[dict[str, Any]]) -> None:
    found = {
        (listing["frequency_printed"], item["frequency"]["code"])
        for item in datasets
        for listing in item["listings"]
    }
    assert found == set(FREQUENCIES.items())


def test_each_variant_shows_the_published_texts(
    datasets: list[dict[str, Any]], pages: Pages
) -> None:
    for item in datasets:
        for script, start in (("zh-Hant", ""), ("zh-Hans", "zh-Hans/")):
            [heading] = pages[f"{start}datasets/{item['id']}/"].iter("h1")
            assert heading.text_content() == item["name"][script]


@pytest.mark.parametrize("name", NAMES)
def test_the_envelope_is_the_promised_one(
    site: Site, pages: Pages, datasets: list[dict[str, Any]], name: str
) -> None:
    file = read(site, f"{name}.json")
    assert list(file) == ["schema", "version", "data_as_of", "items"]
    assert file["schema"] == f"{site.url}data/v1/{name}.schema.json"
    assert file["version"] == "1"
    # The newest day in the data, which no document reaches: that of the portal's list.
    assert file["data_as_of"] == max(
        it["landing"]["listed_as_of"] for it in datasets if it["landing"]
    )
    for item in file["items"]:
        assert item["url"] == f"{site.url}{name}/{item['id']}/"
        assert item["url"].removeprefix(site.url) in pages


def objections(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    """Where `value` breaks `schema`, for the part of JSON Schema that is published here."""
    if "$ref" in schema:
        return (yield from objections(value, root["$defs"][schema["$ref"].split("/")[-1]], root))
    if "anyOf" in schema and all(any(objections(value, it, root)) for it in schema["anyOf"]):
        yield f"{value!r} is none of {schema['anyOf']}"
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{value!r} is not allowed by {schema}"
    types = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}
    if (found := types.get(type(value), "null")) != schema.get("type", found):
        yield f"{value!r} is not of type {schema['type']}"
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
    assert {"id", "name_zh_hant", "name_zh_hans", "formats", "status"} <= set(columns)
