"""What a budget's running text says in numbers, as tables · StatementRecords → ShownTables."""

from collections.abc import Iterable, Iterator

from generator.render.budget_amounts import Amounts
from generator.render.budget_tables import ShownCell, ShownRow, ShownTable
from generator.resolve.budget_records import BudgetRecord, CellRecord, NumberStatementRecord
from generator.script.phrase import DatePhrase, PageText, Phrase


def posts_table(posts: Iterable[NumberStatementRecord], amounts: Amounts) -> ShownTable:
    """The statements about posts."""
    heads = (amounts.words["budget-when"], amounts.words["budget-as-printed"])
    rows = (_row(post, heads, _when(post, amounts), post.printed) for post in posts)
    return ShownTable(heads=heads, rows=tuple(rows), numbers=False)


def statements_table(budget: BudgetRecord, amounts: Amounts) -> ShownTable:
    """The other numbers of the running text, each with the cells it agrees with."""
    heads = (amounts.words["budget-as-printed"], amounts.words["budget-agrees"])
    rows = (
        _row(statement, heads, statement.printed, _matching_cells(statement, amounts))
        for statement in budget.statements
        if statement.kind != "post"
    )
    return ShownTable(heads=heads, rows=tuple(rows), numbers=False)


def _row(
    statement: NumberStatementRecord, heads: tuple[PageText, ...], *texts: PageText | None
) -> ShownRow:
    return ShownRow(statement.what, tuple(map(ShownCell, heads, texts)), line=statement.line)


def _when(statement: NumberStatementRecord, amounts: Amounts) -> PageText:
    if statement.as_of:
        return DatePhrase(statement.as_of)
    return Phrase(amounts.words["fiscal-year"], {"year": statement.year})


def _matching_cells(statement: NumberStatementRecord, amounts: Amounts) -> PageText | None:
    """The cells that the statement repeats, or between which it tells a change."""
    if statement.repeats:
        parts: dict[str, PageText] = {
            "n": str(statement.repeats.line),
            "cell": amounts.printed(statement.repeats),
        }
        return Phrase(amounts.words["budget-repeats"], parts)
    if statement.start and statement.end:
        return Phrase(
            amounts.words["budget-from-to"], dict(_ends(statement.start, statement.end, amounts))
        )
    return None


def _ends(start: CellRecord, end: CellRecord, amounts: Amounts) -> Iterator[tuple[str, PageText]]:
    yield "first", amounts.printed(start)
    yield "second", amounts.printed(end)
    yield "n", str(start.line)
