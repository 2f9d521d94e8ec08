"""Edge and rule: compare the catalogue with the documents' texts in a folder → problems."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from generator.maintain.verify.figure_days import figure_days
from generator.maintain.verify.numbers import numbers
from generator.maintain.verify.quote import Quote
from generator.maintain.verify.quotes import quotes
from generator.maintain.verify.text import document_lines
from generator.messages.message import Message, list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.document import Document
from generator.model.exceptions import Exceptions
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter

MOST_LINES = 10
"""As many lines with unused numbers are told one by one; of more, the first."""

_NUMBER = re.compile(
    r"(?:[A-D][.．]?)?[(（]?(?:[0-9]{1,2}|[IVXivx]+|[a-e]|[一二三①②])?[)）]?[.．、:：]?"
)
"""Of a heading: `1.`, `(ii)`, `II.`"""


def verify(
    catalogue: Catalogue, converter: Converter, sources: Path, only: str | None = None
) -> list[Problem]:
    """Every disagreement between records and texts, or only those of the document `only`.

    `sources` holds `<document id>.txt`.
    """
    problems: list[Problem] = []
    texts: dict[str, list[str]] = {}
    for record_file in catalogue.documents.values():
        if only not in (None, record_file.record.id):
            continue
        text, problem = document_lines(record_file, sources)
        problems += [problem] if problem else []
        if text is not None:
            texts[record_file.record.id] = text
    located = [it for it in quotes(catalogue, converter) if it.document in texts]
    problems += _absent_quotes(located, texts)
    problems += _unused_numbers(catalogue, located, texts, everything=only is not None)
    problems += figure_days(catalogue, texts)
    # What is said of one place stays in the order of the document's lines.
    return sorted(problems, key=lambda it: it.place)


def _absent_quotes(located: Iterable[Quote], texts: dict[str, list[str]]) -> Iterator[Problem]:
    for quote in located:
        if not _is_on_line(texts[quote.document], quote):
            yield Problem(
                quote.place,
                say(
                    "{forms} does not stand on line {line} of {document}",
                    forms=quote_value(quote.forms[0]),
                    line=quote.line,
                    document=quote.document,
                ),
                _remedy(texts[quote.document], quote),
            )


def _remedy(lines: list[str], quote: Quote) -> Message:
    """The advice for a wrong line: the nearest line on which the quote stands, if there is one."""
    by_distance = sorted(range(1, len(lines) + 1), key=lambda it: abs(it - quote.line))
    for line in by_distance:
        if _is_on_line(lines, replace(quote, line=line)):
            return say("it stands on line {line}: correct the line", line=line)
    return say("look it up in the text, and correct the line or the words")


def _is_on_line(lines: list[str], quote: Quote) -> bool:
    if quote.apart:
        cells = _cells(lines[quote.line - 1] if quote.line <= len(lines) else "")
        return any(_cells(form) in cells for form in quote.forms)
    own_line, after = _line_and_next(lines, quote)
    if quote.spread:
        earlier = map(compact_line, reversed(lines[: quote.line - 1]))
        before = next(filter(None, earlier), "")
        return any(
            form in before[-len(form) + 1 :] + own_line + after[: len(form) - 1]
            for form in map(compact_line, quote.forms)
            if len(form) > 1
        )
    if quote.first:
        bare = own_line.lstrip("#")
        return bare.startswith(quote.forms) or _NUMBER.sub("", bare).startswith(quote.forms)
    # Where it runs on, it begins on its own line all the same.
    return any(form in own_line + after[: len(form) - 1] for form in map(compact_line, quote.forms))


def _cells(line: str) -> str:
    """The cells of a line, each between two tabs."""
    return "\t" + "\t".join(compact_line(cell) for cell in line.split("\t")) + "\t"


def _line_and_next(lines: list[str], quote: Quote) -> tuple[str, str]:
    """The line and, for a name or a clause, the next line with text, onto which it may run."""
    own_line = compact_line(lines[quote.line - 1]) if quote.line <= len(lines) else ""
    if quote.whole and not quote.spread:
        return own_line, ""
    following = (compact_line(line) for line in lines[quote.line :])
    return own_line, next(filter(None, following), "")


def _unused_numbers(
    catalogue: Catalogue,
    located: Iterable[Quote],
    texts: dict[str, list[str]],
    *,
    everything: bool,
) -> Iterator[Problem]:
    """Numbers in the texts that no record uses, and exceptions that are not needed."""
    words_by_line: dict[tuple[str, int], str] = defaultdict(str)
    for quote in located:
        if quote.fact:
            words_by_line[quote.document, quote.line] += "\n" + "\n".join(quote.forms)
    for name, at, words in _dates_and_rows(catalogue):
        words_by_line[name, at] += "\n" + words
    for document, lines in texts.items():
        excepted = catalogue.exceptions.get(document)
        overlooked = (
            (number, printed)
            for number, line in enumerate(lines, 1)
            for printed in _overlooked_numbers(line, words_by_line[document, number])
        )
        unused, needed = _without_excepted(excepted, overlooked)
        most = len(lines) if everything else MOST_LINES
        for message, tip in _unused_wording(document, unused, most):
            yield Problem(catalogue.documents[document].place("lines"), message, tip)
        if excepted:
            yield from _needless_exceptions(excepted, needed)


def _without_excepted(
    excepted: RecordFile[Exceptions] | None, overlooked: Iterable[tuple[int, str]]
) -> tuple[dict[int, list[str]], set[int]]:
    """(line → its numbers that no exception is for, the exceptions that are for some)."""
    unused: dict[int, list[str]] = {}
    needed: set[int] = set()
    for line, printed in overlooked:
        exception = _exception_number(excepted, line, printed)
        if exception is not None:
            needed.add(exception)
        elif printed not in unused.setdefault(line, []):
            unused[line].append(printed)
    return unused, needed


def _unused_wording(
    document: str, unused: dict[int, list[str]], most: int
) -> Iterator[tuple[Message, Message]]:
    """(what is wrong, how to mend it) for each line, or for all when there are more than `most`."""
    tip = say("add the fact, or an exception to data/exceptions/{document}.yml", document=document)
    if len(unused) <= most:
        for number, printed in unused.items():
            yield (
                say(
                    "no record uses {printed} on line {number}",
                    printed=list_names(map(quote_value, printed)),
                    number=number,
                ),
                tip,
            )
        return
    first = [
        say("{number} ({printed})", number=number, printed=list_names(map(quote_value, printed)))
        for number, printed in list(unused.items())[:most]
    ]
    template = "{lines} lines print numbers that no record uses: {first} and {more} more"
    yield (
        say(template, lines=len(unused), first=list_names(first), more=len(unused) - most),
        say("{tip}; `--document {document}` lists every line", tip=tip, document=document),
    )


def _overlooked_numbers(line: str, used_words: str) -> Iterator[str]:
    used = [number for part in used_words.split("\n") for number in numbers(part)]
    compact_words = compact_line(used_words)
    for printed in numbers(line):
        if printed not in used and (printed not in compact_words or printed[0].isdigit()):
            yield printed


def _exception_number(
    record_file: RecordFile[Exceptions] | None, line: int, printed: str
) -> int | None:
    for number, exception in enumerate(record_file.record.unused if record_file else ()):
        if line in range(exception.lines[0], exception.lines[-1] + 1) and exception.printed in (
            None,
            printed,
        ):
            return number
    return None


def _needless_exceptions(
    record_file: RecordFile[Exceptions], needed: set[int]
) -> Iterator[Problem]:
    for number, exception in enumerate(record_file.record.unused):
        if number not in needed:
            tip = say("remove this exception")
            yield Problem(
                record_file.place("unused", number),
                say("{reason}: not needed", reason=exception.reason),
                tip,
            )


def _dates_and_rows(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    """Words of records that count as said on a line although they are no quotes."""
    for figures in catalogue.figures.values():
        for figure in figures.record.figures:
            if figure.as_of:
                day = figure.as_of.replace("-0", "-").replace("-", "\n")
                yield figure.document, figure.line, day
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
