"""The tables, notes and programmes of a head as fields of a record."""

from collections.abc import Collection, Iterator, Mapping

from generator.maintain.extract.head_layout import LEFT_OUT
from generator.maintain.extract.head_record import PrintedHead, PrintedRow, PrintedTable
from generator.resolve.amounts import note_marks

Fields = dict[str, object]


def table_fields(table: PrintedTable, title: str, scopes: Mapping[str, str]) -> Fields:
    """The fields of a table; `scopes` says the scope of each column."""
    return {
        "id": table.id,
        "title": title,
        "unit": table.unit,
        "unit_printed": table.unit_printed,
        "unit_line": table.unit_line,
        "columns": [
            {
                "id": column.id,
                "year": column.year,
                "basis": column.basis,
                "scope": scopes[column.id],
                "printed": column.printed,
                "line": column.line,
            }
            for column in table.columns
        ],
        "rows": [_row(table, row) for row in table.rows],
    }


def _row(table: PrintedTable, row: PrintedRow) -> Fields:
    fields: Fields = {"id": row.id, "kind": row.kind}
    if row.code:
        fields["code"] = row.code
    if row.label:
        fields["label"] = row.label
    fields["line"] = row.line
    if row.sum_of:
        fields["sum_of"] = [part.id for part in row.sum_of]
    if row.of:
        fields["of"] = row.of.id
    if row.kind in ("item", "total"):
        fields["cells"] = [
            {"column": column.id, "printed": printed}
            for column, printed in zip(table.columns, row.cells, strict=True)
        ]
    elif row.kind == "change":
        fields["cells"] = [
            {"column": change.column, "printed": change.printed, "against": change.against}
            | ({"change": change.word} if change.word else {})
            for change in row.changes
        ]
    return fields


def note_fields(head: PrintedHead) -> Iterator[Fields]:
    """The fields of each note, with every cell that carries its mark."""
    for note in head.notes:
        cells = [
            table.name(row, column.id)
            for table in head.tables
            for row in table.rows
            for column, printed in zip(table.columns, row.cells, strict=False)
            if note.mark in note_marks(printed)
        ]
        yield {"mark": note.mark, "printed": note.printed, "line": note.line, "cells": cells}


def left_out(head: PrintedHead, covered: Collection[int] = ()) -> Iterator[Fields]:
    """What the page has to say of each table that a record has no place for, unless it does."""
    for table in head.others:
        if not covered or table.lines[0] not in covered:
            lines = sorted({table.lines[0], table.lines[-1]})
            yield {"lines": lines, "what": LEFT_OUT}


def lines_missing(fields: Fields) -> set[int]:
    """Every line of which the record says already that it is not used."""
    ranges = [it["lines"] for it in fields.get("missing", [])]  # type: ignore[attr-defined]
    return {line for it in ranges for line in range(it[0], it[-1] + 1)}
