"""Edge: what the generator hands to the theme's templates beside the pages of a variant."""

import json
from pathlib import Path
from typing import Any

WORDS = ".theme.json"
"""Written by render/theme.py: the words around the pages."""
HEADS = ".heads.json"
"""Written by exports/heads.py: what the head of each page says to machines."""


def words(docs: Path, variant: str) -> dict[str, str]:
    """The words of a variant by key."""
    return _read(docs / variant / WORDS)


def heads(docs: Path, variant: str) -> dict[str, dict[str, str | None]]:
    """Address of a page → what its head says."""
    return _read(docs / variant / HEADS)


def basis(docs: Path) -> frozenset[tuple[str, float]]:
    """Which pages there are, and the state of what every page is framed by."""
    pages = {(file.as_posix(), 0.0) for file in docs.rglob("*.md")}
    frame = [*(docs / "overrides").rglob("*"), *docs.glob(f"*/{WORDS}")]
    return frozenset(pages | {(file.as_posix(), file.stat().st_mtime) for file in frame})


def _read(file: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(file.read_text("utf-8"))
    return content
