"""Citations as RIS, which reference managers take in · citations → text.

RIS knows no escapes: a value ends with its line, whatever a reader takes for the end of one.
"""

import re
from collections.abc import Iterable

import rispy

from generator.exports.citation import Citation

_LINE_ENDS = re.compile("[\\n\\v\\f\\r\\x1c-\\x1e\\x85\\u2028\\u2029]+")


class _Writer(rispy.RisWriter):  # type: ignore[misc]
    """Puts no number before an entry: RIS has none."""

    def set_header(self, count: int) -> str:
        """Nothing."""
        return ""


def ris(citations: Iterable[Citation]) -> str:
    """An entry each, with an empty line between them."""
    text: str = rispy.dumps([_entry(it) for it in citations], implementation=_Writer)
    return text


def _entry(citation: Citation) -> dict[str, str | list[str]]:
    year, *rest = (citation.date or "").split("-")
    # 33 to 36 are quarters, of which RIS knows nothing.
    has_month = bool(rest) and int(rest[0]) <= 12
    entry: dict[str, str | list[str]] = {
        "type_of_reference": "GOVDOC" if citation.is_document else "ELEC",
        "id": citation.key,
        "authors": [citation.author] if citation.author else [],
        "title": citation.title,
        "translated_title": citation.other_title,
        "secondary_title": citation.container,
        "type_of_work": citation.genre,
        "edition": citation.edition,
        "year": year,
        "date": "/".join([year, *rest, *[""] * (3 - len(rest))]) if has_month else "",
        "language": citation.language,
        "urls": [citation.address],
        "notes": [citation.note] if citation.note else [],
    }
    return {name: _on_one_line(value) for name, value in entry.items() if value}


def _on_one_line(value: str | list[str]) -> str | list[str]:
    if isinstance(value, list):
        return [_LINE_ENDS.sub(" ", part) for part in value]
    return _LINE_ENDS.sub(" ", value)
