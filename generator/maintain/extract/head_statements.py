"""Numbers and dates of the running text, found again in the new one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.maintain.extract.head_alignment import Alignment
from generator.maintain.extract.head_findings import Findings
from generator.maintain.extract.head_layout import DECREASE, DIRECTION, INCREASE
from generator.maintain.extract.head_own_words import directed_word
from generator.maintain.extract.head_years import later_day, later_words, later_years
from generator.maintain.extract.record_yaml import fields_of
from generator.messages.message import say
from generator.model.budget import DateStatement, NumberStatement
from generator.resolve.amounts import (
    Amount,
    CellsByName,
    change_rate,
    parse_amount,
)
from generator.resolve.printed.quotation import compact_line

_TOKEN = re.compile(rf"(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)|(?P<word>{DIRECTION})|(?P<other>.)")


@dataclass(frozen=True)
class _Place:
    line: int
    match: "re.Match[str]"


def later_statements(
    old: Sequence[NumberStatement],
    lines: Sequence[str],
    alignment: Alignment | None,
    cells: CellsByName,
    by: int,
    findings: Findings,
) -> Iterator[dict[str, object]]:
    """The fields of each statement that stands in the new text as well."""
    for statement in old:
        fields = fields_of(statement)
        for name in ("repeats", "from", "to", "year"):
            if name in fields:
                fields[name] = later_years(str(fields[name]), by)
        lost = [it for it in ("repeats", "from", "to") if it in fields and fields[it] not in cells]
        place = None if lost else _find(statement, fields, lines, alignment, cells)
        findings.count("statements", place is not None)
        if place is None:
            what = later_years(str(fields["what"]), by)
            template = "{what} ({printed} on line {line} last year): not found, enter it by hand"
            values = {"printed": statement.printed, "line": statement.line}
            findings.gone.append(say(template, what=what, **values))
            continue
        falls = _falls(statement, lines[place.line - 1], place.match)
        what = later_years(str(fields["what"]), by)
        fields |= {"what": what, "printed": place.match[0].strip(), "line": place.line}
        if statement.as_of:
            fields["as_of"] = later_day(statement.as_of, by)
        if statement.change and falls is not None:
            fields["what"] = directed_word(what, falls)
            fields["change"] = "decrease" if falls else "increase"
        yield fields


def later_dates(
    old: Sequence[DateStatement],
    lines: Sequence[str],
    alignment: Alignment | None,
    by: int,
    findings: Findings,
) -> Iterator[dict[str, object]]:
    """The fields of each date: an event keeps its date, what recurs moves."""
    for day in old:
        carried = alignment.find(day.line) if alignment else None
        near = [carried.line] if carried else []
        later = later_words(day.printed, by)
        for line in (*near, *range(1, len(lines) + 1)):
            text = compact_line(lines[line - 1])
            if compact_line(day.printed) in text:
                findings.count("dates", True)
                yield fields_of(day) | {"line": line}
                break
            if carried and compact_line(later) in text:
                findings.count("dates", True)
                yield {
                    "id": day.id,
                    "date": later_day(day.date, by),
                    "printed": later,
                    "line": line,
                }
                break
        else:
            findings.count("dates", False)
            template = "the date {printed}: not found, so {id} is no more"
            findings.gone.append(say(template, printed=day.printed, id=day.id))


def _find(
    statement: NumberStatement,
    fields: Mapping[str, object],
    lines: Sequence[str],
    alignment: Alignment | None,
    cells: CellsByName,
) -> _Place | None:
    pattern = _pattern(statement.printed)
    if alignment is not None:
        carried = alignment.find(statement.line)
        if carried is None or (statement.as_of and not carried.as_dated):
            return None
        before = list(pattern.finditer(alignment.old[statement.line - 1]))
        places = [
            _Place(line, match)
            for line in alignment.beside(carried.line)
            for match in pattern.finditer(lines[line - 1])
        ]
        own = [
            number
            for number, match in enumerate(before)
            if compact_line(match[0]) == compact_line(statement.printed)
        ]
        if own and len(before) == len(places):
            return places[own[0]]
    else:
        places = [
            _Place(line, match)
            for line, text in enumerate(lines, 1)
            if "\t" not in text
            for match in pattern.finditer(text)
        ]
    expected = _expected(fields, statement, cells)
    if expected is not None:
        places = [it for it in places if _agrees(it, statement, expected)]
    elif statement.as_of:
        return None  # which of several days it is for, only last year's text can tell
    return places[0] if len(places) == 1 else None


def _pattern(printed: str) -> "re.Pattern[str]":
    """Words of the same form with any number."""
    parts = []
    for token in _TOKEN.finditer("".join(printed.split())):
        if token["number"]:
            parts.append(r"(?<![0-9,.])[0-9][0-9,]*(?:\.[0-9]+)?")
        elif token["word"]:
            parts.append(DIRECTION)
        else:
            parts.append(re.escape(token["other"]))
    return re.compile(r"\s*".join(parts))


def _falls(statement: NumberStatement, text: str, match: "re.Match[str]") -> bool | None:
    """Whether the words say that it became less; a rate is behind the amount that says so."""
    said = (
        match[0]
        if INCREASE.search(match[0]) or DECREASE.search(match[0])
        else text[: match.start()]
    )
    rise = max((it.start() for it in INCREASE.finditer(said)), default=-1)
    fall = max((it.start() for it in DECREASE.finditer(said)), default=-1)
    return None if rise == fall else fall > rise


def _expected(
    fields: Mapping[str, object], statement: NumberStatement, cells: CellsByName
) -> Amount | None:
    """What the cells say that the statement has to be."""
    named = [cells.get(str(fields.get(it, ""))) for it in ("repeats", "from", "to")]
    same, start, end = (it.amount if it else None for it in named)
    if same:
        return same
    if not start or not end or not start.value:
        return None
    if statement.unit == "percent":
        amount = parse_amount(statement.printed, "percent")
        return change_rate(start, end, amount.step) if amount else None
    return Amount(end.value - start.value, max(start.step, end.step))


def _agrees(place: _Place, statement: NumberStatement, expected: Amount) -> bool:
    amount = parse_amount(place.match[0], statement.unit)
    size = Amount(abs(expected.value), expected.step)
    return amount is not None and amount.agrees(size)
