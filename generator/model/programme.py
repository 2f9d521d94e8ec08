"""A scheme, fund, platform, park, agreement, competition or policy that the documents name."""

from typing import Annotated, Literal

from pydantic import Field

from generator.model.agency import TextLines
from generator.model.base import Identifier, Line, LineNumber, Model, Record, Script, VocabularyCode
from generator.model.link import Links
from generator.model.locator import Derivation, Locator
from generator.model.period import Date
from generator.model.text import TextLine, TextPassage

TermKind = Literal[
    "eligibility",
    "coverage",
    "amount",
    "ceiling",
    "matching",
    "rate",
    "allowance",
    "places",
    "duration",
    "limit",
    "commitment",
]
"""Kinds of condition; data/vocabulary/term-kinds.yml gives them their labels and their order."""


class Condition(Model):
    """A condition that is no number: who may apply, what is covered."""

    kind: VocabularyCode
    """Code of data/vocabulary/term-kinds.yml."""
    applicants: Annotated[tuple[VocabularyCode, ...], Field(strict=False)] = ()
    """Of `kind: eligibility`: who may apply, codes of data/vocabulary/applicants.yml, as
    `quotation` says it; `unspecified` where that names nobody."""
    matching: VocabularyCode | None = None
    """Of `kind: matching`: code of data/vocabulary/matching.yml, as `quotation` says it."""
    text: TextLine
    """The condition in our own words."""
    printed: Line
    """The words of the document it is taken from."""
    quotation: Line | None = None
    """The clause it is taken from, as printed; it holds `printed`, in at most 60 characters."""
    differs: TextLine | None = None
    """Why a number in `text` does not stand in `printed`."""
    document: Identifier
    line: LineNumber


class Programme(Record):
    """One programme; its numbers stand in data/figures/, its dates in data/events/."""

    script: Script
    """Script of the plain texts of this record."""
    name: TextLine | None = None
    """Official name; left out when data/terminology/names/ has a name with this identifier."""
    former_names: TextLines = ()
    """Earlier official names."""
    kind: VocabularyCode
    """Code of data/vocabulary/programme-kinds.yml."""
    agency: Identifier | None = None
    """Agency that runs it, where a document says so."""
    joint_agencies: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """Other agencies that run it together with `agency`."""
    part_of: Identifier | None = None
    """Programme or agency it belongs to."""
    launched: Date | None = None
    """Started, where a document says so."""
    status: VocabularyCode | None = None
    """Code of data/vocabulary/programme-status.yml, as the newest document has it."""
    summary: TextPassage | None = None
    """What it is, in our own words, without numbers."""
    terms: Annotated[tuple[Condition, ...], Field(strict=False)] = ()
    links: Links | None = None
    """Official page."""
    locators: Annotated[tuple[Locator, ...], Field(strict=False, min_length=1)]
    """Where the documents name it, and what else they say of it."""
    derived: Annotated[tuple[Derivation, ...], Field(strict=False)] = ()
    """What no document says, and why it is given all the same."""
