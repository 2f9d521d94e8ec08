"""Check that a dataset lists the formats that its description names."""

import re
from collections.abc import Iterator
from typing import get_args

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset, Format
from generator.model.wording import settle

_FORMATS = {name.casefold(): name for name in get_args(Format)}
_FORMAT = re.compile(rf"(?<![a-z0-9])({'|'.join(_FORMATS)})(?![a-z0-9])", re.I)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers take the formats for what the plan prints."""
    for held in catalogue.datasets.values():
        yield from _formats(held)


def _formats(held: Held[Dataset]) -> Iterator[Problem]:
    record = held.record
    text = settle(record.description, record.script).text
    described = {_FORMATS[it.casefold()] for it in _FORMAT.findall(text)}
    # Where none is named, the plan may have said it in words of its own.
    if described and described != set(record.formats):
        message = say(
            "formats {formats}, but the description names {named}",
            formats=list_names(record.formats) or say("none"),
            named=list_names(sorted(described)),
        )
        tip = say("write the formats that the description names, or correct the description")
        yield Problem(held.place("formats"), message, tip)
