"""`dev.py update` keeps every identifier; a page that is no more sends its reader on."""

from pathlib import Path

import pytest
import sites
from builders import (
    ROOT,
    a_catalogue,
    a_data_folder,
    a_dataset,
    catalogue_of_the_project,
)

from generator import cli
from generator.cli import main
from generator.generate import examine
from generator.history import histories


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "ROOT", tmp_path)
    return a_data_folder(tmp_path)


@pytest.mark.today
def test_the_projects_history_is_up_to_date() -> None:
    """Run `python3 dev.py update` after adding records."""
    kept = {file.name: file.read_text("utf-8") for file in (ROOT / "data" / "history").iterdir()}
    assert kept == histories(catalogue_of_the_project())


def test_identifiers_are_recorded_once(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["update"]) == 0
    text = (data / "history" / "datasets.yml").read_text("utf-8")
    assert "identifiers:\n  - sea-tides\n" in text
    capsys.readouterr()
    assert main(["update"]) == 0
    assert capsys.readouterr().out == "0 files changed\n"


def test_what_vanished_stops_the_check_and_stays_recorded(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["update"])
    rename(data)
    assert main(["check"]) == 1
    assert "'sea-tides' was published and is no more" in capsys.readouterr().err
    assert main(["update"]) == 1
    assert "sea-tides" in (data / "history" / "datasets.yml").read_text("utf-8")


def rename(data: Path) -> None:
    (data / "datasets" / "sea" / "sea-tides.yml").unlink()
    a_data_folder(data.parent, a_catalogue(datasets=[a_dataset(id="sea-tide-times")]))


def redirected(data: Path) -> None:
    main(["update"])
    rename(data)
    with (data / "history" / "datasets.yml").open("a", encoding="utf-8") as stream:
        stream.write("gone:\n  - {id: sea-tides, to: datasets/sea-tide-times, reason: 'it''s'}\n")
    assert main(["update"]) == 0
    assert list(map(str, examine(data)[1])) == []


def test_an_entry_is_kept_when_the_file_is_written_again(data: Path) -> None:
    redirected(data)
    text = (data / "history" / "datasets.yml").read_text("utf-8")
    assert "  - sea-tide-times\n  - sea-tides\n" in text
    assert text.endswith(
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
