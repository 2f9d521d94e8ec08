"""What a field may hold · its annotation, as `tuple[Item, ...] | None` → models, values, types."""

from collections.abc import Iterator
from types import NoneType
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import BaseModel

M = TypeVar("M", bound=BaseModel)


def annotation_parts(annotation: Any) -> Iterator[Any]:
    """The annotation and everything it is made of; of a closed list its values as well."""
    yield annotation
    for part in get_args(annotation):
        yield from annotation_parts(part)


def models_in(annotation: Any, base: type[M]) -> Iterator[type[M]]:
    """The models derived from `base` that a value may be, or may be made of."""
    for part in annotation_parts(annotation):
        if isinstance(part, type) and issubclass(part, base):
            yield part


def is_optional(annotation: Any) -> bool:
    """Whether None is allowed."""
    return NoneType in get_args(annotation)


def without_none(annotation: Any) -> Any:
    """The annotation of a value that is there: `str` of `str | None`."""
    if not is_optional(annotation):
        return annotation
    return next(option for option in get_args(annotation) if option is not NoneType)


def list_item(annotation: Any) -> Any | None:
    """The annotation of a list's items; None for what is no list."""
    return get_args(annotation)[0] if get_origin(annotation) is tuple else None


def allowed_values(annotation: Any) -> tuple[str, ...]:
    """The values of a closed list; nothing for another field."""
    for part in annotation_parts(annotation):
        if get_origin(part) is Literal:
            return tuple(map(str, get_args(part)))
    return ()


def json_type(annotation: Any) -> str:
    """The name that JSON Schema gives a plain value: boolean, number, integer or string."""
    parts = [part for part in annotation_parts(annotation) if isinstance(part, type)]
    for plain, name in ((bool, "boolean"), (float, "number"), (int, "integer")):
        if plain in parts:
            return name
    return "string"
