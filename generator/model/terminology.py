"""How words are written, apart from what OpenCC knows."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Line, Model, Record

Character = Annotated[str, StringConstraints(min_length=1, max_length=1)]


class Form(Model):
    """One character that the Government writes differently from OpenCC's `s2hk`."""

    opencc: Character
    """What OpenCC gives."""
    wanted: Character
    """What the site shows on Traditional pages."""
    reason: Line
    """Where the wanted form is printed, or why it is wanted."""


class FormMap(Record):
    """Characters to replace after a conversion to Traditional; never applied to printed text."""

    forms: Annotated[tuple[Form, ...], Field(strict=False, min_length=1)]
