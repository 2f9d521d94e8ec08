"""A record to fill in: every field with what it means · kind, identifier → commented YAML."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, Literal, get_args, get_origin

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.language import explanation
from generator.message import say
from generator.model.agency import Agency
from generator.model.base import Identifier, Model, Record
from generator.model.budget import Budget
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.model.programme import Programme

KINDS: Mapping[str, type[Record]] = {
    "agency": Agency,
    "dataset": Dataset,
    "programme": Programme,
    "document": Document,
    "budget": Budget,
}


def blank(kind: type[Record], given: Mapping[str, str], chinese: bool) -> str:
    """The record as a file. Required fields wait to be filled in, the others stand in comments.

    It is valid YAML, and `check` names on its line each field that still is to be filled in.
    """
    return "".join(f"{line}\n" for line in _fields(kind, given, chinese))


def identifier_problem(text: str) -> str | None:
    """Why `text` is no identifier, and what one looks like; None if it is one."""
    try:
        TypeAdapter(Identifier).validate_python(text)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        return say("{message} ({tip})", message=context["message"], tip=context["tip"])
    return None


def of_text(raw: bytes) -> dict[str, str]:
    """What a document's record says of its text: fields as they are written."""
    lines = raw.count(b"\n") + (not raw.endswith(b"\n"))
    return {"sha256": f'"{sha256(raw).hexdigest()}"', "lines": str(lines)}


def publisher_in(identifier: str, agencies: Iterable[str]) -> str | None:
    """The agency that a dataset's identifier begins with, the longest of several."""
    found = [agency for agency in agencies if identifier.startswith(f"{agency}-")]
    return max(found, key=len, default=None)


def _fields(kind: type[Model], given: Mapping[str, str], chinese: bool) -> Iterator[str]:
    for name, info in kind.model_fields.items():
        field = info.alias or name
        for line in _meaning(kind, name, info, chinese):
            yield f"# {line}"
        if field in given:
            yield f"{field}: {given[field]}"
        elif not info.is_required():
            yield f"# {field}:"
        elif (part := _part(info.annotation)) is not None:
            yield f"{field}:"
            yield from _item(part, given, chinese)
        elif choices := _choices(info.annotation):
            yield f"{field}: {choices[0]}" if field == "script" else f"{field}:"
        elif get_origin(info.annotation) is tuple and not _wants_items(info):
            yield f"{field}: []"
        else:
            yield f"{field}:"


def _item(part: type[Model], given: Mapping[str, str], chinese: bool) -> Iterator[str]:
    """The first item of a list, indented below it; `given` is not its own."""
    start = "- "
    for line in _fields(part, {}, chinese):
        yield f"    {line}" if line.startswith("#") else f"  {start}{line}"
        if not line.startswith("#"):
            start = "  "


def _meaning(kind: type[Model], name: str, info: FieldInfo, chinese: bool) -> list[str]:
    """What the field means, and which values it may have."""
    known = explanation(kind, info.alias or name) if chinese else None
    lines = (known or info.description or "").split("\n")
    choices = _choices(info.annotation)
    return [line for line in (*lines, ", ".join(choices)) if line]


def _choices(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(map(str, get_args(annotation)))
    return next(filter(None, map(_choices, get_args(annotation))), ())


def _wants_items(info: FieldInfo) -> bool:
    return any(getattr(it, "min_length", 0) for it in info.metadata)


def _part(annotation: Any) -> type[Model] | None:
    """The model of a list's items; none for another field."""
    if get_origin(annotation) is not tuple:
        return None
    item = get_args(annotation)[0]
    return item if isinstance(item, type) and issubclass(item, Model) else None
