"""OpenCC: which package must be installed, its converters and its tables.

The official `opencc` installs the same import name as opencc-python-reimplemented; each overwrites
the other's files, and removing one breaks both.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal


class WrongOpenCC(Exception):
    """Another package answers to the name `opencc`, or none that works."""


def open_cc(configuration: Literal["s2hk", "hk2s"]) -> Any:
    """A converter whose `convert(text)` gives a text in the other script.

    Raises WrongOpenCC when opencc-python-reimplemented is not the package in place.
    """
    _folder()
    import opencc

    return _load(opencc.OpenCC, configuration)


@cache
def _load(kind: Any, configuration: str) -> Any:
    """Cached: the dictionaries take a fifth of a second to read and never change."""
    return kind(configuration)


def dictionary_lines(name: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of one of its dictionaries, for example `STCharacters`: key, values."""
    lines = (_folder() / "dictionary" / f"{name}.txt").read_text("utf-8").splitlines()
    for line in lines:
        key, _, values = line.partition("\t")
        yield key, values.split(" ")


@cache
def knows_phrase(word: str, index: int) -> bool:
    """Whether one of its Simplified phrases stands in `word` over the character at `index`."""
    return any(
        word[start:end] in _phrases()
        for start in range(index + 1)
        for end in range(max(index, start + 1) + 1, len(word) + 1)
    )


@cache
def _phrases() -> frozenset[str]:
    return frozenset(key for key, _ in dictionary_lines("STPhrases"))


def _folder() -> Path:
    try:
        import opencc

        folder = Path(opencc.__file__ or "").parent
    except ImportError:
        raise WrongOpenCC(_message("does not work")) from None
    if not (folder / "opencc.py").is_file() or (folder / "clib").exists():
        raise WrongOpenCC(_message("is not opencc-python-reimplemented"))
    return folder


def _message(trouble: str) -> str:
    return (
        f"the package that answers to the name `opencc` {trouble}, perhaps because the official "
        "`opencc` was installed or removed beside it: delete the folder .venv and run the "
        "command again"
    )
