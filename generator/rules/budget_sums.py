"""What a budget's document computes is computed again: sums, percentages, differences."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from generator.message import say
from generator.model.budget import Budget, Row, Statement, Table
from generator.model.catalogue import Held
from generator.problem import Place, Problem
from generator.resolve.amounts import (
    Amount,
    Spot,
    change_rate,
    spots,
    statement_amount,
)

AGAIN = say("hold the cells against the lines of the document; one of them is mistyped")


def check(held: Held[Budget]) -> Iterator[Problem]:
    """A sum that does not hold is a typing mistake, or something the page has to say."""
    record = held.record
    found = dict(spots(record))
    for at, table in enumerate(record.tables):
        for number, row in enumerate(table.rows):
            if row.sum_of:
                path = ("tables", at, "rows", number)
                wrong = list(_sum(held, table, row, path, found))
                yield from _gathered(wrong, held.place(*path, "sum_of"))
    for spot in found.values():
        if spot.cell.against is not None:
            yield from _rate(held, spot, found)
    for number, same in enumerate(record.same):
        wrong = list(_same(held, number, same.one, same.other, found))
        yield from _gathered(wrong, held.place("same", number))
    for number, statement in enumerate(record.statements):
        yield from _statement(held, number, statement, found)


def _gathered(wrong: Sequence[Problem], place: Place) -> Iterator[Problem]:
    """One problem of a row that is wrong in several columns: what it is held against is."""
    if len(wrong) < 2:
        yield from wrong
        return
    message = say(
        "{message}, and so in {number} columns", message=wrong[0].message, number=len(wrong)
    )
    yield Problem(place, message, say("correct which rows belong together, or the cells"))


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
                message = say(
                    "line {line}: {column} is empty, but its rows sum to {sum:,f}",
                    line=row.line,
                    column=cell.column,
                    sum=together.normalize(),
                )
                yield Problem(place, message, AGAIN)
        elif total.value != together:
            yield Problem(
                place,
                say(
                    "line {line}: {printed} is {total}, but {sum_of} is {together:,f}",
                    line=cell.line or row.line,
                    printed=cell.printed,
                    total=said(total),
                    sum_of=" + ".join(row.sum_of),
                    together=together.normalize(),
                ),
                AGAIN,
            )


def _rate(held: Held[Budget], spot: Spot, found: Mapping[str, Spot]) -> Iterator[Problem]:
    base = f"{spot.table.id}.{spot.row.of}"
    start, end = found.get(f"{base}.{spot.cell.against}"), found.get(f"{base}.{spot.column.id}")
    if start is None or end is None:
        return  # rules/budget.py names it
    first, second, printed = start.amount, end.amount, spot.amount
    if first is None or second is None or printed is None:
        message = say(
            "line {line}: a change from or to an empty cell", line=spot.cell.line or spot.row.line
        )
        yield Problem(held.place(*spot.path, "printed"), message, AGAIN)
        return
    expected = change_rate(first, second, printed.step)
    if expected != printed:
        yield Problem(
            held.place(*spot.path, "printed"),
            say(
                "line {line}: {printed} is printed, but from {printed2} to {printed3} is "
                "{value:+f}%",
                line=spot.cell.line or spot.row.line,
                printed=spot.cell.printed,
                printed2=start.cell.printed,
                printed3=end.cell.printed,
                value=expected.value,
            ),
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
                say(
                    "line {line} prints {printed}, line {line2} {printed2}",
                    line=first.cell.line or first.row.line,
                    printed=first.cell.printed,
                    line2=second.cell.line or second.row.line,
                    printed2=second.cell.printed,
                ),
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
        message = say(
            "line {line} prints {printed}, but line {other} {there}",
            line=statement.line,
            printed=statement.printed,
            other=cell.row.line,
            there=cell.cell.printed,
        )
        yield Problem(place, message, AGAIN)
    start, end = found.get(statement.start or ""), found.get(statement.end or "")
    if start is None or end is None:
        return
    first, second = start.amount, end.amount
    if first is None or second is None:
        yield Problem(
            place, say("line {line}: a change from or to an empty cell", line=statement.line), AGAIN
        )
        return
    if statement.unit == "percent":
        expected = change_rate(first, second, amount.step)
    else:
        expected = Amount(second.value - first.value, max(first.step, second.step))
    if not amount.agrees(expected):
        yield Problem(
            place,
            say(
                "line {line} prints {printed}, but from {printed2} to {printed3} is {expected}",
                line=statement.line,
                printed=statement.printed,
                printed2=start.cell.printed,
                printed3=end.cell.printed,
                expected=said(expected),
            ),
            AGAIN,
        )
