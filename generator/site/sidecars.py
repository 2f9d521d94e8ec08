"""Edge: what is around each page of a variant and for machines, as the generator wrote it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

FILE = ".sidecars.txt"
"""Written by pipeline/outputs.py: a page a line, its path, a tab, JSON."""


class Sidecars:
    """The sidecars of the sources below `docs`, of one variant, each read when it is asked for."""

    def __init__(self, docs: Path, preview: Callable[[str], str | None], variant: str) -> None:
        self._preview = preview
        file = docs / variant / FILE
        lines = file.read_text("utf-8").split("\n") if file.is_file() else []
        split = (line.partition("\t") for line in lines if line)
        self._texts = {f"{variant}/{path}": text for path, _, text in split}

    def of(self, source: str) -> dict[str, Any]:
        """That of the page with the source `source`, below docs/; nothing of a page without one."""
        text = self.text(source)
        sidecar: dict[str, Any] = json.loads(text) if text else {}
        return sidecar

    def text(self, source: str) -> str:
        """The same as JSON."""
        return self._preview(source) or self._texts.get(source, "")
