"""Guess the typing mistake behind an unhelpful YAML error · text, line → the typo.

The parser says where it could not go on, in its own words. Often one character is the cause: a wide
colon or space of a Chinese keyboard, no space behind a colon or a hyphen, or quotes that were
opened and not closed. Looked for only where a file is no YAML.
"""

import re
from typing import NamedTuple

from generator.messages.message import say


class Typo(NamedTuple):
    """A typing mistake and its position."""

    line: int
    column: int
    message: str
    tip: str


_KEY = r"^\s*(?:- +)?[A-Za-z_][A-Za-z_-]*"
_TYPOS = (
    (
        re.compile(r"^ *(?P<at>[^\S \n])"),
        say("a space that is no ordinary one before the text"),
        say("delete it and use ordinary spaces"),
    ),
    (
        re.compile(rf"(?:{_KEY}:|^\s*-) *(?P<at>[^\S \n])"),
        say("a space that is no ordinary one"),
        say("use an ordinary space"),
    ),
    (
        re.compile(rf"{_KEY}\s*(?P<at>[\uff1a\ufe55\ufe30\u2236\ua789\u02d0])"),
        say("a wide colon"),
        say("write ':' and a space"),
    ),
    (
        re.compile(r"^\s*(?P<at>[\uff0d\ufe63\u2010-\u2015\u2212\u2022\u25cf\u25e6\u2043\u00b7])"),
        say("another mark than '-' before an item"),
        say("write '-' and a space"),
    ),
    (
        re.compile(r"^\s*(?P<at>-)[A-Za-z_][A-Za-z_-]*:( |$)"),
        say("no space behind '-'"),
        say("write '-' and a space"),
    ),
    (
        re.compile(rf"{_KEY}(?P<at>:)[^\s/]"),
        say("no space behind ':'"),
        say("write ':' and a space"),
    ),
)
"""Pattern of a line with the typo (the character in group `at`); what it is; how to mend it."""
_UNCLOSED = re.compile(
    rf"{_KEY}: +(?P<at>(?P<mark>[\"'])(?:(?!(?P=mark))[^\\]|\\.)*)$|"
    r"^\s*- +(?P<item>([\"'])(?:(?!\4)[^\\]|\\.)*)$"
)


def find_typo(text: str, line: int) -> Typo | None:
    """The typo on `line`, where the parser stopped, or on the line above; else the first quotes
    above that were not closed."""
    lines = text.split("\n")
    for number in (line, line - 1):
        for pattern, message, tip in _TYPOS:
            if 0 < number <= len(lines) and (match := pattern.search(lines[number - 1])):
                return Typo(number, match.start("at") + 1, message, tip)
    for number, content in enumerate(lines[:line], 1):
        if match := _UNCLOSED.search(content):
            at = match.start("at" if match["at"] else "item") + 1
            return Typo(number, at, say("quotes that are not closed"), say("close the quotes"))
    return None
