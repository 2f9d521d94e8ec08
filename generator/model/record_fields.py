"""Fields and types that a kind of record has at a path inside it · kind, path → fields, type."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.model.annotations import annotation_parts, models_in
from generator.model.base import Model, Record
from generator.model.source import FieldPath


def field_names(kind: type[Record], path: FieldPath) -> list[str]:
    """The fields of the group at `path`, as they are written."""
    return [*dict.fromkeys(name for model in _models(kind, path) for name, _ in _fields(model))]


def is_required(kind: type[Record], path: FieldPath) -> bool:
    """Whether the field at `path` has to be there, whatever else its group is."""
    models = _models(kind, path[:-1])
    infos = [
        info
        for model in models
        for name, info in model.model_fields.items()
        if path[-1] in (name, info.alias)
    ]
    return bool(infos) and all(info.is_required() for info in infos)


def value_type(kind: type[Record], path: FieldPath) -> type | None:
    """Text, whole number or truth value, if the field at `path` takes nothing else."""
    # Of an item, its list is asked.
    names = tuple(part for part in path if isinstance(part, str))
    return _value_type(kind, names) if names else None


@cache
def _value_type(kind: type[Record], names: tuple[str, ...]) -> type | None:
    annotations = _annotations(_models(kind, names[:-1]), names[-1])
    types = {plain for it in annotations for plain in _plain_types(it)}
    return types.pop() if len(types) == 1 else None


def _plain_types(annotation: Any) -> Iterator[type]:
    """The types of plain values in an annotation; a code of a closed list is a text."""
    for part in annotation_parts(annotation):
        if isinstance(part, str):
            yield str
        elif part in (str, int, bool):
            yield part


def _models(kind: type[Model], path: FieldPath) -> list[type[Model]]:
    """The models that the group of fields at `path` of a `kind` may be."""
    models = [kind]
    for part in path:
        if isinstance(part, str):
            models = [model for it in _annotations(models, part) for model in models_in(it, Model)]
    return models


def _annotations(models: list[type[Model]], field: str) -> list[Any]:
    return [info for model in models for name, info in _fields(model) if name == field]


def _fields(model: type[Model]) -> Iterator[tuple[str, Any]]:
    for name, info in model.model_fields.items():
        yield info.alias or name, info.annotation
