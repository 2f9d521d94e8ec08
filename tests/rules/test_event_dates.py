"""Nothing that is reported happened after its document came out, or after today.

Lines and columns are those of `builders.yaml_of`.
"""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_landing,
    a_listing,
    a_programme,
    a_quoted_locator,
    a_spot,
    a_statement,
    a_statement_list,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.messages.problem import has_errors
from generator.rules import event_dates

TODAY = date(2026, 1, 31)
EVENT = "data/events/sea-grant.yml:7:9"


def problems(today: date = TODAY, **kinds: Any) -> list[str]:
    catalogue = a_catalogue(**({"programmes": [a_programme()]} | kinds))
    return [str(problem) for problem in event_dates.check(catalogue, today)]


def of_event(document: dict[str, Any] | None = None, **event: Any) -> list[str]:
    """What is said of one event of a document, which is of December 2024 unless told otherwise."""
    return problems(
        documents=[a_document(**(document or {}))],
        datasets=[],
        events=[an_event_list(an_event(**event))],
    )


@pytest.mark.today
def test_the_projects_own_data_are_good_from_the_day_they_were_seen() -> None:
    assert not has_errors(event_dates.check(catalogue_of_the_project(), date.max))


@pytest.mark.parametrize("day", ["2024", "2024-12", "2024-12-31", "2024-36", "2023/2024", "1999"])
def test_a_document_reports_what_may_have_been_before_it_came_out(day: str) -> None:
    """A year or a quarter that had begun is no mistake."""
    assert of_event(date=day) == []


@pytest.mark.parametrize("day", ["2025", "2025-01", "2025-01-01", "2025-33", "2025/2026"])
def test_a_document_reports_nothing_that_was_later(day: str) -> None:
    assert of_event(date=day) == [
        f"{EVENT}: {day} is later than anything sea-plan can report, 2024-12 (correct the date or "
        "the document; if the document really prints this, say so in data/errata/anachronism.yml, "
        "about the same body or programme, with this document and line)"
    ]


def test_what_a_statement_reports_was_not_later_than_its_document() -> None:
    """In none of the documents that say it; what is planned is for later."""

    def told(kind: str, *documents: str) -> list[str]:
        spots = [a_quoted_locator(document=document) for document in documents]
        said = a_statement(kind=kind, year="2025/2026", locators=spots)
        later = a_document(id="later", date="2025-12")
        return problems(documents=[a_document(), later], statements=[a_statement_list(said)])

    assert told("work-done", "later") == []
    for documents in (("sea-plan",), ("later", "sea-plan")):
        [line] = told("work-done", *documents)
        assert line.startswith(
            "data/statements/sea-grant.yml:8:9: 2025/2026 is later than anything sea-plan can"
        )
    assert told("work-planned", "sea-plan") == []
    assert len(told("view", "sea-plan")) == 1


def test_of_the_year_that_it_covers_a_document_says_more_than_what_is_planned() -> None:
    """But nothing that was done in it."""
    estimates = a_document(date=None, kind="estimates", covers="2025/2026")

    def told(kind: str) -> list[str]:
        said = a_statement_list(a_statement(kind=kind, year="2025/2026"))
        return problems(documents=[estimates], statements=[said])

    assert told("view") == []
    assert len(told("work-done")) == 1


def test_an_erratum_is_the_written_reason() -> None:
    """Of this body, document and line; an erratum of another line excuses nothing."""

    def told(line: int, about: str) -> list[str]:
        erratum = an_erratum(about=[about], locators=[a_spot(line=line)])
        return problems(
            programmes=[a_programme()],
            events=[an_event_list(an_event(date="2025"))],
            errata=[an_erratum_list(erratum, id="anachronism")],
        )

    assert told(30, "sea-grant") == []
    assert len(told(31, "sea-grant")) == 1
    assert len(told(30, "sea")) == 1


def test_a_document_without_a_date_says_until_when_it_reports() -> None:
    document = {"date": None, "reports_until": "2023-12"}
    assert of_event(document, date="2023-12") == []
    assert of_event(document, date="2024-01") == [
        f"{EVENT}: 2024-01 is later than anything sea-plan can report, 2023-12 (correct the date; "
        "if the document reports it, correct `reports_until` of data/documents/sea-plan.yml)"
    ]


def test_estimates_are_laid_before_their_year() -> None:
    document = {"date": None, "kind": "estimates", "covers": "2025/2026"}
    assert of_event(document, date="2025-03-31") == []
    [line] = of_event(document, date="2025-04-01")
    assert line.startswith(f"{EVENT}: 2025-04-01 is later than anything sea-plan can report, 2025-")


def test_what_no_document_limits_is_held_against_today() -> None:
    assert of_event({"date": None}, date="2026-01-31") == []
    assert of_event({"date": None}, date="2026-02") == [
        f"{EVENT}: 2026-02 has not come yet: today is 2026-01-31 in Hong Kong "
        "(correct the date; what is only planned is an event with `planned: true`)"
    ]


def test_a_plan_is_for_later() -> None:
    assert of_event(planned=True, date="2030") == []


@pytest.mark.parametrize("day", ["2024-11", "2014"])
def test_a_plan_for_what_was_over_is_a_warning(day: str) -> None:
    """A document may print it all the same."""
    assert of_event(planned=True, date=day) == [
        f"{EVENT}: warning: planned for {day}, which was over when sea-plan came out, 2024-12 "
        "(hold it against the line of the document, and correct the date if it is mistyped)"
    ]


def test_a_plan_for_a_far_future_is_a_warning() -> None:
    """2052 is typed for 2025 sooner than anybody plans so far ahead."""
    document = {"kind": "fact-sheet"}
    assert of_event(document, planned=True, date="2054") == []
    [line] = of_event(document, planned=True, date="2055")
    assert line.startswith(f"{EVENT}: warning: planned for 2055, far from sea-plan, 2024-12 (hold")


def test_a_figure_is_not_of_a_later_day_than_its_document() -> None:
    figures = [a_figure_list(a_figure(as_of="2025-01"))]
    [line] = problems(figures=figures)
    assert line.startswith("data/figures/sea-grant.yml:11:10: 2025-01 is later than anything sea-")


def of_listing(**changes: Any) -> list[str]:
    document = a_document(covers="2025/2027")
    dataset = a_dataset(listings=[a_listing(**changes)])
    return problems(documents=[document], datasets=[dataset])


def test_nothing_was_released_after_the_plan_that_says_so() -> None:
    [line] = of_listing(date="2025-01")
    assert line.startswith("data/datasets/sea/sea-tides.yml:16:9: 2025-01 is later than anything")


@pytest.mark.parametrize("day", ["2025-01", "2027-12", "2024-12"])
def test_a_plan_plans_for_its_years(day: str) -> None:
    assert of_listing(status="planned", date=day) == []


@pytest.mark.parametrize(("day", "told"), [("2015-01", "was over"), ("2052-01", "far from")])
def test_a_target_outside_the_years_of_its_plan_is_a_warning(day: str, told: str) -> None:
    [line] = of_listing(status="planned", date=day)
    assert line.startswith("data/datasets/sea/sea-tides.yml:16:9: warning: planned for ")
    assert told in line
    assert of_listing(status="planned", date=day, date_note="延期") == []


def test_what_has_happened_is_not_in_the_future() -> None:
    """By the records' own account; the day of the run counts, not that of the pages."""
    day = "2026-02-01"
    lines = problems(
        agencies=[an_agency(established=day, dissolved=day)],
        programmes=[a_programme(launched=day)],
    )
    assert [line.partition(": ")[0] for line in lines] == [
        "data/agencies/sea.yml:5:14",
        "data/agencies/sea.yml:6:12",
        "data/programmes/sea-grant.yml:5:11",
    ]
    tip = "(correct the date; what is only planned is told as an event, if at all)"
    for line in lines:
        assert line.endswith(f"{day} has not come yet: today is 2026-01-31 in Hong Kong {tip}")


def test_today_is_not_in_the_future() -> None:
    dataset = a_dataset(landing=a_landing(listed_as_of="2026-01-31"))
    assert problems(datasets=[dataset]) == []
    assert len(problems(date(2026, 1, 30), datasets=[dataset])) == 1


def test_nobody_opened_an_address_tomorrow() -> None:
    links = {"en": "https://sea.example/en/", "seen": "2026-01-31", "confirmed_by": "陳大文"}
    assert problems(documents=[a_document(links=links)]) == []
    [line] = problems(date(2026, 1, 30), documents=[a_document(links=links)])
    assert "2026-01-31 has not come yet: today is 2026-01-30" in line


def test_a_clock_that_is_slow_is_one_problem() -> None:
    datasets = [
        a_dataset(id=f"sea-{number}", landing=a_landing(listed_as_of="2026-02-01"))
        for number in range(9)
    ]
    assert problems(datasets=datasets) == [
        "data/datasets/sea/sea-0.yml:22:17: 2026-02-01 has not come yet: today is 2026-01-31 in "
        "Hong Kong; it stands at 9 places, this is the first "
        "(correct the date, or the clock of this computer)"
    ]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"date": "2014-12"}, "6:7"),
        ({"date": None, "reports_until": "2014-12"}, "6:16"),
    ],
)
def test_a_mistyped_date_of_a_document_is_one_problem(fields: dict[str, Any], place: str) -> None:
    """However many facts it disagrees with."""
    events = [an_event(id=f"e{number}", date=f"20{15 + number}") for number in range(8)]
    document, made = a_document(**fields), [an_event_list(*events)]
    assert problems(documents=[document], datasets=[], events=made) == [
        f"data/documents/sea-plan.yml:{place}: 2014-12 does not fit the dates of 8 facts, first at "
        f"{EVENT} (hold it against the document; if it is right, correct the dates of the facts)"
    ]


def test_a_few_facts_that_are_later_are_each_told() -> None:
    events = [an_event(id=f"e{number}", date="2025") for number in range(3)]
    assert len(problems(events=[an_event_list(*events)])) == 3


@pytest.mark.parametrize(("day", "severity"), [("2026-02", "warning: "), ("2042-12", "")])
def test_a_document_of_the_future(day: str, severity: str) -> None:
    """It may be printed ahead of its day, but not by years; its facts are innocent."""
    planned = an_event(planned=True, date="2024")
    [line] = problems(documents=[a_document(date=day)], events=[an_event_list(planned)])
    assert line == (
        f"data/documents/sea-plan.yml:6:7: {severity}{day} has not come yet: today is 2026-01-31 "
        "in Hong Kong (hold it against the document, and correct the date if it is mistyped)"
    )


def test_the_end_of_a_year_is_not_reported_before_it_begins() -> None:
    """A document of July 2024 may report what was early in the year, not what was late in it."""
    july = {"date": "2024-07"}
    assert of_event(july, date="2024", part="start") == []
    assert of_event(july, date="2024/2025") == []
    [problem] = of_event(july, date="2024", part="end")
    assert "2024 is later than anything sea-plan can report, 2024-07" in problem
