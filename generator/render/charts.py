"""The charts that a template may call by name."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from generator.render import chart, organisation_chart, timeline_chart
from generator.render.drawing import ChartContext
from generator.render.escape import Markdown

CHARTS: Mapping[str, Callable[[ChartContext, Any], Markdown]] = MappingProxyType(
    {
        "chart": chart.draw,
        "timeline_chart": timeline_chart.draw,
        "organisation_chart": organisation_chart.draw,
    }
)
"""Name in templates → what draws it from a value of the page."""
