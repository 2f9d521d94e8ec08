"""Every identifier and code that a record names exists.

Lines and columns are those of `builders.yaml_of`.
"""

from collections.abc import Iterator, Sequence

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_listing,
    a_locator,
    a_name,
    a_name_list,
    a_terminology,
    a_vocabulary,
    an_agency,
    catalogue_of_the_project,
)

from generator.messages.problem import Problem
from generator.model.agency import Agency
from generator.model.catalogue import Catalogue, Terminology
from generator.model.dataset import Dataset
from generator.model.document import Document
from generator.rules import facts, references

DOCUMENT = "data/documents/sea-plan.yml"
AGENCY = "data/agencies/sea.yml"
DATASET = "data/datasets/sea/sea-tides.yml"


def everything(catalogue: Catalogue) -> Iterator[Problem]:
    """The rules of this module, as they run beside the others."""
    yield from references.check(catalogue)
    yield from references.names(catalogue)


def problems(
    *,
    documents: Sequence[Document] | None = None,
    agencies: Sequence[Agency] | None = None,
    datasets: Sequence[Dataset] | None = None,
    terminology: Terminology | None = None,
) -> list[str]:
    """What the rule says of the default records with these put in their place."""
    catalogue = a_catalogue(
        documents=documents,
        agencies=agencies,
        datasets=datasets,
        terminology=terminology,
        vocabularies=[
            a_vocabulary("agency-kinds", "bureau", "department"),
            a_vocabulary("categories", "food", "transport"),
            a_vocabulary("frequencies", "DAILY", "ANNUAL"),
        ],
    )
    return [str(problem) for problem in everything(catalogue)]


def test_records_that_name_only_what_exists_are_good() -> None:
    assert problems() == []


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(everything(catalogue_of_the_project())) == []


def test_a_documents_unknown_publisher() -> None:
    assert problems(documents=[a_document(publisher="harbour")]) == [
        f"{DOCUMENT}:5:12: unknown agency 'harbour' "
        "(add data/agencies/harbour.yml or correct the name)"
    ]


def test_a_name_that_is_nearly_right_is_guessed() -> None:
    assert problems(documents=[a_document(publisher="see")]) == [
        f"{DOCUMENT}:5:12: unknown agency 'see' (did you mean 'sea'?)"
    ]


def test_an_agencys_unknown_kind() -> None:
    assert problems(agencies=[an_agency(kind="ministry")]) == [
        f"{AGENCY}:4:7: unknown code 'ministry' "
        "(codes of data/vocabulary/agency-kinds.yml: bureau, department)"
    ]


def test_an_agencys_unknown_parent() -> None:
    assert problems(agencies=[an_agency(parent="harbour")]) == [
        f"{AGENCY}:5:9: unknown agency 'harbour' "
        "(add data/agencies/harbour.yml or correct the name)"
    ]


def test_a_parent_that_exists_is_good() -> None:
    parent = an_agency(id="harbour", kind="bureau")
    assert problems(agencies=[an_agency(parent="harbour"), parent]) == []


def test_an_agency_without_a_name() -> None:
    assert problems(agencies=[an_agency(name=None)]) == [
        f"{AGENCY}:1:1: this agency has no name (add `name:` here, or a name with the id sea "
        "under data/terminology/names/)"
    ]


def test_an_agency_whose_names_are_given_twice() -> None:
    """The terminology has them all: each one that is typed again would go its own way."""
    terminology = a_terminology(names=[a_name_list(a_name(id="sea"))])
    agency = an_agency(english="Observatory", acronym="SWO", aliases=["觀測署"])
    tip = "is already given under data/terminology/names/ (remove it here)"
    assert problems(agencies=[agency], terminology=terminology) == [
        f"{AGENCY}:3:7: name {tip}",
        f"{AGENCY}:4:10: english {tip}",
        f"{AGENCY}:5:10: acronym {tip}",
        f"{AGENCY}:7:1: aliases {tip}",
    ]
    assert problems(agencies=[an_agency(name=None)], terminology=terminology) == []


def test_an_agencys_locator_in_an_unknown_document() -> None:
    locators = [a_locator(), a_locator(document="estimates")]
    assert problems(agencies=[an_agency(locators=locators)]) == [
        f"{AGENCY}:8:13: unknown document 'estimates' "
        "(add data/documents/estimates.yml or correct the name)"
    ]


def test_an_agencys_locator_behind_the_end_of_the_document() -> None:
    assert problems(agencies=[an_agency(locators=[a_locator(line=101)])]) == [
        f"{AGENCY}:7:9: sea-plan has no line 101 (its text has 100 lines: look the line up again)"
    ]


def test_the_last_line_of_a_document_is_a_good_locator() -> None:
    last = a_dataset(listings=[a_listing(line=100)])
    assert problems(agencies=[an_agency(locators=[a_locator(line=100)])], datasets=[last]) == []


def test_a_datasets_unknown_agency() -> None:
    dataset = a_dataset(agency="harbour")
    assert problems(datasets=[dataset]) == [
        "data/datasets/harbour/sea-tides.yml:5:9: unknown agency 'harbour' "
        "(add data/agencies/harbour.yml or correct the name)"
    ]


def test_a_datasets_unknown_category() -> None:
    assert problems(datasets=[a_dataset(category="weather")]) == [
        f"{DATASET}:6:11: unknown code 'weather' "
        "(codes of data/vocabulary/categories.yml: food, transport)"
    ]


def test_a_datasets_unknown_frequency_and_codes_in_the_order_of_their_vocabulary() -> None:
    assert problems(datasets=[a_dataset(frequency="annual")]) == [
        f"{DATASET}:10:12: unknown code 'annual' "
        "(did you mean 'ANNUAL'? codes of data/vocabulary/frequencies.yml: DAILY, ANNUAL)"
    ]


@pytest.mark.parametrize("word", ["每年", "按年"])
def test_a_word_instead_of_its_code_is_answered_with_the_code(word: str) -> None:
    """What readers see, or what a plan prints."""
    terms = [{"code": "DAILY", "label": "每日"}]
    terms.append({"code": "ANNUAL", "label": "每年", "printed": ["按年"]})
    catalogue = a_catalogue(
        datasets=[a_dataset(frequency=word)],
        vocabularies=[a_vocabulary("frequencies", terms=terms)],
    )
    [found] = [it for it in map(str, references.check(catalogue)) if "unknown code" in it]
    assert f"10:12: unknown code '{word}' (did you mean 'ANNUAL'? codes of" in found


def test_a_unit_is_known_without_the_place_for_its_number() -> None:
    catalogue = a_catalogue(
        figures=[a_figure_list(a_figure(unit="港元"))],
        vocabularies=[a_vocabulary("units", terms=[{"code": "HKD", "label": "{n}港元"}])],
    )
    [found] = [it for it in map(str, facts.check(catalogue)) if "'港元'" in it]
    assert "unknown code '港元' (did you mean 'HKD'? codes of" in found


def test_a_listing_in_an_unknown_document_is_one_problem() -> None:
    """The line cannot be checked in a document that nobody knows."""
    listings = [a_listing(document="sea-plans", line=1_000)]
    assert problems(datasets=[a_dataset(listings=listings)]) == [
        f"{DATASET}:12:13: unknown document 'sea-plans' (did you mean 'sea-plan'?)"
    ]


def test_a_listing_behind_the_end_of_the_document() -> None:
    listings = [a_listing(), a_listing(row=2, line=101)]
    assert problems(datasets=[a_dataset(listings=listings)]) == [
        f"{DATASET}:25:9: sea-plan has no line 101 (its text has 100 lines: look the line up again)"
    ]


def test_everything_that_is_wrong_is_reported() -> None:
    dataset = a_dataset(agency="nobody", category="none", frequency="NEVER")
    found = problems(agencies=[an_agency(kind="none")], datasets=[dataset])
    assert [line.split("(")[0] for line in found] == [
        f"{AGENCY}:4:7: unknown code 'none' ",
        "data/datasets/nobody/sea-tides.yml:5:9: unknown agency 'nobody' ",
        "data/datasets/nobody/sea-tides.yml:6:11: unknown code 'none' ",
        "data/datasets/nobody/sea-tides.yml:10:12: unknown code 'NEVER' ",
    ]


@pytest.mark.parametrize("missing", ["agency-kinds", "categories", "frequencies"])
def test_a_missing_vocabulary_is_not_one_problem_for_each_record(missing: str) -> None:
    """rules/vocabulary.py names it once."""
    names = {"agency-kinds", "categories", "frequencies"} - {missing}
    codes = ("department", "transport", "ANNUAL")
    vocabularies = [a_vocabulary(name, *codes) for name in names]
    assert list(everything(a_catalogue(vocabularies=vocabularies))) == []
