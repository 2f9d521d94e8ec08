"""Nothing that was published vanishes without a word, and no address without a redirect."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from generator.message import say
from generator.model.catalogue import Catalogue, Held
from generator.model.history import Gone, History
from generator.problem import Place, Problem, Severity
from generator.resolve.identifiers import PAGES, identifiers
from generator.rules.published import missing_file, vanished


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Readers bookmark addresses, and programs keep identifiers."""
    there = identifiers(catalogue)
    for held in catalogue.history.values():
        kind = held.record.id
        if kind not in there:
            message = say("unknown kind of record {kind!r}", kind=kind)
            tip = say("kinds: {kinds}", kinds=", ".join(there))
            yield Problem(held.place("id"), message, tip)
            continue
        yield from _vanished(catalogue, held, there[kind])
        for number, gone in enumerate(held.record.gone):
            yield from _gone(held, number, gone, there)


def _vanished(
    catalogue: Catalogue, held: Held[History], there: tuple[str, ...]
) -> Iterator[Problem]:
    record, known = held.record, set(there)
    missing = vanished(catalogue, record.id)
    for number, identifier in enumerate(record.identifiers):
        if identifier in missing:
            new = sorted(known - set(record.identifiers))
            yield Problem(
                held.place("identifiers", number),
                say("{kind}: {id!r} was published and is no more", kind=record.id, id=identifier),
                _explain(identifier, new, record.id),
                needs=(missing_file(catalogue, record.id, identifier),),
            )
    unrecorded = len(known - set(record.identifiers))
    if unrecorded:
        message = say(
            "{number} identifiers of {kind} are not recorded", number=unrecorded, kind=record.id
        )
        tip = say("run `python3 dev.py update` and commit what it writes")
        yield Problem(held.place(), message, tip, severity=Severity.WARNING)


def _explain(identifier: str, new: list[str], kind: str) -> str:
    close = get_close_matches(identifier, new, n=1)
    if kind in PAGES and close:
        template = "bring it back, or say why under `gone`, perhaps with `to: {kind}/{close}`"
        return say(template, kind=kind, close=close[0])
    if kind in PAGES:
        return say("bring it back, or say why under `gone`, with the page that takes its place")
    return say("bring it back, or say why under `gone`")


def _gone(
    held: Held[History], number: int, gone: Gone, there: Mapping[str, tuple[str, ...]]
) -> Iterator[Problem]:
    kind = held.record.id

    def at(field: str) -> Place:
        return held.place("gone", number, field)

    if gone.id in there[kind]:
        tip = say("remove this entry")
        yield Problem(at("id"), say("{id!r} is not gone: there is such a record", id=gone.id), tip)
    if gone.id not in held.record.identifiers:
        tip = say("correct it, or remove this entry")
        yield Problem(at("id"), say("{id!r} was never published", id=gone.id), tip)
    if kind in PAGES and gone.to is None:
        message = say("the address /{kind}/{id}/ leads nowhere", kind=kind, id=gone.id)
        yield Problem(at("id"), message, say("add `to:` with the page that takes its place"))
    elif gone.to is not None:
        where, _, target = gone.to.partition("/")
        if target and target not in there[where]:
            close = get_close_matches(target, there[where], n=1)
            tip = (
                say("did you mean {close!r}?", close=f"{where}/{close[0]}")
                if close
                else say("name a record, or the list: {kind}", kind=where)
            )
            yield Problem(at("to"), say("there is no page {page!r}", page=gone.to), tip)
