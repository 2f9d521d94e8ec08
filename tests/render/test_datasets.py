"""The finder: its rows, its facets, and what it counts."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import catalogue_of_the_project
from data_today import newest, records
from sample import sample_records

from generator.model.wording import Wording
from generator.render.datasets import DatasetRow, Facet, dataset_rows, finder_pages, status_notes
from generator.resolve.resolve import resolve

pytestmark = pytest.mark.today


def facets(day: date = date(2026, 11, 26)) -> dict[str, dict[str, int]]:
    """Facet → code → number of datasets, of the project's own data."""
    page, *_ = finder_pages(resolve(catalogue_of_the_project(), day))
    found: tuple[Facet, ...] = page.values["facets"]
    return {it.code: {code: number for code, _, number in it.values} for it in found}


def row(identifier: str) -> DatasetRow:
    [found] = [it for it in dataset_rows(sample_records().datasets) if it.dataset.id == identifier]
    return found


def text(label: Wording | str) -> str:
    return label if isinstance(label, str) else label.text


# --- counts, taken from the records as they are typed ---------------------------------------------


@pytest.mark.today
@pytest.mark.parametrize("facet", ["agency", "spatial", "category", "frequency"])
def test_the_datasets_are_counted_as_the_records_say(facet: str) -> None:
    wanted = Counter(it[facet] for it in records("datasets").values())
    assert facets()[facet] == wanted
    assert len(wanted) > 1


@pytest.mark.today
def test_formats_are_counted_one_by_one_and_datasets_without_any_together() -> None:
    formats = [it["formats"] or ["none"] for it in records("datasets").values()]
    wanted = Counter(it for each in formats for it in each)
    assert facets()["format"] == wanted
    assert wanted.total() > len(formats)


@pytest.mark.today
@pytest.mark.parametrize("year", [1990, 2025, 2026, 2027, 2090])
def test_statuses_are_those_of_the_day(year: int) -> None:
    """On 1 February: what was promised for January is overdue, what was seen later is not known."""
    day = date(year, 2, 1)
    all_of_them = records("datasets").values()
    wanted = Counter(newest(it)["status"] for it in all_of_them)
    wanted["archived"] = sum(it.get("archived") == "true" for it in all_of_them)
    wanted["one-off"] = sum(it["frequency"] == "ONE_OFF" for it in all_of_them)
    wanted["target-passed"] = sum(
        newest(it)["status"] == "planned" and ends(newest(it)["date"]) < day for it in all_of_them
    )
    wanted["planned"] -= wanted["target-passed"]
    wanted["on-portal"] = sum(
        it.get("landing", {"listed_as_of": "9999"})["listed_as_of"] <= day.isoformat()
        for it in all_of_them
    )
    assert facets(day)["status"] == +wanted


def ends(edtf: str) -> date:
    """The last day that a date may mean; days are not printed in plans."""
    year, month = (int(it) for it in [*edtf.split("-"), "12"][:2])
    month = (month - 32) * 3 if month > 12 else month
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


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
        "target-passed one-off",
        "none",
    )


def test_a_list_says_of_a_released_dataset_nothing_more() -> None:
    assert row("sea-tides").notes == ()
    assert row("sea-charts").notes == ()
    assert [(it.code, day) for it, day in row("sea-fund-prices").notes] == [
        ("on-portal", "2025-03-01")
    ]


def test_a_datasets_own_page_says_everything() -> None:
    found = status_notes(row("sea-tides").dataset)
    assert [(it.code, day) for it, day in found] == [
        ("on-portal", "2025-03-01"),
        ("archived", None),
    ]


def test_the_text_box_searches_what_a_row_does_not_show() -> None:
    [page] = finder_pages(sample_records())
    searched = {text(it) for it in page.rows["sea-tides"]["text"]}
    assert {"潮汐組 (TIDE)", "運輸", "SWO", "觀測署", "sea-tides"} <= searched


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
