"""What is published: a promise to data users, stricter than the input and with its own types."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Published(BaseModel):
    """Frozen; unknown is null, and no field has two types."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class TextItem(Published):
    """A text in both scripts."""

    hant: str = Field(alias="zh-Hant")
    hans: str = Field(alias="zh-Hans")
    source: Literal["zh-Hant", "zh-Hans"] = Field(
        description="the script it was written or printed in"
    )


class CodeItem(Published):
    """A code with its label in both scripts."""

    code: str
    hant: str = Field(alias="zh-Hant")
    hans: str = Field(alias="zh-Hans")


class LocatorItem(Published):
    """1-based line of a document's text."""

    document: str
    line: int


class LinksItem(Published):
    """Official pages."""

    hant: str | None = Field(alias="zh-Hant")
    hans: str | None = Field(alias="zh-Hans")
    en: str | None


class LandingItem(Published):
    """Pages on DATA.GOV.HK with the day they were seen listed."""

    hant: str = Field(alias="zh-Hant")
    hans: str = Field(alias="zh-Hans")
    listed_as_of: str


class ListingItem(Published):
    """One row of one plan."""

    document: str
    section: str
    row: int
    status: Literal["planned", "released"]
    date: str = Field(description="EDTF, with the precision printed")
    date_note: str | None = Field(description="as printed, in the document's script")
    frequency_printed: str = Field(description="as printed, in the document's script")
    line: int


class DatasetItem(Published):
    """A dataset."""

    id: str
    url: str
    name: TextItem
    description: TextItem
    agency: str
    group: TextItem | None
    category: CodeItem
    spatial: bool
    formats: tuple[str, ...]
    archived: bool
    frequency: CodeItem
    listings: tuple[ListingItem, ...]
    landing: LandingItem | None
    status: Literal["planned", "released"]
    locators: tuple[LocatorItem, ...]


class AgencyItem(Published):
    """An organisation."""

    id: str
    url: str
    name: TextItem
    english: str | None
    acronym: str | None
    aliases: tuple[TextItem, ...]
    former_names: tuple[TextItem, ...]
    kind: CodeItem
    parent: str | None
    established: str | None
    dissolved: str | None
    summary: TextItem | None
    links: LinksItem | None
    locators: tuple[LocatorItem, ...]


class SectionItem(Published):
    """One table of an open data plan."""

    code: str
    heading: TextItem
    body: TextItem | None
    line: int
    rows: int
    empty: Literal["not-applicable", "no-row"] | None


class DocumentItem(Published):
    """A government publication."""

    id: str
    url: str
    title: TextItem
    kind: Literal["open-data-plan", "fact-sheet", "estimates"]
    publisher: str | None
    date: str | None
    covers: str | None
    script: Literal["zh-Hant", "zh-Hans"]
    sha256: str = Field(description="of the text in which lines are counted")
    lines: int
    links: LinksItem | None
    sections: tuple[SectionItem, ...]


class PrintedFormItem(Published):
    """A name as a document prints it, where that is not the official form."""

    form: str = Field(description="as printed, in the document's script")
    document: str
    lines: tuple[int, ...]


class TermItem(Published):
    """A name."""

    id: str
    kind: CodeItem
    name: TextItem
    english: str | None
    acronym: str | None
    aliases: tuple[TextItem, ...]
    printed_forms: tuple[PrintedFormItem, ...]
    confirmed: bool = Field(description="whether a source confirms both Chinese forms")
