"""Where the seconds of a build go: every phase is told, and their sum is the build's."""

import shutil
import time
from datetime import date
from pathlib import Path

from builders import a_data_folder
from sites import ROOT

from generator.bench.phases import PHASES, phase_seconds
from generator.bench.table import phases_line


def test_the_phases_of_a_build_are_all_told_and_make_its_site(tmp_path: Path) -> None:
    for name in ("assets", "overrides"):
        shutil.copytree(ROOT / "docs" / name, tmp_path / "docs" / name)
    start = time.process_time()
    seconds = phase_seconds(
        ROOT, a_data_folder(tmp_path), tmp_path, date(2026, 1, 31), "http://127.0.0.1:8000/"
    )
    taken = time.process_time() - start
    assert tuple(seconds) == PHASES
    assert all(it > 0 for it in seconds.values())
    assert sum(seconds.values()) <= taken
    assert (tmp_path / "site" / "zh-Hant" / "datasets" / "sea-tides" / "index.html").is_file()


def test_a_line_names_each_phase_with_its_seconds() -> None:
    line = phases_line(1_000, {"read": 2.04, "check": 11.96})
    assert line == "   1000  cpu s by phase, one process:  read 2.0  check 12.0"
