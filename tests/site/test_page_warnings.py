"""A link that leads nowhere stops the build, and is told with its page and its line there."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from builders import a_data_folder
from sites import a_copy_of_the_project, fingerprints

from generator.messages.language import chinese_texts
from generator.messages.problem import Problem, problem_line
from generator.site.page_warnings import MOST, PageWarnings, warning_problem

TIP = (
    "(mend it in the template or the record that the page is made of; "
    "`python3 dev.py generate` writes the page)"
)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "zh-Hant").mkdir()
    page = "# 關於\n\n見[機構](agencies/nowhere.md)和\n[文件](documents/sea.md#line-9)。\n"
    (tmp_path / "zh-Hant" / "about.md").write_text(page, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Doc file 'zh-Hant/about.md' contains a link 'agencies/nowhere.md', but the target "
            "'zh-Hant/agencies/nowhere.md' is not found among documentation files.",
            "docs/zh-Hant/about.md:3:1: the link 'agencies/nowhere.md' leads to a page or file "
            f"that is not there {TIP}",
        ),
        (
            "Doc file 'zh-Hant/about.md' contains a link 'documents/sea.md#line-9', but the doc "
            "'zh-Hant/documents/sea.md' does not contain an anchor '#line-9'.",
            "docs/zh-Hant/about.md:4:1: the link 'documents/sea.md#line-9' leads to a place that "
            f"is not on the page {TIP}",
        ),
        (
            "Doc file 'zh-Hant/about.md' contains a link '#x', but there is no such anchor on "
            "this page.",
            "docs/zh-Hant/about.md:1:1: the link '#x' leads to a place that is not on the page "
            f"{TIP}",
        ),
        (
            "Doc file 'zh-Hant/gone.md' contains an unrecognized relative link 'x', it was left "
            "as is. Did you mean 'x.md'?",
            f"docs/zh-Hant/gone.md:1:1: the link 'x' leads to a page or file that is not there "
            f"{TIP}",
        ),
        (
            "A template is old",
            "mkdocs.yml:1:1: MkDocs warns: A template is old (mend what it names)",
        ),
    ],
)
def test_a_warning_is_told_with_page_line_and_remedy(docs: Path, text: str, said: str) -> None:
    assert str(warning_problem(text, docs)) == said


def test_a_warning_is_told_in_chinese(docs: Path) -> None:
    text = "Doc file 'zh-Hant/about.md' contains a link 'agencies/nowhere.md', but the target …"
    assert problem_line(warning_problem(text, docs), chinese_texts()).startswith(
        "docs/zh-Hant/about.md:3:1: 連結 'agencies/nowhere.md' 所指的頁面或檔案不存在（在產生該頁的"
    )


def test_the_same_is_told_once_and_of_very_many_only_the_first(docs: Path) -> None:
    told: list[Problem] = []
    warnings = PageWarnings(docs, told.append)
    for number in (*range(MOST + 5), 0, 1):
        text = f"Doc file 'zh-Hant/about.md' contains a link '{number}.md', but the target …"
        warnings.handle(a_record(text))
    assert (len(told), warnings.number) == (MOST, MOST + 5)


def a_record(text: str) -> "logging.LogRecord":
    return logging.LogRecord("mkdocs.structure", logging.WARNING, "", 0, text, (), None)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with small data, and its site."""
    folder = a_copy_of_the_project(tmp_path_factory.mktemp("warned"), with_data=False)
    a_data_folder(folder)
    assert build(folder).returncode == 0
    return folder


def build(project: Path, **changes: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-P", "-m", "generator", "build", "--as-of", "2026-01-31"],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project), "SITE_URL": ""} | changes,
        capture_output=True,
        encoding="utf-8",
    )


def test_links_to_nowhere_in_a_template_are_each_told_and_the_old_site_stays(
    project: Path,
) -> None:
    """Below the heading of the page about us: to a page that is not there, to a place that is not
    on another page, and to one that is not on this."""
    before = fingerprints(project / "site")
    template = project / "generator" / "render" / "templates" / "about.md.j2"
    text = template.read_text("utf-8")
    links = "\n[a](nowhere.md) [b](agencies/index.md#nowhere) [c](#nowhere)\n"
    template.write_text(text + links, "utf-8")
    done = build(project)
    template.write_text(text, "utf-8")
    assert (done.returncode, done.stdout) == (1, "")
    *lines, last = done.stderr.splitlines()
    assert last == "the pages could not be built: MkDocs warned about the pages; see above"
    told = sorted(it.partition(TIP)[0] for it in lines)
    assert [it.split(":")[0] for it in told] == [
        *["docs/zh-Hans/about.md"] * 3,
        *["docs/zh-Hant/about.md"] * 3,
    ]
    assert [it.partition(":1: ")[2].strip() for it in told[:3]] == [
        "the link '#nowhere' leads to a place that is not on the page",
        "the link 'agencies/index.md#nowhere' leads to a place that is not on the page",
        "the link 'nowhere.md' leads to a page or file that is not there",
    ]
    assert len({it.split(":")[1] for it in told}) == 1  # all on one line, which is not the first
    assert fingerprints(project / "site") == before
