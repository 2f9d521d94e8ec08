"""What is published, field by field: types of KINDS → their fields with type and explanation.

Explanations stand in data/vocabulary/fields.yml: `dataset.name` for a field of one type, `name` for
one that means the same in all of them, `record.dataset` for the type itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from generator.exports.contract import PublishedItem, key_of
from generator.exports.published_kinds import KINDS
from generator.model.annotations import (
    allowed_values,
    is_optional,
    json_type,
    list_item,
    models_in,
    without_none,
)

TABLE_WORDS = ("table.owner", "table.position", "table.name")
"""What explains the columns of the tables that no item has."""

V = TypeVar("V")


@dataclass(frozen=True)
class FieldShape:
    """One field. `types` are names of JSON Schema, or of another published type."""

    name: str
    types: tuple[str, ...]
    many: bool
    """Whether it is a list of such values."""
    nullable: bool


@dataclass(frozen=True)
class TypeShape:
    """One published type with its fields in order."""

    name: str
    fields: tuple[FieldShape, ...]


@cache
def published_types() -> tuple[TypeShape, ...]:
    """Every published type: those of the files first, then those that these are made of."""
    items = {kind.item: None for kind in KINDS}
    unread = list(items)
    while unread:
        for field in unread.pop(0).model_fields.values():
            for item in models_in(field.annotation, PublishedItem):
                if item not in items:
                    items[item] = None
                    unread.append(item)
    return tuple(TypeShape(key_of(item.__name__), tuple(_fields(item))) for item in items)


def explanation_of(explanations: Mapping[str, V], type_name: str, field: str) -> V:
    """The explanation of a field. Raises KeyError where there is none."""
    key = f"{type_name}.{field}"
    return explanations[key if key in explanations else field]


def required_explanations(known: frozenset[str]) -> frozenset[str]:
    """The codes that fields.yml needs, given those it has."""
    keys = set(TABLE_WORDS)
    for shape in published_types():
        keys.add(f"record.{shape.name}")
        for field in shape.fields:
            own_key = f"{shape.name}.{field.name}"
            keys.add(field.name if own_key not in known and field.name in known else own_key)
    return frozenset(keys)


def _fields(item: type[PublishedItem]) -> Iterator[FieldShape]:
    for name, field in item.model_fields.items():
        value = without_none(field.annotation)
        inner = list_item(value)
        types = _types(value if inner is None else inner)
        nullable = is_optional(field.annotation)
        yield FieldShape(field.alias or name, types, inner is not None, nullable)


def _types(annotation: Any) -> tuple[str, ...]:
    """Names of what a value may be; a closed list names its values."""
    if models := tuple(models_in(annotation, PublishedItem)):
        return tuple(key_of(model.__name__) for model in models)
    values = allowed_values(annotation)
    return tuple(f'"{value}"' for value in values) or (json_type(annotation),)
