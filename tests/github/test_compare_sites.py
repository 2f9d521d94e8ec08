"""What the weekly workflow says of another builder's site."""

import subprocess
import sys
from pathlib import Path

import pytest
from builders import ROOT

PROGRAM = ROOT / ".github" / "weekly" / "compare_sites.py"
OURS = """<html><body><nav><a href="/x/">around</a></nav><article class="md-typeset">
<nav class="trail"><a href="../">trail</a></nav>
<h1 id="name">題<a class="headerlink" href="#name">#</a></h1><p>文 <a href="../b/">乙</a></p>
<table class="records"><tr><th>甲</th></tr><tr id="r-1"><td data-label="甲">一</td></tr></table>
<dl><dt>詞</dt><dd>義<br></dd></dl><section class="cite"><h2 id="cite">引用</h2></section>
</article></body></html>"""
THEIRS = OURS.replace(' class="records"', "").replace(' data-label="甲"', "")


def said(tmp_path: Path, ours: dict[str, str], theirs: dict[str, str]) -> str:
    for name, files in (("ours", ours), ("theirs", theirs)):
        for path, text in files.items():
            file = tmp_path / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    command = [sys.executable, PROGRAM, tmp_path / "ours", tmp_path / "theirs"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def row(text: str, kind: str) -> list[str]:
    [line] = [it for it in text.splitlines() if it.startswith(f"| `{kind}` |")]
    return [it.strip() for it in line.strip("|").split("|")[1:]]


def test_what_only_our_theme_makes_is_counted_and_the_rest_is_there(tmp_path: Path) -> None:
    text = said(tmp_path, {"a/x/index.html": OURS}, {"a/x/index.html": THEIRS})
    assert row(text, "a/…/") == [
        *("0 of 1", "0 of 1", "0 of 2", "0 of 1", "0 of 1", "0 of 2", "0 of 7"),
        *("1 of 2", "1 of 1"),
    ]


@pytest.mark.parametrize(
    ("gone", "column", "number"),
    [
        ('<h1 id="name">', 1, "1 of 1"),
        ('<tr id="r-1">', 2, "1 of 2"),
        ("<dt>", 3, "1 of 1"),
        ('<a href="../b/">', 4, "1 of 1"),
        (' id="r-1"', 5, "1 of 2"),
        ("義", 6, "1 of 7"),
    ],
)
def test_what_is_missing_is_counted(tmp_path: Path, gone: str, column: int, number: str) -> None:
    theirs = THEIRS.replace(gone, "")
    text = said(tmp_path, {"a/index.html": OURS}, {"a/index.html": theirs})
    assert row(text, "a/")[column] == number


def test_a_page_that_is_missing_is_counted(tmp_path: Path) -> None:
    ours = {"index.html": OURS, "a/1/index.html": OURS, "a/2/index.html": OURS}
    text = said(tmp_path, ours, {"index.html": OURS, "a/1/index.html": OURS})
    assert row(text, "home page")[0] == "0 of 1"
    assert row(text, "a/…/")[0] == "1 of 2"


def test_other_files_are_counted_by_their_folder(tmp_path: Path) -> None:
    """Pages that only lead on and the other variant's are no pages here."""
    leads_on = '<meta http-equiv="refresh" content="0;url=../a/">'
    ours = {"index.html": OURS, "old/index.html": leads_on, "robots.txt": "x"}
    ours |= {"zh-Hans/index.html": OURS, "data/v1/a.json": "{}", "data/v1/b.json": "{}"}
    text = said(tmp_path, ours, {"index.html": OURS, "data/v1/a.json": "{}"})
    assert "`old/" not in text
    assert text.splitlines()[-3:] == [
        *("- `data/`: 1 of 2", "- `at the root`: 1 of 1", "- `zh-Hans/`: 1 of 1"),
    ]
