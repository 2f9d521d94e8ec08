"""What charts are drawn with: words in the page's script, links as seen from the page · SVG → HTML.

svg.py escapes nothing, so every text and every attribute that is not ours goes through `html_text`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol
from unicodedata import east_asian_width

import svg

from generator.exports.csv_tables import Cell
from generator.model.wording import Wording
from generator.render.escape import Markdown, heading_id, html_text
from generator.script.phrase import PageText

NARROW = 0.62
"""Width of a Latin letter, in parts of its height, where nothing may be cut off."""


_PIECE = re.compile(
    "[「『《〈（]*(?:[\u2e80-\U0010ffff]|[^\u2e80-\U0010ffff ]+ ?| )[，。、；：！？）」』》〉]*"
)
"""What may not be cut: a wide letter, or a run of narrow ones with the space behind it; with the
marks that no line begins or ends with."""


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
    file: Callable[[str, str], str]
    """Identifier and suffix of a chart's file → where it is."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart before it is known in which script: what it says besides what it draws."""

    identifier: str
    """Unique on its page, and for ever."""
    title: PageText
    """What is found, with its dates."""
    remarks: tuple[PageText, ...] = ()
    """What must be known to read it, where its page says that beside it."""
    dates: tuple[PageText, ...] = ()
    """The times that it shows."""
    documents: tuple[PageText, ...] = ()
    """Where its numbers stand."""
    table: tuple[Mapping[str, Cell | PageText], ...] = field(default=(), repr=False)
    """Its numbers, a row each, by the names of their columns."""


@dataclass(frozen=True)
class Drawing:
    """A chart in one script, from its upper left corner."""

    width: int
    height: float
    elements: list[svg.Element]
    description: str
    """All that is to be seen, for those who do not see it."""


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


def figure(context: ChartContext, chart: Chart, drawing: Drawing, kind: str = "") -> Markdown:
    """The whole chart on one line, which Markdown leaves alone: it begins with a block of HTML.

    One of a `kind` is a group of links; any other is a picture, which is read out as its title and
    its description. Raises ValueError for an identifier that is no anchor.
    """
    name, said = heading_id(chart.identifier), html_text(context.text(chart.title))
    elements = drawing.elements
    if kind:
        attributes = {"role": "group", "aria-label": said}
    else:
        attributes = {"role": "img", "aria-labelledby": f"{name}-title {name}-desc"}
        description = svg.Desc(id=f"{name}-desc", text=html_text(drawing.description))
        elements = [svg.Title(id=f"{name}-title", text=said), description, *elements]
    picture = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, drawing.width, round(drawing.height, 2)),
        class_=["chart__drawing"],
        elements=elements,
        extra=attributes,
    )
    classes = f"chart chart--{kind}" if kind else "chart"
    files = f'<p class="chart__files">{_files(context, chart)}</p>'
    caption = f"<figcaption>{said}</figcaption>"
    return Markdown(f'<figure class="{classes}">{caption}{picture}{files}</figure>')


def _files(context: ChartContext, chart: Chart) -> str:
    """Links to the picture and the numbers."""
    links = []
    for suffix, name in (("svg", "SVG"), ("csv", "CSV")):
        path = html_text(context.file(chart.identifier, suffix))
        links.append(f'<a href="{path}" download="{path.rpartition("/")[2]}">{name}</a>')
    dot = html_text(context.phrase("middle-dot"))
    return html_text(context.phrase("chart-download")) + dot.join(links)


def source_line(context: ChartContext, chart: Chart) -> str:
    """The times that a chart shows, and the documents that its numbers stand in."""
    comma = context.phrase("comma")
    said = []
    if chart.dates:
        said.append(context.phrase("chart-dates", dates=comma.join(map(context.text, chart.dates))))
    if chart.documents:
        names = comma.join(map(context.text, chart.documents))
        said.append(context.phrase("chart-source", documents=names))
    return "".join(said)


def text_width(text: str, size: float, narrow: float = 0.6) -> float:
    """About how wide `text` is in letters of `size`; Han letters are square, others `narrow`."""
    return sum(size if east_asian_width(it) in "WFA" else size * narrow for it in text)


def wrap_text(text: str, size: float, room: float) -> list[str]:
    """`text` in letters of `size`, in lines that fit into `room`; a longer word is cut."""

    def width(part: str) -> float:
        return text_width(part, size, NARROW)

    lines, line = [], ""
    for piece in _PIECE.findall(" ".join(text.split())):
        if line and width(line + piece) > room:
            lines.append(line.rstrip())
            line = ""
        line += piece.lstrip() if not line else piece
        while width(line) > room:
            fitting = next(n for n in range(1, len(line)) if width(line[: n + 1]) > room)
            lines.append(line[:fitting])
            line = line[fitting:]
    return [*lines, line.rstrip()] if line else lines


def shorten(text: str, size: float, room: float) -> str:
    """`text`, or as much of its beginning as fits into `room` with an ellipsis behind it."""
    if text_width(text, size) <= room:
        return text
    while text and text_width(text, size) + size > room:
        text = text[:-1]
    return text + "…"
