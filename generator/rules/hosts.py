"""Check that a person has looked at every host to which an address leads."""

from collections.abc import Iterator
from difflib import get_close_matches

from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity
from generator.model.catalogue import Catalogue
from generator.model.host import HostList
from generator.model.source import FieldPath, Value
from generator.resolve.web_address import hosts_in
from generator.rules.repetitions import repetitions

_NEAR = 0.9
"""How much alike two hosts are of which one may be a slip of the pen: a letter of ten."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A mistyped letter sends readers to a stranger; each unknown host is reported once."""
    known_hosts = {
        known.host for record_file in catalogue.hosts.values() for known in record_file.record.hosts
    }
    if known_hosts:
        for host, places in sorted(_unknown(catalogue, known_hosts).items()):
            yield _problem(host, sorted(places), known_hosts)


def check_repeated_hosts(catalogue: Catalogue) -> Iterator[Problem]:
    """Report a host that is listed twice: its two entries could contradict each other."""
    places = (
        (item.host, record_file.place("hosts", number, "host"))
        for record_file in catalogue.hosts.values()
        for number, item in enumerate(record_file.record.hosts)
    )
    for host, place, first in repetitions(places):
        message = say("{host} already stands at {first}", host=host, first=first)
        yield Problem(place, message, say("remove one of the two entries"))


def _unknown(catalogue: Catalogue, known_hosts: set[str]) -> dict[str, list[Place]]:
    unknown: dict[str, list[Place]] = {}
    for record_file in catalogue.record_files():
        if isinstance(record_file.record, HostList):
            continue
        for path, text in _texts(record_file.source.value, ()):
            for host in dict.fromkeys(hosts_in(text)):
                if host not in known_hosts:
                    unknown.setdefault(host, []).append(record_file.place(*path))
    return unknown


def _problem(host: str, places: list[Place], known_hosts: set[str]) -> Problem:
    # Letters that only look like Latin ones are shown as what they are.
    shown = host.encode("ascii", "backslashreplace").decode()
    message = say("the host {host} is not in data/hosts/", host=shown)
    if len(places) > 1:
        template = "the host {host} is not in data/hosts/; it stands in {number} places"
        message = say(template, host=shown, number=len(places))
    tip = _tip(host, known_hosts)
    return Problem(places[0], message, tip, severity=Severity.WARNING)


def _tip(host: str, known_hosts: set[str]) -> str:
    if not host.isascii():
        return say("type it anew: it holds letters that are not of the Latin alphabet")
    if similar := _similar_host(host, sorted(known_hosts)):
        template = "did you mean {close}? if not, look at the page and add its host to a list there"
        return say(template, close=similar)
    template = "look at the page; if it is right, add to a list there `host: {host}` and `who`"
    return say(template, host=host)


def _similar_host(host: str, known_hosts: list[str]) -> str | None:
    """A known host that this one resembles, by accident or not."""
    name = host.rpartition(".")[0]
    for known_host in known_hosts:
        if (
            host.startswith((f"{known_host}.", f"{known_host}:"))
            or known_host.rpartition(".")[0] == name
        ):
            return known_host
    return next(iter(get_close_matches(host, known_hosts, n=1, cutoff=_NEAR)), None)


def _texts(value: Value, path: FieldPath) -> Iterator[tuple[FieldPath, str]]:
    match value:
        case str():
            yield path, value
        case dict():
            for name, item in value.items():
                yield from _texts(item, (*path, name))
        case list():
            for number, item in enumerate(value):
                yield from _texts(item, (*path, number))
