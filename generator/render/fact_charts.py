"""Charts of the numbers that more than one document gives · SeriesRecord → BarChart."""

from collections.abc import Iterable, Mapping

from generator.model.wording import Wording
from generator.render.chart import Bar, BarChart
from generator.resolve.fact_types import FigureRecord, SeriesRecord
from generator.resolve.figure_wording import compose_figure
from generator.script.phrase import DatePhrase, PageText, Phrase


def series_charts(series: Iterable[SeriesRecord], words: Mapping[str, Wording]) -> list[BarChart]:
    """A chart for each measure whose number surely grew or fell: one that may not be held against
    the earlier, or of which only a bound is known, is not drawn as if it had."""
    return [_chart(it, words) for it in series if it.change in ("up", "down")]


def _chart(series: SeriesRecord, words: Mapping[str, Wording]) -> BarChart:
    old, new = series.figures[-2:]
    title = Phrase(
        words["chart-title"],
        {
            "measure": series.measure.label,
            "old": compose_figure(old, words, Phrase),
            "new": compose_figure(new, words, Phrase),
        },
    )
    return BarChart(
        identifier=f"chart-{series.measure.code}",
        title=title,
        description=Phrase(
            words["chart-description"], {"title": title, "note": words["chart-compares"]}
        ),
        bars=tuple(
            Bar(
                _when(figure, words),
                figure.value,
                compose_figure(figure, words, Phrase),
                figure.qualifier,
                figure.value_max,
                earlier=figure is not new,
            )
            for figure in series.figures
        ),
    )


def _when(figure: FigureRecord, words: Mapping[str, Wording]) -> PageText:
    """The day the document gives for the number, and the document."""
    document = figure.source.document
    name = document.short or document.name
    if figure.when is None:
        return name
    return Phrase(words["chart-when"], {"document": name, "date": DatePhrase(figure.when)})
