"""What stands between terms: cut into words, converted by OpenCC word by word, its doubtful
characters decided by the reviewed contexts, and written as the Government writes."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from generator.model.base import Script
from generator.script.contexts import Contexts
from generator.script.opencc_tables import knows_phrase, open_cc
from generator.script.words import cut


@dataclass(frozen=True)
class Doubt:
    """A character that no reviewed context decides, and no phrase of OpenCC's."""

    char: str
    result: str
    """What it became."""
    context: str
    """The word it is in; beside its neighbours where it is a word of its own."""


@dataclass(frozen=True)
class Run:
    """A part of a text, converted."""

    result: str
    doubts: tuple[Doubt, ...] = ()


class RunningText:
    """Converts running text that is in one script."""

    def __init__(self, script: Script, contexts: Contexts, forms: Mapping[str, str]) -> None:
        """`forms` are characters that OpenCC gives, and what stands for them on Traditional pages.

        Raises WrongOpenCC when opencc-python-reimplemented is not the package in place.
        """
        self._is_simplified = script == "zh-Hans"
        self._opencc = open_cc("s2hk" if self._is_simplified else "hk2s")
        self._forms = str.maketrans(dict(forms) if self._is_simplified else {})
        self._contexts = contexts
        self._word = cache(self._convert_word)

    def convert(self, parts: Sequence[tuple[str, bool]]) -> list[Run]:
        """The parts of a text; one that is marked stays as it is, and is context of the others."""
        words = [[part] if is_fixed else self._words(part) for part, is_fixed in parts]
        every_word = list(itertools.chain.from_iterable(words))
        choices = {it.at: it for it in self._contexts.choices(every_word, self._is_in_phrase)}
        runs: list[Run] = []
        start = 0
        for (part, is_fixed), part_words in zip(parts, words, strict=True):
            end = start + len(part)
            if is_fixed:
                runs.append(Run(part))
            else:
                chars = list(self._by_opencc(part, part_words))
                doubts: list[Doubt] = []
                for at in range(start, end) if choices else ():
                    if choice := choices.get(at):
                        result = chars[at - start] = choice.result or chars[at - start]
                        if choice.doubtful_in:
                            doubts.append(Doubt(part[at - start], result, choice.doubtful_in))
                runs.append(Run("".join(chars), tuple(doubts)))
            start = end
        return runs

    def _words(self, text: str) -> list[str]:
        if self._is_simplified:
            return cut(text)
        if not self._contexts.apply_to(text):
            return [text]
        ends = itertools.accumulate(map(len, cut(self._contexts.usual_form(self._word(text)))))
        return [text[start:end] for start, end in itertools.pairwise((0, *ends))]

    def _by_opencc(self, text: str, words: Sequence[str]) -> str:
        """Phrases run over the ends of words in Simplified alone."""
        return "".join(map(self._word, words)) if self._is_simplified else self._word(text)

    def _is_in_phrase(self, word: str, index: int) -> bool:
        return self._is_simplified and knows_phrase(word, index)

    def _convert_word(self, word: str) -> str:
        converted: str = self._opencc.convert(word)
        return converted.translate(self._forms)
