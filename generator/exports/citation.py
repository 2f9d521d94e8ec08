"""How a record or a table is cited: each government document it rests on, and the handbook's page.

A citation says what is printed: a title in its document's script, an author only where an agency's
name stands on the document, a date only where one is printed.
"""

from dataclasses import dataclass

from generator.exports.citation_words import CitationWords
from generator.exports.cited_pages import CitedPage
from generator.exports.cited_sources import CitedSource, sources_at
from generator.model.base import Script
from generator.model.document import Document
from generator.resolve.resolve import Records
from generator.script.convert import OTHER, Converter
from generator.script.variants import LANGUAGE_TAG

SHARED: Script = "zh-Hant"
"""The script of our own words in files that both variants share: that of the page beside them."""


@dataclass(frozen=True)
class Citation:
    """One entry of a list of references; None and "" are what is not known."""

    key: str
    """Permanent, and the only one of its name among the entries of all records."""
    is_document: bool
    """Otherwise it is the handbook's page."""
    title: str
    language: str
    """The tag of the script that the title is in."""
    address: str
    note: str
    """Where in the document, and by way of which page it was found."""
    other_title: str = ""
    """The title in the other script, which no document prints."""
    container: str = ""
    genre: str = ""
    author: str = ""
    edition: str = ""
    date: str | None = None
    """EDTF, with the precision printed."""

    @property
    def full_note(self) -> str:
        """The note with the title in the other script, where a format has no field for that: it
        is no translation that anybody published."""
        return " ".join(filter(None, [self.other_title and f"[{self.other_title}]", self.note]))


class CitationMaker:
    """Makes the entries of records."""

    def __init__(self, records: Records, converter: Converter, site_url: str) -> None:
        self._records = records
        self._site = site_url
        self._words = {it: CitationWords(records, converter, it) for it in LANGUAGE_TAG}

    def citations(self, page: CitedPage) -> list[Citation]:
        """The documents that a record or table rests on, then its page."""
        sources = sources_at(page.places, self._records)
        return [*(self._document(it, page) for it in sources), self._page(page)]

    def _document(self, source: CitedSource, page: CitedPage) -> Citation:
        record, document = source.document, source.document.document
        words, other = self._words[document.script], self._words[OTHER[document.script]]
        title, other_title = words.title(record), other.title(record)
        page_address = self._site + page.address
        address = document_address(document)
        unopened = address is not None and is_unopened(document)
        return Citation(
            key=f"{document.id}.{page.key}",
            is_document=True,
            title=title,
            language=LANGUAGE_TAG[document.script],
            address=address or page_address,
            note=self._words[SHARED].note(source, page.name, page_address, unopened),
            other_title="" if other_title == title else other_title,
            genre=words.genre(document),
            author=words.publisher(record),
            edition=words.edition(record),
            date=document.date,
        )

    def _page(self, page: CitedPage) -> Citation:
        words = self._words[SHARED]
        return Citation(
            key=f"handbook.{page.key}",
            is_document=False,
            title=words.text(page.name),
            language=LANGUAGE_TAG[SHARED],
            address=self._site + page.address,
            note=words.time(self._records.dates[page.kind, page.id]),
            container=words.site_name,
        )


def is_unopened(document: Document) -> bool:
    """Whether nobody could open the addresses that are known of the document."""
    return document.links is not None and document.links.seen is None


def document_address(document: Document) -> str | None:
    """A copy that stays, else the document's own address, in its script first; none where all that
    is known leads to something else than the document."""
    links = document.links
    if links is None:
        return None
    if links.archived or document.link_note:
        return links.archived
    own, other = links.hant, links.hans
    if document.script == "zh-Hans":
        own, other = other, own
    return own or other or links.en
