"""Charts as inline SVG: numbers with their labels → one line of HTML that Markdown leaves alone.

Colours and letter sizes are classes of docs/assets/handbook.css, so that a chart follows the page
into its dark colours. Everything that is text is escaped: svg.py writes what it is given.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import svg

from generator.model.figure import Qualifier
from generator.render.drawing import (
    NARROW,
    Chart,
    ChartContext,
    Drawing,
    figure,
    source_line,
    text_width,
    wrap_text,
)
from generator.render.escape import Markdown
from generator.script.phrase import PageText

FEWEST = 3
"""Numbers that make a chart; two a sentence says better."""
WIDTH = 360
"""Of the drawing, in units that are pixels on a phone."""
LETTER = 14
LINE = 21
"""Height of a line of text."""
BAR = 16
GAP = 6
"""Between a bar and its number."""
ROW_GAP = 14
"""Between a row and the next."""
TIP = 8
"""Length of an arrow's head, and of the soft end of an approximate bar."""
SHORTEST_BAR = 1.5
"""Length of the shortest bar of a number other than zero."""

T = TypeVar("T", PageText, str)


@dataclass(frozen=True)
class Bar(Generic[T]):
    """One row: its label, its number, and the number as it is shown."""

    label: T
    value: float
    shown: T
    qualifier: Qualifier = "exact"
    maximum: float | None = None
    """The upper end of a range."""
    earlier: bool = False
    """Whether it is there to be compared with; it is drawn paler."""


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """Horizontal bars from a common zero, each with its label above and its number at the end."""

    bars: tuple[Bar[PageText], ...]


def draw(context: ChartContext, chart: BarChart) -> Markdown:
    """`chart` in the script of the page."""
    return figure(context, chart, drawing(context, chart))


def drawing(context: ChartContext, chart: BarChart) -> Drawing:
    """The bars. Raises ValueError for none."""
    text = context.text
    bars = [
        Bar(text(bar.label), bar.value, text(bar.shown), bar.qualifier, bar.maximum, bar.earlier)
        for bar in chart.bars
    ]
    if not bars:
        raise ValueError("a chart without bars")
    scale = _Scale(bars)
    elements: list[svg.Element] = []
    top = 0.0
    for bar in bars:
        row, top = _row(bar, scale, top)
        elements += row
    return Drawing(WIDTH, top - ROW_GAP, elements, _description(context, chart, bars))


def _description(context: ChartContext, chart: Chart, bars: Sequence[Bar[str]]) -> str:
    """Every bar in its order, with its number and unit, and where the numbers stand."""
    rows = (context.phrase("chart-row", label=bar.label, number=bar.shown) for bar in bars)
    return context.phrase(
        "chart-description",
        n=len(bars),
        rows=context.phrase("semicolon").join(rows),
        source=source_line(context, chart),
    )


class _Scale:
    """Where numbers lie from left to right, with room for the widest number shown."""

    def __init__(self, bars: Sequence[Bar[str]]) -> None:
        ends = [0.0, *(it.value for it in bars), *(it.maximum or 0.0 for it in bars)]
        self._low, self._high = min(ends), max(ends)
        widest = max(_width(bar.shown) for bar in bars)
        self.beside = widest <= WIDTH / 3
        """Whether the numbers stand beside the bars; long ones stand above."""
        self._width = WIDTH - 1 - TIP - (GAP + widest if self.beside else 0)
        self.zero = self.x_of(0)

    def x_of(self, value: float) -> float:
        """The distance of `value` from the left."""
        span = (self._high - self._low) or 1
        return round((value - self._low) / span * self._width, 2)


def _row(bar: Bar[str], scale: _Scale, top: float) -> tuple[list[svg.Element], float]:
    """The elements of one bar below `top`, and the top of the next."""
    elements: list[svg.Element] = []
    lines = [
        *wrap_text(bar.label, LETTER, WIDTH),
        *([] if scale.beside else wrap_text(bar.shown, LETTER, WIDTH)),
    ]
    for line in lines:
        elements.append(_line(line, 0, top + LETTER, "chart__label"))
        top += LINE
    end = scale.x_of(bar.value if bar.maximum is None else bar.maximum)
    shape = list(_shape(bar, scale, top))
    elements += [svg.G(class_=["chart__earlier"], elements=shape)] if bar.earlier else shape
    zero, foot = scale.zero, top + BAR
    elements.append(svg.Line(x1=zero, x2=zero, y1=top, y2=foot, class_=["chart__zero"]))
    if scale.beside:
        right = max(end, scale.zero) + TIP + GAP
        elements.append(_line(bar.shown, round(right, 2), top + BAR - 3, "chart__number"))
    return elements, top + BAR + ROW_GAP


def _line(text: str, x: float, y: float, name: str) -> svg.Element:
    return svg.Text(x=x, y=y, class_=[name], text=_svg_text(text))


def _shape(bar: Bar[str], scale: _Scale, top: float) -> Iterator[svg.Element]:
    """The bar, with an end that says how exact its number is."""
    start, end = scale.zero, scale.x_of(bar.value)
    towards = -1 if bar.value < 0 else 1
    match bar.qualifier:
        case "exact":
            yield _rect(start, _visible(start, end, bar.value), top, "chart__bar")
        case "about" | "nearly":
            # The end fades out around the number, or just below it.
            middle = 0 if bar.qualifier == "about" else TIP / 2
            solid = end - towards * (TIP / 2 + middle)
            yield _rect(start, solid, top, "chart__bar")
            for step in range(4):
                left = solid + towards * step * TIP / 4
                name = f"chart__bar chart__bar--soft-{step + 1}"
                yield _rect(left, left + towards * TIP / 4, top, name)
        case "over" | "at-least":
            yield _rect(start, _visible(start, end, bar.value), top, "chart__bar")
            tip = svg.Point(round(end + towards * TIP, 2), top + BAR / 2)
            points = [svg.Point(end, top), tip, svg.Point(end, top + BAR)]
            yield svg.Polygon(points=points, class_=["chart__bar"])
        case "at-most":
            yield _rect(start, end, top, "chart__bar--open")
        case "range":
            yield _rect(start, end, top, "chart__bar--open")
            yield _rect(end, scale.x_of(bar.maximum or bar.value), top, "chart__bar")


def _visible(start: float, end: float, value: float) -> float:
    """The end of a bar; a small number still shows a little, and zero shows nothing."""
    if value == 0 or abs(end - start) >= SHORTEST_BAR:
        return end
    return start + (SHORTEST_BAR if value > 0 else -SHORTEST_BAR)


def _rect(start: float, end: float, top: float, name: str) -> svg.Element:
    left, width = min(start, end), abs(start - end)
    return svg.Rect(
        x=round(left, 2), y=round(top, 2), width=round(width, 2), height=BAR, class_=[name]
    )


def _width(text: str) -> float:
    return text_width(text, LETTER, NARROW)


def _svg_text(text: str) -> str:
    return html.escape(" ".join(text.split()))
