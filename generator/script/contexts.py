"""Characters for which the other script has several: what decides each, and what nothing decides.

A listed word decides first, then a pattern, then a person's name; a phrase of OpenCC's comes next,
and the usual character last. A listed word or a phrase counts only where it cuts no word of the
text in two.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.base import Script
from generator.model.terminology import CharacterContexts, ContextList, NameSigns
from generator.script.person_names import PersonNames
from generator.script.words import WordEnds

BETWEEN_WORDS = "/"


@dataclass(frozen=True)
class Choice:
    """One character of a text."""

    at: int
    result: str | None
    """What it becomes; None for what OpenCC makes of it."""
    doubtful_in: str = ""
    """The context that nobody reviewed, if that is so."""


@dataclass(frozen=True)
class _Character:
    usual: str | None
    surname: str | None
    words: tuple[tuple[str, int, str], ...]
    """Word, where in it the character stands, what it becomes: longest first, leftmost first."""
    patterns: tuple[tuple[re.Pattern[str], str], ...]


@dataclass(frozen=True)
class Contexts:
    """What decides the characters of one script."""

    characters: Mapping[str, _Character]
    names: PersonNames

    def apply_to(self, text: str) -> bool:
        """Whether a doubtful character is in `text`."""
        return not self.characters.keys().isdisjoint(text)

    def usual_form(self, text: str) -> str:
        """`text` with its doubtful characters as they usually become."""
        return "".join(
            (rules.usual or char) if (rules := self.characters.get(char)) else char for char in text
        )

    def choices(
        self, words: Sequence[str], is_in_phrase: Callable[[str, int], bool]
    ) -> Iterator[Choice]:
        """What becomes of each doubtful character of a text cut into `words`; `is_in_phrase` tells
        whether OpenCC knows a phrase in a word that holds the character at an index."""
        text = "".join(words)
        if not self.apply_to(text):
            return
        ends = WordEnds(words)
        patterns = self._matched_patterns(words)
        start = 0
        for number, word in enumerate(words):
            for index, char in enumerate(word):
                if rules := self.characters.get(char):
                    at = start + index
                    result = _listed(rules, text, at, ends)
                    result = result or patterns.get(at)
                    is_phrase = len(word) > 1 and is_in_phrase(word, index)
                    if not result and self._is_surname(rules, words, number, index, is_phrase):
                        result = rules.surname
                    if result:
                        yield Choice(at, result)
                    elif is_phrase:
                        yield Choice(at, None)
                    elif len(word) > 1 or not rules.usual:
                        yield Choice(at, rules.usual, _context(words, number, index))
                    else:
                        yield Choice(at, rules.usual)
            start += len(word)

    def _is_surname(
        self, rules: _Character, words: Sequence[str], number: int, index: int, is_phrase: bool
    ) -> bool:
        """Whether a person's name begins at an index of a word, wherever that name was cut."""
        word = words[number]
        if not rules.surname:
            return False
        if index == len(word) - 1:
            return self.names.begins(words, number)
        apart = (*words[:number], word[0], word[1:], *words[number + 1 :])
        return index == 0 and not is_phrase and self.names.begins(apart, number)

    def _matched_patterns(self, words: Sequence[str]) -> dict[int, str]:
        """Position → what the first pattern that matches there makes of the character."""
        joined = BETWEEN_WORDS.join(words)
        results: dict[int, str] = {}
        positions: list[int] = []
        for char, rules in self.characters.items():
            if not rules.patterns or char not in joined:
                continue
            positions = positions or _positions(words)
            for pattern, result in rules.patterns:
                for match in pattern.finditer(joined):
                    results.setdefault(positions[match.start(1)], result)
        return results


def contexts_of(lists: Sequence[ContextList], script: Script) -> Contexts:
    """What decides the characters of `script`."""
    own = [it for it in lists if it.script == script]
    return Contexts(
        {it.char: _character(it) for record in own for it in record.choices},
        PersonNames(next((it.person_names for it in own), NameSigns())),
    )


def _character(typed: CharacterContexts) -> _Character:
    words = [
        (word, index, result)
        for result, listed in typed.words.items()
        for word in listed
        for index, char in enumerate(word)
        if char == typed.char
    ]
    return _Character(
        typed.usual,
        typed.surname,
        tuple(sorted(words, key=lambda it: (-len(it[0]), -it[1]))),
        tuple((re.compile(it), result) for result, every in typed.where.items() for it in every),
    )


def _listed(rules: _Character, text: str, at: int, ends: WordEnds) -> str | None:
    """What a listed word makes of the character at `at`."""
    for word, index, result in rules.words:
        start = at - index
        if start >= 0 and text.startswith(word, start) and ends.allow(start, start + len(word)):
            return result
    return None


def _context(words: Sequence[str], number: int, index: int) -> str:
    """The word, unless it is one character or a whole text: then what is beside the character."""
    if 1 < len(words[number]) < 8:
        return words[number]
    at = sum(map(len, words[:number])) + index
    return "".join(words)[max(0, at - 2) : at + 3]


def _positions(words: Sequence[str]) -> list[int]:
    """Position in the joined words → position in the text."""
    positions: list[int] = []
    at = 0
    for word in words:
        positions += range(at, at + len(word))
        at += len(word)
        positions.append(at)
    return positions
