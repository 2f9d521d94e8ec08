"""Every identifier that was ever published, what became of those that are no more, and the facts as
they were last published."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Identifier, Line, Model, Record
from generator.model.recorded_fact import FactLine

PageAddress = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z]+(/[a-z0-9]+(-[a-z0-9]+)*)?$", max_length=100),
]
"""A list, or a list and an identifier: `datasets`, `datasets/sea-tides`."""


class FormerIdentifier(Model):
    """A record that is no more."""

    id: Identifier
    """The identifier it had; it is never given to another record."""
    to: PageAddress | None = None
    """Page that took the place of its page: `datasets/new-id`, or the list: `datasets`. Left out
    for a record that had no page of its own."""
    reason: Line
    """Why it is no more."""


class History(Record):
    """Of one file of records; it lies in the folder of their kind, and has that file's name.

    A file a record: branches that add neighbouring records do not touch the same lines.
    """

    identifiers: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """All that were ever published in it; written by `dev.py update`, none is ever removed."""
    gone: Annotated[tuple[FormerIdentifier, ...], Field(strict=False)] = ()
    """Those that are no more."""
    facts: Annotated[tuple[FactLine, ...], Field(strict=False)] = ()
    """What readers are shown of them, a line each; what differs from it is a correction."""
