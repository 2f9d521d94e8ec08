"""The home page: what there is, what it says now, what comes next, what came last."""

from collections.abc import Iterator

from generator.exports.published_kinds import KINDS
from generator.render.changes_page import changes_links
from generator.render.chart import BarChart
from generator.render.datasets import dataset_rows
from generator.render.fact_charts import series_charts
from generator.render.page import Page
from generator.render.series_finding import finding
from generator.resolve.fact_types import SeriesRecord
from generator.resolve.records import DatasetRecord
from generator.resolve.resolve import Records
from generator.script.phrase import PageText

KINDS_WITH_PARTS = ("agencies", "datasets", "documents", "programmes")
"""Kinds with a part of the page of their own; of others their lists are named."""
_NO_DATE = "9999"
"""Behind every date."""
PLANNED_SHOWN = 6
"""Planned datasets that are shown; the calendar has them all."""


def home_page(records: Records) -> Page:
    """The page at the site's root."""
    home = records.prose["home"]
    figures = list(_key_figures(records))
    return Page(
        "index.md",
        "home.md.j2",
        home.title,
        (home.lead,),
        {
            "home": home,
            "datasets": records.datasets,
            "released": sum(it.status == "released" for it in records.datasets),
            "agencies": records.agencies,
            "programmes": records.programmes,
            "applicable": sum(it.for_applicants for it in records.programmes),
            "budgets": records.budgets,
            "figures": figures,
            "rows": dataset_rows(_coming(records)[:PLANNED_SHOWN]),
            "planned": sum(it.status == "planned" for it in records.datasets),
            "documents": records.documents,
            "changes": changes_links(records),
            "lists": [
                (f"{kind.list_page}index.md", records.words[kind.name])
                for kind in KINDS
                if kind.pages and kind.name not in KINDS_WITH_PARTS
            ],
        },
        charts=tuple(chart for _, _, chart in figures if chart),
    )


def _key_figures(
    records: Records,
) -> Iterator[tuple[SeriesRecord, PageText | None, BarChart | None]]:
    """The series that the home page's text names, each with how it changed, in a sentence or, of
    several numbers, as a chart."""
    by_id = {it.id: it for it in records.series}
    for identifier in records.prose["home"].figures:
        series = by_id[identifier]
        chart = next(iter(series_charts([series], records)), None)
        yield series, None if chart else finding(series, records), chart


def _coming(records: Records) -> list[DatasetRecord]:
    """Planned datasets, the nearest month first: those to come, then those whose month passed."""
    planned = sorted(
        (it for it in records.datasets if it.status == "planned"),
        key=lambda it: (it.newest.date or _NO_DATE, it.id),
    )
    to_come = [it for it in planned if not it.newest.target_passed]
    passed = [it for it in planned if it.newest.target_passed]
    return [*to_come, *sorted(passed, key=lambda it: it.newest.date or _NO_DATE, reverse=True)]
