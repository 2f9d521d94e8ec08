"""Addresses that the environment gives a site · variable → address, or why it is none."""

import re
from collections.abc import Mapping
from urllib.parse import SplitResult, urlsplit

from generator.messages.message import Message, say

_CHARACTERS = re.compile(r"[!-~]*")
"""Characters of an address: ASCII, and no space."""
_HOST = re.compile(r"[\w.-]+|\[[0-9A-Fa-f:.]+\]", re.ASCII)
"""A host: a name, or numbers."""
_PATH = re.compile(r"(/[\w.~%@+-]+)*/?", re.ASCII)


class WrongAddress(Exception):
    """A variable of the environment holds something else than an address; the text tells which."""


_MAIL = re.compile(r"mailto:[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
MAILED = "REPORT_URL"
"""The one variable that may hold a mail address: whither readers without an account report."""


def address_in(environment: Mapping[str, str], variable: str) -> str | None:
    """The address that the variable holds; None if it is not set or empty. Raises WrongAddress."""
    given = environment.get(variable, "")
    if not given:
        return None
    if variable == MAILED and _MAIL.fullmatch(given):
        return given
    reason = _objection(given)
    if reason is None:
        return given
    template = "{variable} is {given!r}: {reason} (write for example {example}, or unset it)"
    example = "https://example.org/handbook/"
    raise WrongAddress(
        say(template, variable=variable, given=given, reason=reason, example=example)
    )


def lacks_report_address(environment: Mapping[str, str]) -> bool:
    """Whether readers would have no way to report a mistake."""
    return not (environment.get("REPO_URL") or environment.get(MAILED))


def _objection(given: str) -> Message | None:
    if not _CHARACTERS.fullmatch(given):
        return say("an address holds no space and only characters of ASCII")
    if not given.lower().startswith(("https://", "http://")):
        return say("an address begins with https:// or http://")
    try:
        parts = urlsplit(given)
        _ = parts.port  # raises, too
    except ValueError:
        return say("the host or its port is not written right")
    return _parts_objection(parts, given)


def _parts_objection(parts: SplitResult, given: str) -> Message | None:
    if "?" in given or "#" in given:
        return say("it ends in a query or in a place on a page")
    if "@" in parts.netloc:
        return say("it names a user")
    host = re.sub(r":\d+$", "", parts.netloc)
    if not _HOST.fullmatch(host) or ".." in host or not re.match(r"[\w\[]", host):
        return say("it names no host")
    if not _PATH.fullmatch(parts.path) or {".", ".."} & set(parts.path.split("/")):
        return say("its path is not written right")
    return None
