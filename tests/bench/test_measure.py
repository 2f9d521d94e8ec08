"""What the benchmark prints is what was measured; no figure is held against a limit here."""

import json
import os
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.bench.browser import ReaderCosts, compressed_size, reader_costs, title_queries
from generator.bench.measure import Measurement
from generator.bench.process import CommandFailed, ResourceUse, run_measured
from generator.bench.table import COLUMNS, table


def a_build(records: int, cpu: float, pages: int, stack: str = "handbook") -> Measurement:
    used = ResourceUse(wall=2.04, cpu=cpu, largest=100.4, together=0)
    return Measurement(
        records, stack, pages, used, 3_000_000, 6_789, ReaderCosts(76.54, 0.514, 12.6)
    )


def cells(line: str) -> list[str]:
    return line.split()


def test_the_cost_of_a_page_is_told_relative_to_that_of_the_same_stack_at_300_records() -> None:
    rows = [
        a_build(75, 3, 500),
        a_build(300, 5, 1_000),
        a_build(300, 20, 1_000, "plain"),
        a_build(1_000, 20, 2_000),
        a_build(1_000, 20, 2_000, "plain"),
    ]
    lines = [cells(line) for line in table(rows)][1:]
    costs = [line[-1] for line in lines if line[1] != "times"]
    assert costs == ["-", "1.00", "1.00", "2.00", "0.50"]


def test_below_a_pair_stands_how_many_times_as_much_the_plain_site_takes() -> None:
    """What was not measured of either is no ratio; a site without a pair has no such line."""
    used = ResourceUse(wall=6.12, cpu=15, largest=301.2, together=0)
    plain = Measurement(
        300, "plain", 1_000, used, 6_000_000, 13_578, ReaderCosts(229.62, 2.056, 126)
    )
    _, *lines = table([a_build(75, 5, 500), a_build(300, 5, 1_000), plain])
    assert [cells(line)[1] for line in lines] == ["handbook", "handbook", "plain", "times"]
    ratios = (
        *("1.0x", "3.0x", "3.0x", "3.0x", "-", "2.0x", "2.0x", "2.0x", "3.0x", "4.0x", "-"),
        "10.0x",
    )
    assert cells(lines[-1]) == ["300", "times", *ratios, "-"]


def test_a_line_tells_every_figure_in_the_unit_of_its_heading() -> None:
    heading, line = table([a_build(300, 5.26, 1_000)])
    names = [column.name for column in COLUMNS]
    assert all(name in heading for name in names)
    assert cells(line)[: len(names) + 2] == [
        *("300", "handbook", "1000", "2.0", "5.3", "100", "-", "3.0", "3.0", "6.8"),
        *("76.5", "0.51", "-", "13"),
    ]


def test_without_a_browser_there_is_a_gap_and_no_nought() -> None:
    row = a_build(300, 5, 1_000)
    without = Measurement(row.records, row.stack, row.pages, row.resources, row.output, 1, None)
    assert cells(list(table([without]))[1])[10:13] == ["-", "-", "-"]


def test_a_process_is_measured_with_those_it_has_started(tmp_path: Path) -> None:
    """Both count: the time of the two, and the memory of the larger one."""
    hold = "import time\nx = b'x' * 150_000_000\nwhile time.process_time() < 1: pass\n"
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {hold!r}])\n{hold}"
    used = run_measured([sys.executable, "-c", code], tmp_path / "log")
    assert used.cpu >= 2.0
    assert 140 <= used.largest < 280
    small = run_measured([sys.executable, "-c", "import time; time.sleep(0.5)"], tmp_path / "log")
    assert small.largest < 100


def test_a_command_that_fails_tells_what_it_printed(tmp_path: Path) -> None:
    with pytest.raises(CommandFailed, match="the reason"):
        run_measured([sys.executable, "-c", "raise SystemExit('the reason')"], tmp_path / "log")


def test_queries_are_beginnings_of_names_of_all_kinds_of_records(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "v1"
    folder.mkdir(parents=True)
    for kind, names in {"a": ("潮汐時間表", "海圖 2"), "b": ("風", "漁網計劃")}.items():
        items = [{"name": {"zh-Hant": name, "zh-Hans": ""}} for name in names]
        (folder / f"{kind}.json").write_text(json.dumps({"items": items}), "utf-8")
    (folder / "c.schema.json").write_text("{}", "utf-8")
    assert title_queries(tmp_path, 4) == ["潮汐時間", "海圖", "風", "漁網計劃"]
    assert title_queries(tmp_path, 2) == ["潮汐時間", "風"]


def test_a_folder_weighs_what_its_page_weighs_and_what_is_missing_nothing(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(b"x" * 10_000)
    assert 20 < compressed_size(tmp_path, "/a/") == compressed_size(tmp_path, "/a/index.html") < 200
    assert compressed_size(tmp_path, "/b/") == 0


@pytest.mark.browser
def test_a_page_weighs_what_a_browser_asks_for_and_a_query_takes_until_its_answer(
    tmp_path: Path, browser: Browser
) -> None:
    """The site's search answers after 50 ms."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><meta charset=utf-8><link rel=icon href=data:,>"
        "<script src=a.js></script>"
        "<input class=md-search__input><p class=md-search-result__meta></p>"
        "<script>document.querySelector('input').addEventListener('keyup', () =>"
        " setTimeout(() => document.querySelector('p').textContent = '1', 50))</script>",
        "utf-8",
    )
    (tmp_path / "a.js").write_text("1", "utf-8")
    (tmp_path / "never-asked-for.js").write_bytes(os.urandom(100_000))
    found = reader_costs(tmp_path, browser, [""], ["a", "b", "c"])
    assert (
        found.view == (compressed_size(tmp_path, "/") + compressed_size(tmp_path, "/a.js")) / 1000
    )
    assert found.answer >= 50
    assert found.ready >= 0.05
