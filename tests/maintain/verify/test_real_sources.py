"""The project's own records, held against the texts of the documents where these are at hand.

The texts are not part of the project: they lie in `shared/sources` beside it, or where
SOURCES_PATH says.
"""

import os
from functools import cache
from pathlib import Path

import pytest
from builders import ROOT, catalogue_of_the_project

from generator.maintain.verify.verify import verify
from generator.pipeline.generate import catalogue_converter

SOURCES = Path(os.environ.get("SOURCES_PATH") or ROOT.parent / "shared" / "sources")
DOCUMENTS = sorted(catalogue_of_the_project().documents)

pytestmark = [
    pytest.mark.today,
    pytest.mark.skipif(not SOURCES.is_dir(), reason="the documents' texts are not here"),
]


@cache
def problems() -> tuple[str, ...]:
    catalogue = catalogue_of_the_project()
    return tuple(map(str, verify(catalogue, catalogue_converter(catalogue), SOURCES)))


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_fact_of_a_document_stands_on_its_line_and_every_number_is_used(
    document: str,
) -> None:
    assert [it for it in problems() if document in it] == []


def test_every_problem_concerns_a_document() -> None:
    """So that none is lost between the tests above."""
    assert [it for it in problems() if not any(name in it for name in DOCUMENTS)] == []
