"""What is published field by field, and the rule that each field is explained."""

import pytest
from builders import a_catalogue, catalogue_of_the_project, vocabularies_of_the_sample

from generator.exports.contract_fields import FieldShape, published_types, required_explanations
from generator.exports.published_kinds import KINDS
from generator.model.vocabulary import Term
from generator.rules import vocabulary

SHAPES = {it.name: {field.name: field for field in it.fields} for it in published_types()}


def test_every_file_and_every_part_of_one_is_listed_once() -> None:
    names = [it.name for it in published_types()]
    assert names[: len(KINDS)] == [kind.type_key for kind in KINDS]
    assert len(names) == len(set(names))
    assert {"text", "code", "listing", "programme-term"} <= set(names)


def test_a_field_tells_its_type() -> None:
    dataset = SHAPES["dataset"]
    assert dataset["spatial"] == FieldShape("spatial", ("boolean",), many=False, nullable=False)
    assert dataset["group"] == FieldShape("group", ("text",), many=False, nullable=True)
    assert dataset["listings"] == FieldShape("listings", ("listing",), many=True, nullable=False)
    assert dataset["status"].types == ('"planned"', '"released"')
    assert SHAPES["figure"]["value_max"] == FieldShape("value_max", ("integer",), False, True)


def problems(*codes: str, without: str = "") -> list[str]:
    """What the rule says of the project's explanations with these added, and one left out."""
    mine = list(vocabularies_of_the_sample())
    place = next(number for number, it in enumerate(mine) if it.id == "fields")
    terms = [it for it in mine[place].terms if it.code != without]
    terms += [Term(code=code, label="x") for code in codes]
    mine[place] = mine[place].model_copy(update={"terms": tuple(terms)})
    return [str(it) for it in vocabulary.check(a_catalogue(vocabularies=mine))]


@pytest.mark.today
def test_the_projects_fields_are_all_explained() -> None:
    assert list(vocabulary.check(catalogue_of_the_project())) == []


def test_a_field_without_an_explanation_is_named() -> None:
    [problem] = problems(without="dataset.landing")
    assert "the word 'dataset.landing' is missing" in problem


def test_an_explanation_of_nothing_is_named() -> None:
    [problem] = problems("dataset.colour")
    assert "no field 'dataset.colour' is published (remove it or correct it)" in problem


def test_one_explanation_serves_fields_that_mean_the_same() -> None:
    assert "line" in required_explanations(frozenset({"line"}))
    assert "listing.line" in required_explanations(frozenset({"listing.line", "line"}))
    assert "listing.line" in required_explanations(frozenset())
