"""What changed between two documents as plain text, for a terminal · Changes → lines."""

from collections.abc import Iterator, Mapping

from generator.model.wording import Wording
from generator.render.changes_page import parts, short_title
from generator.render.changes_row import Cell, Row
from generator.render.page import Writer
from generator.resolve.change_types import Changes
from generator.resolve.fact_types import FigureRecord
from generator.resolve.figure_wording import say_difference, say_figure
from generator.script.convert import remove_marks


def changes_text(changes: Changes, words: Mapping[str, Wording], writer: Writer) -> Iterator[str]:
    """The page's parts, one after the other, in the script of `writer`."""
    text = _Text(words, writer)
    old, new = short_title(changes.old), short_title(changes.new)
    yield writer.phrase("changes-title", old=old, new=new)
    yield writer.phrase("changes-documents", old=changes.old.title, new=changes.new.title)
    yield writer.phrase("changes-lead")
    if not changes.frequencies_compared:
        yield writer.phrase("changes-scripts")
    for part in parts(changes, words):
        yield ""
        yield writer.phrase("changes-part", heading=part.heading, n=part.count)
        for row in part.rows:
            yield from text.row(row)


class _Text:
    """Writes rows in one script; a line of its own for each thing said."""

    def __init__(self, words: Mapping[str, Wording], writer: Writer) -> None:
        self._words = words
        self._writer = writer
        self._say = writer.phrase

    def row(self, row: Row) -> Iterator[str]:
        """The subject, then what each document says, then what there is to remark."""
        about = self._say("comma").join(self._writer.text(ref.name) for ref in row.about)
        label = [self._writer.text(row.label)] if row.label else []
        yield _line("- ", self._say("middle-dot").join([about, *label]))
        for key, cells in (("changes-older", row.older), ("changes-newer", row.newer)):
            for cell in cells:
                yield _line("    ", self._say(key), self._say("colon"), *self._cell(cell))
        notes = [self._writer.text(it) for it in row.notes]
        if row.difference:
            said = say_difference(row.difference, row.more, self._words, self._writer.text)
            notes.insert(0, said)
        for note in notes:
            yield _line("    ", self._say("note"), self._say("colon"), note)

    def _cell(self, cell: Cell) -> Iterator[str]:
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
        for place in cell.sources:
            document = self._writer.text(place.document.short or place.document.name)
            yield f" [{document} {self._say('line', n=place.line)}]"

    def _figure(self, figure: FigureRecord) -> Iterator[str]:
        yield say_figure(figure, self._words, self._writer.text)
        if figure.as_of:
            date = self._writer.date(figure.as_of)
            yield self._say("in-brackets", text=self._say("as-of", date=date))


def _line(indent: str, *parts: str) -> str:
    """One line, whatever breaks the texts have."""
    return indent + " ".join("".join(parts).split())
