"""What a listing says beside what its plan prints: the frequency, and the order of the rows."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity, quote_value
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset, Listing
from generator.rules.references import forms_of

Spot = tuple[Listing, Place]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A dataset has the frequency that its newest plan prints."""
    meant = forms_of(catalogue, "frequencies")
    for held in catalogue.datasets.values():
        yield from _frequency(held, meant)


def order(catalogue: Catalogue) -> Iterator[Problem]:
    """Rows stand in a plan below the heading of their section, each below the one before it.

    `check` has no texts, so it cannot know whether a line is the right one; lines that contradict
    one another, or the sections, it can. A warning: the text of a document may have lost its order.
    """
    sections: dict[tuple[str, str], list[Spot]] = defaultdict(list)
    for held in catalogue.datasets.values():
        for number, listing in enumerate(held.record.listings):
            place = held.place("listings", number, "line")
            sections[listing.document, listing.section].append((listing, place))
    for (document, code), spots in sorted(sections.items()):
        # Two rows of one number are told by rules/listings.py: one of them is a copy.
        numbers = Counter(listing.row for listing, _ in spots)
        ordered = sorted((it for it in spots if numbers[it[0].row] == 1), key=lambda it: it[0].row)
        first, last = _bounds(catalogue, document, code)
        inside = []
        for listing, place in ordered:
            if first < listing.line and (last is None or listing.line < last):
                inside.append((listing, place))
            else:
                yield _outside(place, listing, first, last)
        yield from _out_of_order(inside)


def _frequency(held: Held[Dataset], meant: dict[str, set[str]]) -> Iterator[Problem]:
    number = len(held.record.listings) - 1
    printed = held.record.listings[number].frequency_printed
    codes = meant.get(printed) or meant.get(printed.partition(" (")[0], set())
    known = set().union(*meant.values())  # rules/references.py names a code that is none
    if codes and held.record.frequency in known - codes:
        yield Problem(
            held.place("frequency"),
            say(
                "{printed} is printed, which is not {code!r}",
                printed=quote_value(printed),
                code=held.record.frequency,
            ),
            say("write {meant}", meant=" / ".join(sorted(codes))),
        )


def _bounds(catalogue: Catalogue, document: str, code: str) -> tuple[int, int | None]:
    """The line of a section's heading, and that of the next one."""
    held = catalogue.documents.get(document)
    lines = {it.code: it.line for it in held.record.sections} if held else {}
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
    tip = say("look the line up again; `dev.py verify` checks it")
    return Problem(place, message, tip, severity=Severity.WARNING)


def _out_of_order(spots: list[Spot]) -> Iterator[Problem]:
    """Of each row that stands out of order, the one whose move mends most is told."""
    kept = _longest_rise([it[0].line for it in spots])
    astray = [at for at in range(len(spots)) if at not in kept]
    # Where hardly a line is right the lines are those of another text: one mistake, told once.
    told = astray if len(astray) <= max(1, len(spots) // 3) else astray[:1]
    for at, (listing, place) in enumerate(spots):
        if at in told:
            message = say(
                "row {row} of {section} is on line {line}, out of the order of the rows",
                row=listing.row,
                section=listing.section,
                line=listing.line,
            )
            tip = say("look the line up again; `dev.py verify` checks it")
            yield Problem(place, message, tip, severity=Severity.WARNING)


def _longest_rise(lines: list[int]) -> set[int]:
    """Positions of the longest rising sequence: what is left over is out of order."""
    best: list[list[int]] = []
    for at, line in enumerate(lines):
        rising = [it for it in best if lines[it[-1]] < line]
        best.append([*_longest(rising), at])
    return set(_longest(best))


def _longest(sequences: list[list[int]]) -> list[int]:
    return max(sequences, key=lambda it: len(it), default=[])
