"""Budgets of a catalogue → BudgetRecords: notes, units and comparisons put together."""

from collections.abc import Iterator, Mapping

from generator.model.budget import (
    Budget,
    BudgetProgramme,
    Cell,
    Chart,
    Column,
    Emphasis,
    Row,
    Statement,
    Table,
    Unit,
)
from generator.model.catalogue import Catalogue
from generator.model.wording import settle
from generator.resolve.amounts import (
    Amount,
    derived_amount,
    marks,
    parsed,
    spots,
    statement_amount,
)
from generator.resolve.budget_records import (
    BudgetProgrammeRecord,
    BudgetRecord,
    CellRecord,
    ChartRecord,
    ColumnRecord,
    DerivedRecord,
    EmphasisRecord,
    NoteRecord,
    RowRecord,
    StatementRecord,
    TableRecord,
)
from generator.resolve.names import document_ref
from generator.resolve.record_reference import Label, Ref
from generator.resolve.texts import printed_in
from generator.resolve.vocabulary import labels


def resolve_budgets(catalogue: Catalogue, subjects: Mapping[str, Ref]) -> tuple[BudgetRecord, ...]:
    """All budgets: by head, the newest year first."""
    made = [
        _Resolver(catalogue, held.record, subjects).budget() for held in catalogue.budgets.values()
    ]
    made.sort(key=lambda it: it.year, reverse=True)
    # Heads are numbers with or without letters: 47, 135, 155A.
    return tuple(sorted(made, key=lambda it: (len(it.head), it.head)))


class _Resolver:
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
            NoteRecord(number, it.mark, settle(it.printed, self._script, budget.id), it.line)
            for number, it in enumerate(budget.notes, 1)
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
                (self._dataset(it.dataset), settle(it.text, script)) for it in budget.datasets
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
        found = marks(cell.printed)
        printed = cell.printed
        for mark in found:
            printed = printed.replace(mark, "")
        return CellRecord(
            id=f"{self._budget.id}-{table.id}-{row.id}-{cell.column}",
            column=columns[cell.column],
            printed=printed,
            amount=parsed(cell.printed, unit, cell.change),
            unit=Label(unit, self._units[unit]),
            note=next((note for note in self._notes if note.mark in found), None),
            line=cell.line or row.line,
            against=columns[cell.against] if cell.against else None,
        )

    def _statement(self, it: Statement) -> StatementRecord:
        return StatementRecord(
            id=it.id,
            kind=it.kind,
            what=settle(it.what, self._script),
            printed=settle(it.printed, self._script, self._budget.id),
            amount=statement_amount(it),
            unit=it.unit,
            basis=it.basis,
            year=it.year,
            as_of=it.as_of,
            line=it.line,
            repeats=self._cells[it.repeats] if it.repeats else None,
            start=self._cells[it.start] if it.start else None,
            end=self._cells[it.end] if it.end else None,
        )

    def _programme(self, it: BudgetProgramme) -> BudgetProgrammeRecord:
        return BudgetProgrammeRecord(
            id=it.id,
            code=it.code,
            label=settle(it.label, self._script, self._budget.id),
            line=it.line,
            aim=settle(it.aim, self._script),
            aim_line=it.aim_line,
            about=tuple(self._subjects[name] for name in it.about),
            emphases=tuple(
                (settle(group.heading, self._script), tuple(map(self._emphasis, group.items)))
                for group in it.emphases
            ),
            none=settle(it.none, self._script) if it.none else None,
        )

    def _emphasis(self, it: Emphasis) -> EmphasisRecord:
        about = tuple(self._subjects[name] for name in it.about)
        return EmphasisRecord(settle(it.text, self._script), it.line, about)

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
        for it in self._budget.derived:
            first, second = self._cells[it.first], self._cells[it.second]
            assert first.amount, "the rules refuse a number derived from an empty cell"
            assert second.amount, "the rules refuse a number derived from an empty cell"
            amount = derived_amount(it, first.amount, second.amount)
            yield DerivedRecord(it.id, it.kind, first, second, amount)

    def _dataset(self, identifier: str) -> Ref:
        dataset = self._catalogue.datasets[identifier].record
        name = settle(dataset.name, dataset.script, printed_in(dataset))
        return Ref("datasets", dataset.id, name)

    def _places(
        self, statements: tuple[StatementRecord, ...], derived: tuple[DerivedRecord, ...]
    ) -> Iterator[tuple[str, tuple[Amount, Unit] | str]]:
        for name, spot in spots(self._budget):
            if amount := spot.amount:
                yield name, (amount, spot.unit)
        for statement in statements:
            yield statement.id, (statement.amount, statement.unit)
        for it in derived:
            yield it.id, (it.amount, "percent" if it.kind == "share" else "HKD")
        for day in self._budget.dates:
            yield day.id, day.date
