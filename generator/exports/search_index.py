"""The search index of each variant, read by docs/assets/search/engine.js.

`search/words.json`: {"fold": [from, to], "same": [[word, …], …]}. `fold` are two strings of equal
length: characters of either script → one form of both, so that a query typed in either script
matches. `same` are words that mean the same to a reader, in one script.

`search/<script>.json`: {"pieces": number, "docs": [entry, …]}, an entry being [address, kind,
title, names, text, more]; names and more stand one a line. A large index has no entries there but
in `search/<script>.<n>.json`, a list each. Addresses are relative to the site's root; result pages
are the variant's own.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache

from generator.exports.compact_json import compact_json
from generator.exports.search_entries import entries
from generator.exports.search_entry import SearchEntry, SearchText
from generator.model.base import Script
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.opencc_tables import dictionary_lines
from generator.script.variants import SCRIPTS, VARIANT_ROOT

PIECE_SIZE = 300_000
"""Bytes from which an index is cut into pieces, and the size of a piece."""


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What both variants share, and the index of each."""
    del site_url  # the index holds relative addresses only
    all_entries = tuple(entries(records))
    used: set[str] = set()
    for script in SCRIPTS:
        docs = [_search_doc(entry, converter, script) for entry in all_entries]
        used.update(char for doc in docs for text in doc for char in text)
        yield from _index(script, docs)
    synonyms = records.synonyms
    used.update(char for group in synonyms for word in group for char in word)
    yield "search/words.json", _json({"fold": _fold_pairs(used), "same": synonyms})


def _index(script: Script, docs: list[list[str]]) -> Iterator[tuple[str, bytes]]:
    whole = _json({"pieces": 0, "docs": docs})
    if len(whole) <= PIECE_SIZE:
        yield f"search/{script}.json", whole
        return
    pieces = list(_pieces(docs))
    yield f"search/{script}.json", _json({"pieces": len(pieces), "docs": []})
    for number, piece in enumerate(pieces):
        yield f"search/{script}.{number}.json", piece


def _pieces(docs: Iterable[list[str]]) -> Iterator[bytes]:
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


def _search_doc(entry: SearchEntry, converter: Converter, script: Script) -> list[str]:
    """`entry` in one script, found by its wording in the other one too."""

    def say(text: SearchText) -> str:
        if text is None or isinstance(text, str):
            return _one_line(text or "")
        return _one_line(converter.to_both_scripts(text)[script])

    def other(text: SearchText) -> str:
        """The text in the other script where folding does not join the two: 資訊, 信息."""
        if text is None or isinstance(text, str):
            return ""
        both = converter.to_both_scripts(text)
        if _fold_text(both.hant) == _fold_text(both.hans):
            return ""
        return _one_line(both.hans if script == "zh-Hant" else both.hant)

    names = (other(entry.title), *_in_either_script(entry.names, say, other))
    more = (*map(say, entry.more), *map(other, (*entry.text, *entry.more)))
    return [
        VARIANT_ROOT[script] + entry.address,
        say(entry.kind),
        f"{say(entry.title)} {entry.year}".rstrip(),
        "\n".join(it for it in dict.fromkeys(names) if it and it != say(entry.title)),
        " ".join(filter(None, map(say, entry.text))),
        "\n".join(it for it in dict.fromkeys(more) if it),
    ]


def _in_either_script(
    names: Iterable[SearchText],
    say: Callable[[SearchText], str],
    other: Callable[[SearchText], str],
) -> Iterator[str]:
    for name in names:
        yield say(name)
        yield other(name)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fold_text(text: str) -> str:
    return text.translate(_fold_table())


@cache
def _fold_table() -> dict[int, str]:
    return str.maketrans(_variants())


def _fold_pairs(used: Iterable[str]) -> tuple[str, str]:
    """Pairs that bring every used character, and every variant of one, to a single form."""
    variants = _variants()
    wanted = {variants.get(char, char) for char in used}
    pairs = [(char, form) for char, form in sorted(variants.items()) if form in wanted]
    return "".join(char for char, _ in pairs), "".join(form for _, form in pairs)


@cache
def _variants() -> dict[str, str]:
    """Character → the first of the characters that OpenCC's tables connect it with.

    A character with several counterparts (乾 干 幹, 徵 征) joins them: what is searched is found
    in whichever of them a writer chose.
    """
    leader: dict[str, str] = {}

    def find(char: str) -> str:
        while leader.get(char, char) != char:
            char = leader[char]
        return char

    for name in ("TSCharacters", "HKVariants", "TWVariants"):
        for key, values in dictionary_lines(name):
            # A worker counts UTF-16 units: outside the basic plane a fold would shift highlights.
            group = [char for char in (key, *values) if len(char) == 1 and char <= "\uffff"]
            first = min((find(char) for char in group), default="")
            leader.update((find(char), first) for char in group)
            leader.update((char, first) for char in group)
    return {char: find(char) for char in leader if find(char) != char}
