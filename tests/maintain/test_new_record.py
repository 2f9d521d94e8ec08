"""`dev.py new` writes a record to fill in: commented, valid YAML, and every gap is named."""

import os
from pathlib import Path

import pytest
import yaml
from builders import a_catalogue, a_data_folder, a_programme
from commands import main

from generator.cli.clock import hong_kong_day
from generator.model.history import History
from generator.pipeline.generate import examine

HERE = {"agency": "agencies", "programme": "programmes", "dataset": "datasets/sea"} | {
    "document": "documents",
    "budget": "budget",
}


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
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
    _, problems = examine(data, hong_kong_day())
    assert problems
    lines = text.split("\n")
    for problem in problems:
        assert problem.place.path.endswith(f"{kind and HERE[kind]}/sea-new.yml")
        assert "is not filled in (fill it in" in str(problem)
        assert lines[problem.place.line - 1].rstrip().endswith(":")


@pytest.mark.parametrize(("kind", "folder"), [("agency", "agencies"), ("programme", "programmes")])
@pytest.mark.parametrize("item", ["figure", "event", "statement"])
def test_an_item_of_a_record_that_is_not_filled_in_yet(
    kind: str, folder: str, item: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its file is there: nobody is to look for a name that is like it."""
    assert main(["new", kind, "sea-new"]) == 0
    capsys.readouterr()
    assert main(["new", item, "sea-new"]) == 1
    assert capsys.readouterr().err == (
        f"data/{folder}/sea-new.yml is there, but is not filled in or not right yet "
        "(fill it in first; `python3 dev.py check` says what it lacks)\n"
    )


def test_an_item_of_a_kind_whose_vocabulary_is_broken(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "vocabulary" / "errata-kinds.yml").write_text("id: errata-kinds\n", "utf-8")
    assert main(["new", "erratum", "typo"]) == 1
    assert "data/vocabulary/errata-kinds.yml is there, but" in capsys.readouterr().err


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


@pytest.mark.parametrize("kind", HERE)
def test_no_explanation_is_english_or_about_another_identifier(
    kind: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only the record itself has the name of its file; what stands within it has not."""
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    main(["new", kind, "sea-new"])
    text = (data / HERE[kind] / "sea-new.yml").read_text("utf-8")
    comments = [line.strip() for line in text.split("\n") if line.strip().startswith("#")]
    assert [it for it in comments if it.isascii() and it.endswith(".")] == []
    assert text.count("與檔名相同") == 1


def test_a_filled_in_record_is_good(data: Path) -> None:
    main(["new", "agency", "tide"])
    file = data / "agencies" / "tide.yml"
    text = (
        file.read_text("utf-8").replace("# name:", "name: 潮汐局").replace("kind:", "kind: office")
    )
    text = text.replace("document:", "document: sea-plan").replace("line:", "line: 4", 1)
    file.write_text(text, "utf-8")
    catalogue, problems = examine(data, hong_kong_day())
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


# --- items: they stand with others in one file ----------------------------------------------------

FIGURES = """\
# 由較舊版開始。
id: sea
script: zh-Hant
subject: agency
figures:
  # 觀測站數目
  - id: sea-stations
    measure: centres
    value: 5
    unit: centre
    qualifier: exact
    printed: 5个
    document: sea-plan
    line: 4   # 見表
# 以上全部核對過。
"""


@pytest.mark.parametrize("kind", ["figure", "event", "statement"])
@pytest.mark.parametrize("subject", ["sea", "sea-grant"])
def test_the_first_item_of_an_agency_or_programme(kind: str, subject: str, data: Path) -> None:
    a_data_folder(data.parent, a_catalogue(programmes=[a_programme()]))
    assert main(["new", kind, subject]) == 0
    file = data / f"{kind}s" / f"{subject}.yml"
    written = yaml.safe_load(file.read_text("utf-8"))
    about = "agency" if subject == "sea" else "programme"
    assert (written["id"], written["subject"]) == (subject, about)
    gaps(data, file)


def test_the_first_statement_of_a_document(data: Path) -> None:
    assert main(["new", "statement", "sea-plan"]) == 0
    file = data / "statements" / "sea-plan.yml"
    written = yaml.safe_load(file.read_text("utf-8"))
    assert (written["id"], written["subject"]) == ("sea-plan", "document")
    gaps(data, file)


def gaps(data: Path, file: Path) -> None:
    """What is to be filled in is named on its line, and nothing else is wrong."""
    _, problems = examine(data, hong_kong_day())
    assert len(problems) >= 5
    lines = file.read_text("utf-8").split("\n")
    for problem in problems:
        assert problem.place.path.endswith(file.name)
        assert "is not filled in" in str(problem)
        assert lines[problem.place.line - 1].rstrip().endswith(":")


def test_another_item_goes_below_the_last_and_nothing_else_changes(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "figures" / "sea.yml"
    file.write_text(FIGURES, "utf-8")
    assert main(["new", "figure", "sea"]) == 0
    text = file.read_text("utf-8")
    assert capsys.readouterr().out.startswith("data/figures/sea.yml:15: fill in what was added")
    before, after = FIGURES.split("# 以上")
    assert text.startswith(before)
    assert text.endswith("# 以上" + after)
    added = text.removeprefix(before).removesuffix("# 以上" + after)
    assert added.startswith("  # Permanent, unique among all figures.\n  - id:\n    # Code of")
    assert "    # sea-plan\n    document:\n" in added
    assert "district, economy\n    unit:\n" in added
    gaps(data, file)


@pytest.mark.parametrize(
    "end", ["\n", "", "\r\n", "\n\n", "\n# 完\n", "\nbreaks:\n  - {measure: centres, note: 海}\n"]
)
def test_wherever_the_list_ends(end: str, data: Path) -> None:
    file = data / "figures" / "sea.yml"
    text = FIGURES.split("   # 見表")[0] + end
    newline = "\r\n" if end == "\r\n" else "\n"
    file.write_text(text.replace("\r\n", "\n"), "utf-8", newline=newline)
    assert main(["new", "figure", "sea"]) == 0
    raw = file.read_bytes().decode("utf-8")
    assert raw.count("\n") == raw.count(newline)
    written = yaml.safe_load(raw)
    assert [it["id"] for it in written["figures"]] == ["sea-stations", None]
    assert ("breaks" in written) == ("breaks" in end)


def test_items_in_brackets_are_left_to_a_person(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = data / "figures" / "sea.yml"
    file.write_text("id: sea\nfigures: [{id: x}]\n", "utf-8")
    assert main(["new", "figure", "sea"]) == 1
    assert "has no list 'figures' to which something can be added" in capsys.readouterr().err
    assert file.read_text("utf-8") == "id: sea\nfigures: [{id: x}]\n"


@pytest.mark.parametrize(
    ("kind", "name", "path"),
    [
        ("erratum", "damage", "errata/damage.yml"),
        ("name", "fund", "terminology/names/fund.yml"),
    ],
)
def test_what_is_filed_by_its_kind(kind: str, name: str, path: str, data: Path) -> None:
    assert main(["new", kind, name]) == 0
    assert yaml.safe_load((data / path).read_text("utf-8"))["id"] == name
    assert main(["new", kind, name]) == 0
    gaps(data, data / path)


@pytest.mark.parametrize("kind", ["figure", "event", "statement", "erratum", "name"])
def test_an_item_of_nobody(kind: str, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", kind, "seaa"]) == 1
    assert "there is no 'seaa' (" in capsys.readouterr().err
    assert not list(data.rglob("seaa.yml"))


def test_an_identifier_of_what_is_gone(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Readers who kept its address would find another record."""
    gone = {"id": "tide", "to": "agencies/sea", "reason": "merged"}
    history = History.model_validate({"id": "tide", "identifiers": ["tide"], "gone": [gone]})
    a_data_folder(data.parent, a_catalogue(history={"agencies": [history]}))
    assert main(["new", "agency", "tide"]) == 1
    assert "'tide' was the identifier of a record that is gone" in capsys.readouterr().err


def test_new_makes_what_the_editor_completes_from(data: Path) -> None:
    main(["new", "agency", "tide"])
    schema = (data.parent / ".vscode/schemas/dataset.schema.json").read_text("utf-8")
    assert '"sea"' in schema
