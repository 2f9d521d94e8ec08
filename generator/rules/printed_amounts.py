"""Check that each cell and statement of a budget prints one whole number in the unit it gives."""

from collections.abc import Iterator
from fractions import Fraction

from generator.messages.message import say
from generator.messages.problem import Problem, quote_value
from generator.model.budget import Budget, Cell, NumberStatement
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.resolve.amounts import FACTORS, is_empty, located_cells, note_marks, parse_amount
from generator.resolve.printed.quantities import Quantity, read_quantities
from generator.resolve.printed.units import PERCENT

MONEY = "HKD"


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """Pages compute with what a statement prints: 20萬元 is not 20 dollars."""
    for record_file in catalogue.budgets.values():
        for number, statement in enumerate(record_file.record.statements):
            yield from _statement(record_file, statement, number)


def check_cells(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """Report cells of which only a part would be read: `114 00` must not become 114.

    Apart from `check`: nothing can be said of sums until these are mended.
    """
    for _, located in located_cells(record_file.record):
        yield from _cell(
            record_file, located.cell, (*located.path, "printed"), located.unit == PERCENT
        )


def _cell(
    record_file: RecordFile[Budget], cell: Cell, path: FieldPath, percent: bool
) -> Iterator[Problem]:
    if is_empty(cell.printed):
        return
    try:
        amount = parse_amount(cell.printed, "percent" if percent else "HKD")
    except ValueError:
        return  # rules/budget.py reports it
    unmarked = cell.printed
    for mark in note_marks(cell.printed):
        unmarked = unmarked.replace(mark, "")
    reading = read_quantities(unmarked)
    values = [it.low for it in reading.quantities]
    if amount is None or reading.unreadable or values != [Fraction(amount.value)]:
        yield Problem(
            record_file.place(*path),
            say("{printed} is not one number", printed=quote_value(cell.printed)),
            say("write the number as printed, in half-width digits with its commas: 243,500"),
        )
    elif not percent and reading.quantities[0].unit.kind == PERCENT:
        message = say(
            "{printed} is a percentage in a row of amounts", printed=quote_value(cell.printed)
        )
        tip = say("correct what is printed, or write `kind: change` for the row")
        yield Problem(record_file.place(*path), message, tip)


def _statement(
    record_file: RecordFile[Budget], statement: NumberStatement, number: int
) -> Iterator[Problem]:
    """A statement is read with its unit: 20萬元 is 20 of HKD-10k."""
    try:
        amount = parse_amount(statement.printed, statement.unit)
    except ValueError:
        return  # rules/budget_words.py reports it
    reading = read_quantities(statement.printed)
    typed_value = Fraction(amount.value) if amount else Fraction(0)
    values = [_value(it) for it in reading.quantities if _counts(it, statement.unit)]
    if abs(typed_value) in values:
        return
    place = record_file.place("statements", number, "unit")
    message = say(
        "{printed} is printed, which is not {value} with the unit {unit!r}",
        printed=quote_value(statement.printed),
        value=f"{float(typed_value):,.12g}",
        unit=statement.unit,
    )
    fitting_units = [unit for unit in FACTORS if _fits(statement, unit)]
    tip = (
        say("write `unit: {unit}`", unit=fitting_units[0])
        if fitting_units
        else say("write the number as printed, in half-width digits with its commas: 243,500")
    )
    yield Problem(place, message, tip)


def _fits(statement: NumberStatement, unit: str) -> bool:
    amount = next((parse_amount(statement.printed, it) for it in FACTORS if it == unit), None)
    typed = Fraction(amount.value) if amount else None
    quantities = read_quantities(statement.printed).quantities
    return any(_value(it) == typed and _counts(it, unit) for it in quantities)


def _value(quantity: Quantity) -> Fraction:
    return abs(quantity.low)


def _counts(quantity: Quantity, unit: str) -> bool:
    kind = quantity.unit.kind
    if unit.startswith(MONEY):
        return kind in (MONEY, "")
    return kind == (PERCENT if unit == PERCENT else "")
