"""A dataset, and each row of a plan in which it stands."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.messages.message import say
from generator.model.base import (
    Identifier,
    Line,
    LineNumber,
    Model,
    Passage,
    Record,
    Script,
    VocabularyCode,
    refuse,
)
from generator.model.document import SectionCode
from generator.model.link import Landing
from generator.model.period import Date
from generator.model.text import TextLine, TextPassage


class Listing(Model):
    """One row of one plan. Next year's plan adds a listing; none is ever overwritten."""

    document: Identifier
    """The plan."""
    section: SectionCode
    """The plan's section."""
    row: LineNumber
    """Number printed in the row."""
    status: Literal["planned", "released"]
    """What the row says: sections A to C plan, section D reports."""
    date: Date | None = None
    """Target or release date; left out where the plan says that there is none yet."""
    date_note: Line | None = None
    """Remark printed beside the date; without a date, what is printed in its place."""
    frequency_printed: Line
    """The whole cell, as printed."""
    line: LineNumber
    """Line on which the row begins."""
    name: Line | None = None
    """Name as this plan prints it, where a newer plan prints another."""
    description: Passage | None = None
    """Description as this plan prints it, where a newer plan prints another."""

    @model_validator(mode="after")
    def _has_date_or_note(self) -> Self:
        if self.date is None and self.date_note is None:
            refuse(
                say("no `date`, and no `date_note` that says why"),
                say("write the date; if the plan prints none, quote in `date_note` what it prints"),
            )
        return self


class Dataset(Record):
    """One dataset; its texts are as printed in the newest plan that lists it."""

    script: Script
    """Script of the plain texts: that of the newest plan."""
    name: TextLine
    """Name, as printed."""
    description: TextPassage
    """Description, as printed, one printed line or bullet a line."""
    agency: Identifier
    """Agency that publishes it; also the folder of this file."""
    group: TextLine | None = None
    """Sub-heading it stands under in the plan, as printed."""
    category: VocabularyCode
    """Code of data/vocabulary/categories.yml."""
    spatial: bool
    """Whether the plan lists it as spatial data."""
    formats: Annotated[tuple[VocabularyCode, ...], Field(strict=False)]
    """Codes of data/vocabulary/formats.yml that the description names; empty if it names none."""
    archived: bool = False
    """Whether the description says that the data are archived."""
    frequency: VocabularyCode
    """Code of data/vocabulary/frequencies.yml."""
    listings: Annotated[tuple[Listing, ...], Field(strict=False, min_length=1)]
    """Rows of plans, oldest plan first."""
    landing: Landing | None = None
    """Page on DATA.GOV.HK, where one was seen."""
