"""Plain values → frozen models, every objection of pydantic as a problem with its line."""

from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.model.base import Record
from generator.model.text import TAGS
from generator.problem import Place, Problem, quoted
from generator.yaml_source import Path, Source

R = TypeVar("R", bound=Record)

_TYPES = {
    "string_type": ("text", "if it is a number or true/false, put it in quotes"),
    "int_type": ("a whole number", "write digits only, without quotes"),
    "bool_type": ("true or false", "write true or false, without quotes"),
    "tuple_type": ("a list", "write each item on its own line after `- `"),
    "model_type": ("a group of fields", "write `field: value` lines below it, indented"),
    "model_attributes_type": ("a group of fields", "write `field: value` lines, indented"),
}


def decode(source: Source, kind: type[R]) -> tuple[R | None, list[Problem]]:
    """The record in `source`, or everything that is wrong with it."""
    try:
        return kind.model_validate(source.value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [
            _problem(source, kind, detail) for detail in details if not _follows(detail, details)
        ]


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether an objection only follows from another one, which names the mistake itself.

    A list is "too short" because its items were refused; a field is missing because its name is
    misspelt.
    """
    path, error = detail["loc"], detail["type"]
    for other in details:
        place = other["loc"]
        if error == "too_short" and len(place) > len(path) and place[: len(path)] == path:
            return True
        misspelt = other["type"] == "extra_forbidden" and place[:-1] == path[:-1]
        if error == "missing" and misspelt and get_close_matches(str(place[-1]), [str(path[-1])]):
            return True
    return False


def _problem(source: Source, kind: type[Record], detail: ErrorDetails) -> Problem:
    path = tuple(part for part in detail["loc"] if part not in TAGS)
    message, tip = _wording(source, kind, detail, path)
    return Problem(_place(source, path, detail["type"]), message, tip)


def _place(source: Source, path: Path, error: str) -> Place:
    if error == "extra_forbidden" and path in source.keys:
        return source.keys[path]
    return source.place(path)


def _wording(
    source: Source, kind: type[Record], detail: ErrorDetails, path: Path
) -> tuple[str, str]:
    """(what is wrong, how to mend it) in words for someone who knows YAML and no Python."""
    field, error = _name(path), detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if error == "handbook":
        return f"{field}: {context['message']}", str(context["tip"])
    if error == "missing":
        return f"{field} is missing", f"add `{path[-1]}:` here"
    if error == "extra_forbidden":
        return f"{field} is not a field of {_owner(path)}", _nearest(kind, path)
    if error == "literal_error":
        return (
            f"{field}: {quoted(detail['input'])} is not one of the allowed values",
            f"allowed: {context['expected']}",
        )
    if error == "too_short":
        least = context["min_length"]
        message = f"{field} must have at least {_count(least, 'item')}, not 0"
        return message, _limit_tip(error, context)
    if error in _TYPES:
        wanted, tip = _TYPES[error]
        return f"{field} must be {wanted}, not {_describe(detail['input'])}", tip
    return f"{field}: {_sentence(detail['msg'])}", _limit_tip(error, context)


def _limit_tip(error: str, context: dict[str, Any]) -> str:
    match error:
        case "string_too_short" | "too_short":
            return "fill it in, or leave the whole field out if it is not required"
        case "string_too_long":
            return f"use at most {_count(context['max_length'], 'character')}"
        case "string_pattern_mismatch":
            return f"it must look like {context['pattern']}"
        case _:
            return "compare with a neighbouring record"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sentence(message: str) -> str:
    return message[:1].lower() + message[1:]


def _name(path: Path) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or "the record"


def _owner(path: Path) -> str:
    return "this record" if len(path) == 1 else _name(path[:-1])


def _nearest(kind: type[Record], path: Path) -> str:
    if len(path) > 1:
        return "remove it or correct its spelling"
    names = [info.alias or name for name, info in kind.model_fields.items()]
    close = get_close_matches(str(path[-1]), names, n=1)
    known = f"did you mean {close[0]!r}?" if close else "remove it;"
    return f"{known} fields: {', '.join(names)}"


def _describe(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return "true or false"
        case int():
            return f"the number {value}"
        case str():
            return "text"
        case list():
            return "a list"
        case _:
            return "a group of fields"
