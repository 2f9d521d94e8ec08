"""What is published: a promise to data users, stricter than the input and with its own types."""

import re
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""Permanent identifier of a record."""
Edtf = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""`2024`, `2024-06`, `2024-06-30`; 33 to 36 in the month's place are quarters, 40 and 41
halves of a year."""
EdtfOrYears = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}((-[0-9]{2}){0,2}|/[0-9]{4})$")]
"""The same, or a fiscal year as an interval: `2026/2027`."""
Day = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Years = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}/[0-9]{4}$")]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[!-~]+$")]
NonEmptyText = Annotated[str, StringConstraints(min_length=1)]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$")]
LineNumber = Annotated[int, Field(ge=1)]


class PublishedItem(BaseModel):
    """Frozen; unknown is null, and no field has two types."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


def key_of(type_name: str) -> str:
    """`ProgrammeTermItem` → `programme-term`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", type_name.removesuffix("Item")).lower()


class TextItem(PublishedItem):
    """A text in both scripts."""

    hant: NonEmptyText = Field(alias="zh-Hant")
    hans: NonEmptyText = Field(alias="zh-Hans")
    source: Literal["zh-Hant", "zh-Hans"] = Field(
        description="the script it was written or printed in"
    )


class CodeItem(PublishedItem):
    """A code with its label in both scripts."""

    code: Code
    hant: NonEmptyText = Field(alias="zh-Hant")
    hans: NonEmptyText = Field(alias="zh-Hans")


class LocatorItem(PublishedItem):
    """1-based line of a document's text."""

    document: Id
    line: LineNumber


class NamingLocatorItem(LocatorItem):
    """A line that names a record, and what of the record rests on it."""

    supports: tuple[Code, ...] = Field(description="fields of the record that rest on it")
    quotation: NonEmptyText | None = Field(description="the clause they rest on, as printed")


class DerivationItem(PublishedItem):
    """A field that no document says, and that we draw from what they do say."""

    field: Code
    reason: TextItem


class LinksItem(PublishedItem):
    """Official pages."""

    hant: Url | None = Field(alias="zh-Hant")
    hans: Url | None = Field(alias="zh-Hans")
    en: Url | None
    seen: Day | None = Field(
        description="the day on which somebody opened the addresses; null: known, never opened"
    )
