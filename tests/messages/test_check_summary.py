"""What `check` found, in the summary of a run on GitHub."""

from generator.messages.check_summary import summary
from generator.messages.message import say
from generator.messages.problem import Place, Problem, Severity

WRONG = Problem(
    Place("data/agencies/sea.yml", 3, 7),
    say("unknown document {document!r} (known: {known})", document="`<b>@x", known="a"),
    say("remove one of the two entries"),
)


def a_warning(number: int) -> Problem:
    place = Place("data/agencies/sea.yml", number, 1)
    return Problem(place, "odd", "look", severity=Severity.WARNING)


def test_good_data() -> None:
    assert summary([], 3) == (
        "## 資料檢查 · Check of the data\n\n3 項記錄，沒有錯誤 · 3 records, nothing wrong\n\n"
    )


def test_a_problem_stands_there_in_both_languages_and_as_code() -> None:
    assert summary([WRONG], None) == (
        "## 資料檢查 · Check of the data\n\n"
        "1 個錯誤；沒有產生任何檔案 · 1 problem; nothing was generated\n\n"
        "### 錯誤 · Errors (1)\n\n"
        "- `data/agencies/sea.yml:3:7`\n"
        "  - ``沒有文件 '`<b>@x'（已有：a）（刪去其中一項）``\n"
        "  - ``unknown document '`<b>@x' (known: a) (remove one of the two entries)``\n\n"
    )


def test_warnings_are_listed_although_nothing_is_wrong() -> None:
    text = summary([a_warning(1), a_warning(2)], 3)
    assert "3 records, nothing wrong" in text
    assert "### 警告 · Warnings (2)\n\n- `data/agencies/sea.yml:1:1`\n  - " in text
    assert "GitHub" not in text


def test_what_github_leaves_out_on_the_lines_is_said() -> None:
    text = summary([WRONG, *map(a_warning, range(1, 12))], None)
    errors, warnings = text.split("### 警告")
    assert "shows only 10" not in errors
    assert "on the lines of the files GitHub shows only 10 of them; here they all are" in warnings
    assert warnings.count("\n- ") == 11


def test_what_is_cut_is_counted() -> None:
    text = summary(list(map(a_warning, range(1, 733))), 3)
    assert text.count("\n- ") + 532 == 732
    assert "還有 532 項，見執行記錄 · … and 532 more, which stand in the log" in text
