"""An organisation: bureau, department, council, company, centre, fund."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Identifier, Line, Record, Script, VocabularyCode
from generator.model.link import Links
from generator.model.locator import Derivation, Locator
from generator.model.period import Date
from generator.model.text import TextLine, TextPassage

TextLines = Annotated[tuple[TextLine, ...], Field(strict=False)]


class Agency(Record):
    """One organisation the documents name."""

    script: Script
    """Script of the plain texts of this record."""
    name: TextLine | None = None
    """Official name; left out when data/terminology/names/ has a name with this identifier, from
    which English, acronym and aliases are taken as well."""
    english: Line | None = None
    """Official English name, if a source confirms it."""
    acronym: Line | None = None
    """Usual acronym."""
    aliases: TextLines = ()
    """Short and printed forms, found by search."""
    former_names: TextLines = ()
    """Earlier official names."""
    kind: VocabularyCode
    """Code of data/vocabulary/agency-kinds.yml."""
    parent: Identifier | None = None
    """Agency it belongs to, where a document says so."""
    established: Date | None = None
    """Founded, where a document says so."""
    dissolved: Date | None = None
    """Ended, where a document says so."""
    successor: Identifier | None = None
    """Agency that took over, where a document says so."""
    summary: TextPassage | None = None
    """What it does, in our own words; every figure in it comes from a record."""
    links: Links | None = None
    """Official site."""
    locators: Annotated[tuple[Locator, ...], Field(strict=False, min_length=1)]
    """Where the documents name it, and what else they say of it."""
    derived: Annotated[tuple[Derivation, ...], Field(strict=False)] = ()
    """What no document says, and why it is given all the same."""
