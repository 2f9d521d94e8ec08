"""Statements in the groups in which pages show them · StatementRecord → groups of rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.exports import addresses
from generator.render.disclosure import is_long
from generator.render.document_facts import statement_place
from generator.render.fact_tables import quoted_spots
from generator.resolve.fact_types import SpotRecord, StatementRecord
from generator.resolve.record_reference import Label, LocatorRecord
from generator.resolve.resolve import Records

DEFINITION = "definition"
"""The kind whose statements the page of the terminology shows as well."""


@dataclass(frozen=True)
class StatementRow:
    """One statement."""

    statement: StatementRecord
    place: str
    """Where its subject's page shows it."""
    anchor: str
    sources: tuple[LocatorRecord, ...]
    quoted: tuple[SpotRecord, ...]
    """The words it is taken from; what two editions print alike stands once."""
    is_older_only: bool
    """Whether a newer edition of its document no longer says it."""


@dataclass(frozen=True)
class StatementGroup:
    """The statements of one kind, of work those of one year."""

    kind: Label
    year: str | None
    anchor: str
    rows: tuple[StatementRow, ...]

    @property
    def is_folded(self) -> bool:
        """Whether they are shown only to those who open them: a year's work, where it is long."""
        return self.year is not None and is_long(self.rows)


def statement_rows(statements: Iterable[StatementRecord], records: Records) -> list[StatementRow]:
    """A row for each statement."""
    return [_row(it, records.superseded) for it in statements]


def statement_values(
    own: Iterable[StatementRecord], concerning: Iterable[StatementRecord], records: Records
) -> dict[str, Any]:
    """What templates/statements.md.j2 shows of the statements of a record, and of those of others
    that concern it."""
    rows = statement_rows(concerning, records)
    return {
        "statements": statement_groups(own, records),
        "concerning": rows,
        "concerning_folded": is_long(rows),
    }


def statement_groups(
    statements: Iterable[StatementRecord], records: Records
) -> list[StatementGroup]:
    """The statements by kind and year; in the order in which they come."""
    rows = statement_rows(statements, records)
    return [
        StatementGroup(kind, year, addresses.statements_anchor(kind.code, year), tuple(group))
        for (kind, year), group in groupby(rows, lambda it: (it.statement.kind, it.statement.year))
    ]


def document_groups(records: Records, document: str) -> list[StatementGroup]:
    """All that a document states, by kind and year, each group in the order of its lines."""

    def line(statement: StatementRecord) -> int:
        return min(it.line for it in statement.sources if it.document.id == document)

    order = list(dict.fromkeys((it.kind, it.year) for it in records.statements))
    said = [it for it in records.statements if any(s.document.id == document for s in it.sources)]
    said.sort(key=lambda it: (order.index((it.kind, it.year)), line(it)))
    return statement_groups(said, records)


def own_statements(records: Records, document: str) -> Sequence[StatementRecord]:
    """The statements of which a document is the subject."""
    return [
        statement
        for statement in records.statements
        if (statement.subject.kind, statement.subject.id) == ("documents", document)
    ]


def definitions(records: Records) -> list[StatementRow]:
    """The words that documents explain."""
    said = (it for it in records.statements if it.kind.code == DEFINITION)
    return statement_rows(said, records)


def _row(statement: StatementRecord, superseded: Iterable[str]) -> StatementRow:
    return StatementRow(
        statement=statement,
        place=statement_place(statement),
        anchor=addresses.statement_anchor(statement.id),
        sources=tuple(dict.fromkeys(statement.sources)),
        quoted=tuple(quoted_spots(statement.spots)),
        is_older_only=all(it.document.id in superseded for it in statement.sources),
    )
