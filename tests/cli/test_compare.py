"""`compare` on the command line: exit statuses, what is refused, and a few lines of the text."""

from pathlib import Path

import pytest
from builders import (
    a_catalogue,
    a_data_folder,
    a_document,
    a_figure,
    a_figure_list,
    a_locator,
    a_programme,
    an_agency,
)
from data_today import DATA, records

from generator.cli.parser import main


@pytest.fixture
def facts(tmp_path: Path) -> list[str]:
    """The command for two fact sheets of the sample."""
    documents = [
        a_document(
            id=f"facts-{it}", kind="fact-sheet", title=f"便览{it}", date=f"{it}-06", sections=[]
        )
        for it in (2024, 2025)
    ]
    number = {"measure": "projects-approved", "unit": "project", "qualifier": "exact"}
    figures = a_figure_list(
        a_figure(id="n-4", value=64_065, as_of="2023-10", document="facts-2024", line=21,
                 printed="64 065个", **number),
        a_figure(id="n-5", value=78_701, as_of="2025-04", document="facts-2025", line=23,
                 printed="78 701个", **number),
    )  # fmt: skip
    programme = a_programme(locators=[a_locator(document="facts-2024")])
    agency = an_agency(locators=[a_locator(document="facts-2024")])
    catalogue = a_catalogue(
        documents=[
            a_document(),
            *documents,
            a_document(id="head", kind="estimates", title="总目", sections=[]),
        ],
        agencies=[agency],
        programmes=[programme],
        figures=[figures],
    )
    data = a_data_folder(tmp_path, catalogue)
    return ["compare", "facts-2024", "facts-2025", "--data", str(data)]


def test_two_fact_sheets(facts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(facts) == 0
    out, err = capsys.readouterr()
    assert err == ""
    lines = out.splitlines()
    assert lines[0] == "由便覽2024到便覽2025的改變"
    at = next(number for number, it in enumerate(lines) if it.endswith("批出項目"))
    assert lines[at + 1 : at + 4] == [
        "    較舊的文件：64,065個項目（截至2023年10月） [便覽2024 第21行]",
        "    較新的文件：78,701個項目（截至2025年4月） [便覽2025 第23行]",
        "    備註：多14,636個項目（本站計算）",
    ]


def test_the_same_in_simplified(facts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*facts, "--script", "zh-Hans"]) == 0
    assert capsys.readouterr().out.startswith("由便览2024到便览2025的改变\n")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "facts-2024",
            "facts-2026",
            "unknown document 'facts-2026' (did you mean facts-2025? known: "
            "facts-2024, facts-2025, head, sea-plan)\n",
        ),
        (
            "facts-2024",
            "facts-2024",
            "facts-2024 does not differ from itself (give two documents)\n",
        ),
        (
            "facts-2024",
            "head",
            "facts-2024 is of the kind fact-sheet, head of the kind estimates "
            "(give two documents of one kind)\n",
        ),
    ],
)
def test_documents_that_cannot_be_compared(
    facts: list[str], old: str, new: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", old, new, *facts[3:]]) == 2
    assert capsys.readouterr() == ("", message)


@pytest.mark.today
@pytest.mark.parametrize("kind", ["fact-sheet", "open-data-plan"])
def test_the_projects_own_documents_can_be_compared(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two of one kind, whether or not they are editions; every number that differs is told."""
    old, new, *_ = (id for id, it in records("documents").items() if it["kind"] == kind)
    assert main(["compare", old, new, "--data", str(DATA)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.count("\n") > 5


def test_wrong_data_are_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(kind="ministry")]))
    assert main(["compare", "a", "b", "--data", str(data)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "unknown code 'ministry'" in err
