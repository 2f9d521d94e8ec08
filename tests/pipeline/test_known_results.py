"""With what earlier runs have left, the same is said of the data and the same is made of them."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from builders import a_data_folder
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.messages.problem import Problem
from generator.model.catalogue import Catalogue
from generator.pipeline.generate import catalogue_ledger, examine, generate
from generator.reading.parsed_records import parsed_record
from generator.reading.result_cache import results
from generator.script.convert import converter_with

DAY = date(2026, 6, 1)


def examined(data: Path, kept: Path | None) -> tuple[Catalogue | None, list[Problem]]:
    """What a run of its own says, which knows what is in `kept`."""
    parsed_record.cache_clear()
    converter_with.cache_clear()
    with results.kept_in(kept):
        return examine(data, DAY)


def texts_of(problems: list[Problem]) -> list[tuple[str, object]]:
    """All that is told of problems, in their order."""
    return [(str(it), it.needs) for it in problems]


def conversions(catalogue: Catalogue | None) -> list[str]:
    """What every text is converted to, and why."""
    return catalogue_ledger(catalogue) if catalogue else []


EDITS = st.tuples(
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(
        ["", "\n", "潮", "发", "x", " ", ":", "-", "sea", "sea-tides", "2031", "\t", "'", "\ufffd"]
    ),
    st.sampled_from(["insert", "replace", "delete file", "rename file", "copy file"]),
)
"""Which file, where in it, what is put there, and how."""


def edit(data: Path, change: tuple[int, int, str, str]) -> None:
    """Change one file of a folder."""
    which, where, text, how = change
    files = sorted(it for it in data.rglob("*.yml"))
    file = files[which % len(files)]
    content = file.read_text("utf-8")
    at = where % (len(content) + 1)
    match how:
        case "delete file":
            file.unlink()
        case "rename file":
            file.rename(file.with_name(f"{file.stem}-{where % 3}.yml"))
        case "copy file":
            shutil.copy(file, files[where % len(files)])
        case "replace":
            file.write_text(content[:at] + text + content[at + 1 :], "utf-8")
        case _:
            file.write_text(content[:at] + text + content[at:], "utf-8")


def made(data: Path, docs: Path, kept: Path | None) -> dict[str, bytes]:
    """Every file that a run of its own generates of right data; nothing of wrong ones."""
    shutil.rmtree(docs, ignore_errors=True)
    with results.kept_in(kept):
        generate(data, docs, DAY, "http://127.0.0.1:8000/", DAY)
    return {
        it.relative_to(docs).as_posix(): it.read_bytes() for it in docs.rglob("*") if it.is_file()
    }


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(EDITS, min_size=1, max_size=1))
def test_the_same_is_said_and_made_whatever_was_kept_before(
    tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int, str, str]]
) -> None:
    """Over edits, deletions and renamings, also of terminology, which decides every text."""
    folder = tmp_path_factory.mktemp("edited")
    data, kept = a_data_folder(folder), folder / "kept"
    for change in (None, *changes):
        if change:
            edit(data, change)
        catalogue, problems = examined(data, kept)
        alone, problems_alone = examined(data, None)
        assert texts_of(problems) == texts_of(problems_alone)
        assert catalogue == alone
        assert conversions(catalogue) == conversions(alone)
        assert made(data, folder / "docs", kept) == made(data, folder / "whole", None)
    shutil.rmtree(folder)


NAMES = ("海風觀測署", "潮汐觀測署")


def test_what_names_an_edited_record_is_written_again(tmp_path: Path) -> None:
    """The name of an agency stands on its datasets' pages; what is kept knows none of the new."""
    data, kept = a_data_folder(tmp_path), tmp_path / "kept"
    before = made(data, tmp_path / "docs", kept)
    file = data / "agencies" / "sea.yml"
    file.write_text(file.read_text("utf-8").replace(*NAMES), "utf-8")
    after = made(data, tmp_path / "docs", kept)
    assert after == made(data, tmp_path / "whole", None)
    page = "zh-Hant/datasets/sea-tides.md"
    assert NAMES[0] in before[page].decode()
    assert NAMES[1] in after[page].decode()
    assert before["zh-Hant/data.md"] == after["zh-Hant/data.md"]


def test_a_file_that_has_not_changed_is_not_parsed_again(tmp_path: Path) -> None:
    data, kept = a_data_folder(tmp_path), tmp_path / "kept"
    examined(data, kept)
    before = (kept / "records").stat().st_ino
    examined(data, kept)
    assert (kept / "records").stat().st_ino == before
    file = data / "agencies" / "sea.yml"
    file.write_text(file.read_text("utf-8") + "# edited\n", "utf-8")
    examined(data, kept)
    assert (kept / "records").stat().st_ino != before
