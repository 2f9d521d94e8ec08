"""A published fact that changes asks for a reason, and is then told."""

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from builders import (
    a_catalogue,
    a_condition,
    a_data_folder,
    a_document,
    a_figure,
    a_figure_list,
    a_programme,
    an_event,
    an_event_list,
)
from commands import main

WHY = ["update", "--reason", "對照文件改正。"]
FIGURES = "figures/sea-grant.yml"
EVENTS = "events/sea-grant.yml"
PROGRAMME = "programmes/sea-grant.yml"
SUMMARY = {
    "summary": "資助漁民更換漁船。",
    "derived": [{"field": "summary", "reason": "由名稱推斷"}],
}
BOATS = {
    "id": "sea-grant-boats",
    "measure": "entries",
    "unit": "entry",
    "value": 700,
    "printed": "700项",
}
AS_PRINTED = "date: 2023-05\n  what: 推出計劃\n  document: sea-plan"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A programme with a condition, two numbers and an event, whose facts are recorded."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    made = a_data_folder(
        tmp_path,
        a_catalogue(
            documents=[a_document(), a_document(id="sea-plan-2", title="第二份计划", sections=[])],
            programmes=[a_programme(terms=[a_condition()], **SUMMARY)],
            figures=[
                a_figure_list(
                    a_figure(),
                    a_figure(**BOATS),
                )
            ],
            events=[an_event_list(an_event())],
        ),
    )
    assert main(["update"]) == 0
    return made


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def told(data: Path) -> list[dict[str, object]]:
    files = sorted((data / "corrections").glob("*.yml"))
    return [yaml.safe_load(it.read_text("utf-8")) for it in files]


def changes(data: Path) -> list[tuple[object, ...]]:
    """Record, field, before and after of every entry."""
    return [
        (it["record"], it["field"], it["before"], it.get("after"))
        for entry in told(data)
        for it in entry["changes"]  # type: ignore[attr-defined]
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "change"),
    [
        (FIGURES, "per-applicant", "per-project", ("amount", "per-applicant", "per-project")),
        (EVENTS, "2023-05", "2023-06", ("date", "2023-05", "2023-06")),
        (EVENTS, "推出計劃", "計劃開始接受申請", ("what", "推出計劃", "計劃開始接受申請")),
        (
            PROGRAMME,
            "name: 海產資助計劃",
            "name: 漁業資助計劃",
            ("name", "海產資助計劃", "漁業資助計劃"),
        ),
        (PROGRAMME, "text: 漁民", "text: 漁民和漁業公司", ("terms.text", "漁民", "漁民和漁業公司")),
    ],
)
def test_what_reads_otherwise_is_a_correction(
    file: str, old: str, new: str, change: tuple[str, ...], data: Path
) -> None:
    edit(data / file, old, new)
    assert main(WHY) == 0
    assert [it[1:] for it in changes(data)] == [change]
    [entry] = told(data)
    assert entry["reason"] == "對照文件改正。"
    assert "reported_by" not in entry
    assert main(["update"]) == 0
    assert len(told(data)) == 1


def test_without_a_reason_nothing_is_written(
    data: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(data / EVENTS, "2023-05", "2023-06")
    before = {it: it.read_bytes() for it in data.rglob("*.yml")}
    capsys.readouterr()
    assert main(["update"]) == 1
    said = capsys.readouterr()
    assert "events/sea-grant-launched, date: 2023-05 → 2023-06" in said.out
    assert "python3 dev.py update --reason REASON" in said.err
    monkeypatch.setenv("LC_ALL", "zh_HK.UTF-8")
    assert main(["update"]) == 1
    assert "python3 dev.py update --reason 理由" in capsys.readouterr().err
    assert {it: it.read_bytes() for it in data.rglob("*.yml")} == before


def test_check_stops_with_the_place_and_the_file_to_add(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who edits in a browser cannot be asked: the message holds the file as it has to be."""
    edit(data / EVENTS, "2023-05", "2023-06")
    capsys.readouterr()
    assert main(["check"]) == 1
    said = capsys.readouterr().err
    line = (data / EVENTS).read_text("utf-8").split("\n").index("  date: 2023-06") + 1
    assert f"data/events/sea-grant.yml:{line}:" in said
    [path, text] = re.findall(r"add the file (\S+) with .*?: (\{.*\})\)", said)[0]
    file = data.parent / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8")
    assert main(["check"]) == 1
    assert "nobody has written why" in capsys.readouterr().err
    file.write_text(text.replace("REASON", "看錯了月份。"), "utf-8")
    assert main(["check"]) == 0
    assert "not recorded yet" in capsys.readouterr().err
    assert main(["update"]) == 0
    assert main(["check"]) == 0
    assert len(told(data)) == 1


def test_a_terminal_is_asked_for_each_record(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    edit(data / EVENTS, "2023-05", "2023-06")
    edit(data / FIGURES, "per-applicant", "per-project")
    monkeypatch.setattr(sys, "stdin", Terminal("看錯了月份。\n\n漏了「約」字。\n陳大文\n"))
    assert main(["update"]) == 0
    reasons = {(it["reason"], it.get("reported_by")) for it in told(data)}
    assert reasons == {("看錯了月份。", None), ("漏了「約」字。", "陳大文")}
    edit(data / EVENTS, "2023-06", "2023-05")
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert main(["update"]) == 1
    assert "no reason was given" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        # another edition, or another document
        (EVENTS, AS_PRINTED, AS_PRINTED.replace("2023-05", "2023-06") + "-2"),
        # what readers do not see
        (EVENTS, "line: 30", "line: 31"),
        (PROGRAMME, "line: 10", "line: 12"),
        # our own words set otherwise
        (PROGRAMME, "資助漁民更換漁船。", "資助漁民，更換漁船"),
        # a fact that was not told before
        (FIGURES, "printed: 500万元", "printed: 500万元\n  basis: 每項申請"),
    ],
)
def test_what_is_no_correction(file: str, old: str, new: str, data: Path) -> None:
    edit(data / file, old, new)
    assert main(["update"]) == 0
    assert told(data) == []
    assert main(["check"]) == 0


def test_a_part_that_is_gone_is_a_correction(data: Path) -> None:
    text = (data / PROGRAMME).read_text("utf-8")
    (data / PROGRAMME).write_text(re.sub(r"terms:\n([- ] .*\n)*", "", text), "utf-8")
    assert main(["update"]) == 1
    assert main(WHY) == 0
    assert changes(data) == [("programmes/sea-grant", "terms.text", "漁民", None)]


def test_a_record_that_is_retired_is_told_with_its_reason(data: Path) -> None:
    assert main(["retire", "sea-grant-boats", "--reason", "文件不再提及"]) == 0
    assert changes(data) == [("figures/sea-grant-boats", "value", "700", None)]
    assert told(data)[0]["reason"] == "文件不再提及"
    assert main(["check"]) == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("sea-grant", "fish-grant"),
        ("sea-grant-boats", "boats"),
        ("sea-plan", "tide-plan"),
        ("sea", "tide"),
    ],
)
def test_another_identifier_corrects_nothing(old: str, new: str, data: Path) -> None:
    assert main(["rename", old, new]) == 0
    assert main(["check"]) == 0
    assert main(["update"]) == 0
    assert told(data) == []


def test_days_are_kept_from_the_second_time_on(data: Path) -> None:
    """What was published before days were kept has none; a correction keeps the first day."""
    history = data / "history" / FIGURES
    assert "sea-grant-ceiling - @sea-plan" in history.read_text("utf-8")
    with (data / FIGURES).open("a", encoding="utf-8") as stream:
        stream.write(
            "- {id: sea-grant-jobs, measure: teams, value: 7, unit: entry, qualifier: exact, "
            "printed: '7项', document: sea-plan, line: 50}\n"
        )
    main(["update"])
    found = re.search(r"sea-grant-jobs (\d{4}-\d{2}-\d{2}) @sea-plan", history.read_text("utf-8"))
    assert found
    edit(data / FIGURES, "per-applicant", "per-project")
    main(WHY)
    assert "sea-grant-ceiling - @sea-plan" in history.read_text("utf-8")


@pytest.mark.parametrize("reason", ["", "兩\n行", "長" * 301, " 前後有空格 "])
def test_a_reason_is_one_line(reason: str, data: Path) -> None:
    edit(data / EVENTS, "2023-05", "2023-06")
    assert main(["update", "--reason", reason]) == 2
    assert told(data) == []


def test_a_hostile_reason_is_kept_as_it_is_typed(data: Path) -> None:
    attack = "<img src=x onerror=alert(1)>: [x](javascript:alert(1)) {% raw %} # '"
    edit(data / EVENTS, "2023-05", "2023-06")
    assert main(["update", "--reason", attack, "--reported-by", attack]) == 0
    [entry] = told(data)
    assert (entry["reason"], entry["reported_by"]) == (attack, attack)


def test_a_reason_with_hidden_characters_is_refused_whole(data: Path) -> None:
    edit(data / EVENTS, "2023-05", "2023-06")
    assert main(["update", "--reason", "改\u202e正"]) != 0
    assert told(data) == []


@pytest.mark.skipif(shutil.which("git") is None, reason="no git")
def test_two_branches_that_correct_neighbours_are_merged(data: Path) -> None:
    root = data.parent

    def git(*command: str) -> int:
        as_keeper = ("-c", "user.name=Keeper", "-c", "user.email=keeper@handbook.example")
        done = subprocess.run(["git", *as_keeper, *command], cwd=root, capture_output=True)
        return done.returncode

    def branch(name: str, change: Callable[[], None]) -> None:
        git("checkout", "-qb", name, "main")
        change()
        assert main(WHY) == 0
        git("add", "--all")
        git("commit", "-qm", name)

    git("init", "-q", "--initial-branch=main")
    git("add", "--all")
    git("commit", "-qm", "start")
    branch("one", lambda: edit(data / FIGURES, "per-applicant", "per-project"))
    # The other number, which stands on the next line of the history.
    branch(
        "two",
        lambda: edit(
            data / FIGURES,
            "qualifier: exact\n  printed: 700项",
            "qualifier: about\n  printed: 约700项",
        ),
    )
    git("merge", "-q", "one")
    assert "<<<<<<<" in (data / "history" / FIGURES).read_text("utf-8")
    assert main(["update"]) == 0
    assert sorted({it[0] for it in changes(data)}) == [
        "figures/sea-grant-boats",
        "figures/sea-grant-ceiling",
    ]
    assert main(["check"]) == 0
    assert (data / "history" / FIGURES).read_text("utf-8").count("@sea-plan") == 2
