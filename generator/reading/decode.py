"""Plain values → frozen models, or pydantic's errors as problems with line and column."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.messages.problem import Place, Problem
from generator.model.base import Record
from generator.model.source import FieldPath, Source
from generator.model.text import TAGS
from generator.reading.model_wording import objection_wording, unfilled_wording

R = TypeVar("R", bound=Record)


def decode(source: Source, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record in `source`, or everything that is wrong with it."""
    empty = list(_empty(source.value, ()))
    try:
        record, details = kind.model_validate(source.value), []
    except ValidationError as error:
        record, details = None, error.errors(include_url=False)
    # A field that is there with nothing in it is no field that was left out: something is to come.
    problems = [Problem(source.place(path), *unfilled_wording(kind, path)) for path in empty]
    problems += [
        _problem(source, kind, detail)
        for detail in details
        if not _is_consequence(detail, details) and _written(detail["loc"]) not in empty
    ]
    return (None if problems else record), problems


def _empty(value: object, path: FieldPath) -> Iterator[FieldPath]:
    if value is None:
        yield path
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _empty(part, (*path, name))
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _empty(part, (*path, number))


def _is_consequence(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether this error is only a consequence of another one, which names the real mistake.

    A list is "too short" because its items were refused; a field is missing because its name is
    misspelt.
    """
    path, error = detail["loc"], detail["type"]
    for other_detail in details:
        place = other_detail["loc"]
        if error == "too_short" and len(place) > len(path) and place[: len(path)] == path:
            return True
        misspelt = other_detail["type"] == "extra_forbidden" and place[:-1] == path[:-1]
        if error == "missing" and misspelt and get_close_matches(str(place[-1]), [str(path[-1])]):
            return True
    return False


def _problem(source: Source, kind: type[Record], detail: ErrorDetails) -> Problem:
    path = _written(detail["loc"])
    message, tip = objection_wording(kind, detail, path)
    return Problem(_place(source, path, detail["type"]), message, tip)


def _written(path: FieldPath) -> FieldPath:
    """The path as it is in the file."""
    return tuple(part for part in path if part not in TAGS)


def _place(source: Source, path: FieldPath, error: str) -> Place:
    return source.keys[path] if error == "extra_forbidden" else source.place(path)
