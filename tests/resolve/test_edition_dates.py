"""Which document is older than which."""

import pytest
from builders import a_document

from generator.resolve.edition_dates import superseded_documents


@pytest.mark.parametrize(
    ("complete", "superseded"),
    [("first second third", "first second"), ("first second", "first"), ("first", "")],
)
def test_a_document_is_superseded_by_a_later_complete_edition(
    complete: str, superseded: str
) -> None:
    documents = [a_document(id=it, complete=it in complete) for it in ("first", "second", "third")]
    found = superseded_documents([("first", "second", "third"), ("other",)], documents)
    assert found == set(superseded.split())
