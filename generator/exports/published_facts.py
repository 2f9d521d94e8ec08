"""What is published of programmes, figures, events and errata."""

from typing import Literal

from pydantic import Field

from generator.exports.published import (
    CodeItem,
    LinksItem,
    LocatorItem,
    Published,
    TextItem,
)
from generator.model.erratum import ErratumKind
from generator.model.figure import Qualifier
from generator.model.programme import TermKind


class SubjectItem(Published):
    """The record a fact is about."""

    kind: Literal["agency", "programme"]
    id: str


class ProgrammeTermItem(Published):
    """A condition of a programme, as one document has it."""

    kind: TermKind
    text: TextItem
    value: int | None = Field(description="in base units; null for a condition that is no number")
    unit: str | None
    document: str
    line: int


class ProgrammeItem(Published):
    """A fund, scheme, platform, park, agreement, competition or policy."""

    id: str
    url: str
    name: TextItem
    english: str | None
    acronym: str | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    agency: str | None = Field(description="the agency that runs it, where a document says so")
    part_of: str | None = Field(description="programme or agency it belongs to")
    launched: str | None = Field(description="EDTF, with the precision printed")
    status: CodeItem | None = Field(description="as the newest document has it")
    terms: tuple[ProgrammeTermItem, ...]
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[LocatorItem, ...]


class FigureItem(Published):
    """One number of one document."""

    id: str
    subject: SubjectItem
    measure: str
    label: TextItem = Field(description="what the measure counts")
    value: int = Field(description="in base units")
    value_max: int | None = Field(description="upper end of a range")
    unit: str
    qualifier: Qualifier
    as_of: str | None = Field(description="EDTF; where the document dates the number")
    series: str | None = Field(description="shared by the numbers of one measure")
    basis: TextItem | None = Field(description="what exactly is counted")
    printed: str = Field(description="as printed, in the document's script")
    document: str
    line: int


class EventItem(Published):
    """One happening, as one document has it."""

    id: str
    kind: str
    date: str | None = Field(description="EDTF, with the precision printed")
    what: TextItem
    subject: SubjectItem
    planned: bool
    outcome: str | None = Field(description="the event that tells what came of a planned one")
    printed: str | None = Field(description="as printed, in the document's script")
    document: str
    line: int


class SpotItem(Published):
    """A place in a document, with the words that stand there."""

    document: str
    line: int
    printed: str


class ErratumItem(Published):
    """One problem of the sources."""

    id: str
    kind: ErratumKind
    what: TextItem
    shown_as: TextItem
    about: tuple[str, ...] = Field(description="records it concerns")
    locators: tuple[SpotItem, ...]
