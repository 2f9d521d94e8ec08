"""What the disk does to a folder of records: permissions and links."""

from pathlib import Path

import pytest
from builders import a_data_folder
from permissions import permissions

from generator.reading.load import load

LINK = "is a link to somewhere else (put the file itself here, or delete the link)"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A valid folder `data` below the working folder, so that problems name it as `data/…`."""
    monkeypatch.chdir(tmp_path)
    return a_data_folder(tmp_path)


def problems_of(data: Path) -> list[str]:
    """The problems of a folder that has some; then there is no catalogue."""
    catalogue, problems = load(data)
    assert catalogue is None
    return [str(problem) for problem in problems]


def test_a_file_that_may_not_be_read(data: Path) -> None:
    """The files behind it are still looked at."""
    (data / "agencies" / "wind.yml").write_bytes(b"")
    with permissions(data / "agencies" / "sea.yml", 0):
        assert problems_of(data) == [
            "data/agencies/sea.yml:1:1: cannot be read: Permission denied "
            "(check the file's permissions)",
            "data/agencies/wind.yml:1:1: the file is empty "
            "(write fields, one on a line: 'name: value')",
        ]


@pytest.mark.parametrize("folder", ["", "agencies", "datasets", "datasets/sea"])
def test_a_folder_that_may_not_be_read(data: Path, folder: str) -> None:
    with permissions(data / folder, 0):
        lines = problems_of(data)
    place = f"data/{folder}".rstrip("/")
    assert f"{place}:1:1: cannot be read: Permission denied" in "\n".join(lines)


def test_a_link_that_leads_nowhere_or_in_a_circle(data: Path) -> None:
    (data / "agencies" / "gone.yml").symlink_to("nowhere.yml")
    (data / "agencies" / "ring.yml").symlink_to("ring.yml")
    assert problems_of(data) == [
        f"data/agencies/gone.yml:1:1: {LINK}",
        f"data/agencies/ring.yml:1:1: {LINK}",
    ]


@pytest.mark.parametrize("target", ["/etc/passwd", "sea.yml", "/etc", "../documents"])
def test_a_link_is_not_followed(data: Path, target: str) -> None:
    """Whatever it leads to would be published: any file of the machine that builds."""
    (data / "agencies" / "wind.yml").symlink_to(target)
    assert problems_of(data) == [f"data/agencies/wind.yml:1:1: {LINK}"]


@pytest.mark.parametrize("folder", ["agencies", "datasets/sea", "terminology/names"])
def test_a_linked_folder_is_not_followed(data: Path, folder: str) -> None:
    (data / folder).rename(data.parent / "elsewhere")
    (data / folder).symlink_to(data.parent / "elsewhere")
    assert problems_of(data) == [f"data/{folder}:1:1: {LINK}"]


def test_the_data_folder_itself_may_be_a_link(data: Path) -> None:
    """Its user named it."""
    (data.parent / "linked").symlink_to(data)
    assert load(data.parent / "linked")[1] == []
