"""`dev.py update` writes all that nobody writes by hand, and nothing else."""

import json
import shutil
from pathlib import Path

import pytest
from builders import a_catalogue, a_data_folder, a_prose, a_prose_section, an_agency
from commands import main

from generator.maintain.editor_files import write_missing_schemas

LEDGER = "tests/golden/ledger/agencies/lighthouse.tsv"
TIDE = an_agency(id="tide", name="潮汐處")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    section = a_prose_section(heading="改一個字", body="打開檔案。\n改好它。")
    guide = a_prose("contributing", sections=[section])
    lighthouse = an_agency(id="lighthouse", name="燈塔開放處")
    a_data_folder(
        tmp_path,
        a_catalogue(
            agencies=[an_agency(), lighthouse],
            prose=[*(a_prose(it) for it in ("about", "data", "home")), guide],
        ),
    )
    return tmp_path


def tree(root: Path) -> dict[str, bytes]:
    """Every file but what is kept between runs."""
    files = (it for it in root.rglob("*") if it.is_file() and it.parent.name != ".cache")
    return {it.relative_to(root).as_posix(): it.read_bytes() for it in files}


def test_each_file_is_named_with_what_was_done(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(root)
    assert main(["update"]) == 0
    *lines, last = capsys.readouterr().out.splitlines()
    after = tree(root)
    assert {path: after[path] for path in before} == before
    written = {path for path in after.keys() - before.keys() if "/schemas/" not in path}
    assert set(lines) == {f"{path}: new" for path in written}
    assert last == f"{len(written)} files changed"
    assert {"CONTRIBUTING.md", LEDGER, "data/history/agencies/sea.yml"} <= written
    assert "## 改一個字\n\n1. 打開檔案。\n2. 改好它。\n" in after["CONTRIBUTING.md"].decode()
    assert "燈塔開放處\t灯塔开放处\t" in after[LEDGER].decode()


def test_twice_is_once(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["update"])
    before = tree(root)
    capsys.readouterr()
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "0 files changed\n"
    assert tree(root) == before


def test_what_is_of_a_record_that_is_no_more_goes(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["update"])
    stale = root / ".vscode/schemas/old.schema.json"
    stale.write_text("{}", "utf-8")
    assert main(["retire", "lighthouse", "--to", "agencies", "--reason", "併入"]) == 0
    assert f"{LEDGER}: removed\n" in capsys.readouterr().out
    assert LEDGER not in tree(root)
    assert not stale.exists()


def test_what_git_left_in_a_file_that_is_only_written_is_written_anew(root: Path) -> None:
    main(["update"])
    before = tree(root)
    for path in ("CONTRIBUTING.md", LEDGER, ".vscode/settings.json"):
        text = before[path].decode()
        (root / path).write_text(f"<<<<<<< HEAD\n{text}=======\n>>>>>>> x\n", "utf-8")
    assert main(["update"]) == 0
    assert tree(root) == before


def test_wrong_data_are_told_as_check_tells_them_and_nothing_is_written(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = root / "data/agencies/sea.yml"
    file.write_text(file.read_text("utf-8").replace("kind:", "kindd:"), "utf-8")
    before = tree(root)
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    assert main(["update"]) == 1
    assert capsys.readouterr().err == said
    assert tree(root) == before


def test_it_does_not_warn_of_what_it_has_just_done(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["update"])
    a_data_folder(root, a_catalogue(agencies=[TIDE], prose=[]))
    assert main(["check"]) == 0
    assert "tide is not registered yet" in capsys.readouterr().err
    assert main(["update"]) == 0
    assert capsys.readouterr().err == ""


def test_of_other_data_nothing_is_written_here(root: Path, tmp_path: Path) -> None:
    """A keeper tries something on a copy."""
    main(["update"])
    other = tmp_path / "elsewhere" / "data"
    shutil.copytree(root / "data", other)
    a_data_folder(other.parent, a_catalogue(agencies=[TIDE], prose=[]))
    before = {path: raw for path, raw in tree(root).items() if "elsewhere" not in path}
    assert main(["update", "--data", str(other)]) == 0
    after = {path: raw for path, raw in tree(root).items() if "elsewhere" not in path}
    assert after == before
    assert (other / "history/agencies/tide.yml").is_file()
    assert {it.name for it in other.parent.iterdir()} == {"data"}


def offered(root: Path) -> list[str]:
    schema = json.loads((root / ".vscode/schemas/dataset.schema.json").read_text("utf-8"))
    return list(schema["properties"]["agency"]["enum"])


def test_the_editor_is_served_even_while_the_data_are_wrong(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """When a keeper needs it most."""
    file = root / "data/datasets/sea/sea-tides.yml"
    file.write_text(file.read_text("utf-8").replace("category:", "categori:"), "utf-8")
    before = tree(root)
    assert main(["update", "--editor"]) == 0
    assert capsys.readouterr().out == ""
    assert offered(root) == ["lighthouse", "sea"]
    assert {path for path in tree(root) if "/schemas/" not in path} == before.keys()


def test_a_preview_begins_what_is_not_there_yet(root: Path) -> None:
    write_missing_schemas(root, root / "data")
    assert offered(root) == ["lighthouse", "sea"]
    a_data_folder(root, a_catalogue(agencies=[TIDE], prose=[]))
    write_missing_schemas(root, root / "data")
    assert offered(root) == ["lighthouse", "sea"]  # `update` and `new` renew it
