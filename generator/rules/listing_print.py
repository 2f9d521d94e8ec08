"""Check the frequency of a dataset, and the lines of its rows, against what the plan prints."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset, Listing
from generator.rules.references import forms_of

_CONDITION = re.compile(r"\s*[(（].*[)）]$")
"""What a plan adds to a frequency: 每年（四月）."""
PlacedListing = tuple[Listing, Place]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A dataset has the frequency that its newest plan prints."""
    codes_by_form = forms_of(catalogue, "frequencies")
    for record_file in catalogue.datasets.values():
        yield from _frequency(record_file, codes_by_form)


def check_row_order(catalogue: Catalogue) -> Iterator[Problem]:
    """Check that rows stand below the heading of their section, in the order of their numbers.

    `check` has no texts, so it cannot know whether a line is the right one; lines that contradict
    one another, or the sections, it can. A warning: the text of a document may have lost its order.
    """
    sections: dict[tuple[str, str], list[PlacedListing]] = defaultdict(list)
    for record_file in catalogue.datasets.values():
        for number, listing in enumerate(record_file.record.listings):
            place = record_file.place("listings", number, "line")
            sections[listing.document, listing.section].append((listing, place))
    for (document, code), placed_listings in sorted(sections.items()):
        # Two rows of one number are told by rules/listings.py: one of them is a copy.
        numbers = Counter(listing.row for listing, _ in placed_listings)
        ordered = sorted(
            (it for it in placed_listings if numbers[it[0].row] == 1), key=lambda it: it[0].row
        )
        first, last = _bounds(catalogue, document, code)
        inside = []
        for listing, place in ordered:
            if first < listing.line and (last is None or listing.line < last):
                inside.append((listing, place))
            else:
                yield _outside(place, listing, first, last)
        yield from _out_of_order(inside)


def _frequency(
    record_file: RecordFile[Dataset], codes_by_form: dict[str, set[str]]
) -> Iterator[Problem]:
    number = len(record_file.record.listings) - 1
    printed = record_file.record.listings[number].frequency_printed
    bare = _CONDITION.sub("", printed)
    codes = codes_by_form.get(printed) or codes_by_form.get(bare, set())
    known = set().union(*codes_by_form.values())  # rules/references.py names a code that is none
    if codes and record_file.record.frequency in known - codes:
        yield Problem(
            record_file.place("frequency"),
            say(
                "{printed} is printed, which is not {code!r}",
                printed=quote_value(printed),
                code=record_file.record.frequency,
            ),
            say("write {meant}", meant=" / ".join(sorted(codes))),
        )


def _bounds(catalogue: Catalogue, document: str, code: str) -> tuple[int, int | None]:
    """The line of a section's heading, and that of the next one."""
    record_file = catalogue.documents.get(document)
    lines = {it.code: it.line for it in record_file.record.sections} if record_file else {}
    if code not in lines:
        return 0, None
    return lines[code], min((it for it in lines.values() if it > lines[code]), default=None)


def _outside(place: Place, listing: Listing, first: int, last: int | None) -> Problem:
    message = say(
        "line {line} is not in section {section}, which begins on line {first}",
        line=listing.line,
        section=listing.section,
        first=first,
    )
    if last is not None:
        message = say(
            "line {line} is not in section {section}, which runs from line {first} to {last}",
            line=listing.line,
            section=listing.section,
            first=first,
            last=last - 1,
        )
    tip = say("look the line up again; `python3 dev.py verify` checks it")
    return Problem(place, message, tip, severity=Severity.WARNING)


def _out_of_order(placed_listings: list[PlacedListing]) -> Iterator[Problem]:
    """Report the fewest rows that would have to move to put all rows in order."""
    in_order = _longest_rising([it[0].line for it in placed_listings])
    astray = [at for at in range(len(placed_listings)) if at not in in_order]
    # Where hardly a line is right the lines are those of another text: one mistake, reported once.
    reported = astray if len(astray) <= max(1, len(placed_listings) // 3) else astray[:1]
    for position, (listing, place) in enumerate(placed_listings):
        if position in reported:
            message = say(
                "row {row} of {section} is on line {line}, out of the order of the rows",
                row=listing.row,
                section=listing.section,
                line=listing.line,
            )
            tip = say("look the line up again; `python3 dev.py verify` checks it")
            yield Problem(place, message, tip, severity=Severity.WARNING)


def _longest_rising(lines: list[int]) -> set[int]:
    """Positions of the longest rising sequence: what is left over is out of order. Of several, the
    one whose places come first, from the last of them on."""
    smallest: list[int] = []
    """By length, the smallest line on which a rising sequence ends."""
    ends: list[list[int]] = []
    """By length, the positions where one ends; the lines there only fall."""
    before: list[int | None] = []
    for position, line in enumerate(lines):
        length = bisect_left(smallest, line)
        if length == len(ends):
            ends.append([])
            smallest.append(line)
        smallest[length] = line
        ends[length].append(position)
        shorter = ends[length - 1] if length else []
        first = bisect_right(shorter, -line, key=lambda it: -lines[it])
        before.append(shorter[first] if shorter else None)
    positions: set[int] = set()
    at = ends[-1][0] if ends else None
    while at is not None:
        positions.add(at)
        at = before[at]
    return positions
