"""The interface's wording: which keys are asked for, and phrases with values put in."""

import pytest
from builders import catalogue_of_the_project
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.wording import fill
from generator.render.words import placeholder_names, required_words

pytestmark = pytest.mark.today


def test_the_words_that_templates_ask_for_are_found_with_the_places_they_fill() -> None:
    """Alone, beside an `else`, with a value, inside another phrase, in Python."""
    expected = {
        "publisher": set(),
        "status-planned": set(),
        "status-released": set(),
        "datasets-total": {"n"},
        "home-datasets": {"n", "released"},
        "in-brackets": {"text"},
        "line": {"n"},
        "date-quarter": {"year", "quarter"},
        "agencies-about": set(),
    }
    assert {key: required_words()[key] for key in expected} == expected


def test_every_word_of_the_interface_is_used() -> None:
    """A word that no page shows would be translated and corrected for nothing."""
    codes = set(catalogue_of_the_project().codes("interface"))
    assert codes - required_words().keys() == set()


def test_the_places_of_a_phrase() -> None:
    assert placeholder_names("{year}年{month}月、{year}年") == {"year", "month"}
    assert placeholder_names("{ n } {} {1} {N} {n!r}") == set()


@pytest.mark.parametrize(
    ("pattern", "values", "text"),
    [
        ("共{n}個", {"n": "3"}, "共3個"),
        ("{year}年{month}月", {"year": "2024", "month": "6"}, "2024年6月"),
        ("{n}、{n}", {"n": "1"}, "1、1"),
        ("沒有", {}, "沒有"),
        ("{ n } {} {1} {N} {n!r} {n.x}", {"n": "1"}, "{ n } {} {1} {N} {n!r} {n.x}"),
    ],
)
def test_places_are_filled(pattern: str, values: dict[str, str], text: str) -> None:
    assert fill(pattern, values) == text


@settings(deadline=None)
@given(st.text())
def test_a_value_is_never_read_as_a_pattern(value: str) -> None:
    for hostile in (value, "{n}", "{text.__class__}", r"\1", r"\g<0>"):
        assert fill("（{text}）{n}", {"text": hostile, "n": "1"}) == f"（{hostile}）1"


def test_a_place_without_a_value_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError, match="month"):
        fill("{year}年{month}月", {"year": "2024"})
