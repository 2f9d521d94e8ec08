"""Texts of others in GitHub's Markdown · text → code that nothing in it can leave or act from.

In code nothing is a link, a mention, an issue's number, a picture or HTML; and what cannot be seen,
or turns a line round, is shown as an escape.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby

from generator.messages.problem import visible

_INVISIBLE = frozenset("\u00ad\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Blank or ignored, although they count as printable."""


def code(text: str) -> str:
    """`text` on one line, as inline code: longer backticks around it than within it."""
    shown = plain(text)
    marks = "`" * (_longest(shown) + 1)
    space = " " if shown.startswith(("`", " ")) or shown.endswith(("`", " ")) else ""
    return f"{marks}{space}{shown or ' '}{space}{marks}"


def fenced(lines: Iterable[str], language: str = "") -> str:
    """Lines as a block of code, each on one line."""
    shown = [plain(line) for line in lines]
    fence = "`" * max(3, 1 + max(map(_longest, shown), default=0))
    return "\n".join((f"{fence}{language}", *shown, fence))


def folded(summary: str, content: Iterable[str]) -> str:
    """What is shown only when somebody asks for it; `summary` is Markdown without blocks."""
    return "\n".join((f"<details><summary>{summary}</summary>", "", *content, "", "</details>"))


def plain(text: str) -> str:
    """`text` on one line, with an escape for everything that a reader could not see."""
    return "".join(_escape(char) if _unseen(char) else char for char in visible(text))


def _unseen(char: str) -> bool:
    """Also a mark that stands above or below the letter before it, on and on."""
    return char in _INVISIBLE or unicodedata.category(char) in ("Mn", "Me", "Cf")


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode() if char > "\xff" else f"\\x{ord(char):02x}"


def _longest(text: str) -> int:
    return max((len(list(run)) for char, run in groupby(text) if char == "`"), default=0)
