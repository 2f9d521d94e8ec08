"""A data folder with as many datasets as wanted, beside the project's own other records."""

import json
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.reading.load import load

REWRITTEN = ("datasets", "documents")
"""Folders that are written anew; facts of the documents would be the same at any size."""


def write_records(data: Path, into: Path, number: int) -> None:
    """Copy `data` to `into` with `number` datasets made from its own.

    The first are the project's own; the others have a number in identifier, name and description,
    so that texts are as long as real ones and no two are the same. The tables of a plan stand
    behind its own lines, with a line for each row. Raises ValueError for fewer than the project
    has.
    """
    for folder in sorted(data.iterdir()):
        if folder.name not in REWRITTEN:
            shutil.copytree(folder, into / folder.name)
    catalogue, problems = load(data)
    assert catalogue is not None, problems
    models = [record_file.record for record_file in catalogue.datasets.values()]
    if number < len(models):
        raise ValueError(f"at least {len(models)}")
    documents = [record_file.record for record_file in catalogue.documents.values()]
    lines = {
        (document.id, section.code): document.lines + 2 + place * (number + 2)
        for document in documents
        for place, section in enumerate(document.sections)
    }
    rows: Counter[tuple[str, str]] = Counter()
    for count in range(number):
        record = _numbered_record(models[count % len(models)], count, len(models))
        for listing in record["listings"]:
            table = listing["document"], listing["section"]
            rows[table] += 1
            listing["line"] = lines[table] + listing["row"]
        _write(into / "datasets" / record["agency"], record)
        if count >= len(models):
            _register(into / "history" / "datasets", record["id"])
    for model in documents:
        _write(into / "documents", _longer_document(model, number, lines, rows))


def _longer_document(
    model: Document, number: int, lines: dict[tuple[str, str], int], rows: Counter[tuple[str, str]]
) -> dict[str, Any]:
    """A plan with its tables behind its own lines, each with the rows that there are now."""
    copy = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    copy["lines"] += len(model.sections) * (number + 2)
    for section in copy["sections"]:
        section["line"] = lines[model.id, section["code"]]
        if "heading_line" in section:
            section["heading_line"] = section["line"] - 1
        section["rows"] = rows[model.id, section["code"]]
        if not section["rows"]:
            section["empty"] = "not-applicable"
    return copy


def _register(folder: Path, identifier: str) -> None:
    """What `update` writes of a new record: an identifier is published once and for all."""
    _write(folder, {"id": identifier, "identifiers": [identifier]})


def _write(folder: Path, record: dict[str, Any]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    # JSON is YAML with every text in quotes.
    text = json.dumps(record, ensure_ascii=False, indent=1)
    (folder / f"{record['id']}.yml").write_text(text, "utf-8")


def _numbered_record(model: Dataset, count: int, own_records: int) -> dict[str, Any]:
    record = model.model_dump(mode="json", by_alias=True, exclude_none=True)
    if count < own_records:
        return record
    record["id"] = f"{model.id[:70]}-{count}"
    for field in ("name", "description"):
        value = record[field]
        if isinstance(value, str):
            record[field] = f"{value} {count}"
        else:
            record[field] = {script: f"{text} {count}" for script, text in value.items()}
    for script in ("zh-Hant", "zh-Hans"):
        # No two lead to one page.
        if script in record.get("landing", {}):
            record["landing"][script] += f"-{count}"
    for listing in record["listings"]:
        # Rows of a plan are counted once; numbered past the document's own.
        listing["row"] = count + 1
    return record
