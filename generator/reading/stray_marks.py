"""Combining marks: too many on one letter, or on a character that takes none."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

_OVER = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
"""Marks of no script of their own: they can be put on any letter."""
_KANA = re.compile("[\u3041-\u30ff]")
_TOO_MANY = 4
"""Marks of its own script that a letter has (Unicode's UTS 39, 5.4)."""


def stray_marks(text: str) -> Iterator[str]:
    """Runs of combining marks that are too long, repeated, or on no letter that takes marks."""
    for is_mark, chars in groupby(f" {text}", key=_is_mark):
        if not is_mark:
            *_, base = chars
            continue
        run = "".join(chars)
        repeated = any(char == following for char, following in pairwise(run))
        if (
            repeated
            or len(_OVER.findall(run)) > 1
            or len(run) > _TOO_MANY
            or not _takes_marks(base)
        ):
            yield run


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _takes_marks(base: str) -> bool:
    """Whether `base` is a letter that can have marks; Chinese characters cannot."""
    is_wide = unicodedata.east_asian_width(base) == "W" and not _KANA.match(base)
    return unicodedata.category(base).startswith("L") and not is_wide
