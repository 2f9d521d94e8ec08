"""Texts of others in GitHub's Markdown."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.messages.github_markdown import code_block, inline_code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("www.itc.gov.hk", "`www.itc.gov.hk`"),
        ("<b> @someone #12 :smile: [x](y)", "`<b> @someone #12 :smile: [x](y)`"),
        ("a `b` c", "``a `b` c``"),
        ("`", "`` ` ``"),
        ("``a", "``` ``a ```"),
        (" a ", "`  a  `"),
        ("", "` `"),
        ("two\nlines", "`two\\nlines`"),
        ("a\u202eb\u200bc", "`a\\u202eb\\u200bc`"),
        ("a\u00a0b", "`a\\xa0b`"),
        ("a\u00adb", "`a\\xadb`"),
        ("e\u0301", "`e\\u0301`"),
        ("\u2800\u3164\u115f", "`\\u2800\\u3164\\u115f`"),
        ("海風，「潮汐」", "`海風，「潮汐」`"),
    ],
)
def test_code(text: str, shown: str) -> None:
    assert inline_code(text) == shown


@settings(deadline=None)
@given(st.text())
@example("`\n`")
@example("``` ` ``")
def test_nothing_leaves_inline_code(text: str) -> None:
    """ "A code span begins with a backtick string and ends with a backtick string of equal length"
    (CommonMark 0.31.2, 6.1): there is none of that length within."""
    [opened, *within, closed] = re.findall("`+", inline_code(text))
    assert opened == closed
    assert opened not in within
    assert "\n" not in inline_code(text)


@settings(deadline=None)
@given(st.lists(st.text(), max_size=5))
def test_nothing_leaves_a_block(lines: list[str]) -> None:
    """A closing fence is "at least as long as the opening fence" (CommonMark 0.31.2, 4.5)."""
    first, *within, last = code_block(lines, "diff").split("\n")
    assert first == f"{last}diff"
    assert len(within) == len(lines)
    assert not any(last in line or "\n" in line for line in within)
