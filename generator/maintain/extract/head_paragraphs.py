"""Paragraphs that the pages of a PDF wrap, each on one line · lines → lines."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from generator.maintain.extract.head_layout import HEAD, HEADINGS, PROGRAMME_WORD, SIGN
from generator.maintain.extract.plan_cells import join_wrapped

_BEGINS = re.compile(rf"[-•·○●*]|\(?[0-9a-z]{{1,3}}[).\s]|[(（][0-9a-z]+[)）]|{SIGN}")
_ENDS = ("。", ";", "；", ".", ":", "：")
_NEAR = 6
"""So much narrower than the widest a line may be that was wrapped, besides the next word."""


def whole_paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """The lines; what fills the width of the page goes on with the line below."""
    prose = [line for line in lines if "\t" not in line]
    width = max(map(_width, prose), default=0)
    held = ""
    last = ""
    for line in lines:
        if held and _goes_on(last, line, width):
            held = join_wrapped((held, line.strip()))
        else:
            if held:
                yield held
            held = ""
            if "\t" in line or not line.strip():
                yield line
                continue
            held = line
        last = line
    if held:
        yield held


def _goes_on(last: str, line: str, width: int) -> bool:
    text = line.strip()
    if not text or "\t" in line or _BEGINS.match(text) or PROGRAMME_WORD.match(text):
        return False
    if HEADINGS.fullmatch(text.rstrip(":：")) or HEAD.match("".join(text.split())):
        return False
    word = text.split(" ")[0] if text[0].isascii() else text[0]
    near = 0 if last.rstrip().endswith(_ENDS) else _NEAR
    return _width(last) + _width(word) + near > width


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text.strip())
