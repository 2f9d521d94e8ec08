"""How a problem reads on a terminal, and as an annotation on GitHub."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.messages.message import say, translate
from generator.messages.problem import (
    Place,
    Problem,
    Severity,
    as_annotation,
    as_message,
    closest_name,
    escape_unprintable,
    quote_value,
)

PLACE = Place("data/agencies/sea.yml", 3, 7)


def test_a_problem_reads_path_line_column_what_and_how() -> None:
    problem = Problem(PLACE, "unknown agency 'see'", "did you mean 'sea'?")
    assert str(problem) == ("data/agencies/sea.yml:3:7: unknown agency 'see' (did you mean 'sea'?)")


def test_a_problem_with_a_whole_file_points_at_its_beginning() -> None:
    """`path:line:column` is a format that editors follow; 0 would lead nowhere."""
    assert str(Problem(Place("data/x.yml"), "is empty", "fill it")) == (
        "data/x.yml:1:1: is empty (fill it)"
    )


def test_problems_as_one_text_are_still_told_in_the_readers_language() -> None:
    wrong = Problem(PLACE, say("is empty"), say("fill {it}", it="it"))
    text = as_message([wrong, Problem(PLACE, "{x}", "y", severity=Severity.WARNING)])
    assert text == f"{PLACE}: is empty (fill it)\n{PLACE}: warning: {{x}} (y)"
    chinese = {"is empty": "E", "fill {it}": "F{it}", "{message} ({tip})": "{message}<{tip}>"}
    assert translate(text, chinese) == f"{PLACE}: E<Fit>\n{PLACE}: warning: {{x}} (y)"


def test_a_warning_says_that_it_is_one() -> None:
    problem = Problem(PLACE, "odd", "look again", severity=Severity.WARNING)
    assert str(problem) == "data/agencies/sea.yml:3:7: warning: odd (look again)"


@pytest.mark.parametrize(
    ("given", "known", "meant"),
    [
        ("SEA", ["sea-fund", "sea"], "sea"),
        ("sea-tide", ["sea", "tides", "sea-tides", "sea-time"], "sea-tides"),
        ("Sea-Tide", ["SEA-TIDES", "sea"], "SEA-TIDES"),
        ("xyz", ["sea", "tides"], None),
        ("sea", [], None),
    ],
)
def test_what_was_perhaps_meant(given: str, known: list[str], meant: str | None) -> None:
    """The same in other letters, else what looks most like it."""
    assert closest_name(given, known) == meant


def test_problems_sort_by_file_line_and_column() -> None:
    places = [Place("b.yml", 1, 1), Place("a.yml", 10, 1), Place("a.yml", 9, 5), Place("a.yml", 9)]
    problems = sorted(Problem(place, "m", "t") for place in places)
    assert [str(it.place) for it in problems] == [
        "a.yml:9:1",
        "a.yml:9:5",
        "a.yml:10:1",
        "b.yml:1:1",
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("海風 sea", "海風 sea"),
        ("two\nlines", r"two\nlines"),
        ("\r\t", r"\r\t"),
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x00\x7f\x9b", r"\x00\x7f\x9b"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u200bb", r"a\u200bb"),
        ("a\u2028b", r"a\u2028b"),
        ("\udcff", r"\udcff"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert escape_unprintable(text) == shown


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
@example("\x1b]0;title\x07")
def test_a_visible_text_can_harm_no_terminal(text: str) -> None:
    """One line, nothing unprintable, encodable; printable text stays as it is."""
    shown = escape_unprintable(text)
    assert shown.isprintable()
    shown.encode()
    if text.isprintable():
        assert shown == text


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("sea", "'sea'"),
        (7, "7"),
        (None, "None"),
        ("x" * 118, f"'{'x' * 118}'"),
        ("x" * 119, f"'{'x' * 118}…"),
        ("x" * 100_000, f"'{'x' * 118}…"),
    ],
    ids=["text", "number", "nothing", "longest", "too-long", "huge"],
)
def test_a_quoted_value_is_cut_when_it_is_long(value: object, shown: str) -> None:
    """A message is for reading: at most 120 characters of what it objects to."""
    assert quote_value(value) == shown


HOSTILE = "\x1b[31m\nsecond line\u202e\udcff"


@pytest.mark.parametrize(
    "problem",
    [
        Problem(PLACE, f"unknown agency {HOSTILE}", "tip"),
        Problem(PLACE, "message", f"did you mean {HOSTILE}?"),
        Problem(Place(f"data/{HOSTILE}.yml"), "is not a record", "tip"),
    ],
    ids=["message", "tip", "path"],
)
def test_no_part_of_a_problem_harms_a_terminal(problem: Problem) -> None:
    """Texts come from records and paths from the disk; a pull request may hold anything in both."""
    assert str(problem).isprintable()
    assert as_annotation(problem).isprintable()


def test_an_annotation_names_file_line_and_column() -> None:
    problem = Problem(PLACE, "unknown agency 'see'", "did you mean 'sea'?")
    assert as_annotation(problem) == (
        "::error file=data/agencies/sea.yml,line=3,col=7::"
        "unknown agency 'see' (did you mean 'sea'?)"
    )


def test_an_annotation_may_speak_several_languages_each_on_a_line() -> None:
    """And says once what is the same in all of them."""
    problem = Problem(Place("a.yml"), say("is empty"), say("100% so"))
    german = {"is empty": "ist leer", "{message} ({tip})": "{message}: {tip}"}
    assert as_annotation(problem, german, {}) == (
        "::error file=a.yml,line=1,col=1::ist leer: 100%25 so%0Ais empty (100%25 so)"
    )
    assert as_annotation(problem, {}, {}) == as_annotation(problem)


def test_an_annotation_of_a_warning_is_a_warning() -> None:
    problem = Problem(Place("a.yml"), "odd", "look", severity=Severity.WARNING)
    assert as_annotation(problem) == "::warning file=a.yml,line=1,col=1::odd (look)"


def test_an_annotation_escapes_what_github_would_read_as_its_own_syntax() -> None:
    """% : and , in a property and % in the text, as GitHub's toolkit escapes them."""
    problem = Problem(Place("a,b:c%.yml", 1, 1), "50%: a, b", "::error::no")
    assert as_annotation(problem) == (
        "::error file=a%2Cb%3Ac%25.yml,line=1,col=1::50%25: a, b (::error::no)"
    )


@settings(deadline=None)
@given(st.text(), st.text())
def test_an_annotation_is_one_command_on_one_line(path: str, message: str) -> None:
    """Whatever the data hold, they cannot give GitHub a second command or another property."""
    command = as_annotation(Problem(Place(path, 2, 3), message, "tip"))
    assert "\n" not in command
    assert "\r" not in command
    _, head, _ = command.split("::", 2)
    assert head.startswith("error file=")
    assert head.endswith(",line=2,col=3")
    assert head.count(",") == 2
