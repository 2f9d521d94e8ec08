"""A change of several files is made completely or not at all."""

from pathlib import Path

import pytest
from builders import a_data_folder
from permissions import permissions

from generator.maintain.trial_change import trial_change


def tree(data: Path) -> dict[str, bytes]:
    files = (it for it in data.rglob("*") if it.is_file())
    return {it.relative_to(data).as_posix(): it.read_bytes() for it in files}


def test_when_the_disk_refuses_in_the_middle_nothing_is_changed(tmp_path: Path) -> None:
    """Files of agencies are written, and a new one made, before the disk refuses the document."""
    data = a_data_folder(tmp_path)
    before, agency = tree(data), data / "agencies" / "sea.yml"
    last_written = agency.stat().st_mtime_ns
    with trial_change(data) as trial:
        for path in ("agencies/sea.yml", "agencies/tide.yml", "documents/sea-plan.yml"):
            trial.write(path, "changed")
        trial.write("datasets/sea/sea-tides.yml", None)
        with permissions(data / "documents", 0o555), pytest.raises(PermissionError):
            trial.apply()
    assert agency.stat().st_mtime_ns > last_written
    assert tree(data) == before
