"""The finder: its rows, its facets, and what it counts."""

from dataclasses import replace
from datetime import date

import pytest
from builders import catalogue_of_the_project, counted_by_hand
from sample import sample_records

from generator.model.wording import Wording
from generator.render.datasets import Facet, Row, finder_pages, notes, rows
from generator.resolve.resolve import resolve


def facets(day: date = date(2026, 11, 26)) -> dict[str, dict[str, int]]:
    """Facet → code → number of datasets, of the project's own data."""
    [page] = finder_pages(resolve(catalogue_of_the_project(), day))
    found: tuple[Facet, ...] = page.values["facets"]
    return {it.code: {code: number for code, _, number in it.values} for it in found}


def row(identifier: str) -> Row:
    [found] = [it for it in rows(sample_records().datasets) if it.dataset.id == identifier]
    return found


def text(label: Wording | str) -> str:
    return label if isinstance(label, str) else label.text


# --- counts, taken from the plans by hand ---------------------------------------------------------


@counted_by_hand
def test_the_datasets_are_counted_as_the_plans_list_them() -> None:
    """62 rows of the Commission's plan and 16 of the Bureau's."""
    found = facets()
    assert found["agency"] == {
        **{"itib": 4, "cyberport": 12},
        **{"itc": 3, "hkas": 3, "hkctc": 15, "hkpc": 1, "hkstp": 19, "itf": 20, "rd-centres": 1},
    }
    assert found["spatial"] == {"true": 6, "false": 72}
    assert found["category"] == {
        **{"commerce-and-industry": 30, "information-technology-and-broadcasting": 34},
        **{"transport": 4, "food": 1, "finance": 2, "public-facilities": 5, "other": 2},
    }
    assert found["frequency"] == {
        **{"UPDATE_CONT": 5, "DAILY": 1, "MONTHLY": 10, "QUARTERLY": 10, "ANNUAL_2": 3},
        **{"ANNUAL": 39, "AS_NEEDED": 9, "ONE_OFF": 1},
    }
    assert found["format"] == {"CSV": 56, "JSON": 11, "XLS": 15, "XML": 5, "none": 6}


@counted_by_hand
@pytest.mark.parametrize(
    ("day", "passed", "seen"),
    [
        # Five promises for January 2025, three for January and one for June 2026; the portal's
        # list was read on 28 September 2026.
        (date(2025, 1, 31), 0, 0),
        (date(2025, 2, 1), 5, 0),
        (date(2026, 2, 1), 8, 0),
        (date(2026, 9, 28), 9, 68),
    ],
)
def test_statuses_are_those_of_the_day(day: date, passed: int, seen: int) -> None:
    found = facets(day)["status"]
    assert found.pop("target-passed", 0) == passed
    assert found.pop("on-portal", 0) == seen
    assert found == {"planned": 9, "released": 69, "archived": 3, "one-off": 1}


def test_the_page_counts_datasets_and_rows_apart() -> None:
    """One dataset of the sample stands in two plans."""
    [page] = finder_pages(sample_records())
    assert (page.values["count"], page.values["listed"]) == (4, 5)


# --- rows -----------------------------------------------------------------------------------------


def test_a_row_carries_codes() -> None:
    assert (row("sea-tides").statuses, row("sea-tides").formats) == (
        "released on-portal archived",
        "CSV JSON",
    )
    assert (row("sea-charts").statuses, row("sea-charts").formats) == (
        "planned target-passed one-off",
        "none",
    )


def test_a_list_says_of_a_released_dataset_nothing_more() -> None:
    assert row("sea-tides").notes == ()
    assert [it.label.text for it, _ in row("sea-charts").notes] == ["目標日期已過，文件未見結果"]
    assert [(it.code, day) for it, day in row("sea-fund-prices").notes] == [
        ("on-portal", "2025-03-01")
    ]


def test_a_datasets_own_page_says_everything() -> None:
    found = notes(row("sea-tides").dataset)
    assert [(it.code, day) for it, day in found] == [
        ("on-portal", "2025-03-01"),
        ("archived", None),
    ]


def test_the_text_box_searches_what_a_row_does_not_show() -> None:
    [page] = finder_pages(sample_records())
    made = {it.dataset.id: it for it in page.values["rows"]}
    found = [text(it) for it in made["sea-tides"].search]
    assert {"潮汐組 (TIDE)", "運輸", "SWO", "觀測署", "sea-tides"} <= set(found)
    assert row("sea-tides").search == ()


# --- facets ---------------------------------------------------------------------------------------


def test_values_stand_in_the_order_of_their_vocabulary() -> None:
    records = sample_records()
    [page] = finder_pages(records)
    [frequency] = [it for it in page.values["facets"] if it.code == "frequency"]
    codes = [code for code, *_ in frequency.values]
    assert codes == ["QUARTERLY", "ANNUAL", "ONE_OFF"]


def test_a_format_that_no_document_states_comes_last() -> None:
    [page] = finder_pages(sample_records())
    [formats] = [it for it in page.values["facets"] if it.code == "format"]
    assert [code for code, *_ in formats.values] == ["CSV", "JSON", "XLS", "none"]


def test_without_datasets_there_is_nothing_to_choose() -> None:
    [page] = finder_pages(replace(sample_records(), datasets=()))
    assert [it.values for it in page.values["facets"]] == [()] * 6
