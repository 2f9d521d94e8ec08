"""A dataset and the rows of plans that list it say the same.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_section,
    a_vocabulary,
    catalogue_of_the_project,
)

from generator.model.vocabulary import Term
from generator.rules import rows

SEA = "data/datasets/sea/sea-tides.yml"
FREQUENCIES = a_vocabulary(
    "frequencies",
    terms=[
        Term(code="ANNUAL", label="每年", printed=("每年", "Yearly")),
        Term(code="QUARTERLY", label="每季", printed=("每季",)),
    ],
)


def problems(*datasets: Any, **document: Any) -> list[str]:
    catalogue = a_catalogue(
        datasets=datasets, documents=[a_document(**document)], vocabularies=[FREQUENCIES]
    )
    return [str(problem) for problem in rows.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(rows.check(catalogue_of_the_project())) == []


def test_the_code_is_that_of_what_is_printed() -> None:
    assert problems(a_dataset(frequency="QUARTERLY")) == [
        f"{SEA}:10:12: frequency 'QUARTERLY', but the newest row prints '每年' "
        "(write ANNUAL, or correct `frequency_printed`)"
    ]


@pytest.mark.parametrize("printed", ["每年", "Yearly", "每年（二月）"])
def test_what_the_vocabulary_does_not_know_is_free(printed: str) -> None:
    assert problems(a_dataset(listings=[a_listing(frequency_printed=printed)])) == []


def test_the_newest_row_counts() -> None:
    old = a_listing(frequency_printed="每季")
    assert problems(a_dataset(listings=[old, a_listing(row=2, line=61)])) == []


def test_formats_are_those_that_the_description_names() -> None:
    assert problems(a_dataset(description="以CSV格式提供", formats=["CSV"])) == []
    assert problems(a_dataset(description="以csv及GeoJSON提供", formats=["CSV", "JSON"])) == [
        f"{SEA}:9:1: formats CSV, JSON, but the description names CSV, GeoJSON "
        "(write the formats that the description names, or correct the description)"
    ]


def test_a_description_that_names_no_format_says_nothing_of_them() -> None:
    assert problems(a_dataset(description="试算表", formats=["XLSX"])) == []


@pytest.mark.parametrize("line", [49, 50, 81])
def test_a_line_outside_its_section_is_a_warning(line: int) -> None:
    """The heading's own line is none of a row."""
    sections = [a_section(), a_section(code="D.i", line=81, rows=0)]
    [said] = problems(a_dataset(listings=[a_listing(line=line)]), sections=sections)
    assert said == (
        f"{SEA}:18:9: warning: line {line} lies outside section D.ii, lines 50 to 80 "
        "(look the line of this row up again, and hold its section and row against it)"
    )


def test_rows_stand_in_their_order() -> None:
    """Two rows may begin on one line; of many the one that is out of order is to blame."""

    def told(*lines: int) -> list[str]:
        made = [
            a_dataset(id=f"d{number}", listings=[a_listing(row=number, line=line)])
            for number, line in enumerate(lines, 1)
        ]
        return problems(*made)

    assert told(60, 61, 61, 65) == []
    [said] = told(74, 61, 62, 63)
    assert said.startswith(
        "data/datasets/sea/d1.yml:18:9: warning: line 74 of row 1 is out of order"
    )
    [said] = told(60, 61, 52, 63, 64)
    assert said.startswith(
        "data/datasets/sea/d3.yml:18:9: warning: line 52 of row 3 is out of order"
    )
