"""What was published does not vanish without a word, nor its address without a redirect."""

from typing import Any

import pytest
from builders import a_catalogue, a_figure, a_figure_list, a_programme, catalogue_of_the_project

from generator.messages.problem import Severity
from generator.model.history import History
from generator.rules import history

TIDES = "data/history/datasets/sea-tides.yml"
MAPS = "data/history/datasets/sea-maps.yml"
GONE = {"id": "sea-maps", "to": "datasets/sea-tides", "reason": "renamed"}


def a_history(identifier: str = "sea-tides", **changes: Any) -> History:
    return History.model_validate({"id": identifier, "identifiers": [identifier]} | changes)


def problems(*histories: History, kind: str = "datasets", **records: Any) -> list[str]:
    catalogue = a_catalogue(history={kind: histories}, **records)
    return [str(problem) for problem in history.check(catalogue)]


def test_what_is_there_is_no_problem() -> None:
    assert problems(a_history()) == []


def test_nothing_is_asked_of_a_kind_without_a_history() -> None:
    assert problems() == []


@pytest.mark.today
def test_of_the_projects_own_data_nothing_vanished() -> None:
    """A record that is not registered yet is a warning: it fails no test."""
    found = history.check(catalogue_of_the_project())
    assert [str(it) for it in found if it.severity is Severity.ERROR] == []


def test_a_record_that_is_not_registered_yet() -> None:
    """At the record itself, which is what its author has before them."""
    assert problems(a_history("sea-maps", gone=[GONE])) == [
        "data/datasets/sea/sea-tides.yml:1:5: warning: datasets: sea-tides is not registered yet "
        "(run `python3 dev.py update` and commit what it writes; "
        "if you cannot, whoever merges will)"
    ]


def test_many_that_are_not_registered_are_one_problem() -> None:
    figures = a_figure_list(
        *(a_figure(id=f"sea-{number}", measure=f"m{number}") for number in range(7))
    )
    [problem] = problems(
        a_history("sea-0"), kind="figures", programmes=[a_programme()], figures=[figures]
    )
    assert problem.startswith("data/figures/sea-grant.yml:")
    assert (
        "figures: 6 identifiers are not registered yet: "
        "sea-1, sea-2, sea-3, sea-4, sea-5 and 1 more (run" in problem
    )


def test_a_record_that_vanished() -> None:
    assert problems(a_history(), a_history("sea-maps")) == [
        f"{MAPS}:3:3: datasets: 'sea-maps' was published and is no more (bring it back; if it is "
        "to go, run `python3 dev.py retire sea-maps --to PAGE --reason REASON`)"
    ]


def test_an_item_that_vanished_had_no_page() -> None:
    [problem] = problems(a_history("old"), kind="figures")
    assert "retire old --reason REASON`" in problem


def test_a_record_that_was_renamed_is_guessed() -> None:
    """The new identifier is not registered; the old one is like it."""
    first, second = problems(a_history("sea-tide"))
    assert first == (
        "data/history/datasets/sea-tide.yml:3:3: datasets: 'sea-tide' was published and is no "
        "more (bring it back; if it has another name now, "
        "run `python3 dev.py rename sea-tide sea-tides`)"
    )
    assert "warning: datasets: sea-tides is not registered yet" in second


@pytest.mark.parametrize("to", ["datasets/sea-tides", "datasets", "agencies/sea", "documents"])
def test_a_record_that_is_gone_with_a_reason_and_a_page(to: str) -> None:
    gone = [{"id": "sea-maps", "to": to, "reason": "renamed"}]
    assert problems(a_history(), a_history("sea-maps", gone=gone)) == []


def test_a_record_without_a_page_needs_no_redirect() -> None:
    gone = [{"id": "old", "reason": "counted twice"}]
    assert problems(a_history("old", gone=gone), kind="figures") == []


@pytest.mark.parametrize(
    ("gone", "problem"),
    [
        (
            {"id": "sea-maps"},
            "5:7: the address /datasets/sea-maps/ leads nowhere "
            "(add `to:` with the page that takes its place)",
        ),
        (
            {"id": "sea-maps", "to": "datasets/sea-tide"},
            "6:7: there is no page 'datasets/sea-tide' (did you mean 'datasets/sea-tides'?)",
        ),
        (
            {"id": "sea-maps", "to": "agencies/xyz"},
            "6:7: there is no page 'agencies/xyz' (name a record, or the list: agencies)",
        ),
    ],
)
def test_an_entry_that_leads_nowhere(gone: dict[str, str], problem: str) -> None:
    entry = gone | {"reason": "why not"}
    assert problems(a_history(), a_history("sea-maps", gone=[entry])) == [f"{MAPS}:{problem}"]


def test_an_entry_of_a_record_that_is_there() -> None:
    entry = {"id": "sea-tides", "to": "datasets", "reason": "why not"}
    assert problems(a_history(gone=[entry])) == [
        f"{TIDES}:5:7: 'sea-tides' is not gone: there is such a record (remove this entry)"
    ]


def test_an_entry_of_what_was_never_published() -> None:
    assert problems(a_history(gone=[GONE])) == [
        f"{TIDES}:5:7: 'sea-maps' was never published (correct it, or remove this entry)"
    ]


def test_an_entry_that_two_branches_wrote_differently() -> None:
    twice = [GONE, GONE | {"reason": "given up"}]
    assert problems(a_history(), a_history("sea-maps", gone=twice)) == [
        f"{MAPS}:8:7: 'sea-maps' stands twice under `gone` (keep one of the two)"
    ]
