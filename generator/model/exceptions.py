"""Numbers of a document that no record uses, and why none has to."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Line, LineNumber, Model, Record

Lines = Annotated[tuple[LineNumber, ...], Field(strict=False, min_length=1)]


class Unused(Model):
    """A number, or all numbers of some lines."""

    lines: Lines
    printed: Line | None = None
    """As the document prints it; every number of these lines if left out."""
    reason: Line


class Exceptions(Record):
    """For one document; the file's name is its identifier."""

    unused: Annotated[tuple[Unused, ...], Field(strict=False)]
