"""Check that no two records share a name, and no two datasets a page of the portal."""

import itertools
import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.messages.message import say
from generator.messages.problem import Place, Problem, quote_value
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.dataset import Dataset
from generator.model.programme import Programme
from generator.model.wording import settle, typed_forms
from generator.rules.erratum_excuses import excuse_check
from generator.rules.registered_records import published_first, was_published

OFFICIAL = {"official", "simplified"}


@dataclass(frozen=True)
class _RecordName:
    """One name of a record."""

    name: str
    owner: str
    place: Place
    role: Literal["official", "simplified", "english", "alias", "former"]
    simplified: str | None = None
    """The official name in Simplified, where it is given."""
    note: str = ""
    """What is noted about it, where that may say why."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers could not tell which of the two is meant, and neither could links made from names."""
    agencies = published_first(catalogue, "agencies", catalogue.agencies)
    programmes = published_first(catalogue, "programmes", catalogue.programmes)
    lists = catalogue.terminology.names.values()
    listed = [name.id for names in lists for name in names.record.names]
    called = {
        owner: [*_listed_names(catalogue, owner), *_record_names(catalogue, owner)]
        for owner in sorted(
            dict.fromkeys((*listed, *agencies, *programmes)),
            key=lambda it: not _known(catalogue, it),
        )
    }
    official = [it for names in called.values() for it in names if it.role == "official"]
    for name, earlier in _clashes(official):
        if name.simplified and earlier.simplified and name.simplified != earlier.simplified:
            continue  # one name with two forms: rules/terminology.py names it
        tip = say("two records have two names: correct one, or keep one record")
        yield _problem(name, earlier, tip)
    yield from _shared(called, {*agencies, *programmes})
    for names in called.values():
        yield from _repeated_in_record(names)
    yield from _datasets(catalogue)


def _shared(
    called: Mapping[str, Sequence[_RecordName]], records: Collection[str]
) -> Iterator[Problem]:
    """Names of a record that another has, too: of what has a page every name is its own; of what
    has none, such as a law or a place, the English name and the acronym."""
    ours = [name for owner, names in called.items() if owner in records for name in names]
    english = [it for names in called.values() for it in names if it.role == "english"]
    reported: set[Place] = set()
    for name, earlier in (*_clashes(ours), *_clashes(english)):
        official = {name.role, earlier.role} <= OFFICIAL
        is_noted = _speaks_of(name.note, called[earlier.owner])
        is_noted = is_noted or _speaks_of(earlier.note, called[name.owner])
        if official or is_noted or name.place in reported:
            continue
        reported.add(name.place)
        tip = say(
            "correct one of the two; if both are really called so, say why in the `note` of "
            "{owner!r} under data/terminology/names/, and name {other!r} there",
            owner=name.owner,
            other=earlier.owner,
        )
        yield _problem(name, earlier, tip)


def _known(catalogue: Catalogue, owner: str) -> bool:
    kinds = ("agencies", "programmes", "terminology")
    return any(was_published(catalogue, kind, owner) for kind in kinds)


def _clashes(names: Iterable[_RecordName]) -> Iterator[tuple[_RecordName, _RecordName]]:
    """Equal names of two records, each pair of records once; the name to blame comes first."""
    first: dict[str, _RecordName] = {}
    told_pairs: set[tuple[str, str]] = set()
    for name in names:
        if name.role == "former":
            continue  # who took over keeps the name of the other as a former one
        earlier = first.setdefault(name.name.casefold(), name)
        if name.owner != earlier.owner and (name.owner, earlier.owner) not in told_pairs:
            told_pairs.add((name.owner, earlier.owner))
            exchanged = _is_rightful(name) and not _is_rightful(earlier)
            yield (earlier, name) if exchanged else (name, earlier)


def _is_rightful(name: _RecordName) -> bool:
    """Whether the name surely belongs to its record: it is official, or equals the identifier."""
    return name.role in OFFICIAL or name.name.casefold() == name.owner


def _speaks_of(note: str, called: Sequence[_RecordName]) -> bool:
    """Whether a note speaks of the record with these names: one about something else, such as how
    long a name was used, explains no clash."""
    own = {called[0].owner, *(it.name for it in called if it.role in OFFICIAL)}
    return any(re.search(rf"(?<![A-Za-z0-9-]){re.escape(it)}(?![A-Za-z0-9-])", note) for it in own)


def _problem(name: _RecordName, earlier: _RecordName, tip: str) -> Problem:
    message = say(
        "{name} is a name of {other!r}, too, at {place}",
        name=quote_value(name.name),
        other=earlier.owner,
        place=earlier.place,
    )
    return Problem(name.place, message, tip)


def _repeated_in_record(names: Iterable[_RecordName]) -> Iterator[Problem]:
    """Report names that repeat in one record; an alias may repeat the English name or acronym."""
    first: dict[str, Place] = {}
    for name in names:
        if name.role in ("english", "simplified"):
            continue
        place = first.setdefault(name.name, name.place)
        if place != name.place:
            message = say("{name} is already a name of this record", name=quote_value(name.name))
            yield Problem(name.place, message, say("keep one of the two"))


def _listed_names(catalogue: Catalogue, identifier: str) -> Iterator[_RecordName]:
    """The names under data/terminology/names/."""
    entries = (
        (record_file, number, name)
        for record_file in catalogue.terminology.names.values()
        for number, name in enumerate(record_file.record.names)
        if name.id == identifier
    )
    for record_file, number, name in itertools.islice(entries, 1):
        at, note = ("names", number), name.note or ""
        place = record_file.place(*at, "zh-Hant")
        yield _RecordName(name.hant, identifier, place, "official", name.hans, note)
        place = record_file.place(*at, "zh-Hans")
        yield _RecordName(name.hans, identifier, place, "simplified", None, note)
        for field in ("english", "acronym"):
            if text := getattr(name, field):
                yield _RecordName(
                    text, identifier, record_file.place(*at, field), "english", None, note
                )
        for count, alias in enumerate(name.aliases):
            place = record_file.place(*at, "aliases", count)
            for form in typed_forms(alias):
                yield _RecordName(form, identifier, place, "alias", None, note)


def _record_names(catalogue: Catalogue, identifier: str) -> Iterator[_RecordName]:
    """The names that stand in the record itself."""
    agency, programme = catalogue.agencies.get(identifier), catalogue.programmes.get(identifier)
    for record_file in (agency, programme):
        if record_file is None:
            continue
        record = record_file.record
        if record.name is not None:
            for form in typed_forms(record.name):
                yield _RecordName(form, identifier, record_file.place("name"), "official")
        for field in ("english", "acronym"):
            if text := getattr(record, field, None):
                yield _RecordName(text, identifier, record_file.place(field), "english")
        for count, alias in enumerate(getattr(record, "aliases", ())):
            place = record_file.place("aliases", count)
            yield from (
                _RecordName(form, identifier, place, "alias") for form in typed_forms(alias)
            )
        yield from _former_names(record_file)


def _former_names(record_file: RecordFile[Agency] | RecordFile[Programme]) -> Iterator[_RecordName]:
    for count, text in enumerate(record_file.record.former_names):
        for form in typed_forms(text):
            yield _RecordName(
                form, record_file.record.id, record_file.place("former_names", count), "former"
            )


def _datasets(catalogue: Catalogue) -> Iterator[Problem]:
    """Report datasets of one agency with the same name, and datasets with the same page."""
    first: dict[Hashable, RecordFile[Dataset]] = {}
    is_excused = excuse_check(catalogue, "duplicate")
    for name in published_first(catalogue, "datasets", catalogue.datasets):
        record_file = catalogue.datasets[name]
        record = record_file.record
        text = settle(record.name, record.script).text
        same_name = first.setdefault((record.agency, text, record.spatial), record_file)
        same_page = (
            first.setdefault(record.landing.hant, record_file) if record.landing else record_file
        )
        earlier = same_name if same_name is not record_file else same_page
        if earlier is record_file or _rows(earlier) & _rows(record_file):
            continue  # one row listed twice: rules/listings.py names it
        if any(is_excused(record.agency, it.document, it.line, None) for it in record.listings):
            continue
        tip = say(
            "correct one of the two, or keep one record with the rows of both; if there really are "
            "two, say so in data/errata/duplicate.yml, about {agency}, with document and line",
            agency=record.agency,
        )
        message = say("this page is that of {other!r}, too", other=earlier.record.id)
        place = record_file.place("landing", "zh-Hant")
        if earlier is same_name:
            place = record_file.place("name")
            message = say(
                "{name} is a name of {other!r}, too, at {place}",
                name=quote_value(text),
                other=earlier.record.id,
                place=earlier.place("name"),
            )
        yield Problem(place, message, tip)


def _rows(record_file: RecordFile[Dataset]) -> set[tuple[str, str, int]]:
    return {(it.document, it.section, it.row) for it in record_file.record.listings}
