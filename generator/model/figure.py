"""Numbers that the documents print about one agency or programme."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

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
from generator.model.period import DateOrFiscalYear
from generator.model.text import TextLine, TextPassage
from generator.model.when import Part

Qualifier = Literal["exact", "about", "over", "at-least", "at-most", "range", "nearly"]
Subject = Literal["agency", "programme"]


class Figure(Model):
    """One printed number."""

    id: Identifier
    """Permanent, unique among all figures."""
    measure: VocabularyCode
    """Code of data/vocabulary/measures.yml: what is counted."""
    value: int
    """In base units: 53100000000, not 531億."""
    value_max: int | None = None
    """Upper end of a range."""
    unit: VocabularyCode
    """Code of data/vocabulary/units.yml."""
    amount: VocabularyCode | None = None
    """Of money of a programme: whose or which it is, code of data/vocabulary/amount-kinds.yml."""
    qualifier: Qualifier
    """約 about, 超過 or 逾 over, 不少於 at-least, 最多 at-most, 接近 nearly; never dropped."""
    as_of: DateOrFiscalYear | None = None
    """Day, month, year or fiscal year for which the document gives it."""
    as_of_part: Part | None = None
    """Of `as_of`, where only a part of it is printed: 年初 start, 年中 middle, 年底 end."""
    printed: Line
    """The number with its qualifier and unit, as the document prints it."""
    quotation: Line | None = None
    """The clause it is taken from, as printed; it holds `printed`, in at most 60 characters."""
    basis: TextLine | None = None
    """What exactly is counted, where the measure does not say it."""
    differs: TextLine | None = None
    """Why the number is not the one that `printed` reads as; shown behind `basis`."""
    document: Identifier
    line: LineNumber

    @model_validator(mode="after")
    def _a_range_has_two_ends(self) -> Self:
        if (self.qualifier == "range") != (self.value_max is not None):
            refuse(
                say("a range needs `value_max`, and only a range has one"),
                say("give both ends or none"),
            )
        if self.value_max is not None and self.value_max <= self.value:
            refuse(say("`value_max` is not above `value`"), say("give the lower end as `value`"))
        return self

    @model_validator(mode="after")
    def _only_what_has_parts_has_one(self) -> Self:
        if self.as_of_part and len(self.as_of or "2024-06-30") == len("2024-06-30"):
            refuse(
                say("`as_of_part` is a part of a month, a year or another time in `as_of`"),
                say("write that, or remove `as_of_part`"),
            )
        return self


class SeriesBreak(Model):
    """Why the numbers of a measure cannot simply be held against each other."""

    measure: VocabularyCode
    note: TextPassage


class FigureList(Record):
    """All figures of one subject; the file's name is the subject's identifier."""

    script: Script
    """Script of the notes; `printed` is in that of its document."""
    subject: Subject
    breaks: Annotated[tuple[SeriesBreak, ...], Field(strict=False)] = ()
    figures: Annotated[tuple[Figure, ...], Field(strict=False, min_length=1)]
