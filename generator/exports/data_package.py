"""The Frictionless data package over the CSV tables: what each column holds and points at."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.contract_fields import explanation_of
from generator.exports.flat_tables import Column, FlatTable, tables_of
from generator.exports.published_kinds import KINDS
from generator.model.wording import Wording
from generator.resolve.resolve import Records
from generator.script.convert import Converter


def data_package(
    records: Records, converter: Converter, site_url: str, tables: Mapping[str, bytes]
) -> dict[str, Any]:
    """The descriptor of the tables, which are given by name."""

    def say(wording: Wording) -> str:
        return converter.to_both_scripts(wording).hant

    explanations = {code: say(it) for code, it in records.fields.items()}
    return {
        "profile": "tabular-data-package",
        "name": "hk-innotech-handbook",
        "title": say(records.theme["site-name"]),
        "description": say(records.prose["data"].lead),
        "homepage": f"{site_url}data/",
        "version": records.data_as_of,
        "licenses": [
            {"path": f"{site_url}about/#rights", "title": say(records.words["licence-facts"])}
        ],
        "sources": [
            {"title": say(record.title), "path": f"{site_url}documents/{record.document.id}/"}
            for record in records.documents
        ],
        "resources": [
            resource
            for kind in KINDS
            for resource in _resources(tables_of(kind)[0], None, tables, explanations)
        ],
    }


def _resources(
    table: FlatTable,
    above: FlatTable | None,
    tables: Mapping[str, bytes],
    explanations: Mapping[str, str],
) -> Iterator[dict[str, Any]]:
    """A table, and those of its fields with several values."""
    content = tables[table.name]
    yield {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": explanation_of(explanations, *table.words),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": [_field(column, explanations) for column in table.columns],
            "primaryKey": list(table.key) if above else "id",
            "foreignKeys": list(_foreign_keys(table, above)),
            "missingValues": [""],
        },
    }
    for part in table.parts:
        yield from _resources(part, table, tables, explanations)


def _field(column: Column, explanations: Mapping[str, str]) -> dict[str, Any]:
    told = (explanation_of(explanations, *it) for it in column.words)
    field = {"name": column.name, "type": column.type_name, "description": "".join(told)}
    if column.name == "id":
        return field | {"constraints": {"required": True, "unique": True}}
    return field


def _foreign_keys(table: FlatTable, above: FlatTable | None) -> Iterator[dict[str, Any]]:
    if above:
        owner = list(table.key[:-1])
        yield _foreign_key(owner, above.name, list(above.key))
    names = {it.name for it in KINDS}
    for column in sorted(table.columns, key=lambda it: it.name):
        if column.script or (above and column.name == table.key[0]):
            continue
        match column.targets:
            case (target,) if target in names:
                # Frictionless writes a reference to the table itself as an empty name.
                resource = "" if target == table.name else target
                yield _foreign_key([column.name], resource, ["id"])


def _foreign_key(fields: list[str], resource: str, others: list[str]) -> dict[str, Any]:
    """A single column is a string, not a list of one."""

    def written(columns: list[str]) -> str | list[str]:
        return columns[0] if len(columns) == 1 else columns

    reference = {"resource": resource, "fields": written(others)}
    return {"fields": written(fields), "reference": reference}
