"""A folder of records becomes a catalogue, or everything that is wrong with its files is named."""

import re
import shutil
from pathlib import Path

import pytest
from builders import ROOT, a_catalogue, a_data_folder, a_dataset, a_programme, an_agency, yaml_of

from generator import rules
from generator.cli.clock import hong_kong_day
from generator.model.kinds import KINDS, OWN_FILES, Kind
from generator.pipeline.generate import examine
from generator.reading.decode import decode
from generator.reading.load import load, read_catalogue
from generator.reading.misplaced_record import better_folder
from generator.reading.yaml_source import parse

BESIDE = "sea.yml stands beside it: keep one, under that name"
LEFT = "delete what a program left beside sea.yml"
PROGRAMME = "looks like a record of programmes (move the file to "
OTHER = "records are files named <id>.yml: write it as one, or move it out of data/"
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


@pytest.mark.today
def test_the_projects_own_data_can_be_read() -> None:
    catalogue, problems = load(ROOT / "data")
    assert problems == []
    assert catalogue is not None
    assert len(catalogue.datasets) == len(list((ROOT / "data" / "datasets").rglob("*.yml")))


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
    text = "id: sea-tides\nidentifiers:\n  - sea-tides\n"
    (data / "history" / "datasets").mkdir()
    (data / "history" / "datasets" / "sea-tides.yml").write_text(text, "utf-8")
    catalogue, problems = load(data)
    assert problems == []
    assert catalogue is not None
    record_file = catalogue.history["datasets/sea-tides"]
    assert (record_file.folder, record_file.record.identifiers) == ("datasets", ("sea-tides",))


def test_two_versions_of_what_was_published_are_put_together_by_a_command(data: Path) -> None:
    """Nobody wrote that file by hand: "keep the right one" would lose the other's identifiers."""
    text = "id: sea\nidentifiers:\n<<<<<<< a\n  - one\n=======\n  - two\n>>>>>>> b\n"
    (data / "history" / "figures").mkdir()
    (data / "history" / "figures" / "sea.yml").write_text(text, "utf-8")
    [problem] = load(data)[1]
    assert str(problem).endswith(
        "data/history/figures/sea.yml:1:1: two versions that git could not put together "
        "(run `python3 dev.py update`, which writes this file: it keeps both)"
    )


def test_a_kind_of_history_that_is_none(data: Path) -> None:
    (data / "history" / "dataset").mkdir()
    [problem] = load(data)[1]
    assert "history/dataset:1:1: does not belong here (rename it to datasets)" in str(problem)


def test_hidden_files_are_left_alone(data: Path) -> None:
    for name in (".DS_Store", "agencies/.sea.yml.swp", "datasets/.keep", "datasets/sea/.keep"):
        (data / name).write_bytes(b"\x00")
    for name in ("Thumbs.db", "agencies/desktop.ini", "datasets/Thumbs.db", "agencies/._sea.yml"):
        (data / name).write_bytes(b"\x00")
    assert load(data)[1] == []


def test_a_record_that_a_dot_hides_is_told_of(data: Path) -> None:
    """Somebody wrote it."""
    (data / "agencies" / ".wind.yaml").write_text("id: wind\n", "utf-8")
    assert problems_of(data) == [
        "data/agencies/.wind.yaml:1:1: is not a record (rename the file to wind.yml)"
    ]


def test_a_missing_data_folder(data: Path) -> None:
    assert problems_of(Path("elsewhere")) == [
        "elsewhere:1:1: there is no such folder (give the folder of the records)"
    ]


def test_a_file_instead_of_the_data_folder(data: Path) -> None:
    assert problems_of(data / "agencies" / "sea.yml") == [
        "data/agencies/sea.yml:1:1: is a file, not a folder (give the folder of the records)"
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
    catalogue, _ = read_catalogue(data)
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
        ("agencies/sea.yaml", BESIDE),
        ("agencies/sea.YML", BESIDE),
        ("agencies/sea.yml.txt", BESIDE),
        ("agencies/wind.yaml", "rename the file to wind.yml"),
        ("agencies/wind.YML", "rename the file to wind.yml"),
        ("agencies/wind.yml.txt", "rename the file to wind.yml"),
        ("agencies/sea.yml.bak", LEFT),
        ("agencies/sea.yml~", LEFT),
        ("agencies/sea.yml.orig", LEFT),
        ("agencies/sea.yml.2026-01-31", LEFT),
        ("agencies/#sea.yml#", LEFT),
        ("agencies/wind.yml.orig", "rename it to wind.yml if it is the record, else delete it"),
        ("agencies/wind", "rename it to wind.yml if it is the record, else delete it"),
        ("agencies/README.md", OTHER),
        ("agencies/sea.xlsx", OTHER),
        ("agencies/old/", "move the records in it up into agencies/, and delete it"),
        ("documents/sea-plan.yml/", "move the records in it up into documents/, and delete it"),
        ("datasets/sea/notes.txt", OTHER),
        ("datasets/sea/old/", "move the records in it up into sea/, and delete it"),
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


@pytest.mark.parametrize("name", ["notes.txt", "schemes/"])
def test_what_is_no_folder_of_records_is_named(data: Path, name: str) -> None:
    at = data / name
    at.mkdir() if name.endswith("/") else at.write_text("x", "utf-8")
    assert problems_of(data) == [
        f"data/{name.rstrip('/')}:1:1: does not belong here "
        "(folders of data: agencies, budget, corrections, datasets, documents, errata, events, "
        "exceptions, figures, history, hosts, programmes, prose, statements, terminology, "
        "vocabulary)"
    ]


@pytest.mark.parametrize(
    ("folder", "name"),
    [("agencies", "agency"), ("programmes", "Programmes"), ("terminology/names", "Names")],
)
def test_a_misspelt_folder_of_records_is_one_mistake(data: Path, folder: str, name: str) -> None:
    """It would silently lose all its records; that the right one is missing needs no saying."""
    right = data / folder
    right.rename(right.with_name(name))
    assert problems_of(data) == [
        f"{right.parent.relative_to(data.parent)}/{name}:1:1: does not belong here "
        f"(rename it to {right.name})"
    ]
    assert len(examine(data, hong_kong_day())[1]) == 1, "what only follows from it is not told"


@pytest.mark.parametrize("name", ["sea-plan.yml.txt", "sea-plan.yaml", "sea-plan.yml~"])
def test_what_needs_a_record_under_a_wrong_name_is_not_to_blame(data: Path, name: str) -> None:
    (data / "documents" / "sea-plan.yml").rename(data / "documents" / name)
    [problem] = examine(data, hong_kong_day())[1]
    assert str(problem).startswith(f"data/documents/{name}:1:1: is not a record (rename ")


def test_a_misspelt_folder_beside_the_right_one(data: Path) -> None:
    (data / "agency").mkdir()
    assert problems_of(data) == [
        "data/agency:1:1: does not belong here (move what is in it to agencies, and delete it)"
    ]


def test_a_folder_that_holds_no_records_at_all(data: Path) -> None:
    """Somebody gave the wrong one: it is not the data that are wrong."""
    for folder in (data.parent, data / "agencies"):
        [line] = problems_of(folder)
        assert line.endswith(
            "holds none of the folders of records (give the folder of the records)"
        )


def test_a_dataset_outside_of_its_agencys_folder(data: Path) -> None:
    (data / "datasets" / "sea" / "sea-tides.yml").rename(data / "datasets" / "sea-tides.yml")
    line = "data/datasets/sea-tides.yml:1:1: is not in the folder of its agency"
    assert problems_of(data) == [f"{line} (move the file to datasets/sea/)"]
    assert len(examine(data, hong_kong_day())[1]) == 1


def test_a_folder_of_an_agency_by_another_name_is_one_mistake(data: Path) -> None:
    for name in ("a-first", "a-second"):
        (data / "datasets" / "sea" / f"{name}.yml").write_text(yaml_of(a_dataset(id=name)), "utf-8")
    (data / "datasets" / "sea").rename(data / "datasets" / "SEA")
    assert list(map(str, examine(data, hong_kong_day())[1])) == [
        "data/datasets/SEA:1:1: all datasets in this folder are of sea (rename the folder to sea)"
    ]


def test_a_record_in_the_folder_of_another_kind(data: Path) -> None:
    """Field by field it would be wrong everywhere, and everybody who names it as well."""
    (data / "datasets" / "sea" / "sea-tides.yml").rename(data / "agencies" / "sea-tides.yml")
    assert problems_of(data) == [
        "data/agencies/sea-tides.yml:1:1: looks like a record of datasets "
        "(move the file to datasets/<agency>/)"
    ]


@pytest.mark.parametrize(
    ("kind", "tip"),
    [
        ("talent", "programmes/)"),
        ("fund", "programmes/; if it belongs here, correct agency)"),
    ],
)
def test_one_field_may_tell_a_record_of_another_kind(data: Path, kind: str, tip: str) -> None:
    """Without that field it would be an agency: it is not simply to be deleted."""
    programme = yaml_of(a_programme(agency="sea", kind=kind))
    (data / "agencies" / "sea-grant.yml").write_text(programme, "utf-8")
    assert problems_of(data) == [f"data/agencies/sea-grant.yml:1:1: {PROGRAMME}{tip}"]


def test_a_code_may_tell_a_record_of_another_kind(data: Path) -> None:
    (data / "agencies" / "sea-grant.yml").write_text(yaml_of(a_programme()), "utf-8")
    assert problems_of(data) == [
        f"data/agencies/sea-grant.yml:1:1: {PROGRAMME}programmes/; "
        "if it belongs here, correct kind)"
    ]


def test_a_field_of_another_kind_may_also_be_a_slip(data: Path) -> None:
    """Its code is one of the folder's, so it is a record of the folder."""
    file = data / "agencies" / "sea.yml"
    file.write_text(file.read_text("utf-8") + "agency: sea\n", "utf-8")
    [problem] = problems_of(data)
    assert "agency is not a field of this record" in problem


def test_a_published_record_with_a_code_of_another_kind_stays_where_it_is(data: Path) -> None:
    history = data / "history" / "agencies"
    history.mkdir(parents=True, exist_ok=True)
    (history / "sea.yml").write_text("id: sea\nidentifiers: [sea]\n", "utf-8")
    (data / "agencies" / "sea.yml").write_text(yaml_of(an_agency(kind="talent")), "utf-8")
    catalogue, problems = load(data)
    assert catalogue is not None, problems


@pytest.mark.today
@pytest.mark.parametrize("kind", KINDS, ids=lambda it: it.key)
def test_records_of_each_kind_are_told_in_the_folder_of_each_other(kind: Kind) -> None:
    """Those that would read well there too, and hold no code, nobody can tell. The shortest files
    are as good as any."""
    codes = {
        file.stem: set(re.findall(r"code: (\S+?)[,}\n]", file.read_text("utf-8")))
        for file in (ROOT / "data" / "vocabulary").glob("*.yml")
    }
    files = sorted((ROOT / "data" / kind.folder).rglob("*.yml"))
    if kind.file:
        files = [it for it in files if it.stem == kind.file]
    own = [it for it in files if kind.file or (kind.folder, it.stem) not in OWN_FILES]
    for file in sorted(own, key=lambda it: it.stat().st_size)[:12]:
        source, _ = parse(file.read_bytes(), file.name)
        assert source is not None
        for other in KINDS:
            record, _ = decode(source, other.model)
            reads_well = record is not None
            better = better_folder(source, other.model, codes, reads_well=reads_well)
            if other is kind:
                assert better is None, file
            elif not reads_well:
                assert better is not None, (file, other.folder)
                assert better.folder == kind.folder, (file, other.folder)


SYNONYMS = "id: synonyms\ngroups:\n  - {words: [中小企, SME], why: 英文}\n"


def test_one_file_of_a_folder_is_of_another_kind(data: Path) -> None:
    (data / "vocabulary" / "synonyms.yml").write_text(SYNONYMS, "utf-8")
    catalogue, problems = load(data)
    assert catalogue is not None, problems
    assert [it.words for it in catalogue.synonyms["synonyms"].record.groups] == [("中小企", "SME")]
    assert "synonyms" not in catalogue.vocabularies


def test_that_file_under_another_name_is_a_vocabulary_without_its_fields(data: Path) -> None:
    (data / "vocabulary" / "synonyms.yml").unlink()
    (data / "vocabulary" / "synonym.yml").write_text(SYNONYMS.replace("yms\n", "ym\n", 1), "utf-8")
    assert [it.partition(" (")[0] for it in problems_of(data)] == [
        "data/vocabulary/synonym.yml:1:1: script is missing",
        "data/vocabulary/synonym.yml:1:1: terms is missing",
        "data/vocabulary/synonym.yml:2:1: groups is not a field of this record",
    ]


def test_a_vocabulary_in_that_file_is_none(data: Path) -> None:
    terms = "id: synonyms\nscript: zh-Hant\nterms:\n  - {code: sea, label: 海洋}\n"
    (data / "vocabulary" / "synonyms.yml").write_text(terms, "utf-8")
    assert [it.partition(" (")[0] for it in problems_of(data)] == [
        "data/vocabulary/synonyms.yml:1:1: groups is missing",
        "data/vocabulary/synonyms.yml:2:1: script is not a field of this record",
        "data/vocabulary/synonyms.yml:3:1: terms is not a field of this record",
    ]


def test_without_that_file_the_others_are_read(data: Path) -> None:
    (data / "vocabulary" / "synonyms.yml").unlink()
    catalogue, problems = load(data)
    assert catalogue is not None, problems
    assert catalogue.synonyms == {}
    assert [str(it) for it in examine(data, hong_kong_day())[1]] == [
        "data/vocabulary/synonyms.yml:1:1: this vocabulary is missing (restore it from git)"
    ]


def test_a_link_in_place_of_that_file_is_told_once(data: Path, tmp_path: Path) -> None:
    file = data / "vocabulary" / "synonyms.yml"
    file.unlink()
    (tmp_path / "elsewhere.yml").write_text(SYNONYMS, "utf-8")
    file.symlink_to(tmp_path / "elsewhere.yml")
    [line] = problems_of(data)
    assert line.startswith("data/vocabulary/synonyms.yml:1:1: ")


def test_a_record_with_hardly_a_field_is_still_one_of_its_folder(data: Path) -> None:
    (data / "agencies" / "sea.yml").write_text("id: sea\n", "utf-8")
    assert all("is missing" in line for line in problems_of(data))


@pytest.mark.parametrize("name", ["sea (1).yml", "sea - Copy.yml", "SEA.yml", "~$sea.yml"])
def test_a_copy_is_told_of_and_not_what_it_was_copied_from(data: Path, name: str) -> None:
    shutil.copy(data / "agencies" / "sea.yml", data / "agencies" / name)
    assert problems_of(data) == [
        f"data/agencies/{name}:1:5: id 'sea' is already taken by data/agencies/sea.yml "
        "(delete this copy, or give it an id and a name of its own)"
    ]


def test_a_copy_that_was_to_become_a_record(data: Path) -> None:
    """`a-first` sorts before the one it was copied from, which is not to blame."""
    shutil.copy(data / "agencies" / "sea.yml", data / "agencies" / "a-first.yml")
    assert problems_of(data) == [
        "data/agencies/a-first.yml:1:5: id 'sea' is already taken by data/agencies/sea.yml "
        "(write `id: a-first` if it is a record of its own, or delete the copy)"
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
            "1:8: not UTF-8: byte 0xFF (save the file as UTF-8, not as UTF-16, Big5 or GBK)",
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
    dataset = yaml_of(a_dataset()).replace("2024-06", "06/2024")
    (data / "datasets" / "sea" / "sea-tides.yml").write_text(dataset, "utf-8")
    (data / "prose" / "home.yml").rename(data / "prose" / "house.yml")
    (data / "terminology/forms/forms.yml").rename(data / "terminology/forms/forms.txt")
    assert [line.split(": ", 1)[0] for line in problems_of(data)] == [
        "data/extra:1:1",
        "data/documents/sea-plan.yml:1:1",
        "data/agencies/sea.yml:2:1",
        "data/agencies/sea.yml:3:7",
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
