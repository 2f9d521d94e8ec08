"""What a budget's running text says in numbers, as tables · StatementRecords → ShownTables."""

from collections.abc import Iterable, Iterator

from generator.render.budget_amounts import Amounts
from generator.render.budget_tables import ShownCell, ShownRow, ShownTable
from generator.resolve.budget_records import BudgetRecord, CellRecord, StatementRecord
from generator.script.phrase import Day, PageText, Phrase


def posts_table(posts: Iterable[StatementRecord], amounts: Amounts) -> ShownTable:
    """The statements about posts."""
    words = amounts.words
    heads = (words["budget-when"], words["budget-as-printed"])
    return ShownTable(
        heads=heads,
        numbers=False,
        rows=tuple(
            ShownRow(
                it.what,
                (
                    ShownCell(heads[0], _when(it, amounts)),
                    ShownCell(heads[1], it.printed),
                ),
                line=it.line,
            )
            for it in posts
        ),
    )


def _when(it: StatementRecord, amounts: Amounts) -> PageText:
    return Day(it.as_of) if it.as_of else Phrase(amounts.words["fiscal-year"], {"year": it.year})


def statements_table(budget: BudgetRecord, amounts: Amounts) -> ShownTable:
    """The other numbers of the running text, each with the cells it agrees with."""
    words = amounts.words
    heads = (words["budget-as-printed"], words["budget-agrees"])
    return ShownTable(
        heads=heads,
        numbers=False,
        rows=tuple(
            ShownRow(
                it.what,
                (
                    ShownCell(heads[0], it.printed),
                    ShownCell(heads[1], _agrees(it, amounts)),
                ),
                line=it.line,
            )
            for it in budget.statements
            if it.kind != "post"
        ),
    )


def _agrees(it: StatementRecord, amounts: Amounts) -> PageText | None:
    """The cells it was computed again from."""
    if it.repeats:
        parts: dict[str, PageText] = {
            "n": str(it.repeats.line),
            "cell": amounts.printed(it.repeats),
        }
        return Phrase(amounts.words["budget-repeats"], parts)
    if it.start and it.end:
        return Phrase(amounts.words["budget-from-to"], dict(_ends(it.start, it.end, amounts)))
    return None


def _ends(start: CellRecord, end: CellRecord, amounts: Amounts) -> Iterator[tuple[str, PageText]]:
    yield "first", amounts.printed(start)
    yield "second", amounts.printed(end)
    yield "n", str(start.line)
