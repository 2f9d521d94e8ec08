"""Under which heading of a document a line stands · Document, line → heading as printed."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from generator.model.document import Document
from generator.model.wording import Wording, settle


class Headings:
    """The headings of one document."""

    def __init__(self, document: Document, last_row: int | None = None) -> None:
        """`last_row` is the line of the last row of a plan's last table."""
        headings = [*_of_text(document)]
        headings += [(it.heading_line or it.line, it.code) for it in document.sections]
        if last_row:
            # Signature and date follow.
            headings.append((last_row + 1, None))
        self._lines = [line for line, _ in headings]
        self._texts = [text for _, text in headings]

    def above(self, line: int) -> Wording | str | None:
        """The heading that `line` stands under; of a plan, the section's code. None above all and
        behind a plan's last table."""
        place = bisect_right(self._lines, line)
        return self._texts[place - 1] if place else None


def _of_text(document: Document) -> Iterator[tuple[int, Wording | str | None]]:
    """Each heading from its line on; a line that another stands within is under both."""
    before = ""
    for heading in document.headings:
        own = settle(heading.text, document.script, document.id)
        if heading.within and before:
            yield heading.line, replace(own, text=f"{before}、{own.text}")
        yield heading.line + heading.within, own
        before = own.text
