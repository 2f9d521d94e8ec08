"""budget.json, cell by cell against figures typed from the document by hand."""

import csv
import io
import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from budgets import a_budget_catalogue
from builders import catalogue_of_the_project
from search_files import read_docs

from generator.exports import data_files
from generator.pipeline.generate import catalogue_converter
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today

MILLION = (
    ("2023-24", "actual"),
    ("2024-25", "original"),
    ("2024-25", "revised"),
    ("2025-26", "estimate"),
)
SUB_HEADS = (MILLION[0], ("2024-25", "approved"), *MILLION[2:])
NONE = None
TYPED: dict[int, tuple[Any, ...]] = {
    26: (20_400_000, 22_700_000, 22_900_000, 24_300_000),
    40: (178_400_000, 251_100_000, 210_700_000, 245_400_000),
    142: (20_400_000, 22_700_000, 22_900_000, 24_300_000),
    143: (178_400_000, 251_100_000, 210_700_000, 245_400_000),
    144: (198_800_000, 273_800_000, 233_600_000, 269_700_000),
    182: (419_593_000, 480_593_000, 243_500_000, 175_587_000),
    183: (419_593_000, 480_593_000, 243_500_000, 175_587_000),
    185: (60_400_000, 60_000_000, NONE, NONE),
    186: (60_400_000, 60_000_000, NONE, NONE),
    187: (479_993_000, 540_593_000, 243_500_000, 175_587_000),
    190: (84_531_000, 119_670_000, 86_005_000, 94_144_000),
    191: (84_531_000, 119_670_000, 86_005_000, 94_144_000),
    192: (84_531_000, 119_670_000, 86_005_000, 94_144_000),
    193: (564_524_000, 660_263_000, 329_505_000, 269_731_000),
    212: (151_761_000, 168_902_000, 100_396_000, 73_863_000),
    213: (6_144_000, 5_600_000, 2_996_000, 1_526_000),
    214: (NONE, 3_000, 2_000, 3_000),
    215: (266_000, 193_000, 208_000, 139_000),
    216: (11_003_000, 13_335_000, 9_516_000, 8_957_000),
    217: (250_419_000, 292_560_000, 130_382_000, 91_099_000),
    218: (419_593_000, 480_593_000, 243_500_000, 175_587_000),
}
"""Line → its four amounts, in HKD."""
RATES = {
    (27, "revised"): 0.9,
    (27, "estimate"): 6.1,
    (29, "estimate"): 7.0,
    (41, "revised"): -16.1,
    (41, "estimate"): 16.5,
    (43, "estimate"): -2.3,
    (145, "revised"): -14.7,
    (145, "estimate"): 15.5,
    (147, "estimate"): -1.5,
}
POSTS = [
    (7, "2025-03-31", 9, "post", "estimate"),
    (7, "2026-03-31", 9, "post", "estimate"),
    (208, "2025-03-31", 79, "post", NONE),
    (208, "2025-26", -1, "post", NONE),
    (161, "2025-26", -1, "post", NONE),
    (208, "2025-26", 52_021_000, "HKD", NONE),
]
"""Line 7 says that it is an estimate; the other sentences print no basis."""
MARKED = {
    **{(144, it): "¶" for it in MILLION[:3]},
    **{(193, it): "Δ" for it in SUB_HEADS[:2]},
    (182, ("2024-25", "revised")): "Φ",
}
NOTES = {"¶": "為作比較", "Δ": "數字為總目", "Φ": "包括在重組前"}


@cache
def files() -> dict[str, bytes]:
    catalogue = catalogue_of_the_project()
    records = resolve(catalogue, date(2026, 1, 1))
    return dict(
        data_files.export(records, catalogue_converter(catalogue), "https://handbook.example/")
    )


def items() -> list[dict[str, Any]]:
    """The cells of the document whose figures are typed above."""
    found: list[dict[str, Any]] = json.loads(files()["data/v1/budget.json"])["items"]
    return [it for it in found if it["document"] == "head-135-2025-26"]


def of_table(name: str) -> list[dict[str, Any]]:
    return [it for it in items() if it["table"] == name]


def test_every_amount_is_that_of_the_document() -> None:
    found = {
        (it["line"], it["year"], it["basis"]): it["value"]
        for it in items()
        if it["unit"] == "HKD" and it["table"] != "posts"
    }
    expected = {
        (line, *head): value
        for line, values in TYPED.items()
        for head, value in zip(SUB_HEADS if 182 <= line <= 193 else MILLION, values, strict=True)
    }
    assert found == expected
    assert len(found) == 84


def test_every_percentage_is_that_of_the_document() -> None:
    rates = {(it["line"], it["basis"]): it["value"] for it in items() if it["unit"] == "percent"}
    assert rates == RATES


def test_every_number_of_posts_is_that_of_the_document() -> None:
    posts = sorted(of_table("posts"), key=lambda it: it["row"])
    fields = ("line", "column", "value", "unit", "basis")
    assert [tuple(it[name] for name in fields) for it in posts] == POSTS


def test_every_marked_cell_and_no_other_carries_its_note() -> None:
    found = {
        (it["line"], (it["year"], it["basis"])): it["note"]["zh-Hant"]
        for it in items()
        if it["note"]
    }
    assert found.keys() == MARKED.keys()
    for cell, mark in MARKED.items():
        assert found[cell].startswith(NOTES[mark])


def test_the_six_items_are_numbered_and_unlabelled() -> None:
    six = [it for it in of_table("operating-expenses") if it["line"] < 218]
    assert len(six) == 24
    assert {it["row"] for it in six} == {1, 2, 3, 4, 5, 6}
    assert {it["row_label"] for it in six} == {None}


def test_labels_are_printed_ones() -> None:
    labels = {it["line"]: it["row_label"] and it["row_label"]["zh-Hant"] for it in items()}
    assert labels[182] == "運作開支"
    assert labels[190] == "科技統籌(整體撥款)"
    assert labels[193] == "開支總額"
    assert labels[144] is None


def test_a_whole_item() -> None:
    [it] = [it for it in items() if it["id"] == "head-135-2025-26-sub-heads-000-2024-25-revised"]
    note = it.pop("note")
    assert note["source"] == "zh-Hant"
    assert note["zh-Hans"].startswith("包括在重组前予前效率促进办公室的相关拨款")
    assert it == {
        "id": "head-135-2025-26-sub-heads-000-2024-25-revised",
        "document": "head-135-2025-26",
        "table": "sub-heads",
        "row": 3,
        "row_label": {"zh-Hant": "運作開支", "zh-Hans": "运作开支", "source": "zh-Hant"},
        "column": "2024-25-revised",
        "basis": "revised",
        "year": "2024-25",
        "value": 243_500_000,
        "unit": "HKD",
        "line": 182,
    }


def test_identifiers_are_unique_and_whole_amounts_are_whole_numbers() -> None:
    found = items()
    assert len({it["id"] for it in found}) == len(found) == 84 + 9 + 6
    for it in found:
        wanted = float if it["unit"] == "percent" else int
        assert it["value"] is None or type(it["value"]) is wanted


def test_the_table_says_the_same() -> None:
    text = files()["data/v1/budget.csv"].decode("utf-8-sig")
    table = csv.DictReader(io.StringIO(text, newline=""))
    rows = [row for row in table if row["document"] == "head-135-2025-26"]
    assert [row["id"] for row in rows] == [it["id"] for it in items()]
    values = ["" if it["value"] is None else str(it["value"]) for it in items()]
    # A spreadsheet must not take a negative number for a formula.
    assert [row["value"].removeprefix("'") for row in rows] == values


def test_the_schema_wants_a_number_and_one_of_five_bases() -> None:
    schema = json.loads(files()["data/v1/budget.schema.json"])
    fields = schema["properties"]["items"]["items"]["properties"]
    assert fields["value"]["anyOf"] == [{"type": "number"}, {"type": "null"}]
    assert [it.get("enum", it.get("type")) for it in fields["basis"]["anyOf"]] == [
        ["actual", "original", "approved", "revised", "estimate"],
        "null",
    ]


@pytest.mark.parametrize("script", ["zh-Hant", "zh-Hans"])
def test_a_budget_is_found_by_searching(script: str) -> None:
    from generator.exports import search_index

    catalogue = a_budget_catalogue()
    records = resolve(catalogue, date(2026, 1, 1))
    made = dict(search_index.export(records, catalogue_converter(catalogue), ""))
    docs = read_docs(lambda name: made[f"search/{name}"], script)
    [found] = [it for it in docs if it[0].startswith("budget/s")]
    assert found[0] == "budget/sea-estimates/"
    assert "2025-26" in found[2]
    assert "Head 9" in found[3].split("\n")
