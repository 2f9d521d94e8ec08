"""A correction of what this site published: what stood, what stands, why, and who reported it."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from generator.messages.message import say
from generator.model.base import Model, Record, Script, refuse
from generator.model.period import Day
from generator.model.text import TextLine

RecordAddress = Annotated[
    str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)
]
"""A kind and an identifier: `figures/sea-waves-2025`."""
FieldName = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$", max_length=300)
]
FactText = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]


class CorrectedFact(Model):
    """One field that was published otherwise."""

    record: RecordAddress
    """Kind and identifier of the record or item: `figures/sea-waves-2025`."""
    field: FieldName
    """The field, with the parts of the record in front of it: `value`, `terms.text`."""
    before: FactText
    """What stood."""
    after: FactText | None = None
    """What stands; left out for what is gone."""
    script: Script | None = None
    """Script of both, where it is not that of the reason."""

    @model_validator(mode="after")
    def _something_changed(self) -> Self:
        if self.before == self.after:
            refuse(
                say("`before` and `after` are the same"),
                say("write what stood and what stands; leave `after` out for what is gone"),
            )
        return self


class Correction(Record):
    """What was corrected in one file of records on one day."""

    script: Script
    """Script of the reason."""
    day: Day
    """The day of the correction."""
    reason: TextLine
    """Why."""
    reported_by: TextLine | None = None
    """Who reported the mistake, if they wish to be named."""
    changes: Annotated[tuple[CorrectedFact, ...], Field(strict=False, min_length=1)]
