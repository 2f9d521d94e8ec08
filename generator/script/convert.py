"""Traditional ⇄ Simplified: the one path by which every text of the site is converted.

Text already in the wanted script is passed on untouched, and a hand-written text wins. Of the rest,
markup, addresses and `-{marked}-` runs stay, terms and names are written as the terminology says,
and OpenCC converts what lies between them; towards Traditional its forms are then replaced by the
Government's. `s2hk` and `hk2s` are the only configurations: the others replace Hong Kong words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from generator.model.base import Script
from generator.model.wording import Wording
from generator.script.characters import IDEOGRAPH
from generator.script.glossary import Glossary, Key
from generator.script.opencc_tables import open_cc

OTHER: dict[Script, Script] = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}

_PROTECTED = re.compile(
    r"-\{(?P<marked>.*?)\}-"
    r"|</?[A-Za-z][^<>]*>"
    r"|https?://[!-;=?-~]+"
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
)
_GAP = re.compile(rf"(?<={IDEOGRAPH.pattern})[ \u3000]+(?={IDEOGRAPH.pattern})")


@dataclass(frozen=True)
class Bilingual:
    """One text in both scripts. `source` is the script it was printed or written in."""

    hant: str
    hans: str
    source: Script

    def __getitem__(self, script: Script) -> str:
        return self.hant if script == "zh-Hant" else self.hans


@dataclass(frozen=True)
class Piece:
    """A part of a text with its converted form."""

    source: str
    result: str
    by: Literal["protected", "term", "opencc"]
    origin: str = ""
    """Of a term: what decides it."""


class Converter:
    """Converts each distinct text once."""

    def __init__(self, glossary: Glossary) -> None:
        """Raises WrongOpenCC when opencc-python-reimplemented is not the package in place."""
        self._opencc = {"zh-Hans": open_cc("s2hk"), "zh-Hant": open_cc("hk2s")}
        self._forms = str.maketrans(dict(glossary.forms))
        self._keys = glossary.keys
        self._wrapped = glossary.wrapped
        self._scoped = frozenset().union(*(key.documents for key in glossary.keys))
        self._indexes: dict[tuple[Script, str | None], dict[str, list[Key]]] = {}
        self._known: dict[tuple[str, Script, str | None], tuple[str, str]] = {}
        self._bilinguals: dict[Wording, Bilingual] = {}

    def to_both_scripts(self, wording: Wording) -> Bilingual:
        """`wording` in both scripts."""
        known = self._bilinguals.get(wording)
        if known is None:
            known = self._bilinguals[wording] = self._convert_wording(wording)
        return known

    def _convert_wording(self, wording: Wording) -> Bilingual:
        own_text, other_text = remove_marks(wording.text), wording.other
        if other_text is None:
            other_text = self.convert(wording.text, wording.script, wording.document)
        hant, hans = (
            (own_text, other_text) if wording.script == "zh-Hant" else (other_text, own_text)
        )
        return Bilingual(hant, hans, wording.script)

    def convert(self, text: str, script: Script, document: str | None = None) -> str:
        """`text`, which is in `script`, in the other script, as a text of `document`."""
        return self.convert_marking_choices(text, script, document)[0]

    def convert_marking_choices(
        self, text: str, script: Script, document: str | None
    ) -> tuple[str, str]:
        """`text` in the other script, and a copy of it with NUL wherever OpenCC did not choose."""
        wanted = text, script, self._scope(document)
        known = self._known.get(wanted)
        if known is None:
            pieces = list(self.pieces(text, script, document))
            converted = "".join(it.result for it in pieces)
            opencc_parts = "".join(
                piece.result if piece.by == "opencc" else "\0" * len(piece.result)
                for piece in pieces
            )
            known = self._known[wanted] = converted, opencc_parts
        return known

    def convert_line(
        self, text: str, source: Script, target: Script, document: str | None = None
    ) -> str:
        """A line of a document's extracted text, whose wrapped words are joined first."""
        if source == target:
            return remove_marks(text)
        return self.convert(
            remove_gaps(text) if document in self._wrapped else text, source, document
        )

    def convert_without(
        self, origin: str, source: str, text: str, script: Script, document: str | None
    ) -> str:
        """`text` converted as if the key `source` of `origin` did not exist."""
        index = self._index(script, document)[source[0]]
        ignored = next(key for key in index if (key.origin, key.source) == (origin, source))
        return "".join(it.result for it in self.pieces(text, script, document, ignored))

    def pieces(
        self, text: str, script: Script, document: str | None = None, ignored: Key | None = None
    ) -> Iterator[Piece]:
        """The parts of `text` and what decides each, without the key `ignored`."""
        index = self._index(script, document)
        end = 0
        for match in _PROTECTED.finditer(text):
            yield from self._pieces_between(text[end : match.start()], script, index, ignored)
            marked: str | None = match["marked"]
            yield Piece(match[0], match[0] if marked is None else marked, "protected")
            end = match.end()
        yield from self._pieces_between(text[end:], script, index, ignored)

    def _pieces_between(
        self, text: str, script: Script, index: dict[str, list[Key]], ignored: Key | None
    ) -> Iterator[Piece]:
        """Terms, the longest at each place, and what OpenCC makes of the text between them."""
        gap = at = 0
        while at < len(text):
            key = next(
                (
                    key
                    for key in index.get(text[at], ())
                    if text.startswith(key.source, at) and key is not ignored
                ),
                None,
            )
            if key is None:
                at += 1
                continue
            yield from self._opencc_piece(text[gap:at], script)
            yield Piece(key.source, key.result, "term", key.origin)
            gap = at = at + len(key.source)
        yield from self._opencc_piece(text[gap:], script)

    def _opencc_piece(self, text: str, script: Script) -> Iterator[Piece]:
        if not text:
            return
        converted: str = self._opencc[script].convert(text)
        if script == "zh-Hans":
            converted = converted.translate(self._forms)
        yield Piece(text, converted, "opencc")

    def _scope(self, document: str | None) -> str | None:
        return document if document in self._scoped else None

    def _index(self, script: Script, document: str | None) -> dict[str, list[Key]]:
        """First character → the keys it begins: longest first, those of the document before all."""
        scope = self._scope(document)
        index = self._indexes.get((script, scope))
        if index is None:
            index = self._indexes[script, scope] = {}
            usable = (
                key
                for key in self._keys
                if key.script == script and (not key.documents or scope in key.documents)
            )
            for key in sorted(usable, key=lambda it: (-len(it.source), not it.documents)):
                index.setdefault(key.source[0], []).append(key)
        return index


@lru_cache(maxsize=1)
def converter_with(words: Glossary) -> Converter:
    """The converter for this terminology. The last one is kept with its results, because rules,
    pages and the rebuilds of a preview convert nearly the same texts."""
    return Converter(words)


def remove_marks(text: str) -> str:
    """`text` as a reader sees it: `-{…}-` keeps a run from conversion and is not shown."""
    return re.sub(r"-\{(.*?)\}-", r"\1", text) if "-{" in text else text


def remove_gaps(text: str) -> str:
    """`text` without spaces between Chinese characters; those between numbers stay."""
    return _GAP.sub("", text)
