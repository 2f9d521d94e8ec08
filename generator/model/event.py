"""What the documents say happened, or will, to one agency or programme."""

from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from generator.messages.message import say
from generator.model.base import (
    Identifier,
    Line,
    LineNumber,
    Model,
    Record,
    Script,
    VocabularyCode,
    refuse,
)
from generator.model.figure import Subject
from generator.model.period import DateOrFiscalYear
from generator.model.text import TextLine
from generator.model.when import Bound, Part


def _check_month(value: int) -> int:
    if not 1 <= value <= 12:
        refuse(
            say("{value} is no month", value=value),
            say("write the number of the month, 1 to 12: 4 for every April"),
        )
    return value


Month = Annotated[int, AfterValidator(_check_month)]
"""1 to 12."""


class Event(Model):
    """One dated fact, as one document has it."""

    id: Identifier
    """Permanent, unique among all events."""
    kind: VocabularyCode
    """Code of data/vocabulary/event-kinds.yml."""
    date: DateOrFiscalYear | None = None
    """With the precision printed; left out where the document gives none."""
    part: Part | None = None
    """Of `date`, where only a part of it is printed: 年初 start, 年中 middle, 年底 end."""
    bound: Bound | None = None
    """最快 or 最早 earliest, which is no deadline; 最遲 latest."""
    every: Month | None = None
    """Of what recurs each year, the month: 每年4月 is 4."""
    planned: bool = False
    """Announced by the document, not reported as done."""
    what: TextLine
    """What happens, in our own words."""
    printed: Line | None = None
    """The date, or the words, as the document prints them."""
    quotation: Line | None = None
    """The clause it is taken from, as printed; it holds `printed`, in at most 60 characters."""
    date_printed: Line | None = None
    """The date as printed, where it stands on another line than the words: 二零二四至二五年度內."""
    date_line: LineNumber | None = None
    """The line of `date_printed`."""
    differs: TextLine | None = None
    """Why `date` is not the one that `printed` gives, or where the year comes from."""
    outcome: Identifier | None = None
    """Of a planned event: the event in a later document that tells what came of it."""
    document: Identifier
    line: LineNumber

    @model_validator(mode="after")
    def _every_word_has_its_date(self) -> Self:
        if (self.part or self.bound) and not (self.date or self.every):
            refuse(
                say("`part` and `bound` are said of a date, and there is none"),
                say("write `date`, or remove them"),
            )
        if self.part and len(self.date or "") == len("2024-06-30"):
            refuse(say("a day has no `part`"), say("remove `part`, or write the month alone"))
        if (self.date_printed is None) != (self.date_line is None):
            refuse(
                say("`date_printed` and `date_line` belong together"),
                say("give both, or neither if the date stands on `line`"),
            )
        if self.date_printed and not (self.date or self.every):
            refuse(
                say("`date_printed` is given, and no `date`"),
                say("write the date that it prints, or remove it with `date_line`"),
            )
        return self


class EventList(Record):
    """All events of one subject; the file's name is the subject's identifier."""

    script: Script
    subject: Subject
    events: Annotated[tuple[Event, ...], Field(strict=False, min_length=1)]
