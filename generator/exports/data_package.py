"""The Frictionless data package over the CSV tables: what each column holds and points at."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from generator.exports.contract import key_of
from generator.exports.contract_fields import explanation_of
from generator.exports.csv_tables import CsvColumn, columns
from generator.exports.published_kinds import KINDS, PublishedKind
from generator.model.kinds import REFERENCES
from generator.model.wording import Wording
from generator.resolve.resolve import Records
from generator.script.convert import Converter

TABLE_SCHEMA_TYPES = {"strings": "string"}
"""Column types that Table Schema names otherwise: words joined by semicolons are a string."""


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
        "resources": [_resource(kind, tables[kind.name], explanations) for kind in KINDS],
    }


def _resource(kind: PublishedKind, table: bytes, explanations: Mapping[str, str]) -> dict[str, Any]:
    key = kind.type_key
    return {
        "profile": "tabular-data-resource",
        "name": kind.name,
        "path": f"{kind.name}.csv",
        "description": explanations[f"record.{key}"],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(table),
        "hash": f"sha256:{hashlib.sha256(table).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "header": True},
        "schema": {
            "fields": [_field(key, column, explanations) for column in columns(kind.item)],
            "primaryKey": "id",
            "foreignKeys": list(_foreign_keys(kind)),
            "missingValues": [""],
        },
    }


def _field(type_key: str, column: CsvColumn, explanations: Mapping[str, str]) -> dict[str, Any]:
    description = explanation_of(explanations, type_key, column.field)
    if column.key:
        description += explanation_of(explanations, key_of(column.holder.__name__), column.key)
    field: dict[str, Any] = {
        "name": column.name,
        "type": TABLE_SCHEMA_TYPES.get(column.type_name, column.type_name),
        "description": description,
    }
    if column.name == "id":
        field["constraints"] = {"required": True, "unique": True}
    return field


def _foreign_keys(kind: PublishedKind) -> Iterator[dict[str, Any]]:
    tables = {it.name for it in KINDS}
    # A cell with several identifiers is no key.
    single = (it.name for it in columns(kind.item) if it.type_name == "string")
    for column in sorted(single):
        match REFERENCES.get(column, ()):
            case (target,) if target in tables:
                # Frictionless writes a reference to the table itself as an empty name.
                resource = "" if target == kind.name else target
                yield {"fields": column, "reference": {"resource": resource, "fields": "id"}}
