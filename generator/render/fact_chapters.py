"""Facts of a long document, on a page for each part of it · DocumentRecord → chapters.

Which lines stand together is decided by the document alone, which does not change, so that the
addresses stay; every line keeps its place on the document's own page, which leads on.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.model.document import Document
from generator.model.wording import Wording
from generator.render.disclosure import FactStretch, fact_stretches
from generator.render.document_facts import FactRow, fact_rows
from generator.render.list_parts import ROWS_PER_PAGE
from generator.resolve.records import DocumentRecord
from generator.script.phrase import PageText, Phrase

LINES = 15
"""A chapter ends before the first heading that is this far below its beginning."""


@dataclass(frozen=True)
class FactChapter:
    """Successive lines of a document, from one heading to another, on a page of their own."""

    record: DocumentRecord
    first: int
    """The line with which it begins, whether there is a fact in it or not."""
    rows: tuple[FactRow, ...]

    @property
    def path(self) -> str:
        """The file of its page."""
        return f"documents/{self.record.document.id}/lines/{self.first}.md"

    @property
    def whole(self) -> FactStretch:
        """All that is in it, as one part."""
        return FactStretch(self.rows[0].line, self.rows[-1].line, self.rows)

    def title(self, words: Mapping[str, Wording]) -> PageText:
        """`香港便覽：第59至80行`."""
        first, last = str(self.rows[0].line), str(self.rows[-1].line)
        values: dict[str, PageText] = {"first": first, "last": last}
        lines = Phrase(words["budget-lines"], values)
        if first == last:
            lines = Phrase(words["line"], {"n": first})
        return Phrase(words["cited-table"], {"page": self.record.title, "table": lines})

    @property
    def stretches(self) -> list[FactStretch]:
        """The same in parts."""
        return list(fact_stretches(self.rows))

    @property
    def places(self) -> list[int]:
        """The lines of which an anchor stands on its page."""
        return [row.line for row in self.rows if row.anchored]


def fact_chapters(record: DocumentRecord) -> list[FactChapter]:
    """The chapters of a document with more facts than a page holds; otherwise none."""
    rows = fact_rows(record)
    if len(rows) <= ROWS_PER_PAGE:
        return []
    starts = list(_starts(record.document))

    def chapter(row: FactRow) -> int:
        return max(it for it in starts if it <= row.line)

    return [
        FactChapter(record, first, tuple(within)) for first, within in groupby(rows, key=chapter)
    ]


def line_files(records: Iterable[DocumentRecord]) -> dict[tuple[str, int], str]:
    """Document and line → the file, of each line that stands on a page of its chapter."""
    return {
        (record.document.id, line): chapter.path
        for record in records
        for chapter in fact_chapters(record)
        for line in chapter.places
    }


def _starts(document: Document) -> Iterator[int]:
    """The lines with which chapters begin."""
    start = 1
    yield start
    for heading in document.headings:
        if heading.line - start >= LINES:
            start = heading.line
            yield start
