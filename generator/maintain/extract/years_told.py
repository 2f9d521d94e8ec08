"""Of which year an item tells · item → year."""

import re

from generator.maintain.extract.edition_items import EditionItem
from generator.model.statement import Statement

MENTIONED_YEAR = re.compile("(?:19|20)[0-9]{2}")


def statement_of(item: EditionItem) -> Statement:
    """The statement of which the item is a place."""
    statement: Statement = item.record_file.record.statements[item.path[1]]
    return statement


def is_of_a_year(item: EditionItem) -> bool:
    """Whether a statement tells of a year, so that the next document says another thing."""
    statement = statement_of(item)
    return statement.year is not None or MENTIONED_YEAR.search(str(statement.text)) is not None


def year_of(item: EditionItem) -> str | None:
    """The financial year in which the document says it."""
    year = statement_of(item).year if item.kind == "statement" else None
    if item.kind == "event" and item.item.date_line:
        year = item.item.date
    return year if year and "/" in year else None
