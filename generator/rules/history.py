"""Check that whatever was published still exists, or that somebody said why not and where to go."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches

from generator.messages.message import list_names, say
from generator.messages.problem import Place, Problem, Severity
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.history import FormerIdentifier, History
from generator.model.kinds import PAGES, PUBLISHED
from generator.resolve.identifiers import IdentifierLocation, identifier_locations
from generator.rules.registered_records import missing_file

_MOST = 5
"""So many identifiers are named; of more only their number is given."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers keep bookmarks, and programs keep identifiers."""
    existing, registered_before = identifier_locations(catalogue), catalogue.registered
    for kind in PUBLISHED:
        new = [it for it in existing[kind] if it not in registered_before[kind]]
        yield from _vanished(catalogue, kind, existing[kind], new)
        if registered_before[kind]:
            yield from _unregistered(kind, existing[kind], new)
    for record_file in catalogue.history.values():
        yield from _entries(record_file, existing)


def _vanished(
    catalogue: Catalogue, kind: str, existing: Mapping[str, IdentifierLocation], new: Sequence[str]
) -> Iterator[Problem]:
    histories = [it for it in catalogue.history.values() if it.folder == kind]
    explained = {gone.id for record_file in histories for gone in record_file.record.gone}
    for record_file in histories:
        for number, identifier in enumerate(record_file.record.identifiers):
            if identifier not in existing and identifier not in explained:
                yield Problem(
                    record_file.place("identifiers", number),
                    say("{kind}: {id!r} was published and is no more", kind=kind, id=identifier),
                    _explain(kind, identifier, new),
                    needs=(missing_file(catalogue, kind, identifier),),
                )


def _explain(kind: str, identifier: str, new: Sequence[str]) -> str:
    if close := get_close_matches(identifier, new, n=1):
        template = (
            "bring it back; if it has another name now, run `python3 dev.py rename {old} {new}`"
        )
        return say(template, old=identifier, new=close[0])
    template = "bring it back; if it is to go, run `python3 dev.py retire {id} {options}`"
    page, reason = say("PAGE"), say("REASON")
    options = say("--reason {reason}", reason=reason)
    if kind in PAGES:
        options = say("--to {page} --reason {reason}", page=page, reason=reason)
    return say(template, id=identifier, options=options)


def _unregistered(
    kind: str, existing: Mapping[str, IdentifierLocation], new: Sequence[str]
) -> Iterator[Problem]:
    if not new:
        return
    location = existing[new[0]]
    message = say("{kind}: {id} is not registered yet", kind=kind, id=new[0])
    if len(new) > 1:
        message = say(
            "{kind}: {number} identifiers are not registered yet: {ids}",
            kind=kind,
            number=len(new),
            ids=_listed(new),
        )
    tip = say(
        "run `python3 dev.py update` and commit what it writes; if you cannot, whoever merges will"
    )
    yield Problem(
        location.record_file.place(*location.path), message, tip, severity=Severity.WARNING
    )


def _listed(identifiers: Sequence[str]) -> str:
    named = list_names(identifiers[:_MOST])
    more = len(identifiers) - _MOST
    return say("{named} and {more} more", named=named, more=more) if more > 0 else named


def _entries(
    record_file: RecordFile[History], existing: Mapping[str, Mapping[str, IdentifierLocation]]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, gone in enumerate(record_file.record.gone):
        if gone.id in seen:
            place = record_file.place("gone", number, "id")
            message = say("{id!r} stands twice under `gone`", id=gone.id)
            yield Problem(place, message, say("keep one of the two"))
        else:
            yield from _gone(record_file, number, gone, existing)
        seen.add(gone.id)


def _gone(
    record_file: RecordFile[History],
    number: int,
    gone: FormerIdentifier,
    existing: Mapping[str, Mapping[str, IdentifierLocation]],
) -> Iterator[Problem]:
    kind = record_file.folder

    def at(field: str) -> Place:
        return record_file.place("gone", number, field)

    if gone.id in existing[kind]:
        tip = say("remove this entry")
        yield Problem(at("id"), say("{id!r} is not gone: there is such a record", id=gone.id), tip)
    if gone.id not in record_file.record.identifiers:
        tip = say("correct it, or remove this entry")
        yield Problem(at("id"), say("{id!r} was never published", id=gone.id), tip)
    if kind in PAGES and gone.to is None:
        message = say("the address /{kind}/{id}/ leads nowhere", kind=kind, id=gone.id)
        yield Problem(at("id"), message, say("add `to:` with the page that takes its place"))
    elif gone.to is not None:
        where, _, target = gone.to.partition("/")
        if where not in PAGES:
            message = say("there is no page {page!r}", page=gone.to)
            tip = say("write a list and an identifier, as datasets/sea-tides")
            yield Problem(at("to"), message, tip)
        elif target and target not in existing[where]:
            close = get_close_matches(target, existing[where], n=1)
            tip = (
                say("did you mean {close!r}?", close=f"{where}/{close[0]}")
                if close
                else say("name a record, or the list: {kind}", kind=where)
            )
            yield Problem(at("to"), say("there is no page {page!r}", page=gone.to), tip)
