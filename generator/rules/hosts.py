"""Every host that an address leads to is one that somebody has looked at."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity
from generator.model.base import Record
from generator.model.catalogue import Catalogue, Held
from generator.model.source import Path, Value
from generator.resolve.web_address import hosts_in

_NEAR = 0.9
"""How much alike two hosts are of which one may be a slip of the pen: a letter of ten."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """One letter more sends readers to a stranger; one warning a host, where it first stands."""
    known = {it.host for held in catalogue.hosts.values() for it in held.record.hosts}
    if known:
        for host, places in sorted(_unknown(catalogue, known).items()):
            yield _problem(host, sorted(places), known)


def repeated(catalogue: Catalogue) -> Iterator[Problem]:
    """A host with two owners is a host that nobody knows."""
    first: dict[str, Place] = {}
    for held in catalogue.hosts.values():
        for number, it in enumerate(held.record.hosts):
            place = held.place("hosts", number, "host")
            if first.setdefault(it.host, place) is not place:
                template = "{host} already stands at {first}"
                message = say(template, host=it.host, first=first[it.host])
                yield Problem(place, message, say("remove one of the two entries"))


def _unknown(catalogue: Catalogue, known: set[str]) -> dict[str, list[Place]]:
    found: dict[str, list[Place]] = {}
    for held in _all(catalogue):
        for path, text in _texts(held.source.value, ()):
            for host in dict.fromkeys(hosts_in(text)):
                if host not in known:
                    found.setdefault(host, []).append(held.place(*path))
    return found


def _problem(host: str, places: list[Place], known: set[str]) -> Problem:
    # Letters that only look like Latin ones are shown as what they are.
    shown = host.encode("ascii", "backslashreplace").decode()
    message = say("the host {host} is not in data/hosts/", host=shown)
    if len(places) > 1:
        template = "the host {host} is not in data/hosts/; it stands in {number} places"
        message = say(template, host=shown, number=len(places))
    tip = _tip(host, known)
    return Problem(places[0], message, tip, severity=Severity.WARNING)


def _tip(host: str, known: set[str]) -> str:
    if not host.isascii():
        return say("type it anew: it holds letters that are not of the Latin alphabet")
    if meant := _meant(host, sorted(known)):
        template = "did you mean {close}? if not, look at the page and add its host to a list there"
        return say(template, close=meant)
    template = "look at the page; if it is right, add to a list there `host: {host}` and `who`"
    return say(template, host=host)


def _meant(host: str, known: list[str]) -> str | None:
    """A known host that this one is made to look like, by accident or not."""
    name = host.rpartition(".")[0]
    for it in known:
        if host.startswith((f"{it}.", f"{it}:")) or it.rpartition(".")[0] == name:
            return it
    return next(iter(get_close_matches(host, known, n=1, cutoff=_NEAR)), None)


def _all(catalogue: Catalogue) -> Iterator[Held[Record]]:
    """Every file but the lists of hosts themselves."""
    for folder, files in catalogue.records.items():
        if folder != "hosts":
            yield from files.values()


def _texts(value: Value, path: Path) -> Iterator[tuple[Path, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for name, it in value.items():
                yield from _texts(it, (*path, name))
        case list():
            for number, it in enumerate(value):
                yield from _texts(it, (*path, number))
