"""What pydantic objects to, in words for someone who knows YAML and no Python."""

import re
from typing import Any

from pydantic_core import ErrorDetails

from generator.fields import field_names
from generator.message import say
from generator.model.base import Record
from generator.places import Path
from generator.problem import nearest, quoted
from generator.syntax import as_number

_TYPES = {
    "string_type": (say("text"), say("if it is a number or true/false, put it in quotes")),
    "int_type": (say("a whole number"), say("write digits only, without quotes, commas and units")),
    "bool_type": (say("true or false"), say("write true or false, without quotes")),
    "tuple_type": (say("a list"), say("write each item on its own line after `- `")),
    "model_type": (
        say("a group of fields"),
        say("write `field: value` lines below it, indented"),
    ),
}


_WIDE_COLON = re.compile("[A-Za-z_-]+\\s*[\uff1a\ufe55\ufe30]")

FORMS = {
    r"^[A-Za-z0-9]+([._-][A-Za-z0-9]+)*$": say("write Latin letters and digits, joined by . _ -"),
    r"^[A-D](\.[1-9][0-9]*)?\.(i|ii)$": say("write the section as A.i, B.ii or C.1.ii"),
    r"^[0-9]{4}/[0-9]{4}$": say("write the first and the last year as 2026/2028"),
    r"^[12][0-9]{3}-[0-9]{2}$": say("write the financial year as 2025-26"),
    r"^[0-9a-f]{64}$": say("write the 64 digits and letters that `sha256sum FILE` prints"),
    r"^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$": say("write table.row"),
    r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){2}$": say("write table.row.column"),
    r"^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*){0,2}$": say(
        "write table, table.row or table.row.column"
    ),
    r"^(agencies|budget|datasets|documents|programmes)(/[a-z0-9]+(-[a-z0-9]+)*)?$": say(
        "write a list and an identifier, as datasets/sea-tides"
    ),
}
"""Pattern of a field → how to write what it wants."""


def wording(kind: type[Record], detail: ErrorDetails, path: Path) -> tuple[str, str]:
    """(what is wrong, how to mend it) for an objection to the value at `path`."""
    field, error, given = _name(path), detail["type"], detail["input"]
    context: dict[str, Any] = detail.get("ctx", {})
    match error:
        case "handbook":
            message = say("{field}: {message}", field=field, message=context["message"])
            return message, context["tip"]
        case "missing":
            return say("{field} is missing", field=field), say("add `{name}:` here", name=path[-1])
        case "extra_forbidden":
            message = say("{field} is not a field of this record", field=field)
            if len(path) > 1:
                owner = _name(path[:-1])
                message = say("{field} is not a field of {owner}", field=field, owner=owner)
            return message, _nearest_field(kind, path)
        case "literal_error" if given is not None:
            message = say(
                "{field}: {value} is not one of the allowed values",
                field=field,
                value=quoted(given),
            )
            return message, _nearest_value(given, str(context["expected"]))
        case "string_type" | "int_type" | "bool_type" | "tuple_type" | "literal_error":
            return _of_another_type(field, given, error)
        case "model_type" | "model_attributes_type":
            return _of_another_type(field, given, "model_type")
        case _:
            return _out_of_bounds(field, detail["msg"], error, given, context)


def _of_another_type(field: str, given: object, error: str) -> tuple[str, str]:
    if given is None:
        tip = say("fill it in, or remove the line if the field is not required")
        return say("{field} is not filled in", field=field), tip
    wanted, tip = _TYPES[error]
    if error == "int_type" and (number := as_number(str(given))) is not None:
        tip = say("write {number}: digits only, without quotes, commas and units", number=number)
    if error == "model_type" and isinstance(given, str) and _WIDE_COLON.match(given):
        tip = say("write ':' and a space")
    described = _describe(given)
    message = say(
        "{field} must be {wanted}, not {given}", field=field, wanted=wanted, given=described
    )
    return message, tip


def _nearest_value(given: object, expected: str) -> str:
    allowed = re.findall("'([^']+)'", expected)
    listed = ", ".join(allowed)
    if close := nearest(str(given), allowed):
        return say("did you mean {close!r}? allowed: {expected}", close=close, expected=listed)
    return say("allowed: {expected}", expected=listed)


def _out_of_bounds(
    field: str, message: str, error: str, given: object, context: dict[str, Any]
) -> tuple[str, str]:
    """Too short, too long, too small, too large, of another form."""
    fill = say("fill it in, or leave the whole field out if it is not required")
    neighbour = say("compare with a neighbouring record")
    match error:
        case "too_short":
            least = _items(context["min_length"])
            return say("{field} must have at least {least}, not 0", field=field, least=least), fill
        case "string_too_short":
            least = _characters(context["min_length"])
            return say(
                "{field}: string should have at least {least}", field=field, least=least
            ), fill
        case "string_too_long":
            most = _characters(context["max_length"])
            said = say("{field}: string should have at most {most}", field=field, most=most)
            return said, say("use at most {most}", most=most)
        case "string_pattern_mismatch":
            said = say("{field}: {value} has not the right form", field=field, value=quoted(given))
            return said, FORMS.get(context["pattern"], neighbour)
        case "greater_than_equal":
            least = context["ge"]
            said = say(
                "{field}: input should be greater than or equal to {least}",
                field=field,
                least=least,
            )
            return said, neighbour
        case "less_than_equal":
            most = context["le"]
            said = say(
                "{field}: input should be less than or equal to {most}", field=field, most=most
            )
            return said, neighbour
        case _:
            return f"{field}: {message[:1].lower()}{message[1:]}", neighbour


def _items(number: int) -> str:
    return say("1 item") if number == 1 else say("{number} items", number=number)


def _characters(number: int) -> str:
    return say("1 character") if number == 1 else say("{number} characters", number=number)


def _name(path: Path) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or say("the record")


def _nearest_field(kind: type[Record], path: Path) -> str:
    """What may have been meant by the field at `path`, and which fields there are."""
    names = field_names(kind, path[:-1])
    if not names:
        return say("remove it or correct its spelling")
    fields = ", ".join(names)
    if close := nearest(str(path[-1]), names):
        return say("did you mean {close!r}? fields: {fields}", close=close, fields=fields)
    return say("remove it; fields: {fields}", fields=fields)


def _describe(value: object) -> str:
    match value:
        case bool():
            return say("true or false")
        case int():
            return say("the number {number}", number=value)
        case str():
            return say("text")
        case list():
            return say("a list")
        case _:
            return say("a group of fields")
