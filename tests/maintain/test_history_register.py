"""`dev.py update` keeps every identifier; a page that is no more sends its reader on."""

import re
from datetime import date
from pathlib import Path

import pytest
import sites
from builders import (
    a_catalogue,
    a_data_folder,
    a_dataset,
    a_figure,
    a_figure_list,
    a_programme,
    an_agency,
)
from commands import main

from generator.cli.clock import hong_kong_day
from generator.maintain.history_register import history_files, merge_versions
from generator.model.history import History
from generator.pipeline.generate import examine

HEAD = "# What was published. Written by `python3 dev.py update`: no identifier is removed.\n"
DAY = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return a_data_folder(tmp_path)


def test_every_record_has_a_file_of_its_own(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update"]) == 0
    said = capsys.readouterr().out
    for path in ("agencies/sea", "datasets/sea-tides", "documents/sea-plan"):
        name = path.partition("/")[2]
        text = f"{HEAD}id: {name}\nidentifiers:\n  - {name}\nfacts:\n"
        assert (data / f"history/{path}.yml").read_text("utf-8").startswith(text)
        assert f"data/history/{path}.yml: new\n" in said
    assert len(list((data / "history").rglob("*.yml"))) == 3
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "0 files changed\n"


FIGURES = [a_figure(id=f"sea-{name}", measure=name) for name in ("wave", "tide", "wind", "rain")]


def lines(kind: str, name: str, **records: object) -> list[str]:
    """The identifiers that the file would list."""
    made = history_files(a_catalogue(programmes=[a_programme()], **records), DAY)  # type: ignore[arg-type]
    text = made[f"history/{kind}/{name}.yml"]
    return re.findall("(?m)^  - ([a-z-]+)$", text or "")


def test_items_are_listed_in_the_order_of_their_file() -> None:
    """An item between two others is a line between two others: what git can merge there it can
    merge here. What is no more stays where it was."""
    known = History(id="sea-grant", identifiers=("sea-wave", "sea-old", "sea-wind"))
    figures = [a_figure_list(*FIGURES)]
    listed = lines("figures", "sea-grant", figures=figures, history={"figures": [known]})
    assert listed == ["sea-wave", "sea-tide", "sea-old", "sea-wind", "sea-rain"]


def test_an_item_in_another_order_changes_nothing() -> None:
    known = History(id="sea-grant", identifiers=("sea-rain", "sea-wind", "sea-tide", "sea-wave"))
    figures = [a_figure_list(*FIGURES)]
    listed = lines("figures", "sea-grant", figures=figures, history={"figures": [known]})
    assert listed == ["sea-rain", "sea-wind", "sea-tide", "sea-wave"]


def test_what_moved_to_another_file_is_registered_there() -> None:
    """A programme was renamed, and its figures with it."""
    known = History(id="old-grant", identifiers=("sea-wave", "sea-tide", "sea-wind", "sea-rain"))
    records = {"figures": [a_figure_list(*FIGURES)], "history": {"figures": [known]}}
    assert lines("figures", "sea-grant", **records) == [it.id for it in FIGURES]
    made = history_files(a_catalogue(programmes=[a_programme()], **records), DAY)  # type: ignore[arg-type]
    assert made["history/figures/old-grant.yml"] is None


@pytest.mark.parametrize("identifier", ["2024", "null", "no", "2024-01-31"])
def test_an_identifier_that_looks_like_something_else(identifier: str, data: Path) -> None:
    a_data_folder(
        data.parent, a_catalogue(agencies=[an_agency(), an_agency(id=identifier, name="浮標處")])
    )
    assert main(["update"]) == 0
    catalogue, problems = examine(data, hong_kong_day())
    assert catalogue is not None, problems
    assert catalogue.history[f"agencies/{identifier}"].record.identifiers == (identifier,)


def test_what_vanished_stops_the_check_and_stays_registered(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["update"])
    change(data)
    assert main(["check"]) == 1
    assert "'sea-tides' was published and is no more" in capsys.readouterr().err
    assert main(["update"]) == 1
    assert "sea-tides" in (data / "history/datasets/sea-tides.yml").read_text("utf-8")
    assert not (data / "history/datasets/sea-tide-times.yml").exists()


def change(data: Path) -> None:
    """By hand, and no more than half of what has to be done."""
    (data / "datasets" / "sea" / "sea-tides.yml").unlink()
    a_data_folder(data.parent, a_catalogue(datasets=[a_dataset(id="sea-tide-times")]))


def redirected(data: Path) -> None:
    main(["update"])
    change(data)
    with (data / "history/datasets/sea-tides.yml").open("a", encoding="utf-8") as stream:
        stream.write("gone:\n  - {id: sea-tides, to: datasets/sea-tide-times, reason: 'it''s'}\n")
    assert main(["update"]) == 0
    assert list(map(str, examine(data, hong_kong_day())[1])) == []


def test_an_entry_is_kept_when_the_file_is_written_again(data: Path) -> None:
    redirected(data)
    assert (data / "history/datasets/sea-tides.yml").read_text("utf-8") == (
        f"{HEAD}id: sea-tides\nidentifiers:\n  - sea-tides\n"
        "gone:\n  - id: sea-tides\n    to: datasets/sea-tide-times\n    reason: 'it''s'\n"
    )


def test_an_old_address_leads_to_the_new_page_in_both_scripts(data: Path, tmp_path: Path) -> None:
    redirected(data)
    site = sites.build(data, tmp_path / "work", tmp_path / "site", url="https://h.example/")
    for variant, language in (("", "zh-Hant-HK"), ("zh-Hans/", "zh-Hans")):
        page = (site.folder / variant / "datasets/sea-tides/index.html").read_text("utf-8")
        assert f'<html lang="{language}">' in page
        assert 'content="0; url=../../datasets/sea-tide-times/"' in page
        assert f'href="https://h.example/{variant}datasets/sea-tide-times/"' in page
        assert (site.folder / variant / "datasets/sea-tide-times/index.html").is_file()


# --- what git leaves behind -----------------------------------------------------------------------

BASE = f"{HEAD}id: sea\nidentifiers:\n  - a\n"
GONE = "gone:\n  - id: a\n    to: datasets\n    reason: 'given up'\n"
OTHER = "gone:\n  - id: b\n    to: agencies\n    reason: 'renamed'\n"


def merged(ours: str, theirs: str, base: str = "") -> str:
    before = f"||||||| parent of 1a2b3c\n{base}" if base else ""
    return f"{BASE}<<<<<<< HEAD\n{ours}{before}=======\n{theirs}>>>>>>> branch\n"


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("  - b\n", "  - c\n", "  - a\n  - c\n  - b\n"),
        ("  - b\n  - c\n", "  - b\n", "  - a\n  - b\n  - c\n"),
        ("  - b\n", "", "  - a\n  - b\n"),
        (GONE, "  - b\n", "  - a\n  - b\n" + GONE),
        ("  - b\n", GONE, "  - a\n  - b\n" + GONE),
        (GONE, "  - b\n" + OTHER, "  - a\n  - b\n" + GONE + OTHER.removeprefix("gone:\n")),
        ("  - b\n" + GONE, GONE, "  - a\n  - b\n" + GONE),
    ],
)
def test_both_versions_of_a_merge_are_kept(ours: str, theirs: str, expected: str) -> None:
    expected = f"{HEAD}id: sea\nidentifiers:\n{expected}"
    assert merge_versions(merged(ours, theirs), "x.yml") == expected
    with_base = merged(ours, theirs, "  - before\n").replace("\n", "\r\n")
    assert merge_versions(with_base, "x.yml") == expected


def test_two_reasons_are_both_kept_for_a_person_to_choose() -> None:
    other = GONE.replace("given up", "renamed")
    text = merge_versions(merged(GONE, other), "x.yml")
    assert text is not None
    assert text.endswith(GONE + other.removeprefix("gone:\n"))


def test_a_version_that_cannot_be_read_is_not_thrown_away(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["update"])
    file = data / "history/datasets/sea-tides.yml"
    file.write_text(merged("  - b\n", "gone: [\n"), "utf-8")
    before = file.read_bytes()
    assert main(["update"]) == 1
    assert file.read_bytes() == before
    assert "one of the two versions cannot be read" in capsys.readouterr().err


def test_update_puts_a_merge_right(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["update"])
    file = data / "history/datasets/sea-tides.yml"
    kept = file.read_text("utf-8")
    file.write_text(f"<<<<<<< HEAD\n{kept}=======\n{kept}>>>>>>> branch\n", "utf-8")
    assert main(["check"]) == 1
    assert "run `python3 dev.py update`" in capsys.readouterr().err
    assert main(["update"]) == 0
    path = "data/history/datasets/sea-tides.yml"
    said = f"{path}: both versions of a merge were kept\n1 file changed\n"
    assert capsys.readouterr().out == said
    assert file.read_text("utf-8") == kept


def test_update_leaves_what_people_write_alone(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Which of two versions of a record is right only a person knows."""
    main(["update"])
    file = data / "datasets/sea/sea-tides.yml"
    text = file.read_text("utf-8")
    file.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> branch\n", "utf-8")
    before = {it: it.read_bytes() for it in data.parent.rglob("*") if it.is_file()}
    capsys.readouterr()
    assert main(["update"]) == 1
    assert "keep the right one" in capsys.readouterr().err
    assert {it: it.read_bytes() for it in data.parent.rglob("*") if it.is_file()} == before
