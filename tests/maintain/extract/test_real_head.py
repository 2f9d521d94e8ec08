"""The published head against its record, which was typed by hand, independently of the extractor.

Its text is not part of the project; the test runs where `../shared/sources` stands beside it.
"""

import pytest
import yaml
from builders import ROOT, catalogue_of_the_project
from maintain.extract.heads import by_id, cells

from generator.maintain.extract.head_names import name_all
from generator.maintain.extract.head_reading import read_head
from generator.maintain.extract.head_source import head_words
from generator.maintain.extract.head_text import head_text
from generator.reading.odd_characters import replace_odd

TEXT = ROOT.parent / "shared" / "sources" / "head-135-2025-26.txt"
pytestmark = [
    pytest.mark.today,
    pytest.mark.skipif(not TEXT.is_file(), reason=f"the published text is not at {TEXT}"),
]


def test_every_cell_and_note_equals_the_record() -> None:
    record = yaml.safe_load((ROOT / "data/budget/head-135-2025-26.yml").read_text("utf-8"))
    words = head_words(catalogue_of_the_project())
    text = replace_odd(TEXT.read_bytes().decode())
    assert head_text(text, words) == (text, ())
    head = read_head(text, words)
    name_all(head, None, lambda label: label)
    assert [it.printed for it in head.notes] == [it["printed"] for it in record["notes"]]
    read = {
        table.name(row, cell): printed
        for table in head.tables
        for row in table.rows
        for cell, printed in (
            *zip([it.id for it in table.columns], row.cells, strict=False),
            *((it.column, it.printed) for it in row.changes),
        )
    }
    assert read == cells(record)
    lines = {f"{table.id}.{row.id}": row.line for table in head.tables for row in table.rows}
    assert lines == {
        f"{table}.{row}": fields["line"]
        for table, rows in ((it["id"], by_id(it["rows"])) for it in record["tables"])
        for row, fields in rows.items()
    }


def test_only_the_table_that_is_printed_twice_is_not_understood() -> None:
    words = head_words(catalogue_of_the_project())
    head = read_head(replace_odd(TEXT.read_bytes().decode()), words)
    assert [it.line for it in head.faults] == [219]
