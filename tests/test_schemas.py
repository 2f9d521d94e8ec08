"""Editor help: the committed schemas are those of the models, and accept every record there is."""

import json
from pathlib import Path

import jsonschema
import pytest
from builders import ROOT, catalogue_of_the_project

from generator.model.base import Record
from generator.schemas import schemas
from generator.yaml_source import parse

pytestmark = pytest.mark.today

SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
PATTERNS: dict[str, str] = {
    pattern: path.removeprefix("./") for path, pattern in SETTINGS["yaml.schemas"].items()
}
FILES = sorted((ROOT / "data").rglob("*.yml"))


def schema_for(file: Path) -> dict[str, object]:
    [path] = [path for pattern, path in PATTERNS.items() if file.relative_to(ROOT).match(pattern)]
    schema: dict[str, object] = json.loads((ROOT / path).read_text("utf-8"))
    return schema


def test_the_committed_files_are_those_of_the_models() -> None:
    """Run `python3 dev.py update` after changing a model, or adding what fields may name."""
    made = schemas(catalogue_of_the_project())
    kept = {path: (ROOT / path).read_text("utf-8") for path in made}
    assert kept == made
    there = {it.relative_to(ROOT).as_posix() for it in (ROOT / ".vscode").rglob("*.json")}
    assert there == set(made)


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
    schema = json.loads((ROOT / path).read_text("utf-8"))
    for name, part in [("record", schema), *schema.get("$defs", {}).items()]:
        for field, value in part.get("properties", {}).items():
            assert "description" in value, f"{name}.{field}"


def test_codes_come_with_their_labels() -> None:
    schema = json.loads((ROOT / ".vscode/schemas/dataset.schema.json").read_text("utf-8"))
    frequency = schema["properties"]["frequency"]
    labels = dict(zip(frequency["enum"], frequency["enumDescriptions"], strict=True))
    assert labels["ANNUAL_2"] == "每半年"
