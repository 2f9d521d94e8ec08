"""The records of a benchmark are as valid as those they are made from."""

from datetime import date
from pathlib import Path

from builders import a_catalogue, a_data_folder, a_dataset, a_document, a_listing, a_section

from generator.bench.synthetic import write_records
from generator.messages.problem import Severity
from generator.pipeline.generate import examine

SIZE = 7


def test_many_datasets_of_a_few_are_valid(tmp_path: Path) -> None:
    """With tables below headings of their own, as plans have them."""
    sections = [
        a_section(code="A.i", line=12, heading_line=11, rows=0, empty="not-applicable"),
        a_section(code="A.ii", line=16, rows=1),
        a_section(code="D.ii", line=24, heading_line=20, rows=1),
    ]
    few = a_catalogue(
        documents=[a_document(sections=sections)],
        datasets=[
            a_dataset(listings=[a_listing(section="D.ii", line=26)]),
            a_dataset(
                id="sea-piers",
                name="码头位置",
                listings=[a_listing(section="A.ii", status="planned", date="2026-06", line=18)],
            ),
        ],
    )
    write_records(a_data_folder(tmp_path / "few", few), tmp_path / "many", SIZE)
    catalogue, problems = examine(tmp_path / "many", date(2026, 1, 31))
    assert [it for it in problems if it.severity is Severity.ERROR] == []
    assert catalogue is not None
    assert len(catalogue.datasets) == SIZE
