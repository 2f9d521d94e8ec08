"""Rule: which part of a month or year the texts print for a number's day · texts → problems."""

from collections.abc import Iterator, Mapping, Sequence

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.figure import Figure
from generator.model.when import Part
from generator.resolve.printed.date_words import parts_of


def figure_days(catalogue: Catalogue, texts: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """A number's form seldom holds its day, which `check` therefore cannot see: 截至2023年年底 may
    stand well before it on the line."""
    for record_file in catalogue.figures.values():
        for number, figure in enumerate(record_file.record.figures):
            printed = _printed_parts(figure, texts)
            if printed and figure.as_of_part not in printed:
                parts = sorted(f"`as_of_part: {it}`" for it in printed if it)
                tip = say("remove `as_of_part`")
                if parts:
                    tip = say("write {fields}", fields=" / ".join(parts))
                message = say(
                    "line {line} of {document} prints another part of {date}",
                    line=figure.line,
                    document=figure.document,
                    date=figure.as_of,
                )
                yield Problem(record_file.place("figures", number, "as_of"), message, tip)


def _printed_parts(figure: Figure, texts: Mapping[str, Sequence[str]]) -> set[Part | None]:
    """What the line says wherever it prints the day; nothing where it does not print it."""
    lines = texts.get(figure.document, ())
    if figure.as_of is None or figure.differs is not None or figure.line > len(lines):
        return set()
    return parts_of(lines[figure.line - 1], figure.as_of)
