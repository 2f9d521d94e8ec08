"""What came of a plan happened later, and to the same subject.

Lines and columns are those of `builders.yaml_of`.
"""

import pytest
from builders import (
    a_catalogue,
    a_document,
    a_programme,
    a_sea_event_list,
    an_event,
    an_event_list,
    catalogue_of_the_project,
)

from generator.model.event import Event, EventList
from generator.rules import outcomes

PLACE = "data/events/sea-grant.yml:10:12"


def a_plan(**changes: object) -> Event:
    return an_event(**({"id": "plan", "planned": True, "outcome": "done"} | changes))


def problems(*lists: EventList) -> list[str]:
    documents = [a_document(), a_document(id="later", date="2025-12")]
    catalogue = a_catalogue(documents=documents, programmes=[a_programme()], events=lists)
    return [str(problem) for problem in outcomes.check(catalogue)]


@pytest.mark.today
def test_the_projects_own_data_are_good() -> None:
    assert list(outcomes.check(catalogue_of_the_project())) == []


def test_what_a_later_document_reports_is_good() -> None:
    done = an_event(id="done", date="2025-03", document="later")
    assert problems(an_event_list(a_plan(), done)) == []


def test_what_was_over_before_the_plan_came_of_nothing() -> None:
    done = an_event(id="done", date="2023", document="later")
    assert problems(an_event_list(a_plan(), done)) == [
        f"{PLACE}: 'done', 2023, was over when sea-plan came out "
        "(give what came of the plan, or correct the date)"
    ]


def test_one_document_may_tell_both() -> None:
    done = an_event(id="done", date="2023")
    assert problems(an_event_list(a_plan(), done)) == []


def test_what_came_of_a_plan_happened_to_its_subject() -> None:
    other = a_sea_event_list(an_event(id="done", date="2025-03", document="later"))
    assert problems(an_event_list(a_plan()), other) == [
        f"{PLACE}: 'done' is an event of 'sea', not of 'sea-grant' (give an event of the same file)"
    ]


def test_what_is_no_outcome_is_told_by_another_rule() -> None:
    assert problems(an_event_list(a_plan(outcome="nothing"))) == []
    assert problems(an_event_list(a_plan(outcome="plan"))) == []
