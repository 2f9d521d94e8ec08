"""Every fact stands on the line that its record names, and every number of a text is used."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_condition,
    a_dataset,
    a_document,
    a_figure,
    a_figure_list,
    a_listing,
    a_locator,
    a_name,
    a_name_list,
    a_programme,
    a_quoted_locator,
    a_section,
    a_spot,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    exceptions,
)
from maintain.verify.invented import DOCUMENT, a_checked_catalogue, problems, text_of

from generator.maintain.verify.verify import verify
from generator.pipeline.generate import catalogue_converter

FIGURES = "data/figures/sea-grant.yml"
ABSENT = "(look it up in the text, and correct the line or the words)"


def unused(line: int, *numbers: str) -> str:
    return (
        f"{DOCUMENT}:8:8: no record uses {', '.join(map(repr, numbers))} on line {line} "
        "(add the fact, or an exception to data/exceptions/sea-plan.yml)"
    )


def figure_problems(folder: Path, line: str, **changes: Any) -> list[str]:
    """What is said of one figure on line 20, when this is the line."""
    return problems(folder, {20: line}, figures=[a_figure_list(a_figure(**changes))])


# --- what a record quotes -----------------------------------------------------------------------


def test_records_whose_words_stand_on_their_lines_are_good(tmp_path: Path) -> None:
    lines = {11: "渔民可以申请，", 20: "上限500万元。", 30: "于2023年5月推出", 40: "朝夕"}
    assert (
        problems(
            tmp_path,
            lines,
            programmes=[a_programme(terms=[a_condition()])],
            figures=[a_figure_list()],
            events=[an_event_list(an_event(printed="2023年5月"))],
            errata=[an_erratum_list()],
        )
        == []
    )


def test_a_figure_that_stands_elsewhere(tmp_path: Path) -> None:
    """The number is not on the line before, and the line that has it is used by nobody."""
    found = problems(tmp_path, {21: "500万元"}, figures=[a_figure_list()])
    assert found == [
        unused(21, "500"),
        f"{FIGURES}:11:12: '500万元' does not stand on line 20 of sea-plan "
        "(it stands on line 21: correct the line)",
    ]


def test_the_nearest_of_several_lines_is_told(tmp_path: Path) -> None:
    [told, *_] = [
        it
        for it in problems(tmp_path, {2: "500万元", 22: "500万元"}, figures=[a_figure_list()])
        if it.startswith(FIGURES)
    ]
    assert told.endswith("(it stands on line 22: correct the line)")


def test_words_run_on_where_a_line_ends_and_numbers_do_not(tmp_path: Path) -> None:
    """`500` and its unit are wrapped; `5` and `00` are two numbers."""
    assert problems(tmp_path, {20: "上限500", 21: "万元"}, figures=[a_figure_list()]) == []
    found = problems(tmp_path, {20: "上限5", 21: "00万元"}, figures=[a_figure_list()])
    told = f"{FIGURES}:11:12: '500万元' does not stand on line 20 of sea-plan {ABSENT}"
    assert told in found


@pytest.mark.parametrize(
    "line",
    [
        "500万元",
        "每项 500 万 元。",
        "每项500\u00a0万元",
        "**500**万元",
        "<b>500</b>万元",
        "5 00万元",
        "•\t500万元",
    ],
)
def test_gaps_and_marks_of_the_extraction_do_not_matter(tmp_path: Path, line: str) -> None:
    assert [it for it in figure_problems(tmp_path, line) if "does not stand" in it] == []


@pytest.mark.parametrize("line", ["500亿元", "600万元", "500萬元", "500", ""])
def test_other_words_are_no_gaps(tmp_path: Path, line: str) -> None:
    """Nor is the other script: `printed` is what the document prints."""
    assert (
        f"{FIGURES}:11:12: '500万元' does not stand on line 20 of sea-plan {ABSENT}"
    ) in figure_problems(tmp_path, line)


@pytest.mark.parametrize(
    ("line", "number"),
    [("1500万元", "1500"), ("2,500万元", "2500"), ("1.500万元", "1.500"), ("2 500万元", "2500")],
)
def test_a_part_of_a_longer_number_does_not_use_that_number(
    tmp_path: Path, line: str, number: str
) -> None:
    assert figure_problems(tmp_path, line) == [unused(20, number)]


@pytest.mark.parametrize("printed", ["78 701个项目", "78,701个项目", "78701个项目"])
@pytest.mark.parametrize("line", ["批出78 701个项目", "批出78\u00a0701 个项目"])
def test_a_thousands_gap_is_a_gap(tmp_path: Path, printed: str, line: str) -> None:
    """A comma is a mark that the document prints."""
    found = figure_problems(tmp_path, line, printed=printed, value=78_701, unit="project")
    told = f"{FIGURES}:10:12: {printed!r} does not stand on line 20 of sea-plan {ABSENT}"
    assert found == ([told] if "," in printed else [])


def test_each_kind_of_quote_is_told_at_its_own_place(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        {},
        programmes=[a_programme(terms=[a_condition()])],
        events=[an_event_list(an_event(printed="五月"))],
        errata=[an_erratum_list(an_erratum(locators=[a_spot(), a_spot(line=41)]))],
    )
    assert found == [
        f"data/errata/damage.yml:11:14: '朝夕' does not stand on line 40 of sea-plan {ABSENT}",
        f"data/errata/damage.yml:14:14: '朝夕' does not stand on line 41 of sea-plan {ABSENT}",
        f"data/events/sea-grant.yml:9:12: '五月' does not stand on line 30 of sea-plan {ABSENT}",
        "data/programmes/sea-grant.yml:10:12: '渔民可以申请' does not stand on line 11 of sea-plan "
        f"{ABSENT}",
    ]


def test_an_event_without_printed_words_quotes_nothing(tmp_path: Path) -> None:
    assert problems(tmp_path, {}, events=[an_event_list()]) == []


def test_a_date_on_another_line_is_looked_for_there(tmp_path: Path) -> None:
    dated = {"printed": "推出计划", "date": "2024/2025", "date_printed": "二〇二四至二五年度内"}
    events = [an_event_list(an_event(**dated, date_line=7))]
    assert problems(tmp_path, {7: "二〇二四至二五年度内:", 30: "推出计划"}, events=events) == []
    found = problems(tmp_path, {8: "二〇二四至二五年度内:", 30: "推出计划"}, events=events)
    [problem] = [it for it in found if "does not stand" in it]
    assert "'二〇二四至二五年度内' does not stand on line 7 of sea-plan" in problem
    assert "it stands on line 8" in problem


def test_the_part_of_a_numbers_day_stands_on_its_line(tmp_path: Path) -> None:
    """`check` cannot see it: the form holds the number alone."""
    line = "截至2023年年底，上限500万元。"
    assert figure_problems(tmp_path, line, as_of="2023", as_of_part="end") == []
    [missing] = figure_problems(tmp_path, line, as_of="2023")
    assert "line 20 of sea-plan prints another part of 2023 (write `as_of_part: end`)" in missing
    [other] = figure_problems(tmp_path, line, as_of="2023", as_of_part="start")
    assert "(write `as_of_part: end`)" in other
    plain = "截至2023年，上限500万元。"
    [needless] = figure_problems(tmp_path, plain, as_of="2023", as_of_part="end")
    assert "(remove `as_of_part`)" in needless
    # A line that prints the month twice, once with its end, bears out either.
    both = "2023年12月底推出，截至2023年12月上限500万元。"
    assert figure_problems(tmp_path, both, as_of="2023-12") == []
    assert figure_problems(tmp_path, both, as_of="2023-12", as_of_part="end") == []


# --- names --------------------------------------------------------------------------------------


def test_a_name_is_looked_for_in_the_script_of_the_document(tmp_path: Path) -> None:
    """The record has it in Traditional, the plan prints Simplified."""
    agency = an_agency(locators=[a_locator(), a_locator(line=5)])
    assert problems(tmp_path, {5: "由海風觀測署推行"}, agencies=[agency]) == [
        "data/agencies/sea.yml:8:3: '海风观测署' does not stand on line 5 of sea-plan "
        "(it stands on line 3: correct the line)"
    ]


def test_an_alias_is_looked_for_in_the_script_of_the_document(tmp_path: Path) -> None:
    stands = [
        {"which": it, "document": "sea-plan", "lines": [line]}
        for it, line in (("海辦", 80), ("SO", 81))
    ]
    names = a_name_list(a_name(acronym="SO", aliases=["海辦"], forms_stand=stands))
    terminology = a_terminology(names=[names])
    assert problems(tmp_path, {80: "即海办", 81: "（SO）"}, terminology=terminology) == []
    [line] = problems(tmp_path, {80: "即海办", 82: "（SO）"}, terminology=terminology)
    assert "'SO' does not stand on line 81 of sea-plan" in line


def test_a_name_that_a_page_cut_runs_on_into_the_next_line_with_text(tmp_path: Path) -> None:
    agency = an_agency(locators=[a_locator(), a_locator(line=5)])
    assert problems(tmp_path, {5: "由海风", 7: "观测署推行"}, agencies=[agency]) == []
    assert len(problems(tmp_path, {5: "由海风", 6: "的", 7: "观测署"}, agencies=[agency])) == 1


def test_a_name_that_stands_on_the_next_line_begins_there(tmp_path: Path) -> None:
    agency = an_agency(locators=[a_locator(), a_locator(line=5)])
    for lines in ({6: "海风观测署"}, {5: "海", 6: "海风观测署"}):
        assert problems(tmp_path, lines, agencies=[agency]) == [
            "data/agencies/sea.yml:8:3: '海风观测署' does not stand on line 5 of sea-plan "
            "(it stands on line 6: correct the line)"
        ]


@pytest.mark.parametrize(
    "line", ["海产资助计划", "渔业计划", "海计", "Sea Grant", "由 SG 资助", "海产计画"]
)
def test_any_name_of_a_programme_will_do(tmp_path: Path, line: str) -> None:
    """Official, former, alias, English, acronym, or as some document prints it."""
    name = a_name(
        **{"id": "sea-grant", "zh-Hant": "海產資助計劃", "zh-Hans": "海产资助计划"},
        english="Sea Grant",
        acronym="SG",
        aliases=["海計"],
        printed=[{"form": "海产计画", "document": "sea-plan", "lines": [80]}],
    )
    programme = a_programme(
        name=None, former_names=["漁業計劃"], locators=[a_locator(line=10), a_locator(line=12)]
    )
    found = problems(
        tmp_path,
        {12: line, 80: "海产计画"},
        programmes=[programme],
        terminology=a_terminology(names=[a_name_list(name, id="programme")]),
    )
    assert found == []


def test_words_that_are_no_name_are_looked_for_where_the_record_gives_them(tmp_path: Path) -> None:
    locators = [a_locator(line=10), a_locator(line=12, printed="该计划")]
    programme = a_programme(locators=locators)
    assert problems(tmp_path, {12: "该计划由"}, programmes=[programme]) == []
    assert problems(tmp_path, {12: "海产资助计划"}, programmes=[programme]) == [
        "data/programmes/sea-grant.yml:8:3: '该计划' does not stand on line 12 of sea-plan "
        f"{ABSENT}"
    ]


def test_a_clause_that_bears_a_claim_stands_on_its_line_and_needs_no_name(tmp_path: Path) -> None:
    """It may run on into the next line with text."""
    clause = a_claiming_locator("summary", line=12, quotation="资助全港渔民")
    programme = a_programme(locators=[a_locator(line=10), clause])
    for lines in ({12: "署方资助全港渔民，"}, {12: "署方资助", 14: "全港渔民，"}):
        assert problems(tmp_path, lines, programmes=[programme]) == []
    assert problems(tmp_path, {12: "海产资助计划", 13: "资助渔民"}, programmes=[programme]) == [
        "data/programmes/sea-grant.yml:8:3: '资助全港渔民' does not stand on line 12 of sea-plan "
        f"{ABSENT}"
    ]


def test_forms_of_the_terminology_stand_where_it_says(tmp_path: Path) -> None:
    name = a_name(
        stands=[{"document": "sea-plan", "lines": [5, 6]}],
        printed=[{"form": "海风办事处", "document": "sea-plan", "lines": [7]}],
    )
    terminology = a_terminology(names=[a_name_list(name)])
    lines = {5: "海风办公室", 6: "海风办公", 7: "海风办公室"}
    assert problems(tmp_path, lines, terminology=terminology) == [
        "data/terminology/names/agency.yml:9:5: '海风办公室' does not stand on line 6 of sea-plan "
        "(it stands on line 5: correct the line)",
        "data/terminology/names/agency.yml:12:11: '海风办事处' does not stand on line 7 of "
        f"sea-plan {ABSENT}",
    ]


def test_the_clause_of_a_name_stands_on_the_first_of_its_lines(tmp_path: Path) -> None:
    clause = "海风办公室负责潮汐"
    stands = [{"document": "sea-plan", "lines": [5, 6], "quotation": clause}]
    terminology = a_terminology(names=[a_name_list(a_name(stands=stands))])
    good = {5: "前事。海风办公室负责 潮汐", 6: "海风办公室"}
    assert problems(tmp_path, good, terminology=terminology) == []
    [told] = problems(tmp_path, {5: good[6], 6: good[5]}, terminology=terminology)
    assert f"{clause!r} does not stand on line 5 of sea-plan (it stands on line 6: " in told


# --- plans --------------------------------------------------------------------------------------

ROW = "1 潮汐时间 各观测站的潮汐时间 06/2024 每年"


def plan_problems(folder: Path, lines: dict[int, str]) -> list[str]:
    """What is said of the default plan, whose one row stands on line 60."""
    raw = text_of(lines)
    (folder / "sea-plan.txt").write_bytes(raw)
    document = a_document(sha256=a_checked_catalogue(raw).documents["sea-plan"].record.sha256)
    catalogue = a_catalogue(documents=[document])
    return [str(it) for it in verify(catalogue, catalogue_converter(catalogue), folder)]


def test_a_row_and_the_heading_above_it(tmp_path: Path) -> None:
    assert plan_problems(tmp_path, {50: "ii. 非空间数据", 60: ROW}) == []


@pytest.mark.parametrize("month", ["6/2024", "06／2024", "2024年6月", "2024 年 6 月"])
def test_a_month_is_found_however_a_plan_prints_it(tmp_path: Path, month: str) -> None:
    row = ROW.replace("06/2024", month)
    found = plan_problems(tmp_path, {50: "ii. 非空间数据", 60: row})
    assert not [it for it in found if "does not stand" in it]


@pytest.mark.parametrize(
    ("line", "lost"),
    [
        ("1 潮汐 06/2024 每年", "潮汐时间"),
        ("1 潮汐时间 05/2024 每年", "06/2024"),
        ("1 潮汐时间 06/2024 每月", "每年"),
    ],
)
def test_a_row_that_says_something_else(tmp_path: Path, line: str, lost: str) -> None:
    found = plan_problems(tmp_path, {50: "ii. 非空间数据", 60: line})
    told = f"data/datasets/sea/sea-tides.yml:18:9: {lost!r} does not stand on line 60 of sea-plan "
    assert f"{told}{ABSENT}" in found


def test_a_section_that_begins_elsewhere(tmp_path: Path) -> None:
    assert plan_problems(tmp_path, {50: "潮汐数据", 60: ROW}) == [
        f"{DOCUMENT}:12:9: 'ii.' does not stand on line 50 of sea-plan {ABSENT}"
    ]


@pytest.mark.parametrize(
    ("code", "line", "stands"),
    [
        ("A.i", "##### i. 空间数据", True),
        ("A.i", "**i.** 空间数据", True),
        ("A.i", "ii. 非空间数据", False),
        ("A.ii", "## ii. 非空间数据", True),
        ("A.ii", "(2) 非空间数据", True),
        ("A.ii", "非空间数据", True),
        ("A.i", "非空间数据", False),
        ("A.ii", "iii. 非空间数据", False),
        ("A.ii", "i. 空间数据", False),
    ],
)
def test_a_section_is_told_from_its_neighbour(
    tmp_path: Path, code: str, line: str, stands: bool
) -> None:
    """`i.` is a part of `ii.`, and yet another heading."""
    raw = text_of({50: line, 60: ROW})
    (tmp_path / "sea-plan.txt").write_bytes(raw)
    document = a_document(
        sha256=hashlib.sha256(raw).hexdigest(),
        lines=len(raw.split(b"\n")),
        sections=[a_section(code=code, rows=0, empty="no-row")],
    )
    made = a_catalogue(documents=[document], datasets=[])
    found = [str(it) for it in verify(made, catalogue_converter(made), tmp_path)]
    assert any("does not stand on line 50" in it for it in found) is not stands


@pytest.mark.parametrize(
    ("date", "printed", "others"),
    [
        ("2024", ("2024年", "二零二四年"), ("2025年",)),
        ("2024-06-15", ("15/06/2024", "2024年6月15日", "15 June 2024"), ("16/06/2024", "2024年")),
        ("2024-34", ("2024年第二季", "2024年第2季度", "Q2 2024"), ("2024年第三季", "2024年")),
        ("2024-41", ("2024年下半年", "二〇二四年下半年", "2H 2024"), ("2024年上半年",)),
        ("2024-06", ("June 2024", "2024-06", "二零二四年六月"), ("2024-07",)),
    ],
)
def test_a_target_is_held_against_what_is_printed_of_it(
    tmp_path: Path, date: str, printed: tuple[str, ...], others: tuple[str, ...]
) -> None:
    dataset = a_dataset(listings=[a_listing(date=date)])
    place = "data/datasets/sea/sea-tides.yml:18:9"
    for form in (*printed, *others):
        found = problems(tmp_path, {60: f"1 潮汐时间 {form} 每年"}, datasets=[dataset])
        told = [it for it in found if "does not stand" in it]
        assert len(told) == (form in others), form
        assert all(it.startswith(place) for it in told)


def test_a_target_that_is_open_is_held_against_the_words(tmp_path: Path) -> None:
    dataset = a_dataset(listings=[a_listing(date=None, date_note="待定")])
    for form in ("待定", "06/2024"):
        found = problems(tmp_path, {60: f"1 潮汐时间 {form} 每年"}, datasets=[dataset])
        assert any("'待定' does not stand on line 60" in it for it in found) == (form != "待定")


# --- texts --------------------------------------------------------------------------------------


def test_a_text_that_is_not_there(tmp_path: Path) -> None:
    catalogue = a_checked_catalogue(b"")
    assert [str(it) for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)] == [
        f"{DOCUMENT}:7:9: there is no sea-plan.txt in {tmp_path} "
        "(put the text there; CONTRIBUTING.md says where it is to be had)"
    ]


def test_a_text_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "sea-plan.txt").mkdir()
    catalogue = a_checked_catalogue(b"")
    assert [str(it) for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)] == [
        f"{DOCUMENT}:7:9: sea-plan.txt cannot be read: Is a directory "
        "(give the folder of the texts with --sources)"
    ]


def test_another_text_is_told_once_and_not_line_by_line(tmp_path: Path) -> None:
    """Lines are counted in the text with the right hash only."""
    raw = text_of({20: "500万元"})
    (tmp_path / "sea-plan.txt").write_bytes(raw + b"\nx\n")
    catalogue = a_checked_catalogue(raw, figures=[a_figure_list()])
    assert [str(it) for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)] == [
        f"{DOCUMENT}:7:9: sea-plan.txt is another text: it has 101 lines, the record says 100 "
        "(find the text with this SHA-256; or take this one: `python3 dev.py verify --sources "
        f"{tmp_path} --document sea-plan --accept`)"
    ]


@pytest.mark.parametrize(
    ("saved", "remedy"),
    [
        (lambda raw: raw.replace(b"\n", b"\r\n"), "its lines end as in Windows: save it with"),
        (lambda raw: b"\xef\xbb\xbf" + raw, "it begins with a byte order mark: save it as UTF-8"),
        (lambda raw: b"\xef\xbb\xbf" + raw.replace(b"\n", b"\r\n"), "it begins with a byte order"),
        (lambda raw: raw + b"\n", "its end differs: with or without a line break"),
        (lambda raw: raw.removesuffix(b"\n"), "its end differs: with or without a line break"),
    ],
)
def test_a_text_that_an_editor_saved_otherwise(
    tmp_path: Path, saved: Callable[[bytes], bytes], remedy: str
) -> None:
    raw = text_of({20: "500万元"})
    (tmp_path / "sea-plan.txt").write_bytes(saved(raw))
    catalogue = a_checked_catalogue(raw)
    [told] = [str(it) for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)]
    assert told.startswith(
        f"{DOCUMENT}:7:9: sea-plan.txt is the text, but was saved otherwise ({remedy}"
    )


def test_a_text_of_another_name_is_found(tmp_path: Path) -> None:
    raw = text_of({})
    (tmp_path / "plan.txt").write_bytes(raw)
    (tmp_path / "other.txt").write_bytes(b"other")
    catalogue = a_checked_catalogue(raw)
    assert [str(it) for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)] == [
        f"{DOCUMENT}:7:9: its text is called plan.txt (rename it to sea-plan.txt)"
    ]


def test_one_document_alone(tmp_path: Path) -> None:
    """The texts of the others need not be there, and what is from them is not looked at."""
    raw = text_of({20: "500"})
    (tmp_path / "sea-plan.txt").write_bytes(raw)
    good = a_checked_catalogue(raw).documents["sea-plan"].record
    catalogue = a_checked_catalogue(raw, documents=[good, a_document(id="lost", sections=[])])
    found = verify(catalogue, catalogue_converter(catalogue), tmp_path, "sea-plan")
    assert [str(it).split(" (")[0] for it in found] == [
        f"{DOCUMENT}:8:8: no record uses '500' on line 20"
    ]


def test_the_other_texts_are_verified_all_the_same(tmp_path: Path) -> None:
    raw = text_of({20: "500"})
    (tmp_path / "sea-plan.txt").write_bytes(raw)
    good = a_checked_catalogue(raw).documents["sea-plan"].record
    catalogue = a_checked_catalogue(
        raw, documents=[good, a_document(id="lost", sections=[], date="2020")]
    )
    assert [
        str(it).split(" (")[0] for it in verify(catalogue, catalogue_converter(catalogue), tmp_path)
    ] == [
        f"data/documents/lost.yml:7:9: there is no lost.txt in {tmp_path}",
        f"{DOCUMENT}:8:8: no record uses '500' on line 20",
    ]


# --- numbers that nobody uses -------------------------------------------------------------------


def test_a_number_that_no_record_uses(tmp_path: Path) -> None:
    assert problems(tmp_path, {20: "500万元，3年，七个"}) == [
        unused(20, "500", "3", "七个"),
    ]


def test_what_is_unused_is_told_line_by_line_in_the_order_of_the_text(tmp_path: Path) -> None:
    lines = {20: "9", 100: "1", 21: "5和2和5"}
    assert problems(tmp_path, lines) == [unused(20, "9"), unused(21, "5", "2"), unused(100, "1")]


def test_of_very_many_lines_the_first_are_told(tmp_path: Path) -> None:
    """A new document has dozens before its exceptions are written."""
    lines = {number: f"{number}" for number in range(20, 30)}
    assert len(problems(tmp_path, lines)) == 10
    shown = ", ".join(f"{number} ('{number}')" for number in lines)
    raw = text_of(lines | {90: "4", 91: "5"})
    assert problems(tmp_path, lines | {90: "4", 91: "5"}) == [
        f"{DOCUMENT}:8:8: 12 lines print numbers that no record uses: {shown} and 2 more "
        "(add the fact, or an exception to data/exceptions/sea-plan.yml; "
        "`--document sea-plan` lists every line)"
    ]
    catalogue = a_checked_catalogue(raw)
    every = verify(catalogue, catalogue_converter(catalogue), tmp_path, "sea-plan")
    assert [str(it) for it in every] == [unused(it, str(it)) for it in lines] + [
        unused(90, "4"),
        unused(91, "5"),
    ]


def test_a_number_in_the_words_of_a_record_is_used(tmp_path: Path) -> None:
    lines = {20: "上限500万元", 11: "渔民可以申请两次", 30: "2023年5月"}
    found = problems(
        tmp_path,
        lines,
        programmes=[a_programme(terms=[a_condition(printed="渔民可以申请两次")])],
        figures=[a_figure_list()],
        events=[an_event_list(an_event(printed="2023年5月"))],
    )
    assert found == []


def test_a_number_that_is_used_on_another_line_is_not_used_here(tmp_path: Path) -> None:
    found = problems(tmp_path, {20: "500万元", 21: "500万元"}, figures=[a_figure_list()])
    assert found == [unused(21, "500")]


def test_the_day_of_a_number_is_used(tmp_path: Path) -> None:
    line = "截至2024年3月，500万元"
    assert figure_problems(tmp_path, line, as_of="2024-03") == []
    assert figure_problems(tmp_path, line) == [unused(20, "2024", "3")]


def test_an_erratum_says_nothing_about_the_numbers_it_quotes(tmp_path: Path) -> None:
    """It tells that they are wrong: somebody has to say what they mean."""
    erratum = an_erratum(locators=[a_spot(line=20, printed="500万元")])
    assert problems(tmp_path, {20: "500万元"}, errata=[an_erratum_list(erratum)]) == [
        unused(20, "500")
    ]


# --- exceptions ---------------------------------------------------------------------------------

PAGE = {"lines": [70], "printed": "7", "reason": "頁碼"}


def test_a_number_that_a_statement_says_is_used(tmp_path: Path) -> None:
    """One that only its quotation prints is not."""
    spots = [a_quoted_locator(quotation="资助3类和5类漁船")]
    held = a_statement_list(a_statement(text="資助3類漁船。", locators=spots))
    assert problems(tmp_path, {31: "资助3类和5类漁船"}, statements=[held]) == [unused(31, "5")]


@pytest.mark.parametrize("printed", ["二零二四年", "二〇二四年", "2024年"])
def test_a_year_is_the_same_in_either_numeral(tmp_path: Path, printed: str) -> None:
    spots = [{"document": "sea-plan", "line": 31, "quotation": "漁船"}]
    held = a_statement_list(a_statement(text="2024年起資助漁船。", locators=spots))
    assert problems(tmp_path, {31: f"{printed}起资助漁船"}, statements=[held]) == []
    other = f"{printed}起资助漁船，二零二五年檢討"
    assert problems(tmp_path, {31: other}, statements=[held]) == [unused(31, "二零二五年")]


def test_an_exception_excuses_its_number_on_its_line(tmp_path: Path) -> None:
    assert problems(tmp_path, {70: "7"}, exceptions=[exceptions(PAGE)]) == []
    assert problems(tmp_path, {70: "7 8", 71: "7"}, exceptions=[exceptions(PAGE)]) == [
        unused(70, "8"),
        unused(71, "7"),
    ]


def test_an_exception_without_a_number_excuses_all_of_its_lines(tmp_path: Path) -> None:
    """From the first to the last of them."""
    table = {"lines": [70, 72], "reason": "頁碼"}
    lines = {69: "1", 70: "2", 71: "3 4", 72: "五个", 73: "6"}
    assert problems(tmp_path, lines, exceptions=[exceptions(table)]) == [
        unused(69, "1"),
        unused(73, "6"),
    ]


def test_an_exception_that_nothing_needs(tmp_path: Path) -> None:
    """Because the number is gone, or because a record uses it now."""
    used = {"lines": [20], "printed": "500", "reason": "上限"}
    found = problems(
        tmp_path, {20: "500万元"}, figures=[a_figure_list()], exceptions=[exceptions(PAGE, used)]
    )
    assert found == [
        "data/exceptions/sea-plan.yml:3:3: 頁碼: not needed (remove this exception)",
        "data/exceptions/sea-plan.yml:7:3: 上限: not needed (remove this exception)",
    ]


# --- quotations ---------------------------------------------------------------------------------


def test_a_statement_stands_on_the_line_of_each_of_its_documents(tmp_path: Path) -> None:
    held = a_statement_list(a_statement())
    assert problems(tmp_path, {31: "计划协助**渔民**更换 渔船"}, statements=[held]) == []
    assert problems(tmp_path, {33: "协助渔民更换渔船"}, statements=[held])[-1] == (
        "data/statements/sea-grant.yml:11:16: '协助渔民更换渔船' does not stand on line 31 of "
        "sea-plan (it stands on line 33: correct the line)"
    )


@pytest.mark.parametrize(
    "lines",
    [
        {20: "海署的上限500万元。"},
        {20: "**海署**的 上限500万元。"},
        {18: "海署", 20: "的上限500万元"},
        {20: "海署的上限500", 22: "万元"},
    ],
)
def test_a_quotation_may_begin_a_line_before_and_end_a_line_after(
    tmp_path: Path, lines: dict[int, str]
) -> None:
    figure = a_figure(printed="500", value=500, unit="item", quotation="海署的上限500万元")
    told = problems(tmp_path, lines, figures=[a_figure_list(figure)])
    assert [it for it in told if "does not stand" in it] == []


@pytest.mark.parametrize(
    "lines", [{20: "海署上限500万元"}, {20: "500万元", 30: "海署的上限"}, {19: "海署的上限500万元"}]
)
def test_a_quotation_that_does_not_stand_on_the_line_is_told(
    tmp_path: Path, lines: dict[int, str]
) -> None:
    figure = a_figure(quotation="海署的上限500万元")
    told = problems(tmp_path, lines, figures=[a_figure_list(figure)])
    assert any(
        it.startswith(f"{FIGURES}:12:14: '海署的上限500万元' does not stand on line 20 of sea-plan")
        for it in told
    )


def test_the_numbers_of_a_quotation_are_not_used_by_it(tmp_path: Path) -> None:
    figure = a_figure(quotation="首3宗的上限500万元")
    told = problems(tmp_path, {20: "首3宗的上限500万元"}, figures=[a_figure_list(figure)])
    assert told == [unused(20, "3")]
