"""Positions inside a YAML text value that may span lines · value and lines → places."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import yaml

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.reading.odd_characters import OddCharacters, find_odd
from generator.reading.yaml_wording import as_number


class LinePart(NamedTuple):
    """The part of a line that belongs to a text."""

    line: int
    column: int
    text: str


def event_end(event: yaml.Event) -> tuple[int, int]:
    """The line and column, counted from 0, right after the event."""
    assert event.end_mark, "a parser that reads from a text knows where it is"
    return event.end_mark.line, event.end_mark.column


def line_parts(
    lines: Sequence[str], style: str | None, start: Place, end: tuple[int, int]
) -> list[LinePart]:
    """The parts of `lines` from `start` to `end` (counted from 0); of a block scalar, without the
    line of `|` or `>`."""
    line, column = end
    own_lines = [*lines[start.line - 1 : line + 1]]
    own_lines[-1] = own_lines[-1][:column]
    own_lines[0] = own_lines[0][start.column - 1 :]
    columns = [start.column, *[1] * (len(own_lines) - 1)]
    parts = [*map(LinePart, range(start.line, line + 2), columns, own_lines)]
    return parts[1:] if style in ("|", ">") else parts


def locate_odd(
    value: str, parts: Sequence[LinePart], path: str
) -> Iterator[tuple[Place, OddCharacters]]:
    """The odd characters in `value` with their places, each kind once per line."""
    odd_in_value = find_odd(value)
    if not odd_in_value:
        return
    odd_parts = [(it, odd_one) for it in parts for odd_one in find_odd(it.text)]
    for part, characters in odd_parts:
        at = max(part.text.find(characters.first), part.text.find(characters.first[0]), 0)
        yield Place(path, part.line, part.column + at), characters
    if not odd_parts:
        # Written as an escape.
        yield from ((Place(path, *parts[0][:2]), it) for it in odd_in_value)


def problems_elsewhere(problems: Sequence[Problem], place: Place, width: int) -> list[Problem]:
    """The problems that do not touch the `width` characters from `place` on: those that do have
    the same cause."""
    near = range(place.column - 1, place.column + width + 1)
    return [it for it in problems if it.place.line != place.line or it.place.column not in near]


def odd_number_wording(value: str) -> tuple[str, str] | None:
    """For a number in odd characters: what is odd, and the number to write; None otherwise."""
    odd, number = find_odd(value), as_number(value)
    if not odd or number is None:
        return None
    return odd[0].message, say("write {number}", number=number)


_WIDE = "[\u2e80-\u9fff\uff01-\uffee\U00020000-\U0003ffff]"
_ENDS_WIDE, _BEGINS_WIDE = re.compile(rf"{_WIDE}\s*$"), re.compile(rf"\s*{_WIDE}")


def broken_chinese(parts: Sequence[LinePart], path: str) -> Iterator[Problem]:
    """Report a line break between two Chinese characters, which YAML turns into a space."""
    for part, following in pairwise(parts):
        if _ENDS_WIDE.search(part.text) and _BEGINS_WIDE.match(following.text):
            yield Problem(
                Place(path, part.line, part.column + len(part.text.rstrip())),
                say("between two Chinese characters this line break becomes a space"),
                say("write the text on one line, or as a block `|-` with a paragraph a line"),
            )
            return
