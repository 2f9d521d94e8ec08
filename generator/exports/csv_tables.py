"""CSV: one row an item, one column per script; a list of records is JSON in its cell.

UTF-8 with a byte-order mark (spreadsheets recognise it by nothing else) and the line ends of
RFC 4180. Unknown is an empty cell. A list of words is one line of CSV of its own, between whose
fields stand semicolons.

To read a cell back, remove each quote that was put before what begins like a formula (`UNDO`), and
read a list as such a line.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.exports.compact_json import compact_json
from generator.exports.contract import PublishedItem
from generator.model.annotations import json_type, list_item, models_in

_STARTS = r"(^|[;\n])"
"""Where a cell begins, also for a spreadsheet that separates cells by semicolons: it ignores quotes
inside a field that does not begin with one, so that a line break there ends the row."""
_SIGNS = r"""[ \u3000'"]*[=+\-@\t\r＝＋－＠]"""
"""What begins like a formula; spreadsheets of East Asia take the wide signs, too (OWASP)."""
_RISKY = re.compile(f"{_STARTS}(?={_SIGNS})")
UNDO = re.compile(f"{_STARTS}'(?={_SIGNS})")
"""A quote of ours, to be replaced by its first group; it stands before every other."""
_RISKY_JSON = re.compile(f";(?={_SIGNS})")


@dataclass(frozen=True)
class CsvColumn:
    """A column: `field` of an item, or `key` of the nested item that stands there."""

    name: str
    field: str
    key: str | None
    type_name: str
    """What its cells are: string, integer, boolean, `strings` or `array` (JSON)."""
    holder: type[PublishedItem]
    """The published type that explains it."""


@cache
def columns(item: type[PublishedItem]) -> tuple[CsvColumn, ...]:
    """The columns of a published type, in the order of its fields."""
    found_columns = []
    for attribute, field in item.model_fields.items():
        name = field.alias or attribute
        nested = _nested(field.annotation)
        if nested is None:
            type_name = _type_name(field.annotation)
            found_columns.append(CsvColumn(name, name, None, type_name, item))
            continue
        for part, inner in nested.model_fields.items():
            key = inner.alias or part
            suffix = key.lower().replace("-", "_")
            type_name = _type_name(inner.annotation)
            found_columns.append(CsvColumn(f"{name}_{suffix}", name, key, type_name, nested))
    return tuple(found_columns)


class _LineReturner:
    """Returns each line instead of writing it; csv's writer returns what `write` returns."""

    def write(self, text: str) -> str:
        return text


_WRITER: Any = csv.writer(_LineReturner(), lineterminator="\r\n")
_LIST_WRITER: Any = csv.writer(_LineReturner(), delimiter=";", lineterminator="\r\n")


def csv_line(item: type[PublishedItem], value: Mapping[str, Any]) -> str:
    """The line of `value`, which is a dumped item of that type."""
    line: str = _WRITER.writerow([_cell(_value(value, column)) for column in columns(item)])
    return line


def csv_table(item: type[PublishedItem], lines: Iterable[str]) -> bytes:
    """The file with those lines."""
    head: str = _WRITER.writerow([column.name for column in columns(item)])
    return "".join((head, *lines)).encode("utf-8-sig")


def _value(item: Mapping[str, Any], column: CsvColumn) -> Any:
    value = item[column.field]
    return value if column.key is None or value is None else value[column.key]


def _nested(annotation: Any) -> type[PublishedItem] | None:
    """The single published type that a field holds, which gets columns of its own."""
    if list_item(annotation) is not None:
        return None
    return next(models_in(annotation, PublishedItem), None)


def _type_name(annotation: Any) -> str:
    item = list_item(annotation)
    if item is None:
        return json_type(annotation)
    records = any(models_in(item, PublishedItem))
    return "array" if records or json_type(item) != "string" else "strings"


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
            return _defuse(_LIST_WRITER.writerow(value).removesuffix("\r\n") if value else "")
        case _:
            # JSON has a way of its own to write a sign that nobody takes for another.
            return _RISKY_JSON.sub(r"\\u003b", compact_json(value))


def _defuse(cell: str) -> str:
    """A spreadsheet would run what begins like a formula; quotes that were typed get one more."""
    return _RISKY.sub(r"\1'", cell)
