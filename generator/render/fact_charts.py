"""Charts of the numbers that more than one document gives · SeriesRecord → Chart."""

from collections.abc import Iterable, Mapping

from generator.model.wording import Wording
from generator.render.chart import Chart, Measured
from generator.resolve.fact_types import FigureRecord, SeriesRecord
from generator.resolve.figure_wording import MONEY, in_steps
from generator.script.phrase import Day, PageText, Phrase


def series_charts(series: Iterable[SeriesRecord], words: Mapping[str, Wording]) -> list[Chart]:
    """A chart for each measure whose number differs between documents, and counts one thing."""
    return [_chart(it, words) for it in series if _differs(it)]


def _differs(series: SeriesRecord) -> bool:
    units = {it.unit.code for it in series.figures}
    return len(series.figures) > 1 and series.change != "same" and len(units) == 1


def _chart(series: SeriesRecord, words: Mapping[str, Wording]) -> Chart:
    old, new = series.figures[-2:]
    title = Phrase(
        words["chart-title"],
        {
            "measure": series.measure.label,
            "old": said_figure(old, words),
            "new": said_figure(new, words),
        },
    )
    note = series.note or words["chart-compares"]
    return Chart(
        identifier=f"chart-{series.measure.code}",
        title=title,
        description=Phrase(words["chart-description"], {"title": title, "note": note}),
        bars=tuple(
            Measured(
                _when(it, words),
                it.value,
                said_figure(it, words),
                it.qualifier,
                it.value_max,
                earlier=it is not new,
            )
            for it in series.figures
        ),
    )


def said_figure(figure: FigureRecord, words: Mapping[str, Wording]) -> PageText:
    """Number, unit and qualifier, before it is known in which script."""

    def amount(value: int) -> PageText:
        word, digits = in_steps(value, figure.unit.code == MONEY)
        number = Phrase(words[word], {"n": digits}) if word else digits
        return Phrase(figure.unit.label, {"n": number})

    values = {"n": amount(figure.value)}
    if figure.value_max is not None:
        values["m"] = amount(figure.value_max)
    return Phrase(figure.qualified, values)


def _when(figure: FigureRecord, words: Mapping[str, Wording]) -> PageText:
    """The day the document gives for the number, and the document."""
    document = figure.source.document
    name = document.short or document.name
    if figure.as_of is None:
        return name
    return Phrase(words["chart-when"], {"document": name, "date": Day(figure.as_of)})
