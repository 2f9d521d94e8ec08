"""A budget's tables are whole and say of every number what it is: unit, year, basis, note."""

from collections.abc import Iterable, Iterator

from generator.message import say
from generator.model.budget import Budget, Column, Row, Table
from generator.model.catalogue import Catalogue, Held
from generator.problem import Place, Problem, quoted
from generator.resolve.amounts import marks, parsed, spots
from generator.rules import budget_sums, budget_words, printed_amounts
from generator.rules.references import known, line

At = tuple[str | int, ...]


def check(catalogue: Catalogue) -> Iterator[Problem]:
    """A number under the wrong head, or without its note, misleads whoever compares it."""
    for held in catalogue.budgets.values():
        record = held.record
        yield from known(record.id, catalogue.documents, "document", held.place("id"))
        yield from known(record.agency, catalogue.agencies, "agency", held.place("agency"))
        yield from _lines(catalogue, held)
        yield from _once(held, "scopes", [it.id for it in record.scopes])
        for field in ("tables", "programmes", "statements", "dates", "charts", "derived"):
            yield from _once(held, field, [it.id for it in getattr(record, field)])
        unreadable = list(_amounts(held))
        yield from unreadable
        misshapen = [
            problem
            for number, table in enumerate(record.tables)
            for problem in _table(catalogue, held, table, ("tables", number))
        ]
        yield from misshapen
        yield from _notes(held)
        if not unreadable:
            yield from budget_words.check(catalogue, held)
        # Under a wrong unit, or with a row too many, every sum would be wrong.
        if not unreadable and not misshapen:
            yield from budget_sums.check(held)


def _lines(catalogue: Catalogue, held: Held[Budget]) -> Iterator[Problem]:
    """Every field whose name says that it is a line of the document."""
    for path in held.source.places:
        name = path[-1] if path else ""
        if name in ("line", "aim_line", "unit_line") or (len(path) > 1 and path[-2] == "lines"):
            value = _value(held.source.value, path)
            if isinstance(value, int):
                yield from line(catalogue, held.record.id, value, held.place(*path))


def _value(value: object, path: At) -> object:
    for part in path:
        if isinstance(value, dict):
            value = value.get(part)
        elif isinstance(value, list) and isinstance(part, int):
            value = value[part]
    return value


def _once(held: Held[Budget], field: str, names: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            message = say("{name!r} stands twice in {field}", name=name, field=field)
            yield Problem(held.place(field, number, "id"), message, say("choose another id"))
        seen.add(name)


def _table(catalogue: Catalogue, held: Held[Budget], table: Table, at: At) -> Iterator[Problem]:
    yield from _printed_as(
        catalogue, "budget-units", table.unit, table.unit_printed, held.place(*at, "unit")
    )
    yield from _distinct(held, (*at, "columns"), [it.id for it in table.columns])
    yield from _distinct(held, (*at, "rows"), [it.id for it in table.rows])
    for number, column in enumerate(table.columns):
        yield from _column(catalogue, held, column, (*at, "columns", number))
    for number, row in enumerate(table.rows):
        yield from _row(held, table, row, (*at, "rows", number))


def _distinct(held: Held[Budget], at: At, names: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, name in enumerate(names):
        if name in seen:
            message = say("{name!r} stands twice in this table", name=name)
            yield Problem(held.place(*at, number, "id"), message, say("choose another id"))
        seen.add(name)


def _column(catalogue: Catalogue, held: Held[Budget], column: Column, at: At) -> Iterator[Problem]:
    if column.year not in column.printed:
        message = say(
            "year {year} differs from the head of the column, {printed!r}",
            year=column.year,
            printed=column.printed,
        )
        yield Problem(held.place(*at, "year"), message, say("write the year that is printed there"))
        return
    head = column.printed.replace(column.year, "").strip(" ()（）")
    yield from _printed_as(
        catalogue, "budget-bases", column.basis, head, held.place(*at, "basis"), column.line
    )
    if column.scope not in [scope.id for scope in held.record.scopes]:
        tip = say(
            "scopes of this record: {items}", items=", ".join(it.id for it in held.record.scopes)
        )
        yield Problem(
            held.place(*at, "scope"), say("unknown scope {scope!r}", scope=column.scope), tip
        )


def _printed_as(
    catalogue: Catalogue,
    vocabulary: str,
    code: str,
    printed: str,
    place: Place,
    number: int | None = None,
) -> Iterator[Problem]:
    """Unless the vocabulary knows `printed` as a form of `code`."""
    words = catalogue.vocabularies.get(vocabulary)
    if words is None:
        return  # rules/vocabulary.py names it
    meant = [term.code for term in words.record.terms if printed in term.printed]
    if code not in meant:
        where = f"line {number}: " if number else ""
        tip = (
            say("write {meant}", meant=meant[0])
            if meant
            else say("add the form to data/vocabulary/{vocabulary}.yml", vocabulary=vocabulary)
        )
        message = say(
            "{where}{printed!r} is printed, which is not {code!r}",
            where=where,
            printed=printed,
            code=code,
        )
        yield Problem(place, message, say("{tip}, or correct what is printed", tip=tip))


def _row(held: Held[Budget], table: Table, row: Row, at: At) -> Iterator[Problem]:
    columns, rows = [it.id for it in table.columns], [it.id for it in table.rows]
    yield from _kind(held, row, at)
    for field, names in (("sum_of", row.sum_of), ("of", (row.of,) if row.of else ())):
        for name in names:
            if name not in rows or name == row.id:
                tip = say("rows of this table: {rows}", rows=", ".join(rows))
                yield Problem(
                    held.place(*at, field),
                    say("{field}: no other row {name!r}", field=field, name=name),
                    tip,
                )
    there = [cell.column for cell in row.cells]
    if row.kind in ("item", "total") and there != columns:
        tip = say("one cell a column, in their order: {columns}", columns=", ".join(columns))
        yield Problem(
            held.place(*at), say("line {line}: a row with other cells", line=row.line), tip
        )
        if set(there) <= set(columns):
            return  # one is missing, stands twice or elsewhere
    for number, cell in enumerate(row.cells):
        place = held.place(*at, "cells", number, "column")
        for name in filter(None, (cell.column, cell.against)):
            if name not in columns or there.count(cell.column) > 1:
                tip = say("columns of this table, each once: {columns}", columns=", ".join(columns))
                yield Problem(
                    place, say("line {line}: wrong column {name!r}", line=row.line, name=name), tip
                )


def _kind(held: Held[Budget], row: Row, at: At) -> Iterator[Problem]:
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
        yield Problem(held.place(*at), message, say("see data/budget/ for a row of this kind"))


def _amounts(held: Held[Budget]) -> Iterator[Problem]:
    """Cells that hold neither an amount nor nothing."""
    for spot in dict(spots(held.record)).values():
        try:
            parsed(spot.cell.printed, spot.unit)
        except ValueError:
            message = say(
                "line {line}: {printed} is no amount",
                line=spot.row.line,
                printed=quoted(spot.cell.printed),
            )
            place = held.place(*spot.path, "printed")
            yield Problem(place, message, say('write what is printed, or "" for nothing'))
    yield from printed_amounts.cells(held)


def _notes(held: Held[Budget]) -> Iterator[Problem]:
    """Marks and notes name one another, so that neither can be lost alone."""
    found = dict(spots(held.record))
    named: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for number, note in enumerate(held.record.notes):
        if first.setdefault(note.mark, number) != number:
            message = say("the mark {mark} has two notes", mark=note.mark)
            yield Problem(held.place("notes", number, "mark"), message, say("keep one of them"))
        for count, name in enumerate(note.cells):
            named.setdefault(name, set()).add(note.mark)
            if name not in found:
                place = held.place("notes", number, "cells", count)
                yield Problem(
                    place,
                    say("there is no cell {name!r}", name=name),
                    say("write table.row.column"),
                )
    for name, spot in found.items():
        place = held.place(*spot.path, "printed")
        number = spot.cell.line or spot.row.line
        there, wanted = set(marks(spot.cell.printed)), named.get(name, set())
        for mark in sorted(there - wanted):
            message = say(
                "line {number}: the mark {mark} of {printed} has no note",
                number=number,
                mark=mark,
                printed=spot.cell.printed,
            )
            yield Problem(
                place, message, say("add {name} to the cells of its note, or the note", name=name)
            )
        for mark in sorted(wanted - there):
            message = say(
                "line {number}: {printed} is printed without the mark {mark}",
                number=number,
                printed=spot.cell.printed,
                mark=mark,
            )
            yield Problem(
                place, message, say("add the mark, or remove {name} from its note", name=name)
            )
