"""A dataset and the rows of plans that list it say the same: frequency, formats, place."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import get_args

from generator.message import say
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset, Format
from generator.model.wording import settle
from generator.problem import Problem, Severity, quoted

_FORMATS = {name.casefold(): name for name in get_args(Format)}
_FORMAT = re.compile(rf"(?<![a-z0-9])({'|'.join(_FORMATS)})(?![a-z0-9])", re.I)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """What is typed beside what is printed is read as if it were printed."""
    for held in catalogue.datasets.values():
        yield from _frequency(catalogue, held)
        yield from _formats(held)
    yield from _lines(catalogue)


def _frequency(catalogue: Catalogue, held: Held[Dataset]) -> Iterator[Problem]:
    """The code is that of the newest row, as far as the vocabulary knows what is printed there."""
    vocabulary = catalogue.vocabularies.get("frequencies")
    record, printed = held.record, held.record.listings[-1].frequency_printed
    terms = vocabulary.record.terms if vocabulary else ()
    meant = [term.code for term in terms if printed in term.printed]
    if (
        meant
        and record.frequency not in meant
        and record.frequency in catalogue.codes("frequencies")
    ):
        message = say(
            "frequency {code!r}, but the newest row prints {printed}",
            code=record.frequency,
            printed=quoted(printed),
        )
        tip = say("write {meant}, or correct `frequency_printed`", meant=meant[0])
        yield Problem(held.place("frequency"), message, tip)


def _formats(held: Held[Dataset]) -> Iterator[Problem]:
    record = held.record
    text = settle(record.description, record.script).text
    named = {_FORMATS[it.casefold()] for it in _FORMAT.findall(text)}
    # Where none is named, the plan may have said it in words of its own.
    if named and named != set(record.formats):
        message = say(
            "formats {formats}, but the description names {named}",
            formats=", ".join(record.formats) or say("none"),
            named=", ".join(sorted(named)),
        )
        tip = say("write the formats that the description names, or correct the description")
        yield Problem(held.place("formats"), message, tip)


def _lines(catalogue: Catalogue) -> Iterator[Problem]:
    """Warnings: the text of a document may have lost its order."""
    rows: dict[tuple[str, str], list[tuple[int, Held[Dataset], int]]] = defaultdict(list)
    for held in catalogue.datasets.values():
        for number, listing in enumerate(held.record.listings):
            rows[listing.document, listing.section].append((listing.row, held, number))
    for (document, section), those in rows.items():
        bounds = _bounds(catalogue, document, section)
        those.sort(key=lambda it: it[0])
        lines = [held.record.listings[number].line for _, held, number in those]
        kept = _in_order(lines)
        for at, (row, held, number) in enumerate(those):
            line, place = lines[at], held.place("listings", number, "line")
            tip = say("look the line of this row up again, and hold its section and row against it")
            if bounds and not bounds[0] < line <= bounds[1]:
                message = say(
                    "line {line} lies outside section {section}, lines {first} to {last}",
                    line=line,
                    section=section,
                    first=bounds[0],
                    last=bounds[1],
                )
                yield Problem(place, message, tip, severity=Severity.WARNING)
            elif at not in kept:
                message = say("line {line} of row {row} is out of order", line=line, row=row)
                yield Problem(place, message, tip, severity=Severity.WARNING)


def _in_order(lines: Sequence[int]) -> frozenset[int]:
    """The places of the longest run of lines that never goes back; the others are mistyped."""
    best: list[tuple[int, ...]] = []
    for at, line in enumerate(lines):
        longest: tuple[int, ...] = ()
        for run in best:
            if lines[run[-1]] <= line and len(run) > len(longest):
                longest = run
        best.append((*longest, at))
    kept: tuple[int, ...] = max(best, key=len, default=())
    return frozenset(kept)


def _bounds(catalogue: Catalogue, document: str, code: str) -> tuple[int, int] | None:
    """The line of a section's heading, and the last line of the section."""
    held = catalogue.documents.get(document)
    sections = held.record.sections if held else ()
    start = next((it.line for it in sections if it.code == code), None)
    if held is None or start is None:
        return None
    later = [it.line for it in sections if it.line > start]
    return start, min(later, default=held.record.lines + 1) - 1
