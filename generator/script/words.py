"""A Simplified text's words, so that nothing is found across the end of one."""

import itertools
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Any


def cut(text: str) -> list[str]:
    """`text` in words, nothing left out; signs and Latin letters are words too."""
    words: list[str] = _cutter().cut(text, False)
    return words


def cut_compounds(text: str) -> list[str]:
    """`text` in words, those made of two longer words as those two: 医疗系统 as 医疗, 系统."""
    return [part for word in cut(text) for part in _parts(word)]


def is_name(word: str) -> bool:
    """Whether a word is known as a person's name."""
    return any(tag.startswith("nr") for _, tag in _cutter().tag(word, False))


class WordEnds:
    """Where the words of a text end."""

    def __init__(self, words: Sequence[str]) -> None:
        self._ends = list(itertools.accumulate(map(len, words), initial=0))
        self._every = frozenset(self._ends)

    def allow(self, start: int, end: int) -> bool:
        """Whether that part of the text is made of whole words, or lies inside one."""
        if start in self._every and end in self._every:
            return True
        return end <= self._ends[bisect_right(self._ends, start)]


@cache
def _parts(word: str) -> tuple[str, ...]:
    has_word = _cutter().has_word
    for end in range(2, len(word) - 1):
        if has_word(word[:end]) and has_word(word[end:]):
            return word[:end], word[end:]
    return (word,)


@cache
def _cutter() -> Any:
    """Its dictionary takes a third of a second to read, so it is read when a text needs it. Words
    that are not in it stay single characters: guessing them would join names to what follows."""
    import rjieba

    return rjieba.Jieba()
