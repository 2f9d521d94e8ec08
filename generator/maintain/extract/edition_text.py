"""Fold a document's text so that editions can be held against each other · lines → FoldedText.

What stays of a text are its letters and numbers, in Simplified characters and one width: spaces,
wraps, marks and punctuation may differ. A number is one token with its value: 15,000萬 is 1.5億.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import normalize

from generator.maintain.extract.edition_words import HUNDREDTHS
from generator.model.base import Script
from generator.resolve.printed.numerals import numeral
from generator.resolve.printed.quotation import compact_line
from generator.resolve.printed.words import CHINESE, fold_text
from generator.script.convert import Converter

_END = "。；;！？!?"
_OPENING, _CLOSING = "（(「『《“", "）)」』》”"
_MOST_MARKS = 3
"""So many brackets and quotation marks may stand around words."""
_SHORT = 16
"""A shorter line that nothing ends is a heading, which the next line does not go on with."""
_FULL = 0.85
"""Of the longest line, what a line has that is wrapped."""
_ENDED = tuple("。！？；;：:")
_ITEM = re.compile(r"\s*(?:[-·•*]\s|#)")
_MARKS = re.compile(r"\*+|<[^>]*>|^\s*#+\s*|^\s*[-·•]\s*(?:[-·•]\s)*")
_NUMBER = re.compile(f"[0-9{CHINESE}]")
_FIRST_NUMBER = 0xF0000


class Numbers:
    """Gives each number a character of its own, the same wherever its value stands."""

    def __init__(self) -> None:
        self._tokens: dict[object, str] = {}

    def token(self, value: object) -> str:
        """The character that stands for `value`."""
        return self._tokens.setdefault(value, chr(_FIRST_NUMBER + len(self._tokens)))


def is_number(token: str) -> bool:
    """Whether a token stands for a number."""
    return ord(token) >= _FIRST_NUMBER


@dataclass(frozen=True)
class Mark:
    """Where a token stands in the text: its line, from 1, and its first and last column there."""

    line: int
    start: int
    end: int


@dataclass(frozen=True)
class FoldedText:
    """The tokens of a text, one character each."""

    lines: Sequence[str]
    tokens: str
    marks: Sequence[Mark]
    """Where each token stands."""
    sentences: Sequence[int]
    """The first token of each sentence, and the number of all tokens."""
    paragraphs: frozenset[int]
    """The first token of each paragraph."""
    of_line: Mapping[int, range]
    """Line → its tokens; lines without any are not there."""

    def sentence(self, at: int) -> range:
        """The sentence in which a token stands."""
        return next(
            range(start, end) for start, end in pairwise(self.sentences) if start <= at < end
        )

    def paragraph(self, at: int) -> range:
        """The paragraph in which a token stands."""
        starts = sorted({0, *self.paragraphs, len(self.tokens)})
        return next(range(start, end) for start, end in pairwise(starts) if start <= at < end)

    def line(self, at: int) -> int:
        """The line of a token."""
        return self.marks[at].line

    def printed(self, part: range) -> str:
        """What the text prints for some tokens, without wraps and marks around them."""
        first, last = self.marks[part.start], self.marks[part.stop - 1]
        if first.line == last.line:
            said = self.lines[first.line - 1][first.start : last.end]
        else:
            between = self.lines[first.line : last.line - 1]
            begun, ended = self.lines[first.line - 1], self.lines[last.line - 1]
            said = " ".join((begun[first.start :], *between, ended[: last.end]))
        return plain(said)

    def form(self, typed: str, part: range) -> str:
        """What the text prints for some tokens, with as many brackets and quotation marks around it
        as `typed` has; `typed` itself, if it is the same."""
        opened = len(typed) - len(typed.lstrip(_OPENING))
        closed = len(typed) - len(typed.rstrip(_CLOSING))
        form = self._with_marks(part, opened, closed)
        return typed if compact_line(typed) == compact_line(form) else form

    def shown(self, part: range) -> str:
        """What the text prints for some tokens, with all brackets and quotation marks around it."""
        return self._with_marks(part, _MOST_MARKS, _MOST_MARKS)

    def _with_marks(self, part: range, opened: int, closed: int) -> str:
        first, last = self.marks[part.start], self.marks[part.stop - 1]
        before = self.lines[first.line - 1][: first.start]
        behind = self.lines[last.line - 1][last.end :]
        form = self.printed(part)
        for _ in range(opened):
            before = before.rstrip("*# ")
            if before.endswith(tuple(_OPENING)):
                form, before = before[-1] + form, before[:-1]
        for _ in range(closed):
            behind = behind.lstrip("* ")
            if behind.startswith(tuple(_CLOSING)):
                form, behind = form + behind[0], behind[1:]
        return form


def plain(text: str) -> str:
    """`text` as a record quotes it: without marks of type and gaps between characters."""
    bare = re.sub(r"\*+|<[^>]*>", "", text).strip()
    bare = re.sub(r"\s+", " ", bare)
    return re.sub(r"(?<![!-~]) | (?![!-~])|(?<=[(,:;]) | (?=[),:;])", "", bare)


class Folder:
    """Folds texts of one publication, so that what is the same in two of them is equal."""

    def __init__(self, converter: Converter, document: str) -> None:
        """Words that only the conversion of `document` replaced are restored in every text."""
        self._converter = converter
        self._document = document
        self._numbers = Numbers()
        self._simplified = cache(self._in_simplified)

    def text(self, lines: Sequence[str], script: Script) -> FoldedText:
        """The whole text of a document."""
        tokens: list[str] = []
        marks: list[Mark] = []
        sentences, paragraphs = {0}, set[int]()
        of_line: dict[int, range] = {}
        width = max(map(len, lines), default=0)
        before, apart = "", True
        for number, line in enumerate(lines, 1):
            if not line.strip():
                apart = True
                continue
            if _begins_anew(before, line, apart):
                sentences.add(len(tokens))
                # Without empty lines the last line of a paragraph is told by being short.
                if apart or _ITEM.match(line) or len(before) < _FULL * width:
                    paragraphs.add(len(tokens))
            before, apart, first = line, False, len(tokens)
            for token, start, end in self._tokens(line, script):
                if token in _END:
                    sentences.add(len(tokens))
                else:
                    tokens.append(token)
                    marks.append(Mark(number, start, end))
            if len(tokens) > first:
                of_line[number] = range(first, len(tokens))
        ends = sorted({*sentences, len(tokens)})
        return FoldedText(lines, "".join(tokens), marks, ends, frozenset(paragraphs), of_line)

    def words(self, text: str, script: Script) -> str:
        """The tokens of some words of a document."""
        return "".join(it for it, _, _ in self._tokens(text, script) if it not in _END)

    def _tokens(self, line: str, script: Script) -> Iterator[tuple[str, int, int]]:
        """Tokens and ends of sentences, each with its columns."""
        folded, places = self._folded(line, script)
        at = 0
        while at < len(folded):
            char = folded[at]
            hundredths = folded.startswith(HUNDREDTHS, at)
            start = at + len(HUNDREDTHS) if hundredths else at
            number = numeral(folded, start) if _NUMBER.match(folded, start) else None
            if number is not None:
                value = (number.values or (folded[start : number.end],), number.more)
                yield self._numbers.token(value), places[at], places[number.end - 1] + 1
                if hundredths:
                    yield "%", places[at], places[number.end - 1] + 1
                at = number.end
                continue
            if char.isalnum() or char in _END or char == "%" or _in_ratio(folded, at):
                yield char, places[at], places[at] + 1
            at += 1

    def _folded(self, line: str, script: Script) -> tuple[str, list[int]]:
        """The line in Simplified characters, and the column of each of these."""
        hidden = {at for mark in _MARKS.finditer(line) for at in range(*mark.span())}
        kept = [at for at in range(len(line)) if at not in hidden and not _is_gap(line, at)]
        chars: list[str] = []
        places: list[int] = []
        for at, char in self._restored("".join(line[it] for it in kept), script):
            for folded in normalize("NFKC", char):
                chars.append(self._simplified(folded))
                places.append(kept[at])
        return fold_text("".join(chars)).casefold(), places

    def _restored(self, text: str, script: Script) -> Iterator[tuple[int, str]]:
        """Each character in Traditional, with the place that it comes from."""
        if script == "zh-Hant":
            yield from enumerate(text)
            return
        at = 0
        for piece in self._converter.pieces(text, script, self._document):
            last = max(len(piece.source) - 1, 0)
            for number, char in enumerate(piece.result):
                yield at + min(number, last), char
            at += len(piece.source)

    def _in_simplified(self, char: str) -> str:
        simplified = self._converter.convert(char, "zh-Hant") if char.isalpha() else char
        return simplified if len(simplified) == 1 else char


def _begins_anew(before: str, line: str, apart: bool) -> bool:
    """Whether a line begins a paragraph, and does not go on with the one before; `apart` if an
    empty line is between them, as there also is where a page ends."""
    ended = before.rstrip().rstrip("*").endswith(_ENDED)
    heads = apart and len(compact_line(before)) < _SHORT
    return ended or heads or _ITEM.match(line) is not None


def _is_gap(line: str, at: int) -> bool:
    """A space that parts no letters and digits."""
    if not line[at].isspace():
        return False
    before, after = line[:at].rstrip()[-1:], line[at:].lstrip()[:1]
    both = (before, after)
    return not all(it.isascii() and it.isalnum() for it in both) or line[at - 1 : at].isspace()


def _in_ratio(text: str, at: int) -> bool:
    """A colon between two digits: 2:1."""
    return text[at] == ":" and text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit()
