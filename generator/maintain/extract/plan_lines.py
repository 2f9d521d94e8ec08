"""Classify each line of a plan by its form alone · text → lines with their kind.

`plan_table` decides whether a line may stand where it does, `plan_rows` whether cells are right.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from generator.maintain.extract.layout import (
    CONTINUED,
    DATE_LIKE,
    FOOTNOTE,
    NOT_APPLICABLE,
    NOTE,
    PAGE,
    TITLE,
    fold_words,
)
from generator.maintain.extract.plan_cells import clean_line, first_invisible, unknown_tags
from generator.maintain.extract.plan_columns import Header, read_header
from generator.maintain.extract.plan_dates import read_date_line
from generator.maintain.extract.plan_headings import (
    body_heading,
    kind_heading,
    lettered_part,
    weak_body_heading,
    worded_part,
)
from generator.maintain.extract.row_numbers import is_number
from generator.messages.message import say

MAX_LINE = 300
"""As long as a line of a record may be."""
BY_HAND = say("compare it with the document and enter by hand what it says")


class Fault(NamedTuple):
    """The reason why a line is not understood, and what to do about it."""

    why: str
    tip: str = BY_HAND


class LineKind(Enum):
    """What a line looks like."""

    TITLE = auto()
    PART = auto()
    BODY = auto()
    SUB = auto()
    WEAK_BODY = auto()
    NOTE = auto()
    FOOTNOTE = auto()
    NOT_APPLICABLE = auto()
    HEADER = auto()
    GROUP = auto()
    CELLS = auto()
    DATE = auto()
    PAGE = auto()
    PLAIN = auto()
    DAMAGED = auto()


@dataclass(frozen=True)
class PlanLine:
    """A line that is not blank."""

    number: int
    text: str
    kind: LineKind
    parts: tuple[str, ...]
    """TITLE, NOTE, GROUP, PLAIN: (text,); PART: (letter, heading, letter meant); BODY, WEAK_BODY:
    (number, organisation); SUB: ("i" or "ii", heading, the number that its words contradict);
    FOOTNOTE: (mark, text); HEADER, CELLS: as printed, without the white space around each;
    DATE: (EDTF,); NOT_APPLICABLE, PAGE: (); DAMAGED: (why, tip)."""
    header: Header | None = None
    """HEADER: what each column holds."""
    continued: bool = False
    """Whether it says that it began on the page before."""
    joined: "tuple[PlanLine, ...]" = ()
    """The lines below this one on which the rest of a broken row stands."""

    @property
    def all(self) -> "tuple[PlanLine, ...]":
        """This line, and those joined to it."""
        return self, *self.joined

    @property
    def may_be_heading(self) -> bool:
        """Whether it has no cells, so that in a table it may be a heading that holds from there."""
        return "\t" not in self.text.strip() and self.kind in _WITHOUT_CELLS


_GROUP = re.compile(r"<(b|strong)>(?P<html>.*)</\1>|\*\*(?P<marked>[^*]+)\*\*", re.IGNORECASE)
_NO_HEADING = frozenset({LineKind.PLAIN, LineKind.WEAK_BODY, LineKind.DATE, LineKind.TITLE})
_WITHOUT_CELLS = frozenset(
    {LineKind.TITLE, LineKind.DATE, LineKind.PLAIN, LineKind.WEAK_BODY, LineKind.DAMAGED}
)


def read_lines(text: str) -> tuple[PlanLine, ...]:
    """Every line of `text` that is not blank, in order; lines end with `\\n` or `\\r\\n`."""
    return tuple(
        _read_line(number, raw) for number, raw in enumerate(text.split("\n"), 1) if raw.strip()
    )


def cells_of(raw: str) -> tuple[str, ...]:
    """The cells of a line, without the white space around each."""
    return tuple(cell.strip() for cell in raw.split("\t"))


def says_nothing_applies(cells: tuple[str, ...]) -> bool:
    """Whether all that stands in the cells is that the table has no row."""
    first, *others = cells
    said = [cell for cell in ((first, *others) if not is_number(first) else others) if cell]
    return bool(said) and all(
        NOT_APPLICABLE.fullmatch(fold_words(cell).strip("()[]。.")) for cell in said
    )


_Classified = tuple[LineKind, tuple[str, ...]]


def _read_line(number: int, raw: str) -> PlanLine:
    text = raw.rstrip("\r")
    if char := first_invisible(raw):
        return PlanLine(number, text, *_invisible(char))
    cells = cells_of(raw)
    if len(cells) > 1 and (any(cells[1:]) or is_number(cells[0])):
        if header := read_header(cells):
            return PlanLine(number, text, LineKind.HEADER, cells, header=header)
        kind = LineKind.NOT_APPLICABLE if says_nothing_applies(cells) else LineKind.CELLS
        return PlanLine(number, text, kind, cells)
    # Group rows come with empty cells behind them, and headings might.
    printed = re.sub(r"^#+\s*", "", cells[0])
    continued = CONTINUED.search(printed)
    if continued:
        printed = CONTINUED.sub("", printed)
    kind, parts = _sole_text(printed)
    if kind is LineKind.PLAIN and len(cells) > 2:
        kind = LineKind.GROUP  # a row with nothing but its first cell
    return PlanLine(number, text, kind, parts, continued=continued is not None)


def _sole_text(printed: str) -> _Classified:
    group = _GROUP.fullmatch(printed)
    if group:
        printed = group["html"] or group["marked"] or ""
    if tags := unknown_tags(printed, frozenset()):
        return _damaged(say("holds a tag that is not known here: {tags}", tags=tags[0]))
    text = clean_line(printed)
    if not text:
        return _damaged(say("marked as a heading, but empty"))
    if len(text) > MAX_LINE:
        return _damaged(say("longer than {MAX_LINE} characters", MAX_LINE=MAX_LINE))
    heading = _heading(text)
    # What is set in bold may be any heading; it is one inside a table if it is no other.
    return (LineKind.GROUP, (text,)) if group and heading[0] in _NO_HEADING else heading


def _heading(text: str) -> _Classified:
    if kind := kind_heading(text):
        return LineKind.SUB, kind
    if body := body_heading(text):
        return LineKind.BODY, body
    if part := lettered_part(text):
        return LineKind.PART, (part.letter, part.words, part.meant)
    if PAGE.fullmatch(text):
        return LineKind.PAGE, ()
    if match := NOTE.fullmatch(text):
        return LineKind.NOTE, (match["note"],)
    if TITLE.fullmatch(text):
        return LineKind.TITLE, (text,)
    if part := worded_part(text):
        return LineKind.PART, (part.letter, part.words, part.meant)
    return _other_line(text)


def _other_line(text: str) -> _Classified:
    if date := read_date_line(text):
        return LineKind.DATE, (date,)
    if DATE_LIKE.fullmatch(text):
        return _damaged(say("a date that does not exist"))
    if says_nothing_applies((text,)):
        return LineKind.NOT_APPLICABLE, ()
    if match := FOOTNOTE.fullmatch(text):
        pairs = (("mark", "text"), ("bracketed", "bracketed_text"), ("sign", "sign_text"))
        return LineKind.FOOTNOTE, next((match[it], match[them]) for it, them in pairs if match[it])
    if body := weak_body_heading(text):
        return LineKind.WEAK_BODY, body
    return LineKind.PLAIN, (text,)


def _invisible(char: str) -> _Classified:
    why = say("holds the invisible character U+{char:04X}", char=ord(char))
    return LineKind.DAMAGED, (why, say("delete the character in the text, and run again"))


def _damaged(why: str) -> _Classified:
    return LineKind.DAMAGED, (why, BY_HAND)
