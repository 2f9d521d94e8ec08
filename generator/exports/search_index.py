"""The search index of each variant, read by docs/assets/search/engine.js.

`search/words.json`: {"fold": [from, to], "same": [[word, …], …], "asking": [word, …],
"unmentioned": [word, …]}. `fold` are two strings of equal length: characters of either script →
one form of both, so that a query typed in either script matches. `same` are words that mean the
same to a reader, `asking` words that only ask, `unmentioned` names that no document mentions; in
one script.

`search/calls.json`: {"pages": {address: words}, "records": [words, …]}, in Traditional, one a line:
what people call a page, and what they look for that a record's page answers, for each entry that is
a whole page, in their order.

`search/<script>.txt` begins with a line in UTF-8, the characters of a code (search_code.py), in
which the rest is written, parts with a vertical tab between them: a head in JSON, {"root": address,
"figure": pattern, "row": pattern, "part": pattern, "kinds": [label, …], "pieces": number}, then the
entries. An entry is address, role and kind, title, names, headings, values, text, more, with a tab
between them; fields that are empty at its end are left out. Names, headings, values and more stand
one a line. A role is one of exports/search_entry.py; `10 * kind + role` stands for both. A large
index has its entries in `search/<script>.<n>.txt` instead, in the same code. Addresses are relative
to `root`, the variant's own, and that to the site's. Words are cut and counted in the browser,
which needs the texts in any case.

Nothing is said twice. `#…` is on the page of the last entry before it that is a whole page; `~` in
an address is the identifier of the last entry of role BODY. To that one belong the numbers, events
and statements that follow it: a number's title says how much, its first other name what; `figure`
and `row` are patterns of {subject}, {measure} and {value}, of its whole title and of a line among
the values of its owner. The title of statements says of which kind they are; `part` is the pattern
of {title} and {part} for the whole. docs/assets/search/reader.js puts all that together.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from generator.exports.compact_json import compact_json
from generator.exports.search_code import CharacterCode
from generator.exports.search_entries import entries
from generator.exports.search_entry import Role, SearchEntry, SearchText
from generator.exports.search_fold import fold_pairs, fold_text
from generator.exports.search_pages import page_code
from generator.model.base import Script
from generator.resolve.resolve import Records
from generator.script.convert import Converter
from generator.script.localiser import Localiser
from generator.script.variants import SCRIPTS, VARIANT_ROOT

PIECE_SIZE = 300_000
"""Bytes from which an index is cut into pieces, and the size of a piece."""

END = b"\v"
"""What stands between entries."""

HAN = re.compile(r"[\u3400-\u9fff]+")

Doc = list[str | int]


def export(records: Records, converter: Converter, site_url: str) -> Iterator[tuple[str, bytes]]:
    """What both variants share, and the index of each."""
    del site_url  # the index holds relative addresses only
    all_entries = tuple(entries(records))
    used: set[str] = set()
    known: list[str] = []
    for script in SCRIPTS:
        writer = _Writer(records, converter, script)
        docs = [writer.doc(entry) for entry in all_entries]
        texts = "\n".join(str(text) for doc in docs for text in doc)
        used.update(texts)
        known.append(_plain(texts))
        head = {"root": VARIANT_ROOT[script], **writer.patterns, "kinds": list(writer.kinds)}
        yield from _index(script, head, docs)
    same = [told for group in records.synonyms if (told := _needed(group, known))]
    words = {
        "same": same,
        "asking": records.asking_words,
        "unmentioned": records.unmentioned_names,
    }
    used.update(_json(words).decode())
    addresses = [it.address for it in all_entries if "#" not in it.address]
    calls = {
        "pages": {
            address: "\n".join(called)
            for address in addresses
            if (called := records.page_words.get(page_code(address)))
        },
        "records": ["\n".join(records.record_words.get(_record_id(it), ())) for it in addresses],
    }
    used.update(_json(calls).decode())
    yield "search/words.json", _json({"fold": fold_pairs(used), **words})
    yield "search/calls.json", _json(calls)


def _record_id(address: str) -> str:
    return address.strip("/").partition("/")[2]


def _needed(group: Iterable[str], known: Iterable[str]) -> list[str]:
    """The words of a group, if one of them can be found; the search knows plurals."""
    plain = [_plain(word) for word in group]
    if not any(word in texts for word in plain for texts in known):
        return []
    return [
        word
        for place, (word, form) in enumerate(zip(group, plain, strict=True))
        if form not in plain[:place] and not any(it in plain for it in _singulars(form))
    ]


def _singulars(word: str) -> Iterator[str]:
    """What match.js may make of a plural."""
    if word.endswith("s"):
        yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies"):
        yield word[:-3] + "y"


def _plain(text: str) -> str:
    return fold_text(text).lower()


def _index(
    script: Script, head: Mapping[str, object], docs: list[Doc]
) -> Iterator[tuple[str, bytes]]:
    texts = ["\t".join(map(str, doc)) for doc in docs]
    code = CharacterCode(_json(head).decode() + "".join(texts))
    pieces = list(_pieces(map(code.encode, texts)))
    start = f"{code.characters}\n".encode()
    first = code.encode(_json({**head, "pieces": 0 if len(pieces) < 2 else len(pieces)}).decode())
    if len(pieces) < 2:
        yield f"search/{script}.txt", start + END.join((first, *pieces))
        return
    yield f"search/{script}.txt", start + first
    for number, piece in enumerate(pieces):
        yield f"search/{script}.{number}.txt", piece


def _pieces(docs: Iterable[bytes]) -> Iterator[bytes]:
    piece: list[bytes] = []
    size = 0
    for doc in docs:
        if piece and size + len(doc) > PIECE_SIZE:
            yield END.join(piece)
            piece, size = [], 0
        piece.append(doc)
        size += len(doc) + 1
    if piece:
        yield END.join(piece)


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
        words = {
            "figure": records.words["search-figure"],
            "row": records.words["search-figure-row"],
            "part": records.words["search-part"],
        }
        self.patterns = {name: self._say(words[name]) for name in words}
        self._page = self._owner = ""

    def doc(self, entry: SearchEntry) -> Doc:
        """The entry's fields; what an earlier one says is not said again.

        What stands in another field already is not said among the other texts.
        """
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
        names = _distinct(names, "" if entry.role == Role.FIGURE else title)
        fields = [_lines(it, known) for it in (names, headings, values)]
        doc: Doc = [self._address(entry), 10 * kind + entry.role, title, *fields, text]
        told = _plain("\n".join(map(str, doc[2:])))
        doc.append(_lines((it for it in more if not _is_told(it, told)), known))
        while doc[-1] == "":
            doc.pop()
        return doc

    def _address(self, entry: SearchEntry) -> str:
        """What the entries before do not say of it."""
        page, mark, anchor = entry.address.partition("#")
        if not mark:
            self._page = page
        if entry.role == Role.BODY:
            self._owner = entry.about
        if mark and page == self._page:
            return mark + anchor
        own = f"#event-{self._owner}-"
        return entry.address.replace(own, "#event-~-", 1)

    def _say(self, text: SearchText) -> str:
        return _one_line(self._speaker.text(text or ""))

    def _other(self, text: SearchText) -> str:
        """The text in the other script where folding does not join the two: 資訊, 信息."""
        other = _one_line(self._other_speaker.text(text or ""))
        return "" if fold_text(other) == fold_text(self._say(text)) else other


def _distinct(names: Iterable[str], title: str) -> list[str]:
    """Names that differ in more than their punctuation from those before."""
    forms = {_squeezed(title): title}
    for name in names:
        forms.setdefault(_squeezed(name), name)
    return list(forms.values())


def _squeezed(text: str) -> str:
    """As match.js compares whole names; a form of width is its own there and here."""
    return re.sub(r"[^\w+]+", "", _plain(text))


def _is_told(text: str, told: str) -> bool:
    """Whether a text in Han characters alone is part of another."""
    return HAN.fullmatch(text) is not None and _plain(text) in told


def _lines(texts: Iterable[str], known: set[str]) -> str:
    """Each text that is not known yet, one a line."""
    new = [text for text in dict.fromkeys(texts) if text not in known]
    known.update(new)
    return "\n".join(new)


def _one_line(text: str) -> str:
    return " ".join(text.split())
