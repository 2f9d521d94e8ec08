"""What is published of budgets · BudgetRecords → a BudgetItem for each printed cell."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, cast

from pydantic import Field, WithJsonSchema

from generator.exports.contract import Id, LineNumber, NonEmptyText, PublishedItem, TextItem
from generator.exports.item_parts import Convert, optional_text_item, text_item
from generator.model.budget import Basis
from generator.resolve.amounts import FACTORS
from generator.resolve.budget_records import BudgetRecord, CellRecord, NumberStatementRecord
from generator.resolve.budget_records import RowRecord as Row
from generator.resolve.budget_records import TableRecord as Table

Number = Annotated[int | float, WithJsonSchema({"type": "number"})]


class BudgetItem(PublishedItem):
    """One printed cell of a head's estimates."""

    id: NonEmptyText
    document: Id
    table: str = Field(description="`posts`: numbers of posts that the running text prints")
    row: int = Field(ge=1, description="place of the row in its table, headings counted")
    row_label: TextItem | None = Field(description="null where the text prints no label")
    column: str = Field(description="year and basis; of a post its day, or its year")
    basis: Basis | None = Field(
        description="as the head of the column, or the sentence, prints it; null where none does"
    )
    year: str = Field(description="fiscal year as printed")
    value: Number | None = Field(description="in base units; null for an empty cell")
    unit: str = Field(description="HKD, percent (a printed change) or post")
    note: TextItem | None = Field(description="the note whose mark the cell carries")
    line: LineNumber


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
        value=cell.amount.number if cell.amount else None,
        unit=_unit(cell.unit.code),
        note=text_item(cell.note.printed, convert) if cell.note else None,
        line=cell.line,
    )


def _post(
    budget: BudgetRecord, number: int, post: NumberStatementRecord, convert: Convert
) -> BudgetItem:
    return BudgetItem(
        id=f"{budget.id}-{POSTS}-{post.id}",
        document=budget.id,
        table=POSTS,
        row=number,
        row_label=text_item(post.what, convert),
        column=post.as_of or post.year,
        basis=post.basis,
        year=post.year,
        value=post.amount.number if post.amount else None,
        unit=_unit(post.unit),
        note=None,
        line=post.line,
    )


def _unit(code: str) -> str:
    """The base unit of a printed one: HKD of HKD-million."""
    assert code in FACTORS
    return code.partition("-")[0]
