"""What stands above the first heading of a plan: its title, publisher and date, a foreword."""

import re
from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

from generator.maintain.extract.plan_lines import LineKind, PlanLine
from generator.messages.message import say

_LONGEST_NAME = 60
_NO_NAME = re.compile(
    r".*[。；：:;!?？！].*|.*[，,].*[，,].*|香港特別行政區(?:政府)?|香港特别行政区(?:政府)?"
    r"|(?:.*\bthe )?hong kong special administrative region.*|目錄|目录|contents?|序言?|前言|引言"
    r"|[(（].*[)）]|foreword|preface",
    re.IGNORECASE,
)
"""What is no name of a publisher."""


@dataclass(frozen=True)
class Opening:
    """Title, publisher and date, as far as they stand there."""

    title: str
    publisher: str
    publisher_line: int | None
    date: PlanLine | None
    outcomes: tuple[tuple[PlanLine, str], ...]
    """What each line is."""


def read_opening(
    lines: Sequence[PlanLine], known: Container[str], below: Collection[str]
) -> Opening:
    """The lines above the first heading. The publisher is the first line that names an agency that
    is `known`, else one that stands `below` the tables again, else the first that may be a name."""
    title = next((it for it in lines if it.kind is LineKind.TITLE), None)
    date = next((it for it in lines if it.kind is LineKind.DATE), None)
    names = [it for it in lines if it.kind is LineKind.PLAIN and _may_be_name(it.parts[0])]
    publisher = next(
        (it for it in names if it.parts[0] in known),
        next((it for it in names if it.parts[0] in below), names[0] if names else None),
    )
    words = {id(title): say("title"), id(date): say("date"), id(publisher): say("publisher")}
    return Opening(
        title=title.parts[0] if title else "",
        publisher=publisher.parts[0] if publisher else "",
        publisher_line=publisher.number if publisher else None,
        date=date,
        outcomes=tuple((it, words.get(id(it), say("foreword"))) for it in lines),
    )


def _may_be_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not _NO_NAME.fullmatch(text)
