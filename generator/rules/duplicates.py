"""Check that no list repeats an item, and that no fact has two identifiers."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

from generator.messages.message import list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.event import Event
from generator.model.figure import Figure
from generator.model.history import History
from generator.model.host import HostList
from generator.model.programme import Condition
from generator.model.source import FieldPath
from generator.resolve.facts import event_time
from generator.rules.registered_records import published_first
from generator.rules.repetitions import repetitions

DISTINCT_BY = {
    "forms": "opencc",
    "characters": "char",
    "choices": "char",
    "breaks": "measure",
    "stands": "document",
}
"""List → the field in which its items have to differ; in others they differ in something."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A fact that is counted twice makes every count wrong."""
    for record_file in catalogue.record_files():
        if isinstance(record_file.record, History | HostList):
            continue  # rules/history.py and rules/hosts.py tell what stands twice there
        for path, items in _lists(record_file.source.value, ()):
            yield from _equal_items(record_file, path, items)
    yield from _events(catalogue)
    yield from _figures(catalogue)
    yield from _errata(catalogue)
    yield from _conditions(catalogue)
    yield from _statements(catalogue)


def _lists(value: object, path: FieldPath) -> Iterator[tuple[FieldPath, Sequence[object]]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from _lists(part, (*path, name))
    elif isinstance(value, list):
        yield path, value
        for number, part in enumerate(value):
            yield from _lists(part, (*path, number))


def _equal_items(
    record_file: RecordFile[Any], path: FieldPath, items: Sequence[object]
) -> Iterator[Problem]:
    """What has an identifier or a code is told by the rule that they differ, an alias by that
    of names."""
    if path[-1] == "aliases":
        return
    seen: set[Hashable] = set()
    distinct_by = DISTINCT_BY.get(str(path[-1]))
    for number, item in enumerate(items):
        has_identifier = isinstance(item, dict) and not item.keys().isdisjoint(("id", "code"))
        compared = item[distinct_by] if distinct_by and isinstance(item, dict) else item
        key = _key(compared)
        if key in seen and not has_identifier:
            message = say(
                "{item} stands twice in this list", item=quote_value(_item_text(compared), 60)
            )
            yield Problem(record_file.place(*path, number), message, say("keep one of them"))
        seen.add(key)


def _key(value: object) -> Hashable:
    if isinstance(value, dict):
        return frozenset((name, _key(part)) for name, part in value.items())
    if isinstance(value, list):
        return tuple(map(_key, value))
    return type(value), value


def _item_text(item: object) -> object:
    """The item as shown in a message: of a group of fields, only the values."""
    if not isinstance(item, dict):
        return item
    values = (it if isinstance(it, list) else [it] for it in item.values())
    return list_names(text for texts in values for text in texts)


def _events(catalogue: Catalogue) -> Iterator[Problem]:
    for record_file in catalogue.events.values():
        facts = {
            (number, event.id): _event_key(event)
            for number, event in enumerate(record_file.record.events)
        }
        yield from _same_fact(catalogue, record_file, "events", facts)


def _event_key(event: Event) -> Hashable:
    where = (event.printed, event.line) if event.printed else (event.what, event.line)
    return event.kind, event_time(event), event.planned, event.document, where


def _figures(catalogue: Catalogue) -> Iterator[Problem]:
    """Figures that repeat; those of one measure are reported by rules/facts.py."""
    for record_file in catalogue.figures.values():
        facts = {
            (number, figure.id): (figure.measure, number)
            if any(figure.measure == other.measure for other in record_file.record.figures[:number])
            else _figure_key(figure)
            for number, figure in enumerate(record_file.record.figures)
        }
        yield from _same_fact(catalogue, record_file, "figures", facts)


def _figure_key(figure: Figure) -> Hashable:
    number = (figure.printed, figure.value, figure.unit)
    return figure.document, figure.line, number, figure.as_of, figure.basis


def _errata(catalogue: Catalogue) -> Iterator[Problem]:
    for record_file in catalogue.errata.values():
        facts = {
            (number, erratum.id): (frozenset(erratum.about), erratum.locators)
            for number, erratum in enumerate(record_file.record.errata)
        }
        yield from _same_fact(catalogue, record_file, "errata", facts)


def _same_fact(
    catalogue: Catalogue,
    record_file: RecordFile[Any],
    field: str,
    facts: Mapping[tuple[int, str], Hashable],
) -> Iterator[Problem]:
    """Report a fact that has two identifiers, at the one that was never published."""
    numbers = {name: number for number, name in facts}
    names = published_first(catalogue, field, numbers)
    for _, name, earlier in repetitions((facts[numbers[name], name], name) for name in names):
        yield _same_as(record_file, (field, numbers[name], "id"), name, earlier)


def _conditions(catalogue: Catalogue) -> Iterator[Problem]:
    for record_file in catalogue.programmes.values():
        terms = record_file.record.terms
        places = (
            (_condition_key(condition), record_file.place("terms", number, "printed"))
            for number, condition in enumerate(terms)
            if condition not in terms[:number]  # `_equal_items` reports those
        )
        for _, place, first in repetitions(places):
            message = say("this condition already stands at {first}", first=first)
            yield Problem(place, message, say("keep one of them"))


def _condition_key(condition: Condition) -> Hashable:
    return condition.kind, condition.document, condition.line, condition.printed


def _statements(catalogue: Catalogue) -> Iterator[Problem]:
    """Statements of one subject that say the same, or are taken from the same words."""
    for record_file in catalogue.statements.values():
        statements = record_file.record.statements
        at = {it.id: number for number, it in enumerate(statements)}
        keys = [
            (key, statement.id)
            for statement in statements
            for key in (
                (statement.text, statement.term, statement.year),
                *set(statement.locators),
            )
        ]
        names = published_first(catalogue, "statements", at)
        keys.sort(key=lambda it: names.index(it[1]))
        reported: set[str] = set()
        for _, name, earlier in repetitions(keys):
            if name not in reported:
                reported.add(name)
                yield _same_as(record_file, ("statements", at[name], "id"), name, earlier)


def _same_as(record_file: RecordFile[Any], at: FieldPath, name: str, earlier: str) -> Problem:
    message = say("{id!r} says the same as {other!r}", id=name, other=earlier)
    tip = say("remove it, or correct what was meant to differ")
    return Problem(record_file.place(*at), message, tip)
