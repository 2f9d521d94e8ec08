"""Edge: theme strings of one variant."""

import json
from collections.abc import Callable
from pathlib import Path

WORDS = ".theme.json"
"""Written by render/theme.py: the words around the pages."""


def read_theme_words(
    docs: Path, source: Callable[[str], bytes | None], variant: str
) -> dict[str, str]:
    """A variant's strings by key, from a preview's `source` or from the folder of a build."""
    path = f"{variant}/{WORDS}"
    raw = source(path)
    words: dict[str, str] = json.loads((docs / path).read_bytes() if raw is None else raw)
    return words
