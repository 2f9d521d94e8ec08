"""A preview writes only what changed, and the same as a build that writes everything."""

from datetime import date
from pathlib import Path

import pytest
from builders import a_catalogue, a_data_folder, an_agency

from generator import outputs
from generator.generate import Generator, examine, generate
from generator.render.page import Page, Writer

DAY = date(2026, 6, 1)
URL = "http://127.0.0.1:8000/"


def written(docs: Path) -> dict[str, bytes]:
    return {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Paths of the pages that were written, in order."""
    paths: list[str] = []
    write = Writer.write

    def noted(self: Writer, page: Page) -> str:
        paths.append(page.path)
        return write(self, page)

    monkeypatch.setattr(outputs.Writer, "write", noted)
    return paths


def test_only_the_pages_that_changed_are_written_again(tmp_path: Path, pages: list[str]) -> None:
    generator = Generator(a_data_folder(tmp_path), tmp_path / "docs", DAY, URL)
    assert generator.run() == []
    everything = len(pages)
    pages.clear()
    assert generator.run() == []
    assert pages == []
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(summary="觀測潮汐。")]))
    assert generator.run() == []
    assert "agencies/sea.md" in pages
    assert "datasets/sea-tides.md" not in pages
    assert 0 < len(pages) < everything


@pytest.mark.parametrize(
    "changes",
    [{"summary": "觀測潮汐。"}, {"name": "潮汐觀測署"}, {"aliases": ["潮汐時間"]}],
    ids=["text", "name", "alias"],
)
def test_the_result_is_that_of_a_build_from_scratch(
    tmp_path: Path, changes: dict[str, object]
) -> None:
    """A name is on other pages too, and an alias may be mentioned in any text."""
    data = a_data_folder(tmp_path)
    generator = Generator(data, tmp_path / "docs", DAY, URL)
    generator.run()
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(**changes)]))
    generator.run()
    Generator(data, tmp_path / "fresh", DAY, URL).run()
    assert written(tmp_path / "docs") == written(tmp_path / "fresh")


def test_a_run_tells_which_files_it_changed(tmp_path: Path) -> None:
    generator = Generator(a_data_folder(tmp_path), tmp_path / "docs", DAY, URL)
    generator.run()
    before = written(tmp_path / "docs")
    assert generator.changed == set(before)
    generator.run()
    assert generator.changed == set()
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(summary="觀測潮汐。")]))
    generator.run()
    after = written(tmp_path / "docs")
    assert generator.changed == {path for path in after if after[path] != before.get(path)}
    assert "zh-Hans/agencies/sea.md" in generator.changed
    (tmp_path / "data" / "agencies" / "sea.yml").write_text("wrong", "utf-8")
    assert generator.run() != []
    assert generator.changed == set()


def test_a_change_of_the_terminology_writes_every_page(tmp_path: Path, pages: list[str]) -> None:
    generator = Generator(a_data_folder(tmp_path), tmp_path / "docs", DAY, URL)
    generator.run()
    everything = len(pages)
    pages.clear()
    forms = tmp_path / "data" / "terminology" / "forms" / "forms.yml"
    forms.write_text(forms.read_text("utf-8").replace("說", "説"), "utf-8")
    generator.run()
    assert len(pages) == everything


def test_a_build_writes_what_a_preview_writes(tmp_path: Path) -> None:
    data = a_data_folder(tmp_path)
    assert Generator(data, tmp_path / "docs", DAY, URL).run() == []
    stale = tmp_path / "built" / "zh-Hant" / "stale.md"
    stale.parent.mkdir(parents=True)
    stale.write_text("x", "utf-8")
    catalogue, _ = examine(data)
    assert catalogue
    generate(catalogue, tmp_path / "built", DAY, URL)
    assert written(tmp_path / "built") == written(tmp_path / "docs")
