"""A document's text of a hundred lines, and what verification says of records about it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from builders import a_catalogue, a_document, a_programme

from generator.maintain.verify.verify import verify
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import catalogue_converter

LINES = {3: "海风观测署", 10: "海产资助计划"}
"""Where the default agency and programme are named; every other line is empty."""
DOCUMENT = "data/documents/sea-plan.yml"


def text_of(lines: Mapping[int, str]) -> bytes:
    """Line 3 and 10 as above, and what is given."""
    all_lines = LINES | dict(lines)
    return "\n".join(all_lines.get(number, "") for number in range(1, 101)).encode()


def a_checked_catalogue(raw: bytes, **kinds: Any) -> Catalogue:
    """The default agency and programme, and a plan without tables whose text is `raw`."""
    digest = hashlib.sha256(raw).hexdigest()
    fields: dict[str, Any] = {
        "documents": [a_document(sections=[], sha256=digest)],
        "datasets": [],
        "programmes": [a_programme()],
    }
    return a_catalogue(**fields | kinds)


def problems(folder: Path, lines: Mapping[int, str], **kinds: Any) -> list[str]:
    """What is said of the records when these are the document's lines."""
    raw = text_of(lines)
    (folder / "sea-plan.txt").write_bytes(raw)
    catalogue = a_checked_catalogue(raw, **kinds)
    return [str(it) for it in verify(catalogue, catalogue_converter(catalogue), folder)]
