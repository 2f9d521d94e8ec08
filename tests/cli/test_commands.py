"""The commands: exit statuses 0, 1 and 2, results on one stream and problems on the other."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from builders import (
    ROOT,
    a_catalogue,
    a_data_folder,
    a_dataset,
    a_figure,
    a_figure_list,
    a_programme,
    an_agency,
    yaml_of,
)
from commands import main

from generator.cli import parser
from generator.cli.report import list_problems
from generator.messages.problem import Place, Problem, Severity

GOOD = ["check", "--data", "data"]
PLACE = "data/agencies/sea.yml:4:7"
MESSAGE = (
    "unknown code 'ministry' (codes of data/vocabulary/agency-kinds.yml: "
    "bureau, department, office, unit, council, committee, statutory-body, company, fund, "
    "research-centre, alliance, mainland, former)"
)
MESSAGE_ZH = (
    "沒有代號 'ministry'（data/vocabulary/agency-kinds.yml 的代號："
    "bureau、department、office、unit、council、committee、statutory-body、company、fund、"
    "research-centre、alliance、mainland、former）"
)
REPORT = f"{PLACE}: {MESSAGE}\n1 problem; nothing was generated\n"
"""What `wrong_data` gives."""


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with good data, taken for the project's own, in a clean environment."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    a_data_folder(tmp_path)
    return tmp_path


def wrong_data(root: Path) -> None:
    a_data_folder(root, a_catalogue(agencies=[an_agency(kind="ministry")]))


# --- check --------------------------------------------------------------------------------------


def test_check_of_good_data(capsys: pytest.CaptureFixture[str]) -> None:
    """One agency, one dataset, one document."""
    assert main(GOOD) == 0
    assert capsys.readouterr() == ("3 records, nothing wrong\n", "")


def test_errors_stand_before_warnings(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the order of the files: errors are what has to be mended."""
    files = [(Place("a.yml", 1), Severity.WARNING), (Place("b.yml", 1), Severity.ERROR)]
    list_problems([Problem(place, "odd", "mend", severity=it) for place, it in files])
    assert capsys.readouterr().err.splitlines() == [
        "b.yml:1:1: odd (mend)",
        "a.yml:1:1: warning: odd (mend)",
    ]


@pytest.mark.today
def test_check_of_the_projects_own_data(capsys: pytest.CaptureFixture[str]) -> None:
    """A warning is for whoever merges, and stops nothing."""
    assert main(["check", "--data", str(ROOT / "data")]) == 0
    assert all(": warning: " in line for line in capsys.readouterr().err.splitlines())


def test_check_lists_what_differs_from_its_document_on_purpose(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """A reason silences a rule: whoever checks must see where."""
    figure = a_figure(value=5_000, qualifier="about", differs="文件印錯單位。")
    kind = {"programmes": [a_programme()], "figures": [a_figure_list(figure)]}
    data = a_data_folder(tmp_path, a_catalogue(**kind))
    assert main(["check", "--data", str(data)]) == 0
    [_, line] = capsys.readouterr().out.splitlines()
    assert line.endswith("figures/sea-grant.yml:12:12: differs from what is printed, with a reason")


def test_check_looks_at_the_folder_data_of_the_project_unless_told(
    monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    (root / "elsewhere").mkdir()
    monkeypatch.chdir(root / "elsewhere")
    assert parser.main(["check"], root) == 0


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
    assert out == f"::error file=data/agencies/sea.yml,line=4,col=7::{MESSAGE_ZH}%0A{MESSAGE}\n"
    assert err == (
        f"{PLACE}: {MESSAGE_ZH}\n{PLACE}: {MESSAGE}\n"
        "1 個錯誤；沒有產生任何檔案\n1 problem; nothing was generated\n"
    )


def test_an_annotation_names_the_path_in_the_repository_wherever_the_command_is_run(
    root: Path,
) -> None:
    """Review checks out the pull request into a folder `after`; in it there is none."""
    shutil.copytree(ROOT / "generator", root / "after" / "generator")
    a_data_folder(root / "after", a_catalogue(agencies=[an_agency(kind="ministry")]))
    changes = {"GITHUB_ACTIONS": "true", "GITHUB_STEP_SUMMARY": str(root / "summary.md")}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "check", "--data", "after/data"],
        cwd=root,
        env=os.environ | changes | {"PYTHONPATH": str(root / "after")},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=data/agencies/sea.yml,line=4,col=7::")
    assert "\n- `data/agencies/sea.yml:4:7`\n" in (root / "summary.md").read_text("utf-8")


def test_annotations_begin_with_an_error_of_each_file(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """GitHub shows the first ten of a step; the log has the order of the files."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    wrong = [a_dataset(category="none", frequency="NEVER", spatial=True)]
    a_data_folder(root, a_catalogue(datasets=wrong, agencies=[an_agency(kind="ministry")]))
    at = root / "data" / "agencies" / "tide.yml"
    at.write_text(yaml_of(an_agency(id="tide", kind="ministry", name="潮汐署")), "utf-8")
    assert main(GOOD) == 1
    out, err = capsys.readouterr()
    files = [line.partition("file=")[2].partition(",")[0] for line in out.splitlines()]
    assert files[:3] == [
        *("data/agencies/sea.yml", "data/agencies/tide.yml"),
        "data/datasets/sea/sea-tides.yml",
    ]
    told = err.splitlines()[: 2 * len(files)]
    assert sorted(files) == sorted(line.partition(":")[0] for line in told[::2])
    assert [line.partition(":")[0] for line in told[::2]] == sorted(files)


def test_the_summary_of_the_run_tells_also_that_nothing_is_wrong(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After what an earlier command of the same step wrote."""
    summary = root / "summary.md"
    summary.write_text("before\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert main(GOOD) == 0
    assert summary.read_text("utf-8") == "before\n"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(GOOD) == 0
    text = summary.read_text("utf-8")
    assert text.startswith("before\n## ")
    assert text.endswith("\n3 項記錄，沒有錯誤 · 3 records, nothing wrong\n\n")


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
    assert capsys.readouterr().out == "3 項記錄，沒有錯誤\n3 records, nothing wrong\n"


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
