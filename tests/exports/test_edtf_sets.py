"""Times in EDTF level 2 (ISO 8601-2:2019, "one of a set")."""

import pytest

from generator.exports.edtf_sets import edtf
from generator.model.when import When


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (When("2024"), "2024"),
        (When("2024-06-30"), "2024-06-30"),
        (When("2024-33"), "2024-33"),
        (When("2024-41"), "2024-41"),
        (When("2024", "end"), "2024"),
        (When("2024/2025"), "[2024-04..2025-03]"),
        (When("1999/2000"), "[1999-04..2000-03]"),
        (When("2025", "end", "earliest"), "[2025..]"),
        (When("2025-06", bound="latest"), "[..2025-06]"),
        (When("2025/2026", bound="earliest"), "[2025-04..]"),
        (When("2025/2026", bound="latest"), "[..2026-03]"),
        (When(every=4), None),
        (When("2020", every=4), None),
        (When(), None),
    ],
)
def test_what_is_uncertain_is_one_of_a_set(time: When, text: str | None) -> None:
    assert edtf(time) == text
