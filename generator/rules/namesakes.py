"""No two records go by one name, and no two datasets lead to one page of the portal."""

import itertools
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.message import say
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Held
from generator.model.dataset import Dataset
from generator.model.programme import Programme
from generator.model.text import WrittenLine
from generator.model.wording import Text, settle
from generator.problem import Place, Problem, quoted
from generator.rules.excuses import excused
from generator.rules.published import oldest_first, was_published

OFFICIAL = {"official", "simplified"}


@dataclass(frozen=True)
class _Called:
    """One name of a record."""

    name: str
    owner: str
    place: Place
    role: Literal["official", "simplified", "english", "alias", "former"]
    other: str | None = None
    """The official name in Simplified, where it is given."""
    note: str = ""
    """What is noted about it, where that may say why."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A reader, and a link made of a name, could not tell which is meant."""
    agencies = oldest_first(catalogue, "agencies", catalogue.agencies)
    programmes = oldest_first(catalogue, "programmes", catalogue.programmes)
    listed = [it.id for names in catalogue.terminology.names.values() for it in names.record.names]
    called = {
        owner: [*_listed(catalogue, owner), *_own(catalogue, owner)]
        for owner in sorted(
            dict.fromkeys((*listed, *agencies, *programmes)),
            key=lambda it: not _known(catalogue, it),
        )
    }
    official = [it for names in called.values() for it in names if it.role == "official"]
    for it, other in _clashes(official):
        if it.other and other.other and it.other != other.other:
            continue  # one name with two forms: rules/terminology.py names it
        yield _problem(
            it, other, say("two records have two names: correct one, or keep one record")
        )
    yield from _shared(called, {*agencies, *programmes})
    for names in called.values():
        yield from _own_twice(names)
    yield from _datasets(catalogue)


def _shared(called: Mapping[str, Sequence[_Called]], records: Collection[str]) -> Iterator[Problem]:
    """Of what has a page every name is its own; of what has none, such as a law or a place, the
    English name and the acronym."""
    ours = [it for owner, names in called.items() if owner in records for it in names]
    english = [it for names in called.values() for it in names if it.role == "english"]
    told: set[Place] = set()
    for it, other in (*_clashes(ours), *_clashes(english)):
        official = {it.role, other.role} <= OFFICIAL
        noted = _names(it.note, called[other.owner]) or _names(other.note, called[it.owner])
        if official or noted or it.place in told:
            continue
        told.add(it.place)
        tip = say(
            "correct one of the two; if both are really called so, say why in the `note` of "
            "{owner!r} under data/terminology/names/, and name {other!r} there",
            owner=it.owner,
            other=other.owner,
        )
        yield _problem(it, other, tip)


def _known(catalogue: Catalogue, owner: str) -> bool:
    kinds = ("agencies", "programmes", "terminology")
    return any(was_published(catalogue, kind, owner) for kind in kinds)


def _clashes(called: Iterable[_Called]) -> Iterator[tuple[_Called, _Called]]:
    """Each name of another record with the one that has it first; two records once."""
    first: dict[str, _Called] = {}
    told: set[tuple[str, str]] = set()
    for it in called:
        if it.role == "former":
            continue  # who took over keeps the name of the other as a former one
        other = first.setdefault(it.name.casefold(), it)
        if it.owner != other.owner and (it.owner, other.owner) not in told:
            told.add((it.owner, other.owner))
            yield (other, it) if _right(it) and not _right(other) else (it, other)


def _right(it: _Called) -> bool:
    """Whether somebody may be trusted to be called so: by the official name, or like the id."""
    return it.role in OFFICIAL or it.name.casefold() == it.owner


def _names(note: str, called: Sequence[_Called]) -> bool:
    """Whether a note speaks of the record with these names: one about something else, such as how
    long a name was used, explains no clash."""
    own = {called[0].owner, *(it.name for it in called if it.role in OFFICIAL)}
    return any(re.search(rf"(?<![A-Za-z0-9-]){re.escape(it)}(?![A-Za-z0-9-])", note) for it in own)


def _problem(it: _Called, other: _Called, tip: str) -> Problem:
    message = say(
        "{name} is a name of {other!r}, too, at {place}",
        name=quoted(it.name),
        other=other.owner,
        place=other.place,
    )
    return Problem(it.place, message, tip)


def _own_twice(names: Iterable[_Called]) -> Iterator[Problem]:
    """An English name or acronym may also be printed in Chinese texts, and so be an alias."""
    first: dict[str, Place] = {}
    for it in names:
        if it.role in ("english", "simplified"):
            continue
        place = first.setdefault(it.name, it.place)
        if place != it.place:
            message = say("{name} is already a name of this record", name=quoted(it.name))
            yield Problem(it.place, message, say("keep one of the two"))


def _listed(catalogue: Catalogue, identifier: str) -> Iterator[_Called]:
    """The names under data/terminology/names/."""
    entries = (
        (held, number, name)
        for held in catalogue.terminology.names.values()
        for number, name in enumerate(held.record.names)
        if name.id == identifier
    )
    for held, number, name in itertools.islice(entries, 1):
        at, note = ("names", number), name.note or ""
        place = held.place(*at, "zh-Hant")
        yield _Called(name.hant, identifier, place, "official", name.hans, note)
        place = held.place(*at, "zh-Hans")
        yield _Called(name.hans, identifier, place, "simplified", None, note)
        for field in ("english", "acronym"):
            if text := getattr(name, field):
                yield _Called(text, identifier, held.place(*at, field), "english", None, note)
        for count, alias in enumerate(name.aliases):
            place = held.place(*at, "aliases", count)
            for form in _forms(alias):
                yield _Called(form, identifier, place, "alias", None, note)


def _own(catalogue: Catalogue, identifier: str) -> Iterator[_Called]:
    """The names that stand in the record itself."""
    agency, programme = catalogue.agencies.get(identifier), catalogue.programmes.get(identifier)
    for held in (agency, programme):
        if held is None:
            continue
        record = held.record
        if record.name is not None:
            for form in _forms(record.name):
                yield _Called(form, identifier, held.place("name"), "official")
        for field in ("english", "acronym"):
            if text := getattr(record, field, None):
                yield _Called(text, identifier, held.place(field), "english")
        for count, alias in enumerate(getattr(record, "aliases", ())):
            place = held.place("aliases", count)
            yield from (_Called(form, identifier, place, "alias") for form in _forms(alias))
        yield from _former(held)


def _former(held: Held[Agency] | Held[Programme]) -> Iterator[_Called]:
    for count, text in enumerate(held.record.former_names):
        for form in _forms(text):
            yield _Called(form, held.record.id, held.place("former_names", count), "former")


def _forms(text: Text) -> tuple[str, ...]:
    if isinstance(text, WrittenLine):
        return tuple(filter(None, dict.fromkeys((text.hant, text.hans))))
    return (str(text),)


def _datasets(catalogue: Catalogue) -> Iterator[Problem]:
    """One body has one dataset of a name, or a spatial one beside it, and each its own page."""
    first: dict[Hashable, Held[Dataset]] = {}
    right = excused(catalogue, "duplicate")
    for name in oldest_first(catalogue, "datasets", catalogue.datasets):
        held = catalogue.datasets[name]
        record = held.record
        text = settle(record.name, record.script).text
        called = first.setdefault((record.agency, text, record.spatial), held)
        page = first.setdefault(record.landing.hant, held) if record.landing else held
        other = called if called is not held else page
        if other is held or _rows(other) & _rows(held):
            continue  # one row listed twice: rules/listings.py names it
        if any(right(record.agency, it.document, it.line, None) for it in record.listings):
            continue
        tip = say(
            "correct one of the two, or keep one record with the rows of both; if there really are "
            "two, say so in data/errata/duplicate.yml, about {agency}, with document and line",
            agency=record.agency,
        )
        message = say("this page is that of {other!r}, too", other=other.record.id)
        place = held.place("landing", "zh-Hant")
        if other is called:
            place = held.place("name")
            message = say(
                "{name} is a name of {other!r}, too, at {place}",
                name=quoted(text),
                other=other.record.id,
                place=other.place("name"),
            )
        yield Problem(place, message, tip)


def _rows(held: Held[Dataset]) -> set[tuple[str, str, int]]:
    return {(it.document, it.section, it.row) for it in held.record.listings}
