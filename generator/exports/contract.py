"""What is published: a promise to data users, stricter than the input and with its own types."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from generator.model.document import SectionCode

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Permanent identifier of a record."""
Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""`2024`, `2024-06`, `2024-06-30`; 33 to 36 in the month's place are quarters."""
EdtfOrYears = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}((-[0-9]{2}){0,2}|/[0-9]{4})$")]
"""The same, or a fiscal year as an interval: `2026/2027`."""
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Years = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}/[0-9]{4}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$")]
Words = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
LineNumber = Annotated[int, Field(ge=1)]
Format = Literal["CSV", "XLS", "XLSX", "JSON", "XML", "GeoJSON", "PDF"]


class Published(BaseModel):
    """Frozen; unknown is null, and no field has two types."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def key_of(type_name: str) -> str:
    """`ProgrammeTermItem` → `programme-term`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type_name.removesuffix("Item")).lower()


class TextItem(Published):
    """A text in both scripts."""

    hant: Words = Field(alias="zh-Hant")
    hans: Words = Field(alias="zh-Hans")
    source: Literal["zh-Hant", "zh-Hans"] = Field(
        description="the script it was written or printed in"
    )


class CodeItem(Published):
    """A code with its label in both scripts."""

    code: Code
    hant: Words = Field(alias="zh-Hant")
    hans: Words = Field(alias="zh-Hans")


class LocatorItem(Published):
    """1-based line of a document's text."""

    document: Id
    line: LineNumber


class LinksItem(Published):
    """Official pages."""

    hant: Url | None = Field(alias="zh-Hant")
    hans: Url | None = Field(alias="zh-Hans")
    en: Url | None


class LandingItem(Published):
    """Pages on DATA.GOV.HK with the day they were seen listed."""

    hant: Url = Field(alias="zh-Hant")
    hans: Url = Field(alias="zh-Hans")
    listed_as_of: Day


class ListingItem(Published):
    """One row of one plan."""

    document: Id
    section: SectionCode
    row: LineNumber
    status: Literal["planned", "released"]
    date: Edtf = Field(description="EDTF, with the precision printed")
    date_note: Words | None = Field(description="as printed, in the document's script")
    frequency_printed: Words = Field(description="as printed, in the document's script")
    line: LineNumber


class DatasetItem(Published):
    """A dataset."""

    id: Id
    url: Url
    name: TextItem
    description: TextItem
    agency: Id
    group: TextItem | None
    category: CodeItem
    spatial: bool
    formats: tuple[Format, ...]
    archived: bool
    frequency: CodeItem
    listings: tuple[ListingItem, ...]
    landing: LandingItem | None
    status: Literal["planned", "released"]
    locators: tuple[LocatorItem, ...]


class AgencyItem(Published):
    """An organisation."""

    id: Id
    url: Url
    name: TextItem
    english: Words | None
    acronym: Words | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    parent: Id | None
    successor: Id | None
    established: Edtf | None
    dissolved: Edtf | None
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[LocatorItem, ...]


class SectionItem(Published):
    """One table of an open data plan."""

    code: SectionCode
    heading: TextItem
    body: TextItem | None
    line: LineNumber
    rows: Annotated[int, Field(ge=0)]
    empty: Literal["not-applicable", "no-row"] | None


class DocumentItem(Published):
    """A government publication."""

    id: Id
    url: Url
    title: TextItem
    kind: Literal["open-data-plan", "fact-sheet", "estimates"]
    publisher: Id | None
    date: Edtf | None
    covers: Years | None
    script: Literal["zh-Hant", "zh-Hans"]
    sha256: str = Field(
        pattern="^[0-9a-f]{64}$", description="of the text in which lines are counted"
    )
    lines: LineNumber
    links: LinksItem | None
    sections: tuple[SectionItem, ...]


class PrintedFormItem(Published):
    """A name as a document prints it, where that is not the official form."""

    form: Words = Field(description="as printed, in the document's script")
    document: Id
    lines: tuple[LineNumber, ...]


class TermItem(Published):
    """A name."""

    id: Id
    kind: CodeItem
    name: TextItem
    english: Words | None
    acronym: Words | None
    aliases: tuple[TextItem, ...]
    printed_forms: tuple[PrintedFormItem, ...]
    confirmed: bool = Field(description="whether a source confirms both Chinese forms")
    unconfirmed: tuple[Literal["zh-Hant", "zh-Hans", "english"], ...] = Field(
        description="forms that no source confirms yet"
    )
