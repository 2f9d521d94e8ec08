"""A record to fill in: every field with what it means · kind, identifier → commented YAML."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from textwrap import wrap
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.maintain.field_meanings import field_meaning
from generator.messages.message import say
from generator.model.annotations import allowed_values, list_item
from generator.model.base import Identifier, Model, Record
from generator.model.catalogue import Catalogue
from generator.model.kinds import CODES

_WIDTH = 96


@dataclass(frozen=True)
class Choices:
    """What fields may hold that the models do not tell."""

    catalogue: Catalogue

    def of(self, kind: type[Model], field: str) -> Sequence[str]:
        """What a field may hold: documents, codes of its vocabulary; nothing if that is free."""
        if field == "document":
            return tuple(self.catalogue.documents)
        vocabulary = CODES.get((kind.__name__, field))
        return self.catalogue.codes(vocabulary) if vocabulary else ()

    def meaning(self, kind: type[Model], field: str) -> str | None:
        """What a field means, in Chinese."""
        return field_meaning(self.catalogue, kind, field)


def blank_record(
    kind: type[Record], given: Mapping[str, str], chinese: bool, choices: Choices
) -> str:
    """The record as a file. Required fields wait to be filled in, the others stand in comments.

    It is valid YAML, and `check` names on its line each field that still is to be filled in.
    """
    return "".join(f"{line}\n" for line in _Blank(chinese, choices).fields(kind, given))


def blank_item(kind: type[Record], field: str, chinese: bool, choices: Choices) -> list[str]:
    """The lines of one more item of the list in `field`, the first with its hyphen."""
    part = _part(kind.model_fields[field].annotation)
    assert part is not None, "a list of items"
    return list(_Blank(chinese, choices).item(part))


def identifier_problem(text: str) -> str | None:
    """Why `text` is no identifier, and what one looks like; None if it is one."""
    try:
        TypeAdapter(Identifier).validate_python(text)
    except ValidationError as error:
        context = error.errors()[0]["ctx"]
        return say("{message} ({tip})", message=context["message"], tip=context["tip"])
    return None


def text_fields(raw: bytes) -> dict[str, str]:
    """What a document's record says of its text: fields as they are written."""
    return {"sha256": f'"{sha256(raw).hexdigest()}"', "lines": str(line_count(raw))}


def line_count(raw: bytes) -> int:
    """How many lines a text has."""
    return raw.count(b"\n") + (not raw.endswith(b"\n"))


def publisher_in(identifier: str, agencies: Iterable[str]) -> str | None:
    """The agency that a dataset's identifier begins with, the longest of several."""
    publishers = [agency for agency in agencies if identifier.startswith(f"{agency}-")]
    return max(publishers, key=len, default=None)


class _Blank:
    """Writes the fields of models in one language."""

    def __init__(self, chinese: bool, choices: Choices) -> None:
        self._chinese = chinese
        self._known = choices

    def fields(self, kind: type[Model], given: Mapping[str, str]) -> Iterator[str]:
        """Each field of a model, below what it means."""
        for name, info in kind.model_fields.items():
            field = info.alias or name
            for line in self._meaning(kind, name, info):
                yield f"# {line}"
            if field in given:
                yield f"{field}: {given[field]}"
            elif not info.is_required():
                yield f"# {field}:"
            elif (part := _part(info.annotation)) is not None:
                yield f"{field}:"
                yield from (f"  {line}" for line in self.item(part))
            elif choices := allowed_values(info.annotation):
                yield f"{field}: {choices[0]}" if field == "script" else f"{field}:"
            elif list_item(info.annotation) is not None and not _wants_items(info):
                yield f"{field}: []"
            else:
                yield f"{field}:"

    def item(self, part: type[Model]) -> Iterator[str]:
        """An item of a list: what the record has been given is not its own."""
        begun = False
        for line in self.fields(part, {}):
            if begun:
                yield f"  {line}"
            elif line.startswith("#"):
                yield line
            else:
                yield f"- {line}"
                begun = True

    def _meaning(self, kind: type[Model], name: str, info: FieldInfo) -> list[str]:
        """What the field means, and which values it may have."""
        field = info.alias or name
        known = self._known.meaning(kind, field) if self._chinese else None
        lines = (known or info.description or "").split("\n")
        choices = ", ".join(allowed_values(info.annotation) or self._known.of(kind, field))
        return [line for line in (*lines, *_wrapped(choices)) if line]


def _wrapped(text: str) -> list[str]:
    return wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _wants_items(info: FieldInfo) -> bool:
    return any(getattr(it, "min_length", 0) for it in info.metadata)


def _part(annotation: Any) -> type[Model] | None:
    """The model of a list's items; none for another field."""
    item = list_item(annotation)
    return item if isinstance(item, type) and issubclass(item, Model) else None
