"""An invented budget, as it stands in tests/data/budget/, with what a test changes in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from builders import ROOT, a_catalogue, a_document, with_records

from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, RecordFile
from generator.reading.decode import decode
from generator.reading.yaml_source import parse

NAME = "sea-estimates"
PATH = f"data/budget/{NAME}.yml"
SOURCE = (ROOT / "tests" / PATH).read_text("utf-8")


def a_held_budget(changes: Mapping[str, str] | None = None, id: str = NAME) -> RecordFile[Budget]:
    """The budget after each text, which stands there once, is replaced by another."""
    text = SOURCE.replace(f"id: {NAME}", f"id: {id}", 1)
    for old, new in (changes or {}).items():
        assert text.count(old) == 1, f"{text.count(old)} times: {old}"
        text = text.replace(old, new)
    source, problems = parse(text.encode(), f"data/budget/{id}.yml")
    assert source is not None, problems
    record, wrong = decode(source, Budget)
    assert record is not None, wrong
    return RecordFile(record, source, "budget")


def a_budget_catalogue(
    budgets: Sequence[RecordFile[Budget]] | None = None, **records: Any
) -> Catalogue:
    """The default records, and the budgets with their documents."""
    record_file = [a_held_budget()] if budgets is None else list(budgets)
    documents = [an_estimates_document(id=it.record.id) for it in record_file]
    catalogue = a_catalogue(documents=[a_document(), *documents], **records)
    return with_records(catalogue, budget={it.record.id: it for it in record_file})


def an_estimates_document(**changes: Any) -> Any:
    fields = {
        "id": NAME,
        "script": "zh-Hant",
        "title": "總目9—海風觀測署",
        "kind": "estimates",
        "date": None,
        "lines": 60,
        "sections": [],
    }
    return a_document(**(fields | changes))
