"""File formats that a description names · text → codes, and words that may be formats."""

import re
from collections.abc import Iterator, Mapping

_WORD = r"[A-Za-z][A-Za-z0-9.+-]{1,11}"
_WORDS = rf"{_WORD}(?:\s*(?:[、,，/;；]|及|和|或|與|与|\band\b|\bor\b)\s*{_WORD})*"
_ANNOUNCED = re.compile(
    rf"(?<![A-Za-z0-9])(?P<before>{_WORDS})\s*(?:等)?\s*(?:檔案|档案|文件)?(?:格式|formats?\b)"
    r"|(?:格式|formats?)\s*[(（:：]?\s*(?:如|例如|包括|such as|e\.g\.)?\s*[:：]?\s*"
    rf"(?P<behind>{_WORDS})",
    re.IGNORECASE,
)
_SINGLE = re.compile(_WORD)
_NO_FORMATS = frozenset(
    [
        "and",
        "api",
        "by",
        "csdi",
        "data",
        "dataset",
        "datasets",
        "data.gov.hk",
        "file",
        "files",
        "format",
        "formats",
        "in",
        "is",
        "machine",
        "of",
        "or",
        "portal",
        "the",
        "through",
        "via",
        "with",
        "readable",
        "machine-readable",
        "using",
        "other",
        "as",
        "such",
        "e.g",
        "including",
    ]
)


def named_formats(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """Formats that a text names, each once, in order of appearance. What is announced as one and
    is not `known` (form in small letters → code) is taken as it is printed."""
    named = [*_known(text, known), *_announced(text, known)]
    return tuple(dict.fromkeys(code for _, code in sorted(named)))


def _known(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    if not known:
        return
    forms = "|".join(map(re.escape, sorted(known, key=len, reverse=True)))
    pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{forms})(?![A-Za-z0-9])", re.IGNORECASE)
    for match in pattern.finditer(text):
        yield match.start(), known[match[0].lower()]


def _announced(text: str, known: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for match in _ANNOUNCED.finditer(text):
        name = "before" if match["before"] else "behind"
        for word in _SINGLE.finditer(match[name]):
            printed = word[0].rstrip(".")
            if printed.lower() not in known and printed.lower() not in _NO_FORMATS:
                yield match.start(name) + word.start(), printed
