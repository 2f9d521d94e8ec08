"""What a head says of its year is carried over to the next one, or a person decides on it."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
import yaml
from builders import a_quoted_locator, a_statement, a_statement_list, an_event, an_event_list
from maintain.extract.heads import NEW, NEW_TEXT, OLD, OLD_TEXT, Head

from generator.maintain.extract.record_yaml import dump, fields_of

OLD_WORK = """
7 二零二四至二五年度內,海風署:
- 繼續監察浮標的運作;
- 籌備設立潮汐中心。
二零二五至二六年度需要特別留意的事項
8 二零二五至二六年度內,海風署會:
- 繼續監察浮標的運作;以及
- 量度海面的溫度。
"""
NEW_WORK = """
7 二零二五至二六年度內,海風署:
- 繼續監察浮標的運作;
- 設立潮汐中心。
二零二六至二七年度需要特別留意的事項
8 二零二六至二七年度內,海風署會:
- 量度海面的溫度;以及
- 繼續監察浮標的運作。
"""
OLD_WHOLE, NEW_WHOLE = OLD_TEXT + OLD_WORK, NEW_TEXT + NEW_WORK


def line_of(words: str, text: str, behind: str) -> int:
    lines = text.split("\n")
    start = next(number for number, it in enumerate(lines) if behind in it)
    return next(number for number in range(start, len(lines)) if words in lines[number]) + 1


def work(name: str, kind: str, year: str, text: str, words: str) -> Any:
    behind = "7 二零二四" if kind == "work-done" else "8 二零二五"
    line = line_of(words, OLD_WHOLE, behind)
    locator = a_quoted_locator(document=OLD, line=line, quotation=words)
    return a_statement(id=f"sea-{name}", kind=kind, year=year, text=text, locators=[locator])


@pytest.fixture
def head(tmp_path: Path) -> Head:
    head = Head(tmp_path)
    (tmp_path / f"{OLD}.txt").write_text(OLD_WHOLE, "utf-8", newline="\n")
    document = head.data / f"documents/{OLD}.yml"
    record = yaml.safe_load(document.read_text("utf-8"))
    record |= {
        "sha256": hashlib.sha256(OLD_WHOLE.encode()).hexdigest(),
        "lines": OLD_WHOLE.count("\n"),
    }
    document.write_text(dump(record), "utf-8")
    statements = a_statement_list(
        work("done-buoys", "work-done", "2024/2025", "監察浮標。", "繼續監察浮標的運作"),
        work("done-tides", "work-done", "2024/2025", "籌備潮汐中心。", "籌備設立潮汐中心"),
        work("planned-buoys", "work-planned", "2025/2026", "會監察浮標。", "繼續監察浮標的運作"),
        work("planned-heat", "work-planned", "2025/2026", "會量度溫度。", "量度海面的溫度"),
        id="sea",
        subject="agency",
    )
    (head.data / "statements/sea.yml").write_text(dump(fields_of(statements)), "utf-8")
    return head


def stated(head: Head) -> dict[str, tuple[str, list[tuple[str, int]]]]:
    record = yaml.safe_load((head.data / "statements/sea.yml").read_text("utf-8"))
    return {
        it["id"]: (it["year"], [(spot["document"], spot["line"]) for spot in it["locators"]])
        for it in record["statements"]
    }


def drafts(head: Head) -> Path:
    return head.folder / f"{NEW}.drafts.yml"


def test_the_same_work_of_the_next_year_is_a_statement_of_its_own(head: Head) -> None:
    head.take(NEW_WHOLE)
    found = stated(head)
    done = line_of("監察浮標", NEW_WHOLE, "7 二零二五")
    planned = line_of("監察浮標", NEW_WHOLE, "8 二零二六")
    assert found["sea-done-buoys-2026-27"] == ("2025/2026", [(NEW, done)])
    assert found["sea-planned-buoys-2026-27"] == ("2026/2027", [(NEW, planned)])
    heat = line_of("溫度", NEW_WHOLE, "8 二零二六")
    assert found["sea-planned-heat-2026-27"] == ("2026/2027", [(NEW, heat)])
    assert found["sea-done-buoys"][0] == "2024/2025"
    assert "sea-done-tides-2026-27" not in found


def test_other_words_are_drafted_below_both_versions(head: Head) -> None:
    head.take(NEW_WHOLE)
    text = drafts(head).read_text("utf-8")
    [draft] = yaml.safe_load(text)["drafts"]
    assert draft["from"]["quotation"] == "籌備設立潮汐中心"
    assert draft["item"]["year"] == "2025/2026"
    assert draft["item"]["locators"][0]["quotation"] == "設立潮汐中心"
    told = [it for it in text.split("\n") if it.startswith("  # ")]
    assert [it.rpartition("：")[2] for it in told] == ["- 籌備設立潮汐中心。", "- 設立潮汐中心。"]


def test_a_draft_is_written_once_it_is_decided_and_only_once(head: Head) -> None:
    head.take(NEW_WHOLE)
    text = drafts(head).read_text("utf-8")
    text = text.replace("decision: open", "decision: take").replace("text: 籌備潮", "text: 設立潮")
    drafts(head).write_text(text, "utf-8")
    head.take(NEW_WHOLE)
    tides = line_of("潮汐", NEW_WHOLE, "7 二零二五")
    assert stated(head)["sea-done-tides-2026-27"] == ("2025/2026", [(NEW, tides)])
    before = (head.data / "statements/sea.yml").read_text("utf-8")
    assert "設立潮汐中心" in before
    head.take(NEW_WHOLE)
    assert (head.data / "statements/sea.yml").read_text("utf-8") == before
    assert drafts(head).read_text("utf-8") == text


def test_work_that_went_from_plan_to_done_is_not_carried_as_planned(head: Head) -> None:
    """Its words stand there, of another year."""
    text = NEW_WHOLE.replace("- 量度海面的溫度;以及\n", "")
    text = text.replace("- 設立潮汐中心。", "- 設立潮汐中心;以及\n- 量度海面的溫度。")
    head.take(text)
    assert "sea-planned-heat-2026-27" not in stated(head)
    assert "statements/sea.yml:" in head.review


def test_an_event_that_happened_is_for_a_person_to_see(head: Head) -> None:
    """It does not happen again, although the same words stand there; what is planned may be."""
    line = line_of("監察浮標", OLD_WHOLE, "7 二零二四")
    planned = line_of("量度", OLD_WHOLE, "8 二零二五")
    events = an_event_list(
        an_event(
            id="sea-started", kind="launched", date="2024/2025", what="監察浮標", document=OLD,
            line=line, printed="監察浮標", date_printed="二零二四至二五年度內",
            date_line=line_of("7 二零", OLD_WHOLE, "7 二零二四"),
        ),
        an_event(
            id="sea-measured", kind="launched", date="2025/2026", planned=True, what="量度溫度",
            document=OLD, line=planned, printed="量度海面的溫度",
            date_printed="二零二五至二六年度內",
            date_line=line_of("8 二零", OLD_WHOLE, "8 二零二五"),
        ),
        id="sea",
        subject="agency",
    )  # fmt: skip
    (head.data / "events/sea.yml").write_text(dump(fields_of(events)), "utf-8")
    head.take(NEW_WHOLE)
    record = yaml.safe_load((head.data / "events/sea.yml").read_text("utf-8"))
    added = record["events"][2:]
    assert [(it["id"], it["date"], it["date_printed"]) for it in added] == [
        ("sea-measured-2026-27", "2026/2027", "二零二六至二七年度內")
    ]
    assert "sea-started-2026-27" in drafts(head).read_text("utf-8")
