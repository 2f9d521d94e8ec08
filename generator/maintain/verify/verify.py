"""Edge and rule: compare the catalogue with the documents' texts in a folder → problems."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from generator.maintain.extract.layout import HEADING_NUMBER
from generator.maintain.verify.figure_days import figure_days
from generator.maintain.verify.quote import Quote
from generator.maintain.verify.quotes import quotes
from generator.maintain.verify.text import document_lines
from generator.maintain.verify.unused_numbers import unused_numbers
from generator.maintain.verify.unused_sentences import unused_sentences
from generator.messages.message import Message, say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue
from generator.resolve.printed.quotation import compact_line
from generator.script.convert import Converter

_MOST_LINES = 3
"""Onto so many lines words may run on: a clause of 60 characters on those of a narrow column."""


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
    everything = only is not None
    problems += unused_numbers(catalogue, located, texts, everything=everything)
    problems += unused_sentences(catalogue, located, texts, everything=everything)
    problems += figure_days(catalogue, texts)
    # What is said of one place stays in the order of the document's lines.
    return sorted(problems, key=lambda it: it.place)


def _absent_quotes(located: Iterable[Quote], texts: dict[str, list[str]]) -> Iterator[Problem]:
    for quote in located:
        if not is_on_line(texts[quote.document], quote):
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
        if is_on_line(lines, replace(quote, line=line)):
            return say("it stands on line {line}: correct the line", line=line)
    return say("look it up in the text, and correct the line or the words")


def is_on_line(lines: Sequence[str], quote: Quote) -> bool:
    """Whether a quote stands on its line, or begins there."""
    if quote.apart:
        cells = _cells(lines[quote.line - 1] if quote.line <= len(lines) else "")
        return any(_cells(form) in cells for form in quote.forms)
    own_line, after = _line_and_next(lines, quote)
    if quote.spread:
        earlier = map(compact_line, reversed(lines[: quote.line - 1]))
        before = "".join(reversed(list(islice(filter(None, earlier), _MOST_LINES))))
        return any(
            form in before[-len(form) + 1 :] + own_line + after[: len(form) - 1]
            for form in map(compact_line, quote.forms)
            if len(form) > 1
        )
    if quote.first:
        bare = own_line.lstrip("#")
        return bare.startswith(quote.forms) or HEADING_NUMBER.sub("", bare, 1).startswith(
            quote.forms
        )
    # Where it runs on, it begins on its own line all the same.
    return any(form in own_line + after[: len(form) - 1] for form in map(compact_line, quote.forms))


def _cells(line: str) -> str:
    """The cells of a line, each between two tabs."""
    return "\t" + "\t".join(compact_line(cell) for cell in line.split("\t")) + "\t"


def _line_and_next(lines: Sequence[str], quote: Quote) -> tuple[str, str]:
    """The line and, for what is not whole on it, the lines with text onto which it may run."""
    own_line = compact_line(lines[quote.line - 1]) if quote.line <= len(lines) else ""
    if quote.whole and not quote.spread:
        return own_line, ""
    following = (compact_line(line) for line in lines[quote.line :])
    after = "".join(islice(filter(None, following), _MOST_LINES))
    # Two numbers that meet where a line ends are not one.
    return own_line, "" if own_line[-1:].isdigit() and after[:1].isdigit() else after
