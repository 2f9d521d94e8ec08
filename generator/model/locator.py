"""Where a record and its claims stand: a document and a line of its text."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.messages.message import say
from generator.model.base import Identifier, Line, LineNumber, Model, refuse
from generator.model.text import TextLine

Claim = Literal[
    "status",
    "agency",
    "joint_agencies",
    "parent",
    "part_of",
    "successor",
    "former_names",
    "summary",
]
"""Fields of agencies and programmes that say something of them, and so rest on a line."""


class Locator(Model):
    """The 1-based line of the document's text, as extracted from its PDF."""

    document: Identifier
    """Identifier of a record under data/documents/."""
    line: LineNumber
    """Line of that document's text, counted from 1."""
    printed: Line | None = None
    """The words that stand there, where they are none of the record's names."""
    supports: Annotated[tuple[Claim, ...], Field(strict=False)] = ()
    """Fields of the record that rest on these words."""
    quotation: Line | None = None
    """The clause on which they rest, as printed, in at most 60 characters."""

    @model_validator(mode="after")
    def _what_supports_is_quoted(self) -> Self:
        if bool(self.supports) != (self.quotation is not None):
            refuse(
                say("`supports` and `quotation` belong together"),
                say("quote the clause, and name the fields that rest on it"),
            )
        return self


class Derivation(Model):
    """A claim that no document makes, and that we draw from what they do say."""

    field: Claim
    reason: TextLine
    """What it is drawn from, in our own words; shown beside it."""
