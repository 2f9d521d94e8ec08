"""Identifiers, codes and texts of drafts that nobody has reviewed: each has to be replaced."""

import re
from collections.abc import Collection

UNFILLED = "待填寫"
"""Stands where a text of our own is still to be written."""
TO_REVIEW = "待核對："
"""Stands before a text of our own that was true of last year's document."""
_DRAFT = re.compile("draft-[1-9][0-9]*")


def draft_code(number: int, taken: Collection[str]) -> str:
    """`draft-1`, or the next number that is not `taken`."""
    while f"draft-{number}" in taken:
        number += 1
    return f"draft-{number}"


def is_draft_code(code: str) -> bool:
    """Whether it was only drafted."""
    return _DRAFT.fullmatch(code) is not None


def row_suffix(section: str, row: int) -> str:
    """What the identifier of a drafted dataset ends with: `-a-ii-1`."""
    return f"-{section.lower().replace('.', '-')}-{row}"
