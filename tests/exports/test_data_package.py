"""The Frictionless package: what it says of each table is so."""

import csv
import hashlib
import io
import json
import re
from typing import Any

import pytest
from builders import catalogue_of_the_project
from exports.project import project_files
from sample import sample_outputs

from generator.exports.flat_tables import tables_of
from generator.exports.published_kinds import KINDS

pytestmark = pytest.mark.today

NAMES = [table.name for kind in KINDS for table in tables_of(kind)]
FILES = {"project": project_files, "sample": sample_outputs}


def package(files: str = "project") -> dict[str, Any]:
    return json.loads(FILES[files]()["data/v1/datapackage.json"])


def resource(name: str, files: str = "project") -> dict[str, Any]:
    [found] = [it for it in package(files)["resources"] if it["name"] == name]
    return found


def rows(name: str, files: str = "project") -> list[dict[str, str]]:
    """The table as the package says it is to be read."""
    made = resource(name, files)
    text = FILES[files]()[f"data/v1/{made['path']}"].decode(made["encoding"]).removeprefix("\ufeff")
    dialect = made["dialect"]
    stream = io.StringIO(text, newline="")
    reader = csv.DictReader(
        stream, delimiter=dialect["delimiter"], quotechar=dialect["quoteChar"], strict=True
    )
    return list(reader)


def test_the_package_names_itself_its_tables_and_their_sources() -> None:
    made = package()
    assert re.fullmatch(r"[a-z0-9._-]+", made["name"])
    assert made["profile"] == "tabular-data-package"
    assert [it["name"] for it in made["resources"]] == NAMES
    assert len(made["sources"]) == len(catalogue_of_the_project().documents)
    assert made["licenses"][0]["path"].endswith("/about/#rights")


@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_a_table_is_the_one_described(name: str, files: str) -> None:
    made = resource(name, files)
    content = FILES[files]()[f"data/v1/{made['path']}"]
    assert made["bytes"] == len(content)
    assert made["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
    header = content.decode("utf-8-sig").split("\r\n", 1)[0]
    assert header.split(",") == [it["name"] for it in made["schema"]["fields"]]
    assert all(it["description"].endswith("。") for it in made["schema"]["fields"])


CHECKS = {
    "string": lambda cell: True,
    "integer": lambda cell: re.fullmatch("-?[0-9]+", cell),
    "number": lambda cell: re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", cell),
    "boolean": lambda cell: cell in ("true", "false"),
}


@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_of_the_type_of_its_column(name: str, files: str) -> None:
    kinds = {it["name"]: it["type"] for it in resource(name, files)["schema"]["fields"]}
    for row in rows(name, files):
        for column, cell in row.items():
            assert cell == "" or CHECKS[kinds[column]](cell), (column, cell)


def listed(fields: str | list[str]) -> list[str]:
    return [fields] if isinstance(fields, str) else fields


@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_point_at_rows_that_are_there(name: str, files: str) -> None:
    table, schema = rows(name, files), resource(name, files)["schema"]
    keys = [tuple(row[it] for it in listed(schema["primaryKey"])) for row in table]
    assert len(set(keys)) == len(keys)
    for key in schema["foreignKeys"]:
        fields, reference = listed(key["fields"]), key["reference"]
        assert len(fields) == len(listed(reference["fields"]))
        others = rows(reference["resource"] or name, files)
        known = {tuple(row[it] for it in listed(reference["fields"])) for row in others}
        told = {tuple(row[it] for it in fields) for row in table}
        assert told - {("",)} <= known, key


def test_keys_of_a_field_lead_to_its_record_and_to_what_it_names() -> None:
    """And those of what stands in a list of a list, to the row of the outer one."""
    keys = {
        name: [
            (key["fields"], key["reference"]["resource"], key["reference"]["fields"])
            for key in resource(name)["schema"]["foreignKeys"]
        ]
        for name in ("listings", "programme-joint-agencies", "term-stands-lines", "agencies")
    }
    assert keys == {
        "listings": [("dataset", "datasets", "id"), ("document", "documents", "id")],
        "programme-joint-agencies": [
            ("programme", "programmes", "id"),
            ("joint_agencies", "agencies", "id"),
        ],
        "term-stands-lines": [
            (["term", "stands_position"], "term-stands", ["term", "position"]),
        ],
        "agencies": [("parent", "", "id"), ("successor", "", "id")],
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_name_beside_an_identifier_is_that_of_the_record(name: str) -> None:
    """Of any kind that the column may name; none is left out."""
    called = {
        row["id"]: row.get("name_zh_hant", row.get("title_zh_hant"))
        for kind in ("terminology", "datasets", "documents", "programmes", "agencies")
        for row in rows(kind)
    }
    for row in rows(name):
        for column in [it for it in row if it.endswith("_name_zh_hant")]:
            start = column.removesuffix("_name_zh_hant")
            identifier = row[start] if start in row else row[f"{start}_id"]
            assert row[column] == (called[identifier] if identifier else ""), column
