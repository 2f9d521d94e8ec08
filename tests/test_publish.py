"""Generated files are written where they changed, stale ones removed, and nothing else touched."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.publish import _check_inside, publish, publish_share, remove_others

OWNED = ("pages", "data")
OLD = 1_000_000_000
"""A time stamp that no test could give a file by writing it."""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder with files by hand beside the owned folders."""
    folder = tmp_path / "docs"
    (folder / "assets").mkdir(parents=True)
    (folder / "assets" / "style.css").write_text("p {}", "utf-8")
    (folder / "index.html").write_text("by hand", "utf-8")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


BY_HAND = {"assets/style.css": b"p {}", "index.html": b"by hand"}


def test_files_are_written_and_counted(docs: Path) -> None:
    files = {"pages/a.md": b"a", "pages/deep/er/b.md": "數據\n".encode(), "data/v1/c.json": b"\x00"}
    assert len(publish(files, docs, OWNED)) == 3
    assert content(docs) == BY_HAND | files


def test_the_folder_itself_is_made(tmp_path: Path) -> None:
    publish({"pages/a.md": b"a"}, tmp_path / "new" / "docs", OWNED)
    assert content(tmp_path / "new" / "docs") == {"pages/a.md": b"a"}


def test_a_file_can_be_read_by_the_server(docs: Path) -> None:
    publish({"pages/a.md": b"a"}, docs, OWNED)
    assert (docs / "pages" / "a.md").stat().st_mode & 0o777 == 0o644


def test_an_unchanged_file_keeps_its_time_stamp(docs: Path) -> None:
    """A server that watches the folder would rebuild for ever."""
    publish({"pages/same.md": b"1", "pages/other.md": b"1"}, docs, OWNED)
    for name in ("same", "other"):
        os.utime(docs / "pages" / f"{name}.md", (OLD, OLD))
    assert len(publish({"pages/same.md": b"1", "pages/other.md": b"2"}, docs, OWNED)) == 1
    assert (docs / "pages" / "same.md").stat().st_mtime == OLD
    assert (docs / "pages" / "other.md").stat().st_mtime != OLD
    assert (docs / "pages" / "other.md").read_bytes() == b"2"


def test_publishing_the_same_again_touches_nothing(docs: Path) -> None:
    files = {"pages/a.md": b"a", "data/v1/b.json": b"b"}
    publish(files, docs, OWNED)
    assert len(publish(files, docs, OWNED)) == 0


def test_stale_files_and_empty_folders_are_removed(docs: Path) -> None:
    publish({"pages/a.md": b"a", "pages/old/b.md": b"b", "pages/c.md": b"c"}, docs, OWNED)
    (docs / "pages" / ".new-killed").write_bytes(b"half")
    (docs / "pages" / "gone").symlink_to("nowhere")
    assert len(publish({"pages/a.md": b"a"}, docs, OWNED)) == 4
    assert content(docs) == BY_HAND | {"pages/a.md": b"a"}
    assert [it.name for it in (docs / "pages").iterdir()] == ["a.md"]


def test_what_a_killed_run_left_beside_the_owned_folders_is_removed(docs: Path) -> None:
    """Some owned files stand at the top, and were written beside what is made by hand."""
    (docs / ".new-killed").write_bytes(b"half")
    publish({"pages/a.md": b"a"}, docs, OWNED)
    assert content(docs) == BY_HAND | {"pages/a.md": b"a"}


def test_an_owned_folder_without_files_is_emptied(docs: Path) -> None:
    publish({"pages/a.md": b"a", "data/b.json": b"b"}, docs, OWNED)
    publish({"pages/a.md": b"a"}, docs, OWNED)
    assert content(docs) == BY_HAND | {"pages/a.md": b"a"}


def test_nothing_outside_the_owned_folders_is_touched(docs: Path) -> None:
    def states() -> dict[Path, tuple[int, int, int]]:
        """Which file, when written, how long; not when read, which listing a folder changes."""
        paths = [path for path in docs.rglob("*") if "assets" in path.parts]
        return {it: (it.stat().st_ino, it.stat().st_mtime_ns, it.stat().st_size) for it in paths}

    before = states()
    publish({"pages/a.md": b"a"}, docs, OWNED)
    publish({}, docs, OWNED)
    assert states() == before
    assert content(docs) == BY_HAND


def test_what_a_link_in_an_owned_folder_leads_to_is_not_touched(docs: Path) -> None:
    (docs / "pages").mkdir()
    (docs / "pages" / "link").symlink_to(docs / "assets", target_is_directory=True)
    publish({"pages/a.md": b"a"}, docs, OWNED)
    assert (docs / "assets" / "style.css").read_bytes() == b"p {}"


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
def test_a_path_that_leaves_the_owned_folders_is_refused_before_anything_is_written(
    docs: Path, path: str
) -> None:
    publish({"pages/a.md": b"old", "pages/b.md": b"old"}, docs, OWNED)
    before = content(docs.parent)
    with pytest.raises(ValueError, match="leaves the folders of generated files"):
        publish({"pages/a.md": b"new", path: b"x", "pages/c.md": b"new"}, docs, OWNED)
    assert content(docs.parent) == before


@settings(deadline=None)
@given(st.lists(st.sampled_from(["..", ".", "", "pages", "a", "assets", "/", "\\", "a.md"])))
def test_no_path_reaches_a_file_by_hand(parts: list[str]) -> None:
    """Whatever is accepted lies below an owned folder, as the file system reads it."""
    path = "/".join(parts)
    try:
        _check_inside(path, frozenset(OWNED))
    except ValueError:
        return
    below = os.path.relpath(os.path.normpath(os.path.join("/docs", path)), "/docs")
    assert below.split("/")[0] in OWNED


def test_a_write_that_fails_leaves_the_old_file_and_no_rest(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full when the new content goes out; the old page stays whole."""
    publish({"pages/a.md": b"old"}, docs, OWNED)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "chmod", full)
    with pytest.raises(OSError, match="No space left"):
        publish({"pages/a.md": b"new"}, docs, OWNED)
    assert content(docs) == BY_HAND | {"pages/a.md": b"old"}


def test_a_write_that_is_interrupted_leaves_the_old_file_and_no_rest(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish({"pages/a.md": b"old"}, docs, OWNED)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publish({"pages/a.md": b"new"}, docs, OWNED)
    assert content(docs) == BY_HAND | {"pages/a.md": b"old"}


NAMES = st.sampled_from(["pages/a.md", "pages/x/b.md", "pages/x/y/c.md", "data/d.json"])


@settings(deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=3)), st.dictionaries(NAMES, st.binary(max_size=3)))
def test_the_owned_folders_hold_exactly_the_files(
    tmp_path_factory: pytest.TempPathFactory, first: Mapping[str, bytes], then: Mapping[str, bytes]
) -> None:
    """Whatever was there before."""
    folder = tmp_path_factory.mktemp("docs")
    publish(first, folder, OWNED)
    touched = publish(then, folder, OWNED)
    assert content(folder) == then
    changed = {path for path in {*first, *then} if first.get(path) != then.get(path)}
    assert sorted(touched) == sorted(changed)


def test_shares_are_written_as_they_come_and_the_rest_is_removed_after_the_last(docs: Path) -> None:
    publish({"pages/old.md": b"old", "data/a.json": b"1"}, docs, OWNED)
    one = publish_share(iter([("pages/a.md", b"a")]), docs, OWNED)
    other = publish_share(iter([("data/a.json", b"2")]), docs, OWNED)
    assert (one, other) == (["pages/a.md"], ["data/a.json"])
    assert "pages/old.md" in content(docs)
    remove_others({*one, *other}, docs, OWNED)
    assert content(docs) == BY_HAND | {"pages/a.md": b"a", "data/a.json": b"2"}


def test_a_share_that_leaves_the_folders_is_refused(docs: Path) -> None:
    with pytest.raises(ValueError, match="leaves the folders of generated files"):
        publish_share(iter([("assets/style.css", b"x")]), docs, OWNED)
    assert content(docs) == BY_HAND
