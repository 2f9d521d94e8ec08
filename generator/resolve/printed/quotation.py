"""The clause that a fact is quoted with: how long it may be, and where its words stand in it.

The documents may be quoted with their source; none of their paragraphs is printed again.
"""

import re
from functools import cache

MOST = 60
"""So many characters a quotation may have."""
_MARKS = re.compile(r"<[^>]*>|[\s*•]|&amp;")


@cache
def compact_line(text: str) -> str:
    """`text` without spaces, emphasis and other marks from the extraction."""
    return _MARKS.sub(lambda it: "&" if it[0] == "&amp;" else "", text)


def holds(quotation: str, printed: str) -> bool:
    """Whether `printed` stands in `quotation`, but for spaces and marks of the extraction."""
    return compact_line(printed) in compact_line(quotation)


def around(quotation: str, printed: str) -> tuple[str, str, str] | None:
    """What stands before `printed` in `quotation`, itself, and what stands behind it.

    None where it does not stand there, or where marks are between its characters.
    """
    characters = map(re.escape, compact_line(printed))
    where = re.search(r"\s*".join(characters), quotation)
    if where is None:
        return None
    return quotation[: where.start()], where[0], quotation[where.end() :]
