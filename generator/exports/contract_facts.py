"""What is published of figures, events and errata."""

from typing import Literal

from pydantic import Field

from generator.exports.contract import (
    Code,
    Edtf,
    EdtfOrYears,
    Id,
    LineNumber,
    Published,
    TextItem,
    Words,
)
from generator.model.erratum import ErratumKind
from generator.model.figure import Qualifier


class SubjectItem(Published):
    """The record a fact is about."""

    kind: Literal["agency", "programme"]
    id: Id


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
