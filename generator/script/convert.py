"""Traditional ⇄ Simplified: a Wording → the same text in both scripts.

Text already in the wanted script is passed on untouched, and a hand-written text wins; only then
OpenCC is asked. `s2hk` and `hk2s` are the only configurations: the others replace Hong Kong words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

import opencc

from generator.model.base import Script
from generator.model.wording import Wording


class WrongOpenCC(Exception):
    """Another package answers to the name `opencc`."""


@dataclass(frozen=True)
class Bilingual:
    """One text in both scripts. `source` is the script it was printed or written in."""

    hant: str
    hans: str
    source: Script

    def __getitem__(self, script: Script) -> str:
        return self.hant if script == "zh-Hant" else self.hans


class Converter:
    """Converts each distinct text once."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """`forms`: character OpenCC gives → character the Government writes.

        Raises WrongOpenCC when opencc-python-reimplemented is not the package in place.
        """
        _check_package()
        self._to_traditional = opencc.OpenCC("s2hk")
        self._to_simplified = opencc.OpenCC("hk2s")
        self._forms = str.maketrans(dict(forms))
        self._known: dict[Wording, Bilingual] = {}

    def both(self, wording: Wording) -> Bilingual:
        """`wording` in both scripts."""
        known = self._known.get(wording)
        if known is None:
            known = self._known[wording] = self._both(wording)
        return known

    def _both(self, wording: Wording) -> Bilingual:
        text, other = wording.text, wording.other
        match wording.script:
            case "zh-Hant":
                hans = other if other is not None else self._to_simplified.convert(text)
                return Bilingual(text, hans, "zh-Hant")
            case "zh-Hans":
                hant = other if other is not None else self._traditional(text)
                return Bilingual(hant, text, "zh-Hans")
            case _:
                assert_never(wording.script)

    def _traditional(self, text: str) -> str:
        converted: str = self._to_traditional.convert(text)
        return converted.translate(self._forms)


def _check_package() -> None:
    # The official `opencc` installs the same import name, and either overwrites the other's files.
    folder = Path(opencc.__file__).parent
    if not (folder / "opencc.py").is_file() or (folder / "clib").exists():
        raise WrongOpenCC(
            "the package `opencc` is installed over opencc-python-reimplemented: "
            "delete the folder .venv and run the command again"
        )
