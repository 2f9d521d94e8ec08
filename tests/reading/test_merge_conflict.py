"""What git leaves in a file that two branches changed."""

import pytest

from generator.reading.merge_conflict import conflict_sides, has_conflict

TWO_STYLES = (
    "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> x\nd\n",
    "a\n<<<<<<< HEAD\nb\n||||||| 1a2b3c\nwas\n=======\nc\n>>>>>>> x\nd\n",
)


@pytest.mark.parametrize("text", TWO_STYLES)
def test_the_two_sides(text: str) -> None:
    assert has_conflict(text)
    assert conflict_sides(text) == ("a\nb\nd\n", "a\nc\nd\n")


def test_several_places_and_the_line_ends_of_windows() -> None:
    text = (TWO_STYLES[0] + TWO_STYLES[1]).replace("\n", "\r\n")
    assert has_conflict(text)
    assert conflict_sides(text) == ("a\r\nb\r\nd\r\n" * 2, "a\r\nc\r\nd\r\n" * 2)


@pytest.mark.parametrize("text", ["", "a\n", "# ======= a line\n", "<<<<<<<<\n", "=======x\n"])
def test_no_conflict(text: str) -> None:
    assert not has_conflict(text)
    assert conflict_sides(text) == (text, text)
