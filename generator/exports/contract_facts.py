"""What is published of programmes, figures, events and errata."""

from typing import Literal

from pydantic import Field

from generator.exports.contract import (
    Code,
    CodeItem,
    Edtf,
    EdtfOrYears,
    Id,
    LineNumber,
    LinksItem,
    LocatorItem,
    Published,
    TextItem,
    Url,
    Words,
)
from generator.model.erratum import ErratumKind
from generator.model.figure import Qualifier
from generator.model.programme import TermKind


class SubjectItem(Published):
    """The record a fact is about."""

    kind: Literal["agency", "programme"]
    id: Id


class ProgrammeTermItem(Published):
    """A condition of a programme, as one document has it."""

    kind: TermKind
    text: TextItem
    value: int | None = Field(description="in base units; null for a condition that is no number")
    unit: Code | None
    document: Id
    line: LineNumber


class ProgrammeItem(Published):
    """A fund, scheme, platform, park, agreement, competition or policy."""

    id: Id
    url: Url
    name: TextItem
    english: Words | None
    acronym: Words | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    agency: Id | None = Field(description="the agency that runs it, where a document says so")
    part_of: Id | None = Field(description="programme or agency it belongs to")
    launched: Edtf | None = Field(description="EDTF, with the precision printed")
    status: CodeItem | None = Field(description="as the newest document has it")
    terms: tuple[ProgrammeTermItem, ...]
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[LocatorItem, ...]


class FigureItem(Published):
    """One number of one document."""

    id: Id
    subject: SubjectItem
    measure: Code
    label: TextItem = Field(description="what the measure counts")
    value: int = Field(description="in base units")
    value_max: int | None = Field(description="upper end of a range")
    unit: Code
    qualifier: Qualifier
    as_of: Edtf | None = Field(description="EDTF; where the document dates the number")
    series: Id | None = Field(description="shared by the numbers of one measure")
    basis: TextItem | None = Field(description="what exactly is counted")
    printed: Words = Field(description="as printed, in the document's script")
    document: Id
    line: LineNumber


class EventItem(Published):
    """One happening, as one document has it."""

    id: Id
    kind: Code
    date: EdtfOrYears | None = Field(description="EDTF, with the precision printed")
    what: TextItem
    subject: SubjectItem
    planned: bool
    outcome: Id | None = Field(description="the event that tells what came of a planned one")
    printed: Words | None = Field(description="as printed, in the document's script")
    document: Id
    line: LineNumber


class SpotItem(Published):
    """A place in a document, with the words that stand there."""

    document: Id
    line: LineNumber
    printed: Words


class ErratumItem(Published):
    """One problem of the sources."""

    id: Id
    kind: ErratumKind
    what: TextItem
    shown_as: TextItem
    about: tuple[Id, ...] = Field(description="records it concerns")
    locators: tuple[SpotItem, ...]
