"""What a budget's running text says in numbers, as tables · StatementRecords → ShownTables."""

from collections.abc import Iterable, Iterator

from generator.render.budget_amounts import Amounts
from generator.render.budget_tables import ShownCell, ShownRow, ShownTable
from generator.resolve.budget_records import BudgetRecord, CellRecord, StatementRecord
from generator.script.phrase import Day, Phrase, Said


def posts_table(posts: Iterable[StatementRecord], amounts: Amounts) -> ShownTable:
    """The statements about posts."""
    words = amounts.words
    heads = (words["budget-when"], words["budget-as-printed"])
    return ShownTable(
        heads=heads,
        numbers=False,
        rows=tuple(
            ShownRow(
                post.what,
                (
                    ShownCell(heads[0], _when(post, amounts)),
                    ShownCell(heads[1], post.printed),
                ),
                line=post.line,
            )
            for post in posts
        ),
    )


def _when(statement: StatementRecord, amounts: Amounts) -> Said:
    return (
        Day(statement.as_of)
        if statement.as_of
        else Phrase(amounts.words["fiscal-year"], {"year": statement.year})
    )


def statements_table(budget: BudgetRecord, amounts: Amounts) -> ShownTable:
    """The other numbers of the running text, each with the cells it agrees with."""
    words = amounts.words
    heads = (words["budget-as-printed"], words["budget-agrees"])
    return ShownTable(
        heads=heads,
        numbers=False,
        rows=tuple(
            ShownRow(
                statement.what,
                (
                    ShownCell(heads[0], statement.printed),
                    ShownCell(heads[1], _matching_cells(statement, amounts)),
                ),
                line=statement.line,
            )
            for statement in budget.statements
            if statement.kind != "post"
        ),
    )


def _matching_cells(statement: StatementRecord, amounts: Amounts) -> Said | None:
    """The cells that the statement repeats, or between which it tells a change."""
    if statement.repeats:
        parts: dict[str, Said] = {
            "n": str(statement.repeats.line),
            "cell": amounts.printed(statement.repeats),
        }
        return Phrase(amounts.words["budget-repeats"], parts)
    if statement.start and statement.end:
        return Phrase(
            amounts.words["budget-from-to"], dict(_ends(statement.start, statement.end, amounts))
        )
    return None


def _ends(start: CellRecord, end: CellRecord, amounts: Amounts) -> Iterator[tuple[str, Said]]:
    yield "first", amounts.printed(start)
    yield "second", amounts.printed(end)
    yield "n", str(start.line)
