"""The project's own fact sheets: 2024 carried over to 2025, whose records are known.

The texts are not part of the project: they lie in `shared/sources` beside it, or where
SOURCES_PATH says.
"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from builders import ROOT, catalogue_of_the_project

from generator.maintain.extract.edition_alignment import Alignment
from generator.maintain.extract.edition_carry import Carrier, Editions, Outcome
from generator.maintain.extract.edition_items import EditionItem, items_of
from generator.maintain.extract.edition_text import Folder
from generator.maintain.extract.standing_names import NameFinder
from generator.maintain.verify.text import document_lines
from generator.pipeline.generate import catalogue_converter

OLD, NEW = "factsheet-2024", "factsheet-2025"
SOURCES = Path(os.environ.get("SOURCES_PATH") or ROOT.parent / "shared" / "sources")

pytestmark = [
    pytest.mark.today,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the documents' texts are not here"),
]


def lines_of(document: str) -> list[str]:
    lines, _ = document_lines(catalogue_of_the_project().documents[document], SOURCES)
    assert lines is not None
    return lines


@cache
def outcomes() -> tuple[Outcome, ...]:
    catalogue = catalogue_of_the_project()
    folder = Folder(catalogue_converter(catalogue), OLD)
    old, new = (catalogue.documents[it].record for it in (OLD, NEW))
    alignment = Alignment(
        folder.text(lines_of(OLD), old.script), folder.text(lines_of(NEW), new.script)
    )
    carrier = Carrier(Editions(old, new, folder, alignment))
    return tuple(carrier.outcomes(items_of(catalogue, OLD)))


def counterparts(item: EditionItem) -> Iterator[Any]:
    """What the same list of the record has from the newer edition."""
    for other in item.siblings:
        same = getattr(other, "measure", getattr(other, "kind", None))
        if other.document == NEW and same == getattr(
            item.item, "measure", getattr(item.item, "kind", None)
        ):
            yield other


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("figure", ("value", "value_max", "qualifier", "as_of", "as_of_part", "line")),
        ("event", ("date", "part", "planned", "line")),
        ("condition", ("line",)),
    ],
)
def test_nothing_is_carried_over_wrongly(kind: str, fields: tuple[str, ...]) -> None:
    carried = [it for it in outcomes() if it.item.kind == kind and it.verdict == "carried"]
    assert carried
    for outcome in carried:
        given = type(outcome.item.item).model_validate(outcome.fields)
        wanted = [getattr(given, it) for it in fields]
        known = [[getattr(it, name) for name in fields] for it in counterparts(outcome.item)]
        assert wanted in known, outcome.item.words


@pytest.mark.parametrize("kind", ["figure", "event", "condition"])
def test_what_the_newer_edition_has_too_is_carried_over_or_told_of(kind: str) -> None:
    """A counterpart is of one kind, and not always about the same: another year's competition. What
    was written anew from end to end is listed as gone, and as new."""
    both = [it for it in outcomes() if it.item.kind == kind and any(counterparts(it.item))]
    found = [it for it in both if it.verdict != "gone"]
    assert len(found) >= 0.85 * len(both)


def test_names_stand_where_the_records_say() -> None:
    catalogue = catalogue_of_the_project()
    script = catalogue.documents[NEW].record.script
    names = [it for lists in catalogue.terminology.names.values() for it in lists.record.names]
    finder = NameFinder(lines_of(NEW), script, catalogue_converter(catalogue))
    found = {(it.name.id, it.form): it.lines for it in finder.find(names) if it.field == "stands"}
    known = {
        (name.id, name.hant if script == "zh-Hant" else name.hans): stand.lines
        for name in names
        for stand in name.stands
        if stand.document == NEW
    }
    assert found.keys() == known.keys()
    assert sum(found[it] == known[it] for it in known) >= 0.95 * len(known)
