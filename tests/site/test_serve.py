"""The preview as a maintainer uses it: an edit is seen, a mistake is shown, and it recovers."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from builders import a_catalogue, a_data_folder, a_dataset
from search_files import read_docs
from sites import a_copy_of_the_project

from generator.cli.parser import main
from generator.model.history import History

PATIENCE = 60
LIVE = re.compile(r"<script>[^<]*livereload\(\d+, \d+\);?\s*</script>")
POLICY = re.compile(r'\n *<meta http-equiv="Content-Security-Policy"[^>]*>')
PUBLISHED = {".html", ".css", ".js", ".json", ".csv", ".ttl", ".xml", ".ics", ".txt"}


def decoded(path: str, content: bytes) -> str:
    """The text of a file; the indexes of the search box have a code of their own."""
    return content.decode("latin-1" if path.startswith("search/zh-") else "utf-8")


REPORT = {"REPORT_URL": "mailto:report@handbook.example"}
"""Without an address for that nothing is published."""


@dataclass(frozen=True)
class Preview:
    folder: Path
    address: str
    output: Path

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return decoded(path, answer.read())
        except urllib.error.HTTPError as error:
            return str(error.read().decode()) if error.code == 500 else ""
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait_for(self, path: str, wanted: Callable[[str], bool]) -> str:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if wanted(page := self.page(path)):
                return page
            time.sleep(0.1)
        raise AssertionError(self.output.read_text("utf-8"))


def until(found: Callable[[], object], output: Path) -> None:
    """Wait for something; in vain is a failure, which shows what the preview said."""
    end = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < end, output.read_text("utf-8")
        time.sleep(0.1)


def announced(output: Path) -> str:
    """The address that the preview says it has, once it can be reached there."""
    sign = re.compile(r"serving on (http://127\.0\.0\.1:\d+/) ")
    until(lambda: sign.search(output.read_text("utf-8")), output)
    found = sign.search(output.read_text("utf-8"))
    assert found
    return found[1]


@contextmanager
def serving(folder: Path) -> Iterator[Preview]:
    """A preview of the project in `folder`, on a port of its own."""
    output = folder / "output.txt"
    with output.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "generator", "serve", "--port", "0"],
            cwd=folder,
            env=os.environ | REPORT | {"PYTHONPATH": str(folder), "PYTHONUNBUFFERED": "1"},
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
        try:
            shown = Preview(folder, announced(output), output)
            shown.wait_for("agencies/sea/", lambda page: "觀測署" in page)
            yield shown
        finally:
            process.terminate()
            process.wait(PATIENCE)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("preview"), with_data=False)
    a_data_folder(folder)
    with serving(folder) as shown:
        # The watcher takes its first look at the files after the first page is served.
        time.sleep(2)
        yield shown


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_an_edit_that_changes_nothing_but_what_a_page_says_to_machines(preview: Preview) -> None:
    """The address of an agency's own site stands in the JSON-LD of its datasets, not in their
    texts."""
    record = preview.folder / "data" / "agencies" / "sea.yml"
    assert "sea.example" not in preview.page("datasets/sea-tides/")
    record.write_text(record.read_text("utf-8") + "links:\n  en: https://sea.example/\n", "utf-8")
    preview.wait_for("agencies/sea/", lambda page: "sea.example" in page)
    for start in ("", "zh-Hans/"):
        assert '"url":"https://sea.example/"' in preview.page(f"{start}datasets/sea-tides/")


def test_an_edit_a_mistake_and_its_correction(preview: Preview) -> None:
    """One after the other, as they happen: the server is the same all along."""
    record = preview.folder / "data" / "agencies" / "sea.yml"
    edit(record, "海風觀測署", "潮汐觀測署")
    preview.wait_for("agencies/sea/", lambda page: "潮汐觀測署" in page)
    assert "潮汐观测署" in preview.page("zh-Hans/agencies/sea/")
    for file in ("data/v1/agencies.json", "agencies/sea/index.json"):
        assert "潮汐觀測署" in preview.page(file)
    entries = read_docs(lambda name: preview.page(f"search/{name}").encode("latin-1"), "zh-Hant")
    assert "潮汐觀測署" in {text for entry in entries for text in entry[2:]}

    edit(record, "script: zh-Hant", "script: zh-<b>")
    page = preview.wait_for("agencies/sea/", lambda page: 'role="alert"' in page)
    assert "潮汐觀測署" in page
    assert "agencies/sea.yml:2:9" in page
    assert "zh-&lt;b&gt;" in page
    assert "zh-<b>" not in page
    assert 'role="alert"' in preview.page("zh-Hans/datasets/")
    said = preview.output.read_text("utf-8")
    assert "data/agencies/sea.yml:2:9: script" in said
    assert "\n1 problem; nothing was generated\n" in said
    assert {it.name for it in (preview.folder / "docs").iterdir()} == {"assets", "overrides"}

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
    assert preview.page("datasets/sea-tides/index.json") == ""


def test_folder_that_is_moved_away_and_back(preview: Preview) -> None:
    """As by `mv`, `git stash` or an editor that puts a new file in the place of the old one."""
    data, away = preview.folder / "data", preview.folder / "away"
    data.rename(away)
    away.rename(data)
    record = data / "agencies" / "sea.yml"
    record.write_text(record.read_text("utf-8") + "aliases: [看見潮水]\n", "utf-8")
    preview.wait_for("agencies/sea/", lambda page: "看見潮水" in page)

    data.rename(away)
    page = preview.wait_for("agencies/sea/", lambda page: 'role="alert"' in page)
    assert "看見潮水" in page
    shutil.copytree(away, data)
    shutil.rmtree(away)
    preview.wait_for("agencies/sea/", lambda page: page != "" and 'role="alert"' not in page)
    new = record.with_suffix(".new")
    new.write_text(record.read_text("utf-8").replace("看見潮水", "又見潮水"), "utf-8")
    new.replace(record)
    preview.wait_for("agencies/sea/", lambda page: "又見潮水" in page)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("name: [", "mkdocs.yml:2:1: the settings are no YAML: "),
        ("theme: {name: none}", "mkdocs.yml:1:1: MkDocs refuses it: "),
    ],
)
def test_settings_that_are_broken_and_mended(preview: Preview, wrong: str, told: str) -> None:
    """No request waits for the correction: the pages stay, and say what is wrong."""
    settings = preview.folder / "mkdocs.yml"
    right = settings.read_text("utf-8")
    settings.write_text(f"{wrong}\n", "utf-8")
    page = preview.wait_for("agencies/sea/", lambda page: 'role="alert"' in page)
    assert "觀測署" in page
    assert told in page
    assert told in preview.output.read_text("utf-8")
    settings.write_text(right, "utf-8")
    preview.wait_for("agencies/sea/", lambda page: page != "" and 'role="alert"' not in page)


@pytest.mark.parametrize(
    ("file", "wrong"),
    [
        ("generator/render/templates/agency.md.j2", "{% nothing %}"),
        ("generator/render/templates/agency.md.j2", "{{ nothing }}"),
        ("docs/overrides/main.html", "{{ nothing.at.all }}"),
    ],
)
def test_template_that_is_edited_broken_and_mended(preview: Preview, file: str, wrong: str) -> None:
    """The page that cannot be made says so, and asks for itself again."""
    template = preview.folder / file
    right = template.read_text("utf-8")
    line = right.count("\n") + 1
    block = "{% block libs %}@{% endblock %}" if file.endswith(".html") else "@"
    preview.wait_for("agencies/sea/", lambda page: "觀測署" in page)
    template.write_text(right + block.replace("@", wrong), "utf-8")
    page = preview.wait_for("agencies/sea/", lambda page: 'role="alert"' in page)
    assert f"{file}:{line}:1: " in page
    assert 'http-equiv="refresh"' in page or "livereload(" in page
    template.write_text(right + block.replace("@", "&lt;edited&gt;"), "utf-8")
    preview.wait_for("agencies/sea/", lambda page: "&lt;edited&gt;" in page)
    template.write_text(right, "utf-8")
    preview.wait_for("agencies/sea/", lambda page: page != "" and "&lt;edited" not in page)
    said = preview.output.read_text("utf-8")
    assert said.count(f"{file}:{line}:1: ") >= 1
    assert "Traceback" not in said
    assert "code 500" not in said


def test_program_that_is_edited_is_not_read_again_and_that_is_told(preview: Preview) -> None:
    for name in ("generator/render/home.py", "generator/render/page.py"):
        with (preview.folder / name).open("a", encoding="utf-8") as file:
            file.write("# edited\n")
    told = "was changed; stop with Ctrl-C and start again to see it"
    until(lambda: told in preview.output.read_text("utf-8"), preview.output)
    time.sleep(1)
    assert preview.output.read_text("utf-8").count(told) == 1, "a branch changes many files"


def test_port_that_is_taken_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the data are read, and before it is said where the site is."""
    (tmp_path / "mkdocs.yml").touch()
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        command = ["serve", "--data", "nowhere", "--port", str(port)]
        assert main(command, tmp_path) == 1
    assert capsys.readouterr() == (
        "",
        f"the site cannot be served: port {port} is taken by another program "
        "(end that one, or take any free port with --port 0)\n",
    )


@pytest.mark.parametrize("port", ["", "x", "-1", "65536", "8e3", "８０００"])
def test_what_is_no_port_is_wrong_use(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", f"--port={port}"])
    assert stopped.value.code == 2
    assert "is not a port: write a number from 0 to 65535" in capsys.readouterr().err


def served(preview: Preview, paths: Iterable[str]) -> dict[str, str]:
    """What a reader gets at `paths`, without what only a preview has: live reload."""
    return {path: LIVE.sub("", preview.page(path)) for path in paths}


def published(preview: Preview, output: Path) -> dict[str, str]:
    """What a build of the same data publishes at each address, without what only that has: a
    policy, which knows no live reload."""
    own = REPORT | {"PYTHONPATH": str(preview.folder), "SITE_URL": preview.address}
    environment = os.environ | own
    command = [sys.executable, "-m", "generator", "build", "--output", output]
    subprocess.run(command, cwd=preview.folder, env=environment, check=True, capture_output=True)
    files = (it for it in output.rglob("*") if it.suffix in PUBLISHED)
    contents = {it.relative_to(output).as_posix(): it.read_bytes() for it in files}
    made = {path: decoded(path, content) for path, content in contents.items()}
    return {
        path.removesuffix("index.html"): POLICY.sub("", text, count=1)
        for path, text in made.items()
    }


def test_after_edits_of_every_kind_all_is_as_a_build_publishes_it(
    preview: Preview, tmp_path: Path
) -> None:
    """A record added and one renamed, a word of the pages and one of the frame, a form."""
    data = preview.folder / "data"
    waves = a_dataset(id="sea-waves", name="说明海浪")
    a_data_folder(preview.folder, a_catalogue(datasets=[waves]))
    preview.wait_for("datasets/sea-waves/", lambda page: "說明海浪" in page)
    edit(data / "terminology" / "forms" / "forms.yml", "說", "説")
    preview.wait_for("datasets/sea-waves/", lambda page: "説明海浪" in page)
    edit(data / "vocabulary" / "interface.yml", "發布機構", "發布者")
    preview.wait_for("datasets/", lambda page: "發布者" in page)
    (data / "datasets" / "sea" / "sea-waves.yml").unlink()
    moved = {"id": "sea-waves", "to": "datasets/sea-tides", "reason": "改名"}
    history = {"id": "sea-waves", "identifiers": ["sea-waves"], "gone": [moved]}
    histories = {"datasets": [History.model_validate(history)]}
    a_data_folder(preview.folder, a_catalogue(history=histories))
    preview.wait_for("datasets/sea-waves/", lambda page: "sea-tides" in page)
    edit(data / "vocabulary" / "theme.yml", "香港創科手冊", "海事手冊")
    preview.wait_for("", lambda page: "海事手冊" in page)

    expected = published(preview, tmp_path / "site")
    assert {"", "zh-Hans/datasets/sea-tides/", "404.html", "assets/start.js"} < set(expected)
    assert served(preview, expected) == expected
