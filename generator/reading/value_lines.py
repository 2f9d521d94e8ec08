"""Where in the lines of a file something in a text of it stands · a text, its lines → places."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import yaml

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.reading.odd_characters import Odd, odd
from generator.reading.yaml_wording import as_number


class Stretch(NamedTuple):
    """The part of a line that belongs to a text."""

    line: int
    column: int
    text: str


def end_of(event: yaml.Event) -> tuple[int, int]:
    """The line and column, counted from 0, behind what the parser read."""
    assert event.end_mark, "a parser that reads from a text knows where it is"
    return event.end_mark.line, event.end_mark.column


def stretches_of(
    lines: Sequence[str], style: str | None, start: Place, end: tuple[int, int]
) -> list[Stretch]:
    """The parts of `lines` from `start` to `end`, which counts from 0; of a block, without the line
    of its sign."""
    line, column = end
    own = [*lines[start.line - 1 : line + 1]]
    own[-1] = own[-1][:column]
    own[0] = own[0][start.column - 1 :]
    columns = [start.column, *[1] * (len(own) - 1)]
    stretches = [*map(Stretch, range(start.line, line + 2), columns, own)]
    return stretches[1:] if style in ("|", ">") else stretches


def odd_in(value: str, stretches: Sequence[Stretch], path: str) -> Iterator[tuple[Place, Odd]]:
    """What is odd in `value`, and where, each kind once a line."""
    in_value = odd(value)
    if not in_value:
        return
    found = [(it, odd_one) for it in stretches for odd_one in odd(it.text)]
    for it, odd_one in found:
        at = max(it.text.find(odd_one.found), it.text.find(odd_one.found[0]), 0)
        yield Place(path, it.line, it.column + at), odd_one
    if not found:
        # Written as an escape.
        yield from ((Place(path, *stretches[0][:2]), it) for it in in_value)


def elsewhere(problems: Sequence[Problem], place: Place, width: int) -> list[Problem]:
    """Those of `problems` that stand neither in so many characters from `place` on, nor beside:
    whatever else is said of these has the same cause."""
    near = range(place.column - 1, place.column + width + 1)
    return [it for it in problems if it.place.line != place.line or it.place.column not in near]


def odd_number(value: str) -> tuple[str, str] | None:
    """If `value` is a number in odd characters: what is odd, and the number to write."""
    found, number = odd(value), as_number(value)
    if not found or number is None:
        return None
    return found[0].message, say("write {number}", number=number)


_WIDE = "[\u2e80-\u9fff\uff01-\uffee\U00020000-\U0003ffff]"
_ENDS_WIDE, _BEGINS_WIDE = re.compile(rf"{_WIDE}\s*$"), re.compile(rf"\s*{_WIDE}")


def broken(stretches: Sequence[Stretch], path: str) -> Iterator[Problem]:
    """Where a text that runs on in the next line gets a space between two Chinese characters."""
    for one, other in pairwise(stretches):
        if _ENDS_WIDE.search(one.text) and _BEGINS_WIDE.match(other.text):
            yield Problem(
                Place(path, one.line, one.column + len(one.text.rstrip())),
                say("between two Chinese characters this line break becomes a space"),
                say("write the text on one line, or as a block `|-` with a paragraph a line"),
            )
            return
