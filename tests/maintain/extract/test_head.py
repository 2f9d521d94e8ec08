"""Another year of a head is drafted from its text and last year's record."""

from pathlib import Path

import pytest
import yaml
from maintain.extract.heads import ENGLISH_TEXT, NEW, NEW_TEXT, OLD, OLD_TEXT, Head, by_id, cells

from generator.maintain.extract.source_error import SourceError


@pytest.fixture
def head(tmp_path: Path) -> Head:
    return Head(tmp_path)


def test_every_cell_comes_with_its_line_and_the_name_it_had(head: Head) -> None:
    budget = head.take(NEW_TEXT)
    printed = cells(budget)
    assert printed["programme-1.allocation.2026-27-estimate"] == "12.0"
    assert printed["programme-1.change.2025-26-revised"] == "(+6.7%)"
    assert printed["programme-2.change-from-original.2026-27-estimate"] == "增加 50.0%"
    assert printed["analysis.total.2025-26-original"] == "19.0¶"
    assert printed["sub-heads.661.2025-26-approved"] == "3,500"
    assert printed["sub-heads.total.2026-27-estimate"] == "18,000"
    lines = NEW_TEXT.split("\n")
    for table in budget["tables"]:
        for row in table["rows"]:
            for cell in row.get("cells", []):
                assert cell["printed"] in lines[int(row["line"]) - 1]


def test_years_move_in_names_and_heads_of_columns(head: Head) -> None:
    budget = head.take(NEW_TEXT)
    assert (budget["id"], budget["year"]) == (NEW, "2026-27")
    assert budget["headline"] == "sub-heads.total.2026-27-estimate"
    columns = by_id(budget["tables"])["analysis"]["columns"]
    assert [it["printed"] for it in columns] == [
        "2024-25 (實際)", "2025-26 (原來預算)", "2025-26 (修訂)", "2026-27 (預算)",
    ]  # fmt: skip


def test_a_new_row_gets_a_draft_and_no_other_row_its_numbers(head: Head) -> None:
    budget = head.take(NEW_TEXT)
    rows = by_id(by_id(budget["tables"])["sub-heads"]["rows"])
    assert [it["printed"] for it in rows["003"]["cells"]] == ["—", "—", "—", "1,000"]
    assert rows["recurrent-total"]["sum_of"] == ["000", "003"]
    assert [it["printed"] for it in rows["000"]["cells"]] == [
        "14,000",
        "15,500",
        "16,000",
        "13,000",
    ]
    assert "表 sub-heads 的 003，第 64 行：003 可收回的薪金" in head.review


def test_a_row_that_is_gone_is_told_with_what_named_it(head: Head) -> None:
    text = "\n".join(it for it in NEW_TEXT.split("\n") if not it.startswith("(2) "))
    budget = head.take(text.replace("17.0\t19.0¶\t20.0\t18.0", "12.0\t15.0¶\t16.0\t12.0"))
    assert "analysis.programme-2.2026-27-estimate" not in cells(budget)
    assert "表 analysis 的 programme-2：(2) 潮汐" in head.review
    assert "same：analysis.programme-2 = programme-2.allocation" in head.review
    assert budget["charts"][0]["rows"] == ["programme-1"]


def test_statements_and_posts_take_this_years_words(head: Head) -> None:
    statements = by_id(head.take(NEW_TEXT)["statements"])
    change = statements["programme-1-change"]
    assert (change["printed"], change["change"]) == ("減少 400 萬元", "decrease")
    assert change["from"] == "programme-1.allocation.2025-26-revised"
    rate = statements["programme-1-rate"]
    assert (rate["change"], rate["what"]) == ("decrease", "綱領(1)較2025-26年度修訂預算（減幅）")
    assert statements["total"]["printed"] == "18,000,000 元"
    posts = statements["posts"]
    assert (posts["printed"], posts["as_of"], posts["line"]) == ("41 個職位", "2026-03-31", "78")


def test_our_own_words_turn_with_the_numbers_or_wait_for_a_person(head: Head) -> None:
    budget = head.take(NEW_TEXT)
    chart = budget["charts"][0]
    assert chart["finding"] == "2026-27年度較上年度減少{analysis.change.2026-27-estimate}"
    assert chart["text"] == "綱領(2)增加{programme-2.change.2026-27-estimate}。"
    assert budget["explanation"].startswith("待核對：")
    aims = {it["id"]: it["aim"] for it in budget["programmes"]}
    assert aims == {"programme-1": "觀測海風。", "programme-2": "待核對：公布潮汐。"}


def test_columns_that_cover_different_things_wait_for_a_person(head: Head) -> None:
    record = head.data / "budget" / f"{OLD}.yml"
    other = (
        "{id: 2023-24-actual, year: 2023-24, basis: actual, scope: whole-head, printed: 2023-24 實"
    )
    text = record.read_text("utf-8").replace(
        "name: 整個總目}", "name: 整個總目}\n  - {id: old, name: 重組前}"
    )
    assert other in text
    record.write_text(text.replace(other, other.replace("whole-head", "old")), "utf-8")
    tables = by_id(head.take(NEW_TEXT)["tables"])
    scopes = {name: [it["scope"] for it in table["columns"]] for name, table in tables.items()}
    assert scopes["sub-heads"] == [*["to-review"] * 3, "whole-head"]
    assert scopes["analysis"] == ["whole-head"] * 4
    assert "to-review" in head.review


def test_check_refuses_what_nobody_has_read_again(head: Head) -> None:
    head.take(NEW_TEXT)
    assert "待核對：還沒有人重新看過" in head.review
    assert head.status == 1


def test_changed_words_stand_side_by_side(head: Head) -> None:
    head.take(NEW_TEXT)
    assert "| 40 | 上年第 35 行 | 4 宗旨是公布潮汐。 | 4 宗旨是公布和解釋潮汐。 |" in head.review
    assert "| 53 | 註 ¶ | 不包括燈塔組的撥款。 | 不包括燈塔組和浮標組的撥款。 |" in head.review


def test_a_table_of_another_kind_is_shown_and_the_page_says_that_it_is_left_out(
    head: Head,
) -> None:
    budget = head.take(NEW_TEXT)
    assert "| 浮標 | 12 | 15 |" in head.review
    assert {"lines": ["27", "28"], "what": "這裏另有一個表，本頁沒有收錄。"} in budget["missing"]


def test_a_sum_that_does_not_hold_is_told_with_its_line(head: Head) -> None:
    head.take(NEW_TEXT.replace("開支總額\t17,000\t19,000", "開支總額\t17,000\t19,100"))
    assert "第 72 行：19,100 是 19,100,000，但" in head.review


def test_a_cell_that_is_no_amount_is_told_and_not_guessed(head: Head) -> None:
    budget = head.take(
        NEW_TEXT.replace("661\t小型機器(整體撥款)\t3,000", "661\t小型機器(整體撥款)\t3,0OO")
    )
    assert "第 69 行：3,0OO 不是款額" in head.review
    assert "sub-heads.661.2026-27-estimate" not in cells(budget)


def test_running_twice_changes_nothing_more(head: Head) -> None:
    head.take(NEW_TEXT)
    before = {it: it.read_bytes() for it in head.data.rglob("*.yml")}
    head.take(NEW_TEXT)
    assert {it: it.read_bytes() for it in head.data.rglob("*.yml")} == before
    assert "drafts: 0 new, 2 unchanged, 0 left alone" in head.summary


def test_what_a_person_has_written_is_left_alone(head: Head) -> None:
    head.take(NEW_TEXT)
    file = head.data / "budget" / f"{NEW}.yml"
    file.write_text(file.read_text("utf-8").replace("待核對：", ""), "utf-8")
    written = file.read_bytes()
    head.take(NEW_TEXT)
    assert file.read_bytes() == written
    assert "1 left alone" in head.summary


def test_without_last_years_text_only_what_the_tables_prove_is_carried(head: Head) -> None:
    (head.folder / "head-9-2025-26.txt").unlink()
    statements = by_id(head.take(NEW_TEXT)["statements"])
    assert statements["programme-1-change"]["printed"] == "減少 400 萬元"
    assert "posts" not in statements
    assert "人手編制（上年第 72 行的 40 個職位）：找不到" in head.review


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (OLD_TEXT, "is of 2025-26, as head-9-2025-26 is"),
        (NEW_TEXT.replace("總目 9 ", "總目 7 "), "is head 7 in zh-Hant"),
        (ENGLISH_TEXT, "is head 8 in English"),
        ("海風\n", "no line says which head this is"),
        ("總目 9 一 海 風 觀 測 署\n綱領\n", "no table of amounts"),
    ],
)
def test_what_cannot_be_taken_in_is_said_before_anything_is_written(
    head: Head, text: str, why: str
) -> None:
    with pytest.raises(SourceError, match=why):
        head.take(text)
    assert [it.stem for it in (head.data / "budget").glob("*.yml")] == ["head-9-2025-26"]


def test_a_first_head_says_where_names_stand(head: Head) -> None:
    """Without a year before, and only where the text prints them."""
    name = {"id": "sea", "zh-Hant": "海風觀測署", "zh-Hans": "海风观测署"}
    other = {"id": "wave", "zh-Hant": "海嘯警報署", "zh-Hans": "海啸警报署"}
    names = {"id": "agency", "names": [it | {"unconfirmed": []} for it in (name, other)]}
    file = head.data / "terminology/names/agency.yml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(yaml.safe_dump(names, allow_unicode=True, sort_keys=False), "utf-8")
    head.take(NEW_TEXT, earlier=None)
    here, elsewhere = yaml.safe_load(file.read_text("utf-8"))["names"]
    [stands] = here["stands"]
    lines = NEW_TEXT.split("\n")
    assert stands["document"] == NEW
    assert stands["lines"] == [
        n for n, it in enumerate(lines, 1) if "海風觀測署" in "".join(it.split())
    ]
    assert "stands" not in elsewhere
