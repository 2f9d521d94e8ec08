"""The search index of each variant, read by docs/assets/search/engine.js.

`search/words.json`: {"fold": [from, to], "same": [[word, …], …], "asking": [word, …]}. `fold` are
two strings of equal length: characters of either script → one form of both, so that a query typed
in either script matches. `same` are words that mean the same to a reader, `asking` words that only
ask; in one script.

`search/<script>.json`: {"root": address, "kinds": [label, …], "pieces": number, "docs": [entry,
…]}. An entry is [address, role and kind, title, names, headings, values, text, more]; fields that
are empty at its end are left out. Names, headings, values and more stand one a line. A role is one
of exports/search_entry.py; `10 * kind + role` stands for both. A large index has no entries there
but in `search/<script>.<n>.json`, a list each. Addresses are relative to `root`, the variant's own,
and that to the site's. Words are cut and counted in the browser, which needs the texts in any case.
"""

from collections.abc import Iterable, Iterator, Mapping

from generator.exports.compact_json import compact_json
from generator.exports.search_entries import entries
from generator.exports.search_entry import SearchEntry, SearchText
from generator.exports.search_fold import fold_pairs, fold_text
from generator.model.base import Script
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS, VARIANT_ROOT

PIECE_SIZE = 300_000
"""Bytes from which an index is cut into pieces, and the size of a piece."""

Doc = list[str | int]


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What both variants share, and the index of each."""
    del site_url  # the index holds relative addresses only
    all_entries = tuple(entries(records))
    used: set[str] = set()
    for script in SCRIPTS:
        writer = _Writer(records, converter, script)
        docs = [writer.doc(entry) for entry in all_entries]
        used.update(char for doc in docs for text in doc for char in str(text))
        head = {"root": VARIANT_ROOT[script], "kinds": list(writer.kinds)}
        yield from _index(script, head, docs)
    words = {"same": records.synonyms, "asking": records.asking_words}
    used.update(_json(words).decode())
    yield "search/words.json", _json({"fold": fold_pairs(used), **words})


def _index(
    script: Script, head: Mapping[str, object], docs: list[Doc]
) -> Iterator[tuple[str, bytes]]:
    whole = _json({**head, "pieces": 0, "docs": docs})
    if len(whole) <= PIECE_SIZE:
        yield f"search/{script}.json", whole
        return
    pieces = list(_pieces(docs))
    yield f"search/{script}.json", _json({**head, "pieces": len(pieces), "docs": []})
    for number, piece in enumerate(pieces):
        yield f"search/{script}.{number}.json", piece


def _pieces(docs: Iterable[Doc]) -> Iterator[bytes]:
    piece: list[bytes] = []
    size = 0
    for doc in docs:
        entry = _json(doc)
        if piece and size + len(entry) > PIECE_SIZE:
            yield b"[" + b",".join(piece) + b"]"
            piece, size = [], 0
        piece.append(entry)
        size += len(entry) + 1
    yield b"[" + b",".join(piece) + b"]"


def _json(value: object) -> bytes:
    return compact_json(value).encode()


class _Writer:
    """Writes entries in one script, to be found by their wording in the other one too."""

    def __init__(self, records: Records, converter: Converter, script: Script) -> None:
        [other] = set(SCRIPTS) - {script}
        self._speaker = Localiser(records.words, converter, script)
        self._other_speaker = Localiser(records.words, converter, other)
        self.kinds: dict[str, int] = {}
        """Labels of kinds, each with its number."""

    def doc(self, entry: SearchEntry) -> Doc:
        """The entry's fields; what an earlier one says is not said again."""
        kind = self.kinds.setdefault(self._say(entry.kind), len(self.kinds))
        title = self._say(entry.title)
        names = [self._other(entry.title)]
        for name in entry.names:
            names += [self._say(name), self._other(name)]
        text = " ".join(filter(None, map(self._say, entry.text)))
        more = [*map(self._say, entry.more)]
        others = (*entry.headings, *entry.values, *entry.text, *entry.more)
        more += map(self._other, others)
        headings, values = map(self._say, entry.headings), map(self._say, entry.values)
        known = {"", title}
        fields = [_lines(it, known) for it in (names, headings, values)]
        doc: Doc = [entry.address, 10 * kind + entry.role, title, *fields, text]
        doc.append(_lines(more, known))
        while doc[-1] == "":
            doc.pop()
        return doc

    def _say(self, text: SearchText) -> str:
        return _one_line(self._speaker.text(text or ""))

    def _other(self, text: SearchText) -> str:
        """The text in the other script where folding does not join the two: 資訊, 信息."""
        other = _one_line(self._other_speaker.text(text or ""))
        return "" if fold_text(other) == fold_text(self._say(text)) else other


def _lines(texts: Iterable[str], known: set[str]) -> str:
    """Each text that is not known yet, one a line."""
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(new)
    return "\n".join(new)


def _one_line(text: str) -> str:
    return " ".join(text.split())
