"""The data files under /data/v1/: JSON, CSV and a JSON Schema each, from the pages' own records."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.exports.budget_items import budget_items
from generator.exports.fact_items import erratum_item, event_item, figure_items, programme_item
from generator.exports.items import agency_item, dataset_item, document_item, term_item
from generator.exports.published import AgencyItem, DatasetItem, DocumentItem, Published, TermItem
from generator.exports.published_budget import BudgetItem
from generator.exports.published_facts import (
    ErratumItem,
    EventItem,
    FigureItem,
    ProgrammeItem,
)
from generator.resolve.records import Records
from generator.script.convert import Converter

VERSION = "1"


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """`data/v1/<name>.json`, `.csv` and `.schema.json` for each kind of record."""
    both = converter.both
    kinds: tuple[tuple[str, type[Published], Iterable[Published]], ...] = (
        ("agencies", AgencyItem, (agency_item(it, both, site_url) for it in records.agencies)),
        ("datasets", DatasetItem, (dataset_item(it, both, site_url) for it in records.datasets)),
        (
            "documents",
            DocumentItem,
            (document_item(it, both, site_url) for it in records.documents),
        ),
        (
            "programmes",
            ProgrammeItem,
            (programme_item(it, both, records.words, site_url) for it in records.programmes),
        ),
        ("figures", FigureItem, figure_items(records.series, both)),
        ("events", EventItem, (event_item(it, both) for it in records.events)),
        ("budget", BudgetItem, budget_items(records.budgets, both)),
        ("errata", ErratumItem, (erratum_item(it, both) for it in records.errata)),
        ("terminology", TermItem, (term_item(it, both) for it in records.names)),
    )
    for name, kind, items in kinds:
        values = [item.model_dump(mode="json", by_alias=True) for item in items]
        values.sort(key=lambda item: str(item["id"]))
        schema_url = f"{site_url}data/v1/{name}.schema.json"
        envelope = {
            "schema": schema_url,
            "version": VERSION,
            "data_as_of": records.data_as_of,
            "items": values,
        }
        yield f"data/v1/{name}.json", _json(envelope)
        yield f"data/v1/{name}.schema.json", _json(_schema(name, kind, schema_url))
        yield f"data/v1/{name}.csv", _csv(kind, values)


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _schema(name: str, kind: type[Published], url: str) -> dict[str, Any]:
    item = kind.model_json_schema(by_alias=True, mode="serialization")
    definitions = item.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": url,
        "title": name,
        "type": "object",
        "additionalProperties": False,
        "required": ["schema", "version", "data_as_of", "items"],
        "properties": {
            "schema": {"type": "string", "format": "uri"},
            "version": {"const": VERSION},
            "data_as_of": {"type": "string", "format": "date"},
            "items": {"type": "array", "items": item},
        },
        "$defs": definitions,
    }


def _csv(kind: type[Published], items: list[dict[str, Any]]) -> bytes:
    """One row an item, one column per script; a list of records is JSON in its cell."""
    stream = io.StringIO()
    columns = list(_flat(kind, None))
    writer = csv.DictWriter(stream, columns, lineterminator="\r\n")
    writer.writeheader()
    for item in items:
        writer.writerow({name: _defuse(value) for name, value in _flat(kind, item).items()})
    # Spreadsheets recognise UTF-8 by the byte-order mark only.
    return stream.getvalue().encode("utf-8-sig")


def _flat(kind: type[Published], item: dict[str, Any] | None) -> dict[str, str]:
    """Columns of `item` in the order of the published type; of an empty row for None."""
    row: dict[str, str] = {}
    for name, field in kind.model_fields.items():
        value = None if item is None else item[field.alias or name]
        parts = _parts(field.annotation)
        if not parts:
            row[name] = _cell(value)
        for key, suffix in parts.items():
            row[f"{name}_{suffix}"] = _cell(value[key] if value else None)
    return row


def _parts(annotation: Any) -> dict[str, str]:
    """Key → column suffix of a nested item that gets columns of its own."""
    options = getattr(annotation, "__args__", (annotation,))
    for option in options:
        if isinstance(option, type) and issubclass(option, Published):
            if getattr(annotation, "__origin__", None) is tuple:
                return {}
            keys = [field.alias or name for name, field in option.model_fields.items()]
            return {key: key.lower().replace("-", "_") for key in keys}
    return {}


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str() | int() | float():
            return str(value)
        case list() if all(isinstance(it, str) for it in value):
            return ";".join(value)
        case _:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _defuse(cell: str) -> str:
    # A cell that begins like a formula would be run by a spreadsheet; some take full width too.
    return "'" + cell if cell[:1] in tuple("=+-@\t\r＝＋－＠") else cell
