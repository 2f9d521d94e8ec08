"""Numbers in the documents' texts that no record uses · catalogue, quotes, texts → problems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.maintain.verify.numbers import numbers, year_numerals
from generator.maintain.verify.quote import Quote
from generator.maintain.verify.unused import MOST_LINES, UnusedKind, unused_problems
from generator.messages.message import Message, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.document import Document
from generator.model.wording import typed_forms
from generator.resolve.printed.quotation import compact_line


def unused_numbers(
    catalogue: Catalogue,
    located: Iterable[Quote],
    texts: Mapping[str, Sequence[str]],
    *,
    everything: bool,
) -> Iterator[Problem]:
    """Numbers in the texts that no record uses, and exceptions that are not needed."""
    words_by_line: dict[tuple[str, int], str] = defaultdict(str)
    for quote in located:
        if quote.fact:
            words_by_line[quote.document, quote.line] += "\n" + "\n".join(quote.forms)
    for name, at, words in _words_of_records(catalogue):
        words_by_line[name, at] += "\n" + words
    for document, lines in texts.items():
        overlooked = (
            (number, printed)
            for number, line in enumerate(lines, 1)
            for printed in _overlooked_numbers(line, words_by_line[document, number])
        )
        most = len(lines) if everything else MOST_LINES
        yield from unused_problems(catalogue, document, _KIND, overlooked, most)


def _many(lines: int, first: str, more: int) -> Message:
    template = "{lines} lines print numbers that no record uses: {first} and {more} more"
    return say(template, lines=lines, first=first, more=more)


def _remedy(document: str) -> Message:
    return say("add the fact, or an exception to data/exceptions/{document}.yml", document=document)


_KIND = UnusedKind("unused", str.__eq__, _many, _remedy)


def _overlooked_numbers(line: str, used_words: str) -> Iterator[str]:
    used = [number for part in used_words.split("\n") for number in numbers(part)]
    years = [it for it in used if re.fullmatch("[0-9]{4}", it)]
    used += [numeral for year in years for numeral in year_numerals(year)]
    compact_words = compact_line(used_words)
    for printed in numbers(line):
        if printed not in used and (printed not in compact_words or printed[0].isdigit()):
            yield printed


def _words_of_records(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    """Words of records that count as said on a line although they are no quotes."""
    for figures in catalogue.figures.values():
        for figure in figures.record.figures:
            if figure.as_of:
                day = figure.as_of.replace("-0", "-").replace("-", "\n")
                yield figure.document, figure.line, day
    for statements in catalogue.statements.values():
        for statement in statements.record.statements:
            for spot in statement.locators:
                yield spot.document, spot.line, "\n".join(typed_forms(statement.text))
    for dataset in catalogue.datasets.values():
        for listing in dataset.record.listings:
            description = listing.description or dataset.record.description
            words = f"{listing.row}\n{listing.date_note}\n{description}"
            yield listing.document, listing.line, words
    for document in catalogue.documents.values():
        yield from _front_words(document.record)


def _front_words(document: Document) -> Iterator[tuple[str, int, str]]:
    """A document's title and date, and the headings and remarks of its tables."""
    for section in document.sections:
        for line in range(max(1, section.line - 3), section.line + 4):
            yield document.id, line, f"{section.heading}\n{section.note}\n{section.body}"
    if document.date_line:
        yield document.id, document.date_line, (document.date or "").replace("-", "\n")
    for line in range(1, 10):
        yield document.id, line, str(document.title)
