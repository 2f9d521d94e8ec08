"""Addresses of public web pages · what was typed → what is wrong with it and how to mend it.

A link is the one thing of a page that leads a reader away: whatever a browser would read otherwise
than a person, or not find, is refused.
"""

import re

from generator.messages.message import say
from generator.messages.problem import quote_value

AddressFault = tuple[str, str]
"""What is wrong, and how to mend it."""

_COPY_FROM_BROWSER = say("copy the address from the browser, where the page is open")
_FORBIDDEN = re.compile(r"[^!#-;=?-Z_a-z~\[\]]")
_PARTS = re.compile(r"https?://(?P<site>[^/?#]*)(?P<path>[^?#]*)(?P<rest>.*)", re.S)
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_TOP = re.compile(r"[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59}")
_PRIVATE_ENDINGS = (
    "localhost",
    "local",
    "localdomain",
    "internal",
    "intranet",
    "lan",
    "home",
    "corp",
)
"""Last words of names that only one network knows."""


def address_fault(value: str) -> AddressFault | None:
    """What is wrong with an address of a public page, and how to mend it."""
    parts = _PARTS.fullmatch(value)
    if parts is None:
        return (
            say("{value} is not a web address", value=quote_value(value)),
            say("start with https:// or http:// and percent-encode everything that is not ASCII"),
        )
    site, path = parts["site"], parts["path"]
    return (
        _site_fault(value, site)
        or _path_fault(value, path, parts["rest"])
        or _character_fault(value)
    )


def _character_fault(value: str) -> AddressFault | None:
    """The fault of a character that no address has: a space, Chinese, a mark."""
    odd = _FORBIDDEN.search(value)
    if odd is None:
        return None
    message = say(
        "{value} holds {char}, which no address does",
        value=quote_value(value),
        char=quote_value(odd[0]),
    )
    return message, _COPY_FROM_BROWSER


def _site_fault(value: str, site: str) -> AddressFault | None:
    """The fault of the host, between // and the next slash."""
    shown = quote_value(value)
    if site.lower() in ("http:", "https:", "http", "https"):
        return say("{value} begins twice", value=shown), say("keep one https://")
    if "@" in site:
        real = site.rpartition("@")[2]
        message = say(
            "{value} leads to {site}, not to what stands before the @", value=shown, site=real
        )
        return message, say("write the address without what stands before @, or the one you mean")
    name, colon, port = site.partition(":")
    if colon and re.fullmatch("[0-9]*", port):
        if port in ("", "80", "443") or not 0 < int(port) < 65_536:
            message = say("{value} names a port, {port}", value=shown, port=quote_value(port))
            return message, say("write the address of the public page, without a port")
        site = name
    if re.fullmatch(r"[0-9.]*[0-9][0-9.]*|0x[0-9a-f.x]+|\[.*\]", site, re.I):
        message = say("{value} has a number in place of the name of a site", value=shown)
        return message, say("write the name of the site, as www.gov.hk")
    return (_character_fault(site) and _character_fault(value)) or _site_name_fault(shown, site)


def _site_name_fault(shown: str, site: str) -> AddressFault | None:
    labels = site.split(".")
    if site.endswith(".") and site.strip("."):
        return _punctuation_fault(shown, ".")
    if not all(map(_LABEL.fullmatch, labels)):
        return say("{value} has no name of a site", value=shown), _COPY_FROM_BROWSER
    if len(labels) < 2 or labels[-1].lower() in _PRIVATE_ENDINGS:
        message = say("{value}: no public site is called {site}", value=shown, site=site)
        return message, say("write the whole name of the site, as www.itf.gov.hk")
    if not _TOP.fullmatch(labels[-1]):
        message = say("{value}: no public site is called {site}", value=shown, site=site)
        return message, _COPY_FROM_BROWSER
    return None


def _punctuation_fault(shown: str, mark: str) -> AddressFault:
    message = say("{value} ends with {mark}", value=shown, mark=mark)
    return message, say("remove it: it belongs to the sentence in which the address stood")


def _path_fault(value: str, path: str, rest: str) -> AddressFault | None:
    shown, whole = quote_value(value), path + rest
    if whole and (value[-1] in ".,;:!?'\"" or (value[-1] in ")]" and _has_unpaired_bracket(whole))):
        return _punctuation_fault(shown, value[-1])
    if _has_unpaired_bracket(whole):
        return say("{value} has a bracket without its partner", value=shown), _COPY_FROM_BROWSER
    if re.search(r"%(?![0-9A-Fa-f]{2})", whole):
        message = say("{value} has a % without two digits behind it", value=shown)
        return message, say("copy the address from the browser, or write %25 for a percent sign")
    parts = path.split("/")
    if "..." in path or ".." in parts or "." in parts:
        return say(
            "{value} is cut or goes back: it has dots for a part", value=shown
        ), _COPY_FROM_BROWSER
    if re.match(r"/+https?:/", path, re.I):
        return say("{value} holds two addresses", value=shown), say("keep the one you mean")
    return None


def _has_unpaired_bracket(text: str) -> bool:
    return any(text.count(opening) != text.count(closing) for opening, closing in ("()", "[]"))
