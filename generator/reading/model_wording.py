"""What pydantic objects to, in words for someone who knows YAML and no Python."""

import re
from typing import Any

from pydantic import StringConstraints
from pydantic_core import ErrorDetails

from generator.messages.message import list_names, say
from generator.messages.problem import closest_name, quote_value
from generator.model.base import Code, Record
from generator.model.budget import AnyName, CellName, RowName
from generator.model.document import SectionCode, Sha256, YearInterval
from generator.model.history import PageAddress
from generator.model.period import FiscalYear
from generator.model.record_fields import field_names, is_required
from generator.model.source import FieldPath
from generator.reading.yaml_wording import as_number

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


def pattern_of(field_type: Any) -> str:
    """The regular expression that the texts of a type have to match."""
    constraints = (it for it in field_type.__metadata__ if isinstance(it, StringConstraints))
    return next(str(it.pattern) for it in constraints if it.pattern is not None)


FORMS = {
    pattern_of(Code): say("write Latin letters and digits, joined by . _ -"),
    pattern_of(SectionCode): say("write the section as A.i, B.ii or C.1.ii"),
    pattern_of(YearInterval): say("write the first and the last year as 2026/2028"),
    pattern_of(FiscalYear): say("write the financial year as 2025-26"),
    pattern_of(Sha256): say("write the 64 digits and letters that `sha256sum FILE` prints"),
    pattern_of(RowName): say("write table.row"),
    pattern_of(CellName): say("write table.row.column"),
    pattern_of(AnyName): say("write table, table.row or table.row.column"),
    pattern_of(PageAddress): say("write a list and an identifier, as datasets/sea-tides"),
}
"""Pattern of a field → how to write what it wants."""


def objection_wording(kind: type[Record], detail: ErrorDetails, path: FieldPath) -> tuple[str, str]:
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
                value=quote_value(given),
            )
            return message, _nearest_value(given, str(context["expected"]))
        case "string_type" | "int_type" | "bool_type" | "tuple_type" | "literal_error":
            return _of_another_type(field, given, error)
        case "model_type" | "model_attributes_type":
            return _of_another_type(field, given, "model_type")
        case _:
            return _out_of_bounds(field, detail["msg"], error, given, context)


def unfilled_wording(kind: type[Record], path: FieldPath) -> tuple[str, str]:
    """(what is wrong, how to mend it) for a field without a value."""
    tip = say("fill it in") if is_required(kind, path) else say("fill it in, or remove the line")
    return say("{field} is not filled in", field=_name(path)), tip


def _of_another_type(field: str, given: object, error: str) -> tuple[str, str]:
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
    listed = list_names(allowed)
    if close := closest_name(str(given), allowed):
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
            wrong = say("{field}: string should have at most {most}", field=field, most=most)
            return wrong, say("use at most {most}", most=most)
        case "string_pattern_mismatch":
            wrong = say(
                "{field}: {value} has not the right form", field=field, value=quote_value(given)
            )
            return wrong, FORMS.get(context["pattern"], neighbour)
        case "greater_than_equal":
            least = context["ge"]
            wrong = say(
                "{field}: input should be greater than or equal to {least}",
                field=field,
                least=least,
            )
            return wrong, neighbour
        case "less_than_equal":
            most = context["le"]
            wrong = say(
                "{field}: input should be less than or equal to {most}", field=field, most=most
            )
            return wrong, neighbour
        case _:
            return f"{field}: {message[:1].lower()}{message[1:]}", neighbour


def _items(number: int) -> str:
    return say("1 item") if number == 1 else say("{number} items", number=number)


def _characters(number: int) -> str:
    return say("1 character") if number == 1 else say("{number} characters", number=number)


def _name(path: FieldPath) -> str:
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".") or say("the record")


def _nearest_field(kind: type[Record], path: FieldPath) -> str:
    """What may have been meant by the field at `path`, and which fields there are."""
    names = field_names(kind, path[:-1])
    if not names:
        return say("remove it or correct its spelling")
    fields = list_names(names)
    if close := closest_name(str(path[-1]), names):
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
