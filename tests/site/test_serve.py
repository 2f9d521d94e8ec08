"""The preview as a maintainer uses it: an edit is seen, a mistake is shown, and it recovers."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import a_data_folder
from sites import a_copy_of_the_project

PROGRAM = """\
import sys
from generator import cli
cli.ADDRESS = "127.0.0.1:{port}"
sys.exit(cli.main(["serve"]))
"""
PATIENCE = 60


@dataclass(frozen=True)
class Preview:
    folder: Path
    address: str
    output: Path

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait_for(self, path: str, wanted: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if wanted(page := self.page(path)):
                return page
            time.sleep(0.1)
        raise AssertionError(self.output.read_text("utf-8"))


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("preview"))
    shutil.rmtree(folder / "data")
    a_data_folder(folder)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    output = folder / "output.txt"
    with output.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(port=port)],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(folder), "PYTHONUNBUFFERED": "1"},
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            shown = Preview(folder, f"http://127.0.0.1:{port}/", output)
            shown.wait_for("agencies/sea/", lambda page: "海風觀測署" in page)
            # The watcher takes its first look at the files after the first page is served.
            time.sleep(2)
            yield shown
        finally:
            process.terminate()
            process.wait(PATIENCE)


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_edit_a_mistake_and_its_correction(preview: Preview) -> None:
    """One after the other, as they happen: the server is the same all along."""
    record = preview.folder / "data" / "agencies" / "sea.yml"
    edit(record, "海風觀測署", "潮汐觀測署")
    preview.wait_for("agencies/sea/", lambda page: "潮汐觀測署" in page)
    assert "潮汐观测署" in preview.page("zh-Hans/agencies/sea/")

    edit(record, "script: zh-Hant", "script: zh-<b>")
    page = preview.wait_for("agencies/sea/", lambda page: 'role="alert"' in page)
    assert "潮汐觀測署" in page
    assert "agencies/sea.yml:2:9" in page
    assert "zh-&lt;b&gt;" in page
    assert "zh-<b>" not in page
    assert 'role="alert"' in preview.page("zh-Hans/datasets/")
    assert "data/agencies/sea.yml:2:9: script" in preview.output.read_text("utf-8")

    edit(record, "script: zh-<b>", "script: zh-Hant")
    preview.wait_for("agencies/sea/", lambda page: page != "" and 'role="alert"' not in page)

    (preview.folder / "data" / "datasets" / "sea" / "sea-tides.yml").unlink()
    edit(
        preview.folder / "data" / "documents" / "sea-plan.yml",
        "rows: 1",
        "rows: 0\n  empty: no-row",
    )
    preview.wait_for("datasets/", lambda page: page != "" and "潮汐時間" not in page)
    assert preview.page("datasets/sea-tides/") == ""
