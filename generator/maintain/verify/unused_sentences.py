"""Sentences of the documents' texts of which no record uses any part · quotes, texts → problems.

What the structure of a text tells to be no sentence is left out: headings, and rows of tables. The
extraction ends a line where a page or a list's item ends; so a sentence ends there as well.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.maintain.verify.quote import Quote
from generator.maintain.verify.unused import MOST_LINES, UnusedKind, unused_problems
from generator.messages.message import Message, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.wording import typed_forms
from generator.resolve.printed.quotation import compact_line

_END = re.compile("[。；;！？]")
_ITEM = re.compile(r"\s*[-·•]\s")
_WORD = re.compile(r"[^\W\d_]")
LEAST = 3
"""With fewer letters it is a conjunction: 以及."""
LEAST_OF_A_PARAGRAPH = 16
"""A shorter line that is neither an item nor ended is a heading."""


def unused_sentences(
    catalogue: Catalogue,
    located: Iterable[Quote],
    texts: Mapping[str, Sequence[str]],
    *,
    everything: bool,
) -> Iterator[Problem]:
    """Sentences that no record is taken from, and exceptions that are not needed.

    What only tells of a mistake in a text is taken from nothing that it says.
    """
    by_document: dict[str, list[Quote]] = defaultdict(list)
    for quote in located:
        if not quote.mistake and not quote.first:
            by_document[quote.document].append(quote)
    for document, lines in texts.items():
        title = compact_line("\n".join(typed_forms(catalogue.documents[document].record.title)))
        overlooked = (
            (line, words)
            for line, words in overlooked_sentences(lines, by_document[document])
            if words not in title
        )
        most = len(lines) if everything else MOST_LINES
        yield from unused_problems(catalogue, document, _KIND, overlooked, most)


def overlooked_sentences(
    lines: Sequence[str], quotes: Iterable[Quote]
) -> Iterator[tuple[int, str]]:
    """Line, from 1, and words of each sentence that no quote shares a character with."""
    compact = [compact_line(line) for line in lines]
    starts = [0]
    for line in compact:
        starts.append(starts[-1] + len(line))
    used = bytearray(starts[-1])
    whole = "".join(compact)
    for quote in quotes:
        for start, stop in _places(whole, starts, quote):
            used[start:stop] = b"\1" * (stop - start)
    for number, line in enumerate(lines, 1):
        for start, stop in _sentences(line):
            at = starts[number - 1]
            if not any(used[at + start : at + stop]):
                yield number, compact[number - 1][start:stop].lstrip("-·")


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a line begin and end in it, without its spaces and marks."""
    text = compact_line(line)
    if "\t" in line.strip() or text.startswith("#"):
        return
    is_short = len(text) < LEAST_OF_A_PARAGRAPH
    if is_short and not _ITEM.match(line) and not _END.search(text[-1:]):
        return
    ends = [0, *(it.end() for it in _END.finditer(text)), len(text)]
    for start, stop in pairwise(ends):
        if len(_WORD.findall(text, start, stop)) >= LEAST:
            yield start, stop


def _places(whole: str, starts: Sequence[int], quote: Quote) -> Iterator[tuple[int, int]]:
    """Where the forms of a quote stand that share something with its line."""
    if quote.line >= len(starts):
        return
    own, after = starts[quote.line - 1], starts[quote.line]
    for form in map(compact_line, quote.forms):
        at = whole.find(form, max(0, own - len(form) + 1)) if form else -1
        while 0 <= at < after:
            yield at, at + len(form)
            at = whole.find(form, at + 1)


def _is_meant(excepted: str, sentence: str) -> bool:
    """An exception may give a part of the sentence."""
    return compact_line(excepted) in sentence


def _many(lines: int, first: str, more: int) -> Message:
    template = "{lines} lines have sentences that no record uses: {first} and {more} more"
    return say(template, lines=lines, first=first, more=more)


def _remedy(document: str) -> Message:
    return say(
        "add the statement, or an exception to `sentences` of data/exceptions/{document}.yml",
        document=document,
    )


_KIND = UnusedKind("sentences", _is_meant, _many, _remedy)
