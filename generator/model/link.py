"""Official pages outside this site."""

from pydantic import Field

from generator.model.base import Address, Model
from generator.model.period import Day
from generator.model.text import TextLine


class Links(Model):
    """The same official page in up to three languages."""

    hant: Address | None = Field(default=None, alias="zh-Hant")
    """Traditional Chinese page."""
    hans: Address | None = Field(default=None, alias="zh-Hans")
    """Simplified Chinese page."""
    en: Address | None = None
    """English page."""
    seen: Day | None = None
    """The day on which somebody opened the addresses; none if nobody could."""


class DocumentLinks(Links):
    """Where a document is published; an address that nobody could open is shown as such."""

    archived: Address | None = None
    """A copy in a web archive, which stays when the Government puts the next edition in place."""
    confirmed_by: TextLine | None = None
    """Who opened them and held them against the document's text."""

    @property
    def any_address(self) -> str | None:
        """One of the addresses, if there is any."""
        return self.archived or self.hant or self.hans or self.en


class Landing(Model):
    """A dataset's page on DATA.GOV.HK; a source outside the documents, with the day it was seen."""

    hant: Address = Field(alias="zh-Hant")
    """Traditional Chinese page."""
    hans: Address = Field(alias="zh-Hans")
    """Simplified Chinese page."""
    listed_as_of: Day
    """Day of the portal's package list in which the page stands."""
    note: TextLine | None = None
    """Where the portal and the document differ."""
