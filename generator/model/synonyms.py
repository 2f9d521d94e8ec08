"""Words that count as one when readers search: what they say, beside what documents print."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.base import Model, Record, check_line, refuse

MOST_WORDS = 30
"""A search looks for each word of a group."""


def _check_word(value: str) -> str:
    shown = quote_value(value)
    if len(re.findall(r"\w", value)) < 2:
        refuse(
            say("{word} has fewer than two letters: it would be found everywhere", word=shown),
            say("write a word of at least two characters"),
        )
    if "  " in value:
        refuse(say("two spaces side by side"), say("write one"))
    return value


def _check_words(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) < 2:
        refuse(
            say("a group of fewer than two words"),
            say("write at least two words that count as one, or remove the group"),
        )
    if len(words) > MOST_WORDS:
        refuse(
            say("a group of {number} words", number=len(words)),
            say("keep at most {most}, those that readers type", most=MOST_WORDS),
        )
    return words


Word = Annotated[
    str,
    StringConstraints(min_length=1, max_length=40),
    AfterValidator(check_line),
    AfterValidator(_check_word),
]


class SynonymGroup(Model):
    """Words that mean the same to whoever searches; none comes before the others."""

    words: Annotated[tuple[Word, ...], Field(strict=False), AfterValidator(_check_words)]
    """In Traditional or in Latin letters; the other script is made of them."""
    why: Annotated[str, StringConstraints(min_length=1, max_length=60), AfterValidator(check_line)]
    """How the words differ: a short form, English, what the Mainland says, an old name."""


class SynonymList(Record):
    """All groups; a word stands in one of them only."""

    groups: Annotated[tuple[SynonymGroup, ...], Field(strict=False, min_length=1)]
    """By what they are about."""
