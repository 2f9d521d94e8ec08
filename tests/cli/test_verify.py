"""`verify` on the command line: 0 when all is well, 1 for a problem, 2 for wrong use."""

import hashlib
from pathlib import Path

import pytest
from builders import a_data_folder, a_figure_list, a_programme, an_agency
from maintain.verify.invented import a_checked_catalogue, text_of

from generator.cli.parser import main

GOOD = "every fact stands where its record says; every number and sentence is accounted for\n"
UNQUOTED = "1 fact has no quotation\n"
COMMAND = ["verify", "--sources", "sources", "--data", "data"]


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the default agency and a programme, and the text they are from."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.chdir(tmp_path)
    write(tmp_path, text_of({20: "上限500万元"}))
    return tmp_path


def write(root: Path, raw: bytes) -> None:
    (root / "sources").mkdir(exist_ok=True)
    (root / "sources" / "sea-plan.txt").write_bytes(raw)
    a_data_folder(root, a_checked_catalogue(raw, figures=[a_figure_list()]))


def test_records_that_agree_with_their_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(COMMAND) == 0
    assert capsys.readouterr() == (UNQUOTED + GOOD, "")


def test_a_problem_goes_to_standard_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, text_of({20: "上限500万元", 21: "7"}))
    assert main(COMMAND) == 1
    assert capsys.readouterr() == (
        UNQUOTED,
        "data/documents/sea-plan.yml:8:8: no record uses '7' on line 21 "
        "(add the fact, or an exception to data/exceptions/sea-plan.yml)\n",
    )


def test_a_missing_folder_of_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--sources", "elsewhere", "--data", "data"]) == 2
    assert capsys.readouterr() == (
        "",
        "--sources: there is no folder elsewhere (give the folder of the texts)\n",
    )


def test_a_document_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, "--document", "sea-plam"]) == 2
    told = "unknown document 'sea-plam' (did you mean sea-plan? known: sea-plan)\n"
    assert capsys.readouterr() == ("", told)


def test_another_text_is_taken_and_its_lines_are_told(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A page's heading was missing: everything has moved down by a line."""
    record = root / "data" / "documents" / "sea-plan.yml"
    others = [it for it in record.read_text("utf-8").splitlines() if "sha256" not in it]
    corrected = b"2025\n" + text_of({20: "上限500万元"}) + b"end\n"
    (root / "sources" / "sea-plan.txt").write_bytes(corrected)
    assert main([*COMMAND, "--document", "sea-plan", "--accept"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        "data/documents/sea-plan.yml: sha256 and lines are now those of sources/sea-plan.txt "
        "(101 lines)\n1 fact has no quotation\n"
    )
    assert "'500万元' does not stand on line 20 of sea-plan (it stands on line 21: " in err
    digest = hashlib.sha256(corrected).hexdigest()
    now = record.read_text("utf-8").splitlines()
    assert [it for it in now if "sha256" not in it] == [
        "lines: 101" if it.startswith("lines:") else it for it in others
    ]
    assert f'sha256: "{digest}"' in now


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "it is empty"),
        (b"\xef\xbb\xbfa\n", "it begins with a byte order mark: save it as UTF-8 without one"),
        (b"a\r\nb\r\n", "its lines end as in Windows: save it with line ends LF"),
        ("海".encode("big5"), "it is not UTF-8: save it as UTF-8"),
    ],
)
def test_what_is_no_text_is_not_taken(
    root: Path, capsys: pytest.CaptureFixture[str], raw: bytes, reason: str
) -> None:
    record = root / "data" / "documents" / "sea-plan.yml"
    before = record.read_bytes()
    (root / "sources" / "sea-plan.txt").write_bytes(raw)
    assert main([*COMMAND, "--document", "sea-plan", "--accept"]) == 1
    assert capsys.readouterr() == ("", f"sources/sea-plan.txt was not taken: {reason}\n")
    assert record.read_bytes() == before


def test_a_text_is_taken_for_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*COMMAND, "--accept"]) == 2
    assert capsys.readouterr() == ("", "--accept: name the document with --document\n")


def test_data_that_are_wrong_are_not_held_against_anything(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogue = a_checked_catalogue(
        text_of({}), programmes=[a_programme(kind="none")], agencies=[an_agency()]
    )
    a_data_folder(root, catalogue)
    assert main(COMMAND) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("data/programmes/sea-grant.yml:4:7: unknown code 'none' (codes of ")
    assert "does not stand" not in err


def test_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["verify", "--data", "data"])
    assert stopped.value.code == 2
    assert "--sources" in capsys.readouterr().err


def test_a_missing_quotation_is_written_behind_the_printed_words(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything else stays as it was typed, and a second time there is nothing to write."""
    write(root, text_of({20: "資助：每宗申请的**上限**500万 元，不设期限。另计"}))
    figures = root / "data" / "figures" / "sea-grant.yml"
    before = figures.read_text("utf-8").replace("figures:", "figures:  # ours")
    figures.write_text(before, "utf-8")
    assert main([*COMMAND, "--quote"]) == 0
    assert capsys.readouterr() == (
        "1 quotation written: read it\n" + GOOD,
        "",
    )
    [printed] = [it for it in before.split("\n") if "printed:" in it]
    indent = printed.partition("printed")[0]
    added = f"{printed}\n{indent}quotation: 每宗申请的上限500万元，不设期限"
    assert figures.read_text("utf-8") == before.replace(printed, added)
    assert main([*COMMAND, "--quote"]) == 0
    assert capsys.readouterr() == (GOOD, "")


def test_the_clause_of_a_name_is_written_beside_its_lines(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In braces where its lines are, and none where the line says no more than the name."""
    lines = {
        20: "上限500万元",
        21: "潮汐处",
        22: "自成立以来，海事局负责潮汐: 甲",
        23: "海务局管潮",
        24: "海事局",
    }
    write(root, text_of(lines))
    names = root / "data" / "terminology" / "names" / "agency.yml"
    names.parent.mkdir(parents=True, exist_ok=True)
    before = """\
id: agency
names:
  - id: bureau
    zh-Hant: 海事局
    zh-Hans: 海事局
    stands:
      - {document: sea-plan, lines: [22, 24]}  # ours
    printed:
      - form: 海务局
        document: sea-plan
        lines: [23]
    unconfirmed: []
  - id: tides
    zh-Hant: 潮汐處
    zh-Hans: 潮汐处
    stands:
      - {document: sea-plan, lines: [21]}
    unconfirmed: []
"""
    names.write_text(before, "utf-8")
    assert main([*COMMAND, "--quote"]) == 0
    assert capsys.readouterr().out.startswith("3 quotations written: read them\n")
    quoted = before.replace("[22, 24]", "[22, 24], quotation: 自成立以来，海事局负责潮汐")
    quoted = quoted.replace("lines: [23]\n", "lines: [23]\n        quotation: 海务局管潮\n")
    assert names.read_text("utf-8") == quoted
