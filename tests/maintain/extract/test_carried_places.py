"""What records take from one plan stands in the next one, or a person is told to look for it: no
page says that a plan no longer says what it says."""

from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import (
    a_catalogue,
    a_condition,
    a_data_folder,
    a_document,
    a_locator,
    a_programme,
    a_quoted_locator,
    a_statement,
    a_statement_list,
    an_agency,
)
from maintain.extract.test_plan_variants import PLAN

from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.pipeline.generate import catalogue_converter
from generator.reading.load import read_catalogue
from generator.render.changes_text import changes_text
from generator.render.page import PageWriter
from generator.resolve.changes import compare_editions
from generator.resolve.resolve import resolve

FIRST, NEXT = "sea-plan-2031", "sea-plan-2032"
NEXT_PLAN = (
    PLAN.replace("2031-2033", "2032-2034")
    .replace("在 2032 年及 2033 年", "在 2033 年及 2034 年")
    .replace("在 2031 年", "在 2032 年")
    .replace("2030年12月", "2031年12月")
)


def line_of(words: str, text: str = PLAN) -> int:
    return next(number for number, it in enumerate(text.split("\n"), 1) if words in it)


BUOYS = line_of("浮標名錄")


def quoted(words: str) -> Any:
    return a_quoted_locator(document=FIRST, line=line_of(words), quotation=words)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The first plan's own record, and what was taken from it by hand."""
    statements = [
        a_statement(id=f"sea-scope-{name}", kind="scope", text=text, locators=[quoted(words)])
        for name, text, words in (
            ("others", "C部列出其他機構的數據集。", "其他機構計劃開放的數據集"),
            ("first-year", "A部列出在2031年發放的數據集。", "在 2031 年發放的局"),
        )
    ]
    planned = a_statement(
        id="sea-work-planned-buoys",
        kind="work-planned",
        year="2031",
        text="會公布浮標的位置。",
        locators=[quoted("浮標的位置")],
    )
    coverage = a_condition(
        kind="coverage",
        text="每個浮標",
        printed="浮標的位置",
        document=FIRST,
        line=BUOYS,
    )
    records = a_catalogue(
        agencies=[
            an_agency(locators=[a_locator(document=FIRST, line=1)]),
            an_agency(id="lighthouse", name="燈塔管理公司", kind="company"),
        ],
        programmes=[
            a_programme(
                terms=[coverage],
                locators=[
                    a_locator(
                        document=FIRST, line=BUOYS, supports=["summary"], quotation="浮標名錄"
                    )
                ],
            )
        ],
        documents=[
            a_document(
                id=FIRST,
                script="zh-Hant",
                sections=[],
                title="2031-2033年度整合開放數據計劃",
                date="2030-12",
                covers="2031/2033",
                lines=PLAN.count("\n"),
            ),
            a_document(),
        ],
        statements=[a_statement_list(*statements, planned, id="sea", subject="agency")],
    )
    return a_data_folder(tmp_path, records)


def take_in(data: Path, text: str) -> str:
    file = data.parent / "plan.txt"
    file.write_text(text, "utf-8")
    output = StringIO()
    extract_plan(PlanRequest(file, NEXT, data, data), output)
    return output.getvalue()


def places(data: Path, path: str, *keys: str | int) -> list[tuple[str, int]]:
    """(document, line) of each item of a list in a record."""
    found: Any = yaml.safe_load((data / path).read_text("utf-8"))
    for key in keys:
        found = found[key]
    return [(it["document"], it["line"]) for it in found]


def test_words_that_stand_again_get_their_place_in_the_new_plan(data: Path) -> None:
    line = line_of("其他機構計劃", NEXT_PLAN)
    take_in(data, NEXT_PLAN)
    others = places(data, "statements/sea.yml", "statements", 0, "locators")
    assert others == [(FIRST, line), (NEXT, line)]
    programme = "programmes/sea-grant.yml"
    buoys = [(FIRST, BUOYS), (NEXT, BUOYS)]
    assert places(data, programme, "terms") == buoys
    assert places(data, programme, "locators") == buoys


def test_what_was_not_found_is_listed_with_its_words_and_place(data: Path) -> None:
    """Another year's heading, what was planned for a year, and a name that is not known."""
    report = take_in(data, NEXT_PLAN)
    start = report.index(f"taken from {FIRST}, and not found here: 3")
    listed = report[start:].split("\n")[1:4]
    assert [it.partition(".yml:")[0].strip() for it in listed] == [
        "statements/sea",
        "statements/sea",
        "agencies/sea",
    ]
    assert listed[0].endswith(": 在 2031 年發放的局")
    assert listed[1].endswith(": 浮標的位置")
    record = yaml.safe_load((data / f"documents/{NEXT}.yml").read_text("utf-8"))
    assert record["complete"] is False


def test_no_page_says_that_it_is_gone_until_a_person_looked(data: Path) -> None:
    take_in(data, NEXT_PLAN)
    gone = "不再"
    assert gone not in compared(data)
    record = data / f"documents/{NEXT}.yml"
    record.write_text(record.read_text("utf-8").replace("complete: false\n", ""), "utf-8")
    said = compared(data)
    assert "A部列出在2031年發放的數據集。" in said
    assert "C部列出其他機構的數據集。" not in said.partition(gone)[2]


def compared(data: Path) -> str:
    """What the page of changes says below its lead."""
    catalogue, problems = read_catalogue(data)
    assert catalogue is not None, problems
    records = resolve(catalogue, date(2032, 1, 31))
    old, new = ({it.document.id: it for it in records.documents}[it] for it in (FIRST, NEXT))
    writer = PageWriter(records, catalogue_converter(catalogue), "zh-Hant")
    lines = changes_text(compare_editions(records, old, new), records.words, writer)
    return "\n".join(lines).partition("\n\n")[2]


def test_a_second_run_adds_nothing_and_leaves_the_mark_to_the_person(data: Path) -> None:
    take_in(data, NEXT_PLAN)
    record = data / f"documents/{NEXT}.yml"
    record.write_text(record.read_text("utf-8").replace("complete: false\n", ""), "utf-8")
    before = {it: it.read_bytes() for it in data.rglob("*.yml")}
    assert "drafts: 0 new, 0 updated" in take_in(data, NEXT_PLAN)
    assert {it: it.read_bytes() for it in data.rglob("*.yml")} == before


def test_a_plan_of_which_all_is_found_is_complete(data: Path) -> None:
    (data / "statements/sea.yml").unlink()
    agency = data / "agencies/sea.yml"
    agency.write_text(agency.read_text("utf-8").replace(FIRST, "sea-plan"), "utf-8")
    assert "not found here" not in take_in(data, NEXT_PLAN)
    record = yaml.safe_load((data / f"documents/{NEXT}.yml").read_text("utf-8"))
    assert "complete" not in record
