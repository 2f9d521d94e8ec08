"""Codes that are published as those of a public list stand in that list."""

import pytest
from builders import a_catalogue, a_vocabulary, catalogue_of_the_project

from generator.model.vocabulary import Term
from generator.rules import standards


def problems(id: str, **published_as: str | None) -> list[str]:
    terms = [
        Term(code=code, label=code, published_as=public) for code, public in published_as.items()
    ]
    made = a_vocabulary(id, terms=terms)
    return [str(it) for it in standards.check(a_catalogue(vocabularies=[made]))]


@pytest.mark.today
def test_the_projects_own_codes_are_known() -> None:
    assert list(standards.check(catalogue_of_the_project())) == []


def test_a_code_that_the_list_has_not_is_named() -> None:
    [problem] = problems("frequencies", DAILY="DAILY", YEARLY="YEARLY")
    assert problem.startswith("data/vocabulary/frequencies.yml:9:17: ")
    assert "frequencies cannot be published as 'YEARLY' (one of 1MIN, " in problem


def test_a_category_may_have_no_theme_and_a_frequency_must_have_its_code() -> None:
    assert problems("categories", other=None, food="AGRI") == []
    [problem] = problems("frequencies", DAILY=None)
    assert "'DAILY' does not say what it is published as (add published_as: " in problem


def test_where_there_is_no_list_nothing_is_published() -> None:
    [problem] = problems("units", HKD="HKD")
    assert problem.endswith("units cannot be published as 'HKD' (leave published_as out)")
