"""One cause, one problem: what was deleted is told once, however many places name it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import (
    a_catalogue,
    a_dataset,
    a_document,
    a_listing,
    a_name,
    a_name_list,
    a_programme,
    a_section,
    a_spot,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    yaml_of,
)
from one_mistake import a_good_folder

from generator import rules
from generator.generate import examine
from generator.language import chinese
from generator.load import load
from generator.maintain.register import registers
from generator.problem import shown


def a_published_folder(folder: Path, datasets: int = 9) -> Path:
    """The good folder with many datasets and a body of another kind, all of it published."""
    data = a_good_folder(folder)
    made = [
        a_dataset(
            id=f"sea-{number}",
            name=f"海{number}",
            listings=[a_listing(row=2 + number, line=61 + number)],
        )
        for number in range(datasets)
    ]
    records = {f"datasets/sea/{it.id}.yml": yaml_of(it) for it in made}
    plan = a_document(sections=[a_section(rows=datasets + 1)])
    records["documents/sea-plan.yml"] = yaml_of(plan)
    unit = an_agency(id="tide-office", name=None, parent="sea")
    records["agencies/tide-office.yml"] = yaml_of(unit)
    for path, text in records.items():
        (data / path).write_text(text, "utf-8")
    catalogue, problems = load(data)
    assert catalogue is not None, problems
    for path, text in registers(catalogue).items():
        assert text is not None
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(text, "utf-8")
    assert list(map(str, examine(data)[1])) == []
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return a_published_folder(tmp_path)


def lines(data: Path) -> list[str]:
    """What is said of a folder, by paths within it; all of it is said in Chinese, too."""
    _, problems = examine(data)
    for problem in problems:
        assert any("\u4e00" <= char <= "\u9fff" for char in shown(problem, chinese()))
    return [str(it).replace(f"{data.as_posix()}/", "") for it in problems]


def delete(path: str) -> Callable[[Path], None]:
    return lambda data: (data / path).unlink()


TIP = (
    "(bring the file back from git; if it has a new name, write that where the old one stands; "
    "if it is to go, first remove what names it)"
)


def test_a_deleted_document_is_one_problem(data: Path) -> None:
    """The plan is named by every kind of record."""
    delete("documents/sea-plan.yml")(data)
    assert lines(data) == [
        "documents/sea-plan.yml:1:1: there is no such file any more, but 18 records name "
        f"'sea-plan', first at agencies/sea.yml:6:13 {TIP}"
    ]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("agencies/sea.yml", "there is no such file any more, but 13 records name 'sea', first"),
        ("programmes/tide-fund.yml", "there is no such file any more, but 3 records name 'tide-"),
        ("agencies/tide-office.yml", "agencies: 'tide-office' was published and is no more"),
        ("datasets/sea/sea-3.yml", "datasets: 'sea-3' was published and is no more (bring it"),
        ("figures/tide-fund.yml", "there is no such file any more, but 2 of its entries were pub"),
        ("events/tide-fund.yml", "there is no such file any more, but 2 of its entries were pub"),
        ("errata/damage.yml", "errata: 'tide-fund-cut' was published and is no more (bring it"),
        ("terminology/names/agency.yml", "terminology: 'tide-office' was published and is no more"),
    ],
)
def test_whatever_file_is_deleted_it_is_one_problem(data: Path, path: str, told: str) -> None:
    delete(path)(data)
    [line] = lines(data)
    assert told in line
    assert "did you mean" not in line


def test_many_deleted_records_are_one_problem(data: Path) -> None:
    for file in (data / "datasets" / "sea").glob("sea-?.yml"):
        file.unlink()
    [line] = lines(data)
    assert line.startswith("history/datasets/sea-0.yml:")
    assert "9 records of datasets were published and are no more, first 'sea-0' (bring" in line


def test_a_few_deleted_records_are_each_told(data: Path) -> None:
    for name in ("sea-1", "sea-2", "sea-3"):
        delete(f"datasets/sea/{name}.yml")(data)
    assert len(lines(data)) == 3


def rename(data: Path, old: str, new: str) -> None:
    """In every dataset's listing."""
    for file in (data / "datasets" / "sea").glob("*.yml"):
        file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_one_slip_copied_to_many_records_is_one_problem(data: Path) -> None:
    rename(data, "document: sea-plan", "document: sea-plam")
    assert lines(data) == [
        "datasets/sea/sea-0.yml:12:13: unknown document 'sea-plam', here and at 9 other places "
        "(did you mean 'sea-plan'?)"
    ]


def test_a_slip_in_a_few_records_is_told_at_each(data: Path) -> None:
    for name in ("sea-1", "sea-2", "sea-3"):
        file = data / f"datasets/sea/{name}.yml"
        file.write_text(file.read_text("utf-8").replace("t: sea-plan", "t: sea-plam"), "utf-8")
    assert [line.partition(": ")[2] for line in lines(data)] == [
        "unknown document 'sea-plam' (did you mean 'sea-plan'?)"
    ] * 3


@pytest.mark.parametrize(
    ("to", "tip"),
    [
        ("agencies/sea", "'sea' took its place: write that, or remove it here"),
        ("agencies", "that record was retired: remove it here"),
    ],
)
def test_what_was_renamed_or_retired_is_followed(to: str, tip: str, data: Path) -> None:
    """By a branch from before it, after a merge: the old name is like others, and none of them."""
    office = data / "agencies/tide-office.yml"
    office.write_text(office.read_text("utf-8").replace("parent: sea", "parent: seal"), "utf-8")
    history = data / "history/agencies/seal.yml"
    history.write_text(
        f"id: seal\nidentifiers:\n  - seal\ngone:\n  - id: seal\n    to: {to}\n    reason: 改名\n",
        "utf-8",
    )
    assert lines(data) == [f"agencies/tide-office.yml:5:9: unknown agency 'seal' ({tip})"]


def test_a_document_that_nobody_published_is_asked_for(data: Path) -> None:
    """A new plan whose rows came first."""
    rename(data, "document: sea-plan", "document: harbour-list")
    [line] = lines(data)
    assert line.endswith("(add data/documents/harbour-list.yml or correct the name)")


# --- what only follows from a file that cannot be read --------------------------------------------


def test_what_names_an_unreadable_record_is_no_mistake() -> None:
    """Told by what a problem refers to, not by the words in which it is said."""
    agencies = [an_agency(locators=[{"document": "lost", "line": 1}])]
    catalogue = a_catalogue(agencies=agencies)
    assert len(rules.check(catalogue)) == 1
    assert rules.check(catalogue, ["data/documents/lost.yml"]) == []
    assert len(rules.check(catalogue, ["data/programmes/lost.yml"])) == 1
    assert len(rules.check(catalogue, ["data/documents/found.yml"])) == 1


def test_an_unreadable_dataset_is_looked_for_in_the_folder_of_its_agency() -> None:
    programmes = [a_programme(part_of="lost")]
    catalogue = a_catalogue(programmes=programmes)
    assert rules.check(catalogue, ["data/agencies/lost.yml"]) == []
    assert len(rules.check(catalogue, ["data/datasets/sea/lost.yml"])) == 1


def test_a_message_that_quotes_the_name_of_a_file_is_kept() -> None:
    """`sea-grant` stands in the message for another reason."""
    figures = ["data/vocabulary/sea-grant.yml"]
    catalogue = a_catalogue(programmes=[a_programme(part_of="sea-grant")])
    assert len(rules.check(catalogue, figures)) == 1


def test_an_erratum_about_a_name_that_is_lost() -> None:
    erratum = an_erratum(about=["tide"], locators=[a_spot()])
    names = a_terminology(names=[a_name_list(a_name())])
    catalogue = a_catalogue(errata=[an_erratum_list(erratum)], terminology=names)
    [problem] = rules.check(catalogue)
    assert problem.message == "unknown programme 'tide'"
