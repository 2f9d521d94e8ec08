"""What documents tell anew. Expected entries were read off the sample's records by hand."""

from sample import sample_converter, sample_records

from generator.exports.news import news
from generator.exports.news_entry import NewsEntry
from generator.script.localiser import Localiser


def entries() -> dict[str, NewsEntry]:
    return {it.key: it for it in news(sample_records())}


def said(entry: NewsEntry) -> tuple[str, str]:
    speaker = Localiser(sample_records().words, sample_converter(), "zh-Hant")
    return speaker.text(entry.title), speaker.text(entry.text) if entry.text else ""


def test_the_newest_stands_first_and_no_key_twice() -> None:
    found = news(sample_records())
    assert [it.day for it in found] == sorted((it.day for it in found), reverse=True)
    assert len({it.key for it in found}) == len(found)


def test_a_number_that_changed_is_told_with_both_values() -> None:
    """The newer plan raises the ceiling; the duration's break keeps it from being news."""
    numbers = [it for it in entries().values() if it.kind == "figure"]
    titles = [said(it)[0] for it in numbers]
    assert "海產資助計劃：資助上限由500萬港元變為1,120萬港元" in titles
    assert not any("期限" in it for it in titles)


def test_a_row_is_told_by_what_the_plan_says_anew() -> None:
    """Tides were promised and then released; vessels had been released before the first plan."""
    kinds = {
        it.page.id: it.kind
        for it in sorted(entries().values(), key=lambda it: it.day)
        if it.page.kind == "datasets"
    }
    assert kinds["sea-tides"] == "released"
    assert kinds["sea-vessels"] == "listed"
    assert kinds["sea-charts"] == "planned"


def test_a_plan_with_an_outcome_is_told_once_it_is_known() -> None:
    outcomes = {said(it)[0]: it.day for it in entries().values() if it.kind == "outcome"}
    day = sample_records().edition_days["sea-plan-2"]
    assert outcomes["海產資助計劃：2025年1月15日完成檢討"] == day


def test_who_runs_a_programme_is_told_of_it() -> None:
    programme = next(it for it in sample_records().programmes if it.id == "sea-grant")
    assert programme.agency
    for entry in entries().values():
        if entry.page.id == "sea-grant":
            assert [it.id for it in entry.about] == ["sea-grant", programme.agency.id]
