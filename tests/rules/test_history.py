"""What was published does not vanish without a word, nor its address without a redirect."""

from typing import Any

import pytest
from builders import a_catalogue, catalogue_of_the_project

from generator.model.history import History
from generator.rules import history

FILE = "data/history/datasets.yml"


def a_history(**changes: Any) -> History:
    fields = {"id": "datasets", "identifiers": ["sea-tides"]}
    return History.model_validate(fields | changes)


def problems(*histories: History) -> list[str]:
    return [str(problem) for problem in history.check(a_catalogue(history=histories))]


def test_what_is_there_is_no_problem() -> None:
    assert problems(a_history()) == []


def test_nothing_is_asked_of_a_kind_without_a_history() -> None:
    assert problems() == []


@pytest.mark.today
def test_the_projects_own_data() -> None:
    """A record that is not recorded yet is a warning: run `python3 dev.py update`."""
    assert list(map(str, history.check(catalogue_of_the_project()))) == []


def test_a_record_that_vanished() -> None:
    assert problems(a_history(identifiers=["sea-maps", "sea-tides"])) == [
        f"{FILE}:3:3: datasets: 'sea-maps' was published and is no more "
        "(bring it back, or say why under `gone`, with the page that takes its place)"
    ]


def test_a_record_that_was_renamed_is_guessed() -> None:
    """The new identifier is not recorded; the old one is like it."""
    lines = problems(a_history(identifiers=["sea-tide"]))
    assert lines[0] == (
        f"{FILE}:3:3: datasets: 'sea-tide' was published and is no more "
        "(bring it back, or say why under `gone`, perhaps with `to: datasets/sea-tides`)"
    )
    assert lines[1].startswith(f"{FILE}:1:1: warning: 1 identifiers of datasets are not recorded")


@pytest.mark.parametrize("to", ["datasets/sea-tides", "datasets", "agencies/sea", "documents"])
def test_a_record_that_is_gone_with_a_reason_and_a_page(to: str) -> None:
    gone = [{"id": "sea-maps", "to": to, "reason": "renamed"}]
    assert problems(a_history(identifiers=["sea-maps", "sea-tides"], gone=gone)) == []


def test_a_record_without_a_page_needs_no_redirect() -> None:
    gone = [{"id": "old", "reason": "counted twice"}]
    assert problems(a_history(id="figures", identifiers=["old"], gone=gone)) == []


@pytest.mark.parametrize(
    ("changes", "gone", "problem"),
    [
        (
            {"identifiers": ["sea-maps", "sea-tides"]},
            {"id": "sea-maps"},
            "6:7: the address /datasets/sea-maps/ leads nowhere "
            "(add `to:` with the page that takes its place)",
        ),
        (
            {"identifiers": ["sea-maps", "sea-tides"]},
            {"id": "sea-maps", "to": "datasets/sea-tide"},
            "7:7: there is no page 'datasets/sea-tide' (did you mean 'datasets/sea-tides'?)",
        ),
        (
            {"identifiers": ["sea-maps", "sea-tides"]},
            {"id": "sea-maps", "to": "agencies/xyz"},
            "7:7: there is no page 'agencies/xyz' (name a record, or the list: agencies)",
        ),
        (
            {},
            {"id": "sea-tides", "to": "datasets"},
            "5:7: 'sea-tides' is not gone: there is such a record (remove this entry)",
        ),
        (
            {},
            {"id": "sea-maps", "to": "datasets"},
            "5:7: 'sea-maps' was never published (correct it, or remove this entry)",
        ),
    ],
)
def test_an_entry_that_is_wrong(
    changes: dict[str, Any], gone: dict[str, str], problem: str
) -> None:
    entry = gone | {"reason": "why not"}
    assert problems(a_history(**changes, gone=[entry])) == [f"{FILE}:{problem}"]


def test_a_kind_that_is_none() -> None:
    [problem] = problems(a_history(id="dataset"))
    assert problem.startswith("data/history/dataset.yml:1:5: unknown kind of record 'dataset'")
