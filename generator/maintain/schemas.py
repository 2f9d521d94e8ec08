"""What editors complete and explain · Catalogue → JSON Schemas and VS Code's settings.

Made from the models; the codes and identifiers are those of the data, with their labels.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.maintain.field_meanings import field_meaning
from generator.model.base import Model, Record
from generator.model.catalogue import Catalogue
from generator.model.kinds import (
    CODES,
    KINDS,
    OWN_FILES,
    PAGES,
    REFERENCES,
    Kind,
    kind_named,
)
from generator.model.text import TAGS
from generator.model.wording import settle

FOLDER = ".vscode"


def schemas(catalogue: Catalogue) -> dict[str, str]:
    """Path below the repository → text of everything an editor reads."""
    files: dict[str, str] = {}
    associated: dict[str, str | list[str]] = {}
    for kind in KINDS:
        path = f"{FOLDER}/schemas/{kind.model.__name__.lower()}.schema.json"
        files[path] = _text(_schema(kind.model, catalogue))
        associated[path] = _pattern(kind)
    settings = {
        "yaml.schemas": {f"./{path}": pattern for path, pattern in associated.items()},
        "yaml.schemaStore.enable": False,
        "yaml.format.enable": False,
        "files.encoding": "utf8",
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
    files[f"{FOLDER}/settings.json"] = _text(settings)
    files[f"{FOLDER}/extensions.json"] = _text({"recommendations": ["redhat.vscode-yaml"]})
    return files


def _pattern(kind: Kind) -> str | list[str]:
    """Which files are of a kind; with `!` those of its folder that are of another."""
    if kind.file:
        return f"data/{kind.key}.yml"
    every = f"data/{kind.folder}/{'*/' if kind.nested else ''}*.yml"
    others = [f"!data/{it}/{name}.yml" for it, name in sorted(OWN_FILES) if it == kind.folder]
    return [every, *others] if others else every


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _schema(kind: type[Record], catalogue: Catalogue) -> dict[str, Any]:
    schema = kind.model_json_schema(by_alias=True)
    models = {it.__name__: it for it in _subclasses(Model)}
    for name, part in [(kind.__name__, schema), *schema.get("$defs", {}).items()]:
        part.pop("title", None)
        for field, value in part.get("properties", {}).items():
            _describe(models[name], field, value, catalogue)
            _complete(name, field, value, catalogue)
    return {"$schema": "http://json-schema.org/draft-07/schema#", **_plain(schema)}


def _subclasses(model: type[Model]) -> Iterator[type[Model]]:
    for kind in model.__subclasses__():
        yield kind
        yield from _subclasses(kind)


def _describe(model: type[Model], field: str, value: dict[str, Any], catalogue: Catalogue) -> None:
    """What the field means: in Chinese, then in English."""
    value.pop("title", None)
    known = [field_meaning(catalogue, model, field), value.get("description")]
    text = "\n\n".join(filter(None, known))
    if text:
        value["description"] = text


def _complete(model: str, field: str, value: dict[str, Any], catalogue: Catalogue) -> None:
    """The codes or identifiers that the field may hold, each with its label."""
    known: dict[str, str] = {}
    if vocabulary := CODES.get((model, field)):
        if record_file := catalogue.vocabularies.get(vocabulary):
            script = record_file.record.script
            known = {it.code: settle(it.label, script).text for it in record_file.record.terms}
    elif "items" not in value and set(kinds := REFERENCES.get(field, ())) <= {*PAGES}:
        known = dict(it for kind in kinds for it in _named(catalogue, kind))
    if known:
        choices = {"enum": list(known), "enumDescriptions": list(known.values())}
        choices["markdownEnumDescriptions"] = list(known.values())
        part = value.get("items", value)
        for name in ("type", "pattern", "maxLength", "enum", "anyOf"):
            part.pop(name, None)
        part.update(choices)


def _named(catalogue: Catalogue, kind: str) -> Iterator[tuple[str, str]]:
    names = {
        name.id: name.hant
        for record_file in catalogue.terminology.names.values()
        for name in record_file.record.names
    }
    for identifier, record_file in catalogue.of(kind_named(kind).model).items():
        record: Any = record_file.record
        text = getattr(record, "title", None) or getattr(record, "name", None)
        label = names.get(identifier) or (settle(text, record.script).text if text else identifier)
        yield identifier, label


def _plain(value: Any) -> Any:
    """Without what editors do not know: pydantic's tags, and a null that nobody would type."""
    if isinstance(value, dict):
        kept = {
            name: _plain(part)
            for name, part in value.items()
            if name not in ("discriminator", "default") and name not in TAGS
        }
        choices: Iterable[Any] = kept.get("anyOf", ())
        if left := [it for it in choices if it != {"type": "null"}]:
            kept["anyOf"] = left
            if len(left) == 1:
                del kept["anyOf"]
                kept = left[0] | kept
        return kept
    if isinstance(value, list):
        return [_plain(it) for it in value]
    return value
