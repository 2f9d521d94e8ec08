"""`dev.py rename` changes an identifier wherever it stands, and nothing else; or does nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_data_folder,
    a_figure_list,
    a_name,
    a_name_list,
    a_programme,
    a_prose,
    a_prose_section,
    a_sea_event_list,
    a_statement,
    a_statement_list,
    a_terminology,
    an_agency,
    an_erratum,
    an_erratum_list,
    an_event,
    an_event_list,
    exceptions,
)
from commands import main
from permissions import permissions

from generator.cli import parser
from generator.cli.clock import hong_kong_day
from generator.model.base import Model
from generator.model.kinds import REFERENCES
from generator.pipeline.generate import examine


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository whose records name each other in every way, and are all registered."""
    root = tmp_path_factory.mktemp("published")
    names = a_name_list(
        a_name(id="sea", confirmed_by=["sea-plan"]),
        a_name(id="sea-grant", **{"zh-Hant": "海產資助計劃", "zh-Hans": "海产资助计划"}),
    )
    a_data_folder(
        root,
        a_catalogue(
            agencies=[
                an_agency(name=None),
                an_agency(
                    id="buoy",
                    name="浮標處",
                    parent="sea",
                    dissolved="2020",
                    successor="sea",
                    locators=[a_claiming_locator("parent", "successor")],
                ),
            ],
            programmes=[
                a_programme(
                    name=None,
                    agency="sea",
                    part_of="sea",
                    locators=[a_claiming_locator("agency", "part_of", line=10)],
                ),
                a_programme(
                    id="sea-loan",
                    name="海產貸款",
                    part_of="sea-grant",
                    locators=[a_claiming_locator("part_of", line=10)],
                ),
            ],
            figures=[a_figure_list()],
            events=[
                a_sea_event_list(),
                an_event_list(
                    an_event(
                        id="sea-grant-planned",
                        date=None,
                        planned=True,
                        outcome="sea-grant-launched",
                    ),
                    an_event(),
                ),
            ],
            statements=[a_statement_list(a_statement(about=["sea", "sea-tides"]))],
            errata=[an_erratum_list(an_erratum(about=["sea", "sea-grant", "buoy"]))],
            exceptions=[exceptions()],
            prose=[
                a_prose("home", figures=["sea-grant-ceiling"]),
                a_prose("about"),
                a_prose(
                    "data",
                    sections=[
                        a_prose_section(
                            body="打開 data/agencies/sea.yml。\n"
                            "或者 data/datasets/sea/sea-tides.yml。\n"
                            "見 /agencies/sea/，不是 data/agencies/sea-x.yml。"
                        )
                    ],
                ),
            ],
            terminology=a_terminology(names=[names]),
        ),
    )
    assert parser.main(["update"], root) == 0
    return root


@pytest.fixture
def data(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "data"


def tree(data: Path) -> dict[str, str]:
    files = (it for it in data.rglob("*") if it.is_file())
    return {it.relative_to(data).as_posix(): it.read_bytes().decode() for it in files}


def written(data: Path) -> dict[str, str]:
    """By people: without what `update` writes."""
    return {path: text for path, text in tree(data).items() if not path.startswith("history/")}


def redirects(data: Path) -> set[tuple[str, str, str]]:
    catalogue, problems = examine(data, hong_kong_day())
    assert catalogue is not None, problems
    assert problems == []
    from generator.resolve.identifiers import redirects

    return set(redirects(catalogue))


def test_an_agency_with_all_that_names_it(data: Path) -> None:
    """Every file is as it was but for the identifier, and stands where it belongs."""
    before = written(data)
    assert main(["rename", "sea", "ocean"]) == 0
    expected = {}
    for path, text in before.items():
        path = path.replace("agencies/sea.", "agencies/ocean.").replace(
            "events/sea.", "events/ocean."
        )
        path = path.replace("datasets/sea/", "datasets/ocean/")
        for field in ("agency", "parent", "successor", "publisher", "part_of", "id"):
            text = text.replace(f"{field}: sea\n", f"{field}: ocean\n")
        for other in ("sea-grant", "sea-tides"):
            text = text.replace(f"  - sea\n  - {other}\n", f"  - ocean\n  - {other}\n")
        for place in ("agencies/sea.yml", "datasets/sea/", "agencies/sea/"):
            text = text.replace(place, place.replace("sea", "ocean"))
        expected[path] = text
    assert written(data) == expected
    assert redirects(data) == {("agencies", "sea", "agencies/ocean")}
    assert main(["check"]) == 0


def test_a_programme_with_its_figures_events_and_series(data: Path) -> None:
    """Their own identifiers stay: they are permanent, too."""
    assert main(["rename", "sea-grant", "fish-grant"]) == 0
    files = tree(data)
    assert "id: sea-grant-ceiling" in files["figures/fish-grant.yml"]
    assert "id: sea-grant-launched" in files["events/fish-grant.yml"]
    assert "outcome: sea-grant-launched" in files["events/fish-grant.yml"]
    assert "id: sea-grant-purpose-boats" in files["statements/fish-grant.yml"]
    assert "- fish-grant-ceiling" in files["prose/home.yml"]
    assert "part_of: fish-grant" in files["programmes/sea-loan.yml"]
    assert "- sea-grant-ceiling" in files["history/figures/fish-grant.yml"]
    assert "history/figures/sea-grant.yml" not in files
    assert redirects(data) == {("programmes", "sea-grant", "programmes/fish-grant")}


def test_a_document(data: Path) -> None:
    assert main(["rename", "sea-plan", "tide-plan"]) == 0
    files = written(data)
    assert not [path for path, text in files.items() if "sea-plan" in path or "sea-plan\n" in text]
    assert {"documents/tide-plan.yml", "exceptions/tide-plan.yml"} <= files.keys()
    assert "confirmed_by:\n  - tide-plan" in files["terminology/names/agency.yml"]
    assert redirects(data) == {("documents", "sea-plan", "documents/tide-plan")}


@pytest.mark.parametrize(
    ("old", "new", "path", "line"),
    [
        ("sea-tides", "tides", "datasets/sea/tides.yml", "id: tides\n"),
        ("sea-grant-ceiling", "ceiling", "figures/sea-grant.yml", "id: ceiling\n"),
        ("sea-grant-launched", "launched", "events/sea-grant.yml", "outcome: launched\n"),
        ("sea-plan-tide", "tide", "errata/damage.yml", "id: tide\n"),
        ("sea-tides", "2024", "datasets/sea/2024.yml", 'id: "2024"\n'),
    ],
)
def test_others(old: str, new: str, path: str, line: str, data: Path) -> None:
    assert main(["rename", old, new]) == 0
    assert line in tree(data)[path]
    assert main(["check"]) == 0
    [gone] = [
        text for path, text in tree(data).items() if path.startswith("history/") and "gone:" in text
    ]
    assert f"id: {old}\n" in gone.partition("gone:")[2]


def test_comments_quotes_and_layout_stay(data: Path) -> None:
    file = data / "programmes" / "sea-loan.yml"
    text = (
        '# 一項貸款\nid:   "sea-loan"   # 永久\nscript: zh-Hant\nname: "海產貸款"\n\n'
        "kind: enterprise-funding\npart_of: 'sea-grant'  # sea-grant 之下\n"
        "locators: [{document: sea-plan, line: 10, supports: [part_of], quotation: '贷款'}]"
    )
    file.write_text(text.replace("\n", "\r\n"), "utf-8", newline="")
    assert main(["rename", "sea-grant", "fish-grant"]) == 0
    expected = text.replace("'sea-grant'", "'fish-grant'").replace("\n", "\r\n")
    assert file.read_bytes().decode() == expected


def test_a_record_renamed_twice_is_found_at_both_old_addresses(data: Path) -> None:
    main(["rename", "sea-tides", "tides"])
    main(["rename", "tides", "tide-times", "--reason", "更清楚"])
    assert redirects(data) == {
        ("datasets", "sea-tides", "datasets/tide-times"),
        ("datasets", "tides", "datasets/tide-times"),
    }
    assert "reason: '更清楚'" in tree(data)["history/datasets/tides.yml"]


def test_a_record_may_have_its_name_back(data: Path) -> None:
    before = written(data)
    main(["rename", "sea", "ocean"])
    assert main(["rename", "ocean", "sea"]) == 0
    assert written(data) == before
    assert redirects(data) == {("agencies", "ocean", "agencies/sea")}


def test_a_record_that_was_never_published_leaves_nothing_behind(data: Path) -> None:
    """A draft of a new plan, say."""
    a_data_folder(data.parent, a_catalogue(agencies=[an_agency(id="draft-1", name="燈塔處")]))
    text = (data / "agencies/draft-1.yml").read_text("utf-8")
    (data / "agencies/draft-1.yml").unlink()
    assert main(["rename", "draft-1", "lighthouse"]) == 1
    (data / "agencies/draft-1.yml").write_text(text, "utf-8")
    assert main(["rename", "draft-1", "lighthouse"]) == 0
    assert redirects(data) == set()
    assert not [path for path in tree(data) if "draft-1" in path]
    assert "history/agencies/lighthouse.yml" in tree(data)


def test_drafts_are_renamed_one_after_another_and_none_was_published(data: Path) -> None:
    """The first renaming registers what it names, not the drafts that wait for theirs."""
    drafts = [an_agency(id=f"draft-{it}", name=f"燈塔{it}處") for it in "12"]
    a_data_folder(data.parent, a_catalogue(agencies=drafts))
    assert main(["rename", "draft-1", "lighthouse"]) == 0
    assert "history/agencies/draft-2.yml" not in tree(data)
    assert main(["rename", "draft-2", "harbour"]) == 0
    assert redirects(data) == set()
    assert not [path for path in tree(data) if "draft-" in path]


def test_a_renaming_begun_by_hand_is_finished(data: Path) -> None:
    old, new = data / "programmes/sea-grant.yml", data / "programmes/fish-grant.yml"
    new.write_text(old.read_text("utf-8").replace("id: sea-grant", "id: fish-grant"), "utf-8")
    old.unlink()
    assert main(["check"]) == 1
    assert main(["rename", "sea-grant", "fish-grant"]) == 0
    assert redirects(data) == {("programmes", "sea-grant", "programmes/fish-grant")}
    assert "figures/fish-grant.yml" in tree(data)


@pytest.mark.parametrize(
    ("old", "new", "status", "said"),
    [
        ("see", "ocean", 1, "there is no 'see' (did you mean 'sea'?)"),
        ("sea", "buoy", 1, "id 'buoy' is already taken by data/agencies/buoy.yml"),
        ("sea", "sea", 1, "id 'sea' is already taken by data/agencies/sea.yml"),
        ("sea", "sea-tides", 1, "is already taken by data/datasets/sea/sea-tides.yml"),
        ("sea-grant-ceiling", "sea-grant", 0, ""),
        ("sea", "Ocean", 2, "'Ocean' is not an identifier (did you mean 'ocean'?)"),
        ("sea", "../ocean", 2, "'../ocean' is not an identifier"),
        ("sea-tides", "calendar", 1, "id 'calendar' is the address of another page of the site"),
    ],
)
def test_refusals_change_nothing(
    old: str, new: str, status: int, said: str, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(data)
    assert main(["rename", old, new]) == status
    assert said in capsys.readouterr().err
    assert (tree(data) == before) == bool(status)


def test_the_name_of_what_is_gone_is_not_given_again(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Not to a record of that kind: readers who kept the address would find something else."""
    main(["rename", "sea-loan", "fish-loan"])
    before = tree(data)
    assert main(["rename", "sea-grant", "sea-loan"]) == 1
    assert "'sea-loan' was the identifier of a record that is gone" in capsys.readouterr().err
    assert tree(data) == before


def test_with_other_mistakes_about_nothing_is_changed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that cannot be read may name the record."""
    file = data / "programmes" / "sea-loan.yml"
    file.write_text(file.read_text("utf-8") + "<<<<<<< HEAD\n", "utf-8")
    before = tree(data)
    assert main(["rename", "sea", "ocean"]) == 1
    said = capsys.readouterr().err
    assert "data/programmes/sea-loan.yml:" in said
    assert said.endswith("nothing was changed: mend these first\n")
    assert tree(data) == before


def test_in_a_folder_that_may_not_be_written_nothing_is_changed(data: Path) -> None:
    before = tree(data)
    with permissions(data / "programmes", 0o555):
        assert main(["rename", "sea", "ocean"]) == 2
    assert tree(data) == before


def test_words_that_still_name_it_are_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data.parent / "README.md").write_text("See `data/agencies/sea.yml`.\n", "utf-8")
    file = data / "programmes" / "sea-loan.yml"
    file.write_text("# run by sea, see www.sea.example\n" + file.read_text("utf-8"), "utf-8")
    main(["rename", "sea", "ocean"])
    said = capsys.readouterr().out
    assert "README.md:1: still says sea (change it by hand" in said
    assert "data/programmes/sea-loan.yml:1: still says sea" in said
    assert said.count("still says") == 2


# --- the table of fields --------------------------------------------------------------------------

OWN = {
    *("id", "identifiers"),
    # within one budget
    *("scope", "column", "columns", "against", "sum_of", "of", "table", "rows"),
    # of a series, which begins with the identifier of whom it is about
    "figures",
}
"""Fields that hold an identifier of the record itself, or of something within it."""


def models(kind: type[Model] = Model) -> Iterator[type[Model]]:
    for part in kind.__subclasses__():
        yield part
        yield from models(part)


def is_identifier(annotation: Any) -> bool:
    """Whether a value of this type, or a part of it, is checked to be one."""
    return "_check_identifier" in repr(annotation)


def test_every_field_that_names_a_record_is_known() -> None:
    """A field that nobody told `rename` of would be left behind."""
    found = 0
    for model in models():
        for name, info in model.model_fields.items():
            if is_identifier([info.annotation, info.metadata]):
                found += 1
                assert name in REFERENCES or name in OWN, f"{model.__name__}.{name}"
    assert found > 20


WORDS = (
    "id: record-words\nscript: zh-Hant\nterms:\n"
    "  - {code: sea-grant, label: 海產資助計劃, printed: [買船]}\n"
    "  - {code: sea-loan, label: 海產貸款, printed: [借錢買船]}\n"
)
"""data/vocabulary/record-words.yml"""


def test_the_words_that_a_search_finds_it_by_stay_its_own(data: Path) -> None:
    file = data / "vocabulary/record-words.yml"
    file.write_text(WORDS, "utf-8")
    assert main(["rename", "sea-loan", "fish-loan"]) == 0
    assert file.read_text("utf-8") == WORDS.replace("sea-loan", "fish-loan")
    assert main(["check"]) == 0
