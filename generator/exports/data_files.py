"""The data files under /data/v1/ and the file of each record, from the pages' own records.

Every JSON file is an envelope `{"schema", "version", "data_as_of", "portal_seen", "items"}`, whose
days are never later than what its items are taken from. That of one record, beside its page, holds
one item and keeps to the same schema.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.exports.compact_json import compact_json
from generator.exports.contract import key_of
from generator.exports.contract_fields import explanation_of
from generator.exports.csv_tables import csv_line, csv_table
from generator.exports.data_package import data_package
from generator.exports.flat_tables import Names, record_names, table_rows, tables_of
from generator.exports.published_kinds import KINDS, PublishedKind
from generator.resolve.fact_dates import WHOLE, FactDates
from generator.resolve.resolve import Records
from generator.script.convert import Converter

VERSION = "1"
FOLDER = "data/v1"
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """`data/v1/<name>.json`, `.csv` and `.schema.json` of each kind, the tables of its fields with
    several values, each record's own file, and the package that describes the tables."""
    tables: dict[str, bytes] = {}
    names = record_names(records, converter)
    explanations = {code: converter.to_both_scripts(it).hant for code, it in records.fields.items()}
    for kind in KINDS:
        items = kind.items(records, converter.to_both_scripts, site_url)
        # Of each item only its lines are kept: there may be thousands.
        rows = sorted(
            (_lines(kind, it.model_dump(mode="json", by_alias=True), names) for it in items),
            key=lambda row: row[:2],
        )
        lines = [line for _, line, _ in rows]
        schema_url = f"{site_url}{FOLDER}/{kind.name}.schema.json"
        dates = records.dates.get((kind.name, WHOLE), records.all_dates)
        yield f"{FOLDER}/{kind.name}.json", _envelope(lines, schema_url, dates)
        yield f"{FOLDER}/{kind.name}.schema.json", _json(_schema(kind, schema_url, explanations))
        for table in tables_of(kind):
            head = [column.name for column in table.columns]
            cells = (it.get(table.name, "") for _, _, it in rows)
            tables[table.name] = csv_table(head, cells)
            yield f"{FOLDER}/{table.name}.csv", tables[table.name]
        if kind.pages:
            for identifier, line, _ in rows:
                dates = records.dates.get((kind.name, identifier), records.all_dates)
                content = _envelope([line], schema_url, dates)
                yield f"{kind.name}/{identifier}/index.json", content
    yield f"{FOLDER}/datapackage.json", _json(data_package(records, converter, site_url, tables))


def _lines(
    kind: PublishedKind, value: dict[str, Any], names: Names
) -> tuple[str, str, dict[str, str]]:
    """An item's identifier, its line of the JSON file and its lines of each table."""
    table, *_ = tables_of(kind)
    lines: dict[str, str] = {}
    for name, cells in table_rows(table, value, names):
        lines[name] = lines.get(name, "") + csv_line(cells)
    return str(value["id"]), compact_json(value), lines


def _envelope(lines: Iterable[str], schema_url: str, dates: FactDates) -> bytes:
    """An item a line: json's fast encoder does not indent, and spaces would be a quarter of all."""
    head = {
        "schema": schema_url,
        "version": VERSION,
        "data_as_of": dates.day,
        "portal_seen": dates.seen,
    }
    items = ",\n".join(lines)
    start = compact_json(head).removesuffix("}")
    return f'{start},"items":[\n{items}\n]}}\n'.encode()


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(kind: PublishedKind, url: str, explanations: Mapping[str, str]) -> dict[str, Any]:
    item = kind.item.model_json_schema(by_alias=True, mode="serialization")
    definitions = item.pop("$defs", {})
    _explain(item, kind.item.__name__, explanations)
    for name, definition in definitions.items():
        _explain(definition, name, explanations)
    return {
        "$schema": DIALECT,
        "$id": url,
        "title": kind.name,
        "type": "object",
        "additionalProperties": False,
        "required": ["schema", "version", "data_as_of", "portal_seen", "items"],
        "properties": {
            "schema": {"const": url},
            "version": {"const": VERSION},
            "data_as_of": {"type": "string", "format": "date"},
            "portal_seen": {"type": ["string", "null"], "format": "date"},
            "items": {"type": "array", "items": item},
        },
        "$defs": definitions,
    }


def _explain(definition: dict[str, Any], type_name: str, explanations: Mapping[str, str]) -> None:
    """Put in what readers are told of each field on /data/; English remarks become comments."""
    key = key_of(type_name)
    definition["description"] = explanations[f"record.{key}"]
    for name, field in definition["properties"].items():
        remark = field.pop("description", None)
        field["description"] = explanation_of(explanations, key, name)
        if remark:
            field["$comment"] = remark
