"""The words of a citation in one script · sources → texts."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.exports.cited_sources import CitedSource
from generator.model.base import Script
from generator.model.document import Document
from generator.model.wording import settle
from generator.resolve.document_sections import headings_of
from generator.resolve.fact_dates import FactDates
from generator.resolve.records import DocumentRecord
from generator.resolve.resolve import Records
from generator.script.convert import OTHER, Converter
from generator.script.localiser import Localiser
from generator.script.phrase import PageText
from generator.script.variants import LANGUAGE_TAG

MarkedText = tuple[str, str | None]
"""A part of a text, and its language where that is not the page's."""

WITH_EDITION = re.compile(r"(?P<title>.+)（(?P<edition>[^（）]+)）")
"""A title to which the handbook adds which edition it means."""


class CitationWords(Localiser):
    """Says in one script what a citation is made of."""

    def __init__(self, records: Records, converter: Converter, script: Script) -> None:
        super().__init__(records.words, converter, script)
        self._other = Localiser(records.words, converter, OTHER[script])
        self._headings = headings_of(records.documents)
        self._as_of = self.text(records.theme["cite-as-of"])
        self.site_name = self.text(records.theme["site-name"])

    def title(self, record: DocumentRecord) -> str:
        """A document's title, without the edition, which is said apart."""
        return _title_and_edition(record, self)[0]

    def publisher(self, record: DocumentRecord) -> str:
        """The agency whose name stands on a document; nobody else is said to be its author."""
        return self.text(record.publisher.name) if record.publisher else ""

    def genre(self, document: Document) -> str:
        """What sort of publication it is."""
        return self.phrase(document.kind)

    def edition(self, record: DocumentRecord) -> str:
        """What tells it from the other editions: the financial year, or, where it prints no date,
        what the handbook adds to its title or calls it in lists of sources."""
        covers = record.document.covers
        first, _, last = (covers or "").partition("/")
        if covers and int(last) == int(first) + 1:
            return self.date(covers)
        return _title_and_edition(record, self)[1]

    def time(self, dates: FactDates) -> str:
        """`內容最近至2025年6月`; nothing where no document gives a date."""
        return f"{self._as_of}{self.date(dates.newest)}" if dates.newest else ""

    def places(self, source: CitedSource) -> str:
        """`D.ii部分第5項、第12、15至18行`."""
        tables = [
            self.phrase("rows-of-section", section=section, rows=self._runs(n for _, n in rows))
            for section, rows in groupby(source.rows, key=lambda row: row[0])
        ]
        return self._clauses(self.phrase("comma").join(it) for it in (tables, self._lines(source)))

    def _lines(self, source: CitedSource) -> Iterator[str]:
        """`〈創新及科技基金〉第21、23行`; where rows are named, these say the section."""
        above = self._headings[source.document.document.id].above
        for headings, lines in groupby(
            source.lines, key=lambda line: () if source.rows else above(line)
        ):
            place = self.phrase("line", n=self._runs(lines))
            yield self.under_headings(headings) + place

    def note(
        self, source: CitedSource, page: PageText, address: str, unopened: bool = False
    ) -> str:
        """Where in the document, by way of which page of the handbook, and whether nobody could
        open the document's address."""
        via = self.phrase("cited-via", site=self.site_name, page=page, address=address)
        caveat = self.phrase("link-unopened") if unopened else ""
        return self.phrase("full-stop").join(filter(None, [self.places(source), via, caveat]))

    def line(self, source: CitedSource) -> list[MarkedText]:
        """A document as the foot of a page cites it: agency, title as printed, edition, place,
        date."""
        document, title = source.document.document, self.title(source.document)
        if publisher := self.publisher(source.document):
            publisher += self.phrase("colon")
        before, _, after = self.text(self._words["book-title"]).partition("{title}")
        details = [self.edition(source.document), self.places(source), self._date(document)]
        rest = self.phrase("clause").join(["", *filter(None, details)])
        if document.script == self._script:
            return [(f"{publisher}{before}{title}{after}{rest}", None)]
        printed, _ = _title_and_edition(source.document, self._other)
        also = self.phrase("title-in-script", title=title) if title != printed else ""
        return [
            (f"{publisher}{before}", None),
            (printed, LANGUAGE_TAG[document.script]),
            (f"{after}{also}{rest}", None),
        ]

    def _date(self, document: Document) -> str:
        """As printed; of a document that prints none, what is known of it."""
        if document.date:
            return self.date(document.date)
        if document.reports_until:
            return self.phrase("cited-until", date=self.date(document.reports_until))
        return self.phrase("cited-undated")

    def _clauses(self, parts: Iterable[str]) -> str:
        return self.phrase("clause").join(filter(None, parts))

    def _runs(self, numbers: Iterable[int]) -> str:
        """`3、5至9`: what follows one another is put together."""
        return self.phrase("comma").join(
            str(first) if first == last else self.phrase("run", first=first, last=last)
            for first, last in runs(numbers)
        )


def _title_and_edition(record: DocumentRecord, localiser: Localiser) -> tuple[str, str]:
    """A title, and of an edition that prints no date what tells it from the others."""
    title, short = localiser.text(record.title), record.document.short_title
    if short is None or record.document.date:
        return title, ""
    edition = localiser.text(settle(short, record.document.script))
    added = WITH_EDITION.fullmatch(title)
    if added and edition.endswith(added["edition"]):
        return added["title"], added["edition"]
    return title, edition


def runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each stretch of `numbers`, which are sorted, each there once."""
    for _, stretch in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        members = [number for _, number in stretch]
        yield members[0], members[-1]
