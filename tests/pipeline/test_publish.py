"""Generated files are written below their own folders, and nothing else is touched."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pipeline.publish import publish

GENERATED = ("pages", "data")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with files by hand beside the owned folders."""
    folder = tmp_path / "docs"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "style.css").write_text("p {}", "utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


BY_HAND = {"assets/style.css": b"p {}"}


def test_files_are_written_and_named(docs: Path) -> None:
    files = {"pages/a.md": b"a", "pages/deep/er/b.md": "數據\n".encode(), "data/v1/c.json": b"\x00"}
    assert publish(iter(files.items()), docs, GENERATED) == [*files]
    assert content(docs) == BY_HAND | files


def test_the_folder_itself_is_made(tmp_path: Path) -> None:
    publish([("pages/a.md", b"a")], tmp_path / "new" / "docs", GENERATED)
    assert content(tmp_path / "new" / "docs") == {"pages/a.md": b"a"}


ESCAPES = [
    "../outside.md",
    "pages/../../outside.md",
    "pages/../assets/style.css",
    "pages/..",
    "/etc/outside.md",
    "assets/style.css",
    "index.html",
    "outside.md",
    "",
    ".",
    "..",
    "./../pages/a.md",
    "pages\\..\\..\\outside.md",
    "pages/a\\b.md",
    "pages/a\0.md",
    "Pages/a.md",
]


@pytest.mark.parametrize("path", ESCAPES)
def test_a_path_that_leaves_the_owned_folders_is_refused(docs: Path, path: str) -> None:
    before = content(docs.parent)
    with pytest.raises(ValueError, match="leaves the folders of generated files"):
        publish([(path, b"x")], docs, GENERATED)
    assert content(docs.parent) == before


@settings(deadline=None)
@given(st.lists(st.sampled_from(["..", ".", "", "pages", "a", "assets", "/", "\\", "a.md"])))
def test_no_path_reaches_a_file_by_hand(parts: list[str]) -> None:
    """Whatever is accepted lies below an owned folder, as the file system reads it."""
    with TemporaryDirectory() as name:
        docs = Path(name, "docs")
        with suppress(ValueError, IsADirectoryError):  # refused, or the name of a folder
            publish([("/".join(parts), b"x")], docs, GENERATED)
        assert {"/".join(it.split("/")[:2]) for it in content(Path(name))} <= {
            f"docs/{folder}" for folder in GENERATED
        }
