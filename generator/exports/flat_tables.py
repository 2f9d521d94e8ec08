"""Tables for spreadsheets: one a kind of record, and one for each field with several values.

A published type → its tables; an item → the cells of a row of each. Beside an identifier stands
what it names. A row of a field's table is told by the record it belongs to and its position there.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from generator.exports.contract import PublishedItem, key_of
from generator.exports.csv_tables import Cell
from generator.exports.published_kinds import KINDS, PublishedKind
from generator.model.annotations import json_type, list_item, models_in
from generator.model.kinds import REFERENCES, SUBJECT_KINDS
from generator.resolve.resolve import Records
from generator.script.convert import Bilingual, Converter

POSITION = "position"
"""The column that counts the values of one record from 1."""
_SHORT_NAMES = {"dataset-listings": "listings"}
_TARGETS: Mapping[str, tuple[str, ...]] = {
    **REFERENCES,
    "subject_id": (*SUBJECT_KINDS, "documents"),
}
"""Column → the kinds whose identifiers it holds."""

Names = Mapping[str, Mapping[str, Bilingual]]
"""Kind → identifier → what the record is called."""


@dataclass(frozen=True)
class Column:
    """A column, and where in an item its value stands."""

    name: str
    path: tuple[str, ...]
    type_name: Literal["string", "integer", "number", "boolean"]
    words: tuple[tuple[str, str], ...]
    """Types and fields whose explanations, one behind the other, explain it."""
    targets: tuple[str, ...] = ()
    """Kinds whose identifiers it holds, or whose names stand in it."""
    script: Literal["hant", "hans"] | None = None
    """Of a name: its script."""


@dataclass(frozen=True)
class FlatTable:
    """A table. `key` are the columns that tell its rows apart."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    words: tuple[str, str]
    """Type and field that explain it."""
    parts: tuple["FlatTable", ...]
    """A table for each field with several values, whose key begins with the key of this one."""
    field: str = ""
    """The field of the table above it that it holds; empty for a kind's own table."""

    def all(self) -> Iterator["FlatTable"]:
        """It and the tables of its fields."""
        yield self
        for part in self.parts:
            yield from part.all()


@cache
def tables_of(kind: PublishedKind) -> tuple[FlatTable, ...]:
    """A kind's table, and those of its fields."""
    columns = tuple(_columns(kind.item))
    parts = tuple(_parts(kind.item, kind.type_key, ("id",), kind.type_key, (kind.name,)))
    table = FlatTable(kind.name, ("id",), columns, ("record", kind.type_key), parts)
    return tuple(table.all())


def record_names(records: Records, converter: Converter) -> Names:
    """What the records with pages are called, and the names of the terminology."""
    called = {kind.name: kind.pages(records) for kind in KINDS if kind.pages}
    called["terminology"] = ((it.id, it.name) for it in records.names)
    return {
        kind: {identifier: converter.to_both_scripts(name) for identifier, name in names}
        for kind, names in called.items()
    }


def table_rows(
    table: FlatTable, value: Mapping[str, Any], names: Names
) -> Iterator[tuple[str, list[Cell]]]:
    """The row of a dumped item, and those of its fields, each with its table's name."""
    yield table.name, [_cell(column, value, names) for column in table.columns]
    for part in table.parts:
        owner = dict(zip(part.key, (value[it] for it in table.key), strict=False))
        for position, inner in enumerate(value[part.field], 1):
            own = inner if isinstance(inner, dict) else {part.field: inner}
            yield from table_rows(part, {**owner, POSITION: position, **own}, names)


def _cell(column: Column, value: Any, names: Names) -> Cell:
    for step in column.path:
        if value is None:
            return None
        value = value[step]
    if column.script is None or value is None:
        cell: Cell = value
        return cell
    called = (names[kind][value] for kind in column.targets if value in names.get(kind, ()))
    name = next(called, None)
    return getattr(name, column.script) if name else None


def _columns(item: type[PublishedItem]) -> Iterator[Column]:
    """A column for each field with one value; several for a text, a code or links."""
    plain = []
    for attribute, field in item.model_fields.items():
        name = field.alias or attribute
        words = (key_of(item.__name__), name)
        if list_item(field.annotation) is not None:
            continue
        nested = next(models_in(field.annotation, PublishedItem), None)
        if nested is None:
            plain.append(_column(_column_name(name), (name,), field.annotation, (words,)))
            continue
        for part, inner in nested.model_fields.items():
            key = inner.alias or part
            both = (words, (key_of(nested.__name__), key))
            column_name = f"{name}_{_column_name(key)}"
            plain.append(_column(column_name, (name, key), inner.annotation, both))
    taken = {it.name for it in plain}
    for column in plain:
        yield column
        yield from (it for it in _name_columns(column) if it.name not in taken)


def _column(
    name: str, path: tuple[str, ...], annotation: Any, words: tuple[tuple[str, str], ...]
) -> Column:
    type_name: Any = json_type(annotation)
    return Column(name, path, type_name, words, _TARGETS.get(name, ()))


def _name_columns(column: Column) -> Iterator[Column]:
    """What an identifier names, in both scripts; nothing where no such record has a name."""
    if not any(kind in _named_kinds() for kind in column.targets):
        return
    start = column.name.removesuffix("_id")
    for script in ("hant", "hans"):
        words = (("table", "name"), ("text", f"zh-{script.title()}"))
        name = f"{start}_name_zh_{script}"
        yield Column(name, column.path, "string", words, column.targets, script)


def _named_kinds() -> set[str]:
    return {*(kind.name for kind in KINDS if kind.pages), "terminology"}


def _parts(
    item: type[PublishedItem],
    name: str,
    key: tuple[str, ...],
    position_of: str,
    targets: tuple[str, ...],
) -> Iterator[FlatTable]:
    """The tables of the fields of `item` with several values. What has a table of its own, which
    says to whom it belongs, needs no other."""
    own_tables = {kind.item for kind in KINDS}
    for attribute, field in item.model_fields.items():
        inner, field_name = list_item(field.annotation), field.alias or attribute
        if inner is None or inner in own_tables:
            continue
        part_key = (*key[:-1], position_of, POSITION)
        columns = [*_key_columns(part_key, targets)]
        part_name = f"{name}-{field_name.replace('_', '-')}"
        words = (key_of(item.__name__), field_name)
        nested = next(models_in(inner, PublishedItem), None)
        if nested is None:
            value = _column(field_name, (field_name,), inner, (words,))
            columns += value, *_name_columns(value)
            below: tuple[FlatTable, ...] = ()
        else:
            columns += _columns(nested)
            below_of = f"{field_name}_{POSITION}"
            below = tuple(_parts(nested, part_name, part_key, below_of, targets))
        short = _SHORT_NAMES.get(part_name, part_name)
        yield FlatTable(short, part_key, tuple(columns), words, below, field_name)


def _key_columns(key: tuple[str, ...], targets: tuple[str, ...]) -> Iterator[Column]:
    """The record it belongs to, with its name, then positions."""
    owner, *positions = key
    words = (("table", "owner"),)
    column = Column(owner, (owner,), "string", words, targets)
    yield column
    yield from _name_columns(column)
    for position in positions:
        words = (("table", POSITION),)
        yield Column(position, (position,), "integer", words)


def _column_name(field: str) -> str:
    return field.lower().replace("-", "_")
