"""What a document says of a body, a programme or itself that is no number, event or condition."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.base import (
    Identifier,
    Line,
    LineNumber,
    Model,
    Record,
    Script,
    VocabularyCode,
)
from generator.model.period import DateOrFiscalYear
from generator.model.text import TextLine

StatementSubject = Literal["agency", "programme", "document"]
DEFINITION = "definition"
"""The kind that explains a word."""
DONE, PLANNED = "work-done", "work-planned"
"""The kinds that tell the work of a year."""


class QuotedLocator(Model):
    """A line of a document, with the words that say it there."""

    document: Identifier
    line: LineNumber
    quotation: Line
    """The words it is taken from, as printed on that line, in at most 60 characters."""


class Statement(Model):
    """One thing that is said, in one document or alike in several."""

    id: Identifier
    """Permanent, unique among all statements."""
    kind: VocabularyCode
    """Code of data/vocabulary/statement-kinds.yml."""
    text: TextLine
    """What is said, in our own words."""
    term: TextLine | None = None
    """Of a definition: the word that is explained."""
    year: DateOrFiscalYear | None = None
    """The time it belongs to, where the document gives one: the year of work done or planned."""
    about: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """Other agencies, programmes and datasets whom it concerns: it is shown there, too."""
    locators: Annotated[tuple[QuotedLocator, ...], Field(strict=False, min_length=1)]


class StatementList(Record):
    """All statements of one subject; the file's name is the subject's identifier."""

    script: Script
    subject: StatementSubject
    statements: Annotated[tuple[Statement, ...], Field(strict=False, min_length=1)]
