"""What is published of budgets."""

from typing import Annotated

from pydantic import Field, WithJsonSchema

from generator.exports.contract import Id, LineNumber, Published, TextItem, Words
from generator.model.budget import Basis

Number = Annotated[int | float, WithJsonSchema({"type": "number"})]


class BudgetItem(Published):
    """One printed cell of a head's estimates."""

    id: Words
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
