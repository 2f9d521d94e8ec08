"""Check that a dataset lists the formats that its description names."""

import re
from collections.abc import Iterator
from typing import get_args

from generator.messages.message import list_names, say
from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset, Format
from generator.model.wording import settle

_FORMATS = {name.casefold(): name for name in get_args(Format)}
_FORMAT = re.compile(rf"(?<![a-z0-9])({'|'.join(_FORMATS)})(?![a-z0-9])", re.I)


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers take the formats for what the plan prints."""
    for record_file in catalogue.datasets.values():
        yield from _formats(record_file)


def _formats(record_file: RecordFile[Dataset]) -> Iterator[Problem]:
    record = record_file.record
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
        yield Problem(record_file.place("formats"), message, tip)
