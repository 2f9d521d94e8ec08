"""The overview of the timeline: years down the page, one mark for each entry · years → SVG.

Years run downwards as in the list below it, so that on a phone every label keeps its size and
every row is high enough for a thumb.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import svg

from generator.exports.csv_tables import Cell
from generator.model.wording import Wording
from generator.render.drawing import Chart, ChartContext, Drawing, figure, label, link, rounded
from generator.render.escape import Markdown, html_text
from generator.resolve.timeline import TimelineEntry, TimelineYear
from generator.script.phrase import DatePhrase, PageText, Phrase

WIDTH = 360
ROW = 26
"""Height of a line of marks."""
GAP = 12
"""Height of the gap that stands for years without an entry."""
AXIS = 48
"""Where the axis stands; the names of the years are left of it."""
STEP = 11.5
PER_LINE = 24
"""Marks on a line; a year with more of them takes several lines."""


@dataclass(frozen=True, kw_only=True)
class TimelineChart(Chart):
    """The years, the newest first."""

    years: tuple[TimelineYear, ...]


def timeline_chart(years: Sequence[TimelineYear], words: Mapping[str, Wording]) -> TimelineChart:
    """The years with their numbers of entries; the title names the fullest of them."""
    dated = [it for it in years if it.year]
    entries = [entry for year in years for entry in year.entries]
    legend = {"told": words["legend-told"], "planned": words["legend-planned"]}
    title: PageText = words["timeline-chart"]
    if dated:
        fullest = max(dated, key=lambda it: len(it.entries))
        values: dict[str, PageText] = {
            "first": DatePhrase(dated[-1].year or ""),
            "last": DatePhrase(dated[0].year or ""),
            "year": DatePhrase(fullest.year or ""),
            "n": str(len(fullest.entries)),
        }
        title = Phrase(words["timeline-chart-title"], values)
    return TimelineChart(
        identifier="years",
        title=title,
        remarks=(Phrase(words["timeline-chart-legend"], legend),),
        documents=tuple(dict.fromkeys(it.name for entry in entries for it in entry.documents)),
        table=tuple(_table_row(it, words) for it in years),
        years=tuple(years),
    )


def draw(context: ChartContext, chart: TimelineChart) -> Markdown:
    """Each year's row is a link to its part of the list."""
    return figure(context, chart, drawing(context, chart), "timeline")


def drawing(context: ChartContext, chart: TimelineChart) -> Drawing:
    """A row a year, and gaps for years without an entry."""
    rows: list[svg.Element] = []
    y, before = 2, None
    for year in chart.years:
        if _years_between(before, year):
            rows.append(svg.Line(x1=AXIS, y1=y, x2=AXIS, y2=y + GAP, class_=["chart__gap"]))
            y += GAP
        height = _height(year)
        if year.year is not None:
            rows.append(svg.Line(x1=AXIS, y1=y, x2=AXIS, y2=y + height, class_=["chart__axis"]))
        rows.append(_row(context, year, y))
        y, before = y + height, year
    said = (_description(context, it) for it in chart.years)
    return Drawing(WIDTH, y + 2, rows, context.phrase("semicolon").join(said))


def _table_row(year: TimelineYear, words: Mapping[str, Wording]) -> dict[str, Cell | PageText]:
    word = "every-year" if year.recurs else "undated"
    return {
        "year": year.year,
        "label": DatePhrase(year.year) if year.year else words[word],
        "entries": len(year.entries),
        "planned": year.planned,
    }


def anchor(year: TimelineYear) -> str:
    """The anchor of a year's part of the list."""
    if year.recurs:
        return "every-year"
    return f"y-{year.year}" if year.year else "undated"


def _years_between(newer: TimelineYear | None, older: TimelineYear) -> bool:
    """Whether years without an entry, or the end of the axis, lie between two rows."""
    if newer is None or newer.year is None:
        return False
    return older.year is None or int(newer.year) - int(older.year) > 1


def _height(year: TimelineYear) -> int:
    lines = -(-len(year.entries) // PER_LINE)
    return ROW * lines


def _row(context: ChartContext, year: TimelineYear, y: int) -> svg.A:
    base = y + ROW / 2 + 5
    last = (len(year.entries) - 1) // PER_LINE
    end = AXIS + 12 + (len(year.entries) - last * PER_LINE) * STEP
    name = year.year or context.phrase("every-year-short" if year.recurs else "undated-short")
    return link(
        f"#{anchor(year)}",
        _description(context, year),
        [
            svg.Rect(x=0, y=y, width=WIDTH, height=_height(year), class_=["chart__row"]),
            label(name, AXIS - 8, base, "chart__year"),
            *(_mark(entry, number, y) for number, entry in enumerate(year.entries)),
            label(str(len(year.entries)), end, base + last * ROW, "chart__count"),
        ],
    )


def _description(context: ChartContext, year: TimelineYear) -> str:
    undated = "every-year" if year.recurs else "undated"
    name = context.date(year.year) if year.year else context.phrase(undated)
    if year.planned:
        return context.phrase(
            "timeline-chart-year-planned", year=name, n=len(year.entries), planned=year.planned
        )
    return context.phrase("timeline-chart-year", year=name, n=len(year.entries))


def _mark(entry: TimelineEntry, number: int, y: int) -> svg.Circle:
    line, place = divmod(number, PER_LINE)
    return svg.Circle(
        cx=rounded(AXIS + 12 + place * STEP),
        cy=y + line * ROW + ROW // 2,
        r=4,
        class_=["chart__mark", *(["chart__mark--planned"] if entry.planned else [])],
        data={"event": html_text(entry.id)},
    )
