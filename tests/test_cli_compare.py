"""`compare` on the command line: exit statuses, what is refused, and a few lines of the text."""

from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, an_agency

from generator.cli import main

DATA = ["--data", str(ROOT / "data")]
FACTS = ["compare", "factsheet-2024", "factsheet-2025", *DATA]


def test_the_two_fact_sheets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(FACTS) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "由便覽較舊版到便覽較新版的改變"
    at = lines.index("- 創新及科技基金・批出項目")
    assert lines[at + 1 : at + 4] == [
        "    較舊的文件：64,065個項目（截至2023年10月） [便覽較舊版 第21行]",
        "    較新的文件：78,701個項目（截至2025年4月） [便覽較新版 第23行]",
        "    備註：多14,636個項目（本站計算）",
    ]
    at = lines.index("- 創新及科技基金・製造科技所佔比率")
    assert lines[at + 3] == "    備註：少1個百分點（本站計算）"


def test_the_same_in_simplified(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*FACTS, "--script", "zh-Hans"]) == 0
    assert capsys.readouterr().out.startswith("由便览较旧版到便览较新版的改变\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "factsheet-2024",
            "factsheet-2026",
            "unknown document 'factsheet-2026' (did you mean factsheet-2025? known: "
            "factsheet-2024, factsheet-2025, head-135-2025-26, itc-open-data-plan-2025-2027, "
            "itib-open-data-plan-2026-2028)\n",
        ),
        (
            "factsheet-2024",
            "factsheet-2024",
            "factsheet-2024 does not differ from itself (give two documents)\n",
        ),
        (
            "factsheet-2024",
            "head-135-2025-26",
            "factsheet-2024 is of the kind fact-sheet, head-135-2025-26 of the kind estimates "
            "(give two documents of one kind)\n",
        ),
    ],
)
def test_documents_that_cannot_be_compared(
    old: str, new: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", old, new, *DATA]) == 2
    assert capsys.readouterr() == ("", message)


def test_two_documents_of_one_kind_need_not_be_editions(capsys: pytest.CaptureFixture[str]) -> None:
    plans = ["itc-open-data-plan-2025-2027", "itib-open-data-plan-2026-2028"]
    assert main(["compare", *plans, *DATA]) == 0
    assert capsys.readouterr().err == ""


def test_wrong_data_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(kind="ministry")]))
    assert main(["compare", "a", "b", "--data", str(data)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "unknown code 'ministry'" in err
