"""What is published, field by field: types of KINDS → their fields with type and explanation.

Explanations stand in data/vocabulary/fields.yml: `dataset.name` for a field of one type, `name` for
one that means the same in all of them, `record.dataset` for the type itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

from generator.exports.contract import Published, key_of
from generator.exports.published_kinds import KINDS

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
def shapes() -> tuple[TypeShape, ...]:
    """Every published type: those of the files first, then those that these are made of."""
    found = {kind.item: None for kind in KINDS}
    waiting = list(found)
    while waiting:
        for field in waiting.pop(0).model_fields.values():
            for item in _items_in(field.annotation):
                if item not in found:
                    found[item] = None
                    waiting.append(item)
    return tuple(TypeShape(key_of(item.__name__), tuple(_fields(item))) for item in found)


def explain(explanations: Mapping[str, V], type_name: str, field: str) -> V:
    """The explanation of a field. Raises KeyError where there is none."""
    key = f"{type_name}.{field}"
    return explanations[key if key in explanations else field]


def keys_asked_for(known: frozenset[str]) -> frozenset[str]:
    """The codes that fields.yml needs, given those it has."""
    asked = set()
    for shape in shapes():
        asked.add(f"record.{shape.name}")
        for field in shape.fields:
            own = f"{shape.name}.{field.name}"
            asked.add(field.name if own not in known and field.name in known else own)
    return frozenset(asked)


def _fields(item: type[Published]) -> Iterator[FieldShape]:
    for name, field in item.model_fields.items():
        annotation = field.annotation
        options = get_args(annotation) if _is_union(annotation) else (annotation,)
        value = next(it for it in options if it is not NoneType)
        many = get_origin(value) is tuple
        inner = get_args(value)[0] if many else value
        yield FieldShape(field.alias or name, _types(inner), many, NoneType in options)


def _is_union(annotation: Any) -> bool:
    return NoneType in get_args(annotation)


def _types(annotation: Any) -> tuple[str, ...]:
    """Names of what a value may be; a closed list names its values."""
    plain = {str: "string", int: "integer", bool: "boolean"}
    if isinstance(annotation, type):
        return (plain.get(annotation) or key_of(annotation.__name__),)
    if float in get_args(annotation):
        return ("number",)
    if values := [it for it in get_args(annotation) if isinstance(it, str)]:
        return tuple(f'"{it}"' for it in values)
    return _types(get_args(annotation)[0])


def _items_in(annotation: Any) -> Iterator[type[Published]]:
    if isinstance(annotation, type) and issubclass(annotation, Published):
        yield annotation
    for part in get_args(annotation):
        yield from _items_in(part)
