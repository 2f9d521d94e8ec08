"""Our own words about last year's head, for the new one · text → text, with what to look at."""

import re
from collections.abc import Mapping
from decimal import Decimal

from generator.maintain.extract.head_layout import COUNTED, DIRECTIONS, REASONS
from generator.maintain.extract.head_years import later_years
from generator.model.draft import TO_REVIEW, UNFILLED

_PLACE = re.compile(r"\{(?P<name>[^{}]+)\}")
_DIRECTED = re.compile(
    rf"(?P<word>{'|'.join(it for pair in DIRECTIONS for it in pair)})(?=\{{(?P<name>[^{{}}]+)\}})"
)
Signs = Mapping[str, Decimal]
"""Name of a cell, a statement or a derived number → its number; of a date nothing counts."""


def later_text(text: str, by: int, signs: Signs, *, rows_changed: bool = False) -> str:
    """The text with its years later, and with increase and decrease as they are now.

    It is marked for review where it gives a reason, counts rows of a table that changed, or names
    what is no longer there: a program cannot tell whether that is still true.
    """
    text = _directed(later_years(text, by), signs)
    names = _PLACE.findall(text)
    unsure = (
        any(name not in signs for name in names)
        or REASONS.search(text)
        or (rows_changed and COUNTED.search(text))
        or any(signs[it["name"]] == 0 for it in _DIRECTED.finditer(text) if it["name"] in signs)
    )
    return to_review(text) if unsure else text


def to_review(text: str) -> str:
    """The text with the mark that `check` refuses until a person has taken it off."""
    return text if text.startswith((TO_REVIEW, UNFILLED)) else f"{TO_REVIEW}{text}"


def directed_word(text: str, falls: bool) -> str:
    """A text that ends with 增幅 or 減幅 in brackets, as it is now."""
    for rise, fall in DIRECTIONS:
        text = text.replace(rise, fall) if falls else text.replace(fall, rise)
    return text


def _directed(text: str, signs: Signs) -> str:
    def turned(match: "re.Match[str]") -> str:
        number = signs.get(match["name"])
        return match["word"] if not number else directed_word(match["word"], number < 0)

    return _DIRECTED.sub(turned, text)
