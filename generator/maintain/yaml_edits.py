"""Edit a YAML file and keep everything else as it was typed · text → text."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.maintain.extract.record_yaml import dump, dump_in_braces
from generator.messages.problem import Place
from generator.model.source import FieldPath
from generator.reading.yaml_source import parse


class NotAList(Exception):
    """The list of items is written in brackets, or is none: a person has to change it."""


@dataclass(frozen=True)
class Edit:
    """The replacement of one value by another at its place."""

    place: Place
    old: str
    new: str


def replace_values(text: str, edits: Iterable[Edit]) -> str:
    """`text` with other values at some places; a value keeps its quotes, and gets some if it needs
    them. Raises ValueError where the old value does not stand."""
    lines = lines_with_ends(text)
    for edit in sorted(set(edits), key=lambda it: it.place, reverse=True):
        number, column = edit.place.line - 1, edit.place.column - 1
        line = lines[number]
        if number == 0 and line.startswith("\ufeff"):
            column += 1
        value = re.compile(rf"([\"']?){re.escape(edit.old)}\1").match(line, column)
        if value is None:
            raise ValueError(f"{edit.old} does not stand at {edit.place}")
        is_number = edit.old.isdigit() and edit.new.isdigit()
        bare = edit.new if is_number else identifier_value(edit.new)
        new = f"{value[1]}{edit.new}{value[1]}" if value[1] else bare
        lines[number] = f"{line[:column]}{new}{line[value.end() :]}"
    return "".join(lines)


def append_item(text: str, field: str, item: Sequence[str]) -> tuple[str, int]:
    """`text` with an item at the end of the list in `field`, and the line on which it begins.

    `item` is its lines, the first with its hyphen. Raises NotAList.
    """
    items = _items(text, field)
    indent, at = " " * items.start_mark.column, _end(items)
    lines = lines_with_ends(text)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[at - 1].endswith("\n"):
        lines[at - 1] += newline
    lines[at:at] = [f"{indent}{line}{newline}" for line in item]
    return "".join(lines), at + 1


@dataclass(frozen=True)
class Insertion:
    """An item that a list is to have, too."""

    path: FieldPath
    """Of the list."""
    after: int | None
    """The item behind which it stands; none for the last one."""
    lines: Sequence[str]
    """The item, the first line with its hyphen."""
    before: Sequence[str] = ()
    """Of a list that is not there yet: the fields that stand behind it."""


def insert_items(text: str, insertions: Sequence[Insertion]) -> str:
    """`text` with more items; those for one place come in their order. Raises NotAList."""
    lines = lines_with_ends(text)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[-1].endswith("\n"):
        lines[-1] += newline
    root: Any = yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    begun: set[FieldPath] = set()
    written: list[tuple[int, list[str]]] = []
    for insertion in insertions:
        at, indent, begins = _insertion_place(root, insertion)
        if begins and insertion.path not in begun:
            begun.add(insertion.path)
            written.append((at, [f"{' ' * (indent - 2)}{insertion.path[-1]}:{newline}"]))
        written.append((at, [f"{' ' * indent}{line}{newline}" for line in insertion.lines]))
    for at in sorted({at for at, _ in written}, reverse=True):
        lines[at:at] = [line for place, added in written if place == at for line in added]
    return "".join(lines)


def _insertion_place(root: Any, insertion: Insertion) -> tuple[int, int, bool]:
    """The number of lines before it, its indent, and whether it begins its list."""
    parent = root
    for part in insertion.path[:-1]:
        parent = parent.value[part] if isinstance(part, int) else _fields(parent)[part][1]
    fields = _fields(parent)
    field = insertion.path[-1]
    if field not in fields:
        behind = [fields[it][0] for it in insertion.before if it in fields]
        keys = [key for key, _ in fields.values() if key not in behind]
        last = max(keys, key=lambda it: it.start_mark.index)
        return _end(fields[last.value][1]), last.start_mark.column + 2, True
    items = fields[field][1]
    if not isinstance(items, yaml.SequenceNode) or items.flow_style or not items.value:
        raise NotAList(field)
    number = len(items.value) - 1 if insertion.after is None else insertion.after
    return _end(items.value[number]), items.start_mark.column, False


def remove_item(text: str, field: str, number: int) -> str | None:
    """`text` without one item of the list in `field`; None if it was the only one. Raises
    NotAList."""
    items = _items(text, field)
    if len(items.value) == 1:
        return None
    lines = lines_with_ends(text)
    node = items.value[number]
    del lines[node.start_mark.line : _end(node)]
    return "".join(lines)


def add_fields(text: str, added: Mapping[FieldPath, tuple[str, str]]) -> str:
    """`text` with one more field behind the field at each path: its name and its text.

    It stands on a line of its own, or in the same braces.
    """
    lines = lines_with_ends(text)
    newline = "\r\n" if lines[0].endswith("\r\n") else "\n"
    root: Any = yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    # From the last to the first: what is written moves only what stands behind it.
    for path in sorted(added, key=lambda it: _field(root, it)[1].end_mark.index, reverse=True):
        key, value, in_braces = _field(root, path)
        fields = dict([added[path]])
        if in_braces:
            line, column = lines[value.end_mark.line], value.end_mark.column
            written = f"{line[:column]}, {dump_in_braces(fields)}{line[column:]}"
            lines[value.end_mark.line] = written
            continue
        at = _end(value)
        if not lines[at - 1].endswith("\n"):
            lines[at - 1] += newline
        lines.insert(at, f"{' ' * key.start_mark.column}{dump(fields).rstrip()}{newline}")
    return "".join(lines)


def _field(root: Any, path: FieldPath) -> tuple[yaml.Node, yaml.Node, bool]:
    """Key and value of the field at `path`, and whether it stands in braces."""
    parent = root
    for part in path[:-1]:
        parent = parent.value[part] if isinstance(part, int) else _fields(parent)[part][1]
    return (*_fields(parent)[path[-1]], bool(parent.flow_style))


def _fields(node: Any) -> dict[str | int, tuple[yaml.Node, yaml.Node]]:
    return {key.value: (key, value) for key, value in node.value}


def _items(text: str, field: str) -> yaml.SequenceNode:
    root = yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    items = next((value for key, value in getattr(root, "value", ()) if key.value == field), None)
    if not isinstance(items, yaml.SequenceNode) or items.flow_style or not items.value:
        raise NotAList(field)
    return items


def _end(node: yaml.Node) -> int:
    """The number of lines up to the end of the node, without comments after it."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    mark = node.end_mark
    return mark.line + (mark.column > 0)


def lines_with_ends(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def identifier_value(identifier: str) -> str:
    """An identifier as a YAML value: quoted where it would be read as a number, year or `null`."""
    source, _ = parse(f"id: {identifier}\n".encode(), "")
    return identifier if source and source.value == {"id": identifier} else f'"{identifier}"'
