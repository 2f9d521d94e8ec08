"""A published fact as data/history/ keeps it: fields of one part of a record, on one line.

`sea-waves - @sea-facts {"value":"12","unit":"metre"}`: whose it is, the day on which it was
recorded (a hyphen for what was published before days were kept), the part of the record, the
documents that say it, and what they say.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.base import refuse

_UNDATED = "-"
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LINE = re.compile(
    r"(?P<owner>[a-z0-9-]+) (?P<day>-|[12][0-9]{3}-[01][0-9]-[0-3][0-9]) "
    r"(?P<part>[A-Za-z0-9_.-]*)@(?P<documents>[a-z0-9,-]*) (?P<fields>\{.*\})"
)


@dataclass(frozen=True)
class RecordedFact:
    """Some fields that stand together in a record and rest on the same documents."""

    owner: str
    """The identifier of the record or item."""
    part: str
    """Where in it: `terms`, or with the identifiers on the way `tables.sub-heads.rows.total`."""
    documents: tuple[str, ...]
    fields: Mapping[str, str]
    """What readers are shown, as text."""
    day: str | None = None
    """The day on which it was recorded; None for what was published before days were kept."""

    @property
    def said(self) -> str:
        """All but the day: what two facts have in common that are the same."""
        return f"{self.owner} {self.part}@{','.join(self.documents)} {_as_json(self.fields)}"

    @property
    def line(self) -> str:
        """As the history has it."""
        return with_day(self.said, self.day)


def with_day(said: str, day: str | None) -> str:
    """The line of the history for what is said of a day."""
    owner, rest = said.split(" ", 1)
    return f"{owner} {day or _UNDATED} {rest}"


def said_in(line: str) -> str:
    """What a line of the history says, without its day."""
    owner, _, rest = line.split(" ", 2)
    return f"{owner} {rest}"


def day_in(line: str) -> str | None:
    """The day of a line of the history."""
    day = line.split(" ", 2)[1]
    return None if day == _UNDATED else day


def read_fact(line: str) -> RecordedFact:
    """What a line of the history says. Raises ValueError for another text."""
    match = _LINE.fullmatch(line)
    fields = json.loads(match["fields"]) if match else None
    if match is None or not fields or not all(isinstance(it, str) for it in fields.values()):
        raise ValueError(line)
    documents = tuple(filter(None, match["documents"].split(",")))
    return RecordedFact(match["owner"], match["part"], documents, fields, day_in(line))


def _check_line(value: str) -> str:
    try:
        read_fact(value)
    except (ValueError, RecursionError):
        refuse(
            say("{value} is no recorded fact", value=quote_value(value)),
            say("`python3 dev.py update` writes these lines: take back what was changed by hand"),
        )
    return value


FactLine = Annotated[str, StringConstraints(max_length=20_000), AfterValidator(_check_line)]
