"""A chart as a file of its own: a picture that says all that a page says around it · chart → SVG.

Colours stand in it as attributes, light on a white ground, because no style sheet goes with it. Its
words are drawn with the first font of the list that there is.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import svg

from generator.model.base import Script
from generator.render.charts import AnyChart, drawing_of
from generator.render.drawing import ChartContext, label, source_line, wrap_text
from generator.render.escape import html_text
from generator.script.variants import LANGUAGE_TAG

MARGIN = 20
TITLE, SMALL = 17, 12
"""Sizes of the letters of the title, and of what stands below the drawing."""
LINE = 1.5
"""Height of a line, in parts of its letters."""
FONTS: Mapping[Script, str] = {
    "zh-Hant": "system-ui, PingFang HK, Microsoft JhengHei, Noto Sans CJK HK, Noto Sans HK, "
    "Noto Sans CJK TC, Noto Sans TC, sans-serif",
    "zh-Hans": "system-ui, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Noto Sans SC, "
    "sans-serif",
}
_TEXT, _NOTE, _BAR = "#1d2629", "#4f5b60", "#0b5c6b"
_EARLIER = "#6c98a1"
_LOOKS: Mapping[str, Mapping[str, str]] = {
    "title": {"fill": _TEXT, "font-size": str(TITLE), "font-weight": "700"},
    "small": {"fill": _NOTE, "font-size": str(SMALL)},
    "chart__label": {"fill": _TEXT, "font-size": "14"},
    "chart__number": {"fill": _TEXT, "font-size": "14", "font-weight": "700"},
    "chart__bar": {"fill": _BAR},
    "chart__bar--open": {"fill": "none", "stroke": _BAR, "stroke-width": "1.5"},
    **{f"chart__bar--soft-{n}": {"fill-opacity": str(1 - n / 5)} for n in range(1, 5)},
    "chart__zero": {"stroke": _NOTE},
    "chart__axis": {"stroke": _NOTE},
    "chart__gap": {"stroke": _NOTE, "stroke-dasharray": "1.5 3"},
    "chart__row": {"fill": "none"},
    "chart__year": {"fill": _TEXT, "font-size": "15", "text-anchor": "end"},
    "chart__count": {"fill": _NOTE, "font-size": "14"},
    "chart__mark": {"fill": "#0a5a82", "stroke": "#0a5a82", "stroke-width": "1.5"},
    "chart__mark--planned": {"fill": "none", "stroke": "#a35f00", "stroke-width": "2"},
    "chart__line": {"fill": "none", "stroke": _NOTE, "stroke-width": "1.5"},
    "chart__box": {"fill": "#f5f5f5", "stroke": _NOTE},
    "chart__name": {"fill": _TEXT, "font-size": "15"},
    "chart__acronym": {"fill": _NOTE, "font-size": "14"},
}
"""What docs/assets/handbook.css says of the classes on a light page."""
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def picture(context: ChartContext, chart: AnyChart, script: Script, imprint: str) -> bytes:
    """The chart below its title, and above its times, its documents and `imprint`, which says whose
    it is and where it is found."""
    drawn = drawing_of(context, chart)
    title = context.text(chart.title)
    elements: list[svg.Element] = []
    top: float = MARGIN
    for line in wrap_text(title, TITLE, drawn.width):
        top += TITLE * LINE
        elements.append(label(line, MARGIN, top - TITLE / 2, "title"))
    top += SMALL
    moved = svg.Translate(MARGIN, round(top, 2))
    elements.append(svg.G(transform=[moved], elements=drawn.elements))
    top += drawn.height + SMALL
    remarks = map(context.text, chart.remarks)
    for said in filter(None, (*remarks, source_line(context, chart), imprint)):
        for line in wrap_text(said, SMALL, drawn.width):
            top += SMALL * LINE
            elements.append(label(line, MARGIN, top, "small"))
    width, height = drawn.width + 2 * MARGIN, round(top + MARGIN)
    ground = svg.Rect(x=0, y=0, width=width, height=height, extra={"fill": "#fff"})
    root = svg.SVG(
        width=width,
        height=height,
        viewBox=svg.ViewBoxSpec(0, 0, width, height),
        lang=LANGUAGE_TAG[script],
        elements=[
            svg.Title(text=html_text(title)),
            svg.Desc(
                text=html_text(f"{drawn.description} {source_line(context, chart)} {imprint}")
            ),
            ground,
            *_painted(elements, _LOOKS),
        ],
        extra={"role": "img", "font-family": FONTS[script]},
    )
    return (_NOT_IN_XML.sub("", root.as_str()) + "\n").encode()


def _painted(
    elements: Iterable[svg.Element], looks: Mapping[str, Mapping[str, str]]
) -> Iterator[svg.Element]:
    """The elements with the looks of their classes; what is a link on a page leads nowhere here."""
    for element in elements:
        classes = getattr(element, "class_", None) or ()
        own = {name: look for it in classes for name, look in looks.get(it, {}).items()}
        below = {**looks, **_paler(looks)} if "chart__earlier" in classes else looks
        inside = list(_painted(element.elements or (), below)) or None
        if isinstance(element, svg.A):
            yield svg.G(elements=inside)
        else:
            painted = replace(element, elements=inside, extra={**(element.extra or {}), **own})
            if classes:
                painted.class_ = None  # type: ignore[attr-defined]
            yield painted


def _paler(looks: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
    """Those of a number that is there to be compared with."""
    return {
        name: {key: _EARLIER if value == _BAR else value for key, value in look.items()}
        for name, look in looks.items()
    }
