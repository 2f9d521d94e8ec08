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

from generator.exports.published_kinds import KINDS

pytestmark = pytest.mark.today

NAMES = [kind.name for kind in KINDS]
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
    "array": lambda cell: isinstance(json.loads(cell), list),
}


@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_of_the_type_of_its_column(name: str, files: str) -> None:
    kinds = {it["name"]: it["type"] for it in resource(name, files)["schema"]["fields"]}
    for row in rows(name, files):
        for column, cell in row.items():
            assert cell == "" or CHECKS[kinds[column]](cell), (column, cell)


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_unique_and_point_at_rows_that_are_there(name: str) -> None:
    table, schema = rows(name), resource(name)["schema"]
    ids = [row[schema["primaryKey"]] for row in table]
    assert len(set(ids)) == len(ids) > 0
    for key in schema["foreignKeys"]:
        other = key["reference"]["resource"] or name
        known = {row[key["reference"]["fields"]] for row in rows(other)} | {""}
        assert {row[key["fields"]] for row in table} <= known, key
