"""Events become entries: told alike once, in order, with promises and outcomes side by side."""

from datetime import date
from typing import Any

import pytest
from builders import a_catalogue, a_document, a_founding, a_sea_event_list, an_agency

from generator.model.event import Event
from generator.model.programme import Programme
from generator.resolve.resolve import resolve
from generator.resolve.timeline import TimelineEntry, TimelineYear, timeline, timeline_years

AS_OF = date(2026, 6, 1)


def a_programme(**changes: Any) -> Programme:
    fields = {
        "id": "tide-fund",
        "script": "zh-Hant",
        "name": "潮汐資助",
        "kind": "enterprise-funding",
        "locators": [{"document": "sea-plan", "line": 5}],
    }
    return Programme.model_validate(fields | changes)


def entries(*events: Event, programme: Programme | None = None) -> tuple[TimelineEntry, ...]:
    """The timeline of these events, which are about `sea` or about the programme."""
    about = (programme.id, "programme") if programme else ("sea", "agency")
    catalogue = a_catalogue(
        documents=[a_document(), a_document(id="sea-plan-2", date="2025-12")],
        agencies=[an_agency(), an_agency(id="harbour", name="港口署")],
        programmes=[programme] if programme else [],
        events=[a_sea_event_list(*events, id=about[0], subject=about[1])],
    )
    records = resolve(catalogue, AS_OF)
    return timeline(records.events, records.programmes, AS_OF)


def ids(found: tuple[TimelineEntry, ...]) -> list[str]:
    return [it.id for it in found]


# --- told alike ---------------------------------------------------------------------------------


def test_what_two_documents_tell_alike_is_one_entry_with_both_sources() -> None:
    [entry] = entries(a_founding(id="a"), a_founding(id="b", document="sea-plan-2", line=9))
    assert entry.id == "a"
    assert [(it.document.id, it.line) for it in entry.sources] == [
        ("sea-plan", 4),
        ("sea-plan-2", 9),
    ]
    assert [it.id for it in entry.documents] == ["sea-plan", "sea-plan-2"]


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "renamed"},
        {"date": "1997"},
        {"date": None},
        {"part": "end"},
        {"bound": "earliest"},
        {"every": 7},
        {"planned": True},
        {"what": "海風觀測署成立。"},
    ],
    ids=repr,
)
def test_what_differs_in_anything_stays_apart(change: dict[str, Any]) -> None:
    assert len(entries(a_founding(id="a"), a_founding(id="b", **change))) == 2


def test_two_lines_of_one_document_are_two_sources_of_one_document() -> None:
    [entry] = entries(a_founding(id="a"), a_founding(id="b", line=9), a_founding(id="c", line=9))
    assert [it.line for it in entry.sources] == [4, 9]
    assert [it.id for it in entry.documents] == ["sea-plan"]


# --- order --------------------------------------------------------------------------------------


def test_entries_come_oldest_first_and_what_has_only_a_year_at_its_end() -> None:
    dates = {
        "undated": None,
        "year": "2024",
        "quarter": "2024-33",
        "march": "2024-03",
        "april": "2024-04",
        "day": "2024-03-31",
        "december": "2024-12",
        "before": "2023",
    }
    made = [a_founding(id=name, date=when, what=name) for name, when in dates.items()]
    assert ids(entries(*made)) == [
        *("before", "day", "march", "quarter", "april", "december", "year", "undated"),
    ]


def test_of_one_date_what_was_done_stands_before_what_is_planned() -> None:
    made = [a_founding(id="a", planned=True, what="a"), a_founding(id="b", what="b")]
    assert ids(entries(*made)) == ["b", "a"]


def test_the_newest_year_stands_first_and_the_undated_last() -> None:
    dates = {"a": "1999", "b": "2024-03", "c": None, "d": "2024-33", "e": "2025"}
    made = [a_founding(id=name, date=when, what=name) for name, when in dates.items()]
    assert [(it.year, ids(it.entries)) for it in timeline_years(entries(*made))] == [
        ("2025", ["e"]),
        ("2024", ["b", "d"]),
        ("1999", ["a"]),
        (None, ["c"]),
    ]


def test_what_recurs_every_year_is_a_group_of_its_own_before_what_has_no_date() -> None:
    """A fiscal year stands in the year in which it begins, at its end; the end of a year before it
    and before the bare year."""
    times: dict[str, dict[str, Any]] = {
        "fiscal": {"date": "2024/2025"},
        "yearly": {"date": None, "every": 4},
        "since": {"date": "2023", "every": 4},
        "end": {"date": "2024", "part": "end"},
        "year": {"date": "2024"},
        "december": {"date": "2024-12"},
        "january": {"date": "2025-01"},
        "undated": {"date": None},
    }
    made = [a_founding(id=name, what=name, **fields) for name, fields in times.items()]
    years = timeline_years(entries(*made))
    assert [(it.year, it.recurs, ids(it.entries)) for it in years] == [
        ("2025", False, ["january"]),
        ("2024", False, ["december", "end", "year", "fiscal"]),
        ("2023", False, ["since"]),
        (None, True, ["yearly"]),
        (None, False, ["undated"]),
    ]


def test_a_date_on_another_line_is_a_source_too() -> None:
    [entry] = entries(a_founding(date_printed="1997年7月", date_line=2))
    assert [it.line for it in entry.sources] == [4, 2]


def test_a_year_counts_its_plans() -> None:
    made = [a_founding(id=name, planned=name != "a", what=name) for name in "abc"]
    assert [it.planned for it in timeline_years(entries(*made))] == [2]
    assert TimelineYear("2024", ()).planned == 0


# --- promises -----------------------------------------------------------------------------------


def test_promise_and_outcome_point_at_one_another() -> None:
    """Also where the outcome is told by two documents, and the promise by two."""
    planned = {"planned": True, "date": "2024", "what": "將成立"}
    promise, outcome = entries(
        a_founding(id="a", outcome="d", **planned),
        a_founding(id="b", document="sea-plan-2", **planned),
        a_founding(id="c", date="2025"),
        a_founding(id="d", date="2025", document="sea-plan-2"),
    )
    assert ids(promise.outcomes) == ["c"]
    assert ids(outcome.promises) == ["a"]
    assert (promise.promises, outcome.outcomes) == ((), ())
    assert len(promise.outcomes[0].sources) == 2


@pytest.mark.parametrize(
    ("change", "passed"),
    [
        ({"date": "2026-05"}, "target"),
        ({"date": "2026-34"}, None),
        ({"date": "2026"}, None),
        ({"date": None}, None),
        ({"date": "2025", "planned": False}, None),
        ({"date": "2025", "part": "end"}, "target"),
        ({"date": "2026", "part": "end"}, None),
        ({"date": "2026", "part": "start"}, "target"),
        ({"date": "2025", "part": "end", "bound": "earliest"}, "earliest"),
        ({"date": "2026", "bound": "earliest"}, None),
        ({"date": "2025", "bound": "latest"}, "target"),
        ({"date": "2025/2026"}, "target"),
        ({"date": "2026/2027"}, None),
        ({"date": "2026-40"}, None),
        ({"date": "2025-41"}, "target"),
        ({"date": None, "every": 4}, None),
        ({"date": "2020", "every": 4}, None),
    ],
    ids=repr,
)
def test_a_plan_whose_day_has_passed_without_an_outcome(
    change: dict[str, Any], passed: str | None
) -> None:
    """After the earliest day nothing is late."""
    [entry] = entries(a_founding(**{"planned": True} | change))
    assert entry.passed == passed


def test_a_plan_with_an_outcome_is_settled() -> None:
    planned = a_founding(id="a", date="2024", planned=True, outcome="b")
    promise, _ = entries(planned, a_founding(id="b", date="2025"))
    assert promise.passed is None


# --- whose it is --------------------------------------------------------------------------------


def test_an_event_about_an_agency_is_the_agencys() -> None:
    [entry] = entries(a_founding())
    assert entry.agencies == ("sea",)


@pytest.mark.parametrize(
    ("belongs", "agencies"),
    [
        ({}, ()),
        ({"agency": "sea"}, ("sea",)),
        ({"part_of": "harbour"}, ("harbour",)),
        ({"agency": "sea", "part_of": "harbour"}, ("sea", "harbour")),
        ({"agency": "sea", "part_of": "sea"}, ("sea",)),
    ],
    ids=repr,
)
def test_an_event_about_a_programme_is_that_of_the_agencies_it_belongs_to(
    belongs: dict[str, str], agencies: tuple[str, ...]
) -> None:
    [entry] = entries(a_founding(), programme=a_programme(**belongs))
    assert entry.subject.kind == "programmes"
    assert entry.agencies == agencies
