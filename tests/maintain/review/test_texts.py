"""Long texts are cut around what changed in them, and nothing that changed is cut unsaid."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.maintain.review.texts import line_changes, shorten_change, text_changes

HALF = "海" * 500


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("短句", "長句", ("-短句", "+長句")),
        ("海" * 500 + "1", "海" * 500 + "2", (f"-…{'海' * 40}1", f"+…{'海' * 40}2")),
        ("1" + "海" * 500, "2" + "海" * 500, (f"-1{'海' * 40}…", f"+2{'海' * 40}…")),
        (
            "1" + "海" * 500 + "3",
            "2" + "海" * 500 + "4",
            (f"-1{'海' * 40}…{'海' * 40}3", f"+2{'海' * 40}…{'海' * 40}4"),
        ),
        (
            "海" * 30_000 + "1" + "風" * 30_000,
            "海" * 30_000 + "2" + "風" * 30_000,
            (f"-…{'海' * 40}1{'風' * 40}…", f"+…{'海' * 40}2{'風' * 40}…"),
        ),
        (
            "a",
            "海" * 5000,
            (
                "-a",
                "+" + "海" * 500 + "……還有 4000 個字元…… · … 4000 characters more …" + "海" * 500,
            ),
        ),
    ],
    ids=["short", "end", "beginning", "both", "very-long", "much"],
)
def test_a_long_line_is_cut_around_what_changed(old: str, new: str, shown: tuple[str, str]) -> None:
    """Where 300 characters from its beginning would have shown nothing."""
    assert shorten_change((f"-{old}", f"+{new}")) == shown


@settings(deadline=None)
@given(st.text("ab1海", max_size=30), st.text("ab1海", max_size=30), st.text("cd2風", min_size=1))
def test_a_change_is_never_cut_away(start: str, end: str, change: str) -> None:
    """Within the thousand characters that are shown of each part."""
    long = "海" * 400
    before, after = f"-{start}{long}{end}", f"+{start}{long}{change}{end}"
    made = shorten_change((before, after))
    assert all(char in made[1] for char in change)
    assert made[0] != made[1].replace("+", "-")


def test_texts_that_repeat_themselves_are_compared_in_time() -> None:
    """Five thousand times the same character, as many as a text may have, in one file of a PR."""
    begun = time.perf_counter()
    shorten_change((f"-a{'海1' * 2500}b", f"+c{'海2' * 2500}d"))
    shorten_change((f"-a{'海' * 50_000}b", f"+c{'海' * 40_000}d"))
    assert time.perf_counter() - begun < 10


def test_lines_belong_together_as_they_stand() -> None:
    """As many as before: each became another. Otherwise they are one change."""
    assert list(line_changes(["a", "b", "c"], ["x", "b", "y"])) == [("-a", "+x"), ("-c", "+y")]
    assert list(line_changes(["a", "b"], ["x", "y", "z"])) == [("-a", "-b", "+x", "+y", "+z")]
    assert list(line_changes(["a"], ["a"])) == []
    assert list(line_changes(["- a", "+ b"], ["- a", "+ c"])) == [("-+ b", "++ c")]


def test_changes_of_figures_come_first() -> None:
    files = {
        "a.html": [("-word", "+words")],
        "b.html": [("-in 2024: 7", "+in 2024: 8")],
        "c.html": [("-in 2024 it", "+in 2024 they")],
    }
    assert [it.paths for it in text_changes(files)] == [("b.html",), ("a.html",), ("c.html",)]
