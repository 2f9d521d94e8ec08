"""Budgets of a catalogue → BudgetRecords: notes, units and comparisons put together."""

from collections.abc import Iterator, Mapping

from generator.model.budget import (
    Budget,
    BudgetProgramme,
    BudgetUnit,
    Cell,
    Chart,
    Column,
    NumberStatement,
    Row,
    Table,
)
from generator.model.catalogue import Catalogue
from generator.model.wording import settle
from generator.resolve.amounts import (
    Amount,
    derived_amount,
    located_cells,
    note_marks,
    parse_amount,
    statement_amount,
)
from generator.resolve.budget_records import (
    BudgetProgrammeRecord,
    BudgetRecord,
    CellRecord,
    ChartRecord,
    ColumnRecord,
    DerivedRecord,
    NoteRecord,
    NumberStatementRecord,
    RowRecord,
    TableRecord,
)
from generator.resolve.names import document_ref
from generator.resolve.record_reference import Label, Ref
from generator.resolve.texts import printed_in
from generator.resolve.vocabulary import labels


def resolve_budgets(catalogue: Catalogue, subjects: Mapping[str, Ref]) -> tuple[BudgetRecord, ...]:
    """All budgets: by head, the newest year first."""
    records = [
        _BudgetResolver(catalogue, record_file.record, subjects).budget()
        for record_file in catalogue.budgets.values()
    ]
    records.sort(key=lambda it: it.year, reverse=True)
    # Heads are numbers with or without letters: 47, 135, 155A.
    return tuple(sorted(records, key=lambda it: (len(it.head), it.head)))


class _BudgetResolver:
    """Holds one budget and its indexes while its record is made."""

    def __init__(self, catalogue: Catalogue, budget: Budget, subjects: Mapping[str, Ref]) -> None:
        self._catalogue = catalogue
        self._budget = budget
        self._script = budget.script
        self._subjects = subjects
        self._bases = labels(catalogue, "budget-bases")
        self._units = labels(catalogue, "budget-units")
        self._scopes = {it.id: settle(it.name, self._script) for it in budget.scopes}
        self._notes = [
            NoteRecord(number, note.mark, settle(note.printed, self._script, budget.id), note.line)
            for number, note in enumerate(budget.notes, 1)
        ]
        self._tables = tuple(self._table(table) for table in budget.tables)
        self._rows = {f"{table.id}.{row.id}": row for table in self._tables for row in table.rows}
        self._cells = {
            f"{name}.{cell.column.id}": cell
            for name, row in self._rows.items()
            for cell in row.cells
            if cell
        }

    def budget(self) -> BudgetRecord:
        """The record of the budget."""
        budget, script = self._budget, self._script
        document = self._catalogue.documents[budget.id].record
        statements = tuple(self._statement(it) for it in budget.statements)
        derived = tuple(self._derived())
        return BudgetRecord(
            id=budget.id,
            head=budget.head,
            year=budget.year,
            title=settle(document.title, document.script, document.id),
            document=document_ref(document),
            agency=self._subjects[budget.agency],
            lead=settle(budget.lead, script),
            headline=self._cells[budget.headline],
            spent_on=tuple(
                (self._rows[name.rsplit(".", 1)[0]], self._cells[name]) for name in budget.spent_on
            ),
            explanation=settle(budget.explanation, script),
            programmes=tuple(self._programme(it) for it in budget.programmes),
            tables=self._tables,
            notes=tuple(self._notes),
            statements=statements,
            charts=tuple(self._chart(it) for it in budget.charts),
            derived=derived,
            missing=tuple((it.lines, settle(it.what, script)) for it in budget.missing),
            datasets=tuple(
                (self._dataset(related.dataset), settle(related.text, script))
                for related in budget.datasets
            ),
            places=dict(self._places(statements, derived)),
        )

    def _table(self, table: Table) -> TableRecord:
        columns = {it.id: self._column(it) for it in table.columns}
        return TableRecord(
            id=table.id,
            title=settle(table.title, self._script),
            unit=Label(table.unit, self._units[table.unit]),
            columns=tuple(columns.values()),
            rows=tuple(
                self._row(table, row, number, columns) for number, row in enumerate(table.rows, 1)
            ),
        )

    def _column(self, column: Column) -> ColumnRecord:
        basis = Label(column.basis, self._bases[column.basis])
        scope = Label(column.scope, self._scopes[column.scope])
        return ColumnRecord(column.id, column.year, basis, scope, column.line)

    def _row(
        self, table: Table, row: Row, number: int, columns: Mapping[str, ColumnRecord]
    ) -> RowRecord:
        cells = {it.column: self._cell(table, row, it, columns) for it in row.cells}
        label = settle(row.label, self._script, self._budget.id) if row.label else None
        aligned = tuple(cells.get(it) for it in columns) if cells else ()
        return RowRecord(number, row.id, row.kind, row.code, label, row.line, aligned)

    def _cell(
        self, table: Table, row: Row, cell: Cell, columns: Mapping[str, ColumnRecord]
    ) -> CellRecord:
        unit = "percent" if row.kind == "change" else table.unit
        marks = note_marks(cell.printed)
        printed = cell.printed
        for mark in marks:
            printed = printed.replace(mark, "")
        return CellRecord(
            id=f"{self._budget.id}-{table.id}-{row.id}-{cell.column}",
            column=columns[cell.column],
            printed=printed,
            amount=parse_amount(cell.printed, unit, cell.change),
            unit=Label(unit, self._units[unit]),
            note=next((note for note in self._notes if note.mark in marks), None),
            line=cell.line or row.line,
            against=columns[cell.against] if cell.against else None,
        )

    def _statement(self, statement: NumberStatement) -> NumberStatementRecord:
        return NumberStatementRecord(
            id=statement.id,
            kind=statement.kind,
            what=settle(statement.what, self._script),
            printed=settle(statement.printed, self._script, self._budget.id),
            amount=statement_amount(statement),
            unit=statement.unit,
            basis=statement.basis,
            year=statement.year,
            as_of=statement.as_of,
            line=statement.line,
            repeats=self._cells[statement.repeats] if statement.repeats else None,
            start=self._cells[statement.start] if statement.start else None,
            end=self._cells[statement.end] if statement.end else None,
        )

    def _programme(self, programme: BudgetProgramme) -> BudgetProgrammeRecord:
        return BudgetProgrammeRecord(
            id=programme.id,
            code=programme.code,
            label=settle(programme.label, self._script, self._budget.id),
            line=programme.line,
            aim=settle(programme.aim, self._script),
            aim_line=programme.aim_line,
            about=tuple(self._subjects[name] for name in programme.about),
            none=settle(programme.none, self._script) if programme.none else None,
        )

    def _chart(self, chart: Chart) -> ChartRecord:
        rows = [self._rows[f"{chart.table}.{name}"] for name in chart.rows]
        cells = [
            tuple(self._cells[f"{chart.table}.{row.id}.{column}"] for column in chart.columns)
            for row in rows
        ]
        return ChartRecord(
            id=chart.id,
            title=settle(chart.title, self._script),
            finding=settle(chart.finding, self._script),
            text=settle(chart.text, self._script),
            unit=cells[0][0].unit,
            columns=tuple(cell.column for cell in cells[0]),
            rows=tuple(zip(rows, cells, strict=True)),
        )

    def _derived(self) -> Iterator[DerivedRecord]:
        for derived in self._budget.derived:
            first, second = self._cells[derived.first], self._cells[derived.second]
            assert first.amount, "the rules refuse a number derived from an empty cell"
            assert second.amount, "the rules refuse a number derived from an empty cell"
            amount = derived_amount(derived, first.amount, second.amount)
            yield DerivedRecord(derived.id, derived.kind, first, second, amount)

    def _dataset(self, identifier: str) -> Ref:
        dataset = self._catalogue.datasets[identifier].record
        name = settle(dataset.name, dataset.script, printed_in(dataset))
        return Ref("datasets", dataset.id, name)

    def _places(
        self, statements: tuple[NumberStatementRecord, ...], derived: tuple[DerivedRecord, ...]
    ) -> Iterator[tuple[str, tuple[Amount, BudgetUnit] | str]]:
        for name, located in located_cells(self._budget):
            if amount := located.amount:
                yield name, (amount, located.unit)
        for statement in statements:
            yield statement.id, (statement.amount, statement.unit)
        for number in derived:
            yield number.id, (number.amount, "percent" if number.kind == "share" else "HKD")
        for day in self._budget.dates:
            yield day.id, day.date
