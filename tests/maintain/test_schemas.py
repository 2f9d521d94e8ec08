"""Editor help: schemas are made from the models, and accept every record there is."""

import json
from pathlib import Path

import jsonschema
import pytest
from builders import ROOT, catalogue_of_the_project

from generator.maintain.schemas import schemas
from generator.model.base import Record
from generator.reading.yaml_source import parse

pytestmark = pytest.mark.today

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
PATTERNS: dict[tuple[str, ...], str] = {
    (pattern,) if isinstance(pattern, str) else tuple(pattern): path.removeprefix("./")
    for path, pattern in SETTINGS["yaml.schemas"].items()
}
"""Patterns of the files of a kind, with `!` of those that are of another → the schema."""
FILES = sorted((ROOT / "data").rglob("*.yml"))
MADE = schemas(catalogue_of_the_project())


def schema_for(file: Path) -> dict[str, object]:
    name = file.relative_to(ROOT)
    [path] = [
        path
        for patterns, path in PATTERNS.items()
        if any(name.match(it) for it in patterns)
        and not any(name.match(it[1:]) for it in patterns if it.startswith("!"))
    ]
    schema: dict[str, object] = json.loads(MADE[path])
    return schema


def test_the_committed_settings_are_those_of_the_models() -> None:
    """Run `python3 dev.py update` after adding a kind of record."""
    settings = {path: text for path, text in MADE.items() if "/schemas/" not in path}
    kept = {path: (ROOT / path).read_text("utf-8") for path in settings}
    assert kept == settings


def test_schemas_are_not_committed() -> None:
    """They name every record: two branches that each add one would conflict."""
    assert "/.vscode/schemas/" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert set(PATTERNS.values()) == {path for path in MADE if "/schemas/" in path}


def test_vs_code_offers_to_make_them_when_the_folder_is_opened() -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    [task] = [it for it in tasks if it.get("runOptions") == {"runOn": "folderOpen"}]
    assert (task["command"], task["args"]) == ("python3", ["dev.py", "update", "--editor"])


def test_every_record_has_one_schema_that_accepts_it() -> None:
    for file in FILES:
        source, problems = parse(file.read_bytes(), file.name)
        assert source is not None, problems
        schema = schema_for(file)
        errors = list(jsonschema.Draft7Validator(schema).iter_errors(source.value))
        assert errors == [], (file, errors[0].message)


def test_every_kind_of_record_has_a_schema() -> None:
    kinds = {kind.__name__.lower() for kind in Record.__subclasses__()}
    assert {Path(path).name.split(".")[0] for path in PATTERNS.values()} == kinds


@pytest.mark.parametrize("path", sorted(PATTERNS.values()))
def test_every_field_is_explained_or_explains_itself(path: str) -> None:
    """In Chinese first: a field without a word is one that nobody thought of."""
    schema = json.loads(MADE[path])
    for name, part in [("record", schema), *schema.get("$defs", {}).items()]:
        for field, value in part.get("properties", {}).items():
            assert "description" in value, f"{name}.{field}"


def test_codes_come_with_their_labels() -> None:
    schema = json.loads(MADE[".vscode/schemas/dataset.schema.json"])
    frequency = schema["properties"]["frequency"]
    labels = dict(zip(frequency["enum"], frequency["enumDescriptions"], strict=True))
    assert labels["ANNUAL_2"] == "每半年"
