"""The published JSON Schemas, held by somebody else's validator against the published files."""

import copy
import json
from typing import Any

import pytest
from exports.project import project_files
from jsonschema import Draft202012Validator, FormatChecker
from sample import sample_outputs

from generator.exports.published_kinds import KINDS

pytestmark = pytest.mark.today

NAMES = [kind.name for kind in KINDS]
FILES = {"project": project_files, "sample": sample_outputs}


def schema(name: str) -> dict[str, Any]:
    return json.loads(project_files()[f"data/v1/{name}.schema.json"])


def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(schema(name), format_checker=FormatChecker())


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))


@pytest.mark.parametrize("files", FILES)
@pytest.mark.parametrize("name", NAMES)
def test_a_file_keeps_to_its_schema(name: str, files: str) -> None:
    """The sample's too: whatever a text is, a file is what was promised."""
    content = json.loads(FILES[files]()[f"data/v1/{name}.json"])
    assert [it.message for it in validator(name).iter_errors(content)] == []


@pytest.mark.parametrize("kind", [it for it in KINDS if it.pages], ids=lambda it: it.name)
def test_each_records_own_file_is_its_item_in_the_same_envelope(kind: Any) -> None:
    """So that one program reads the whole file and the single record."""
    files = project_files()
    whole = json.loads(files[f"data/v1/{kind.name}.json"])
    own = {it for it in files if it.startswith(f"{kind.name}/") and it.endswith("/index.json")}
    assert own == {f"{kind.name}/{it['id']}/index.json" for it in whole["items"]}
    for item in whole["items"]:
        content = json.loads(files[f"{kind.name}/{item['id']}/index.json"])
        assert set(content) == set(whole)
        assert {it: content[it] for it in ("schema", "version", "items")} == {
            **{it: whole[it] for it in ("schema", "version")},
            "items": [item],
        }
        assert content["data_as_of"] <= whole["data_as_of"]
        assert (content["portal_seen"] or "") <= (whole["portal_seen"] or "")


def nested(part: Any) -> list[dict[str, Any]]:
    """Every object type of a schema."""
    found = []
    if isinstance(part, dict):
        if part.get("type") == "object" and "properties" in part:
            found.append(part)
        part = list(part.values())
    if isinstance(part, list):
        for it in part:
            found += nested(it)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_required_explained_and_of_one_type(name: str) -> None:
    """`null` beside a type means unknown; nothing else may stand in a field, and nothing more."""
    for kind in nested(schema(name)["properties"]["items"]) + nested(schema(name)["$defs"]):
        assert kind["additionalProperties"] is False
        assert set(kind["required"]) == set(kind["properties"])
        for field in kind["properties"].values():
            assert field["description"].endswith("。")
            assert "default" not in field
            options = field.get("anyOf", [field])
            assert len([it for it in options if it.get("type") != "null"]) == 1


def change(**changes: Any) -> Any:
    return lambda item: item.update(changes)


BROKEN = {
    "a new field": ("datasets", change(colour="blue")),
    "a lost field": ("datasets", lambda it: it.pop("landing")),
    "a number in words": ("figures", change(value="531")),
    "a number with decimals": ("figures", change(value=53.1)),
    "a line before the first": ("figures", change(line=0)),
    "a date in words": ("events", change(date="2024年")),
    "a date with slashes": ("documents", change(date="2024/06")),
    "an identifier in capitals": ("agencies", change(id="HKSTP")),
    "a relative address": ("datasets", change(url="/datasets/x/")),
    "no name": ("agencies", lambda it: it["name"].update({"zh-Hant": ""})),
    "unknown status": ("datasets", change(status="cancelled")),
    "a lost script": ("datasets", lambda it: it["name"].pop("zh-Hans")),
}


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_schema_refuses(mistake: str) -> None:
    """Stricter than what authors may type: a promise that anything fulfils is none."""
    name, spoil = BROKEN[mistake]
    content = copy.deepcopy(json.loads(project_files()[f"data/v1/{name}.json"]))
    assert validator(name).is_valid(content)
    spoil(content["items"][0])
    assert not validator(name).is_valid(content)
