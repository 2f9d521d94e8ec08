"""References are followed, statuses derived and the order settled, as seen on a given day."""

from datetime import date
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_locator,
    a_section,
    a_synonym_list,
    an_agency,
)

from generator.model.wording import Wording
from generator.resolve.record_reference import Label, Ref
from generator.resolve.records import DatasetRecord
from generator.resolve.resolve import Records, resolve

DAY = date(2026, 1, 1)
HANT, HANS = "zh-Hant", "zh-Hans"


def records(as_of: date = DAY, **kinds: Any) -> Records:
    """The default records, or those given, as seen on `as_of`."""
    return resolve(a_catalogue(**kinds), as_of)


def resolved(as_of: date = DAY, **changes: Any) -> DatasetRecord:
    """The default dataset with changes."""
    [dataset] = records(as_of, datasets=[a_dataset(**changes)]).datasets
    return dataset


# --- status -------------------------------------------------------------------------------------

PLANNED = {"section": "A.ii", "status": "planned"}


def test_a_datasets_status_is_that_of_its_newest_plan() -> None:
    old, new = a_listing(**PLANNED), a_listing()
    assert resolved(listings=[old, new]).status.code == "released"
    assert resolved(listings=[new, old]).status.code == "target-passed"
    assert resolved(listings=[old, new]).newest.section == "D.ii"


@pytest.mark.parametrize(
    ("target", "last"),
    [
        ("2026-03", date(2026, 3, 31)),
        ("2026-02", date(2026, 2, 28)),
        ("2026", date(2026, 12, 31)),
        ("2026-34", date(2026, 6, 30)),
        ("2026-03-15", date(2026, 3, 15)),
    ],
)
def test_a_target_has_passed_on_the_day_after_its_last_day(target: str, last: date) -> None:
    """As printed: "March 2026" still holds on 31 March."""
    listings = [a_listing(**PLANNED, date=target)]
    after = date.fromordinal(last.toordinal() + 1)
    days = (date(2020, 1, 1), last, after)
    codes = [resolved(day, listings=listings).status.code for day in days]
    assert codes == ["planned", "planned", "target-passed"]


def test_what_is_released_has_no_target() -> None:
    assert resolved(date(2099, 1, 1)).status.code == "released"


def test_only_the_newest_listing_tells_what_stands_now() -> None:
    listings = [a_listing(**PLANNED, date="2025-01"), a_listing(**PLANNED, row=2, date="2027-01")]
    made = resolved(listings=listings)
    assert made.listings[0].now is None
    assert made.listings[1].now == made.status


# --- order --------------------------------------------------------------------------------------


def test_agencies_stand_in_the_order_of_their_kinds_then_of_their_identifiers() -> None:
    """data/vocabulary/agency-kinds.yml: bureau, department, …, company, …"""
    agencies = [
        an_agency(id="aaa", kind="company"),
        an_agency(id="mmm", kind="bureau"),
        an_agency(id="sea"),
        an_agency(id="bbb"),
    ]
    assert [it.id for it in records(agencies=agencies).agencies] == ["mmm", "bbb", "sea", "aaa"]


def test_datasets_stand_by_publisher_then_by_plan_section_and_row() -> None:
    plans = [a_document(), a_document(id="atlas")]
    agencies = [an_agency(), an_agency(id="aaa", kind="company")]
    placed = {
        "e": ("aaa", "atlas", "A.i", 1),
        "d": ("sea", "sea-plan", "D.ii", 10),
        "a": ("sea", "sea-plan", "D.ii", 2),
        "c": ("sea", "sea-plan", "D.i", 3),
        "b": ("sea", "atlas", "D.ii", 9),
    }
    datasets = [
        a_dataset(
            id=name, agency=agency, listings=[a_listing(document=plan, section=section, row=row)]
        )
        for name, (agency, plan, section, row) in placed.items()
    ]
    made = records(agencies=agencies, documents=plans, datasets=datasets)
    assert [it.id for it in made.datasets] == ["b", "c", "a", "d", "e"]
    assert [[it.id for it in agency.datasets] for agency in made.agencies] == [
        ["b", "c", "a", "d"],
        ["e"],
    ]


def test_the_tenth_organisation_of_a_plan_comes_after_the_second() -> None:
    sections = {"tenth": "C.10.ii", "second": "C.2.ii"}
    datasets = [
        a_dataset(id=name, listings=[a_listing(section=code, status="planned")])
        for name, code in sections.items()
    ]
    assert [it.id for it in records(datasets=datasets).datasets] == ["second", "tenth"]


def test_documents_stand_newest_first_and_undated_ones_last() -> None:
    documents = [
        a_document(id="old", date="2023-12"),
        a_document(id="undated", date=None),
        a_document(id="new", date="2025-12"),
        a_document(),
    ]
    made = records(documents=documents)
    assert [it.document.id for it in made.documents] == ["new", "sea-plan", "old", "undated"]
    [agency] = made.agencies
    assert [it.id for it in agency.documents] == ["new", "sea-plan", "old", "undated"]


# --- references and counts ----------------------------------------------------------------------


def test_a_dataset_names_its_agency_its_plan_and_its_labels() -> None:
    made = resolved()
    assert made.agency == Ref("agencies", "sea", Wording("海風觀測署", HANT))
    assert made.newest.document == Ref(
        "documents", "sea-plan", Wording("海风观测署开放数据计划", HANS, None, "sea-plan")
    )
    assert made.category == Label("transport", Wording("運輸", HANT))
    assert made.frequency == Label("ANNUAL", Wording("每年", HANT))


def test_an_agency_names_its_parent_its_sources_and_what_it_published() -> None:
    bureau = an_agency(id="bureau", kind="bureau", name="海事局")
    agencies = [an_agency(parent="bureau", locators=[a_locator(line=9), a_locator()]), bureau]
    first, second = records(agencies=agencies).agencies
    assert (first.parent, first.datasets, first.documents) == (None, (), ())
    assert second.parent == Ref("agencies", "bureau", Wording("海事局", HANT))
    assert [(it.document.id, it.line) for it in second.locators] == [
        ("sea-plan", 9),
        ("sea-plan", 3),
    ]
    assert [it.id for it in second.datasets] == ["sea-tides"]
    assert [it.id for it in second.documents] == ["sea-plan"]


def test_a_document_counts_the_rows_of_all_its_sections() -> None:
    sections = [
        a_section(code="A.ii", heading="明年发放", line=10, rows=0, empty="no-row"),
        a_section(code="D.i", line=40, rows=1),
        a_section(rows=3, note="基于旧计划"),
    ]
    datasets = [
        a_dataset(id="b", listings=[a_listing(row=1)]),
        a_dataset(id="a", listings=[a_listing(row=2)]),
        a_dataset(id="d", listings=[a_listing(row=3)]),
        a_dataset(id="c", spatial=True, listings=[a_listing(section="D.i")]),
    ]
    [made] = records(documents=[a_document(sections=sections)], datasets=datasets).documents
    assert made.count == 4
    assert [(it.section.code, it.spatial, it.status) for it in made.sections] == [
        ("A.ii", False, "planned"),
        ("D.i", True, "released"),
        ("D.ii", False, "released"),
    ]
    assert [[(row.row, dataset.id) for row, dataset in it.rows] for it in made.sections] == [
        [],
        [(1, "c")],
        [(1, "b"), (2, "a"), (3, "d")],
    ]
    assert made.sections[2].note == Wording("基于旧计划", HANS, None, "sea-plan")


def test_an_older_plan_keeps_the_order_of_its_own_rows() -> None:
    """The datasets themselves stand in the order of the newer plan."""
    rows = {"a": (1, 2), "b": (2, 1)}
    datasets = [
        a_dataset(id=name, listings=[a_listing(row=old), a_listing(document="sea-plan-2", row=new)])
        for name, (old, new) in rows.items()
    ]
    documents = [
        a_document(sections=[a_section(rows=2)]),
        a_document(id="sea-plan-2", date="2025-12", sections=[a_section(rows=2)]),
    ]
    made = records(documents=documents, datasets=datasets)
    assert [it.id for it in made.datasets] == ["b", "a"]
    listed = {
        it.document.id: [dataset.id for _, dataset in it.sections[0].rows] for it in made.documents
    }
    assert listed == {"sea-plan": ["a", "b"], "sea-plan-2": ["b", "a"]}


def test_a_document_lists_the_lines_that_name_agencies_in_order() -> None:
    agencies = [
        an_agency(locators=[a_locator(line=30), a_locator(line=4)]),
        an_agency(id="bureau", locators=[a_locator(line=20), a_locator(document="other")]),
    ]
    documents = [a_document(), a_document(id="other", date="2020")]
    plan, other = records(agencies=agencies, documents=documents).documents
    assert [(line, ref.id) for line, ref in plan.named] == [(4, "sea"), (20, "bureau"), (30, "sea")]
    assert [(line, ref.id) for line, ref in other.named] == [(3, "bureau")]


# --- words that count as one --------------------------------------------------------------------


def test_words_that_count_as_one_stand_as_typed_in_the_order_of_the_file() -> None:
    groups = (("中小企", "SME", "中小企業"), ("資訊", "信息"))
    assert records(synonyms=[a_synonym_list(*groups)]).synonyms == groups
