"""Texts are settled in the script they were written in, and the data have a day of their own."""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_landing,
    a_listing,
    a_locator,
    a_prose,
    a_prose_section,
    an_agency,
)

from generator.model.wording import Wording
from generator.resolve.records import DatasetRecord
from generator.resolve.resolve import Records, resolve

HANT, HANS = "zh-Hant", "zh-Hans"


def records(as_of: date = date(2026, 1, 1), **kinds: Any) -> Records:
    """The default records, or those given, as seen on `as_of`."""
    return resolve(a_catalogue(**kinds), as_of)


def resolved(**changes: Any) -> DatasetRecord:
    """The default dataset with changes."""
    [dataset] = records(datasets=[a_dataset(**changes)]).datasets
    return dataset


# --- texts --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "wording"),
    [
        ("潮汐时间", Wording("潮汐时间", HANS, None, "sea-plan")),
        ({HANT: "潮汐時間"}, Wording("潮汐時間", HANT, None, "sea-plan")),
        ({HANS: "潮汐时间"}, Wording("潮汐时间", HANS, None, "sea-plan")),
        ({HANT: "潮汐時刻", HANS: "潮汐时间"}, Wording("潮汐时间", HANS, "潮汐時刻", "sea-plan")),
    ],
)
def test_a_text_is_settled_in_the_script_it_was_written_in(name: Any, wording: Wording) -> None:
    """The record is in Simplified; with both scripts written out, that is the source."""
    assert resolved(name=name).name == wording


def test_what_a_plan_prints_is_in_the_plans_script() -> None:
    """A record may take its name from a newer plan in the other script."""
    listing = a_listing(date_note="首次发放", frequency_printed="每年 (二月)")
    made = resolved(script=HANT, name="潮汐時間", group="潮汐組", listings=[listing])
    assert made.name == Wording("潮汐時間", HANT, None, "sea-plan")
    assert made.group == Wording("潮汐組", HANT, None, "sea-plan")
    assert made.newest.date_note == Wording("首次发放", HANS, None, "sea-plan")
    assert made.newest.frequency_printed == Wording("每年 (二月)", HANS, None, "sea-plan")


def test_a_dataset_is_printed_in_the_newest_plan_that_lists_it() -> None:
    """Terms of that document are the ones its texts are converted with."""
    listings = [a_listing(), a_listing(document="sea-plan-2")]
    documents = [a_document(), a_document(id="sea-plan-2", date="2025-12")]
    [made] = records(documents=documents, datasets=[a_dataset(listings=listings)]).datasets
    assert (made.name.document, made.description.document) == ("sea-plan-2", "sea-plan-2")
    assert [it.frequency_printed.document for it in made.listings] == ["sea-plan", "sea-plan-2"]


def test_what_is_said_of_a_source_outside_the_documents_is_ours() -> None:
    made = resolved(landing=a_landing(note={HANT: "平台列 JSON。"}))
    assert made.landing is not None
    assert made.landing.note == Wording("平台列 JSON。", HANT)


def test_the_prose_and_the_words_of_the_interface() -> None:
    made = records(prose=[a_prose(sections=[a_prose_section()])])
    assert made.prose["home"].title == Wording("海事手冊", HANT)
    assert made.prose["home"].sections == (
        ("sources", Wording("資料來源", HANT), Wording("全部取自文件。", HANT)),
    )
    assert made.words["datasets"] == Wording("數據集", HANT)


# --- the day of the data ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dates", "seen", "expected"),
    [
        (["2024-12"], None, "2024-12-31"),
        (["2023", "2024-02"], None, "2024-02-29"),
        # When the portal was looked at is told apart from what documents say.
        (["2024-12"], "2025-03-01", "2024-12-31"),
        (["2025-12"], "2025-03-01", "2025-12-31"),
    ],
)
def test_data_are_as_of_the_newest_day_they_speak_of(
    dates: list[str | None], seen: str | None, expected: str
) -> None:
    documents = [a_document(id=f"plan-{n}", date=it) for n, it in enumerate(dates)]
    landing = a_landing(listed_as_of=seen) if seen else None
    dataset = a_dataset(landing=landing, listings=[a_listing(document="plan-0")])
    agency = an_agency(locators=[a_locator(document="plan-0")])
    made = records(documents=documents, agencies=[agency], datasets=[dataset])
    assert made.data_as_of == expected


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (["2024-02", "2026"], "2024-02-29"),
        (["2024-02", "2025-06"], "2025-06-15"),
        (["2024-02", "2025"], "2025-06-15"),
        (["2024-02", "2025-06-16"], "2024-02-29"),
    ],
)
def test_data_are_never_as_of_a_day_to_come(dates: list[str], expected: str) -> None:
    """A document of a later day is a slip; a month or a year may have begun."""
    documents = [a_document(id=f"plan-{n}", date=it) for n, it in enumerate(dates)]
    dataset = a_dataset(listings=[a_listing(document="plan-0")])
    agency = an_agency(locators=[a_locator(document="plan-0")])
    catalogue = a_catalogue(documents=documents, agencies=[agency], datasets=[dataset])
    made = resolve(catalogue, date(2024, 1, 31), date(2025, 6, 15))
    assert made.data_as_of == expected


def test_the_day_of_the_build_does_not_change_the_day_of_the_data() -> None:
    assert records(date(2020, 1, 1)).data_as_of == records(date(2030, 1, 1)).data_as_of
    assert records(date(2030, 1, 1)).as_of == date(2030, 1, 1)
