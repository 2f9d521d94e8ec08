"""Find the line whose indentation does not fit · text that is no YAML, line → what is wrong."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.messages.message import say
from generator.messages.problem import quote_value, shorten
from generator.reading.typos import Typo

_FIELD = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_-]*|\"[^\"]*\"|'[^']*') *:(?: +(?P<value>.*))?$")
_COMMENT = re.compile(r"(?:^|\s+)#.*$")
_STEP = 2
"""Spaces by which the program itself indents."""
_BLOCK = re.compile(r"[|>][-+0-9]*")


class _Line(NamedTuple):
    """A line with a field or an item; columns count from 0."""

    number: int
    indent: int
    item: bool
    """Whether it begins with a hyphen."""
    key: int | None
    """Where its field begins, behind the hyphens."""
    name: str
    opens: bool
    """Whether something may be indented below it."""


def find_indentation(text: str, last: int) -> Typo | None:
    """The first field, item or line of a text, up to the line `last`, that begins in a column where
    none may."""
    levels = _Levels()
    for line in _lines(text.split("\n")[:last]):
        if typo := line if isinstance(line, Typo) else levels.objection(line):
            return typo
    return None


class _Levels:
    """The columns in which fields and items may begin, line after line."""

    def __init__(self) -> None:
        self._keys: list[int] = []
        self._items: list[int] = []
        self._before: _Line | None = None
        self._odd: list[tuple[_Line, int]] = []
        """Lines that begin a level in an unusual column, and the usual one."""

    def objection(self, line: _Line) -> Typo | None:
        """What is wrong with the next line's column; if nothing is, it is taken in."""
        columns = self._items if line.item else self._keys
        before = self._before
        if before is None:
            if line.indent:
                self._odd.append((line, 0))
        elif line.indent not in columns:
            above = before.indent if before.key is None else before.key
            # The items of a list may stand right below their field's name.
            if not before.opens or line.indent < above + (0 if line.item else 1):
                return self._typo(line, columns, after_text=not before.opens)
            if line.indent not in {above + _STEP, above if line.item else above + _STEP}:
                self._odd.append((line, above + _STEP))
        self._keys = [it for it in self._keys if it < line.indent]
        self._items = [it for it in self._items if it < line.indent]
        if line.item:
            self._items.append(line.indent)
        if line.key is not None:
            self._keys.append(line.key)
        self._before = line
        return None

    def _typo(self, line: _Line, columns: list[int], *, after_text: bool) -> Typo | None:
        for first, usual in reversed(self._odd):
            key = usual if first.key is None else first.key - first.indent + usual
            if line.indent == (usual if line.item else key):
                return _typo(first.number, first.indent, usual, first.name)
        if not columns:
            return None
        distance = min(abs(it - line.indent) for it in columns)
        near = [it for it in columns if abs(it - line.indent) == distance]
        if len(near) == 1:
            return _typo(line.number, line.indent, near[0], line.name, after_text=after_text)
        message = say("{name} begins in column {column}", name=line.name, column=line.indent + 1)
        template = "begin it in column {first}, or in column {second}"
        left, right = sorted(near)
        tip = say(template, first=left + 1, second=right + 1)
        return Typo(line.number, line.indent + 1, message, tip)


def _typo(number: int, indent: int, wanted: int, name: str, *, after_text: bool = False) -> Typo:
    difference = abs(indent - wanted)
    spaces = say("1 space") if difference == 1 else say("{number} spaces", number=difference)
    tip = say("begin it in column {column}", column=wanted + 1)
    if indent < wanted:
        message = say("{spaces} too few before {name}", spaces=spaces, name=name)
        return Typo(number, indent + 1, message, tip)
    message = say("{spaces} too many before {name}", spaces=spaces, name=name)
    if after_text:
        tip = say("{tip}; if it is part of the text above, put that in quotes", tip=tip)
    return Typo(number, indent + 1, message, tip)


class _Block:
    """A text of several lines below `|` or `>`."""

    def __init__(self, above: int) -> None:
        self._above = above
        self._first: tuple[int, int] | None = None
        """Number and column of its first line, which the others follow."""

    def goes_on(self, number: int, indent: int) -> bool:
        """Whether a line is one of the text."""
        if self._first is None and indent > self._above:
            self._first = number, indent
        return self._first is not None and indent >= self._first[1]

    def objection(self, number: int, indent: int, content: str) -> Typo | None:
        """What is wrong with the line behind the text, if it seems to be one of it."""
        if content.startswith(("- ", "#")) or _FIELD.match(content):
            return None
        usual = self._above + _STEP
        if self._first is not None and indent == usual < self._first[1]:
            return _typo(*self._first, usual, say("the text"))
        wanted = usual if self._first is None else self._first[1]
        return _typo(number, indent, wanted, quote_value(shorten(content, 12)))


def _lines(lines: list[str]) -> Iterator[_Line | Typo]:
    """Lines with a field or an item; none of what stands in a text of several lines. Ends where
    quotes or brackets go on to the next line, in which anything may stand."""
    block: _Block | None = None
    for number, content in enumerate(lines, 1):
        indent = len(content) - len(content.lstrip(" "))
        bare = _COMMENT.sub("", content).strip()
        if block is not None and content.strip():
            if block.goes_on(number, indent):
                continue
            if typo := block.objection(number, indent, content.strip()):
                yield typo
            block = None
        if not bare or bare == "---":
            continue
        marks = re.match(r"(?:- +)*(?:-$)?", bare)
        behind = marks.end() if marks else 0
        rest, item = bare[behind:], bare.startswith("-") and behind > 0
        field = _FIELD.match(rest)
        if field is None and not item:
            continue
        value = (field["value"] or "") if field else rest
        if value[:1] in ("'", '"', "[", "{") and not _is_closed(value):
            return
        key = indent + behind if field else None
        if _BLOCK.fullmatch(value):
            block = _Block(indent if key is None else key)
        name = field["name"] if field else "-"
        yield _Line(number, indent, item, key, name, not value)


def _is_closed(value: str) -> bool:
    if value[0] in "[{":
        return value.rstrip()[-1] in "]}"
    return len(value) > 1 and value.rstrip()[-1] == value[0]
