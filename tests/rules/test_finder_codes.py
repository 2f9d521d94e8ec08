"""What a reader looks a programme up by is coded, and only where it has a meaning."""

from typing import Any

import pytest
from builders import a_catalogue, a_condition, a_figure, a_figure_list, a_programme

from generator.messages.problem import Problem
from generator.rules import finder_codes

PROGRAMME = "data/programmes/sea-grant.yml"
FIGURES = "data/figures/sea-grant.yml"


def problems(*conditions: Any, figure: Any = None, **about: str) -> list[str]:
    catalogue = a_catalogue(
        programmes=[a_programme(terms=conditions)],
        figures=[a_figure_list(figure or a_figure(), **about)],
    )
    return [without_column(it) for it in finder_codes.check(catalogue)]


def without_column(problem: Problem) -> str:
    return f"{problem.place.path}: {problem.message} ({problem.tip})"


def test_conditions_and_money_with_their_codes_are_right() -> None:
    assert problems(a_condition(), a_condition(kind="matching", matching="ratio")) == []
    assert problems(a_condition(kind="coverage")) == []


def test_who_may_apply_is_said_in_codes() -> None:
    assert problems(a_condition(applicants=[])) == [
        f"{PROGRAMME}: this condition has no `applicants` "
        "(add `applicants`: codes of data/vocabulary/applicants.yml)"
    ]


def test_matching_is_said_in_codes() -> None:
    assert problems(a_condition(kind="matching")) == [
        f"{PROGRAMME}: this condition has no `matching` "
        "(add `matching`: codes of data/vocabulary/matching.yml)"
    ]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [("applicants", ["company"], "eligibility"), ("matching", "ratio", "matching")],
)
def test_other_conditions_have_no_such_codes(field: str, value: Any, kind: str) -> None:
    assert problems(a_condition(kind="coverage", **{field: value})) == [
        f"{PROGRAMME}: only a condition of the kind '{kind}' has `{field}` "
        "(remove it, or correct `kind`)"
    ]


def test_money_of_a_programme_says_whose_it_is() -> None:
    assert problems(figure=a_figure(amount=None)) == [
        f"{FIGURES}: this money of a programme has no `amount` "
        "(add `amount`: a code of data/vocabulary/amount-kinds.yml)"
    ]
    assert problems(figure=a_figure(amount=None), subject="agency") == []


def test_what_is_no_money_has_no_amount() -> None:
    figure = a_figure(measure="projects-approved", unit="project", amount="approved")
    assert problems(figure=figure) == [
        f"{FIGURES}: only money has an `amount` (remove it, or correct `unit`)"
    ]
