"""A dataset and the rows of plans that list it say the same.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_vocabulary,
    catalogue_of_the_project,
)

from generator.model.vocabulary import Term
from generator.rules import dataset_formats

SEA = "data/datasets/sea/sea-tides.yml"
FREQUENCIES = a_vocabulary(
    "frequencies",
    terms=[
        Term(code="ANNUAL", label="每年", printed=("每年", "Yearly")),
        Term(code="QUARTERLY", label="每季", printed=("每季",)),
    ],
)
FORMATS = a_vocabulary("formats", "CSV", "JSON", "GeoJSON", "XLSX")


def problems(*datasets: Any, **document: Any) -> list[str]:
    catalogue = a_catalogue(
        datasets=datasets, documents=[a_document(**document)], vocabularies=[FREQUENCIES, FORMATS]
    )
    return [str(problem) for problem in dataset_formats.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(dataset_formats.check(catalogue_of_the_project())) == []


def test_formats_are_those_that_the_description_names() -> None:
    assert problems(a_dataset(description="以CSV格式提供", formats=["CSV"])) == []
    assert problems(a_dataset(description="以csv及GeoJSON提供", formats=["CSV", "JSON"])) == [
        f"{SEA}:9:1: formats CSV, JSON, but the description names CSV, GeoJSON "
        "(write the formats that the description names, or correct the description)"
    ]


def test_a_description_that_names_no_format_says_nothing_of_them() -> None:
    assert problems(a_dataset(description="试算表", formats=["XLSX"])) == []
