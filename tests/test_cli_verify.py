"""`verify` on the command line: 0 when all is well, 1 for a problem, 2 for wrong use."""

from pathlib import Path

import pytest
from builders import a_data_folder, a_figure_list, a_programme, an_agency
from verify.invented import a_checked_catalogue, text_of

from generator.cli import main

GOOD = "every fact stands where its record says, and every number is accounted for\n"
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
    assert capsys.readouterr() == (GOOD, "")


def test_a_problem_goes_to_standard_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(root, text_of({20: "上限500万元", 21: "7"}))
    assert main(COMMAND) == 1
    assert capsys.readouterr() == (
        "",
        "data/documents/sea-plan.yml:8:8: no record uses '7' on line 21 "
        "(add the fact, or an exception to data/exceptions/sea-plan.yml)\n",
    )


def test_a_missing_folder_of_texts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--sources", "elsewhere", "--data", "data"]) == 1
    assert capsys.readouterr() == (
        "",
        "data/documents/sea-plan.yml:7:9: sea-plan.txt cannot be read: No such file or directory "
        "(give the folder of the texts with --sources)\n",
    )


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
