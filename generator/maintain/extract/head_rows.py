"""Rows of a head's tables · cells → rows, with the kind of each and what a total sums."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from generator.maintain.extract.head_cells import (
    HeadWords,
    amount_cell,
    basis_of,
    fiscal_year,
    fold,
    rate_cell,
    without_unit,
)
from generator.maintain.extract.head_layout import (
    CHANGE,
    CHANGED_BY,
    COMPARING,
    DECREASE,
    INCREASE,
    PROGRAMME,
    SUB_HEAD_CODE,
    TOTAL,
    TOTAL_WORDS,
)
from generator.maintain.extract.head_record import PrintedChange, PrintedRow, PrintedTable
from generator.messages.message import Message, say
from generator.resolve.amounts import parse_amount

_RANK = {"actual": 0, "original": 1, "approved": 1, "revised": 2, "estimate": 3}
_CODE = re.compile(r"(?P<code>[0-9]{3}[A-Z]?)\s+(?P<label>\D.*)")


def read_row(
    table: PrintedTable, cells: Sequence[str], line: int, words: HeadWords
) -> PrintedRow | Message | None:
    """The row of these cells; why it is none; None for a row that only says the unit."""
    filled = [cell for cell in cells if cell]
    if filled and all(fold(cell) in words.units for cell in filled):
        _take_unit(table, filled[0], line, words)
        return None
    values, others = _values(table, cells)
    if values is None:
        return say("does not have the columns of its table")
    rates = [it for it in values if it]
    if rates and all(map(rate_cell, rates)) and not others:
        return _changes(table, values, line)
    amounts = [amount_cell(it) for it in values]
    if None in amounts:
        return say("{printed} is no amount", printed=values[amounts.index(None)])
    code, label = _code_and_label(others)
    if label and (parts := without_unit(label, words))[1]:
        label = parts[0]
        _take_unit(table, parts[1], line, words)
    if not any(values):
        return PrintedRow(line, "heading", code, label)
    kind = "total" if label and TOTAL.search(label) else "item"
    return PrintedRow(line, kind, code, label, tuple(it or "" for it in amounts))  # type: ignore[arg-type]


def _take_unit(table: PrintedTable, printed: str, line: int, words: HeadWords) -> None:
    if table.unit is None:
        table.unit, table.unit_printed = words.units[fold(printed)], printed
        table.unit_line = line


def _values(table: PrintedTable, cells: Sequence[str]) -> tuple[list[str] | None, list[str]]:
    """The cells below the columns, and the others with words; None where they do not fit."""
    at = [column.at for column in table.columns]
    if len(cells) == len(at) and at[0] > 0 and all(amount_cell(it) is not None for it in cells):
        return list(cells), []
    if at[0] == 0 and len(cells) == len(at) + 1 and amount_cell(cells[0]) is None:
        return list(cells[1:]), [cells[0]]
    said = [cell for cell in cells[at[0] :] if cell]
    if len(cells) <= at[-1] and said and not all(map(rate_cell, said)):
        return None, []
    padded = [*cells, *[""] * (at[-1] + 1 - len(cells))]
    others = [cell for number, cell in enumerate(padded) if number not in at and cell]
    if any(padded[number] for number in range(at[0] + 1, len(padded)) if number not in at):
        return None, []
    return [padded[number] for number in at], others


def _code_and_label(cells: Sequence[str]) -> tuple[str | None, str | None]:
    text = " ".join(cells)
    if cells and SUB_HEAD_CODE.match(cells[0]):
        return cells[0], " ".join(cells[1:]) or None
    if match := _CODE.fullmatch(text):
        return match["code"], match["label"]
    if (match := PROGRAMME.match(text)) and match["code"]:
        return re.sub(r"\s", "", match["code"]), match["name"] or None
    return None, text or None


def _in_time(table: PrintedTable) -> list[str]:
    """The columns from the earliest to the latest."""
    order = sorted(table.columns, key=lambda it: (it.year, _RANK[it.basis]))
    return [column.id for column in order]


def _changes(table: PrintedTable, values: Sequence[str], line: int) -> PrintedRow | Message:
    """A row of percentages; each compares with the column before, in time."""
    base = next((row for row in reversed(table.rows) if row.kind in ("item", "total")), None)
    if base is None:
        return say("percentages without a row of amounts above them")
    order = _in_time(table)
    filled = [it for it in values if it]
    in_order = order == [column.id for column in table.columns]
    if in_order and values[0] and not any(values[len(filled) :]) and len(filled) < len(values):
        # Nothing can be below the first year: they were set to the right.
        values = [*[""] * (len(values) - len(filled)), *filled]
    changes = [
        PrintedChange(column.id, order[order.index(column.id) - 1], printed)
        for column, printed in zip(table.columns, values, strict=True)
        if printed
    ]
    if any(change.column == order[0] for change in changes):
        return say("a percentage below the first year")
    return PrintedRow(line, "change", changes=tuple(changes), of=base)


def change_sentence(
    table: PrintedTable, text: str, line: int, words: HeadWords
) -> PrintedRow | None:
    """The row of `(or -2.3% on 2024-25 Original)`; None for other text."""
    match = CHANGE.match(text)
    by = CHANGED_BY.search(match["words"]) if match else None
    base = next((row for row in reversed(table.rows) if row.kind in ("item", "total")), None)
    if match is None or by is None or base is None:
        return None
    rest = COMPARING.sub("", match["words"].replace(by["printed"], ""))
    year, basis = fiscal_year(rest), basis_of(rest, words)
    against = next(
        (it.id for it in table.columns if it.basis == basis and year in (None, it.year)), None
    )
    latest = _in_time(table)[-1]
    if against is None or against == latest:
        return None
    word = None
    if INCREASE.search(by["printed"]):
        word = "increase"
    elif DECREASE.search(by["printed"]):
        word = "decrease"
    change = PrintedChange(latest, against, by["printed"], word)  # type: ignore[arg-type]
    return PrintedRow(line, "change", changes=(change,), of=base)


def settle_totals(table: PrintedTable) -> list[PrintedRow]:
    """Say what each total sums, and take for totals the rows without a label that sum all others.

    The result are the totals whose sum does not hold.
    """
    rows = table.amount_rows()
    if rows and rows[-1].label is None and len(rows) > 1:
        others = rows[:-1]
        if any(row.label for row in others) or _sums(rows[-1], others):
            rows[-1].kind = "total"
    wrong = []
    open_rows: list[PrintedRow] = []
    for row in table.rows:
        if row.kind == "item":
            open_rows.append(row)
        elif row.kind == "total":
            parts = _parts(table, row, open_rows)
            row.sum_of = tuple(parts)
            if not parts:
                row.kind = "item"
            elif not _sums(row, parts):
                wrong.append(row)
            open_rows = [it for it in open_rows if it not in parts] + [row]
    return wrong


def _parts(
    table: PrintedTable, total: PrintedRow, open_rows: Sequence[PrintedRow]
) -> list[PrintedRow]:
    """What a total sums: the rows below the heading that it names; else the fewest above it that
    give it; else those since the last heading or total."""
    if named := _below_its_heading(table, total, open_rows):
        return named
    for count in range(1, len(open_rows) + 1):
        parts = list(open_rows[-count:])
        if _sums(total, parts):
            while count < len(open_rows) and not any(map(_number, open_rows[-count - 1].cells)):
                count += 1
                parts.insert(0, open_rows[-count])
            return parts
    return list(open_rows)


def _below_its_heading(
    table: PrintedTable, total: PrintedRow, open_rows: Sequence[PrintedRow]
) -> list[PrintedRow]:
    about = _about(total.label)
    headings = [
        row
        for row in table.rows
        if row.kind == "heading" and row.line < total.line and about and _about(row.label) == about
    ]
    return [row for row in open_rows if row.line > headings[-1].line] if headings else []


def _about(label: str | None) -> str:
    return TOTAL_WORDS.sub("", label or "").lower()


def _sums(total: PrintedRow, parts: Iterable[PrintedRow]) -> bool:
    parts = list(parts)
    return bool(parts) and all(
        (_number(cell) or 0) == sum((_number(part.cells[at]) or Decimal(0)) for part in parts)
        for at, cell in enumerate(total.cells)
    )


def _number(printed: str) -> Decimal | None:
    amount = parse_amount(printed, "HKD")
    return amount.value if amount else None
