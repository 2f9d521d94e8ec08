"""The facts of a long document stand on pages of chapters, cut at its headings."""

from datetime import date

from builders import (
    a_catalogue,
    a_document,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
)

from generator.render.document_facts import fact_rows
from generator.render.fact_chapters import fact_chapters, line_files
from generator.render.list_parts import ROWS_PER_PAGE
from generator.render.pages import pages
from generator.resolve.resolve import Records, resolve

HEADINGS = [{"line": line, "text": f"第{line}行的标题"} for line in (10, 12, 30, 44, ROWS_PER_PAGE)]
MORE = ROWS_PER_PAGE + 1


def records(lines: int) -> Records:
    """Of a document with a statement on each of its first `lines` lines."""
    document = a_document(lines=lines, headings=HEADINGS, sections=[], kind="estimates")
    said = [
        a_statement(id=f"sea-grant-purpose-{line}", locators=[a_quoted_locator(line=line)])
        for line in range(1, lines + 1)
    ]
    held = a_statement_list(*said)
    kinds = {"programmes": [a_programme()], "documents": [document], "statements": [held]}
    return resolve(a_catalogue(**kinds), date(2026, 1, 31))


def test_a_chapter_ends_at_the_first_heading_far_enough_below() -> None:
    """10 and 12 are too near to the first line, 44 to 30; no fact is lost or told twice."""
    [document] = records(MORE).documents
    made = fact_chapters(document)
    assert [(it.first, it.rows[0].line, it.rows[-1].line) for it in made] == [
        (1, 1, 29),
        (30, 30, ROWS_PER_PAGE - 1),
        (ROWS_PER_PAGE, ROWS_PER_PAGE, MORE),
    ]
    assert [row for it in made for row in it.rows] == fact_rows(document)
    assert {row.line for it in made for row in it.rows} == set(range(1, MORE + 1))


def test_a_document_of_few_facts_has_none() -> None:
    assert fact_chapters(records(20).documents[0]) == []


def test_sources_lead_to_the_page_of_the_chapter() -> None:
    made = records(MORE)
    files = line_files(made.documents)
    assert files["sea-plan", 29] == "documents/sea-plan/lines/1.md"
    assert files["sea-plan", 30] == "documents/sea-plan/lines/30.md"
    assert set(files.values()) <= {it.path for it in pages(made)}
