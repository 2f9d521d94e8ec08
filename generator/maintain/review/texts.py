"""Changed texts, with long lines shortened to the change · lines before and after → changes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, unified_diff

from generator.messages.language import both_languages
from generator.messages.message import say

_TOKEN = re.compile(r"[0-9][0-9,.]*|[A-Za-z]+|.", re.DOTALL)
_AROUND = 40
"""As many characters of what stayed are shown on either side of what changed."""
_PART = 1000
"""As many characters of one changed part are shown."""
_QUICK, _LONG = 400_000, 20_000
"""Pairs of words that are all held against each other; and words that are looked at one by one,
rather than only where two lines begin and end to differ."""

Lines = tuple[str, ...]


@dataclass(frozen=True)
class TextChange:
    """The same change of words, on all the pages where it occurs."""

    examples: tuple[Lines, ...]
    """Lines that begin with - or +, of each place where the rest of the line is another."""
    paths: tuple[str, ...]

    @property
    def has_numbers(self) -> bool:
        """Whether digits changed: such changes are listed first."""
        return any(
            re.search("[0-9]", part) for example in self.examples for part in _changed_part(example)
        )


def line_changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Lines]:
    """Groups of changed lines: a line with its new form, or a block that was added or removed."""
    old: list[str] = []
    new: list[str] = []
    differences = list(unified_diff(list(before), list(after), n=0, lineterm=""))[2:]
    for line in (*differences, "@@"):
        if line.startswith("@@"):
            if len(old) == len(new):
                yield from ((f"-{a}", f"+{b}") for a, b in zip(old, new, strict=True) if a != b)
            else:
                yield (*(f"-{it}" for it in old), *(f"+{it}" for it in new))
            old, new = [], []
        else:
            (old if line.startswith("-") else new).append(line[1:])


def text_changes(files: Mapping[str, Iterable[Lines]]) -> tuple[TextChange, ...]:
    """Each change once, with its pages; changes of digits come first."""
    groups: dict[Lines, dict[str, dict[Lines, None]]] = {}
    for path, changes in files.items():
        for change in changes:
            groups.setdefault(_changed_part(change), {}).setdefault(path, {})[change] = None
    changes_of_text = (
        TextChange(tuple(dict.fromkeys(it for them in places.values() for it in them)), (*places,))
        for places in groups.values()
    )
    return tuple(sorted(changes_of_text, key=lambda it: not it.has_numbers))


def shorten_change(change: Lines) -> Lines:
    """The lines with unchanged parts cut out and marked; a cut in a changed part is counted."""
    if not _is_pair(change):
        return tuple(_cut_middle(line, _PART) for line in change)
    old, new, steps = _steps(change)
    shown = ["-", "+"]
    for number, (kind, a, b, c, d) in enumerate(steps):
        parts = "".join(old[a:b]), "".join(new[c:d])
        if kind == "equal":
            kept = _context(parts[0], number > 0, number < len(steps) - 1)
            parts = kept, kept
        else:
            parts = _cut_middle(parts[0], _PART), _cut_middle(parts[1], _PART)
        shown = [line + part for line, part in zip(shown, parts, strict=True)]
    return tuple(shown)


def _context(text: str, behind: bool, before: bool) -> str:
    """The unchanged text next to a change: its start after a change, its end before the next."""
    left, right = _AROUND * behind, _AROUND * before
    if len(text) <= left + right + 1:
        return text
    return f"{text[:left]}…{text[len(text) - right :]}"


def _cut_middle(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    half = most // 2
    left_out = say("… {number} characters more …", number=len(text) - 2 * half)
    return f"{text[:half]}{both_languages(left_out)}{text[-half:]}"


def _changed_part(change: Lines) -> Lines:
    """The changed part of a line, in whole numbers and words."""
    if not _is_pair(change):
        return ("\n".join(change),)
    old, new, steps = _steps(change)
    changed = (it for it in steps if it[0] != "equal")
    return tuple(
        dict.fromkeys(f"{''.join(old[a:b])}\n{''.join(new[c:d])}" for _, a, b, c, d in changed)
    )


def _is_pair(change: Lines) -> bool:
    return len(change) == 2 and change[0][:1] != change[1][:1]


Step = tuple[str, int, int, int, int]


def _steps(change: Lines) -> tuple[list[str], list[str], list[Step]]:
    """The words of both lines, and the steps from one to the other."""
    old, new = (_TOKEN.findall(line[1:]) for line in change)
    start, most = 0, min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    inner = old[start : len(old) - end], new[start : len(new) - end]
    steps: list[Step] = [("equal", 0, start, 0, start)] if start else []
    steps += (
        (kind, start + a, start + b, start + c, start + d) for kind, a, b, c, d in _opcodes(*inner)
    )
    if end:
        steps.append(("equal", len(old) - end, len(old), len(new) - end, len(new)))
    return old, new, steps


def _opcodes(old: list[str], new: list[str]) -> list[Step]:
    """The steps, exact for short lines; long, repetitive ones would take minutes."""
    if max(len(old), len(new)) > _LONG:
        return [("replace", 0, len(old), 0, len(new))]
    autojunk = len(old) * len(new) > _QUICK
    return [*SequenceMatcher(None, old, new, autojunk=autojunk).get_opcodes()]
