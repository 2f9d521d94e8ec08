"""From a document to a pull request with one command, which may be broken off and run again."""

import shutil
from pathlib import Path

import pytest
import yaml
from commands import main
from maintain.take_in.invented import (
    EDITION,
    FILES,
    HEAD,
    OLD_EDITION,
    OLD_HEAD,
    PLAN,
    Project,
    a_project,
)

of_each_kind = pytest.mark.parametrize("document", [PLAN, EDITION, HEAD])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = a_project(tmp_path / "project")
    monkeypatch.chdir(made.folder)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG", "GITHUB_ACTIONS"):
        monkeypatch.delenv(variable, raising=False)
    return made


def next_step(said: str) -> str:
    """The step that is next."""
    [step] = [line for line in said.split("\n") if line.startswith("→ ")]
    return step.removeprefix("→ ")


@of_each_kind
def test_a_document_is_led_from_the_first_run_to_a_clean_check(
    project: Project, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = project.files()
    assert project.begin(document) == 1
    said = capsys.readouterr().out
    assert next_step(said) == f"review: sources/{document}.review.md"
    assert f"next: python3 dev.py take-in sources/{document}.txt --write" in said
    written = {it for it in project.files() if it not in before}
    assert f"sources/{document}.txt" in written
    assert f"sources/{document}.review.md" in written
    assert not any(it.startswith("data/") for it in written)

    assert project.go_on(document, "--write") == 1
    said = capsys.readouterr().out
    assert "✓ records and the names in them written below data" in said
    assert (project.data / "documents" / f"{document}.yml").is_file()

    project.decide(document)
    project.go_on(document, "--write")
    capsys.readouterr()
    assert project.go_on(document) == 0
    said = capsys.readouterr().out
    assert next_step(said) == "tests, commit and pull request"
    assert said.endswith("next: python3 dev.py test\n")
    assert main(["check"]) == 0
    assert main(["verify", "--sources", "sources", "--document", document]) == 0
    history = project.data / "history" / "documents" / f"{document}.yml"
    assert history.is_file()


@of_each_kind
def test_what_it_follows_is_found_in_the_records(
    project: Project, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.begin(document)
    first = capsys.readouterr().out.split("\n")[0]
    assert (
        first
        == {
            PLAN: f"{PLAN}: open data plan",
            EDITION: f"{EDITION}: edition of a fact sheet, held against {OLD_EDITION}",
            HEAD: f"{HEAD}: head of the Estimates, held against {OLD_HEAD}",
        }[document]
    )


@of_each_kind
def test_nothing_is_written_before_the_review_was_there(project: Project, document: str) -> None:
    """Neither at once, nor when the text was mended after it was read."""
    records = project.records()
    (project.folder / "sources" / f"{document}.txt").write_text(FILES[document], "utf-8")
    assert project.go_on(document, "--write") == 1
    file = project.text(document)
    file.write_text(file.read_text("utf-8").rstrip("\n") + "\n改了的一行\n", "utf-8")
    (project.folder / "sources" / f"{document}.review.md").write_text("另一份", "utf-8")
    assert project.go_on(document, "--write") == 1
    assert project.records() == records


@of_each_kind
def test_a_run_may_be_broken_off_and_run_again(project: Project, document: str) -> None:
    """Of what it writes, one file may be there, half of them, or all but one."""
    project.begin(document)
    begun = project.folder.parent / "begun"
    shutil.copytree(project.folder, begun)
    project.go_on(document, "--write")
    written = project.records()
    project.go_on(document)
    assert project.records() == written
    old = {it: raw for it, raw in written.items() if (begun / it).exists()}
    changed = [
        it for it in sorted(written) if it not in old or (begun / it).read_bytes() != old[it]
    ]
    for number in (1, len(changed) // 2, len(changed) - 1):
        for path in changed[number:]:
            if path in old:
                shutil.copy(begun / path, project.folder / path)
            else:
                (project.folder / path).unlink()
        project.go_on(document, "--write")  # without the document's record the review comes first
        project.go_on(document, "--write")
        assert project.records() == written, changed[:number]


@of_each_kind
def test_a_document_that_was_taken_in_is_left_as_it_is(
    project: Project, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when the file comes again under another name and without its identifier."""
    project.begin(document)
    project.go_on(document, "--write")
    project.decide(document)
    project.go_on(document, "--write")
    before = project.records()
    file = project.folder / "again.txt"
    file.write_text(FILES[document], "utf-8")
    capsys.readouterr()
    assert main(["take-in", "again.txt"]) == 0
    assert capsys.readouterr().out.startswith(f"{document}: ")
    assert project.records() == before


@of_each_kind
def test_lines_follow_a_text_that_got_another_line(
    project: Project, document: str, capsys: pytest.CaptureFixture[str]
) -> None:
    project.begin(document)
    project.go_on(document, "--write")
    project.decide(document)
    project.go_on(document, "--write")
    before = project.files()
    text = project.text(document)
    lines = text.read_text("utf-8").split("\n")
    text.write_text("\n".join([*lines[:2], "", *lines[2:]]), "utf-8")
    capsys.readouterr()
    assert project.go_on(document) == 0
    said = capsys.readouterr().out
    number = int(said.partition("line numbers shifted: ")[2].partition(";")[0])
    assert number > 0
    assert "do not stand where they did any more: 0 of" in said
    assert main(["verify", "--sources", "sources", "--document", document]) == 0
    record = yaml.safe_load((project.data / f"documents/{document}.yml").read_text("utf-8"))
    old = yaml.safe_load(before[f"data/documents/{document}.yml"])
    assert record["lines"] == old["lines"] + 1
    for fields, kept in zip(record.get("sections", ()), old.get("sections", ()), strict=True):
        assert fields["line"] == kept["line"] + 1


def test_words_that_changed_are_told_and_not_shifted_to_others(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.begin(EDITION)
    project.go_on(EDITION, "--write")
    project.decide(EDITION)
    project.go_on(EDITION, "--write")
    text = project.text(EDITION)
    changed = text.read_text("utf-8").replace("向漁民提供資助", "向船東提供資助")
    text.write_text("\n" + changed, "utf-8")
    capsys.readouterr()
    assert project.go_on(EDITION) == 1
    said = capsys.readouterr().out
    assert next_step(said).startswith("`verify`")
    assert "'向漁民提供資助' does not stand on line 5" in said
    statements = yaml.safe_load((project.data / "statements/sea-grant.yml").read_text("utf-8"))
    assert [it["line"] for it in statements["statements"][0]["locators"]] == [5, 5]
    figures = yaml.safe_load((project.data / "figures/sea-grant.yml").read_text("utf-8"))
    assert [it["line"] for it in figures["figures"]] == [5, 6]


def test_the_text_of_another_document_is_refused(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.begin(EDITION)
    project.go_on(EDITION, "--write")
    before = project.records()
    project.text(EDITION).write_text("另一份文件\n\n與海洋無關\n", "utf-8")
    assert project.go_on(EDITION) == 1
    assert f"is another document than {EDITION}" in capsys.readouterr().err
    assert project.records() == before


@pytest.mark.parametrize(
    ("name", "text", "options", "told"),
    [
        ("none.txt", None, [], "none.txt cannot be read"),
        ("empty.txt", "", [], "empty.txt is empty"),
        ("letter.txt", "各位市民：\n\n本信與數據無關。\n", [], "none of the documents"),
        ("facts.txt", FILES[EDITION], [], "which document is it? (name it with `--document`"),
        ("facts.txt", FILES[EDITION], ["--document", "Sea Facts"], "Sea Facts"),
        ("head.txt", FILES[HEAD], ["--document", "head"], f"is {HEAD} (leave out `--document`)"),
        ("head.txt", FILES[HEAD], ["--from", "head-1"], "there is no budget head-1"),
        ("plan.txt", FILES[PLAN], ["--document", OLD_EDITION, "--kind", "plan"], "recorded as"),
        (
            "letter.txt",
            "各位市民：\n\n本信與數據無關。\n",
            ["--kind", "edition", "--document", "letter-2026"],
            f"name it with `--from`; fact sheets: {OLD_EDITION}",
        ),
    ],
)
def test_a_file_that_cannot_be_taken_in_is_told(
    project: Project,
    name: str,
    text: str | None,
    options: list[str],
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if text is not None:
        Path(name).write_text(text, "utf-8")
    before = project.records()
    assert main(["take-in", name, *options]) == 1
    assert told in capsys.readouterr().err
    assert project.records() == before


ENGLISH_PLAN = """Marine Department

Annual Open Data Plan 2027-2029

A. Department's datasets to be released in 2027

No.\tName of Dataset\tTarget Release Date (mm/yyyy)\tUpdate Frequency\tRemarks
1.\tBerths of public cargo working areas (公眾貨物裝卸區泊位)\t03/2027\tMonthly\tCSV
2.\tPleasure vessels by class\t09/2027\tQuarterly\t

B. Department's datasets to be released in 2028 and 2029

N/A

C. Datasets to be released by other organisations

N/A

D. Progress of datasets released

No.\tName of Dataset\tRelease Date (mm/yyyy)\tUpdate Frequency\tRemarks
1.\tArrivals at the port (港口編號)\t01/2019\tDaily\tAPI

Marine Department
December 2026
"""


@pytest.mark.parametrize("options", [[], ["--kind", "plan"], ["--kind", "edition"]])
def test_an_english_document_is_refused_before_anything_is_written(
    project: Project, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The names of its datasets are no names in either script, whatever Chinese stands in it."""
    Path("plan.txt").write_text(ENGLISH_PLAN, "utf-8")
    before = project.files()
    assert main(["take-in", "plan.txt", "--document", "md-plan-2027", *options]) == 1
    assert "plan.txt is in English, or has no text" in capsys.readouterr().err
    assert project.files() == before


def test_a_text_that_was_mended_is_not_replaced(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.begin(PLAN)
    project.text(PLAN).write_text(FILES[PLAN] + "\n", "utf-8")
    assert project.begin(PLAN) == 1
    assert f"give sources/{PLAN}.txt to the command" in capsys.readouterr().err
    assert project.text(PLAN).read_text("utf-8") == FILES[PLAN] + "\n"


def test_a_plan_of_which_nothing_is_understood_says_where_to_read_why(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    text = FILES[PLAN].replace("更新频率", "不明")
    project.text(PLAN).write_text(text, "utf-8")
    assert project.go_on(PLAN) == 1
    said = capsys.readouterr().out
    assert next_step(said).startswith("review: ")
    assert f"mend them in sources/{PLAN}.txt" in said
    assert not (project.data / "documents" / f"{PLAN}.yml").exists()


def test_it_speaks_chinese_where_the_terminal_does(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANG", "zh_HK.UTF-8")
    project.begin(EDITION)
    said = capsys.readouterr().out
    assert f"→ 審閱檔：sources/{EDITION}.review.md" in said
    assert f"下一步：python3 dev.py take-in sources/{EDITION}.txt --write" in said


def test_options_are_repeated_in_the_next_command(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    file = project.folder / "download.txt"
    file.write_text(FILES[EDITION], "utf-8")
    options = ["--kind", "edition", "--from", OLD_EDITION]
    main(["take-in", "download.txt", "--document", EDITION, *options])
    last = capsys.readouterr().out.strip().split("\n")[-1]
    command = f"take-in sources/{EDITION}.txt {' '.join(options)} --write"
    assert last == f"next: python3 dev.py {command}"
