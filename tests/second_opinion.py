"""Where two other engines convert a text otherwise than we do · texts → disagreements.

What a term decides was settled by whoever wrote the term, and is not compared.
"""

from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import NamedTuple

import opencc_jieba_pyo3
import zhconv_rs

from generator.model.wording import Wording
from generator.script.convert import OTHER, Converter, remove_marks


class Disagreement(NamedTuple):
    """A run of characters that another engine writes otherwise."""

    direction: str
    ours: str
    theirs: str
    context: str
    """Ours between its neighbours."""
    text: str


def disagreements(
    wordings: Iterable[Wording], converter: Converter, forms: Mapping[str, str]
) -> Iterator[Disagreement]:
    """Every place where another engine gives something else; `forms` are characters that engines
    give, and what the Government writes instead."""
    for wording in dict.fromkeys(wordings):
        if wording.other is None:
            yield from _in_text(wording, converter, str.maketrans(dict(forms)))


def _in_text(
    wording: Wording, converter: Converter, forms: dict[int, str]
) -> Iterator[Disagreement]:
    source = wording.script
    text = remove_marks(wording.text)
    ours = decided = ""
    for piece in converter.pieces(wording.text, source, wording.document):
        ours += piece.result
        decided += ("-" if piece.by == "opencc" else "x") * len(piece.result)
    for theirs in _others(text, source):
        theirs = theirs.translate(forms) if source == "zh-Hans" else theirs
        for start, end, instead in _differences(ours, theirs):
            if "x" not in decided[start : max(end, start + 1)]:
                yield Disagreement(
                    f"{source}→{OTHER[source]}",
                    ours[start:end],
                    instead,
                    ours[max(0, start - 2) : end + 2].replace("\n", "⏎"),
                    text,
                )


def _differences(ours: str, theirs: str) -> Iterator[tuple[int, int, str]]:
    """Where in ours, and what stands there in theirs."""
    if len(ours) == len(theirs):
        for at, (own, other) in enumerate(zip(ours, theirs, strict=True)):
            if own != other:
                yield at, at + 1, other
        return
    for kind, start, end, first, last in SequenceMatcher(None, ours, theirs, False).get_opcodes():
        if kind != "equal":
            yield start, end, theirs[first:last]


def _others(text: str, script: str) -> tuple[str, str]:
    if script == "zh-Hans":
        return _jieba("s2hk").convert(text), zhconv_rs.zhconv(text, "zh-HK")
    return _jieba("hk2s").convert(text), zhconv_rs.zhconv(text, "zh-Hans")


@cache
def _jieba(configuration: str) -> opencc_jieba_pyo3.OpenCC:
    return opencc_jieba_pyo3.OpenCC(configuration)
