"""Numbers and sentences of a document that no record uses, and why none has to."""

from typing import Annotated

from pydantic import AfterValidator, Field

from generator.messages.message import say
from generator.model.base import Line, LineNumber, Model, Record, refuse


def _check_lines(value: tuple[int, ...]) -> tuple[int, ...]:
    if len(value) > 2 or value[0] > value[-1]:
        refuse(
            say("these are not the first and the last of some lines"),
            say("write [70], or [70, 75]"),
        )
    return value


LineRange = Annotated[
    tuple[LineNumber, ...], Field(strict=False, min_length=1), AfterValidator(_check_lines)
]
"""One line, or the first and the last of several."""


class UnusedWords(Model):
    """Words of a line, or all of some lines, that no record uses."""

    lines: LineRange
    """Its line, or the first and the last of theirs."""
    printed: Line | None = None
    """As the document prints it; every one of these lines if left out."""
    reason: Line


class UnusedNumbers(UnusedWords):
    """A number, or all numbers of some lines."""


class UnusedSentences(UnusedWords):
    """A sentence, of which `printed` may be a part, or all sentences of some lines."""


class Exceptions(Record):
    """What no record uses of one document; the file's name is its identifier."""

    unused: Annotated[tuple[UnusedNumbers, ...], Field(strict=False)] = ()
    """Numbers."""
    sentences: Annotated[tuple[UnusedSentences, ...], Field(strict=False)] = ()
