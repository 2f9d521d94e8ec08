"""Listings agree with the plans they stand in, so that every count on the site is right.

Lines and columns are those of `builders.yaml_of`.
"""

from collections.abc import Iterator, Sequence

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_section,
    catalogue_of_the_project,
    record_file,
    with_records,
)

from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.model.document import Section
from generator.rules import listings

DOCUMENT = "data/documents/sea-plan.yml"
DATASET = "data/datasets/sea/sea-tides.yml"
FIVE = ("A.i", "A.ii", "B.ii", "C.1.ii", "D.i")


def check(catalogue: Catalogue) -> Iterator[Problem]:
    yield from listings.check(catalogue)
    yield from listings.check_row_counts(catalogue)


def problems(datasets: Sequence[Dataset], sections: Sequence[Section]) -> list[str]:
    catalogue = a_catalogue(datasets=datasets, documents=[a_document(sections=sections)])
    return [str(problem) for problem in check(catalogue)]


def test_listings_that_agree_with_their_plan_are_good() -> None:
    assert problems([a_dataset()], [a_section()]) == []


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(check(catalogue_of_the_project())) == []


def test_a_row_that_two_datasets_claim() -> None:
    datasets = [a_dataset(), a_dataset(id="sea-winds")]
    assert problems(datasets, [a_section(rows=2)]) == [
        "data/datasets/sea/sea-winds.yml:12:3: "
        "row 1 of D.ii is already listed at data/datasets/sea/sea-tides.yml:12:3 "
        "(one row belongs to one dataset: correct section or row)"
    ]


def test_a_row_that_one_dataset_claims_twice() -> None:
    dataset = a_dataset(listings=[a_listing(), a_listing(line=61)])
    assert problems([dataset], [a_section(rows=2)]) == [
        f"{DATASET}:19:3: row 1 of D.ii is already listed at {DATASET}:12:3 "
        "(one row belongs to one dataset: correct section or row)"
    ]


def test_the_same_number_in_another_section_or_plan_is_another_row() -> None:
    first = a_document(sections=[a_section(code="A.ii"), a_section()])
    second = a_document(id="sea-plan-2", sections=[a_section()])
    dataset = a_dataset(
        listings=[
            a_listing(section="A.ii", status="planned"),
            a_listing(),
            a_listing(document="sea-plan-2"),
        ]
    )
    catalogue = a_catalogue(datasets=[dataset], documents=[first, second])
    assert list(check(catalogue)) == []


def test_a_dataset_in_the_folder_of_another_agency() -> None:
    path = "data/datasets/wind/sea-tides.yml"
    catalogue = with_records(a_catalogue(), datasets={"sea-tides": record_file(a_dataset(), path)})
    assert list(map(str, listings.check(catalogue))) == [
        f"{path}:5:9: agency 'sea' differs from the folder 'wind' "
        "(move the file to datasets/sea/, or correct the agency)"
    ]


def test_a_section_that_the_plan_has_not() -> None:
    dataset = a_dataset(listings=[a_listing(section="B.ii", status="planned")])
    assert problems([dataset], [a_section(code="D.i", rows=0, empty="no-row")]) == [
        f"{DATASET}:13:12: sea-plan has no section B.ii (its sections: D.i)"
    ]


def test_a_listing_in_a_document_without_sections() -> None:
    assert problems([a_dataset()], []) == [
        f"{DATASET}:13:12: sea-plan has no section D.ii (its sections: none)"
    ]


def test_an_unknown_plan_is_left_to_the_rule_about_references() -> None:
    dataset = a_dataset(listings=[a_listing(document="harbour-plan", section="A.i")])
    assert problems([dataset], []) == []


def test_a_section_that_reports_cannot_plan() -> None:
    dataset = a_dataset(listings=[a_listing(status="planned")])
    assert problems([dataset], [a_section()]) == [
        f"{DATASET}:15:11: section D.ii lists what is released, not planned "
        "(write `status: released`, or correct the section)"
    ]


@pytest.mark.parametrize("code", ["A.ii", "B.ii", "C.1.ii"])
def test_a_section_that_plans_cannot_report(code: str) -> None:
    dataset = a_dataset(listings=[a_listing(section=code)])
    assert problems([dataset], [a_section(code=code)]) == [
        f"{DATASET}:15:11: section {code} lists what is planned, not released "
        "(write `status: planned`, or correct the section)"
    ]


def test_a_dataset_in_a_spatial_section_is_spatial() -> None:
    dataset = a_dataset(listings=[a_listing(section="D.i")])
    assert problems([dataset], [a_section(code="D.i")]) == [
        f"{DATASET}:7:10: `spatial` disagrees with section D.i (write `spatial: true`)"
    ]


def test_a_dataset_in_another_section_is_not_spatial() -> None:
    assert problems([a_dataset(spatial=True)], [a_section()]) == [
        f"{DATASET}:7:10: `spatial` disagrees with section D.ii (write `spatial: false`)"
    ]


@pytest.mark.parametrize("code", FIVE)
def test_each_section_is_good_for_what_it_lists(code: str) -> None:
    spatial = code in ("A.i", "D.i")
    status = "released" if code == "D.i" else "planned"
    dataset = a_dataset(spatial=spatial, listings=[a_listing(section=code, status=status)])
    assert problems([dataset], [a_section(code=code)]) == []


def test_a_row_that_no_dataset_claims() -> None:
    assert problems([a_dataset()], [a_section(rows=2)]) == [
        f"{DOCUMENT}:13:9: section D.ii has 2 rows, but 1 are listed under data/datasets/ "
        "(add the missing listing, or correct `rows` against the document)"
    ]


def test_more_listings_than_the_section_has_rows() -> None:
    datasets = [a_dataset(), a_dataset(id="sea-winds", listings=[a_listing(row=2)])]
    assert problems(datasets, [a_section()]) == [
        f"{DOCUMENT}:13:9: section D.ii has 1 rows, but 2 are listed under data/datasets/ "
        "(add the missing listing, or correct `rows` against the document)"
    ]


CONTRADICTION = (
    "`rows` and `empty` contradict each other "
    "(a section without rows says why in `empty`; one with rows has no `empty`)"
)


def test_a_section_without_rows_says_why() -> None:
    assert problems([], [a_section(rows=0)]) == [f"{DOCUMENT}:13:9: section D.ii: {CONTRADICTION}"]


def test_a_section_with_rows_is_not_empty() -> None:
    assert problems([a_dataset()], [a_section(empty="no-row")]) == [
        f"{DOCUMENT}:13:9: section D.ii: {CONTRADICTION}"
    ]


@pytest.mark.parametrize("reason", ["not-applicable", "no-row"])
def test_an_empty_section_with_its_reason_is_good(reason: str) -> None:
    assert problems([], [a_section(rows=0, empty=reason)]) == []
