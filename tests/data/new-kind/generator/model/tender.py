"""An invitation to tender that the documents name."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Identifier, Record, Script
from generator.model.locator import Locator
from generator.model.period import Date
from generator.model.text import TextLine


class Tender(Record):
    """One invitation."""

    script: Script
    """Script of the plain texts of this record."""
    name: TextLine
    """What is sought."""
    agency: Identifier
    """Agency that invites tenders."""
    closes: Date | None = None
    """Last day for tenders."""
    locators: Annotated[tuple[Locator, ...], Field(strict=False, min_length=1)]
    """Where the documents name it."""
