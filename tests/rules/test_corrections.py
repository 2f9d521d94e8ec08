"""An entry of a correction leads somewhere, says why, and is of no day to come."""

from datetime import date
from typing import Any

import pytest
from builders import a_catalogue, a_correction, a_figure_list, a_programme
from pydantic import ValidationError

from generator.model.history import History
from generator.rules import corrections

CHANGE = {"record": "figures/sea-grant-ceiling", "field": "value", "before": "4", "after": "5"}


def problems(**changes: Any) -> list[str]:
    catalogue = a_catalogue(
        programmes=[a_programme()],
        figures=[a_figure_list()],
        corrections=[a_correction(**changes)],
        history={"figures": [History(id="sea-grant", identifiers=("sea-gone",))]},
    )
    found = [*corrections.check(catalogue), *corrections.check_days(catalogue, date(2026, 3, 2))]
    return [it.message for it in found]


def test_a_right_entry_is_no_problem() -> None:
    assert problems() == []
    assert problems(changes=[CHANGE | {"record": "figures/sea-gone", "after": None}]) == []


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"day": "2026-03-03"}, "2026-03-03 has not come yet: today is 2026-03-02 in Hong Kong"),
        ({"reason": "REASON"}, "nobody has written why"),
        ({"reason": "理由"}, "nobody has written why"),
        ({"changes": [CHANGE | {"record": "boats/sea"}]}, "there is no kind of record 'boats'"),
        ({"changes": [CHANGE | {"record": "figures/sea"}]}, "'sea' was never published"),
    ],
)
def test_a_wrong_entry_is_told(changes: dict[str, Any], message: str) -> None:
    assert problems(**changes) == [message]


@pytest.mark.parametrize(
    "changes",
    [
        {"changes": []},
        {"changes": [CHANGE | {"after": "4"}]},
        {"changes": [CHANGE | {"record": "../etc"}]},
        {"changes": [CHANGE | {"field": "<b>"}]},
        {"day": "2026-02-30"},
        {"reason": "兩\n行"},
    ],
)
def test_what_cannot_be_meant_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        a_correction(**changes)
