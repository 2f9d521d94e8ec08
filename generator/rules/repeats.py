"""Nothing stands twice in one list, and no fact under two identifiers."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.message import say
from generator.model.catalogue import Catalogue, Held
from generator.places import Path
from generator.problem import Place, Problem, quoted
from generator.rules.published import oldest_first

OWN = {"forms": "opencc", "characters": "char", "breaks": "measure", "stands": "document"}
"""List → the field in which its items have to differ; in others they differ in something."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A fact that is counted twice makes every count wrong."""
    for held in _all(catalogue):
        for path, items in _lists(held.source.value, ()):
            yield from _same(held, path, items)
    yield from _events(catalogue)
    yield from _figures(catalogue)
    yield from _errata(catalogue)
    yield from _conditions(catalogue)


def _all(catalogue: Catalogue) -> Iterator[Held[Any]]:
    terminology = catalogue.terminology
    kinds: Iterable[Mapping[str, Held[Any]]] = (
        *(catalogue.documents, catalogue.agencies, catalogue.datasets, catalogue.programmes),
        *(catalogue.figures, catalogue.events, catalogue.budgets, catalogue.errata),
        *(catalogue.exceptions, catalogue.vocabularies, catalogue.prose),
        *(terminology.names, terminology.terms, terminology.forms),
        *(terminology.contexts, terminology.allowed),
    )
    for kind in kinds:
        yield from kind.values()


def _lists(value: object, path: Path) -> Iterator[tuple[Path, Sequence[object]]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _lists(part, (*path, name))
    elif isinstance(value, list):
        yield path, value
        for number, part in enumerate(value):
            yield from _lists(part, (*path, number))


def _same(held: Held[Any], path: Path, items: Sequence[object]) -> Iterator[Problem]:
    """What has an identifier or a code is told by the rule that they differ, an alias by that
    of names, the cell of a budget by that of its table."""
    if path[-1] in ("aliases", "cells") and (path[-1] != "cells" or "rows" in path):
        return
    seen: set[Hashable] = set()
    own = OWN.get(str(path[-1]))
    for number, item in enumerate(items):
        known = isinstance(item, dict) and not item.keys().isdisjoint(("id", "code"))
        part = item[own] if own and isinstance(item, dict) else item
        key = _key(part)
        if key in seen and not known:
            message = say("{item} stands twice in this list", item=quoted(_shown(part), 60))
            yield Problem(held.place(*path, number), message, say("keep one of them"))
        seen.add(key)


def _key(value: object) -> Hashable:
    if isinstance(value, dict):
        return frozenset((name, _key(part)) for name, part in value.items())
    if isinstance(value, list):
        return tuple(map(_key, value))
    return type(value), value


def _shown(item: object) -> object:
    """Of a group of fields its values."""
    return ", ".join(map(str, item.values())) if isinstance(item, dict) else item


def _events(catalogue: Catalogue) -> Iterator[Problem]:
    for held in catalogue.events.values():
        facts = {
            (number, event.id): _fact(event) for number, event in enumerate(held.record.events)
        }
        yield from _twice(catalogue, held, "events", facts)


def _fact(event: Any) -> Hashable:
    where = (event.printed, event.line) if event.printed else (event.what, event.line)
    return event.kind, event.date, event.planned, event.document, where


def _figures(catalogue: Catalogue) -> Iterator[Problem]:
    """Under one measure they are told by rules/facts.py."""
    for held in catalogue.figures.values():
        facts = {
            (number, it.id): (it.measure, number)
            if any(it.measure == other.measure for other in held.record.figures[:number])
            else (it.document, it.line, it.printed, it.value, it.unit, it.as_of, it.basis)
            for number, it in enumerate(held.record.figures)
        }
        yield from _twice(catalogue, held, "figures", facts)


def _errata(catalogue: Catalogue) -> Iterator[Problem]:
    for held in catalogue.errata.values():
        facts = {
            (number, erratum.id): (frozenset(erratum.about), erratum.locators)
            for number, erratum in enumerate(held.record.errata)
        }
        yield from _twice(catalogue, held, "errata", facts)


def _twice(
    catalogue: Catalogue, held: Held[Any], field: str, facts: Mapping[tuple[int, str], Hashable]
) -> Iterator[Problem]:
    """The same under two identifiers: the one that was never published is to blame."""
    numbers = {name: number for number, name in facts}
    first: dict[Hashable, str] = {}
    for name in oldest_first(catalogue, field, numbers):
        other = first.setdefault(facts[numbers[name], name], name)
        if other != name:
            message = say("{id!r} says the same as {other!r}", id=name, other=other)
            tip = say("remove it, or correct what was meant to differ")
            yield Problem(held.place(field, numbers[name], "id"), message, tip)


def _conditions(catalogue: Catalogue) -> Iterator[Problem]:
    for held in catalogue.programmes.values():
        first: dict[Hashable, Place] = {}
        for number, it in enumerate(held.record.terms):
            if it in held.record.terms[:number]:
                continue  # told by `_same`
            place = held.place("terms", number, "printed")
            key = (it.kind, it.document, it.line, it.printed)
            if key in first:
                message = say("this condition already stands at {first}", first=first[key])
                yield Problem(place, message, say("keep one of them"))
            first.setdefault(key, place)
