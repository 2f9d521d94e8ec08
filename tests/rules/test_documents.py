"""A document's own dates, lines and sections fit together, and no text is taken for two.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import a_catalogue, a_document, a_section, catalogue_of_the_project

from generator.messages.problem import has_errors
from generator.model.document import Document
from generator.model.history import History
from generator.rules import documents

FILE = "data/documents/sea-plan.yml"


def problems(*made: Document, published: str = "") -> list[str]:
    history = {"documents": [History(id=it, identifiers=(it,)) for it in published.split()]}
    catalogue = a_catalogue(documents=made, history=history)
    return [str(problem) for problem in documents.check(catalogue)]


def of(**changes: Any) -> list[str]:
    return problems(a_document(**changes))


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    """A document without an address is a warning, which a keeper may leave."""
    assert not has_errors(list(documents.check(catalogue_of_the_project())))


@pytest.mark.parametrize(
    "title", ["2025-2027年度计划", "2025至2027年度计划", "2025–2027", "计划2025", "2025-27年度"]
)
def test_the_years_of_the_title_are_covered(title: str) -> None:
    """A single or a short year says too little."""
    assert of(title=title, covers="2025/2027") == []


def test_years_unlike_those_of_the_title() -> None:
    assert of(title="2026-2028年度计划", covers="2025/2027") == [
        f"{FILE}:7:9: 2025/2027 differs from the title, 2026/2028 "
        "(write the years that the title prints)"
    ]


@pytest.mark.parametrize("day", ["2023-01", "2024-12", "2027"])
def test_a_document_comes_out_in_its_years_or_shortly_before(day: str) -> None:
    assert of(date=day, covers="2025/2027") == []


@pytest.mark.parametrize("day", ["2014-12", "2028", "2042-12"])
def test_a_document_of_other_years(day: str) -> None:
    assert of(date=day, covers="2025/2027") == [
        f"{FILE}:6:7: a document of {day} does not cover 2025/2027 (correct `date` or `covers`)"
    ]


def test_a_document_with_a_date_reports_until_then() -> None:
    [line] = of(reports_until="2024-11")
    assert line.startswith(f"{FILE}:7:16: `reports_until` is for a document that prints no date (")


def test_a_line_for_a_date_that_is_not_given() -> None:
    [line] = of(date=None, date_line=3)
    assert line.startswith(f"{FILE}:6:12: `date_line` without a date (")


def test_lines_behind_the_end() -> None:
    tip = "(its text has 100 lines: look the line up again)"
    sections = [a_section(line=101)]
    assert of(date_line=102, sections=sections) == [
        f"{FILE}:7:12: sea-plan has no line 102 {tip}",
        f"{FILE}:13:9: sea-plan has no line 101 {tip}",
    ]


def test_sections_stand_in_the_order_of_the_document() -> None:
    sections = [a_section(), a_section(code="A.i", line=49)]
    [line] = of(sections=sections)
    assert line.startswith(f"{FILE}:16:9: line 49 stands above that of the section before (put the")


def test_a_lettered_heading_stands_above_its_table() -> None:
    def told(line: int) -> list[str]:
        below = a_section(code="D.ii", line=60, heading_line=line)
        return of(sections=[a_section(code="D.i", line=50), below])

    assert told(51) == told(59) == []
    for line in (50, 60):
        [problem] = told(line)
        assert f"line {line} does not stand between the section before and this one" in problem


def sheet(*headings: dict[str, Any], **changes: Any) -> list[str]:
    return of(kind="fact-sheet", sections=[], headings=headings, **changes)


def test_headings_stand_in_the_order_of_the_document() -> None:
    tides, harbours = {"line": 10, "text": "潮汐"}, {"line": 20, "text": "渔港"}
    assert sheet(tides, harbours) == []
    for wrong in ((harbours, tides), (tides, {"line": 10, "text": "渔港"})):
        [line] = sheet(*wrong)
        assert "line 10 does not stand below that of the heading before" in line
    [line] = sheet({"line": 101, "text": "渔港"})
    assert "sea-plan has no line 101" in line


def test_a_plan_has_sections_instead_of_headings() -> None:
    [line] = of(headings=[{"line": 60, "text": "潮汐"}])
    assert "an open data plan has sections, not headings (remove `headings`)" in line


def test_a_section_that_stands_twice() -> None:
    sections = [a_section(), a_section(line=51)]
    [line] = of(sections=sections)
    assert line.startswith(f"{FILE}:14:9: section D.ii stands twice (keep one of them, or correct")


def test_one_text_under_two_names() -> None:
    """The one that was published is not to blame, wherever it stands."""
    copy = a_document(id="a-copy", title="另一份", sha256="a" * 64)
    tip = "(give the hash of its own text, or keep one of the two documents)"
    assert problems(copy, a_document(), published="sea-plan") == [
        "data/documents/a-copy.yml:7:9: has the same text as 'sea-plan': the SHA-256 is the same "
        f"{tip}"
    ]
    [line] = problems(copy, a_document())
    assert line.startswith(f"{FILE}:7:9: has the same text as 'a-copy'")


def test_two_editions_differ_in_something_that_readers_see() -> None:
    other = a_document(id="z-other")
    [line] = problems(a_document(), other)
    assert line.startswith(
        "data/documents/z-other.yml:3:8: '海风观测署开放数据计划' is the title of "
    )
    assert problems(a_document(), a_document(id="z-other", date="2025-12")) == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"kind": "fact-sheet"}, "only an open data plan has sections, not a document of the kind"),
        (
            {"sections": [a_section(body="海风台")]},
            "section D.ii: part C names an organisation, th",
        ),
        ({"sections": [a_section(code="C.1.i")]}, "section C.1.i: part C names an organisation, t"),
    ],
)
def test_what_only_some_documents_have(changes: dict[str, Any], told: str) -> None:
    [line] = of(**changes)
    assert told in line


ADDRESS = "https://www.sea.gov.hk/tc/plan.pdf"


@pytest.mark.parametrize(
    "links",
    [
        {"zh-Hant": ADDRESS},
        {"en": "https://www.sea.gov.hk/en/plan.pdf"},
        {"archived": "https://archive.example/2025/plan.pdf"},
        {"zh-Hant": ADDRESS, "seen": "2026-01-02", "confirmed_by": "陳大文"},
    ],
)
def test_an_address_leads_to_the_document_whether_opened_or_not(links: dict[str, str]) -> None:
    assert of(links=links) == []


def test_a_note_says_why_there_is_no_address() -> None:
    assert of(link_note="只有印刷本") == []


@pytest.mark.parametrize("links", [None, {}])
def test_a_document_that_no_address_leads_to_is_a_warning(links: dict[str, str] | None) -> None:
    [line] = of(links=links)
    assert line.startswith(f"{FILE}:")
    assert line.endswith(
        "warning: no address leads to the document "
        "(add `links`, or say in `link_note` where it is published)"
    )


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (
            {"zh-Hant": ADDRESS, "seen": "2026-01-02"},
            "`seen` does not say who opened the address (add `confirmed_by`, or remove `seen`: "
            "the address is then shown as unopened)",
        ),
        (
            {"zh-Hant": ADDRESS, "confirmed_by": "陳大文"},
            "`confirmed_by` without the day (add `seen`, or remove `confirmed_by`)",
        ),
        (
            {"seen": "2026-01-02", "confirmed_by": "陳大文"},
            "`seen` without an address (add the address that was opened, or remove `seen`)",
        ),
    ],
)
def test_who_opened_an_address_and_when_go_together(links: dict[str, str], told: str) -> None:
    [line] = of(links=links, link_note="登在署方网站")
    assert line.endswith(told)


def test_a_document_that_is_not_complete_is_told_of() -> None:
    [warning] = documents.check(a_catalogue(documents=[a_document(complete=False)]))
    assert not has_errors([warning])
    assert "not everything of it is recorded yet" in str(warning)
