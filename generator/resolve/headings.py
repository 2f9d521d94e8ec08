"""Under which heading of a document a line stands · Document, line → headings as printed."""

from bisect import bisect_right
from collections.abc import Iterator

from generator.model.document import Document
from generator.model.wording import Wording, settle

Above = tuple[Wording | str, ...]
"""A heading; both, of a line that the second stands within; nothing above all of them."""


class Headings:
    """The headings of one document."""

    def __init__(self, document: Document, last_row: int | None = None) -> None:
        """`last_row` is the line of the last row of a plan's last table."""
        headings = [*_of_text(document)]
        headings += [(it.heading_line or it.line, (it.code,)) for it in document.sections]
        if last_row:
            # Signature and date follow.
            headings.append((last_row + 1, ()))
        self._lines = [line for line, _ in headings]
        self._texts = [text for _, text in headings]
        self._displaced = dict(_out_of_place(document))

    def above(self, line: int) -> Above:
        """What `line` stands under; of a plan, the section's code, and nothing behind the last."""
        if line in self._displaced:
            return self._displaced[line]
        place = bisect_right(self._lines, line)
        return self._texts[place - 1] if place else ()


def _of_text(document: Document) -> Iterator[tuple[int, Above]]:
    """Each heading, from its line on or from the one behind it."""
    before: Above = ()
    for heading in document.headings:
        own: Above = (settle(heading.text, document.script, document.id),)
        if heading.within:
            yield heading.line, before + own
        yield heading.line + heading.within, own
        before = own


def _out_of_place(document: Document) -> Iterator[tuple[int, Above]]:
    """Each line that belongs under a heading elsewhere, with that heading."""
    for heading in document.headings:
        if heading.displaced_line:
            yield heading.displaced_line, (settle(heading.text, document.script, document.id),)
