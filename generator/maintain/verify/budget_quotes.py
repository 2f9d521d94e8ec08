"""Quotes in the records of a budget, with their lines · RecordFile[Budget] → quotes."""

from collections.abc import Iterator

from generator.maintain.verify.quote import Quote
from generator.model.budget import Budget, Row
from generator.model.catalogue import RecordFile
from generator.model.text import WrittenLine, WrittenPassage

At = tuple[str | int, ...]


def budget_quotes(record_file: RecordFile[Budget]) -> Iterator[Quote]:
    """Heads, labels, cells, notes and numbers of the running text."""
    record = record_file.record
    for number, table in enumerate(record.tables):
        at: At = ("tables", number)
        unit = (table.unit_printed,)
        yield Quote(record.id, table.unit_line, unit, record_file.place(*at, "unit_printed"))
        for count, column in enumerate(table.columns):
            place = record_file.place(*at, "columns", count, "printed")
            yield Quote(record.id, column.line, (column.printed,), place)
        for count, row in enumerate(table.rows):
            yield from _row_quotes(record_file, row, (*at, "rows", count))
    for number, programme in enumerate(record.programmes):
        for field, words in (
            ("code", programme.code),
            ("label", _in_either_script(programme.label)),
        ):
            place = record_file.place("programmes", number, field)
            yield Quote(record.id, programme.line, (words,), place)
    for number, note in enumerate(record.notes):
        form = note.mark + _in_either_script(note.printed)
        yield Quote(record.id, note.line, (form,), record_file.place("notes", number, "printed"))
    for number, statement in enumerate(record.statements):
        place = record_file.place("statements", number, "printed")
        yield Quote(record.id, statement.line, (statement.printed,), place)
    for number, day in enumerate(record.dates):
        yield Quote(
            record.id, day.line, (day.printed,), record_file.place("dates", number, "printed")
        )


def _row_quotes(record_file: RecordFile[Budget], row: Row, at: At) -> Iterator[Quote]:
    document = record_file.record.id
    for field, words in (("code", row.code), ("label", row.label)):
        if words is not None:
            yield Quote(
                document, row.line, (_in_either_script(words),), record_file.place(*at, field)
            )
    for number, cell in enumerate(row.cells):
        place = record_file.place(*at, "cells", number, "printed")
        # A change that is not printed in brackets stands in a sentence and not in a cell.
        apart = row.kind != "change" or cell.printed.startswith("(")
        if cell.printed:
            yield Quote(document, cell.line or row.line, (cell.printed,), place, apart=apart)
    if row.kind in ("item", "total") and not any(cell.line for cell in row.cells):
        together = "\t".join(cell.printed for cell in row.cells)
        yield Quote(document, row.line, (together,), record_file.place(*at, "cells"), apart=True)


def _in_either_script(text: str | WrittenLine | WrittenPassage) -> str:
    return text if isinstance(text, str) else text.hant or text.hans or ""
