"""Every kind of chart: how it is drawn on a page, and by itself."""

from typing import assert_never

from generator.exports.addresses import chart_file
from generator.model.base import Script
from generator.render import chart, organisation_chart, timeline_chart
from generator.render.chart import BarChart
from generator.render.drawing import ChartContext, Drawing
from generator.render.escape import Markdown
from generator.render.links import PageLinks, page_address
from generator.render.organisation_chart import OrganisationChart
from generator.render.timeline_chart import TimelineChart
from generator.script.localiser import Localiser

AnyChart = BarChart | TimelineChart | OrganisationChart


def draw_chart(context: ChartContext, drawn: AnyChart) -> Markdown:
    """A chart on its page, with links to its files."""
    match drawn:
        case BarChart():
            return chart.draw(context, drawn)
        case TimelineChart():
            return timeline_chart.draw(context, drawn)
        case OrganisationChart():
            return organisation_chart.draw(context, drawn)
    assert_never(drawn)


def drawing_of(context: ChartContext, drawn: AnyChart) -> Drawing:
    """What is drawn of a chart, without its page."""
    match drawn:
        case BarChart():
            return chart.drawing(context, drawn)
        case TimelineChart():
            return timeline_chart.drawing(context, drawn)
        case OrganisationChart():
            return organisation_chart.drawing(context, drawn)
    assert_never(drawn)


def page_context(speaker: Localiser, links: PageLinks, path: str, script: Script) -> ChartContext:
    """For the charts of the page `path`, whose files stand once for both scripts; pictures have
    words, and are there in each."""

    def file(identifier: str, suffix: str) -> str:
        ending = suffix if suffix == "csv" else f"{script}.{suffix}"
        return links.shared_href(chart_file(page_address(path), identifier, ending))

    return ChartContext(speaker.text, speaker.phrase, speaker.date, links.href, file)
