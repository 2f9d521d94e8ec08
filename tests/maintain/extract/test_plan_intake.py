"""What a plan names that no record has is drafted, and what is lost is known to `check`."""

import json
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
import yaml
from builders import a_catalogue, a_data_folder, an_agency
from maintain.extract.test_plan_variants import BUOYS, DUES, NONE, PLAN, TIDES

from generator.cli.clock import hong_kong_day
from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.maintain.extract.source_error import SourceError
from generator.pipeline.generate import catalogue_converter, examine
from generator.pipeline.outputs import outputs
from generator.reading.load import read_catalogue
from generator.resolve.resolve import resolve

DOCUMENT = "sea-plan-2031"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lighthouse = an_agency(id="lighthouse", name="燈塔管理公司", kind="company")
    return a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(), lighthouse]))


def take_in(data: Path, text: str, document: str = DOCUMENT) -> tuple[int, str]:
    file = data.parent / "plan.txt"
    file.write_text(text, "utf-8")
    output = StringIO()
    status = extract_plan(PlanRequest(file, document, data, data), output)
    return status, output.getvalue()


def record(data: Path, path: str) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load((data / path).read_text("utf-8"))
    return loaded


def errors(data: Path) -> list[str]:
    return [it.message for it in examine(data, hong_kong_day())[1]]


def test_an_organisation_without_a_record_is_drafted_and_keeps_its_datasets(data: Path) -> None:
    other = PLAN.replace("燈塔管理公司", "浮標管理有限公司 (BMC)").replace(
        f"{NONE}\n\nD. ", f"{TIDES}\n\nD. "
    )
    status, report = take_in(data, other)
    assert status == 0
    assert "new agency, line 32: 浮標管理有限公司 (BMC) → agencies/bmc.yml" in report
    agency = record(data, "agencies/bmc.yml")
    assert (agency["name"], agency["kind"]) == ("浮標管理有限公司 (BMC)", "company")
    assert record(data, "datasets/bmc/bmc-c-1-ii-1.yml")["agency"] == "bmc"


def test_a_publisher_without_a_record_is_drafted(data: Path) -> None:
    take_in(data, PLAN.replace("海風觀測署", "漁市署"), "fish-open-data-plan-2031-2033")
    assert record(data, "agencies/fish.yml")["name"] == "漁市署"
    take_in(data, PLAN.replace("海風觀測署", "港務處"), "sea-open-data-plan-2031-2033")
    assert record(data, "agencies/draft-1.yml")["name"] == "港務處"
    assert "'draft-1' is the identifier of a draft" in errors(data)


def test_new_words_are_added_to_the_vocabularies(data: Path) -> None:
    changed = PLAN.replace("2\t運輸", "2\t海洋").replace("每季\n", "每五分鐘\n")
    changed = changed.replace("06/2031\t每年", "06/2031\t每年更新").replace("位置\t", "LAZ 格式\t")
    status, report = take_in(data, changed)
    assert status == 0
    assert "new in frequencies, lines 15: 每五分鐘 → 5MIN" in report
    assert "another form in frequencies, lines 16: 每年更新 → ANNUAL" in report
    assert "new in categories, lines 16: 海洋 → draft-1" in report
    assert "new in formats, lines 16: LAZ → LAZ" in report
    terms = {
        term["code"]: term
        for name in ("frequencies", "categories", "formats")
        for term in record(data, f"vocabulary/{name}.yml")["terms"]  # type: ignore[attr-defined]
    }
    assert terms["5MIN"]["published_as"] == "5MIN"
    assert "每年更新" in terms["ANNUAL"]["printed"]
    assert terms["draft-1"]["label"] == "海洋"
    assert record(data, "datasets/sea/sea-a-ii-2.yml")["formats"] == ["LAZ"]
    assert "'draft-1' is the code of a draft" in errors(data)


def test_rows_that_were_not_understood_are_known_to_check(data: Path) -> None:
    status, report = take_in(data, PLAN.replace(BUOYS, BUOYS.replace("06/2031", "16/2031")))
    assert status == 1
    assert "A.ii     line   12  1 row of 2" in report
    sections = record(data, f"documents/{DOCUMENT}.yml")["sections"]
    assert [it["rows"] for it in sections] == [0, 2, 0, 0, 0, 0, 0, 1]  # type: ignore[attr-defined]
    assert "section A.ii has 2 rows, but 1 are listed under data/datasets/" in errors(data)


def test_nothing_is_written_without_a_row_or_with_one_that_belongs_nowhere(data: Path) -> None:
    before = sorted(data.rglob("*.yml"))
    none = PLAN.replace(TIDES, NONE).replace(f"{BUOYS}\n", "").replace(DUES, NONE)
    for text, why in (
        (none, "no row was understood, so no draft was written"),
        (PLAN.replace("ii. 非空間數據", "ii. 其他"), "rows below no heading that was understood"),
    ):
        status, report = take_in(data, text)
        assert (status, why in report) == (1, True)
    assert sorted(data.rglob("*.yml")) == before


def test_a_dataset_that_stands_in_two_rows_is_told_and_drafted_once(data: Path) -> None:
    status, report = take_in(data, PLAN.replace("燈塔收費", "潮汐表"))
    assert status == 1
    assert "row 1 of D.ii has the name of row 1 of A.ii, line 15: it was not drafted" in report
    assert not (data / "datasets/sea/sea-d-ii-1.yml").exists()


def test_a_date_that_is_open_is_recorded_as_it_is_printed(data: Path) -> None:
    take_in(data, PLAN.replace("12/2031", "待定"))
    [listing] = record(data, "datasets/sea/sea-a-ii-1.yml")["listings"]  # type: ignore[misc]
    assert "date" not in listing
    assert listing["date_note"] == "待定"


def test_lines_follow_when_the_text_was_mended(data: Path) -> None:
    take_in(data, PLAN)
    status, report = take_in(data, "\n\n" + PLAN)
    assert status == 0, report
    assert record(data, "datasets/sea/sea-a-ii-2.yml")["listings"][0]["line"] == 18  # type: ignore[index]
    status, report = take_in(data, "\n\n" + PLAN)
    assert "0 new, 0 updated" in report


def test_a_row_that_became_another_dataset_is_told(data: Path) -> None:
    take_in(data, PLAN)
    status, report = take_in(data, PLAN.replace("浮標名錄", "航標名錄"))
    assert status == 1
    assert "name is '浮標名錄', but the plan says '航標名錄'" in report


def test_a_converted_text_is_kept_and_what_was_mended_in_it_is_not_overwritten(data: Path) -> None:
    file, texts = data.parent / "plan.big5", data.parent / "sources"
    file.write_bytes(PLAN.encode("big5"))
    with pytest.raises(SourceError, match="add `--text-to sources`"):
        extract_plan(PlanRequest(file, DOCUMENT, data, data), StringIO())
    request = PlanRequest(file, DOCUMENT, data, data, text_to=texts)
    output = StringIO()
    assert extract_plan(request, output) == 0
    assert "text: converted from big5" in output.getvalue()
    kept = texts / f"{DOCUMENT}.txt"
    assert kept.read_text("utf-8") == PLAN
    kept.write_text(f"\n{PLAN}", "utf-8")
    with pytest.raises(SourceError, match="holds another text"):
        extract_plan(request, StringIO())


def test_cells_in_two_languages_have_the_codes_of_their_chinese(data: Path) -> None:
    """The form is kept as it is printed; what does not apply is no heading of a group."""
    text = PLAN.replace("運輸", "運輸 Transport").replace("每季\n", "每季 Quarterly\n")
    text = text.replace("每年\n", "每年 / Annually\n").replace("不適用\t", "N/A 不適用\t")
    status, report = take_in(data, text)
    assert status == 0, report
    assert "lines 15, 16: 運輸 Transport → transport" in report
    assert "lines 15: 每季 Quarterly → QUARTERLY" in report
    assert "每年 / Annually → ANNUAL" in report
    assert "A.i      line    7  empty: the plan says that it does not apply" in report
    listing = record(data, "datasets/sea/sea-a-ii-1.yml")["listings"][0]  # type: ignore[index]
    assert listing["frequency_printed"] == "每季 Quarterly"


def test_a_date_column_without_a_target_is_told_with_the_words_to_write(data: Path) -> None:
    """It may be that of another part, whose heading was lost; a person sees which."""
    text = PLAN.replace("目標發放日期", "推出日期", 2)
    status, report = take_in(data, text)
    assert status == 1
    assert "the date column of section A.ii is not planned" in report
    assert "write 目標發放日期 in its header in the text" in report


def test_a_plan_in_english_is_refused_with_a_remedy(data: Path) -> None:
    with pytest.raises(SourceError, match="take the Chinese one"):
        take_in(data, "Sea Department\n\nOpen Data Plan 2031-2033\n\nNo.\tName\tDate\n")


def test_what_is_open_is_shown_and_what_was_said_before_is_no_news(data: Path) -> None:
    """Two plans, of which the second lists again what is released and releases the tides."""
    first = PLAN.replace("12/2031", "待定")
    later = PLAN.replace("2031-2033", "2032-2034").replace("2030年12月", "2031年12月")
    later = later.replace(f"{TIDES}\n", "").replace("2\t運輸", "1\t運輸").replace("06/2031", "待定")
    later = later.replace(DUES, f"{DUES}\n{TIDES.replace('1', '2', 1).replace('12/', '11/')}")
    take_in(data, first)
    status, report = take_in(data, later, "sea-plan-2032")
    assert status == 0, report
    catalogue, _ = read_catalogue(data)
    assert catalogue is not None
    records = resolve(catalogue, date(2032, 1, 15))
    made = outputs(records, catalogue_converter(catalogue), "https://handbook.example/")
    page = made["zh-Hant/datasets/sea-a-ii-2.md"].decode()
    assert ":   待定" in page
    assert "待定" in made["zh-Hant/datasets/calendar.md"].decode()
    assert "sea-a-ii-2" not in made["feeds/releases.zh-Hant.ics"].decode()
    feed = made["feeds/changes.zh-Hant.xml"].decode()
    assert "/datasets/sea-d-ii-1/sea-plan-2031/D.ii/1<" in feed
    assert "/datasets/sea-d-ii-1/sea-plan-2032/" not in feed
    assert "/datasets/sea-a-ii-1/sea-plan-2032/D.ii/2<" in feed
    [item] = [
        it for it in json.loads(made["data/v1/datasets.json"])["items"] if it["id"] == "sea-a-ii-2"
    ]
    assert [(it["date"], it["date_note"]) for it in item["listings"]] == [
        *(("2031-06", None), (None, "待定")),
    ]
