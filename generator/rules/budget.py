"""Check that a budget's tables are complete and give each number its unit, year, basis and note."""

from collections.abc import Iterable, Iterator

from generator.messages.message import list_names, say
from generator.messages.problem import Problem, quote_value
from generator.model.budget import Budget, Row, Table
from generator.model.catalogue import Catalogue, RecordFile
from generator.model.source import FieldPath
from generator.resolve.amounts import located_cells, note_marks, parse_amount
from generator.rules import budget_columns, budget_sums, budget_words, printed_amounts
from generator.rules.references import known, line
from generator.rules.repetitions import repetitions


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A number under the wrong head, or without its note, misleads whoever compares it."""
    for record_file in catalogue.budgets.values():
        record = record_file.record
        yield from known(record.id, catalogue.documents, "document", record_file.place("id"))
        yield from known(record.agency, catalogue.agencies, "agency", record_file.place("agency"))
        yield from _lines(catalogue, record_file)
        for field in ("scopes", "tables", "programmes", "statements", "dates", "charts", "derived"):
            yield from _repeated_ids(
                record_file, (field,), [it.id for it in getattr(record, field)]
            )
        unreadable = list(_amounts(record_file))
        yield from unreadable
        misshapen = [
            problem
            for number, table in enumerate(record.tables)
            for problem in _table(catalogue, record_file, table, ("tables", number))
        ]
        yield from misshapen
        yield from _notes(record_file)
        if not unreadable:
            yield from budget_words.check(catalogue, record_file)
        # Under a wrong unit, or with a row too many, every sum would be wrong.
        if not unreadable and not misshapen:
            yield from budget_sums.check(record_file)


def _lines(catalogue: Catalogue, record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """Check every field that holds a line number against the length of the document."""
    for path in record_file.source.places:
        name = path[-1] if path else ""
        if name in ("line", "aim_line", "unit_line") or (len(path) > 1 and path[-2] == "lines"):
            value = _value(record_file.source.value, path)
            if isinstance(value, int):
                yield from line(catalogue, record_file.record.id, value, record_file.place(*path))


def _value(value: object, path: FieldPath) -> object:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
    return value


def _repeated_ids(
    record_file: RecordFile[Budget], at: FieldPath, names: Iterable[str]
) -> Iterator[Problem]:
    """Report each `id` that repeats in the list at `at`, in the budget or in one of its tables."""
    for name, number, _ in repetitions((name, number) for number, name in enumerate(names)):
        message = say("{name!r} stands twice in {field}", name=name, field=at[0])
        if len(at) > 1:
            message = say("{name!r} stands twice in this table", name=name)
        yield Problem(record_file.place(*at, number, "id"), message, say("choose another id"))


def _table(
    catalogue: Catalogue, record_file: RecordFile[Budget], table: Table, at: FieldPath
) -> Iterator[Problem]:
    yield from budget_columns.printed_as(
        catalogue, "budget-units", table.unit, table.unit_printed, record_file.place(*at, "unit")
    )
    yield from _repeated_ids(record_file, (*at, "columns"), [it.id for it in table.columns])
    yield from _repeated_ids(record_file, (*at, "rows"), [it.id for it in table.rows])
    for number, column in enumerate(table.columns):
        yield from budget_columns.check(catalogue, record_file, column, (*at, "columns", number))
    for number, row in enumerate(table.rows):
        yield from _row(record_file, table, row, (*at, "rows", number))


def _row(
    record_file: RecordFile[Budget], table: Table, row: Row, at: FieldPath
) -> Iterator[Problem]:
    columns, rows = [it.id for it in table.columns], [it.id for it in table.rows]
    yield from _kind(record_file, row, at)
    for field, names in (("sum_of", row.sum_of), ("of", (row.of,) if row.of else ())):
        for name in names:
            if name not in rows or name == row.id:
                tip = say("rows of this table: {rows}", rows=list_names(rows))
                yield Problem(
                    record_file.place(*at, field),
                    say("{field}: no other row {name!r}", field=field, name=name),
                    tip,
                )
    filled = [cell.column for cell in row.cells]
    if row.kind in ("item", "total") and filled != columns:
        tip = say("one cell a column, in their order: {columns}", columns=list_names(columns))
        yield Problem(
            record_file.place(*at), say("line {line}: a row with other cells", line=row.line), tip
        )
        if set(filled) <= set(columns):
            return  # one is missing, stands twice or elsewhere
    for number, cell in enumerate(row.cells):
        place = record_file.place(*at, "cells", number, "column")
        for name in filter(None, (cell.column, cell.against)):
            if name not in columns or filled.count(cell.column) > 1:
                tip = say(
                    "columns of this table, each once: {columns}", columns=list_names(columns)
                )
                yield Problem(
                    place, say("line {line}: wrong column {name!r}", line=row.line, name=name), tip
                )


def _kind(record_file: RecordFile[Budget], row: Row, at: FieldPath) -> Iterator[Problem]:
    changes = [cell.against is not None for cell in row.cells]
    message = {
        "heading": "a heading has no cells" if row.cells else "",
        "item": "" if row.cells else "an item without cells",
        "total": "" if row.sum_of else "a total names in `sum_of` the rows it sums",
        "change": "" if row.of and all(changes) else "changes name `of` and, in cells, `against`",
    }[row.kind]
    if row.kind != "change" and any(changes):
        message = say("only a row of changes compares columns")
    if message:
        yield Problem(
            record_file.place(*at), message, say("see data/budget/ for a row of this kind")
        )


def _amounts(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """Report cells that are neither an amount nor empty."""
    for located in dict(located_cells(record_file.record)).values():
        try:
            parse_amount(located.cell.printed, located.unit)
        except ValueError:
            message = say(
                "line {line}: {printed} is no amount",
                line=located.row.line,
                printed=quote_value(located.cell.printed),
            )
            place = record_file.place(*located.path, "printed")
            yield Problem(place, message, say('write what is printed, or "" for nothing'))
    yield from printed_amounts.check_cells(record_file)


def _notes(record_file: RecordFile[Budget]) -> Iterator[Problem]:
    """Check that each mark in a cell has its note, and each cell of a note carries the mark."""
    cells = dict(located_cells(record_file.record))
    marks_by_cell: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for number, note in enumerate(record_file.record.notes):
        if first.setdefault(note.mark, number) != number:
            message = say("the mark {mark} has two notes", mark=note.mark)
            yield Problem(
                record_file.place("notes", number, "mark"), message, say("keep one of them")
            )
        for count, name in enumerate(note.cells):
            marks_by_cell.setdefault(name, set()).add(note.mark)
            if name not in cells:
                place = record_file.place("notes", number, "cells", count)
                yield Problem(
                    place,
                    say("there is no cell {name!r}", name=name),
                    say("write table.row.column"),
                )
    for name, located in cells.items():
        place = record_file.place(*located.path, "printed")
        number = located.cell.line or located.row.line
        marks, expected = set(note_marks(located.cell.printed)), marks_by_cell.get(name, set())
        for mark in sorted(marks - expected):
            message = say(
                "line {number}: the mark {mark} of {printed} has no note",
                number=number,
                mark=mark,
                printed=located.cell.printed,
            )
            yield Problem(
                place, message, say("add {name} to the cells of its note, or the note", name=name)
            )
        for mark in sorted(expected - marks):
            message = say(
                "line {number}: {printed} is printed without the mark {mark}",
                number=number,
                printed=located.cell.printed,
                mark=mark,
            )
            yield Problem(
                place, message, say("add the mark, or remove {name} from its note", name=name)
            )
