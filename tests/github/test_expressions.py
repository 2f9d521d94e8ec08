"""The expressions of workflows mean here what GitHub's reference says that they mean."""

from typing import Any

import pytest
from github.expressions import Unknown, evaluate, filled, formatted, holds

CONTEXTS = {
    "github": {"event_name": "push", "ref": "refs/heads/main", "event": {"number": 7}},
    "matrix": {"python": "3.11"},
    "steps": {"pages": {"outputs": {"base_url": "https://someone.github.io/handbook"}}},
    "nothing": {"here": "", "at": {"all": None}},
    "format": formatted,
    "cancelled": lambda: False,
}


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.event_name", "push"),
        ("github.event_name == 'PUSH'", True),
        ("github.event_name != 'pull_request' && github.ref == 'refs/heads/main'", True),
        ("github.event_name == 'pull_request' || matrix.python == '3.13'", False),
        # Not yes or no, but the operand that decides.
        ("nothing.here && format('{0}/', nothing.here)", ""),
        ("steps.pages.outputs.base_url && format('{0}/', steps.pages.outputs.base_url)",
         "https://someone.github.io/handbook/"),
        ("nothing.here || 'else'", "else"),
        ("nothing.at.all || github.event.number", 7),
        # && binds more closely than ||, brackets more closely than both.
        ("true || true && false", True),
        ("(true || true) && false", False),
        ("!cancelled() && !false", True),
        ("'it''s' == 'IT''S'", True),
        ("format('{{{0}}} {1}', 'a', true)", "{a} true"),
        ("null == nothing.at.all", True),
        ("-1.5", -1.5),
    ],
)  # fmt: skip
def test_an_expression_has_this_value(expression: str, value: Any) -> None:
    assert evaluate(expression, CONTEXTS) == value
    assert type(evaluate(expression, CONTEXTS)) is type(value)


@pytest.mark.parametrize(
    "expression",
    [
        *(
            "secrets.TOKEN",
            "github.actor",
            "steps.other.outputs.x",
            "github.ref.name",
            "hashFiles()",
        ),
        *("github.ref =", "'open", "true true", "(true", "format('a'", "", "github[0]", "1 < 2"),
        *("'1' == 1", "matrix.python == 3.11", "format"),
    ],
)
def test_what_is_not_known_is_refused(expression: str) -> None:
    """GitHub would take an unknown name for nothing, and nobody would see the mistake."""
    with pytest.raises(Unknown):
        filled(f"${{{{ {expression} }}}}", CONTEXTS)


def test_also_where_the_value_would_not_count() -> None:
    with pytest.raises(Unknown):
        evaluate("true || secrets.TOKEN", CONTEXTS)


def test_every_expression_of_a_text_is_filled_in() -> None:
    text = "${{ github.event_name }}-${{matrix.python}}-$HOME-${{ nothing.here }}"
    assert filled(text, CONTEXTS) == "push-3.11-$HOME-"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("!cancelled()", True), ("${{ nothing.here }}", False), (" github.ref ", True)],
)
def test_a_condition_stands_with_or_without_its_marks(condition: str, expected: bool) -> None:
    assert holds(condition, CONTEXTS) is expected
