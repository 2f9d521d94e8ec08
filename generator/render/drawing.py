"""What charts are drawn with: words in the page's script, links as seen from the page · SVG → HTML.

svg.py escapes nothing, so every text and every attribute that is not ours goes through `html_text`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol
from unicodedata import east_asian_width

import svg

from generator.model.wording import Wording
from generator.render.escape import Markdown, html_text
from generator.script.phrase import PageText


class PhraseFunction(Protocol):
    """The interface's wording for a key, with its places filled in."""

    def __call__(self, key: str, **values: Wording | str | int) -> str:
        """The phrase before it is escaped."""


@dataclass(frozen=True)
class ChartContext:
    """What a chart takes from its page: texts in the page's script, and where links lead."""

    text: Callable[[PageText], str]
    phrase: PhraseFunction
    date: Callable[[str], str]
    href: Callable[[str], str]


def rounded(value: float) -> float:
    """A place in a chart, always written in the same way: 12, not 12.0."""
    return int(value) if value == int(value) else round(value, 1)


def title(text: str) -> svg.Title:
    """What a link or a mark of a chart is called."""
    return svg.Title(text=html_text(text))


def label(text: str, x: float, y: float, *classes: str) -> svg.Text:
    """A text of a chart, standing on the line `y`."""
    return svg.Text(x=rounded(x), y=rounded(y), class_=list(classes) or None, text=html_text(text))


def link(href: str, name: str, elements: list[svg.Element], *classes: str) -> svg.A:
    """A link of a chart; `name` is what it is called by those who do not see it."""
    return svg.A(
        href=html_text(href), class_=list(classes) or None, elements=[title(name), *elements]
    )


def figure(name: str, width: int, height: int, elements: list[svg.Element], kind: str) -> Markdown:
    """The whole chart on one line, which Markdown leaves alone: it begins with a block of HTML."""
    drawing = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        class_=["chart__drawing"],
        elements=elements,
        extra={"role": "group", "aria-label": html_text(name)},
    )
    return Markdown(f'<figure class="chart chart--{kind}">{drawing}</figure>')


def text_width(text: str, size: float, narrow: float = 0.6) -> float:
    """About how wide `text` is in letters of `size`; Han letters are square, others `narrow`."""
    return sum(size if east_asian_width(it) in "WFA" else size * narrow for it in text)


def shorten(text: str, size: float, room: float) -> str:
    """`text`, or as much of its beginning as fits into `room` with an ellipsis behind it."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text, size) + size > room:
        text = text[:-1]
    return text + "…"
