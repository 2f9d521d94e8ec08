"""Traditional ⇄ Simplified: the one path by which every text of the site is converted.

Text already in the wanted script is passed on untouched, and a hand-written text wins. Of the rest,
markup, addresses and `-{marked}-` runs stay, terms and names are written as the terminology says,
and OpenCC converts what lies between them; towards Traditional its forms are then replaced by the
Government's. `s2hk` and `hk2s` are the only configurations: the others replace Hong Kong words.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Literal, TypeAlias

from generator.model.base import Script
from generator.model.wording import Wording
from generator.script.characters import IDEOGRAPH
from generator.script.contexts import contexts_of
from generator.script.glossary import Glossary, Key
from generator.script.running_text import Doubt, RunningText
from generator.script.words import WordEnds, cut_compounds

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
    doubts: tuple[Doubt, ...] = ()
    """Of running text: what a person has to look at."""


Wanted: TypeAlias = tuple[str, Script, str | None, str | None]
"""A text, its script, the document whose own keys count, and the key that does not."""


class Converter:
    """Converts each distinct text once."""

    def __init__(self, glossary: Glossary) -> None:
        """Raises WrongOpenCC when opencc-python-reimplemented is not the package in place."""
        self.glossary = glossary
        """What decides its conversions."""
        self._running: dict[Script, RunningText] = {
            script: RunningText(script, contexts_of(glossary.contexts, script), glossary.forms)
            for script in OTHER
        }
        self._scoped = frozenset().union(*(key.documents for key in glossary.keys))
        self._indexes: dict[tuple[Script, str | None], dict[str, list[Key]]] = {}
        self.conversions: dict[Wanted, tuple[str, tuple[Doubt, ...]]] = {}
        """Every text that was asked for, by what decides its conversion."""
        self.earlier: Mapping[Wanted, tuple[str, tuple[Doubt, ...]]] = {}
        """What the same terminology made of texts in another run."""
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
        return self._converted(text, script, document)[0]

    def doubts(self, text: str, script: Script, document: str | None = None) -> tuple[Doubt, ...]:
        """The characters of `text` whose conversion a person has to look at."""
        return self._converted(text, script, document)[1]

    def _converted(
        self, text: str, script: Script, document: str | None
    ) -> tuple[str, tuple[Doubt, ...]]:
        wanted = text, script, self._scope(document), None
        return self._conversion(wanted, partial(self.pieces, text, script, document))

    def _conversion(
        self, wanted: Wanted, pieces: Callable[[], Iterator[Piece]]
    ) -> tuple[str, tuple[Doubt, ...]]:
        """What is known of a text, or is made of its `pieces`."""
        known = self.conversions.get(wanted) or self.earlier.get(wanted)
        if known is None:
            parts = list(pieces())
            doubts = tuple(doubt for it in parts for doubt in it.doubts)
            known = "".join(it.result for it in parts), doubts
        self.conversions[wanted] = known
        return known

    def convert_line(
        self, text: str, source: Script, target: Script, document: str | None = None
    ) -> str:
        """A line of a document's extracted text, whose wrapped words are joined first."""
        if source == target:
            return remove_marks(text)
        return self.convert(self.joined(text, document), source, document)

    def joined(self, text: str, document: str | None) -> str:
        """A line of a document's extracted text with its wrapped words joined."""
        return remove_gaps(text) if document in self.glossary.wrapped else text

    def convert_without(
        self, origin: str, source: str, text: str, script: Script, document: str | None
    ) -> str:
        """`text` converted as if the key `source` of `origin` did not exist."""
        index = self._index(script, document)[source[0]]
        ignored = next(key for key in index if (key.origin, key.source) == (origin, source))
        wanted = text, script, self._scope(document), f"{origin}\n{source}"
        pieces = partial(self.pieces, text, script, document, ignored)
        return self._conversion(wanted, pieces)[0]

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
        """Terms, and what is made of the text between them."""
        parts = list(_terms_and_text_between(text, index, ignored))
        runs = self._running[script].convert([(part, key is not None) for part, key in parts])
        for (part, key), run in zip(parts, runs, strict=True):
            if key:
                yield Piece(part, key.result, "term", key.origin)
            else:
                yield Piece(part, run.result, "opencc", doubts=run.doubts)

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
                for key in self.glossary.keys
                if key.script == script and (not key.documents or scope in key.documents)
            )
            for key in sorted(usable, key=lambda it: (-len(it.source), not it.documents)):
                index.setdefault(key.source[0], []).append(key)
        return index


def _terms_and_text_between(
    text: str, index: dict[str, list[Key]], ignored: Key | None
) -> Iterator[tuple[str, Key | None]]:
    """The parts of `text`, each with its key if it is a term, the longest at its place."""
    ends = cache(lambda: WordEnds(cut_compounds(text)))
    gap = at = 0
    while at < len(text):
        key = next(
            (
                key
                for key in index.get(text[at], ())
                if text.startswith(key.source, at)
                and key is not ignored
                and (not key.is_word or ends().allow(at, at + len(key.source)))
            ),
            None,
        )
        if key is None:
            at += 1
            continue
        if gap < at:
            yield text[gap:at], None
        yield key.source, key
        gap = at = at + len(key.source)
    if gap < at:
        yield text[gap:], None


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
