"""Check the years of a budget: only estimates are for its own year, the rest for years before."""

from collections.abc import Iterator

from generator.messages.message import say
from generator.messages.problem import Problem
from generator.model.budget import Budget
from generator.model.catalogue import Catalogue, RecordFile
from generator.resolve.periods import first_day, last_day


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """An amount under the wrong year is compared with the wrong amounts."""
    for record_file in catalogue.budgets.values():
        yield from _covers(catalogue, record_file)
        for table_number, table in enumerate(record_file.record.tables):
            for number, column in enumerate(table.columns):
                place = record_file.place("tables", table_number, "columns", number, "year")
                later = column.year > record_file.record.year
                if later or (column.basis != "estimate" and column.year == record_file.record.year):
                    message = say(
                        "{basis} of {year}: the year of this budget is {own}",
                        basis=column.basis,
                        year=column.year,
                        own=record_file.record.year,
                    )
                    tip = say("correct the year, or its basis, as the head of the column prints it")
                    yield Problem(place, message, tip)
        yield from _days(record_file)


def _covers(catalogue: Catalogue, record_file: RecordFile[Budget]) -> Iterator[Problem]:
    document = catalogue.documents.get(record_file.record.id)
    start = int(record_file.record.year[:4])
    if document and document.record.covers not in (None, f"{start}/{start + 1}"):
        message = say(
            "year {year} differs from `covers` of its document, {covers}",
            year=record_file.record.year,
            covers=document.record.covers,
        )
        yield Problem(record_file.place("year"), message, say("correct the one that is mistyped"))


def _days(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    for number, statement in enumerate(record_file.record.statements):
        start = int(statement.year[:4])
        first, last = first_day(f"{start}-04"), last_day(f"{start + 1}-03")
        if statement.as_of is not None and not first <= first_day(statement.as_of) <= last:
            message = say("{day} is no day of {year}", day=statement.as_of, year=statement.year)
            tip = say("a financial year runs from 1 April to 31 March: correct the day or the year")
            yield Problem(record_file.place("statements", number, "as_of"), message, tip)
