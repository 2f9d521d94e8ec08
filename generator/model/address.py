"""Addresses of public web pages · what was typed → what is wrong with it and how to mend it.

A link is the one thing of a page that leads a reader away: whatever a browser would read otherwise
than a person, or not find, is refused.
"""

import re

from generator.messages.message import say
from generator.messages.problem import quote_value

Fault = tuple[str, str]
"""What is wrong, and how to mend it."""

_COPY = say("copy the address from the browser, where the page is open")
_ODD = re.compile(r"[^!#-;=?-Z_a-z~\[\]]")
_PARTS = re.compile(r"https?://(?P<site>[^/?#]*)(?P<path>[^?#]*)(?P<rest>.*)", re.S)
_LABEL = re.compile(r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?")
_TOP = re.compile(r"[A-Za-z]{2,63}|xn--[A-Za-z0-9-]{1,59}")
_INSIDE = ("localhost", "local", "localdomain", "internal", "intranet", "lan", "home", "corp")
"""Last words of names that only one network knows."""


def fault(value: str) -> Fault | None:
    """What is wrong with an address of a public page, and how to mend it."""
    parts = _PARTS.fullmatch(value)
    if parts is None:
        return (
            say("{value} is not a web address", value=quote_value(value)),
            say("start with https:// or http:// and percent-encode everything that is not ASCII"),
        )
    site, path = parts["site"], parts["path"]
    return _of_site(value, site) or _of_path(value, path, parts["rest"]) or _of_form(value)


def _of_form(value: str) -> Fault | None:
    """Of a character that no address has: a space, Chinese, a mark."""
    odd = _ODD.search(value)
    if odd is None:
        return None
    message = say(
        "{value} holds {char}, which no address does",
        value=quote_value(value),
        char=quote_value(odd[0]),
    )
    return message, _COPY


def _of_site(value: str, site: str) -> Fault | None:
    """Of what stands between // and the next /."""
    told = quote_value(value)
    if site.lower() in ("http:", "https:", "http", "https"):
        return say("{value} begins twice", value=told), say("keep one https://")
    if "@" in site:
        real = site.rpartition("@")[2]
        message = say(
            "{value} leads to {site}, not to what stands before the @", value=told, site=real
        )
        return message, say("write the address without what stands before @, or the one you mean")
    name, colon, port = site.partition(":")
    if colon and re.fullmatch("[0-9]*", port):
        if port in ("", "80", "443") or not 0 < int(port) < 65_536:
            message = say("{value} names a port, {port}", value=told, port=quote_value(port))
            return message, say("write the address of the public page, without a port")
        site = name
    if re.fullmatch(r"[0-9.]*[0-9][0-9.]*|0x[0-9a-f.x]+|\[.*\]", site, re.I):
        message = say("{value} has a number in place of the name of a site", value=told)
        return message, say("write the name of the site, as www.gov.hk")
    return (_of_form(site) and _of_form(value)) or _of_name(told, site)


def _of_name(told: str, site: str) -> Fault | None:
    labels = site.split(".")
    if site.endswith(".") and site.strip("."):
        return _punctuation(told, ".")
    if not all(map(_LABEL.fullmatch, labels)):
        return say("{value} has no name of a site", value=told), _COPY
    if len(labels) < 2 or labels[-1].lower() in _INSIDE:
        message = say("{value}: no public site is called {site}", value=told, site=site)
        return message, say("write the whole name of the site, as www.itf.gov.hk")
    if not _TOP.fullmatch(labels[-1]):
        message = say("{value}: no public site is called {site}", value=told, site=site)
        return message, _COPY
    return None


def _punctuation(told: str, mark: str) -> Fault:
    message = say("{value} ends with {mark}", value=told, mark=mark)
    return message, say("remove it: it belongs to the sentence in which the address stood")


def _of_path(value: str, path: str, rest: str) -> Fault | None:
    told, whole = quote_value(value), path + rest
    if whole and (value[-1] in ".,;:!?'\"" or (value[-1] in ")]" and _unbalanced(whole))):
        return _punctuation(told, value[-1])
    if _unbalanced(whole):
        return say("{value} has a bracket without its partner", value=told), _COPY
    if re.search(r"%(?![0-9A-Fa-f]{2})", whole):
        message = say("{value} has a % without two digits behind it", value=told)
        return message, say("copy the address from the browser, or write %25 for a percent sign")
    parts = path.split("/")
    if "..." in path or ".." in parts or "." in parts:
        return say("{value} is cut or goes back: it has dots for a part", value=told), _COPY
    if re.match(r"/+https?:/", path, re.I):
        return say("{value} holds two addresses", value=told), say("keep the one you mean")
    return None


def _unbalanced(text: str) -> bool:
    return any(text.count(one) != text.count(other) for one, other in ("()", "[]"))
