"""Read number and day of a draft again from what the new edition prints · fields → fields."""

import re
from typing import Any

from generator.resolve.printed.date_words import parts_of
from generator.resolve.printed.dates import Moment, dates
from generator.resolve.printed.quantities import read_quantities
from generator.resolve.printed.quotation import compact_line


def read_again(fields: dict[str, Any], sentence: str) -> None:
    """Write into a draft what its printed form and its sentence say now."""
    if "value" in fields:
        _read_value(fields)
    for field in ("as_of", "date"):
        if field in fields:
            _read_day(fields, field, sentence)


def _read_value(fields: dict[str, Any]) -> None:
    quantities = read_quantities(fields["printed"]).quantities
    if len(quantities) != 1 or quantities[0].low.denominator != 1:
        return
    quantity = quantities[0]
    fields["value"] = int(quantity.low)
    fields.pop("value_max", None)
    if quantity.high is not None:
        fields["value_max"] = int(quantity.high)
    fields["qualifier"] = "range" if quantity.high is not None else _qualifier(quantity.qualifiers)


def _qualifier(qualifiers: tuple[str, ...]) -> str:
    return qualifiers[0] if qualifiers else "exact"


def _read_day(fields: dict[str, Any], field: str, sentence: str) -> None:
    """The last day of the same precision before the printed form, or in it."""
    printed = fields.get("printed") or ""
    behind = re.search(r"\s*".join(map(re.escape, compact_line(printed))), sentence)
    end = behind.end() if behind and printed else len(sentence)
    alike = [it for it in dates(sentence[:end]) if _is_alike(it, fields[field])]
    if alike:
        fields[field] = alike[-1].date
        _read_part(fields, field, sentence)


def _read_part(fields: dict[str, Any], field: str, sentence: str) -> None:
    part = "as_of_part" if field == "as_of" else "part"
    said = parts_of(sentence, fields[field]) - {None}
    fields.pop(part, None)
    if len(said) == 1:
        fields[part] = said.pop()


def _is_alike(moment: Moment, day: str) -> bool:
    return moment.has_year and len(moment.date) == len(day)
