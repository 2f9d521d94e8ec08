"""Texts of our own that were only drafted are refused until a person has read them."""

import pytest
from budgets import PATH, a_budget_catalogue, a_held_budget

from generator.rules.unreviewed import check


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("待填寫", "待填寫 is still to be replaced"),
        ("待核對：海風觀測署的預算。", "待核對： nobody has read this again yet"),
    ],
)
def test_a_drafted_text_is_refused_where_it_stands(written: str, message: str) -> None:
    held = a_held_budget({"lead: 海風觀測署的預算。": f"lead: {written}"})
    [problem] = check(a_budget_catalogue([held]))
    assert problem.message == message
    assert (problem.place.path, problem.place.line) == (PATH, 6)


def test_words_of_the_document_may_be_any() -> None:
    held = a_held_budget({"printed: 不包括潮汐組。": "printed: 待填寫。"})
    assert list(check(a_budget_catalogue([held]))) == []
