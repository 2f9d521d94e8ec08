"""A text as an author types it: plain, or written out per script."""

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

from generator.messages.message import say
from generator.model.base import Line, Model, Passage, refuse


class WrittenLine(Model):
    """A line written by hand in one script or in both; what is written is never converted."""

    hant: Line | None = Field(default=None, alias="zh-Hant")
    """Traditional, as written by a person or printed in a source."""
    hans: Line | None = Field(default=None, alias="zh-Hans")
    """Simplified, as written by a person or printed in a source."""

    @model_validator(mode="after")
    def _one_script_at_least(self) -> Self:
        if self.hant is None and self.hans is None:
            refuse(say("a text in no script"), say("give zh-Hant, zh-Hans or both"))
        return self


class WrittenPassage(Model):
    """A passage written by hand in one script or in both."""

    hant: Passage | None = Field(default=None, alias="zh-Hant")
    """Traditional, one paragraph a line."""
    hans: Passage | None = Field(default=None, alias="zh-Hans")
    """Simplified, one paragraph a line."""

    @model_validator(mode="after")
    def _one_script_at_least(self) -> Self:
        if self.hant is None and self.hans is None:
            refuse(say("a text in no script"), say("give zh-Hant, zh-Hans or both"))
        return self


# A NUL cannot stand in a file's key, so these cannot be taken for one.
PLAIN = "\0plain"
WRITTEN = "\0written"
TAGS = (PLAIN, WRITTEN)
"""Names pydantic puts into an error's path that do not stand in the file."""


def _form(value: Any) -> str:
    return WRITTEN if isinstance(value, dict | WrittenLine | WrittenPassage) else PLAIN


TextLine = Annotated[
    Annotated[Line, Tag(PLAIN)] | Annotated[WrittenLine, Tag(WRITTEN)], Discriminator(_form)
]
"""One line: a plain string in the script of its record, or a mapping zh-Hant / zh-Hans."""
TextPassage = Annotated[
    Annotated[Passage, Tag(PLAIN)] | Annotated[WrittenPassage, Tag(WRITTEN)],
    Discriminator(_form),
]
"""One or more paragraphs, one a line."""
