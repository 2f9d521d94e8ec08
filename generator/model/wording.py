"""A text with its source script: what resolve hands on and script/ converts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.base import Script
from generator.model.text import WrittenLine, WrittenPassage

Text = str | WrittenLine | WrittenPassage


@dataclass(frozen=True)
class Wording:
    """`text` in its source script; `other` is the hand-written text for the other one, if any."""

    text: str
    script: Script
    other: str | None = None
    document: str | None = None
    """The document that prints `text`; none for our own words."""


def settle(text: Text, script: Script, document: str | None = None) -> Wording:
    """The Wording of a `text` from a record in `script`, printed in `document` if not our own.

    Written in one script only, that script is its source.
    """
    if isinstance(text, str):
        return Wording(text, script, None, document)
    if text.hant is not None and text.hans is not None:
        own, other = (text.hant, text.hans) if script == "zh-Hant" else (text.hans, text.hant)
        return Wording(own, script, other, document)
    if text.hant is not None:
        return Wording(text.hant, "zh-Hant", None, document)
    assert text.hans is not None, "the model refuses a text in no script"
    return Wording(text.hans, "zh-Hans", None, document)


def bracketed_condition(wording: Wording) -> Wording | None:
    """What is printed in brackets at the end of it: 自2020年起為每年二月 behind a frequency."""
    hit = re.search(r"[(（](.+)[)）]$", wording.text)
    return Wording(hit[1], wording.script, None, wording.document) if hit else None


def settle_any(text: Text | None, script: Script, document: str | None = None) -> Wording | None:
    """The same for a field that may be left out."""
    return None if text is None else settle(text, script, document)


def typed_forms(text: Text | None) -> tuple[str, ...]:
    """`text` in each script in which it is typed."""
    if text is None:
        return ()
    if isinstance(text, str):
        return (text,)
    return tuple(filter(None, (text.hant, text.hans)))


PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
"""Where a value goes in a pattern such as `{n}個項目`."""


def fill(pattern: str, values: Mapping[str, str]) -> str:
    """`pattern` with each `{name}` replaced by its value; values are never read as patterns.

    Raises KeyError for a name without a value.
    """
    return PLACEHOLDER.sub(lambda match: values[match[1]], pattern)
