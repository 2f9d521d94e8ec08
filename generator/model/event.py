"""What the documents say happened, or will, to one agency or programme."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Identifier, Line, LineNumber, Model, Record, Script, VocabularyCode
from generator.model.figure import Subject
from generator.model.period import DateOrFiscalYear
from generator.model.text import TextLine


class Event(Model):
    """One dated fact, as one document has it."""

    id: Identifier
    """Permanent, unique among all events."""
    kind: VocabularyCode
    """Code of data/vocabulary/event-kinds.yml."""
    date: DateOrFiscalYear | None = None
    """With the precision printed; left out where the document gives none."""
    planned: bool = False
    """Announced by the document, not reported as done."""
    what: TextLine
    """What happens, in our own words."""
    printed: Line | None = None
    """The date, or the words, as the document prints them."""
    differs: TextLine | None = None
    """Why `date` is not the one that `printed` gives, or where the year comes from."""
    outcome: Identifier | None = None
    """Of a planned event: the event in a later document that tells what came of it."""
    document: Identifier
    line: LineNumber


class EventList(Record):
    """All events of one subject; the file's name is the subject's identifier."""

    script: Script
    subject: Subject
    events: Annotated[tuple[Event, ...], Field(strict=False, min_length=1)]
