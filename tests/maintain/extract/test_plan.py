"""A plan's file becomes drafts in a folder, and nothing that is there already is lost."""

from io import StringIO
from pathlib import Path

import pytest
from maintain.extract.invented import PLANS, data_folder, drafts_of, text_of

from generator.maintain.extract.plan_drafts import PlanRequest, extract_plan
from generator.maintain.extract.source_error import SourceError

HASHED = PLANS / "hashed.txt"
DOCUMENT = "sea-hashed-plan"


class Folder:
    """A data folder and a folder for drafts."""

    def __init__(self, at: Path) -> None:
        self.at = at
        self.data = data_folder(at)
        self.drafts = at / "new" / "drafts"

    def run(self, file: Path = HASHED, document: str = DOCUMENT) -> tuple[int, list[str]]:
        output = StringIO()
        status = extract_plan(PlanRequest(file, document, self.data, self.drafts), output)
        return status, output.getvalue().splitlines()

    def text(self, text: str | bytes) -> Path:
        file = self.at / "plan.txt"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def written(self) -> dict[str, str]:
        return {
            path.relative_to(self.drafts).as_posix(): path.read_bytes().decode()
            for path in self.drafts.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_drafts_are_written_where_they_are_wanted(folder: Folder) -> None:
    status, _ = folder.run()
    assert status == 0
    assert folder.written() == drafts_of("hashed")


def test_a_second_run_changes_nothing(folder: Folder) -> None:
    folder.run()
    before = {path: path.stat().st_mtime_ns for path in folder.drafts.rglob("*")}
    status, report = folder.run()
    assert (status, report[-1]) == (0, "drafts: 0 new, 0 updated, 7 unchanged, 0 conflicts")
    assert {path: path.stat().st_mtime_ns for path in folder.drafts.rglob("*")} == before


def test_a_file_with_other_content_is_told_and_kept(folder: Folder) -> None:
    kept = folder.drafts / "datasets" / "tide" / "tide-d-ii-1.yml"
    kept.parent.mkdir(parents=True)
    kept.write_text("id: reviewed\n", "utf-8")
    status, report = folder.run()
    assert status == 1
    assert report[-2:] == [
        f"{kept}:1:1: holds something else than this draft and was left alone "
        "(compare them, then rename or delete the file and run again)",
        "drafts: 6 new, 0 updated, 0 unchanged, 1 conflict",
    ]
    assert kept.read_text("utf-8") == "id: reviewed\n"
    assert len(folder.written()) == 7


def test_without_a_folder_nothing_is_written(folder: Folder) -> None:
    output = StringIO()
    assert extract_plan(PlanRequest(HASHED, DOCUMENT, folder.data), output) == 0
    assert output.getvalue().splitlines()[-2:] == [
        "drafts: 7 new, 0 updated, 0 unchanged, 0 conflicts",
        "nothing was written; `--into data` writes the drafts",
    ]
    assert not folder.drafts.exists()


def test_a_line_not_understood_is_told_and_the_rest_is_written(folder: Folder) -> None:
    file = folder.text(text_of("hashed").replace("06/2018", "13/2018"))
    status, report = folder.run(file)
    assert status == 1
    assert report[-3:] == [
        "1 line not understood",
        f"{file}:57:1: the date '13/2018' is not understood (write the date in one of the forms "
        "06/2027, 2027年6月, 2027年第二季, 2027年上半年, 2027年, 待定; if the document prints "
        "another, enter the row by hand with that in `date_note` and no `date`)",
        "drafts: 6 new, 0 updated, 0 unchanged, 0 conflicts",
    ]


def test_a_text_that_was_cut_off_is_told(folder: Folder) -> None:
    """Or is shorter than others: nobody but the keeper can tell."""
    file = folder.text(text_of("hashed").partition("## D.")[0])
    status, report = folder.run(file)
    assert status == 0
    assert report[-3:] == [
        "0 lines not understood",
        f"{file}:1:1: warning: no table of part D was understood "
        "(check that the text is complete; if the plan has none, nothing is amiss)",
        "drafts: 3 new, 0 updated, 0 unchanged, 0 conflicts",
    ]


def test_a_part_that_others_follow_was_lost(folder: Folder) -> None:
    text = text_of("hashed")
    before, _, rest = text.partition("## B.")
    file = folder.text(f"{before}## C.{rest.partition('## C.')[2]}")
    status, report = folder.run(file)
    assert status == 1
    assert (
        f"{file}:1:1: no table of part B was understood (check that the text is complete)" in report
    )


def test_nothing_in_a_text_reaches_the_terminal_as_a_command(folder: Folder) -> None:
    file = folder.text(text_of("hashed").replace("06/2018", "13/2018").replace("潮高", "\x1b[2J"))
    _, report = folder.run(file)
    assert not any("\x1b" in line for line in report)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "### 2031-2033年度整合开放数据计划（包含空间数据计划）",
            "",
            "plan.txt:1:1: no title with the years it covers above part A, so no draft was written "
            "(add the title's line, or mend it, and run again)",
        ),
        (
            "海风观测署",
            "",
            "plan.txt:1:1: no publisher above part A, so no draft was written "
            "(add the line that names it and run again)",
        ),
    ],
)
def test_without_title_or_publisher_there_is_a_report_but_no_draft(
    folder: Folder, old: str, new: str, problem: str
) -> None:
    file = folder.text(text_of("hashed").replace(old, new))
    status, report = folder.run(file)
    assert status == 1
    assert problem in [line.replace(f"{folder.at}/", "") for line in report]
    assert report[-1] == "drafts: 0 new, 0 updated, 0 unchanged, 0 conflicts"
    assert folder.written() == {}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot be read: No such file or directory"),
        (b"\n\xe4\xbd", ":2: byte 0xE4 is not UTF-8 (save the text as UTF-8)"),
        ("", " is empty"),
        ("Hong Kong: The Facts\n", " is in English, or has no text: "),
        (
            "A. 發放\ni. 空間數據\n編號    數據種類    數據集名稱    發放日期\n",
            " not separated by tabs",
        ),
        ("A. 發放\ni. 空間數據\n", " has no table (take the PDF, DOCX or HTML itself"),
        ("A. 甲\ni. 空间数据\nii. 非空間數據\n空間", " is as much in Traditional as in Simplified"),
    ],
)
def test_a_file_that_is_no_plan(folder: Folder, text: str | bytes | None, message: str) -> None:
    file = folder.at / "plan.txt" if text is None else folder.text(text)
    with pytest.raises(SourceError) as caught:
        folder.run(file)
    assert message in str(caught.value)
    assert str(caught.value).startswith(str(file))
    assert not folder.drafts.exists()


@pytest.mark.parametrize("document", ["", "../up", "Plan", "a--b", "计划", "a" * 81])
def test_a_document_identifier_that_is_none(folder: Folder, document: str) -> None:
    with pytest.raises(SourceError) as caught:
        folder.run(document=document)
    assert "is not an identifier" in str(caught.value)
    assert not folder.drafts.exists()


def test_a_folder_that_cannot_be_written(folder: Folder) -> None:
    folder.drafts.parent.mkdir()
    folder.drafts.write_text("a file", "utf-8")
    with pytest.raises(SourceError) as caught:
        folder.run()
    assert "cannot be written: Not a directory" in str(caught.value)


def test_a_byte_order_mark_and_line_ends_of_windows_do_no_harm(folder: Folder) -> None:
    file = folder.text(b"\xef\xbb\xbf" + text_of("hashed").replace("\n", "\r\n").encode())
    status, report = folder.run(file)
    assert (status, report[-1]) == (0, "drafts: 7 new, 0 updated, 0 unchanged, 0 conflicts")
    datasets = {path: text for path, text in folder.written().items() if "datasets" in path}
    expected = {path: text for path, text in drafts_of("hashed").items() if "datasets" in path}
    assert datasets == expected
