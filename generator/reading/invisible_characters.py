"""Invisible characters that no record may hold · text → problems."""

import re
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem

_PLANE_ENDS = "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17))
_HIDDEN_KINDS = (
    (r"\t", say("tab"), say("use spaces")),
    (
        r"\x00-\x08\x0b-\x1f\x7f-\x9f",
        say("control character"),
        say("delete it, or save the file as UTF-8"),
    ),
    (r"\u2028\u2029", say("line separator"), say("use an ordinary line break")),
    (
        r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
        say("bidirectional control"),
        say("delete it"),
    ),
    (r"\u200b-\u200d\u2060", say("zero-width character"), say("delete it")),
    (r"\ufffc", say("mark of a picture that is not here"), say("delete it")),
    (
        r"\ufffd",
        say("replacement character"),
        say("type again what a program could not read here"),
    ),
    # What Unicode lets a program leave out when it shows a text: Default_Ignorable_Code_Point, and
    # the marks of notes between the lines.
    (
        r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2061-\u2065\u206a-\u206f\u3164"
        r"\ufe00-\ufe0f\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
        # And what is shown as nothing: the Braille pattern without dots, a note without a head.
        r"\u2800\U0001d159"
        r"\U000e0000-\U000e0fff",
        say("invisible character"),
        say("delete it"),
    ),
    (r"\ufeff", say("byte order mark"), say("remove it; save the file as UTF-8 without BOM")),
    (
        r"\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd",
        say("private character that only some computers have"),
        say("write the character of Unicode"),
    ),
    (r"\ud800-\udfff", say("lone surrogate"), say("delete it")),
    (rf"\ufdd0-\ufdef{_PLANE_ENDS}", say("non-character"), say("delete it")),
)
HIDDEN = re.compile(f"[{''.join(chars for chars, _, _ in _HIDDEN_KINDS)}]")
FEW = 3
"""Lines with the same character that are named one by one."""


def hidden_problem(place: Place, char: str, lines: int = 1) -> Problem:
    """The problem of an invisible `char`; `lines` is on how many lines of the file it stands."""
    _, kind, tip = next(row for row in _HIDDEN_KINDS if re.match(f"[{row[0]}]", char))
    message = say("{kind} U+{char:04X}", kind=kind, char=ord(char))
    if lines > 1:
        message = say("{message}, on {lines} lines", message=message, lines=lines)
    return Problem(place, message, tip)


def hidden_problems(text: str, path: str) -> Iterator[Problem]:
    """The invisible characters of a file: one problem per line, or a single one if there are many
    lines, as they then come from one program."""
    if not HIDDEN.search(text):
        return
    places: dict[str, list[Place]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for char in dict.fromkeys(HIDDEN.findall(line)):
            places.setdefault(char, []).append(Place(path, number, line.index(char) + 1))
    for char, char_places in places.items():
        if len(char_places) > FEW:
            yield hidden_problem(char_places[0], char, len(char_places))
        else:
            yield from (hidden_problem(place, char) for place in char_places)
