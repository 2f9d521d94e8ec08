"""The commands: exit statuses 0, 1 and 2, results on one stream and problems on the other."""

import os
from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, a_dataset, an_agency, yaml_of

from generator import cli
from generator.cli import main
from generator.preview import preview
from generator.site import serving

GOOD = ["check", "--data", "data"]
PLACE = "data/agencies/sea.yml:4:7"
MESSAGE = (
    "unknown code 'ministry' (codes of data/vocabulary/agency-kinds.yml: "
    "bureau, department, office, unit, council, committee, statutory-body, company, fund, "
    "research-centre, alliance, mainland, former)"
)
REPORT = f"{PLACE}: {MESSAGE}\n1 problem; nothing was generated\n"
"""What `wrong_data` gives."""


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good data, taken for the project's own, in a clean environment."""
    for name in ("GITHUB_ACTIONS", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    monkeypatch.setattr(preview, "refresh", None)
    a_data_folder(tmp_path)
    return tmp_path


def wrong_data(root: Path) -> None:
    a_data_folder(root, a_catalogue(agencies=[an_agency(kind="ministry")]))


# --- check --------------------------------------------------------------------------------------


def test_check_of_good_data(capsys: pytest.CaptureFixture[str]) -> None:
    """One agency, one dataset, one document."""
    assert main(GOOD) == 0
    assert capsys.readouterr() == ("3 records, nothing wrong\n", "")


def test_check_of_the_projects_own_data(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(ROOT / "data")]) == 0
    assert capsys.readouterr().err == ""


def test_check_looks_at_the_folder_data_of_the_project_unless_told(
    monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    (root / "elsewhere").mkdir()
    monkeypatch.chdir(root / "elsewhere")
    assert main(["check"]) == 0


def test_a_problem_goes_to_standard_error(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong_data(root)
    assert main(GOOD) == 1
    assert capsys.readouterr() == ("", REPORT)


def test_problems_are_sorted_and_counted(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Rules run in their own order; a reader mends file after file."""
    datasets = [a_dataset(frequency="NEVER", spatial=True, category="none", agency="nobody")]
    a_data_folder(root, a_catalogue(datasets=datasets, agencies=[an_agency(kind="ministry")]))
    (root / "data" / "datasets" / "sea" / "sea-tides.yml").unlink(missing_ok=True)
    assert main(GOOD) == 1
    *lines, last = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [
        "data/agencies/sea.yml:4:7",
        *(f"data/datasets/nobody/sea-tides.yml:{it}" for it in ("5:9", "6:11", "7:10", "10:12")),
    ]
    assert last == "5 problems; nothing was generated"


def test_the_mistakes_of_one_file_are_sorted_by_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """However the checks find them; `frequency` is misspelt, which is one mistake and not two."""
    listing = yaml_of(a_dataset()).replace("row: 1", "row: 0").replace("  date: 2024-06\n", "")
    text = listing.replace("frequency: ANNUAL", "frequencies: ANNUAL")
    (root / "data" / "datasets" / "sea" / "sea-tides.yml").write_text(text, "utf-8")
    assert main(GOOD) == 1
    *lines, _ = capsys.readouterr().err.splitlines()
    assert [
        line.split(": ")[0].removeprefix("data/datasets/sea/sea-tides.yml:") for line in lines
    ] == [
        "10:1",
        "12:3",
        "14:8",
    ]


def test_a_mistake_in_a_file_is_not_reported_again_by_all_that_name_the_record(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The agency cannot be read, so nobody says that the plan's publisher is unknown."""
    (root / "data" / "agencies" / "sea.yml").write_text("", "utf-8")
    assert main(GOOD) == 1
    assert capsys.readouterr().err.splitlines() == [
        "data/agencies/sea.yml:1:1: the file is empty (write fields, one on a line: 'name: value')",
        "1 problem; nothing was generated",
    ]


def test_a_missing_data_folder_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", "nowhere"]) == 1
    assert capsys.readouterr().err == (
        "nowhere:1:1: there is no such folder (give the folder of the records)\n"
        "1 problem; nothing was generated\n"
    )


# --- annotations --------------------------------------------------------------------------------


def test_under_github_actions_a_problem_is_also_shown_on_its_line(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    wrong_data(root)
    assert main(GOOD) == 1
    out, err = capsys.readouterr()
    assert out == f"::error file=data/agencies/sea.yml,line=4,col=7::{MESSAGE}\n"
    assert err == REPORT


@pytest.mark.parametrize("value", ["", "false", "1"])
def test_elsewhere_there_are_no_annotations(
    root: Path, value: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    wrong_data(root)
    assert main(GOOD) == 1
    assert capsys.readouterr().out == ""


def test_good_data_give_no_annotation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(GOOD) == 0
    assert capsys.readouterr().out == "3 records, nothing wrong\n"


# --- extract, wrong use, interruption -----------------------------------------------------------


def test_extract_says_why_a_document_cannot_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "plan", "no.txt", "--document", "x", "--into", "drafts"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("no.txt")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ([], "dev.py: error: the following arguments are required: COMMAND"),
        (["check", "--nowhere"], "dev.py: error: unrecognized arguments: --nowhere"),
        (["build", "--output"], "dev.py build: error: argument --output: expected one argument"),
        (["extract"], "dev.py extract: error: the following arguments are required: KIND"),
        (["check", "--as-of", "2026-01-01"], "dev.py: error: unrecognized arguments: --as-of 2026"),
        *(
            (
                [command, "--as-of", day],
                f"dev.py {command}: error: argument --as-of: "
                f"{day!r} is not a day: write 2026-01-31",
            )
            for command in ("build", "serve")
            for day in ("2026-02-30", "2026-13-01", "31.1.2026", "2026-1-31", "2026-01", "now", "")
        ),
    ],
)
def test_wrong_use(arguments: list[str], error: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    out, err = capsys.readouterr()
    assert caught.value.code == 2
    assert out == ""
    assert err.splitlines()[-1].startswith(error)


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["extract", "plan", "-h"]])
def test_help_is_a_result(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith("usage: dev.py")


def test_an_interruption_is_quiet(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "mkdocs.yml").touch()

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serving, "serve", interrupt)
    assert main(["serve"]) == 130
    assert capsys.readouterr().err == ""


def test_what_the_disk_refuses_is_told_in_a_line(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the command: here a record that is to go where a file is a part of the path."""
    (root / "data" / "agencies" / "sea.yml").unlink()
    (root / "data" / "agencies").rmdir()
    (root / "data" / "agencies").touch()
    assert main(["new", "agency", "x", "--data", "data"]) == 2
    assert capsys.readouterr().err == (
        "data/agencies: a part of the path is a file (choose another folder)\n"
    )


def test_the_working_folder_is_left_as_it_was(root: Path) -> None:
    main(GOOD)
    assert Path(os.getcwd()) == root
    assert {path.name for path in root.iterdir()} == {"data"}
