"""What only one of two documents says, grouped by subject · UnmatchedItems → rows."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.model.wording import Wording
from generator.render.changes_row import (
    ChangeCell,
    ChangeRow,
    dataset_ref,
    event_cell,
    figure_cell,
    listing_source,
)
from generator.resolve.change_types import UnmatchedItems
from generator.resolve.record_reference import Ref


def only_rows(
    only: UnmatchedItems, words: Mapping[str, Wording], newer: bool
) -> Iterator[ChangeRow]:
    """A row for each subject: first those that the other document does not name at all."""
    unnamed = {body.subject.id: body for body in only.bodies}
    subjects = {body.subject.id: body.subject for body in only.bodies}
    cells: dict[str, list[ChangeCell]] = {it: [] for it in unnamed}
    for subject, cell in _cells(only, words):
        subjects.setdefault(subject.id, subject)
        cells.setdefault(subject.id, []).append(cell)
    for identifier, subject in subjects.items():
        row_cells = tuple(cells[identifier]) or (
            ChangeCell(unnamed[identifier].sources, text=words["named-here"]),
        )
        yield ChangeRow(
            (subject,),
            () if newer else row_cells,
            row_cells if newer else (),
            words["changes-not-named"] if identifier in unnamed else None,
            count=len(row_cells),
        )


def statement_rows(only: UnmatchedItems, newer: bool) -> Iterator[ChangeRow]:
    """A row for each subject with what only this document states of it."""
    by_subject: dict[Ref, list[ChangeCell]] = {}
    for statement in only.statements:
        cell = ChangeCell(
            statement.sources, statement.kind.label, text=statement.text, note=statement.term
        )
        by_subject.setdefault(statement.subject, []).append(cell)
    for subject, listed in by_subject.items():
        cells = tuple(listed)
        older, newer_cells = ((), cells) if newer else (cells, ())
        yield ChangeRow((subject,), older, newer_cells, count=len(cells))


def _cells(only: UnmatchedItems, words: Mapping[str, Wording]) -> Iterator[tuple[Ref, ChangeCell]]:
    """Everything said, with whom it is about."""
    for figure, note in only.figures:
        cell = figure_cell(figure, True, figure.measure.label)
        yield figure.subject, replace(cell, note=note)
    for subject, condition in only.conditions:
        yield subject, ChangeCell((condition.source,), condition.kind.label, text=condition.text)
    for event in only.events:
        yield event.subject, event_cell(event)
    for dataset, listing in only.datasets:
        status = words[f"status-{listing.status}"]
        yield (
            dataset_ref(dataset),
            ChangeCell(
                (listing_source(listing),),
                status,
                date=listing.date,
                text=None if listing.date else listing.date_note,
            ),
        )
