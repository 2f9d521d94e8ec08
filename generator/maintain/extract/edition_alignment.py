"""Find in a new edition what an older one says · two FoldedTexts → where words stand again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise
from typing import Literal

from generator.maintain.extract.edition_text import FoldedText, is_number

State = Literal["same", "around", "moved", "changed", "gone"]
WINDOW = 60
"""So many tokens before and behind a sentence tell whether it stands in the same place."""
LEAST_CONTEXT = 0.35
"""Of the neighbourhood, what has to be the same."""
LEAST_SHARE = 0.5
"""Of a clause, what has to stand in a sentence for it to be said there."""
LEAST_LIKENESS = 0.45
"""Of two sentences, what has to be the same for one to be the other's new version."""
_BEGINNING = 6
"""So many tokens of a sentence tell its subject."""
_ANY_NUMBER = "[\U000f0000-\U000fffff]"


@dataclass(frozen=True)
class Found:
    """What became of some words of the older text."""

    state: State
    """same: with the words before them in their sentence, in the same place; around: the words are
    the same, their sentence is not; moved: they stand in another place; changed: other words stand
    in their sentence; gone: not even the sentence is there."""
    at: range | None = None
    """Where they stand, or where what took their place does."""


class Alignment:
    """Two editions, held against each other."""

    def __init__(self, old: FoldedText, new: FoldedText) -> None:
        self.old, self.new = old, new

    def find(self, words: range, since: int, *, loose: bool = False) -> Found:
        """What became of `words` of the older text. What stands before them from `since` on has to
        be the same, too; if `loose`, only begin alike, whatever its numbers."""
        start = min(since, words.start)
        before, said = (
            self.old.tokens[start : words.start],
            self.old.tokens[words.start : words.stop],
        )
        pattern = _pattern(before, loose) + re.escape(said)
        hits = [it for it in _matches(pattern, self.new.tokens) if self._begins_alike(start, it)]
        best = self._best(range(start, words.stop), hits)
        if best is not None and self._is_nearest(pattern, start, best):
            return Found("same", range(best.stop - len(said), best.stop))
        paired = self.pair(self.old.sentence(words.start))
        alone = list(_matches(re.escape(said), self.new.tokens))
        if paired is not None:
            inside = [it for it in alone if paired.start <= it.start and it.stop <= paired.stop]
            if len(inside) == 1:
                alike = loose and _likewise(before, self.new.tokens[paired.start : inside[0].start])
                return Found("same" if alike else "around", inside[0])
        if alone and len(said) >= 8:
            return Found("moved", alone[0])
        if paired is not None:
            return Found("changed", self.map(words, paired))
        if nearest := self._likest(said):
            return Found("changed", self.map(words, nearest))
        return Found("gone")

    def _likest(self, said: str) -> range | None:
        """The new sentence that has most of the words, where it has enough of them."""
        wanted = _bigrams(said)
        shares = (
            (len(wanted & there) / len(wanted), -sentence.start, sentence)
            for sentence, there in self._new_bigrams
        )
        share, _, sentence = max(shares, default=(0.0, 0, None), key=lambda it: it[:2])
        return sentence if share >= LEAST_SHARE and len(said) >= 8 else None

    def pair(self, sentence: range) -> range | None:
        """The sentence of the new text that is the older one's new version."""
        return self._pairs.get(sentence.start)

    def map(self, words: range, paired: range) -> range:
        """What stands in a new sentence in the place of `words` of the older one."""
        sentence = self.old.sentence(words.start)
        if self.pair(sentence) != paired:
            sentence = words
        stop = max(sentence.stop, words.stop)
        matcher = SequenceMatcher(
            None,
            self.old.tokens[sentence.start : stop],
            self.new.tokens[paired.start : paired.stop],
            autojunk=False,
        )
        first, last = words.start - sentence.start, words.stop - sentence.start
        starts, ends = [], []
        for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
            if old_end <= first or old_start >= last:
                continue
            equal = tag == "equal"
            starts.append(new_start + max(0, first - old_start) if equal else new_start)
            ends.append(new_end - max(0, old_end - last) if equal else new_end)
        return range(paired.start + min(starts), paired.start + max(ends))

    def _begins_alike(self, start: int, hit: range) -> bool:
        """Whether words that begin a sentence begin one in the new text, too."""
        return start not in self._old_sentences or hit.start in self._new_beginnings

    def _best(self, words: range, hits: list[range]) -> range | None:
        """The hit in the same place; none if there is no such place, or more than one."""
        scored = sorted(((self._context(words, it), it.start, it) for it in hits), reverse=True)
        if not scored:
            return None
        score, _, best = scored[0]
        if len(scored) > 1 and scored[1][0] >= score:
            return None
        if score >= LEAST_CONTEXT:
            return best
        begins = words.start in self.old.paragraphs and best.start in self.new.paragraphs
        return best if begins and len(words) >= 12 else None

    def _is_nearest(self, pattern: str, start: int, hit: range) -> bool:
        """Whether no other place of the older text has the same words and more of the context."""
        places = {it.start: self._context(it, hit) for it in _matches(pattern, self.old.tokens)}
        return max(places, key=lambda it: places[it], default=start) == start

    def _context(self, words: range, hit: range) -> float:
        """How much of what stands around the sentence of `words` stands around the hit's, from 0 to
        1: in the rest of its paragraph, from which a sentence takes its subject; of one that begins
        a paragraph, in the paragraphs around it."""
        old = range(self.old.sentence(words.start).start, self.old.sentence(words.stop - 1).stop)
        new = range(self.new.sentence(hit.start).start, self.new.sentence(hit.stop - 1).stop)
        old_paragraph, new_paragraph = self.old.paragraph(old.start), self.new.paragraph(new.start)
        if old.start == old_paragraph.start:
            old_paragraph, new_paragraph = range(len(self.old.tokens)), range(len(self.new.tokens))
        before = _share(
            self.old.tokens[max(old_paragraph.start, old.start - WINDOW) : old.start],
            self.new.tokens[max(new_paragraph.start, new.start - 2 * WINDOW) : new.start],
        )
        behind = _share(
            self.old.tokens[old.stop : min(old_paragraph.stop, old.stop + WINDOW)],
            self.new.tokens[new.stop : min(new_paragraph.stop, new.stop + 2 * WINDOW)],
        )
        return max(before, behind)

    @cached_property
    def _old_sentences(self) -> frozenset[int]:
        return frozenset(self.old.sentences)

    @cached_property
    def _new_beginnings(self) -> frozenset[int]:
        """Of sentences, and of lines: one below a heading may not be told apart from it."""
        return frozenset({*self.new.sentences, *(it.start for it in self.new.of_line.values())})

    @cached_property
    def _new_bigrams(self) -> list[tuple[range, frozenset[str]]]:
        return list(_sentences(self.new))

    @cached_property
    def _pairs(self) -> dict[int, range]:
        """First token of a sentence → the new one that is likest to it, each given once."""
        old, new = list(_sentences(self.old)), self._new_bigrams
        likenesses = sorted(
            (
                (likeness, -abs(first.start - other.start), first.start, number)
                for first, bigrams in old
                for number, (other, other_bigrams) in enumerate(new)
                if (likeness := _likeness(bigrams, other_bigrams)) >= LEAST_LIKENESS
            ),
            reverse=True,
        )
        pairs: dict[int, range] = {}
        taken: set[int] = set()
        for _, _, start, number in likenesses:
            if start not in pairs and number not in taken:
                pairs[start] = new[number][0]
                taken.add(number)
        return pairs

    def gone(self) -> Iterator[range]:
        """Sentences of the older text that have no new version."""
        yield from (it for it, _ in _sentences(self.old) if it.start not in self._pairs)

    def added(self) -> Iterator[range]:
        """Sentences of the new text that are no new version of any."""
        paired = {it.start for it in self._pairs.values()}
        yield from (it for it, _ in _sentences(self.new) if it.start not in paired)

    def changed(self) -> Iterator[tuple[range, range]]:
        """Sentences whose new version differs in more than marks and spaces."""
        for sentence, _ in _sentences(self.old):
            paired = self._pairs.get(sentence.start)
            if (
                paired is not None
                and self.said(sentence) != self.new.tokens[paired.start : paired.stop]
            ):
                yield sentence, paired

    def said(self, words: range) -> str:
        """Tokens of the older text."""
        return self.old.tokens[words.start : words.stop]


def _likewise(before: str, after: str) -> bool:
    """Whether what stands before the same words has the same beginning, and most of the rest."""
    return before[:_BEGINNING] == after[:_BEGINNING] and _share(before, after) >= 0.5


def _pattern(before: str, any_number: bool) -> str:
    return "".join(
        _ANY_NUMBER if any_number and is_number(token) else re.escape(token) for token in before
    )


def _matches(pattern: str, tokens: str) -> Iterator[range]:
    return (range(*it.span()) for it in re.finditer(pattern, tokens) if it.group())


def _sentences(text: FoldedText) -> Iterator[tuple[range, frozenset[str]]]:
    """Each sentence with its pairs of neighbouring tokens, in which all numbers are one."""
    for start, end in pairwise(text.sentences):
        yield range(start, end), _bigrams(text.tokens[start:end])


def _bigrams(tokens: str) -> frozenset[str]:
    plain = re.sub(_ANY_NUMBER, "#", tokens)
    return frozenset(plain[at : at + 2] for at in range(max(1, len(plain) - 1)))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _share(one: str, other: str) -> float:
    """How many pairs of `one` stand in `other`."""
    if len(one) < 2:
        return 0.0
    wanted, there = _bigrams(one), _bigrams(other)
    return len(wanted & there) / len(wanted)
