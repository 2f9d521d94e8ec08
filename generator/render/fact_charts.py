"""Charts of the numbers that several documents give · SeriesRecord → BarChart."""

from collections.abc import Iterable

from generator.exports.csv_tables import Cell
from generator.render.chart import FEWEST, Bar, BarChart
from generator.render.series_finding import finding, when
from generator.resolve.fact_types import FigureRecord, SeriesRecord
from generator.resolve.figure_wording import compose_figure
from generator.resolve.resolve import Records
from generator.script.phrase import PageText, Phrase


def series_charts(series: Iterable[SeriesRecord], records: Records) -> list[BarChart]:
    """A chart for each measure of several numbers that surely grew or fell: one that may not be
    held against the earlier, or of which only a bound is known, is not drawn as if it had."""
    return [
        _chart(numbers, told, records)
        for numbers in series
        if len(numbers.figures) >= FEWEST and (told := finding(numbers, records))
    ]


def _chart(series: SeriesRecord, told: Phrase, records: Records) -> BarChart:
    words = records.words
    parts: dict[str, PageText] = {"measure": series.measure.label, "finding": told}
    return BarChart(
        identifier=f"chart-{series.id}",
        title=Phrase(words["chart-title"], parts),
        dates=tuple(when(it, records) for it in series.figures),
        documents=tuple(dict.fromkeys(it.source.document.name for it in series.figures)),
        table=tuple(_table_row(it, records) for it in series.figures),
        bars=tuple(
            Bar(
                when(figure, records),
                figure.value,
                compose_figure(figure, words, Phrase),
                figure.qualifier,
                figure.value_max,
                earlier=figure is not series.newest,
            )
            for figure in series.figures
        ),
    )


def _table_row(figure: FigureRecord, records: Records) -> dict[str, Cell | PageText]:
    return {
        "figure": figure.id,
        "when": when(figure, records),
        "as_of": figure.as_of,
        "value": figure.value,
        "value_max": figure.value_max,
        "unit": figure.unit.code,
        "qualifier": figure.qualifier,
        "in_words": compose_figure(figure, records.words, Phrase),
        "document": figure.source.document.id,
        "document_name": figure.source.document.name,
        "line": figure.source.line,
    }
