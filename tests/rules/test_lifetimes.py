"""Bodies live from their founding to their end.

Lines and columns are those of `builders.yaml_of`.
"""

from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_founding,
    a_programme,
    a_sea_event_list,
    an_agency,
    an_event,
    catalogue_of_the_project,
)

from generator.messages.problem import has_errors
from generator.model.agency import Agency
from generator.rules import lifetimes

SEA = "data/agencies/sea.yml"


def problems(**kinds: Any) -> list[str]:
    catalogue = a_catalogue(**({"datasets": [], "documents": []} | kinds))
    return [str(problem) for problem in lifetimes.check(catalogue)]


def beside(*others: Agency, **changes: Any) -> list[str]:
    """What is said of the default agency with these changes, and of others."""
    return problems(agencies=[an_agency(**changes), *others])


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert not has_errors(lifetimes.check(catalogue_of_the_project()))


def test_a_body_that_ended_and_was_followed_is_good() -> None:
    old = an_agency(id="old", established="1997", dissolved="2022-07", successor="sea")
    assert beside(old, established="2022-07") == []


@pytest.mark.parametrize("dissolved", ["1997", "1997-07", "2022"])
def test_a_body_may_end_in_the_year_in_which_it_began(dissolved: str) -> None:
    assert beside(established="1997", dissolved=dissolved) == []


def test_a_body_ends_after_it_began() -> None:
    assert beside(established="1997-07", dissolved="1996") == [
        f"{SEA}:6:12: dissolved 1996, before it was established, 1997-07 "
        "(correct one of the two dates)"
    ]


def test_a_body_cannot_belong_to_one_that_ended_before() -> None:
    old = an_agency(id="old", dissolved="2022-07", successor="new")
    [line] = beside(old, an_agency(id="new"), parent="old", established="2024")
    assert line == (
        f"{SEA}:5:9: 'old' was dissolved 2022-07, before this body was established, 2024 "
        "(name the body that it belongs to now, perhaps its successor 'new'; "
        "or correct data/agencies/old.yml)"
    )


@pytest.mark.parametrize("end", [{"dissolved": "2022"}, {"kind": "former"}])
def test_a_living_body_belongs_to_a_living_one(end: dict[str, str]) -> None:
    assert beside(an_agency(id="old", **end), parent="old") == [
        f"{SEA}:5:9: belongs to 'old', a body that is no more "
        "(name the body that it belongs to now, or correct data/agencies/old.yml)"
    ]


def test_a_body_that_ended_may_have_belonged_to_a_living_one_or_not() -> None:
    old = an_agency(id="old", dissolved="2022")
    assert beside(old, an_agency(id="top"), parent="old", dissolved="2020") == []


def test_nobody_takes_over_from_a_living_body() -> None:
    assert beside(an_agency(id="new"), successor="new") == [
        f"{SEA}:5:12: somebody took over from this body, but nothing says that it is no more "
        "(add `dissolved:` or write `kind: former`; or remove `successor`)"
    ]
    assert beside(an_agency(id="new"), successor="new", kind="former") == []


def test_nobody_who_ended_before_takes_over() -> None:
    older = an_agency(id="older", dissolved="2010")
    assert beside(older, successor="older", dissolved="2022") == [
        f"{SEA}:6:12: 'older' was dissolved 2010, before this body, 2022 "
        "(correct one of the two dates, or `successor`)"
    ]


def test_a_circle_is_told_by_another_rule() -> None:
    assert beside(an_agency(id="new", successor="sea"), successor="new") == []


def test_nothing_happens_to_a_body_after_its_end() -> None:
    events = [a_sea_event_list(a_founding(), an_event(id="late", kind="opened", date="2023"))]
    [line] = problems(agencies=[an_agency(dissolved="2022")], events=events)
    assert line.startswith("data/events/sea.yml:13:9: 2023 is after the end of 'sea': dissolved 20")


@pytest.mark.parametrize(("number", "problems_told"), [(3, 3), (4, 1)])
def test_an_end_that_many_events_contradict_is_one_mistake(number: int, problems_told: int) -> None:
    late = [an_event(id=f"late-{it}", kind="opened", date=f"{2010 + it}") for it in range(number)]
    told = problems(agencies=[an_agency(dissolved="2005")], events=[a_sea_event_list(*late)])
    assert len(told) == problems_told
    if problems_told == 1:
        assert told == [
            f"{SEA}:5:12: dissolved 2005, but 4 events are later, first data/events/sea.yml:7:9 "
            "(correct one of the two dates)"
        ]


def test_an_end_before_the_beginning_is_told_once() -> None:
    events = [a_sea_event_list(an_event(id="late", kind="opened", date="2023"))]
    agencies = [an_agency(established="2001", dissolved="1999")]
    [line] = problems(agencies=agencies, events=events)
    assert "dissolved 1999, before it was established, 2001" in line


def test_its_affairs_may_be_wound_up() -> None:
    events = [a_sea_event_list(an_event(kind="transferred", date="2023"))]
    assert problems(agencies=[an_agency(dissolved="2022")], events=events) == []


def test_a_body_that_ended_publishes_nothing() -> None:
    ended = [an_agency(dissolved="2022")]
    [line] = problems(agencies=ended, documents=[a_document()])
    assert line == (
        "data/documents/sea-plan.yml:5:12: 'sea' was dissolved 2022, before this document came "
        "out, 2024-12 "
        "(name the body that stands on the document, or correct one of the dates)"
    )
    assert problems(agencies=ended, documents=[a_document(date="2022-01")]) == []


def test_datasets_of_a_body_that_ended_are_a_warning() -> None:
    catalogue = a_catalogue(agencies=[an_agency(kind="former")])
    assert list(map(str, lifetimes.check(catalogue))) == [
        f"{SEA}:4:7: warning: is no more, but publishes 1 datasets, first 'sea-tides' "
        "(move them to the body that publishes them now, or correct this record)"
    ]


def test_a_programme_that_is_planned_was_not_launched() -> None:
    programme = a_programme(status="planned", launched="2023")
    [line] = problems(programmes=[programme])
    assert line.startswith(
        "data/programmes/sea-grant.yml:6:9: `status: planned`, but launched 2023"
    )


def test_a_body_that_ended_runs_nothing() -> None:
    programme = a_programme(agency="old", status="running")
    old = an_agency(id="old", kind="former")
    assert problems(agencies=[an_agency(), old], programmes=[programme]) == [
        "data/programmes/sea-grant.yml:5:9: is running, but 'old' is no more "
        "(name the body that runs it now, or leave `status` out)"
    ]
    ended = a_programme(agency="old", status="completed")
    assert problems(agencies=[an_agency(), old], programmes=[ended]) == []
