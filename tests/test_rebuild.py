"""A rebuild of the preview looks at what changed since the last whole one, and at no less."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from generator.preview import Preview

PATHS = (
    *("zh-Hant/index.md", "zh-Hans/index.md", "zh-Hant/datasets/a.md", "zh-Hans/datasets/a.md"),
    *("zh-Hant/datasets/b.md", "zh-Hans/datasets/b.md", "zh-Hant/.theme.json"),
)
SOURCES = dict.fromkeys(PATHS, b"old")
NAVIGATION = ("index.md",)
ALWAYS = {"zh-Hant/index.md", "zh-Hans/index.md"}


def a_preview(docs: Path, *changes: Mapping[str, bytes]) -> Preview:
    """After a whole rebuild; each following one finds the sources changed so."""
    found: Iterator[Mapping[str, bytes]] = iter([{}, *changes])
    made = Preview()
    made.refresh = lambda: {**SOURCES, **next(found)}
    assert made.begin(docs)
    assert made.awaited == made.needed(NAVIGATION) == set(SOURCES)
    made.end()
    return made


def test_without_a_server_there_is_nothing_to_bring_up_to_date(tmp_path: Path) -> None:
    made = Preview()
    assert not made.begin(tmp_path)
    assert made.sources == {}


def test_a_page_that_changed_is_needed_in_both_variants(tmp_path: Path) -> None:
    """The switch between the scripts looks for its counterpart."""
    made = a_preview(tmp_path, {"zh-Hans/datasets/a.md": b"new"})
    assert not made.begin(tmp_path)
    assert made.awaited == {"zh-Hans/datasets/a.md"}
    assert made.needed(NAVIGATION) == ALWAYS | {"zh-Hant/datasets/a.md", "zh-Hans/datasets/a.md"}


def test_when_nothing_changed_only_the_navigation_is_looked_at(tmp_path: Path) -> None:
    made = a_preview(tmp_path, {})
    made.begin(tmp_path)
    assert made.awaited == set()
    assert made.needed(NAVIGATION) == ALWAYS


def test_what_a_failed_rebuild_left_undone_is_awaited_by_the_next(tmp_path: Path) -> None:
    """Also when the edit is undone meanwhile: some of it may have been built."""
    made = a_preview(tmp_path, {"zh-Hans/datasets/a.md": b"new"}, {}, {})
    made.begin(tmp_path)
    made.begin(tmp_path)
    assert made.awaited == {"zh-Hans/datasets/a.md"}
    made.end()
    made.begin(tmp_path)
    assert made.awaited == set()


@pytest.mark.parametrize("change", ["new page", "page gone", "words", "template", "settings"])
def test_a_change_of_pages_or_frame_needs_everything(tmp_path: Path, change: str) -> None:
    made = a_preview(tmp_path)
    changed = dict(SOURCES)
    if change == "new page":
        changed["zh-Hant/datasets/c.md"] = b"new"
    elif change == "page gone":
        del changed["zh-Hant/datasets/b.md"]
    elif change == "words":
        changed["zh-Hant/.theme.json"] = b"new"
    elif change == "template":
        (tmp_path / "overrides").mkdir()
        (tmp_path / "overrides" / "main.html").write_text("x", "utf-8")
    else:
        (tmp_path.parent / "mkdocs.yml").write_text("x", "utf-8")
    made.refresh = lambda: changed
    assert made.begin(tmp_path)
    assert made.awaited == set(changed)
    # That rebuild failed: the next one finds nothing new, and yet needs everything.
    assert not made.begin(tmp_path)
    assert made.awaited == set(changed)
