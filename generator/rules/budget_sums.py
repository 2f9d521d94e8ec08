"""What a budget's document computes is computed again: sums, percentages, differences."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.model.budget import Budget, Row, Statement, Table
from generator.model.catalogue import Held
from generator.problem import Problem
from generator.resolve.amounts import (
    Amount,
    Spot,
    change_rate,
    spots,
    statement_amount,
)

AGAIN = "hold the cells against the lines of the document; one of them is mistyped"


def check(held: Held[Budget]) -> Iterator[Problem]:
    """A sum that does not hold is a typing mistake, or something the page has to say."""
    record = held.record
    found = dict(spots(record))
    for at, table in enumerate(record.tables):
        for number, row in enumerate(table.rows):
            if row.sum_of:
                yield from _sum(held, table, row, ("tables", at, "rows", number), found)
    for spot in found.values():
        if spot.cell.against is not None:
            yield from _rate(held, spot, found)
    for number, same in enumerate(record.same):
        yield from _same(held, number, same.one, same.other, found)
    for number, statement in enumerate(record.statements):
        yield from _statement(held, number, statement, found)


def said(amount: Amount) -> str:
    """The amount in base units, for a message."""
    return f"{amount.value.normalize():,f}"


def _sum(
    held: Held[Budget],
    table: Table,
    row: Row,
    at: tuple[str | int, ...],
    found: Mapping[str, Spot],
) -> Iterator[Problem]:
    for count, cell in enumerate(row.cells):
        name = f"{table.id}.{row.id}.{cell.column}"
        parts = [found.get(f"{table.id}.{part}.{cell.column}") for part in row.sum_of]
        if name not in found or None in parts:
            continue  # rules/budget.py names it
        amounts = [spot.amount for spot in parts if spot]
        total, known = found[name].amount, [it for it in amounts if it]
        place = held.place(*at, "cells", count, "printed")
        together = sum((it.value for it in known), Decimal(0))
        if total is None:
            if known:
                message = f"line {row.line}: {cell.column} is empty, but its rows sum to "
                yield Problem(place, f"{message}{together.normalize():,f}", AGAIN)
        elif total.value != together:
            yield Problem(
                place,
                f"line {cell.line or row.line}: {cell.printed} is {said(total)}, but "
                f"{' + '.join(row.sum_of)} is {together.normalize():,f}",
                AGAIN,
            )


def _rate(held: Held[Budget], spot: Spot, found: Mapping[str, Spot]) -> Iterator[Problem]:
    base = f"{spot.table.id}.{spot.row.of}"
    start, end = found.get(f"{base}.{spot.cell.against}"), found.get(f"{base}.{spot.column.id}")
    if start is None or end is None:
        return  # rules/budget.py names it
    first, second, printed = start.amount, end.amount, spot.amount
    if first is None or second is None or printed is None:
        message = f"line {spot.cell.line or spot.row.line}: a change from or to an empty cell"
        yield Problem(held.place(*spot.path, "printed"), message, AGAIN)
        return
    expected = change_rate(first, second, printed.step)
    if expected != printed:
        yield Problem(
            held.place(*spot.path, "printed"),
            f"line {spot.cell.line or spot.row.line}: {spot.cell.printed} is printed, but from "
            f"{start.cell.printed} to {end.cell.printed} is {expected.value:+f}%",
            AGAIN,
        )


def _same(
    held: Held[Budget], number: int, one: str, other: str, found: Mapping[str, Spot]
) -> Iterator[Problem]:
    pairs = list(zip(_cells(one, found), _cells(other, found), strict=False))
    for first, second in pairs:
        left, right = first.amount, second.amount
        agree = left == right if left is None or right is None else left.agrees(right)
        if not agree:
            yield Problem(
                held.place("same", number),
                f"line {first.cell.line or first.row.line} prints {first.cell.printed}, line "
                f"{second.cell.line or second.row.line} {second.cell.printed}",
                AGAIN,
            )


def _cells(name: str, found: Mapping[str, Spot]) -> list[Spot]:
    """The cell, or the cells of the row, of this name."""
    return [spot for key, spot in found.items() if key == name or key.startswith(f"{name}.")]


def _statement(
    held: Held[Budget], number: int, statement: Statement, found: Mapping[str, Spot]
) -> Iterator[Problem]:
    try:
        amount = statement_amount(statement)
    except ValueError:
        return  # rules/budget.py names it
    place = held.place("statements", number, "printed")
    cell = found.get(statement.repeats or "")
    if cell is not None and (cell.amount is None or not amount.agrees(cell.amount)):
        message = f"line {statement.line} prints {statement.printed}, but line "
        yield Problem(place, f"{message}{cell.row.line} {cell.cell.printed}", AGAIN)
    start, end = found.get(statement.start or ""), found.get(statement.end or "")
    if start is None or end is None:
        return
    first, second = start.amount, end.amount
    if first is None or second is None:
        yield Problem(place, f"line {statement.line}: a change from or to an empty cell", AGAIN)
        return
    if statement.unit == "percent":
        expected = change_rate(first, second, amount.step)
    else:
        expected = Amount(second.value - first.value, max(first.step, second.step))
    if not amount.agrees(expected):
        yield Problem(
            place,
            f"line {statement.line} prints {statement.printed}, but from {start.cell.printed} to "
            f"{end.cell.printed} is {said(expected)}",
            AGAIN,
        )
