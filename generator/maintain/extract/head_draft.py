"""The budget of a head that has no earlier record: its tables, and what a person has to write."""

import re
from collections.abc import Iterator, Sequence

from generator.maintain.extract.head_fields import Fields, left_out, note_fields, table_fields
from generator.maintain.extract.head_layout import WHOLE_HEAD
from generator.maintain.extract.head_record import PrintedHead, PrintedRow, PrintedTable
from generator.maintain.extract.head_titles import table_title
from generator.model.base import Script
from generator.model.draft import UNFILLED
from generator.resolve.amounts import parse_amount

_SCOPE = "whole-head"


def first_budget(head: PrintedHead, identifier: str, script: Script, agency: str) -> Fields:
    """The fields of the record; `check` names each text that is still to be written."""
    main = _main(head.tables)
    latest = f"{head.year}-estimate"
    rows = [row for row in main.amount_rows() if row.kind == "item"]
    total = next((row for row in reversed(main.amount_rows()) if row.kind == "total"), rows[-1])
    at = [column.id for column in main.columns].index(latest)
    spent = [row for row in rows if parse_amount(row.cells[at], "HKD")]
    fields: Fields = {
        "id": identifier,
        "script": script,
        "head": head.number,
        "year": head.year,
        "agency": agency,
        "lead": UNFILLED,
        "headline": main.name(total, latest),
        "spent_on": [main.name(row, latest) for row in spent or rows],
        "scopes": [{"id": _SCOPE, "name": WHOLE_HEAD}],
        "explanation": UNFILLED,
        "programmes": list(_programmes(head)),
        "tables": [
            table_fields(table, table_title(table), {column.id: _SCOPE for column in table.columns})
            for table in head.tables
        ],
        "notes": list(note_fields(head)),
        "missing": list(left_out(head)),
        "same": [{"one": one, "other": other} for one, other in _same(head.tables, latest)],
    }
    return {name: it for name, it in fields.items() if it != []}


def _main(tables: Sequence[PrintedTable]) -> PrintedTable:
    """The table with all that may be spent."""
    for role in ("sub-heads", "analysis", "programme"):
        for table in tables:
            if table.role == role and any(it.basis == "estimate" for it in table.columns):
                return table
    return next(it for it in tables if any(col.basis == "estimate" for col in it.columns))


def _programmes(head: PrintedHead) -> Iterator[Fields]:
    for programme in head.programmes:
        yield {
            "id": f"programme-{re.sub('[^0-9]', '', programme.code)}",
            "code": programme.code,
            "label": programme.label,
            "line": programme.line,
            "aim": UNFILLED,
            "aim_line": programme.aim_line or programme.line,
        }


def _same(tables: Sequence[PrintedTable], latest: str) -> Iterator[tuple[str, str]]:
    """Amounts that a head prints twice: of programmes, of sub-heads, and in all."""
    analysis = next((it for it in tables if it.role == "analysis"), None)
    sub_heads = next((it for it in tables if it.role == "sub-heads"), None)
    if analysis:
        for table in tables:
            row = next((it for it in analysis.rows if it.code == table.code), None)
            if table.role == "programme" and row and _same_columns(analysis, table):
                yield f"{analysis.id}.{row.id}", f"{table.id}.{table.amount_rows()[0].id}"
    if sub_heads:
        for table in tables:
            row = next((it for it in sub_heads.rows if it.code == table.code), None)
            total = _total(table)
            if table.role == "sub-head" and row and total and _same_columns(sub_heads, table):
                yield f"{table.id}.{total.id}", f"{sub_heads.id}.{row.id}"
    if analysis and sub_heads:
        one, other = _total(analysis), _total(sub_heads)
        if one and other:
            yield analysis.name(one, latest), sub_heads.name(other, latest)


def _total(table: PrintedTable) -> PrintedRow | None:
    return next((it for it in reversed(table.amount_rows()) if it.kind == "total"), None)


def _same_columns(one: PrintedTable, other: PrintedTable) -> bool:
    return [it.year for it in one.columns] == [it.year for it in other.columns]
