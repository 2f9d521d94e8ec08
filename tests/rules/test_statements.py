"""Statements name what exists, and a definition explains one word.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
    an_agency,
    catalogue_of_the_project,
)

from generator.model.statement import StatementList
from generator.rules import facts, statements

FILE = "data/statements/sea-grant.yml"


def problems(*lists: StatementList, **kinds: Any) -> list[str]:
    given = {"programmes": [a_programme()], "statements": lists} | kinds
    return [str(problem) for problem in statements.check(a_catalogue(**given))]


def of(**fields: Any) -> list[str]:
    """What is said of one statement."""
    return problems(a_statement_list(a_statement(**fields)))


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(statements.check(catalogue_of_the_project())) == []


def test_agencies_programmes_and_datasets_may_be_concerned() -> None:
    assert of(about=["sea", "sea-tides"]) == []


def test_nobody_is_concerned_who_is_not_there() -> None:
    [told] = of(about=["sea", "see"])
    assert told == f"{FILE}:10:5: unknown programme 'see' (did you mean 'sea'?)"


def test_a_kind_is_one_of_the_vocabulary() -> None:
    [told] = of(kind="purposes")
    assert told.startswith(f"{FILE}:6:9: unknown code 'purposes' (did you mean 'purpose'?")


def test_a_document_and_its_line_are_there() -> None:
    spots = [a_quoted_locator(document="see-plan"), a_quoted_locator(line=101)]
    assert of(locators=spots) == [
        f"{FILE}:9:15: unknown document 'see-plan' (did you mean 'sea-plan'?)",
        f"{FILE}:13:11: sea-plan has no line 101 (its text has 100 lines: look the line up again)",
    ]


def test_a_definition_explains_a_word() -> None:
    assert of(kind="definition", term="漁船") == []
    assert of(kind="definition") == [
        f"{FILE}:5:3: a definition without the word that it explains (write the word in `term`)"
    ]
    assert of(term="漁船") == [
        f"{FILE}:8:9: only a definition explains a word "
        "(write `kind: definition`, or remove `term`)"
    ]


@pytest.mark.parametrize(
    "heading", ["7 二零二五至二六年度內", "Matters Requiring Special Attention in 2025-26"]
)
def test_a_year_is_that_of_the_heading_above(heading: str) -> None:
    headings = [{"line": 10, "text": "二零二四至二五年度內"}, {"line": 30, "text": heading}]

    def told(year: str | None) -> list[str]:
        document = a_document(headings=headings)
        said = a_statement_list(a_statement(year=year))
        return problems(said, documents=[document])

    assert told("2025/2026") == told("2025") == told(None) == []
    assert told("2024/2025") == [
        f"{FILE}:8:9: line 31 of sea-plan stands under a heading of 2025/2026, not of 2024/2025 "
        "(look it up, and write the year in which the document says it)"
    ]


@pytest.mark.parametrize(
    ("subject", "identifier"),
    [("agency", "sea"), ("programme", "sea-grant"), ("document", "sea-plan")],
)
def test_bodies_programmes_and_documents_have_statements(subject: str, identifier: str) -> None:
    held = a_statement_list(id=identifier, subject=subject)
    catalogue = a_catalogue(programmes=[a_programme()], statements=[held])
    assert list(facts.check(catalogue)) == []


def test_a_subject_is_what_its_file_says() -> None:
    def told(**fields: str) -> list[str]:
        kinds = {"documents": [a_document()], "agencies": [an_agency()], "datasets": [a_dataset()]}
        held = a_statement_list(**fields)
        catalogue = a_catalogue(**kinds, programmes=[a_programme()], statements=[held])
        return [str(problem) for problem in facts.check(catalogue)]

    assert told(subject="document") == [
        f"{FILE}:3:10: 'sea-grant' stands in data/programmes/ (write `subject: programme`)"
    ]
    assert told(id="sea-plan") == [
        "data/statements/sea-plan.yml:3:10: 'sea-plan' stands in data/documents/ "
        "(write `subject: document`)"
    ]
    assert told(id="sea-plans", subject="document") == [
        "data/statements/sea-plans.yml:1:5: unknown document 'sea-plans' (did you mean 'sea-plan'?)"
    ]


def test_an_identifier_is_that_of_one_statement() -> None:
    twin = a_statement(id="sea-purpose")
    held = [a_statement_list(twin), a_statement_list(twin, id="sea", subject="agency")]
    catalogue = a_catalogue(programmes=[a_programme()], statements=held)
    [told] = map(str, facts.check(catalogue))
    assert told == (
        f"{FILE}:5:7: statement 'sea-purpose' already stands at data/statements/sea.yml:5:7 "
        "(identifiers are unique: choose another)"
    )
