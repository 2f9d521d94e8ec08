"""Untrusted text in GitHub's Markdown · text → code from which nothing can break out.

In code nothing is a link, a mention, an issue's number, a picture or HTML; and what cannot be seen,
or turns a line round, is shown as an escape.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from generator.messages.problem import escape_unprintable

_INVISIBLE = frozenset("\u00ad\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Blank or ignored, although they count as printable."""


def inline_code(text: str) -> str:
    """`text` on one line, as inline code: longer backticks around it than within it."""
    shown = escape_line(text)
    marks = "`" * (_longest_backticks(shown) + 1)
    space = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{marks}{space}{shown or ' '}{space}{marks}"


def code_block(lines: Iterable[str], language: str = "") -> str:
    """Lines as a block of code, each on one line."""
    shown = [escape_line(line) for line in lines]
    fence = "`" * max(3, 1 + max(map(_longest_backticks, shown), default=0))
    return "\n".join((f"{fence}{language}", *shown, fence))


def details_block(summary: str, content: Iterable[str]) -> str:
    """A block that is folded until the reader opens it; `summary` is Markdown without blocks."""
    return "\n".join((f"<details><summary>{summary}</summary>", "", *content, "", "</details>"))


def escape_line(text: str) -> str:
    """`text` on one line, with every invisible character written as an escape."""
    return "".join(
        _escape(char) if _is_invisible(char) else char for char in escape_unprintable(text)
    )


def _is_invisible(char: str) -> bool:
    """Whether `char` is invisible, or a mark that can be stacked on the letter before it."""
    return char in _INVISIBLE or unicodedata.category(char) in ("Mn", "Me", "Cf")


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode() if char > "\xff" else f"\\x{ord(char):02x}"


def _longest_backticks(text: str) -> int:
    return max((len(list(run)) for char, run in groupby(text) if char == "`"), default=0)
