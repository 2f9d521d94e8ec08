"""`dev.py new` writes a record to fill in: commented, valid YAML, and every gap is named."""

import os
from pathlib import Path

import pytest
import yaml
from builders import a_catalogue, a_data_folder

from generator import cli
from generator.cli import main
from generator.generate import examine

HERE = {"agency": "agencies", "programme": "programmes", "dataset": "datasets/sea"} | {
    "document": "documents",
    "budget": "budget",
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    return a_data_folder(tmp_path, a_catalogue())


@pytest.mark.parametrize("kind", HERE)
@pytest.mark.parametrize("language", ["zh_HK.UTF-8", "C.UTF-8"])
def test_a_record_is_valid_yaml_whose_gaps_are_named(
    kind: str, language: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", language)
    assert main(["new", kind, "sea-new"]) == 0
    file = data / HERE[kind] / "sea-new.yml"
    text = file.read_text("utf-8")
    assert yaml.safe_load(text)["id"] == "sea-new"
    _, problems = examine(data)
    assert problems
    lines = text.split("\n")
    for problem in problems:
        assert problem.place.path.endswith(f"{kind and HERE[kind]}/sea-new.yml")
        assert "is not filled in (fill it in" in str(problem)
        assert lines[problem.place.line - 1].rstrip().endswith(":")


@pytest.mark.parametrize("kind", HERE)
def test_every_field_is_explained(kind: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the maintainer's language: a comment stands above each field."""
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    main(["new", kind, "sea-new"])
    lines = (data / HERE[kind] / "sea-new.yml").read_text("utf-8").rstrip("\n").split("\n")
    fields = [number for number, line in enumerate(lines) if line.rstrip().endswith(":")]
    assert len(fields) >= 6
    for number in fields:
        assert lines[number - 1].lstrip().startswith("#") or lines[number].startswith("  - ")


def test_a_filled_in_record_is_good(data: Path) -> None:
    main(["new", "agency", "tide"])
    file = data / "agencies" / "tide.yml"
    text = (
        file.read_text("utf-8").replace("# name:", "name: 潮汐局").replace("kind:", "kind: office")
    )
    text = text.replace("document:", "document: sea-plan").replace("line:", "line: 4", 1)
    file.write_text(text, "utf-8")
    catalogue, problems = examine(data)
    assert list(map(str, problems)) == []
    assert catalogue is not None
    assert catalogue.agencies["tide"].record.name == "潮汐局"


@pytest.mark.parametrize("kind", ["agency", "programme", "dataset"])
@pytest.mark.parametrize("taken", ["sea", "sea-tides", "sea-plan"])
def test_an_identifier_that_is_taken(
    kind: str, taken: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {path: path.read_bytes() for path in data.rglob("*.yml")}
    assert main(["new", kind, taken, "--agency", "sea"]) == 1
    assert f"id '{taken}' is already taken by" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in data.rglob("*.yml")} == before


@pytest.mark.parametrize("wrong", ["Sea", "sea_x", "../x", "海", "a" * 81, ""])
def test_an_identifier_that_is_none(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "agency", wrong]) == 2
    said = capsys.readouterr().err
    assert "is not an identifier (write lower-case" in said or "(did you mean 'sea" in said


def test_a_dataset_needs_a_publisher(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its identifier begins with the agency's, or the agency is named."""
    assert main(["new", "dataset", "tides"]) == 2
    assert "--agency" in capsys.readouterr().err
    assert main(["new", "dataset", "tides", "--agency", "nobody"]) == 2
    assert main(["new", "dataset", "tides", "--agency", "sea"]) == 0
    assert (data / "datasets" / "sea" / "tides.yml").is_file()


def test_a_folder_that_cannot_be_written(data: Path) -> None:
    (data / "agencies" / "sea.yml").unlink()
    (data / "agencies").rmdir()
    (data / "agencies").write_text("a file", "utf-8")
    assert main(["new", "agency", "tide"]) == 2
    assert not os.path.isdir(data / "agencies")
