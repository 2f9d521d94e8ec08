"""What the weekly workflow gives to another builder."""

import subprocess
import sys
from pathlib import Path

from builders import ROOT, a_catalogue, a_data_folder, an_agency

PROGRAM = ROOT / ".github" / "weekly" / "generate.py"


def generated(data: Path, docs: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, PROGRAM, data, docs]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_pages_of_both_variants_are_written_beside_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    done = generated(a_data_folder(tmp_path / "records"), tmp_path)
    assert done.returncode == 0, done.stderr
    for script in ("zh-Hant", "zh-Hans"):
        assert "# " in (tmp_path / script / "agencies" / "sea.md").read_text("utf-8")
        assert (tmp_path / script / ".theme.json").is_file()
    assert (tmp_path / "data" / "v1" / "datasets.json").is_file()
    assert (tmp_path / "assets").is_dir()


def test_wrong_data_stop_the_job(tmp_path: Path) -> None:
    data = a_data_folder(tmp_path / "records", a_catalogue(agencies=[an_agency(kind="ministry")]))
    done = generated(data, tmp_path / "docs")
    assert done.returncode == 1
    assert "unknown code 'ministry'" in done.stderr
    assert not (tmp_path / "docs").exists()
