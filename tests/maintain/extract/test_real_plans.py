"""The two published plans against a transcription made by hand, independently of the extractor.

Their texts are not part of the project; the tests run where `../shared/sources` stands beside it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from maintain.extract.invented import NAMES, ROOT

from generator.maintain.extract.plan_formats import named_formats
from generator.maintain.extract.plan_record import Plan, PlanRow, PlanSection
from generator.maintain.extract.plan_table import read_plan

SOURCES = ROOT.parent / "shared" / "sources"
ITC, ITIB = "itc-open-data-plan-2025-2027", "itib-open-data-plan-2026-2028"
TRANSCRIBED: list[Mapping[str, object]] = yaml.safe_load(
    (ROOT / "tests" / "data" / "plan-rows.yml").read_text("utf-8")
)

pytestmark = [
    pytest.mark.today,
    pytest.mark.skipif(not SOURCES.is_dir(), reason=f"the published texts are not at {SOURCES}"),
]


def path_of(document: str) -> Path:
    return SOURCES / f"{document}.txt"


def plan_of(document: str) -> Plan:
    return read_plan(path_of(document).read_bytes().decode(), NAMES)


def transcribed(document: str, section: PlanSection, row: PlanRow) -> Mapping[str, object]:
    """A row in the shape of the transcription."""
    return {
        "document": document,
        "section": section.code,
        "row": row.row,
        "line": row.line,
        "group": row.group,
        "category": row.category,
        "name": row.name,
        "description": row.description,
        "date": row.date,
        "date_note": row.date_note,
        "frequency": row.frequency_printed,
        "formats": list(named_formats(row.description, NAMES.formats)),
        "spatial": section.spatial,
        "status": "released" if section.code.startswith("D") else "planned",
        "archived": row.archived,
    }


@pytest.mark.parametrize(("document", "rows"), [(ITC, 62), (ITIB, 16)])
def test_every_row_equals_the_transcription(document: str, rows: int) -> None:
    plan = plan_of(document)
    read = [
        transcribed(document, section, row) for section in plan.sections for row in section.rows
    ]
    assert read == [row for row in TRANSCRIBED if row["document"] == document]
    assert len(read) == rows


@pytest.mark.parametrize("document", [ITC, ITIB])
def test_every_line_is_understood(document: str) -> None:
    plan = plan_of(document)
    assert plan.not_understood == ()
    rows = [row.line for section in plan.sections for row in section.rows]
    lines = path_of(document).read_bytes().decode().split("\n")
    assert Counter([*rows, *(entry.line for entry in plan.explained)]) == Counter(
        number for number, line in enumerate(lines, 1) if line.strip()
    )


@pytest.mark.parametrize("document", [ITC, ITIB])
def test_no_character_of_a_row_is_lost(document: str) -> None:
    """A row's cells hold what its lines hold, but for tags, bullets and white space."""
    lines = path_of(document).read_bytes().decode().split("\n")
    for section in plan_of(document).sections:
        for row in section.rows:
            printed = "".join(lines[number - 1] for number in row.lines)
            cells = (str(row.row), row.category, row.name)
            cells += (row.description, row.date_printed, row.frequency_printed)
            # The one row that is split continues in its description only.
            assert Counter(bare("".join(cells))) == Counter(bare(printed)), row.line


def bare(text: str) -> str:
    return re.sub(r"<[^>]*>|[•\s]", "", text)


def test_what_stands_around_the_tables() -> None:
    itc, itib = plan_of(ITC), plan_of(ITIB)
    assert (itc.title, itc.publisher) == (
        "2025-2027年度整合开放数据计划（包含空间数据计划）",
        "创新科技署",
    )
    assert (itib.title, itib.publisher) == (
        "2026-2028年度整合開放數據計劃（包含空間數據計劃）",
        "創新科技及工業局",
    )
    assert (itc.date, itc.date_line) == ("2024-12", 142)
    assert (itib.date, itib.date_line) == ("2025-12", 81)


def test_empty_sections_say_why() -> None:
    assert {section.code: section.empty for section in plan_of(ITC).sections} == {
        "A.i": "not-applicable",
        "A.ii": "not-applicable",
        "B.i": "not-applicable",
        "B.ii": "not-applicable",
        "C.1.i": None,
        "C.1.ii": "not-applicable",
        "D.i": None,
        "D.ii": None,
    }
    assert {section.code: section.empty for section in plan_of(ITIB).sections} == {
        "A.i": "not-applicable",
        "A.ii": None,
        "B.i": "not-applicable",
        "B.ii": "not-applicable",
        "C.1.i": "not-applicable",
        "C.1.ii": "no-row",
        "D.i": "not-applicable",
        "D.ii": None,
    }


def test_the_row_split_by_a_page_break_is_put_together() -> None:
    [row] = [row for row in plan_of(ITC).sections[-1].rows if len(row.lines) > 1]
    assert (row.row, row.lines) == (21, (92, 95))


def test_every_printed_form_of_the_vocabularies_is_printed() -> None:
    """`printed` holds all that these plans print; later plans may print more."""
    rows = [row for document in (ITC, ITIB) for s in plan_of(document).sections for row in s.rows]
    for name, forms in (
        ("categories", {row.category for row in rows}),
        ("frequencies", {row.frequency_printed for row in rows}),
    ):
        terms = yaml.safe_load((ROOT / "data" / "vocabulary" / f"{name}.yml").read_text("utf-8"))
        printed = {form for term in terms["terms"] for form in term["printed"]}
        assert printed >= {re.sub(r" \(.*\)$", "", form) for form in forms}
