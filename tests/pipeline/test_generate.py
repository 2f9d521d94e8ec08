"""A preview makes what it is asked for, and the same as a build that makes everything."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from builders import (
    a_catalogue,
    a_claiming_locator,
    a_data_folder,
    a_dataset,
    a_document,
    a_listing,
    a_prose,
    a_section,
    an_agency,
)

from generator.messages.problem import Severity
from generator.model.history import History
from generator.pipeline.generate import PreviewGenerator, generate
from generator.pipeline.outputs import SIDECARS
from generator.script.variants import SCRIPTS

DAY = date(2026, 6, 1)
URL = "http://127.0.0.1:8000/"


def built(data: Path, docs: Path) -> dict[str, bytes]:
    """What a build writes into the folder `docs`, each page's sidecar as `page#sidecar`."""
    problems = generate(data, docs, DAY, URL, DAY)
    assert all(it.severity is not Severity.ERROR for it in problems), problems
    made = {
        path.relative_to(docs).as_posix(): path.read_bytes()
        for path in docs.rglob("*")
        if path.is_file()
    }
    for script in SCRIPTS:
        for line in made.pop(f"{script}/{SIDECARS}").split(b"\n")[:-1]:
            page, _, sidecar = line.partition(b"\t")
            made[f"{script}/{page.decode()}#sidecar"] = sidecar
    return made


def shown(generator: PreviewGenerator, paths: set[str]) -> dict[str, bytes]:
    """What a preview has at `paths`."""
    asked = {
        path: (generator.sidecar(path.removesuffix("#sidecar")) or "").encode() or None
        if path.endswith("#sidecar")
        else generator.source(path) or generator.file(path)
        for path in paths
    }
    return {path: it for path, it in asked.items() if it is not None}


def test_there_is_nothing_before_the_data_are_read(tmp_path: Path) -> None:
    generator = PreviewGenerator(a_data_folder(tmp_path), DAY, URL)
    paths = {"zh-Hant/agencies/sea.md", "data/v1/agencies.json"}
    assert shown(generator, paths) == {}
    assert generator.run(DAY) == []
    assert set(shown(generator, paths)) == paths


def replaced(root: Path, file: str, old: str, new: str) -> None:
    path = root / "data" / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


WAVES = a_dataset(id="sea-waves", name="海浪", listings=[a_listing(row=2, line=61)])
TWO = {"documents": [a_document(sections=[a_section(rows=2)])], "datasets": [a_dataset(), WAVES]}
MOVED = History.model_validate(
    {
        "id": "sea-tides",
        "identifiers": ["sea-tides"],
        "gone": [{"id": "sea-tides", "to": "datasets/sea-waves", "reason": "改名"}],
    }
)


def renamed(root: Path) -> None:
    """The dataset gets another identifier, and its old address sends on."""
    (root / "data" / "datasets" / "sea" / "sea-tides.yml").unlink()
    a_data_folder(
        root, a_catalogue(datasets=[a_dataset(id="sea-waves")], history={"datasets": [MOVED]})
    )


def deleted(root: Path) -> None:
    (root / "data" / "datasets" / "sea" / "sea-tides.yml").unlink()
    none = a_section(rows=0, empty="no-row")
    a_data_folder(root, a_catalogue(datasets=[], documents=[a_document(sections=[none])]))


def other_forms(root: Path) -> None:
    a_data_folder(root, a_catalogue(datasets=[a_dataset(description="说明潮汐时间")]))
    replaced(root, "terminology/forms/forms.yml", "說", "説")


def edited(**records: Any) -> Callable[[Path], object]:
    return lambda root: a_data_folder(root, a_catalogue(**records))


EDITS: dict[str, Callable[[Path], object]] = {
    "text": edited(
        agencies=[an_agency(summary="觀測潮汐。", locators=[a_claiming_locator("summary")])]
    ),
    # A name is on other pages too, and an alias may be mentioned in any text.
    "name": edited(agencies=[an_agency(name="潮汐觀測署")]),
    "alias": edited(agencies=[an_agency(aliases=["潮汐時間"])]),
    "only what pages say to machines": edited(
        agencies=[an_agency(links={"en": "https://sea.example/"})]
    ),
    "kind": edited(agencies=[an_agency(kind="statutory-body")]),
    "number": edited(datasets=[a_dataset(listings=[a_listing(line=62)])]),
    "a new record": edited(**TWO),
    "a record renamed": renamed,
    "a record deleted": deleted,
    "a day": edited(documents=[a_document(date="2025-01")]),
    "prose": edited(prose=[a_prose("about"), a_prose("data"), a_prose("home", lead="潮汐。")]),
    "a word of the pages": partial(
        replaced, file="vocabulary/interface.yml", old="發布機構", new="發布者"
    ),
    "a word of the frame": partial(
        replaced, file="vocabulary/theme.yml", old="香港創科手冊", new="海事手冊"
    ),
    "terminology": other_forms,
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_after_an_edit_every_file_is_that_of_a_build_from_scratch(
    tmp_path: Path, edit: Callable[[Path], object]
) -> None:
    """Those that were asked for before, and those that were not; and so after it is undone."""
    data = a_data_folder(tmp_path)
    generator = PreviewGenerator(data, DAY, URL)
    assert [it for it in generator.run(DAY) if it.severity is Severity.ERROR] == []
    before = built(data, tmp_path / "before")
    assert shown(generator, set(before)) == before
    edit(tmp_path)
    assert [it for it in generator.run(DAY) if it.severity is Severity.ERROR] == []
    after = built(data, tmp_path / "after")
    assert after != before
    assert shown(generator, {*before, *after}) == after
    shutil.rmtree(data)
    a_data_folder(tmp_path)
    generator.run(DAY)
    assert shown(generator, {*before, *after}) == before


def test_while_the_data_are_wrong_everything_stays_as_it_was(tmp_path: Path) -> None:
    data = a_data_folder(tmp_path)
    generator = PreviewGenerator(data, DAY, URL)
    generator.run(DAY)
    before = built(data, tmp_path / "before")
    (data / "agencies" / "sea.yml").write_text("wrong", "utf-8")
    assert generator.run(DAY) != []
    assert shown(generator, set(before)) == before


READING, MAY_END = Event(), Event()


class SlowFolder(type(Path())):  # type: ignore[misc]
    """A folder of records on a disk that takes as long as the test wants."""

    def iterdir(self) -> Iterator[Path]:
        READING.set()
        assert MAY_END.wait(60)
        return super().iterdir()  # type: ignore[no-any-return]


def test_a_file_that_is_asked_for_while_the_data_are_read_waits_for_them(tmp_path: Path) -> None:
    """Nothing else does: the server has pages and pictures of its own to answer with."""
    generator = PreviewGenerator(SlowFolder(a_data_folder(tmp_path)), DAY, URL)
    MAY_END.set()
    generator.run(DAY)
    READING.clear()
    MAY_END.clear()
    answers = list[bytes | None]()
    a_data_folder(tmp_path, a_catalogue(agencies=[an_agency(name="潮汐觀測署")]))
    rebuild = Thread(target=generator.run, args=(DAY,))
    rebuild.start()
    assert READING.wait(60)
    reader = Thread(target=lambda: answers.append(generator.file("data/v1/agencies.json")))
    reader.start()
    assert generator.file("agencies/sea/") is None
    assert answers == []
    MAY_END.set()
    for thread in (rebuild, reader):
        thread.join(60)
    [answer] = answers
    assert "潮汐觀測署".encode() in (answer or b"")
