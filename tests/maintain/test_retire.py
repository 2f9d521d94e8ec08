"""`dev.py retire` removes a record and says where it went; or does nothing."""

from pathlib import Path

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_data_folder,
    a_figure,
    a_figure_list,
    a_programme,
    a_statement_list,
    an_agency,
    an_event_list,
)
from commands import main

from generator.cli.clock import hong_kong_day
from generator.pipeline.generate import examine
from generator.resolve.identifiers import redirects

WHY = ["--reason", "文件不再提及"]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of the programmes `sea-grant` has figures, an event and a statement, `sea-loan` nothing."""
    monkeypatch.chdir(tmp_path)
    folder = a_data_folder(
        tmp_path,
        a_catalogue(
            agencies=[
                an_agency(),
                an_agency(
                    id="buoy",
                    name="浮標處",
                    parent="sea",
                    locators=[a_claiming_locator("parent")],
                ),
            ],
            programmes=[a_programme(), a_programme(id="sea-loan", name="海產貸款")],
            figures=[
                a_figure_list(
                    a_figure(),
                    a_figure(
                        id="sea-term", measure="duration", value=2, unit="year", printed="2年"
                    ),
                )
            ],
            events=[an_event_list()],
            statements=[a_statement_list()],
        ),
    )
    assert main(["update"]) == 0
    return folder


def tree(data: Path) -> dict[str, str]:
    files = (it for it in data.rglob("*") if it.is_file())
    return {it.relative_to(data).as_posix(): it.read_bytes().decode() for it in files}


def test_its_address_leads_to_the_page_that_takes_its_place(data: Path) -> None:
    assert main(["retire", "sea-loan", "--to", "/programmes/sea-grant/", *WHY]) == 0
    assert "programmes/sea-loan.yml" not in tree(data)
    assert tree(data)["history/programmes/sea-loan.yml"].endswith(
        "identifiers:\n  - sea-loan\ngone:\n  - id: sea-loan\n    to: programmes/sea-grant\n"
        "    reason: '文件不再提及'\n"
    )
    catalogue, problems = examine(data, hong_kong_day())
    assert catalogue is not None, problems
    assert problems == []
    assert redirects(catalogue) == (("programmes", "sea-loan", "programmes/sea-grant"),)


def test_an_earlier_address_leads_there_too(data: Path) -> None:
    main(["rename", "sea-loan", "fish-loan"])
    assert main(["retire", "fish-loan", "--to", "programmes", *WHY]) == 0
    catalogue, _ = examine(data, hong_kong_day())
    assert catalogue is not None
    assert set(redirects(catalogue)) == {
        ("programmes", "sea-loan", "programmes"),
        ("programmes", "fish-loan", "programmes"),
    }


def test_what_would_go_with_it_is_said_before_it_goes(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(data)
    command = ["retire", "sea-grant", "--to", "programmes/sea-loan", *WHY]
    assert main(command) == 1
    assert capsys.readouterr().err == (
        "these files would go with it: data/figures/sea-grant.yml, data/events/sea-grant.yml, "
        "data/statements/sea-grant.yml (give --with-facts to remove them)\n"
    )
    assert tree(data) == before
    assert main([*command, "--with-facts"]) == 0
    after = tree(data)
    kept = ("history/", "corrections/")
    assert not [it for it in after if "sea-grant" in it and not it.startswith(kept)]
    for kind, identifier in (
        ("figures", "sea-term"),
        ("events", "sea-grant-launched"),
        ("statements", "sea-grant-purpose-boats"),
    ):
        assert (
            f"  - id: {identifier}\n    reason: '文件不再提及'\n"
            in after[f"history/{kind}/sea-grant.yml"]
        )
    assert main(["check"]) == 0


def test_one_of_several_items(data: Path) -> None:
    before = tree(data)["figures/sea-grant.yml"]
    assert main(["retire", "sea-term", *WHY]) == 0
    after = tree(data)["figures/sea-grant.yml"]
    assert before.startswith(after)
    assert "sea-term" not in after
    assert "id: sea-term" in tree(data)["history/figures/sea-grant.yml"].partition("gone:")[2]
    assert main(["check"]) == 0


def test_the_first_of_several_items(data: Path) -> None:
    text = tree(data)["figures/sea-grant.yml"]
    file = data / "figures/sea-grant.yml"
    file.write_text(f"# 數字\n{text}# 完\n", "utf-8")
    assert main(["retire", "sea-grant-ceiling", *WHY]) == 0
    head, _, rest = text.partition("- id: sea-grant-ceiling")
    tail = "- id: sea-term" + rest.partition("- id: sea-term")[2]
    assert file.read_text("utf-8") == f"# 數字\n{head}{tail}# 完\n"


def test_the_only_item_goes_with_its_file(data: Path) -> None:
    assert main(["retire", "sea-grant-launched", *WHY]) == 0
    assert "events/sea-grant.yml" not in tree(data)
    assert main(["check"]) == 0


def test_what_was_deleted_by_hand_is_said_to_be_gone(data: Path) -> None:
    (data / "programmes/sea-loan.yml").unlink()
    assert main(["check"]) == 1
    assert main(["retire", "sea-loan", "--to", "programmes", *WHY]) == 0
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (
            ["sea-lone", "--to", "programmes"],
            1,
            "there is no 'sea-lone' (did you mean 'sea-loan'?)",
        ),
        (
            ["sea-loan"],
            2,
            "give the page that takes the place of /programmes/sea-loan/ with --to: "
            "`--to programmes` for the list",
        ),
        (
            ["sea-loan", "--to", "programmes/sea-grand"],
            2,
            "there is no page 'programmes/sea-grand' (did you mean 'programmes/sea-grant'?)",
        ),
        (
            ["sea-loan", "--to", "https://x.example/"],
            2,
            "there is no page 'https://x.example/' (give a record such as datasets/other-id",
        ),
        (
            ["sea-loan", "--to", "programmes/sea-loan"],
            2,
            "programmes/sea-loan is the page that is to go (give another)",
        ),
        (["sea-loan", "--to", "programmes", "--reason", " "], 2, "give the reason in one line"),
    ],
)
def test_refusals_change_nothing(
    arguments: list[str],
    status: int,
    said: str,
    data: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = tree(data)
    reason = [] if "--reason" in arguments else WHY
    assert main(["retire", *arguments, *reason]) == status
    assert said in capsys.readouterr().err
    assert tree(data) == before


def test_what_still_names_it_is_listed_and_nothing_is_changed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tree(data)
    assert main(["retire", "sea", "--to", "agencies", *WHY]) == 1
    said = capsys.readouterr().err
    for path in ("agencies/buoy.yml", "datasets/sea/sea-tides.yml", "documents/sea-plan.yml"):
        assert f"data/{path}:" in said
    assert said.endswith(
        "nothing was changed: with the change these would be wrong; mend them first\n"
    )
    assert tree(data) == before


WORDS = (
    "id: record-words\nscript: zh-Hant\nterms:\n"
    "  - {code: sea-grant, label: 海產資助計劃, printed: [買船]}\n"
    "  - {code: sea-loan, label: 海產貸款, printed: [借錢買船]}\n"
)
"""data/vocabulary/record-words.yml"""


def test_the_words_that_a_search_finds_it_by_go_with_it(data: Path) -> None:
    file = data / "vocabulary/record-words.yml"
    file.write_text(WORDS, "utf-8")
    assert main(["retire", "sea-loan", "--to", "programmes", *WHY]) == 0
    assert file.read_text("utf-8") == "".join(WORDS.splitlines(keepends=True)[:-1])
    assert main(["check"]) == 0
