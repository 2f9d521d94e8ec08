"""CSV: one row an item, one column per script; a list of records is JSON in its cell.

UTF-8 with a byte-order mark (spreadsheets recognise it by nothing else) and the line ends of
RFC 4180. Unknown is an empty cell; a list of words is joined by semicolons.
"""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from generator.exports.published import Published


@dataclass(frozen=True)
class Column:
    """A column: `field` of an item, or `key` of the nested item that stands there."""

    name: str
    field: str
    key: str | None
    type_name: str
    """What its cells are: string, integer, boolean, `strings` or `array` (JSON)."""
    holder: type[Published]
    """The published type that explains it."""


@cache
def columns(item: type[Published]) -> tuple[Column, ...]:
    """The columns of a published type, in the order of its fields."""
    made = []
    for name, field in item.model_fields.items():
        nested = _nested(field.annotation)
        if nested is None:
            kind = _kind(field.annotation)
            made.append(Column(name, field.alias or name, None, kind, item))
            continue
        for part, inner in nested.model_fields.items():
            key = inner.alias or part
            suffix = key.lower().replace("-", "_")
            kind = _kind(inner.annotation)
            made.append(Column(f"{name}_{suffix}", field.alias or name, key, kind, nested))
    return tuple(made)


class _Echo:
    """Gives back what it is to write, and csv's writer gives that on."""

    def write(self, text: str) -> str:
        return text


_WRITER: Any = csv.writer(_Echo(), lineterminator="\r\n")


def csv_line(item: type[Published], value: Mapping[str, Any]) -> str:
    """The line of `value`, which is a dumped item of that type."""
    line: str = _WRITER.writerow([_cell(_value(value, column)) for column in columns(item)])
    return line


def csv_table(item: type[Published], lines: Iterable[str]) -> bytes:
    """The file with those lines."""
    head: str = _WRITER.writerow([column.name for column in columns(item)])
    return "".join((head, *lines)).encode("utf-8-sig")


def _value(item: Mapping[str, Any], column: Column) -> Any:
    value = item[column.field]
    return value if column.key is None or value is None else value[column.key]


def _nested(annotation: Any) -> type[Published] | None:
    """The single published type that a field holds, which gets columns of its own."""
    if getattr(annotation, "__origin__", None) is tuple:
        return None
    for option in getattr(annotation, "__args__", (annotation,)):
        if isinstance(option, type) and issubclass(option, Published):
            return option
    return None


def _kind(annotation: Any) -> str:
    if getattr(annotation, "__origin__", None) is tuple:
        inner = annotation.__args__[0]
        records = isinstance(inner, type) and issubclass(inner, Published)
        return "array" if records or _kind(inner) != "string" else "strings"
    plain = set(_plain_types(annotation))
    for kind, name in ((bool, "boolean"), (float, "number"), (int, "integer")):
        if kind in plain:
            return name
    return "string"


def _plain_types(annotation: Any) -> Iterator[type]:
    """The types that a field's annotation is made of."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _plain_types(part)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case str():
            return _defuse(value)
        case list() if all(isinstance(it, str) for it in value):
            return _defuse(";".join(value))
        case _:
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _defuse(cell: str) -> str:
    # A cell that begins like a formula would be run by a spreadsheet; some take full width too.
    # Quotes that were typed before one get one more: the first is always ours.
    return "'" + cell if cell.lstrip("'")[:1] in tuple("=+-@\t\r＝＋－＠") else cell
