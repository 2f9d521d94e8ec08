"""A new edition of a fact sheet: what stands unchanged is carried over, and nothing else is."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from maintain.extract.invented_edition import NEW, OLD, TEXT, Edition, an_edition, text

from generator.maintain.extract.source_error import SourceError

FIGURES = ("sea-grant", "harbour-fund")


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return an_edition(tmp_path)


def figures(edition: Edition) -> dict[str, dict[str, Any]]:
    """Identifier → figure of the new edition."""
    return {
        it["id"]: it for name in FIGURES for it in edition.new(f"figures/{name}.yml", "figures")
    }


def drafts(edition: Edition) -> dict[str, dict[str, Any]]:
    """Identifier of the older item → its draft."""
    read = yaml.safe_load(edition.drafts.read_text("utf-8"))["drafts"] or ()
    return {it["from"].get("id", it["from"]["file"]): it for it in read}


def test_the_same_text_is_carried_over_whole(edition: Edition) -> None:
    assert edition.take_in(text()) == 0
    assert figures(edition) == {
        "sea-grant-applications-2026": {
            "id": "sea-grant-applications-2026",
            "measure": "applications",
            "value": 1230,
            "unit": "HKD",
            "amount": "per-applicant",
            "qualifier": "about",
            "as_of": "2025-05",
            "as_of_part": "end",
            "printed": "約1 230宗",
            "quotation": "截至2025年5月底，計劃已批出約1 230宗申請，資助總額約1.5億元",
            "document": NEW,
            "line": 5,
        },
        **{
            identifier: figures(edition)[identifier]
            for identifier in (
                "sea-grant-total-2026",
                "sea-grant-ceiling-2026",
                "harbour-fund-projects-2026",
            )
        },
    }
    [founded] = edition.new("events/sea.yml", "events")
    assert (founded["id"], founded["line"]) == ("sea-established-2010-04-2026", 3)
    [condition] = edition.new("programmes/sea-grant.yml", "terms")
    assert condition["printed"] == "向漁民提供資助"
    assert [it["line"] for it in edition.new("agencies/sea.yml", "locators")] == [3, 11]
    statements = yaml.safe_load((edition.data / "statements/sea.yml").read_text("utf-8"))
    assert [it["document"] for it in statements["statements"][0]["locators"]] == [OLD, NEW]
    excepted = yaml.safe_load((edition.data / f"exceptions/{NEW}.yml").read_text("utf-8"))
    assert excepted["unused"] == [{"lines": [11], "printed": "三所", "reason": "大學的數目"}]


def test_the_document_is_drafted_as_not_complete(edition: Edition) -> None:
    edition.take_in(text(("截至2025年5月底，計劃", "截至2026年4月，計劃")))
    record = yaml.safe_load((edition.data / f"documents/{NEW}.yml").read_text("utf-8"))
    assert record["complete"] is False
    assert (record["title"], record["reports_until"]) == ("海洋便覽（2026年版）", "2026-04")
    assert [(it["line"], it["text"]) for it in record["headings"]] == [
        (3, "海風觀測署"),
        (5, "海產資助計劃"),
        (7, "漁港基金"),
        (9, "燈塔先導計劃"),
        (11, "海洋公園研究"),
    ]


def test_names_stand_where_the_text_prints_them(edition: Edition) -> None:
    edition.take_in(text(("並由三所大學參與", "並由三所大學參與。海風觀測署亦參與")))
    names = yaml.safe_load((edition.data / "terminology/names/agency.yml").read_text("utf-8"))
    [stand] = [it for it in names["names"][0]["stands"] if it["document"] == NEW]
    assert stand["lines"] == [3, 11]


def test_comments_and_layout_stay(edition: Edition) -> None:
    file = edition.data / "figures/sea-grant.yml"
    before = "# 先看這裏\n" + file.read_text("utf-8").replace("figures:", "figures:  # 由上而下")
    file.write_text(before, "utf-8")
    edition.take_in(text())
    after = file.read_text("utf-8").split("\n")
    kept = iter(after)
    assert all(line in kept for line in before.split("\n"))


def test_running_again_changes_nothing(edition: Edition) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    before = edition.files()
    assert edition.take_in() == 1
    assert edition.files() == before


def test_nothing_is_written_without_a_folder(edition: Edition) -> None:
    before = edition.files()
    edition.take_in(text(), into=False)
    assert edition.files() == before
    assert "nothing was written" in edition.said


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ((("約1.5億元", "約15,000萬元"),), "約15,000萬元"),
        ((("約1.5億元", "約１５０００萬元"),), "約15000萬元"),
        ((("約1.5億元", "約一億五千萬元"),), "約一億五千萬元"),
        ((("申請，資助總額約1.5億元", "申請\n，資助總額\n約1.5億元"),), "約1.5億元"),
        ((("申請，資助總額約1.5億元", "申請, 資助總額約 1.5 億元"),), "約1.5億元"),
    ],
)
def test_other_writing_of_the_same_number(
    edition: Edition, changes: tuple[tuple[str, str], ...], printed: str
) -> None:
    edition.take_in(text(*changes))
    total = figures(edition)["sea-grant-total-2026"]
    assert (total["value"], total["printed"]) == (150_000_000, printed)


def test_an_edition_in_the_other_script(edition: Edition) -> None:
    edition.take_in(
        "海洋便览\n\n"
        "海产资助计划：政府于2018年推出海产资助计划，向渔民提供资助。"
        "截至2025年5月底，计划已批出约1 230宗申请，资助总额约1.5亿元。每宗申请最多可获20万元。\n\n"
        "渔港基金：政府设立渔港基金，改善渔港设施。截至2025年5月底，基金已批出30个项目。\n"
    )
    found = figures(edition)
    assert {it: (found[it]["line"], found[it]["printed"]) for it in found} == {
        "sea-grant-applications-2026": (3, "约1 230宗"),
        "sea-grant-total-2026": (3, "约1.5亿元"),
        "sea-grant-ceiling-2026": (3, "最多可获20万元"),
        "harbour-fund-projects-2026": (5, "30个"),
    }


def test_a_moved_paragraph(edition: Edition) -> None:
    lines = [*TEXT[:6], *TEXT[8:], "", TEXT[6]]
    edition.take_in("\n".join(lines))
    assert figures(edition)["harbour-fund-projects-2026"]["line"] == 11


@pytest.mark.parametrize(
    ("old", "new", "why", "fields"),
    [
        ("30個項目", "45個項目", "the number differs", {"value": 45, "printed": "45個"}),
        (
            "截至2025年5月底，基金",
            "截至2026年3月底，基金",
            "the day differs",
            {"value": 30, "as_of": "2026-03", "as_of_part": "end"},
        ),
        ("已批出30個", "已接獲30個", "the words differ", {"value": 30, "printed": "30個"}),
    ],
)
def test_what_differs_is_drafted_and_not_carried(
    edition: Edition, old: str, new: str, why: str, fields: dict[str, Any]
) -> None:
    assert edition.take_in(text((old, new))) == 1
    assert "harbour-fund-projects-2026" not in figures(edition)
    draft = drafts(edition)["harbour-fund-projects-2025"]
    assert draft["decision"] == "open"
    assert {key: draft["item"][key] for key in fields} == fields
    said = edition.drafts.read_text("utf-8")
    for sentence in ("截至2025年5月底，基金已批出30個項目", new):
        assert sentence in said
    assert why == "the number differs" or "the number differs" not in edition.said


def test_swapped_numbers_are_not_carried(edition: Edition) -> None:
    edition.take_in(text(("三個觀測站", "兩個觀測站"), ("共分兩期", "共分三期")))
    assert figures(edition).keys() >= {"harbour-fund-projects-2026"}
    swapped = edition.review
    assert "該署設有兩個觀測站" in swapped
    assert "共分三期" in swapped


def test_the_same_number_in_another_sentence_is_another_fact(edition: Edition) -> None:
    edition.take_in(
        text(
            ("截至2025年5月底，基金已批出30個項目。", ""),
            ("更換全港的舊燈塔。", "更換全港的舊燈塔。截至2025年5月底，基金已批出30個項目。"),
        )
    )
    assert "harbour-fund-projects-2026" not in figures(edition)
    assert drafts(edition)["harbour-fund-projects-2025"]["item"]["line"] == 9


def test_another_subject_of_the_same_words(edition: Edition) -> None:
    edition.take_in(text(("海風觀測署於2010年4月成立", "海浪觀測署於2010年4月成立")))
    assert edition.new("events/sea.yml", "events") == []


def test_a_plan_whose_time_is_over(edition: Edition) -> None:
    """It was still to come when the older edition said so."""
    edition.take_in(text(("截至2025年5月底，計劃", "截至2028年5月底，計劃")))
    assert edition.new("events/lighthouse.yml", "events") == []
    assert "lighthouse-launched-2027-2025" in drafts(edition)


def test_a_plan_that_is_still_to_come(edition: Edition) -> None:
    edition.take_in(text())
    [planned] = edition.new("events/lighthouse.yml", "events")
    assert (planned["planned"], planned["id"]) == (True, "lighthouse-launched-2027-2026")


def test_our_words_that_speak_of_an_edition_are_not_carried(edition: Edition) -> None:
    file = edition.data / "figures/harbour-fund.yml"
    words = "  quotation: 截至2025年5月底，基金已批出30個項目\n"
    assert words in file.read_text("utf-8")
    file.write_text(
        file.read_text("utf-8").replace(words, f"{words}  basis: 較舊版稱「項目」\n"), "utf-8"
    )
    edition.take_in(text())
    assert "harbour-fund-projects-2026" not in figures(edition)
    assert "harbour-fund-projects-2025" in drafts(edition)


def test_what_is_gone_and_what_is_new_is_listed(edition: Edition) -> None:
    edition.take_in(
        "\n".join([*TEXT[:6], *TEXT[8:], "", "海上風電：政府正研究在東面水域興建風電場。"])
    )
    review = edition.review
    gone, new = review.index("## 只在上一版的句子"), review.index("## 只在新一版的句子")
    assert gone < review.index("漁港基金：政府設立漁港基金，改善漁港設施", gone) < new
    assert new < review.index("海上風電：政府正研究在東面水域興建風電場", new)
    assert "harbour-fund-projects-2026" not in figures(edition)


def test_counts_come_first(edition: Edition) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    heading, _, *counts = edition.review.split("\n")[:8]
    assert heading == f"# {NEW} 對照 {OLD}"
    assert counts[0] == "- 數字：照收 3 項，有改動 1 項，未能確定 0 項，不見了 0 項"


def decide(edition: Edition, decision: str) -> None:
    said = edition.drafts.read_text("utf-8")
    edition.drafts.write_text(said.replace("decision: open", f"decision: {decision}"), "utf-8")


def test_a_draft_that_is_taken(edition: Edition) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    decide(edition, "take")
    assert edition.take_in() == 0
    assert figures(edition)["harbour-fund-projects-2026"]["value"] == 45
    before = edition.files()
    assert edition.take_in() == 0
    assert edition.files() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("printed: 45個\n", "printed: 45個項目\n"),
        ("id: harbour-fund-projects-2026", "id: harbour-fund-all-projects-2026"),
        ("printed: 45個\n  quotation", "printed: 45個\n  basis: 累計\n  quotation"),
    ],
)
def test_what_was_taken_and_corrected_is_not_offered_again(
    edition: Edition, old: str, new: str
) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    decide(edition, "take")
    edition.take_in()
    file = edition.data / "figures/harbour-fund.yml"
    corrected = file.read_text("utf-8").replace(old, new)
    assert new in corrected
    file.write_text(corrected, "utf-8")
    assert edition.take_in() == 0
    assert file.read_text("utf-8") == corrected


def test_what_was_carried_and_corrected_is_not_offered_again(edition: Edition) -> None:
    edition.take_in(text())
    file = edition.data / "figures/sea-grant.yml"
    older, printed, newer = file.read_text("utf-8").rpartition("printed: 約1.5億元")
    assert older.count(printed) == 1
    corrected = f"{older}printed: 1.5億元{newer}"
    file.write_text(corrected, "utf-8")
    edition.take_in()
    assert file.read_text("utf-8") == corrected


def test_a_draft_that_is_left(edition: Edition) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    decide(edition, "leave")
    assert edition.take_in() == 0
    assert "harbour-fund-projects-2026" not in figures(edition)


def test_two_drafts_of_one_clause_are_two(edition: Edition) -> None:
    edition.take_in(text(("約1 230宗", "約1 450宗")))
    decide(edition, "take")
    edition.take_in()
    found = figures(edition)
    assert found["sea-grant-applications-2026"]["value"] == 1450
    assert found["sea-grant-total-2026"]["value"] == 150_000_000


def test_a_file_of_drafts_that_cannot_be_read(edition: Edition) -> None:
    edition.take_in(text(("30個項目", "45個項目")))
    edition.drafts.write_text("drafts:\n  - decision: take\n", "utf-8")
    with pytest.raises(SourceError, match="a draft lacks 'item'"):
        edition.take_in()


def test_another_text_than_the_one_taken_in(edition: Edition) -> None:
    edition.take_in(text())
    with pytest.raises(SourceError, match=r"--accept --shift"):
        edition.take_in("一行更多\n" + text())


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"old": "sea-facts-2024"}, "unknown document 'sea-facts-2024'"),
        ({"document": OLD}, "is no older fact sheet"),
        ({"document": "Sea 2026"}, "Sea 2026"),
    ],
)
def test_wrong_use(edition: Edition, options: dict[str, Any], message: str) -> None:
    with pytest.raises(SourceError, match=re.escape(message)):
        edition.take_in(text(), **options)


def test_the_older_text_has_to_be_there(edition: Edition) -> None:
    (edition.sources / f"{OLD}.txt").write_text("另一份文字", "utf-8")
    with pytest.raises(SourceError, match="is another text"):
        edition.take_in(text())
