"""No record takes the address of a page that is not a record, and none is a draft."""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_programme,
    a_vocabulary,
    an_agency,
    catalogue_of_the_project,
)

from generator.rules import identifiers


def test_other_identifiers_are_free() -> None:
    assert list(identifiers.check(a_catalogue())) == []


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(identifiers.check(catalogue_of_the_project())) == []


@pytest.mark.parametrize("name", ["index", "calendar"])
def test_a_dataset_cannot_replace_the_list_or_the_calendar(name: str) -> None:
    catalogue = a_catalogue(datasets=[a_dataset(id=name)])
    assert list(map(str, identifiers.check(catalogue))) == [
        f"data/datasets/sea/{name}.yml:1:5: id '{name}' is the address of another page of the site "
        "(choose another identifier)"
    ]


@pytest.mark.parametrize("name", ["index", "changes"])
def test_a_document_cannot_replace_the_list_or_the_changes(name: str) -> None:
    catalogue = a_catalogue(documents=[a_document(id=name)])
    assert list(map(str, identifiers.check(catalogue))) == [
        f"data/documents/{name}.yml:1:5: id '{name}' is the address of another page of the site "
        "(choose another identifier)"
    ]


def test_an_agency_cannot_replace_the_list() -> None:
    catalogue = a_catalogue(agencies=[an_agency(id="index")])
    assert list(map(str, identifiers.check(catalogue))) == [
        "data/agencies/index.yml:1:5: id 'index' is the address of another page of the site "
        "(choose another identifier)"
    ]


def test_the_address_of_the_comparison_is_no_programmes() -> None:
    catalogue = a_catalogue(programmes=[a_programme(id="compare")])
    [problem] = identifiers.check(catalogue)
    assert problem.place.path == "data/programmes/compare.yml"


def test_an_address_of_one_kind_is_free_for_another() -> None:
    """/agencies/calendar/ and /datasets/changes/ are nobody's."""
    catalogue = a_catalogue(
        agencies=[an_agency(id="calendar")],
        datasets=[a_dataset(id="changes")],
        documents=[a_document(id="calendar")],
    )
    assert list(identifiers.check(catalogue)) == []


def drafts(**records: Any) -> list[str]:
    return list(map(str, identifiers.check_drafts(a_catalogue(**records))))


@pytest.mark.parametrize("name", ["sea-a-ii-7", "sea-2031-a-ii-7", "draft-1-a-ii-7"])
def test_a_dataset_whose_identifier_is_its_row(name: str) -> None:
    """Whoever drafted it, and whatever its agency is called by now."""
    listing = a_listing(section="A.ii", row=7)
    assert drafts(datasets=[a_dataset(id=name, listings=[listing])]) == [
        f"data/datasets/sea/{name}.yml:1:5: {name!r} is the identifier of a draft (review the "
        f"record, then give it English words: `python3 dev.py rename {name} NEW`)"
    ]
    assert drafts(datasets=[a_dataset(id="sea-tides-7", listings=[listing])]) == []
    assert drafts(datasets=[a_dataset(id="sea-a-ii-8", listings=[listing])]) == []


def test_agencies_and_codes_that_were_only_drafted() -> None:
    [agency] = drafts(agencies=[an_agency(id="draft-2"), an_agency()])
    assert agency.startswith("data/agencies/draft-2.yml:1:5: 'draft-2' is the identifier of")
    [code] = drafts(vocabularies=[a_vocabulary("categories", "transport", "draft-1")])
    assert "'draft-1' is the code of a draft (write an English word in its place" in code


@pytest.mark.today
def test_no_record_of_the_project_is_a_draft() -> None:
    assert list(identifiers.check_drafts(catalogue_of_the_project())) == []
