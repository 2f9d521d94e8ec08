"""Marks that keep a run from conversion stand in pairs."""

import pytest
from builders import a_catalogue, a_programme

from generator.rules import conversion_marks


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("資助-{潮汐研究", "-{"),
        ("資助潮汐}-研究", "}-"),
        ("-{資助}-潮汐}-", "}-"),
        ("-{資助-{潮汐}-研究}-", "-{"),
        ("}-資助-{", "}-"),
        ("-{資助\n潮汐}-", "-{"),
    ],
)
def test_a_mark_without_its_counterpart_is_named(text: str, mark: str) -> None:
    [problem] = conversion_marks.check(a_catalogue(programmes=[a_programme(summary=text)]))
    assert problem.message == f"{mark} without its counterpart"


@pytest.mark.parametrize("text", ["資助潮汐", "-{資助}-潮-{汐}-", "-{}-潮汐", "甲-乙"])
def test_pairs_and_other_braces_are_left_alone(text: str) -> None:
    assert list(conversion_marks.check(a_catalogue(programmes=[a_programme(summary=text)]))) == []
