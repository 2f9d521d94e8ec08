"""What data/ says today, for tests that must hold whatever a keeper writes there.

It is read here without the code under test, as plain YAML, so that what a page or a file should
show can be worked out a second time. Words of the interface are asked for by their code.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import data_reads
import yaml
from builders import catalogue_of_the_project

from generator.model.base import Script
from generator.model.wording import Wording
from generator.pipeline.generate import catalogue_converter
from generator.script.convert import Converter

DATA = Path(__file__).resolve().parents[1] / "data"
Record = dict[str, Any]


def records(folder: str) -> dict[str, Record]:
    """The records of one kind by identifier, each as it is typed; every scalar is a text."""
    data_reads.note(f"data/{folder}")
    return _records(folder)


@cache
def _records(folder: str) -> dict[str, Record]:
    files = sorted((DATA / folder).rglob("*.yml"))
    return {file.stem: plain(file.read_text("utf-8")) for file in files}


def plain(text: str) -> Any:
    """What a YAML text says; every scalar is a text."""
    return yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def gone(kind: str) -> set[str]:
    """The identifiers of records of one kind that are no more."""
    files = records(f"history/{kind}").values()
    return {it["id"] for file in files for it in file.get("gone", ())}


def listings(**wanted: str) -> Iterator[tuple[Record, Record]]:
    """Every dataset with each of its rows in the plans that has these values."""
    for dataset in records("datasets").values():
        for it in dataset["listings"]:
            if all(it[name] == value for name, value in wanted.items()):
                yield dataset, it


def newest(dataset: Record) -> Record:
    """The row of the newest plan, which is the last."""
    row: Record = dataset["listings"][-1]
    return row


# --- words --------------------------------------------------------------------------------------


def word(code: str, script: Script = "zh-Hant", *, of: str = "interface", **values: object) -> str:
    """How the site words something today, with values in their places."""
    data_reads.note(f"data/vocabulary/{of}.yml")
    label = _labels(DATA / "vocabulary" / f"{of}.yml")[code]
    text = label[script] if isinstance(label, dict) else in_script(label, script)
    for name, value in values.items():
        text = text.replace("#" if name == "number" else f"{{{name}}}", str(value))
    return text


@cache
def _labels(file: Path) -> dict[str, str | dict[Script, str]]:
    terms = plain(file.read_text("utf-8"))["terms"]
    return {it["code"]: it["label"] for it in terms}


def said_day(edtf: str, script: Script = "zh-Hant") -> str:
    """A date with the precision it has, as a variant writes it."""
    if "/" in edtf:
        start, end = edtf.split("/")
        return word("fiscal-year", script, year=f"{start}-{end[2:]}")
    year, *rest = (int(it) for it in edtf.split("-"))
    if not rest:
        return word("date-year", script, year=year)
    if rest[0] > 12:
        return word("date-quarter", script, year=year, quarter=rest[0] - 32)
    if not rest[1:]:
        return word("date-month", script, year=year, month=rest[0])
    return word("date-day", script, year=year, month=rest[0], day=rest[1])


@cache
def in_script(text: str, script: Script, source: Script = "zh-Hant") -> str:
    """A text as a variant shows it; what the site itself says is written in Traditional."""
    if script == source:
        return text
    return _converter().to_both_scripts(Wording(text, source))[script]


@cache
def _converter() -> Converter:
    return catalogue_converter(catalogue_of_the_project())
