"""Budgets → published cells."""

from collections.abc import Iterable, Iterator
from typing import Any, cast

from generator.exports.contract_budget import BudgetItem
from generator.exports.record_items import Convert, optional_text_item, text_item
from generator.resolve.amounts import FACTORS, Amount
from generator.resolve.budget_records import BudgetRecord, CellRecord, StatementRecord
from generator.resolve.budget_records import RowRecord as Row
from generator.resolve.budget_records import TableRecord as Table

POSTS = "posts"
"""The table of the posts, which the running text prints."""


def budget_items(budgets: Iterable[BudgetRecord], convert: Convert) -> Iterator[BudgetItem]:
    """Every printed cell of every table, and the posts."""
    for budget in budgets:
        for table in budget.tables:
            for row in table.rows:
                for cell in filter(None, row.cells):
                    yield _cell(budget, table, row, cell, convert)
        posts = [it for it in budget.statements if it.kind == "post"]
        for number, post in enumerate(posts, 1):
            yield _post(budget, number, post, convert)


def _cell(
    budget: BudgetRecord, table: Table, row: Row, cell: CellRecord, convert: Convert
) -> BudgetItem:
    return BudgetItem(
        id=cell.id,
        document=budget.id,
        table=table.id,
        row=row.number,
        row_label=optional_text_item(row.label, convert),
        column=cell.column.id,
        basis=cast(Any, cell.column.basis.code),
        year=cell.column.year,
        value=_number(cell.amount),
        unit=_unit(cell.unit.code),
        note=text_item(cell.note.printed, convert) if cell.note else None,
        line=cell.line,
    )


def _post(budget: BudgetRecord, number: int, post: StatementRecord, convert: Convert) -> BudgetItem:
    return BudgetItem(
        id=f"{budget.id}-{POSTS}-{post.id}",
        document=budget.id,
        table=POSTS,
        row=number,
        row_label=text_item(post.what, convert),
        column=post.as_of or post.year,
        basis=post.basis,
        year=post.year,
        value=_number(post.amount),
        unit=_unit(post.unit),
        note=None,
        line=post.line,
    )


def _number(amount: Amount | None) -> int | float | None:
    """A whole number wherever it is one."""
    if amount is None:
        return None
    whole = amount.value == amount.value.to_integral_value()
    return int(amount.value) if whole and amount.step >= 1 else float(amount.value)


def _unit(code: str) -> str:
    """The base unit of a printed one: HKD of HKD-million."""
    assert code in FACTORS
    return code.partition("-")[0]
