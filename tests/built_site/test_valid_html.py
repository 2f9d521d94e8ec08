"""Every kind of page is valid HTML, as html-validate and the Nu checker of the W3C read it.

html-validate takes <details> for sectioning content, which it is not in the standard, and may then
not stand in a table's heading: .ci/html/htmlvalidate.json corrects that.

Needs `npm ci --prefix .ci/html` and Java; or their places in HTML_VALIDATE and VNU_JAR.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sites import OTHER, ROOT, Pages, Site

MODULES = ROOT / ".ci" / "html" / "node_modules"
HTML_VALIDATE = os.environ.get("HTML_VALIDATE") or shutil.which(
    "html-validate", path=str(MODULES / ".bin")
)
VNU_JAR = Path(os.environ.get("VNU_JAR") or MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar")
JAVA = shutil.which("java")
RECORD = re.compile(
    r"(zh-Hans/)?(agencies|datasets|documents|programmes)/(?!calendar/|compare/)[^/]+/$"
)
RECORDS = 3
"""How many pages of each kind of record are read; the others come from the same template."""

THEME = {
    "wcag/h32": "the search box, the colours and our filters act at once: nothing is submitted",
    "unique-landmark": "the theme writes the table of contents twice and shows one of them",
}
"""Rules of html-validate that the pages break, and why that stays."""
NU = {
    r"(Resource|Inline script) violates Content Security Policy": "files have no origin that could "
    "be 'self', and data in JSON are no script: tests/browser/ holds pages against their policy",
}
"""Messages of the Nu checker that are given, and why that stays."""


def kinds(pages: Pages) -> Iterator[str]:
    """Every page but of records, and some of each kind of these, in both variants."""
    seen: dict[str, int] = {}
    for path in pages:
        if match := RECORD.match(path):
            kind = f"{match[1]}{match[2]}"
            seen[kind] = seen.get(kind, 0) + 1
            if seen[kind] > RECORDS:
                continue
        yield path


@pytest.fixture(scope="module")
def files(site: Site, pages: Pages) -> list[Path]:
    chosen = list(kinds(pages))
    assert {path for path in chosen if path.startswith(OTHER)} == {
        OTHER + path for path in chosen if not path.startswith(OTHER) and path != "404.html"
    }
    return [
        site.folder / (path if path.endswith(".html") else f"{path}index.html") for path in chosen
    ]


@pytest.mark.skipif(HTML_VALIDATE is None, reason="no html-validate: npm ci --prefix .ci/html")
def test_html_validate_objects_to_nothing_of_ours(files: list[Path], tmp_path: Path) -> None:
    assert HTML_VALIDATE is not None
    settings = ROOT / ".ci" / "html" / "htmlvalidate.json"
    command = [HTML_VALIDATE, "--config", settings, "--formatter", "json", *files]
    answer = tmp_path / "answer.json"
    with answer.open("wb") as stream:  # it ends before a pipe has taken everything
        subprocess.run(command, stdout=stream)
    read: list[dict[str, Any]] = json.loads(answer.read_text("utf-8"))
    found = [(file["filePath"], it) for file in read for it in file["messages"]]
    assert [
        f"{path}:{it['line']}: {it['ruleId']}: {it['message']}"
        for path, it in found
        if it["ruleId"] not in THEME
    ] == []
    assert {it["ruleId"] for _, it in found} == set(THEME), "an exception is no longer needed"


@pytest.mark.skipif(
    JAVA is None or not VNU_JAR.is_file(), reason="no Java, or no Nu: npm ci --prefix .ci/html"
)
def test_the_nu_checker_objects_to_nothing_of_ours(files: list[Path]) -> None:
    assert JAVA is not None
    done = subprocess.run(
        [JAVA, "-jar", VNU_JAR, "--exit-zero-always", "--format", "json", *files],
        capture_output=True,
        encoding="utf-8",
    )
    found = json.loads(done.stderr)["messages"]
    assert [
        f"{it['url']}:{it.get('lastLine')}: {it['message']}"
        for it in found
        if not any(re.match(known, it["message"]) for known in NU)
    ] == []
    needed = {known for known in NU if any(re.match(known, it["message"]) for it in found)}
    assert needed == set(NU), "an exception is no longer needed"
