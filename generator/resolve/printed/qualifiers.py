"""How exact a number is, from the words around it · folded text → qualifiers."""

import re

from generator.resolve.printed import words

_FILLERS = re.compile(r"[\s有共达为计合\0]+$")


def qualifiers_before(text: str) -> tuple[str, ...]:
    """The qualifiers in the words before a number, the nearest first."""
    qualifiers: list[tuple[int, tuple[str, ...]]] = []
    tail = _FILLERS.sub("", text)
    for pattern, meant, close in words.QUALIFIERS:
        searched = tail if close else text
        for match in pattern.finditer(searched):
            qualifiers.append((match.end(), meant))
        # What a longer word has said, a shorter one in it does not say again: 不超過, 超過.
        blank = pattern.sub(lambda it: "\0" * len(it[0]), searched)
        text, tail = (text, blank) if close else (blank, blank[: len(tail)])
    qualifiers.sort(key=lambda it: -it[0])
    return tuple(dict.fromkeys(qualifier for _, meant in qualifiers for qualifier in meant))


def qualifiers_after(text: str) -> tuple[str, ...]:
    """The qualifiers in the words after a number."""
    return tuple(
        dict.fromkeys(
            qualifier
            for pattern, meant in words.SUFFIXES
            if pattern.search(text)
            for qualifier in meant
        )
    )
