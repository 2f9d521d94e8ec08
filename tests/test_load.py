"""A folder of records becomes a catalogue, or everything that is wrong with its files is named."""

import shutil
from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, a_dataset, yaml_of

from generator import rules
from generator.load import load, read

RECORD = "records are files named <id>.yml"
NESTED = "records are files named <id>.yml in a folder per agency"
FOLDERS = ("agencies", "datasets", "documents", "prose", "terminology", "vocabulary")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A valid folder `data` below the working folder, so that problems name it as `data/…`."""
    monkeypatch.chdir(tmp_path)
    return a_data_folder(tmp_path)


def problems_of(data: Path) -> list[str]:
    """The problems of a folder that has some; then there is no catalogue."""
    catalogue, problems = load(data)
    assert catalogue is None
    assert problems
    return [str(problem) for problem in problems]


def test_a_valid_folder_is_a_catalogue(data: Path) -> None:
    catalogue, problems = load(data)
    assert problems == []
    assert catalogue == a_catalogue()


def test_the_projects_own_data_can_be_read() -> None:
    catalogue, problems = load(ROOT / "data")
    assert problems == []
    assert catalogue is not None
    assert len(catalogue.datasets) >= 78


def test_a_record_knows_the_place_of_its_fields(data: Path) -> None:
    """yaml_of(a_dataset()) has `- document:` in line 12 and `  date:` in line 16."""
    catalogue, _ = load(data)
    assert catalogue is not None
    place = catalogue.datasets["sea-tides"].place("listings", 0, "date")
    assert str(place) == "data/datasets/sea/sea-tides.yml:16:9"


def test_records_stand_in_the_order_of_their_identifiers(data: Path) -> None:
    """Same input, same order: not that of the folders, which differ from agency to agency."""
    for agency, name in (("wind", "a-first"), ("aaa", "z-last")):
        record = a_dataset(id=name, agency=agency)
        (data / "datasets" / agency).mkdir()
        (data / "datasets" / agency / f"{name}.yml").write_text(yaml_of(record), "utf-8")
    catalogue, _ = load(data)
    assert catalogue is not None
    assert list(catalogue.datasets) == ["a-first", "sea-tides", "z-last"]


def test_what_was_published_is_read(data: Path) -> None:
    """Nobody could say otherwise that an identifier is lost."""
    text = "id: datasets\nidentifiers:\n  - sea-charts\n  - sea-tides\n"
    (data / "history" / "datasets.yml").write_text(text, "utf-8")
    catalogue, problems = load(data)
    assert problems == []
    assert catalogue is not None
    assert catalogue.history["datasets"].record.identifiers == ("sea-charts", "sea-tides")


def test_hidden_files_are_left_alone(data: Path) -> None:
    for name in (".DS_Store", "agencies/.sea.yml.swp", "datasets/.keep", "datasets/sea/.keep"):
        (data / name).write_bytes(b"\x00")
    assert load(data)[1] == []


def test_a_missing_data_folder(data: Path) -> None:
    assert problems_of(Path("elsewhere")) == [
        "elsewhere:1:1: there is no such folder (give the folder of the records)"
    ]


def test_a_file_instead_of_the_data_folder(data: Path) -> None:
    assert problems_of(data / "agencies" / "sea.yml") == [
        "data/agencies/sea.yml:1:1: there is no such folder (give the folder of the records)"
    ]


@pytest.mark.parametrize("folder", [*FOLDERS, "terminology/names", "terminology/terms"])
def test_a_missing_folder_of_records(data: Path, folder: str) -> None:
    (data / folder).rename(data.parent / "elsewhere")
    assert problems_of(data) == [
        f"data/{folder}:1:1: there is no such folder (make it, or give the right data folder)"
    ]


@pytest.mark.parametrize("folder", FOLDERS)
def test_what_is_there_can_be_checked_without_a_folder(data: Path, folder: str) -> None:
    """Whoever mends the folder learns in the same run what else is wrong."""
    shutil.rmtree(data / folder)
    catalogue, _ = read(data)
    assert catalogue is not None
    list(rules.check(catalogue))


def test_a_file_instead_of_a_folder_of_records(data: Path) -> None:
    (data / "prose").rename(data.parent / "elsewhere")
    (data / "prose").write_text("id: prose\n", "utf-8")
    assert problems_of(data) == [
        "data/prose:1:1: there is no such folder (make it, or give the right data folder)"
    ]


@pytest.mark.parametrize(
    ("path", "tip"),
    [
        ("agencies/sea.yaml", RECORD),
        ("agencies/sea.yml.bak", RECORD),
        ("agencies/sea.YML", RECORD),
        ("agencies/notes", RECORD),
        ("agencies/old/", RECORD),
        ("documents/sea-plan.yml/", RECORD),
        ("datasets/sea-winds.yml", NESTED),
        ("datasets/sea/notes.txt", RECORD),
        ("datasets/sea/old/", RECORD),
    ],
)
def test_what_is_not_a_record_is_named(data: Path, path: str, tip: str) -> None:
    """A record with another suffix, or a folder too deep, would be lost without a word."""
    at = data / path
    if at.is_file():
        at.rename(data.parent / "elsewhere.yml")
    at.mkdir() if path.endswith("/") else at.write_text("id: x\n", "utf-8")
    lines = [line for line in problems_of(data) if "is not a record" in line]
    assert lines == [f"data/{path.rstrip('/')}:1:1: is not a record ({tip})"]


@pytest.mark.parametrize("name", ["agency/", "notes.txt", "schemes/"])
def test_what_is_no_folder_of_records_is_named(data: Path, name: str) -> None:
    """A misspelt folder would silently lose all its records."""
    at = data / name
    at.mkdir() if name.endswith("/") else at.write_text("x", "utf-8")
    assert problems_of(data) == [
        f"data/{name.rstrip('/')}:1:1: does not belong here "
        "(folders of data: agencies, budget, datasets, documents, errata, events, exceptions, "
        "figures, history, programmes, prose, terminology, vocabulary)"
    ]


def test_a_folder_of_the_terminology_that_nobody_expects(data: Path) -> None:
    """`name` for `names` would lose every name."""
    (data / "terminology" / "name").mkdir()
    assert problems_of(data) == [
        "data/terminology/name:1:1: does not belong here "
        "(folders of terminology: allowed, contexts, forms, names, terms)"
    ]


@pytest.mark.parametrize(
    ("name", "tip"),
    [
        ("ocean.yml", "rename the file to sea.yml, or write `id: ocean`"),
        ("Ocean (1).yml", "rename the file to sea.yml"),
    ],
)
def test_a_file_whose_name_differs_from_its_id(data: Path, name: str, tip: str) -> None:
    """A name that is no identifier is nothing to write as one."""
    (data / "agencies" / "sea.yml").rename(data / "agencies" / name)
    assert problems_of(data) == [
        f"data/agencies/{name}:1:5: id 'sea' differs from the file's name '{name}' ({tip})"
    ]


def test_an_id_that_two_files_claim(data: Path) -> None:
    """The copy stands in the folder of another agency, so that both file names are right."""
    (data / "datasets" / "wind").mkdir()
    copy = (data / "datasets" / "sea" / "sea-tides.yml").read_bytes()
    (data / "datasets" / "wind" / "sea-tides.yml").write_bytes(copy)
    assert problems_of(data) == [
        "data/datasets/wind/sea-tides.yml:1:5: id 'sea-tides' is already taken by "
        "data/datasets/sea/sea-tides.yml "
        "(identifiers are unique: choose another, or delete one of the files)"
    ]


@pytest.mark.parametrize("name", ["aaa", "zzz"])
def test_a_copied_file_is_to_blame_and_not_the_one_that_was_there(data: Path, name: str) -> None:
    """Wherever its name comes in the order of the files."""
    copy = (data / "agencies" / "sea.yml").read_bytes()
    (data / "agencies" / f"{name}.yml").write_bytes(copy)
    assert problems_of(data) == [
        f"data/agencies/{name}.yml:1:5: id 'sea' is already taken by data/agencies/sea.yml "
        f"(write `id: {name}` if it is a record of its own, or delete the copy)"
    ]


def test_a_dataset_copied_to_the_folder_of_another_agency(data: Path) -> None:
    (data / "datasets" / "air").mkdir()
    copy = (data / "datasets" / "sea" / "sea-tides.yml").read_bytes()
    (data / "datasets" / "air" / "sea-tides.yml").write_bytes(copy)
    [line] = problems_of(data)
    assert line.startswith(
        "data/datasets/air/sea-tides.yml:1:5: id 'sea-tides' is already taken by"
    )


def test_one_id_may_name_records_of_two_kinds(data: Path) -> None:
    """Their addresses differ: /agencies/sea/ and /datasets/sea/."""
    record = a_dataset(id="sea")
    (data / "datasets" / "sea" / "sea.yml").write_text(yaml_of(record), "utf-8")
    assert load(data)[1] == []


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "1:1: the file is empty (write fields, one on a line: 'name: value')"),
        (
            b"id: sea\xff\n",
            "1:8: not UTF-8: byte 0xFF (save the file as UTF-8, not as UTF-16 or Big5)",
        ),
        (b"id: sea\n\tname: x\n", "2:1: tab U+0009 (use spaces)"),
        (b"id: sea\nid: sea\n", "2:1: key 'id' is repeated from line 1 (keep one of the two)"),
        (b"- sea\n", "1:1: the file holds no fields (write fields, one on a line: 'name: value')"),
    ],
)
def test_a_file_that_is_no_yaml_of_ours(data: Path, raw: bytes, problem: str) -> None:
    (data / "agencies" / "sea.yml").write_bytes(raw)
    assert problems_of(data) == [f"data/agencies/sea.yml:{problem}"]


def test_every_mistake_of_every_file_is_reported_at_once(data: Path) -> None:
    """Nobody mends one file only to be told of the next."""
    (data / "extra").mkdir()
    (data / "documents" / "sea-plan.yml").write_bytes(b"")
    (data / "agencies" / "sea.yml").write_text("id: sea\nid: sea\nname: *x\n", "utf-8")
    dataset = yaml_of(a_dataset()).replace("CSV", "CVS").replace("2024-06", "06/2024")
    (data / "datasets" / "sea" / "sea-tides.yml").write_text(dataset, "utf-8")
    (data / "prose" / "home.yml").rename(data / "prose" / "house.yml")
    (data / "terminology/forms/forms.yml").rename(data / "terminology/forms/forms.txt")
    assert [line.split(": ", 1)[0] for line in problems_of(data)] == [
        "data/extra:1:1",
        "data/documents/sea-plan.yml:1:1",
        "data/agencies/sea.yml:2:1",
        "data/agencies/sea.yml:3:7",
        "data/datasets/sea/sea-tides.yml:9:3",
        "data/datasets/sea/sea-tides.yml:16:9",
        "data/prose/house.yml:1:5",
        "data/terminology/forms/forms.txt:1:1",
    ]


@pytest.mark.parametrize("below", ["data", "data/datasets", "data/datasets/sea"])
def test_the_working_folder_may_lie_inside_the_data(
    data: Path, below: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """dev.py runs commands in the folder its caller stands in; good data stay good there."""
    monkeypatch.chdir(data.parent / below)
    catalogue, problems = load(data)
    assert problems == []
    assert catalogue is not None
    assert list(map(str, rules.check(catalogue))) == []
