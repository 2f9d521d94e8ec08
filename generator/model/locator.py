"""Where a fact stands: a document and a line of its text."""

from generator.model.base import Identifier, Line, LineNumber, Model


class Locator(Model):
    """The 1-based line of the document's text, as extracted from its PDF."""

    document: Identifier
    """Identifier of a record under data/documents/."""
    line: LineNumber
    """Line of that document's text, counted from 1."""
    printed: Line | None = None
    """The words that stand there, where they are none of the record's names."""
