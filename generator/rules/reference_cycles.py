"""Check that nothing belongs to itself or succeeds itself, directly or through others."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.catalogue import Catalogue
from generator.rules.registered_records import was_published


@dataclass(frozen=True)
class _Reference:
    """From a record to the one that it names in a field."""

    target: str
    place: Place
    new: bool
    """Whether the record was never published."""


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A circle has no top: the chart would have no place for it."""
    for field in ("parent", "successor"):
        references = {
            name: _Reference(
                target, record_file.place(field), not was_published(catalogue, "agencies", name)
            )
            for name, record_file in catalogue.agencies.items()
            if (target := getattr(record_file.record, field))
        }
        yield from _circles(references, field)
    parts = {
        name: _Reference(
            record_file.record.part_of,
            record_file.place("part_of"),
            not was_published(catalogue, "programmes", name),
        )
        for name, record_file in catalogue.programmes.items()
        if record_file.record.part_of and name not in catalogue.agencies
    }
    yield from _circles(parts, "part_of")


def _circles(references: Mapping[str, _Reference], field: str) -> Iterator[Problem]:
    visited: set[str] = set()
    for start in sorted(references):
        path: list[str] = []
        record = start
        while record in references and record not in path and record not in visited:
            path.append(record)
            record = references[record].target
        if record in path:
            yield _problem(path[path.index(record) :], references, field)
        visited.update(path)


def _problem(circle: list[str], references: Mapping[str, _Reference], field: str) -> Problem:
    """Reported at the record that was never published, else at the one that most others name."""
    times_named = Counter(step.target for step in references.values())
    culprit = max(circle, key=lambda it: (references[it].new, times_named[it], it))
    start = circle.index(culprit)
    items = " → ".join([*circle[start:], *circle[:start], culprit])
    tips = {
        "parent": say("a body belongs to another one above it: correct or remove this `parent`"),
        "successor": say("a body is taken over by a later one: correct or remove this `successor`"),
        "part_of": say("a part belongs to a greater whole: correct or remove this `part_of`"),
    }
    message = say("goes round in a circle: {items}", items=items)
    if len(circle) == 1:
        message = say("names itself")
    return Problem(
        references[culprit].place,
        say("{field}: {message}", field=field, message=message),
        tips[field],
    )
