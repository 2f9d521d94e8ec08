"""What the documents contradict or leave out, and what the extraction of their text damaged."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from generator.messages.message import say
from generator.model.base import Identifier, Line, LineNumber, Model, Record, Script, refuse
from generator.model.period import Day
from generator.model.text import TextPassage

ErratumKind = Literal[
    "edition-change",
    "name-change",
    "contradiction",
    "damage",
    "ambiguity",
    "omission",
    "anachronism",
    "duplicate",
]
"""Kinds of erratum; data/vocabulary/errata-kinds.yml gives them their labels and their order."""

ErratumLevel = Literal["fact", "editorial", "blemish"]
"""What an erratum touches; data/vocabulary/errata-levels.yml says so in words."""


class Spot(Model):
    """A place in a document, with the words that stand there."""

    document: Identifier
    line: LineNumber
    printed: Line


class Erratum(Model):
    """One problem of the sources."""

    id: Identifier
    """Permanent, unique among all errata."""
    level: ErratumLevel
    """`fact`: it touches a fact that readers are shown; `editorial`: how a document says something;
    `blemish`: only how it is printed or was extracted."""
    about: Annotated[tuple[Identifier, ...], Field(strict=False)] = ()
    """Agencies and programmes on whose pages it is shown."""
    what: TextPassage
    """What stands there."""
    shown_as: TextPassage
    """What the site shows instead, or why it shows it all the same."""
    reported: Day | None = None
    """The day on which the publisher was told of it; left out while nobody has."""
    answer: TextPassage | None = None
    """What the publisher answered."""
    locators: Annotated[tuple[Spot, ...], Field(strict=False, min_length=1)]

    @model_validator(mode="after")
    def _who_answers_was_told(self) -> Self:
        if self.answer is not None and self.reported is None:
            refuse(
                say("an `answer` to what was not reported"),
                say("write in `reported` the day on which the publisher was told"),
            )
        return self


class ErratumList(Record):
    """Problems of one kind; the file's name is a code of data/vocabulary/errata-kinds.yml."""

    script: Script
    errata: Annotated[tuple[Erratum, ...], Field(strict=False, min_length=1)]
