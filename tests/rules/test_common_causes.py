"""One cause, one problem: what was deleted is told once, however many places name it."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_dataset,
    a_document,
    a_listing,
    a_name,
    a_name_list,
    a_programme,
    a_section,
    a_spot,
    a_term_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    yaml_of,
)
from one_mistake import a_good_folder

from generator import rules
from generator.cli.clock import hong_kong_day
from generator.maintain.history_register import history_files
from generator.messages.language import chinese_texts
from generator.messages.problem import Severity, problem_line
from generator.model.history import History
from generator.model.terminology import NameList
from generator.pipeline.generate import examine
from generator.reading.load import load


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
    unit = an_agency(
        id="tide-office", name=None, parent="sea", locators=[a_claiming_locator("parent")]
    )
    records["agencies/tide-office.yml"] = yaml_of(unit)
    for path, text in records.items():
        (data / path).write_text(text, "utf-8")
    catalogue, problems = load(data)
    assert catalogue is not None, problems
    for path, text in history_files(catalogue, date(2026, 3, 1)).items():
        assert text is not None
        (data / path).parent.mkdir(parents=True, exist_ok=True)
        (data / path).write_text(text, "utf-8")
    assert list(map(str, examine(data, hong_kong_day())[1])) == []
    return data


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return a_published_folder(tmp_path)


def lines(data: Path) -> list[str]:
    """What is said of a folder, by paths within it; all of it is said in Chinese, too."""
    _, problems = examine(data, hong_kong_day())
    for problem in problems:
        assert any("\u4e00" <= char <= "\u9fff" for char in problem_line(problem, chinese_texts()))
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


def test_a_document_with_too_few_lines_is_one_problem(data: Path) -> None:
    """The facts that stand behind its last line are not to blame."""
    file = data / "documents/sea-plan.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub("(?m)^lines: .*$", "lines: 20", text), "utf-8")
    [line] = [it for it in lines(data) if "behind the last one" in it]
    assert line.startswith("documents/sea-plan.yml:")
    assert line.endswith("(give the number of lines of its text, or correct the lines)")
    assert not any("has no line" in it for it in lines(data))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agencies/tide-office.yml", "programmes/tide-office.yml"),
        ("agencies/sea.yml", "programmes/sea.yml"),
        ("programmes/tide-fund.yml", "agencies/tide-fund.yml"),
        ("datasets/sea/sea-3.yml", "documents/sea-3.yml"),
    ],
)
def test_a_record_that_strayed_to_another_kind_is_one_problem(
    data: Path, old: str, new: str
) -> None:
    """However well it reads there, and whatever names it."""
    (data / old).rename(data / new)
    folder = "datasets/<agency>" if "datasets" in old else old.partition("/")[0]
    [line] = lines(data)
    assert line == (
        f"{new}:1:1: looks like a record of {old.partition('/')[0]} (move the file to {folder}/)"
    )


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
    assert lines(data) == [f"agencies/tide-office.yml:4:9: unknown agency 'seal' ({tip})"]


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


@pytest.mark.parametrize("source", ["a/b", "javascript://a/b", "//a"])
def test_a_name_with_slashes_stops_no_check(source: str) -> None:
    """Of what is named wrongly, too, it is asked whether a file that cannot be read is meant."""
    terminology = a_terminology(names=[a_name_list(a_name(confirmed_by=[source]))])
    unread = ["data/figures/sea.yml"]
    [problem] = rules.check(a_catalogue(terminology=terminology), unread)
    assert "is neither a document nor a web address" in problem.message


def test_an_unreadable_dataset_is_looked_for_in_the_folder_of_its_agency() -> None:
    programmes = [a_programme(part_of="lost", locators=[a_claiming_locator("part_of")])]
    catalogue = a_catalogue(programmes=programmes)
    assert rules.check(catalogue, ["data/agencies/lost.yml"]) == []
    assert len(rules.check(catalogue, ["data/datasets/sea/lost.yml"])) == 1


def test_a_message_that_quotes_the_name_of_a_file_is_kept() -> None:
    """`sea-grant` stands in the message for another reason."""
    figures = ["data/vocabulary/sea-grant.yml"]
    part_of_itself = a_programme(part_of="sea-grant", locators=[a_claiming_locator("part_of")])
    catalogue = a_catalogue(programmes=[part_of_itself])
    assert len(rules.check(catalogue, figures)) == 1


def test_an_erratum_about_a_name_that_is_lost() -> None:
    erratum = an_erratum(about=["tide"], locators=[a_spot()])
    names = a_terminology(names=[a_name_list(a_name())])
    catalogue = a_catalogue(errata=[an_erratum_list(erratum)], terminology=names)
    [problem] = rules.check(catalogue)
    assert problem.message == "unknown programme 'tide'"


def a_list_of_names(id: str) -> NameList:
    made = [
        a_name(id=f"wind-{it}", **{"zh-Hant": f"風{it}", "zh-Hans": f"风{it}"}) for it in "abcd"
    ]
    return a_name_list(*made, id=id)


@pytest.mark.parametrize(("published", "copy"), [("agency", "centre"), ("centre", "agency")])
def test_a_copied_list_of_names_is_one_problem(published: str, copy: str) -> None:
    """The one that was published is not to blame."""
    terminology = a_terminology(names=[a_list_of_names("agency"), a_list_of_names("centre")])
    history = {"terminology": [History(id=published, identifiers=[f"wind-{it}" for it in "abcd"])]}
    catalogue = a_catalogue(terminology=terminology, history=history)
    assert list(map(str, rules.check(catalogue))) == [
        f"data/terminology/names/{copy}.yml:1:5: 4 entries of this file also stand in "
        f"data/terminology/names/{published}.yml (delete the copy, whichever of the two it is)"
    ]


def test_a_copied_list_of_terms_is_one_problem() -> None:
    pairs = {"浪里": "浪裏", "海里": "海裏", "潮里": "潮裏", "风里": "風裏"}
    lists = [a_term_list(pairs, id=it) for it in ("more", "repairs")]
    found = rules.check(a_catalogue(terminology=a_terminology(terms=lists)))
    [line] = [str(it) for it in found if it.severity is Severity.ERROR]
    assert "4 entries of this file also stand in data/terminology/terms/more.yml" in line
    assert not any("repairs.yml" in it.place.path and str(it) != line for it in found)
