"""`convert` and `ledger` on the command line, and what a mistake in the terminology says there."""

import io
import re
import shutil
import sys
from pathlib import Path

import pytest
from builders import ROOT

from generator.cli import parser as cli
from generator.script.convert import converter_with

pytestmark = pytest.mark.today


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the project's data."""
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def run(
    text: str | bytes,
    arguments: list[str],
    monkeypatch: pytest.MonkeyPatch,
    data: Path | None = None,
) -> int:
    """The status of `convert` with `text` as its standard input."""
    content = text.encode() if isinstance(text, str) else text
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))
    return cli.main(["convert", *arguments, "--data", str(data or ROOT / "data")])


TO_HANT = ["--from", "zh-Hans", "--to", "zh-Hant"]
TO_HANS = ["--from", "zh-Hant", "--to", "zh-Hans"]


@pytest.mark.parametrize(
    ("text", "arguments", "converted"),
    [
        (
            "信息科技\n负 责制订\n见https://data.gov.hk/发展\r\n",
            TO_HANT,
            "信息科技\n負 責制訂\n見https://data.gov.hk/發展\r\n",
        ),
        (
            "信息科技\n负 责制订\n",
            [*TO_HANT, "--document", "factsheet-2025"],
            "資訊科技\n負責制訂\n",
        ),
        ("說明\n\n經營帳目", TO_HANS, "说明\n\n经营账目"),
        ("説明佈告\n", ["--from", "zh-Hant", "--to", "zh-Hant"], "説明佈告\n"),
        ("", TO_HANT, ""),
    ],
)
def test_standard_input_is_converted_line_by_line(
    text: str,
    arguments: list[str],
    converted: str,
    monkeypatch: pytest.MonkeyPatch,
    capsysbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert run(text, arguments, monkeypatch) == 0
    assert capsysbinary.readouterr().out.decode() == converted


def test_a_document_that_nobody_knows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("x", [*TO_HANT, "--document", "factsheet-2052"], monkeypatch) == 2
    error = capsys.readouterr().err
    assert error.startswith("--document: unknown document 'factsheet-2052' (known: factsheet-2024,")


def test_what_is_not_utf_8_is_named_by_its_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("一\n".encode() + "門".encode("big5"), TO_HANT, monkeypatch) == 1
    error = capsys.readouterr().err
    assert error == "standard input:2: byte 0xAA is not UTF-8 (give the text as UTF-8)\n"


def test_what_nobody_has_read_is_a_warning_as_check_gives_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The converted text comes out all the same, and each doubt once a line."""
    assert run("抽签，干坤，干坤\n", TO_HANT, monkeypatch) == 0
    assert capsys.readouterr().err == (
        "standard input:1:1: warning: 干 in '干坤' becomes 幹, and nobody has read it there "
        "(read it, and write the word at 干 in data/terminology/contexts/, below its right form)\n"
    )


def test_an_opencc_that_cannot_be_imported_is_told_with_its_remedy(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is what a half-removed package leaves: a name, and nothing that works behind it."""
    converter_with.cache_clear()
    monkeypatch.setitem(sys.modules, "opencc", None)
    assert run("門", TO_HANS, monkeypatch) == 1
    assert capsys.readouterr() == (
        "",
        "the package that answers to the name `opencc` does not work, perhaps because the official "
        "`opencc` was installed or removed beside it: delete the folder .venv and run the command "
        "again\n",
    )


def test_a_contradicting_term_stops_every_command(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same words with another result, in a list of their own."""
    (data / "terminology/terms/mine.yml").write_text(
        "id: mine\nrole: repair\nscript: zh-Hans\nterms:\n"
        "  - {from: 局限, to: 侷限, reason: 我覺得}\n",
        "utf-8",
    )
    assert cli.main(["check", "--data", str(data)]) == 1
    error = capsys.readouterr().err.replace(f"{data}/", "")
    assert re.search(
        "terminology/terms/repairs-to-hant.yml:[0-9]+:12: '局限' becomes '局限' here, "
        "but '侷限' at terminology/terms/mine.yml:5:12",
        error,
    )
    assert "one run of characters has one result: keep one of the two" in error
    assert run("局限", TO_HANT, monkeypatch, data) == 1
    assert cli.main(["ledger", "--data", str(data)]) == 1
    assert capsys.readouterr().out == ""


def test_a_wrong_term_that_nothing_contradicts_is_seen_in_the_ledger(
    data: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Only a reviewer can tell, who sees the converted form and the list that decided it."""
    (data / "terminology/terms/mine.yml").write_text(
        "id: mine\nrole: repair\nscript: zh-Hans\nterms:\n"
        "  - {from: 车位, to: 車格, reason: 我覺得}\n",
        "utf-8",
    )
    assert cli.main(["ledger", "--data", str(data)]) == 0
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert any("空置車格資訊" in line and "车位→車格 (mine)" in line for line in lines)
