"""Citations as CSL-JSON, which Zotero, pandoc and citeproc read · citations → text."""

import json
from collections.abc import Iterable
from typing import Any

from generator.exports.citation import Citation


def csl_json(citations: Iterable[Citation]) -> str:
    """A list of items."""
    items = [_item(it) for it in citations]
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


def _item(citation: Citation) -> dict[str, Any]:
    item = {
        "id": citation.key,
        "type": "report" if citation.is_document else "webpage",
        "title": citation.title,
        "author": [{"literal": citation.author}] if citation.author else None,
        "container-title": citation.container,
        "genre": citation.genre,
        "edition": citation.edition,
        "issued": {"date-parts": [_date_parts(citation.date)]} if citation.date else None,
        "language": citation.language,
        "URL": citation.address,
        "note": citation.full_note,
    }
    return {name: value for name, value in item.items() if value}


def _date_parts(edtf: str) -> list[int]:
    """Year, month and day as far as they are printed; of a quarter the year."""
    year, *rest = (int(part) for part in edtf.split("-"))
    return [year, *rest] if not rest or rest[0] <= 12 else [year]
