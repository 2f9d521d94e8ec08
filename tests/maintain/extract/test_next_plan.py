"""Next year's plan of a made-up department, in either script: text → records → pages, without code.

The first plan is in Simplified. The next one drops the lighthouse dues and the visitors, releases
the ferries, moves two targets, adds the salinity of the water, renames the list of buoys, and
changes the description and frequency of the tides.
"""

import re
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, an_agency

from generator.cli.clock import hong_kong_day
from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.messages.language import chinese_texts
from generator.messages.problem import Severity
from generator.model.catalogue import Catalogue
from generator.model.dataset import Dataset
from generator.pipeline.generate import catalogue_converter, examine
from generator.pipeline.outputs import outputs
from generator.reading.load import read_catalogue
from generator.resolve.resolve import resolve

PLANS = ROOT / "tests" / "data" / "next-plan"
FIRST, NEXT = "sea-plan-2026", "sea-plan-2027"


def take_in(
    data: Path, name: str, document: str, into: Path | None = None
) -> tuple[int, list[str]]:
    output = StringIO()
    status = extract_plan(PlanRequest(PLANS / f"{name}.txt", document, data, into or data), output)
    return status, output.getvalue().splitlines()


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def good(data: Path) -> Catalogue:
    """The records, of which nothing is wrong but that they are drafts."""
    _, problems = examine(data, hong_kong_day())
    wrong = [it for it in problems if it.severity is Severity.ERROR]
    assert all("is the identifier of a draft" in it.message for it in wrong), list(map(str, wrong))
    catalogue, unread = read_catalogue(data)
    assert catalogue is not None
    assert not unread
    return catalogue


def dataset(data: Path, name: str) -> Dataset:
    [found] = [
        record_file.record
        for record_file in good(data).datasets.values()
        if name
        in str(record_file.record.name) + str([it.name for it in record_file.record.listings])
    ]
    return found


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two agencies, known by their names in one script; the first plan is taken in."""
    sea = an_agency()
    company = an_agency(id="lighthouse", name="燈塔管理公司", kind="company")
    folder = a_data_folder(tmp_path, a_catalogue(agencies=[sea, company]))
    status, report = take_in(folder, "2026-2028.zh-Hans", FIRST)
    assert status == 0, report
    good(folder)
    return folder


@pytest.fixture(params=["zh-Hant", "zh-Hans"])
def name(request: pytest.FixtureRequest) -> str:
    return f"2027-2029.{request.param}"


def test_a_text_that_was_mended_is_told_field_by_field(data: Path, tmp_path: Path) -> None:
    """After the drafts were written a record is a person's, and is told from what the text says."""
    text = (PLANS / "2026-2028.zh-Hans.txt").read_text("utf-8")
    mended = tmp_path / "mended.txt"
    row = next(line for line in text.split("\n") if "海流预报" in line)
    mended.write_text(text.replace(row + "\n", f"{row}\n2{row[1:]}\n".replace("海流", "潮流")))
    output = StringIO()
    assert extract_plan(PlanRequest(mended, FIRST, data, data), output) == 1
    record = data / "documents" / f"{FIRST}.yml"
    number = next(it for it, line in enumerate(output.getvalue().split("\n")) if "rows is" in line)
    told = output.getvalue().split("\n")[number]
    at = record.read_text("utf-8").split("\n").index("  - code: B.ii") + 4
    assert told.startswith(f"{record}:{at}:11: rows is 1, but the plan says 2 (compare")


def test_the_first_plan_is_all_new(data: Path) -> None:
    records = good(data).datasets
    assert sum(it.record.listings[0].document == FIRST for it in records.values()) == 9


def test_the_report_says_what_is_new_gone_released_and_changed(data: Path, name: str) -> None:
    status, report = take_in(data, name, NEXT)
    assert status == 0
    start = report.index(f"compared with {FIRST}:")
    end = next(number for number, line in enumerate(report) if "unchanged: " in line)
    listed = list(sections(report[start + 1 : end + 1]))
    assert [(heading, len(found)) for heading, found in listed] == [
        ("added: 1", 1),
        ("no longer listed: 2", 2),
        ("planned before, now released: 1", 1),
        ("changed: 5", 5),
        ("unchanged: 2", 0),
    ]
    added, dropped, released, changed, _ = (found for _, found in listed)
    assert added[0].startswith("A.ii 2, line 17: 海水")
    assert added[0].endswith("→ datasets/sea/sea-2027-a-ii-2.yml")
    assert [it.split(": ")[0] for it in dropped] == ["sea-a-ii-2", "sea-d-ii-3"]
    assert released == ["sea-a-ii-1: planned for 2026-03, released 2026-04"]
    assert sorted(it.split(": ")[:2] for it in changed) == [
        ["lighthouse-c-1-ii-1", "date"],
        ["sea-b-ii-1", "date"],
        ["sea-d-ii-1", "description"],
        ["sea-d-ii-1", "frequency"],
        ["sea-d-ii-2", "name, found by likeness"],
    ]
    assert "sea-b-ii-1: date: 2027-05 → 2027-11" in changed


def sections(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Headings of the comparison with the findings below each."""
    heading, found = "", []
    for line in lines:
        if line.startswith("    "):
            found.append(line.strip())
        elif line.startswith("  "):
            if heading:
                yield heading, found
            heading, found = line.strip(), []
    yield heading, found


def test_a_renamed_dataset_keeps_its_address_and_its_former_name(data: Path, name: str) -> None:
    take_in(data, name, NEXT)
    record = dataset(data, "浮标名录")
    assert record.id == "sea-d-ii-2"
    assert [it.document for it in record.listings] == [FIRST, NEXT]
    assert record.listings[0].name == "浮标名录"
    assert record.name == ("浮標位置名錄" if record.script == "zh-Hant" else "浮标位置名录")


def test_a_dataset_that_is_no_longer_listed_is_left_as_it_is(data: Path, name: str) -> None:
    before = bytes_of(data)["datasets/sea/sea-d-ii-3.yml"]
    take_in(data, name, NEXT)
    assert bytes_of(data)["datasets/sea/sea-d-ii-3.yml"] == before


def test_every_change_of_a_record_is_shown(data: Path, name: str) -> None:
    before = bytes_of(data)
    _, report = take_in(data, name, NEXT)
    after = bytes_of(data)
    changed = {path for path in before if after[path] != before[path]}
    assert changed == {line[6:] for line in report if line.startswith("+++ b/")}
    assert len(changed) == 7


def test_comments_and_layout_of_a_record_are_kept(data: Path, name: str) -> None:
    file = data / "datasets" / "sea" / "sea-d-ii-1.yml"
    file.write_text(
        "# kept\n" + file.read_text("utf-8").replace("spatial:", "# kept, too\nspatial:")
    )
    take_in(data, name, NEXT)
    text = file.read_text("utf-8")
    assert text.startswith("# kept\n")
    assert "# kept, too\nspatial: false\n" in text
    assert text.count("- document:") == 2


def test_a_second_run_changes_nothing(data: Path, name: str) -> None:
    take_in(data, name, NEXT)
    before = bytes_of(data)
    status, report = take_in(data, name, NEXT)
    assert status == 0
    assert report[-1] == "drafts: 0 new, 0 updated, 9 unchanged, 0 conflicts"
    assert bytes_of(data) == before


def test_drafts_elsewhere_leave_the_data_alone(data: Path, name: str, tmp_path: Path) -> None:
    """The folder is laid out like the data: to accept the drafts is to copy them."""
    before = bytes_of(data)
    drafts = tmp_path / "drafts"
    status, report = take_in(data, name, NEXT, drafts)
    assert (status, report[-1]) == (0, "drafts: 2 new, 7 updated, 0 unchanged, 0 conflicts")
    assert bytes_of(data) == before
    written = bytes_of(drafts)
    take_in(data, name, NEXT, drafts)
    assert bytes_of(drafts) == written
    take_in(data, name, NEXT)
    assert {path: bytes_of(data)[path] for path in written} == written


def test_what_a_person_wrote_over_a_draft_is_kept(data: Path, name: str, tmp_path: Path) -> None:
    drafts = tmp_path / "drafts"
    take_in(data, name, NEXT, drafts)
    file = drafts / "datasets" / "sea" / "sea-d-ii-1.yml"
    file.write_text("reviewed\n", "utf-8")
    status, report = take_in(data, name, NEXT, drafts)
    assert status == 1
    assert report[-1] == "drafts: 0 new, 0 updated, 8 unchanged, 1 conflict"
    assert file.read_text("utf-8") == "reviewed\n"


def test_a_listing_that_says_otherwise_is_told_and_left_alone(data: Path, name: str) -> None:
    take_in(data, name, NEXT)
    file = data / "datasets" / "sea" / "sea-b-ii-1.yml"
    file.write_text(file.read_text("utf-8").replace("2027-11", "2027-10"), "utf-8")
    before = bytes_of(data)
    status, report = take_in(data, name, NEXT)
    assert status == 1
    assert any(
        "date is '2027-10', but the plan says '2027-11' (compare the two" in line for line in report
    )
    assert bytes_of(data) == before


def test_an_older_plan_goes_below_the_newer_one(data: Path, name: str, tmp_path: Path) -> None:
    """Taken in later, it changes no text of the record."""
    other = a_data_folder(
        tmp_path / "other",
        a_catalogue(agencies=[an_agency(), an_agency(id="lighthouse", name="燈塔管理公司")]),
    )
    take_in(other, name, NEXT)
    before = dataset(other, "潮汐表")
    take_in(other, "2026-2028.zh-Hans", FIRST)
    after = dataset(other, "潮汐表")
    assert [it.document for it in after.listings] == [FIRST, NEXT]
    assert (after.name, after.description) == (before.name, before.description)
    assert after.listings[0].description == "各观测站每小时的潮高，以 CSV 格式提供"


def test_the_plan_reaches_pages_data_files_calendar_and_feeds(data: Path, name: str) -> None:
    take_in(data, name, NEXT)
    catalogue = good(data)
    made = outputs(
        resolve(catalogue, date(2027, 1, 15)),
        catalogue_converter(catalogue),
        "https://handbook.example/",
    )
    for script, salinity, buoys in (
        ("zh-Hant", "海水鹽度紀錄", "浮標位置名錄"),
        ("zh-Hans", "海水盐度纪录", "浮标位置名录"),
    ):
        page = made[f"{script}/datasets/sea-2027-a-ii-2.md"].decode()
        assert salinity in page
        assert buoys in made[f"{script}/datasets/sea-d-ii-2.md"].decode()
        plan = made[f"{script}/documents/{NEXT}.md"].decode()
        assert salinity in plan
    assert '"id":"sea-2027-a-ii-2"' in made["data/v1/datasets.json"].decode()
    for script in ("zh-Hant", "zh-Hans"):
        for folder in ("feeds", "feeds/sea"):
            assert "sea-2027-a-ii-2" in made[f"{folder}/releases.{script}.ics"].decode()
            assert "sea-2027-a-ii-2" in made[f"{folder}/changes.{script}.xml"].decode()
        assert "sea-2027-a-ii-2" not in made[f"feeds/lighthouse/releases.{script}.ics"].decode()


def test_the_report_speaks_chinese(data: Path, name: str) -> None:
    output = StringIO()
    extract_plan(PlanRequest(PLANS / f"{name}.txt", NEXT, data, data), output, chinese_texts())
    assert f"與 {FIRST} 比較：" in output.getvalue()
    assert "  不再列出：2" in output.getvalue()


def test_the_drafts_speak_chinese_and_read_well(data: Path, name: str) -> None:
    before = bytes_of(data)
    extract_plan(PlanRequest(PLANS / f"{name}.txt", NEXT, data, data), StringIO(), chinese_texts())
    drafts = [it.decode() for path, it in bytes_of(data).items() if path not in before]
    assert drafts
    for text in drafts:
        comment = [line for line in text.split("\n") if line.startswith("#")]
        assert all(re.search("[\u4e00-\u9fff]", line) for line in comment), comment
    good(data)


def test_a_part_that_the_earlier_plan_had_was_lost(data: Path, name: str) -> None:
    output = StringIO()
    text = (PLANS / f"{name}.txt").read_text("utf-8")
    mark = next(it for it in ("## D.", "D.") if f"\n{it}" in text)
    file = data.parent / "cut.txt"
    file.write_text(text.partition(f"\n{mark}")[0] + "\n", "utf-8")
    assert extract_plan(PlanRequest(file, NEXT, data, data), output) == 1
    told = "no table of part D was understood (check that the text is complete)"
    assert f"{file}:1:1: {told}" in output.getvalue()
