"""The home page of the same records on different days."""

from datetime import date
from typing import Any

import pytest
from sample import sample_records

from generator.exports.news_entry import NewsEntry, NewsKind
from generator.model.wording import Wording
from generator.render.budget import BudgetFinding
from generator.render.chart import BarChart
from generator.render.home import finding_of_week, home_page, newest_of_each_kind
from generator.resolve.record_reference import Ref
from generator.script.phrase import Phrase


def values(day: date) -> dict[str, Any]:
    return dict(home_page(sample_records(day)).values)


def entry(key: str, kind: NewsKind, day: date, series: str | None = None) -> NewsEntry:
    title = Phrase(Wording(key, "zh-Hant"), {})
    ref = Ref("programmes", "sea-grant", title.pattern)
    return NewsEntry(key, kind, day, title, None, ref, (ref,), series=series)


def test_only_what_is_not_over_is_to_come() -> None:
    """Charts are promised for May 2026, prices for 2027; what passed is counted apart."""
    before, after = values(date(2026, 5, 31)), values(date(2026, 6, 1))
    assert [it.about.id for it in before["coming"]] == ["sea-charts", "sea-fund-prices"]
    assert [it.about.id for it in after["coming"]] == ["sea-fund-prices"]
    assert (before["datasets_overdue"], after["datasets_overdue"]) == (0, 1)
    assert values(date(2028, 1, 1))["coming"] == []


def test_nothing_is_news_before_its_document() -> None:
    assert values(date(2020, 1, 1))["news"] == []
    told = values(date(2026, 1, 31))["news"]
    assert told
    assert all(it.day <= date(2026, 1, 31) for it in told)


def test_each_kind_is_told_before_another_of_one_kind() -> None:
    """Five of the newest; numbers fill what is left, those that readers look for first."""
    old, new = date(2025, 1, 31), date(2025, 6, 30)
    told = [
        *(entry(f"n{it}", "figure", new, f"series-{it}") for it in range(9)),
        entry("d", "document", new),
        entry("l", "listed", new),
        entry("c", "condition", old),
    ]
    chosen = newest_of_each_kind(told, new, ["series-7", "series-3"])
    assert [it.key for it in chosen] == ["n7", "d", "n3", "n0", "c"]


@pytest.mark.parametrize(("day", "expected"), [(0, "a"), (6, "a"), (7, "b"), (14, "c"), (21, "a")])
def test_the_finding_changes_with_the_week(day: int, expected: str) -> None:
    title = Phrase(Wording("總目", "zh-Hant"), {})
    chart = BarChart(identifier="c", title=title, dates=(), documents=(), table=(), bars=())
    findings = [BudgetFinding(it, title, title, chart) for it in "abc"]
    chosen = finding_of_week(findings, date.fromordinal(7 * 3 * 30_000 + day))
    assert chosen
    assert chosen.path == expected


def test_without_a_chart_there_is_no_finding() -> None:
    assert finding_of_week([], date(2026, 1, 1)) is None
