"""What changed between two documents as plain text, for a terminal · EditionChanges → lines."""

from collections.abc import Iterator, Mapping

from generator.model.wording import Wording
from generator.render.changes_page import changes_parts, short_title
from generator.render.changes_row import ChangeCell, ChangeRow
from generator.render.page import PageWriter
from generator.resolve.change_types import EditionChanges
from generator.resolve.changes import changes_lead
from generator.resolve.fact_types import FigureRecord
from generator.resolve.figure_wording import say_difference, say_figure
from generator.script.convert import remove_marks


def changes_text(
    changes: EditionChanges, words: Mapping[str, Wording], writer: PageWriter
) -> Iterator[str]:
    """The page's parts, one after the other, in the script of `writer`."""
    text = _RowText(words, writer)
    old, new = short_title(changes.old), short_title(changes.new)
    yield writer.phrase("changes-title", old=old, new=new)
    yield writer.phrase("changes-documents", old=changes.old.title, new=changes.new.title)
    yield writer.phrase(changes_lead(changes.new))
    if not changes.frequencies_compared:
        yield writer.phrase("changes-scripts")
    if changes.same_statements:
        yield writer.phrase("changes-said-alike", n=len(changes.same_statements))
    for part in changes_parts(changes, words):
        yield ""
        yield writer.phrase("changes-part", heading=part.heading, n=part.count)
        for row in part.rows:
            yield from text.row(row)


class _RowText:
    """Writes rows in one script; a line of its own for each thing said."""

    def __init__(self, words: Mapping[str, Wording], writer: PageWriter) -> None:
        self._words = words
        self._writer = writer
        self._say = writer.phrase

    def row(self, row: ChangeRow) -> Iterator[str]:
        """The subject, then what each document says, then what there is to remark."""
        about = self._say("comma").join(self._writer.text(ref.name) for ref in row.about)
        label = [self._writer.text(row.label)] if row.label else []
        yield _line("- ", self._say("middle-dot").join([about, *label]))
        for key, cells in (("changes-older", row.older), ("changes-newer", row.newer)):
            for cell in cells:
                yield _line("    ", self._say(key), self._say("colon"), *self._cell(cell))
        notes = [self._writer.text(it) for it in row.notes]
        if row.difference:
            difference = say_difference(row.difference, row.more, self._words, self._writer.text)
            notes.insert(0, difference)
        for note in notes:
            yield _line("    ", self._say("note"), self._say("colon"), note)

    def _cell(self, cell: ChangeCell) -> Iterator[str]:
        if cell.label:
            yield self._writer.text(cell.label) + self._say("colon")
        if cell.figure:
            yield from self._figure(cell.figure)
        if cell.planned:
            yield self._say("in-brackets", text=self._say("planned-as-of"))
        if cell.date:
            yield f"{self._writer.date(cell.date)} "
        if cell.text:
            yield self._writer.text(cell.text)
        if cell.printed:
            yield remove_marks(cell.printed.text)
        yield from (self._say("in-brackets", text=it) for it in (cell.basis, cell.note) if it)
        for locator in cell.sources:
            document = self._writer.text(locator.document.short or locator.document.name)
            yield f" [{document} {self._say('line', n=locator.line)}]"

    def _figure(self, figure: FigureRecord) -> Iterator[str]:
        yield say_figure(figure, self._words, self._writer.text)
        if figure.when:
            date = self._writer.date(figure.when)
            yield self._say("in-brackets", text=self._say("as-of", date=date))


def _line(indent: str, *parts: str) -> str:
    """One line, whatever breaks the texts have."""
    return indent + " ".join("".join(parts).split())
