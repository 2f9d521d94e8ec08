"""Compute again what a budget's document computes: sums, percentages, differences."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.messages.message import say
from generator.messages.problem import Place, Problem
from generator.model.budget import Budget, NumberStatement, Row, Table
from generator.model.catalogue import RecordFile
from generator.model.source import FieldPath
from generator.resolve.amounts import (
    Amount,
    CellsByName,
    LocatedCell,
    change_rate,
    located_cells,
    statement_amount,
)

RETYPE_TIP = say("hold the cells against the lines of the document; one of them is mistyped")


def check(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """A sum that does not hold is a typing mistake, or something the page has to say."""
    record = record_file.record
    cells = dict(located_cells(record))
    for table_number, table in enumerate(record.tables):
        for row_number, row in enumerate(table.rows):
            if row.sum_of:
                path = ("tables", table_number, "rows", row_number)
                wrong = list(_sum(record_file, table, row, path, cells))
                yield from _gathered(wrong, record_file.place(*path, "sum_of"))
    for located in cells.values():
        if located.cell.against is not None:
            yield from _rate(record_file, located, cells)
    for row_number, same in enumerate(record.same):
        wrong = list(_same(record_file, row_number, same.one, same.other, cells))
        yield from _gathered(wrong, record_file.place("same", row_number))
    for row_number, statement in enumerate(record.statements):
        yield from _statement(record_file, row_number, statement, cells)


def _gathered(wrong: Sequence[Problem], place: Place) -> Iterator[Problem]:
    """One problem of a row that is wrong in several columns: what it is held against is."""
    if len(wrong) < 2:
        yield from wrong
        return
    message = say(
        "{message}, and so in {number} columns", message=wrong[0].message, number=len(wrong)
    )
    yield Problem(place, message, say("correct which rows belong together, or the cells"))


def amount_text(amount: Amount) -> str:
    """The amount in base units, for a message."""
    return f"{amount.value.normalize():,f}"


def _sum(
    record_file: RecordFile[Budget],
    table: Table,
    row: Row,
    at: FieldPath,
    cells: CellsByName,
) -> Iterator[Problem]:
    for count, cell in enumerate(row.cells):
        name = f"{table.id}.{row.id}.{cell.column}"
        parts = [cells.get(f"{table.id}.{part}.{cell.column}") for part in row.sum_of]
        if name not in cells or None in parts:
            continue  # rules/budget.py reports it
        amounts = [located.amount for located in parts if located]
        total, amounts_given = cells[name].amount, [it for it in amounts if it]
        place = record_file.place(*at, "cells", count, "printed")
        sum_of_rows = sum((it.value for it in amounts_given), Decimal(0))
        if total is None:
            if amounts_given:
                message = say(
                    "line {line}: {column} is empty, but its rows sum to {sum:,f}",
                    line=row.line,
                    column=cell.column,
                    sum=sum_of_rows.normalize(),
                )
                yield Problem(place, message, RETYPE_TIP)
        elif total.value != sum_of_rows:
            yield Problem(
                place,
                say(
                    "line {line}: {printed} is {total}, but {sum_of} is {together:,f}",
                    line=cell.line or row.line,
                    printed=cell.printed,
                    total=amount_text(total),
                    sum_of=" + ".join(row.sum_of),
                    together=sum_of_rows.normalize(),
                ),
                RETYPE_TIP,
            )


def _rate(
    record_file: RecordFile[Budget], located: LocatedCell, cells: CellsByName
) -> Iterator[Problem]:
    base = f"{located.table.id}.{located.row.of}"
    start, end = (
        cells.get(f"{base}.{located.cell.against}"),
        cells.get(f"{base}.{located.column.id}"),
    )
    if start is None or end is None:
        return  # rules/budget.py reports it
    first, second, printed = start.amount, end.amount, located.amount
    if first is None or second is None or printed is None:
        message = say(
            "line {line}: a change from or to an empty cell",
            line=located.cell.line or located.row.line,
        )
        yield Problem(record_file.place(*located.path, "printed"), message, RETYPE_TIP)
        return
    expected = change_rate(first, second, printed.step)
    if expected != printed:
        yield Problem(
            record_file.place(*located.path, "printed"),
            say(
                "line {line}: {printed} is printed, but from {printed2} to {printed3} is "
                "{value:+f}%",
                line=located.cell.line or located.row.line,
                printed=located.cell.printed,
                printed2=start.cell.printed,
                printed3=end.cell.printed,
                value=expected.value,
            ),
            RETYPE_TIP,
        )


def _same(
    record_file: RecordFile[Budget],
    number: int,
    first_name: str,
    second_name: str,
    cells: CellsByName,
) -> Iterator[Problem]:
    pairs = list(zip(_cells(first_name, cells), _cells(second_name, cells), strict=False))
    for first, second in pairs:
        left, right = first.amount, second.amount
        agree = left == right if left is None or right is None else left.agrees(right)
        if not agree:
            yield Problem(
                record_file.place("same", number),
                say(
                    "line {line} prints {printed}, line {line2} {printed2}",
                    line=first.cell.line or first.row.line,
                    printed=first.cell.printed,
                    line2=second.cell.line or second.row.line,
                    printed2=second.cell.printed,
                ),
                RETYPE_TIP,
            )


def _cells(name: str, cells: CellsByName) -> list[LocatedCell]:
    """The cell, or the cells of the row, of this name."""
    return [located for key, located in cells.items() if key == name or key.startswith(f"{name}.")]


def _statement(
    record_file: RecordFile[Budget], number: int, statement: NumberStatement, cells: CellsByName
) -> Iterator[Problem]:
    try:
        amount = statement_amount(statement)
    except ValueError:
        return  # rules/budget.py reports it
    place = record_file.place("statements", number, "printed")
    cell = cells.get(statement.repeats or "")
    if cell is not None and (cell.amount is None or not amount.agrees(cell.amount)):
        message = say(
            "line {line} prints {printed}, but line {other} {there}",
            line=statement.line,
            printed=statement.printed,
            other=cell.row.line,
            there=cell.cell.printed,
        )
        yield Problem(place, message, RETYPE_TIP)
    start, end = cells.get(statement.start or ""), cells.get(statement.end or "")
    if start is None or end is None:
        return
    first, second = start.amount, end.amount
    if first is None or second is None:
        yield Problem(
            place,
            say("line {line}: a change from or to an empty cell", line=statement.line),
            RETYPE_TIP,
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
                expected=amount_text(expected),
            ),
            RETYPE_TIP,
        )
