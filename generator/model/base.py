"""The settings every record shares, and the strings records are made of."""

import re
from typing import Annotated, Literal, NoReturn

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.address import address_fault


class Model(BaseModel):
    """A frozen, strict part of a record; a field nobody declared is an error."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, use_attribute_docstrings=True
    )


def refuse(message: str, tip: str) -> NoReturn:
    """Reject a value with our own words instead of pydantic's.

    Raises PydanticCustomError; `decode` turns it into a Problem with its line.
    """
    # The text goes in as context: pydantic would read braces in it as placeholders.
    raise PydanticCustomError("handbook", "{message}", {"message": message, "tip": tip})


_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def is_identifier(value: str) -> bool:
    """Whether it may be part of an address, and a file's name."""
    return _IDENTIFIER.fullmatch(value) is not None and len(value) <= 80


_WINDOWS_DEVICE = re.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]")
"""Names that Windows keeps for devices: it can neither hold nor fetch a file that is called so."""


def _check_identifier(value: str) -> str:
    if _WINDOWS_DEVICE.fullmatch(value):
        refuse(
            say("{value} cannot be the name of a file on Windows", value=quote_value(value)),
            say("choose another identifier"),
        )
    if not is_identifier(value):
        tip = say("write lower-case ASCII words joined by single hyphens, at most 80 characters")
        close = re.sub(r"[\s_-]+", "-", value.casefold()).strip("-,.;:")
        if is_identifier(close):
            tip = say("did you mean {close!r}?", close=close)
        refuse(say("{value} is not an identifier", value=quote_value(value)), tip)
    return value


def check_line(value: str) -> str:
    """Refuse a text that is no single line."""
    if value != value.strip() or "\n" in value:
        refuse(
            say("this text has a line break, or spaces at its ends"),
            say("write it on one line without spaces before or after it"),
        )
    return value


def _check_passage(value: str) -> str:
    if any(line != line.strip() or not line for line in value.split("\n")):
        refuse(
            say("a line of this text is empty or has spaces at its ends"),
            say("use a block `|-` with one paragraph a line"),
        )
    return value


def _check_address(value: str) -> str:
    if problem := address_fault(value):
        refuse(*problem)
    return value


Identifier = Annotated[str, AfterValidator(_check_identifier)]
Code = Annotated[
    str, StringConstraints(pattern=r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$", max_length=60)
]
"""What stands in addresses, anchors and data files."""
VocabularyCode = Annotated[
    str, StringConstraints(min_length=1, max_length=60), AfterValidator(check_line)
]
"""A code as an author writes it. Whatever it is, rules hold it against the vocabulary and say which
codes there are: a pattern could only say that a printed word is none."""
Line = Annotated[str, StringConstraints(min_length=1, max_length=300), AfterValidator(check_line)]
Passage = Annotated[
    str, StringConstraints(min_length=1, max_length=5000), AfterValidator(_check_passage)
]
Address = Annotated[str, StringConstraints(max_length=500), AfterValidator(_check_address)]
LineNumber = Annotated[int, Field(ge=1, le=1_000_000)]
Script = Literal["zh-Hant", "zh-Hans"]


class Record(Model):
    """One file of data."""

    id: Identifier
    """Permanent identifier, the same as the file's name; part of the page's address."""
