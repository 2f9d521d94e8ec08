"""Hosts that addresses in the data may name: whoever adds another is asked to look at it."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from generator.messages.message import say
from generator.messages.problem import quote_value
from generator.model.base import Line, Model, Record, refuse

_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?")


def _check_host(value: str) -> str:
    if not _HOST.fullmatch(value):
        refuse(
            say("{value} is not a host", value=quote_value(value)),
            say("write it as in `www.itc.gov.hk`: small letters, no https://, no path"),
        )
    return value


HostName = Annotated[str, StringConstraints(max_length=253), AfterValidator(_check_host)]


class Host(Model):
    """A host whose pages somebody has looked at."""

    host: HostName
    """As in an address, between https:// and the next slash; a sub-domain is a host of its own."""
    who: Line
    """Whose it is, or what it is."""


class HostList(Record):
    """Hosts of one sort; the file's name is ours to choose."""

    confirms_names: bool = False
    """Whether these are pages of the Government or of the bodies themselves, which may confirm how
    a name is written; pages of others may not."""
    hosts: Annotated[tuple[Host, ...], Field(strict=False, min_length=1)]
    """In the order of the alphabet."""
