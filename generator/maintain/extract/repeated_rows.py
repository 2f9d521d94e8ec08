"""Rows that name a dataset which another row of the same plan names already."""

from collections.abc import Iterator, Mapping, Sequence

from generator.maintain.extract.draft_records import DatasetDraft, PlanSource
from generator.maintain.extract.row_match import Match, TextFolding, own_form
from generator.messages.message import say
from generator.messages.problem import Place, Problem


def repeated_rows(
    rows: Sequence[DatasetDraft],
    matches: Mapping[str, Match],
    source: PlanSource,
    fold: TextFolding,
) -> Iterator[tuple[DatasetDraft, Problem]]:
    """Drafts with the name of another row of the same agency: two records would be one dataset."""
    first: dict[tuple[str, str], DatasetDraft] = {}
    # A row that is known comes first, wherever it stands.
    for row in sorted(rows, key=lambda it: it.dataset.id not in matches):
        forms = fold.folded_forms(*own_form(row.dataset.name, row.dataset.script))
        match = matches.get(row.dataset.id)
        agency = match.known.record.agency if match else row.dataset.agency
        before = next((it for form in sorted(forms) if (it := first.get((agency, form)))), None)
        for form in forms:
            first.setdefault((agency, form), row)
        if before is not None and match is None:
            yield row, _problem(row, before, source)


def _problem(row: DatasetDraft, before: DatasetDraft, source: PlanSource) -> Problem:
    one, other = before.dataset.listings[0], row.dataset.listings[0]
    message = say(
        "row {row} of {section} has the name of row {other} of {other_section}, line {line}: "
        "it was not drafted",
        row=other.row,
        section=other.section,
        other=one.row,
        other_section=one.section,
        line=one.line,
    )
    tip = say(
        "if it is the same dataset, add the listing to its record; if not, write one with "
        "`python3 dev.py new dataset ID`"
    )
    return Problem(Place(source.file, other.line, 1), message, tip)
