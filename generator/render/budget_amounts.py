"""A budget's numbers, columns and rows in the words of the interface · records → Phrases."""

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from generator.model.budget import BudgetUnit
from generator.model.wording import Wording
from generator.resolve.amounts import FACTORS, Amount
from generator.resolve.budget_records import BudgetRecord, CellRecord, ColumnRecord, RowRecord
from generator.resolve.figure_wording import WAN, YI
from generator.resolve.record_reference import Label
from generator.script.phrase import DatePhrase, PageText, Phrase


class Amounts:
    """Says numbers, columns and rows in the words of the interface."""

    def __init__(self, words: Mapping[str, Wording]) -> None:
        self.words = words

    def title(self, budget: BudgetRecord) -> Phrase:
        """The head's name with the year."""
        return Phrase(self.words["budget-title"], {"title": budget.title, "year": budget.year})

    def money(self, amount: Amount | None) -> PageText:
        """`269,731,000元`."""
        number = f"{amount.value:,.0f}" if amount else "0"
        return Phrase(self.words["money"], {"n": number})

    def in_words(self, amount: Amount | None, unit: str) -> PageText:
        """For prose: the amount without its sign, exact, in 億 or 萬 where it is that large."""
        value = abs(amount.value) if amount else Decimal(0)
        if unit == "percent":
            return f"{value}%"
        if unit == "post":
            return f"{value}"
        number: PageText = _grouped_digits(value)
        for step, word in ((WAN, "number-wan"), (YI, "number-yi")):
            if value >= step:
                number = Phrase(self.words[word], {"n": _grouped_digits(value / step)})
        return Phrase(self.words["money"], {"n": number})

    def place(self, value: tuple[Amount, str] | str) -> PageText:
        """The value for a place in our own texts."""
        return DatePhrase(value) if isinstance(value, str) else self.in_words(*value)

    def printed(self, cell: CellRecord) -> PageText:
        """A cell's amount as printed, with its unit."""
        return Phrase(cell.unit.label, {"n": cell.printed})

    def in_unit(self, amount: Amount, unit: Label) -> PageText:
        """An amount that is not printed, in a printed unit."""
        number = amount.value / FACTORS[cast(BudgetUnit, unit.code)]
        return Phrase(unit.label, {"n": _grouped_digits(number)})

    def unit(self, unit: Label) -> PageText:
        """The unit alone: `百萬元`."""
        return Phrase(unit.label, {"n": ""})

    def column(self, column: ColumnRecord) -> Phrase:
        """`2024-25年度修訂預算`."""
        parts: dict[str, PageText] = {"year": column.year, "basis": column.basis.label}
        return Phrase(self.words["budget-column"], parts)

    def row(self, row: RowRecord, *, short: bool = False) -> PageText:
        """Code and label as printed; a row without a label has its number, and is given no name."""
        if row.label is None:
            total = "budget-total-short" if short else "budget-total"
            word = total if row.kind == "total" else "budget-unlabelled"
            return Phrase(self.words[word], {"n": str(row.number)})
        if row.code is None:
            return row.label
        return Phrase(self.words["budget-row"], {"code": row.code, "label": row.label})


def _grouped_digits(value: Decimal) -> str:
    return f"{value.normalize():,f}"
