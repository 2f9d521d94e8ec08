"""A body or programme begins when its events say, and does nothing before.

Lines and columns are those of `builders.yaml_of`.
"""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_figure,
    a_figure_list,
    a_founding,
    a_programme,
    a_sea_event_list,
    a_spot,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.messages.problem import has_errors
from generator.rules import start_dates

TODAY = date(2026, 1, 31)
MISTYPED = "(hold both against the lines of the documents, and correct the one that is mistyped)"


def problems(**kinds: Any) -> list[str]:
    catalogue = a_catalogue(**({"programmes": [a_programme()]} | kinds))
    return [str(problem) for problem in start_dates.check(catalogue, TODAY)]


def programme(launched: str | None, *dates: str, kind: str = "launched", **more: Any) -> list[str]:
    """What is said of a programme with one event of this kind on each date."""
    events = [
        an_event(id=f"sea-grant-{number}", kind=kind, date=day) for number, day in enumerate(dates)
    ]
    record = a_programme(**({"launched": launched} if launched else {}))
    return problems(programmes=[record], events=[an_event_list(*events)], **more)


def body(established: str | None, *events: Any, **more: Any) -> list[str]:
    record = an_agency(**({"established": established} if established else {}))
    return problems(agencies=[record], events=[a_sea_event_list(*events)], **more)


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert not has_errors(start_dates.check(catalogue_of_the_project(), date.max))


@pytest.mark.parametrize("launched", ["2023-05", "2023", "2023-34", "2023-05-17"])
def test_dates_that_may_mean_one_day_agree(launched: str) -> None:
    assert programme(launched, "2023-05") == []


def test_a_launch_unlike_its_event() -> None:
    assert programme("2013-05", "2023-05") == [
        "data/programmes/sea-grant.yml:5:11: launched 2013-05 differs from the event "
        f"'sea-grant-0', 2023-05 {MISTYPED}"
    ]


def test_a_launch_that_one_of_two_documents_gives() -> None:
    """The other event is to blame if it is earlier; later a thing may be launched again."""
    assert programme("2023-05", "2023-05", "2024-05") == []
    [line] = programme("2023-05", "2023-05", "2013-05")
    assert line.startswith("data/events/sea-grant.yml:13:9: 2013-05 does not fit the beginning of ")


@pytest.mark.parametrize("kind", ["opened", "published", "signed", "held"])
def test_other_ways_to_begin(kind: str) -> None:
    assert programme("2023", "2023-05", kind=kind) == []
    assert len(programme("2013", "2023-05", kind=kind)) == 1


def test_nothing_changes_before_it_is_there() -> None:
    [line] = programme("2023", "2021", kind="changed")
    assert line == (
        "data/events/sea-grant.yml:7:9: 2021 does not fit the beginning of 'sea-grant': launched "
        "2023 (correct one of the two dates; if the document really prints this, say so in "
        "data/errata/anachronism.yml, about sea-grant, with this document and line)"
    )


@pytest.mark.parametrize("kind", ["planned", "developed"])
def test_what_prepares_a_programme_comes_before(kind: str) -> None:
    assert programme("2023", "2021", kind=kind) == []


def test_nothing_prepares_a_programme_for_decades() -> None:
    assert len(programme("2023", "1993", kind="developed")) == 1


def test_events_alone_are_held_against_the_first_launch() -> None:
    changed = an_event(id="changed", kind="changed", date="2021")
    [line] = problems(events=[an_event_list(an_event(), changed)])
    assert line.startswith("data/events/sea-grant.yml:13:9: 2021 does not fit the beginning of")


def test_an_event_that_cannot_be_right_says_nothing_of_the_beginning() -> None:
    """Its document is older; rules/event_dates.py tells it."""
    assert programme("2023", "2063") == []


def test_a_founding_unlike_its_event() -> None:
    assert body("1979-07", a_founding()) == [
        "data/agencies/sea.yml:5:14: established 1979-07 differs from the event 'sea-founded', "
        f"1997-07 {MISTYPED}"
    ]


@pytest.mark.parametrize("day", ["1987", "2007"])
@pytest.mark.parametrize("established", ["1997", None])
def test_a_body_is_founded_once(day: str, established: str | None) -> None:
    other = a_founding(id="other", date=day)
    [line] = body(established, a_founding(), other)
    assert "does not fit the beginning of 'sea'" in line


def test_a_body_does_nothing_before_it_is_founded() -> None:
    signed = an_event(id="signed", kind="signed", date="1995")
    [line] = body("1997", a_founding(), signed)
    assert line.startswith("data/events/sea.yml:13:9: 1995 does not fit the beginning of 'sea'")


def test_nobody_counts_before_there_is_something_to_count() -> None:
    figures = [a_figure_list(a_figure(as_of="2003-01"))]
    [line] = problems(programmes=[a_programme(launched="2013")], figures=figures)
    assert line.startswith("data/figures/sea-grant.yml:11:10: 2003-01 does not fit the beginning")


def test_an_erratum_is_the_written_reason() -> None:
    erratum = an_erratum(about=["sea-grant"], locators=[a_spot(line=30)])
    errata = [an_erratum_list(erratum, id="anachronism")]
    assert len(programme("2023", "2023", "2013")) == 1
    assert programme("2023", "2023", "2013", errata=errata) == []
    figures = [a_figure_list(a_figure(as_of="2003", line=30))]
    record = a_programme(launched="2013")
    assert problems(programmes=[record], figures=figures, errata=errata) == []


def test_a_beginning_that_has_not_come_is_told_by_another_rule() -> None:
    assert programme("2036", "2023") == []


def test_a_plan_says_nothing_of_the_beginning() -> None:
    planned = an_event(date="2020", planned=True)
    assert (
        problems(programmes=[a_programme(launched="2023")], events=[an_event_list(planned)]) == []
    )


def test_a_document_of_another_day() -> None:
    """A document without a date limits nothing."""
    assert len(programme("2013", "2063", documents=[a_document(date=None)])) == 1


def test_what_a_body_runs_is_seldom_older_than_the_body() -> None:
    """One warning, however many programmes; none where it took over from another."""
    made = [a_programme(id=it, agency="sea", launched="2012") for it in ("one", "two")]
    young = an_agency(established="2024")
    assert problems(agencies=[young], programmes=made) == [
        "data/agencies/sea.yml:5:14: warning: established 2024, but 'one', which it runs, was "
        "launched 2012 "
        "(correct one of the two dates, unless the body took it over from another)"
    ]
    old = an_agency(id="old", kind="former", successor="sea")
    assert problems(agencies=[young, old], programmes=made) == []


def test_a_founding_that_has_not_come_is_told_by_another_rule() -> None:
    programme = a_programme(agency="sea", launched="2012")
    assert problems(agencies=[an_agency(established="2036")], programmes=[programme]) == []
