"""The home page: what changed, what comes next, one finding with its picture · Records → Page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.exports.news import news
from generator.exports.news_entry import NewsEntry, NewsKind
from generator.exports.published_kinds import KINDS
from generator.model.when import When
from generator.model.wording import Wording
from generator.render.budget import BudgetFinding, budget_findings
from generator.render.changes_page import changes_links
from generator.render.page import Page
from generator.render.series_finding import finding
from generator.resolve.fact_types import SeriesRecord
from generator.resolve.periods import chronological_key
from generator.resolve.record_reference import LocatorRecord, Ref
from generator.resolve.resolve import Records
from generator.resolve.timeline import TimelineEntry, timeline

KINDS_WITH_PARTS = ("agencies", "datasets", "documents", "programmes")
"""Kinds with a part of the page of their own; of others their lists are named."""
NEWS_SHOWN, COMING_SHOWN = 5, 6
DAYS_OF_FINDING = 7
"""How long a finding stays before the next takes its place."""


@dataclass(frozen=True)
class ComingEntry:
    """Something that a document plans for a time that is not over."""

    when: str | When
    about: Ref
    kind: Wording
    what: Wording | None
    source: LocatorRecord


def home_page(records: Records) -> Page:
    """The page at the site's root."""
    home = records.prose["home"]
    key_figures = [it for it in _key_figures(records) if not it.note]
    entries = timeline(records.events, records.programmes, records.as_of)
    coming = [*_coming_datasets(records), *_coming_events(entries)]
    coming.sort(key=lambda it: (*chronological_key(it.when), it.about.id))
    shown = finding_of_week(budget_findings(records), records.as_of)
    return Page(
        "index.md",
        "home.md.j2",
        home.title,
        (home.lead,),
        {
            "home": home,
            "datasets": records.datasets,
            "released": sum(it.status.code == "released" for it in records.datasets),
            "agencies": records.agencies,
            "programmes": records.programmes,
            "applicable": sum(it.for_applicants for it in records.programmes),
            "budgets": records.budgets,
            "news": newest_of_each_kind(news(records), records.as_of, home.figures),
            "coming": coming[:COMING_SHOWN],
            "datasets_overdue": sum(it.status.code == "target-passed" for it in records.datasets),
            "plans_overdue": sum(it.passed == "target" for it in entries),
            "shown": shown,
            "figures": [(it, finding(it, records)) for it in key_figures],
            "documents": records.documents,
            "changes": changes_links(records),
            "lists": [
                (f"{kind.list_page}index.md", records.words[kind.name])
                for kind in KINDS
                if kind.pages and kind.name not in KINDS_WITH_PARTS
            ],
        },
        charts=(shown.chart,) if shown else (),
    )


def newest_of_each_kind(
    entries: Iterable[NewsEntry], as_of: date, figures: Sequence[str]
) -> list[NewsEntry]:
    """Five entries of no later day: of each kind the newest, then the newest numbers of `figures`,
    the series that readers look for; the newest day first."""
    first = {series: place for place, series in enumerate(figures)}
    known = [it for it in entries if it.day <= as_of and it.kind not in ("listed", "portal")]
    known.sort(key=lambda it: first.get(it.series or "", len(first)))
    known.sort(key=lambda it: it.day, reverse=True)
    chosen: dict[NewsKind, NewsEntry] = {}
    for entry in known:
        chosen.setdefault(entry.kind, entry)
    further = [it for it in known if it.kind == "figure" and it not in chosen.values()]
    shown = [*chosen.values(), *further][:NEWS_SHOWN]
    return sorted(shown, key=lambda it: it.day, reverse=True)


def finding_of_week(findings: Sequence[BudgetFinding], as_of: date) -> BudgetFinding | None:
    """One of them; each week another."""
    return findings[as_of.toordinal() // DAYS_OF_FINDING % len(findings)] if findings else None


def _key_figures(records: Records) -> Iterator[SeriesRecord]:
    """The series that the home page's text names."""
    by_id = {it.id: it for it in records.series}
    for identifier in records.prose["home"].figures:
        yield by_id[identifier]


def _coming_datasets(records: Records) -> Iterator[ComingEntry]:
    """Datasets whose time is not over on the day of the build."""
    for dataset in records.datasets:
        if dataset.status.code == "planned" and dataset.newest.date:
            ref = Ref("datasets", dataset.id, dataset.name)
            source = LocatorRecord(dataset.newest.document, dataset.newest.line)
            word = records.words["status-planned"]
            yield ComingEntry(dataset.newest.date, ref, word, None, source)


def _coming_events(entries: Iterable[TimelineEntry]) -> Iterator[ComingEntry]:
    """Plans whose time is not over on that day, and of which no document tells an outcome."""
    for entry in entries:
        if entry.planned and entry.when and entry.date and not entry.passed and not entry.outcomes:
            word = entry.kind.label
            yield ComingEntry(entry.when, entry.subject, word, entry.what, entry.sources[0])
