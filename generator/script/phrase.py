"""A text with values in it, composed before the script is known."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.when import When
from generator.model.wording import Wording

PLACEHOLDER = re.compile(r"\{([a-z0-9_.-]+)\}")


@dataclass(frozen=True)
class Phrase:
    """`pattern` with `{name}` replaced by what `values` holds under that name."""

    pattern: Wording
    values: Mapping[str, "PageText"]


@dataclass(frozen=True)
class DatePhrase:
    """A date, said with the precision it has."""

    time: str | When


PageText = Wording | Phrase | DatePhrase | str
"""Anything a page can say; a str belongs to no script and stays as it is."""


def fill_placeholders(pattern: str, values: Mapping[str, str]) -> str:
    """`pattern` with its placeholders filled; other braces stay, and values are not expanded."""
    return PLACEHOLDER.sub(lambda match: values.get(match[1], match[0]), pattern)
