"""A rebuild of the preview looks at what changed since the last whole one, and at no less."""

from pathlib import Path

import pytest

from generator.preview import Preview

FILES = (
    *("zh-Hant/index.md", "zh-Hans/index.md", "zh-Hant/datasets/a.md", "zh-Hans/datasets/a.md"),
    *("zh-Hant/datasets/b.md", "zh-Hans/datasets/b.md", "datasets/a/index.json"),
    *("datasets/b/index.json", "assets/handbook.css"),
)
NAVIGATION = ("index.md",)
ALWAYS = {"zh-Hant/index.md", "zh-Hans/index.md", "assets/handbook.css"}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for path in FILES:
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x", "utf-8")
    return tmp_path


def a_preview(docs: Path, *changes: set[str]) -> Preview:
    """After a whole rebuild; each following one finds these changes."""
    found = iter([set(), *changes])
    made = Preview()
    made.before_build = lambda: frozenset(next(found))
    assert made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == set(FILES)
    made.end()
    return made


def test_without_a_server_everything_is_needed(docs: Path) -> None:
    made = Preview()
    assert not made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == set(FILES)


def test_a_page_that_changed_is_needed_in_both_variants(docs: Path) -> None:
    """The switch between the scripts looks for its counterpart."""
    made = a_preview(docs, {"zh-Hans/datasets/a.md", "datasets/a/index.json"})
    assert not made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == ALWAYS | {
        *("zh-Hant/datasets/a.md", "zh-Hans/datasets/a.md", "datasets/a/index.json")
    }


def test_when_nothing_changed_only_the_frame_is_looked_at(docs: Path) -> None:
    made = a_preview(docs, set())
    made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == ALWAYS


def test_what_a_failed_rebuild_left_undone_is_needed_by_the_next(docs: Path) -> None:
    made = a_preview(docs, {"datasets/a/index.json"}, {"datasets/b/index.json"}, set())
    made.begin(docs)
    made.begin(docs)
    both = {"datasets/a/index.json", "datasets/b/index.json"}
    assert made.needed(FILES, NAVIGATION) == ALWAYS | both
    made.end()
    made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == ALWAYS


@pytest.mark.parametrize("change", ["new page", "page gone", "frame"])
def test_a_change_of_pages_or_frame_needs_everything(docs: Path, change: str) -> None:
    made = a_preview(docs, set(), set())
    if change == "new page":
        (docs / "zh-Hant" / "datasets" / "c.md").write_text("x", "utf-8")
    elif change == "page gone":
        (docs / "zh-Hant" / "datasets" / "b.md").unlink()
    else:
        (docs / "overrides").mkdir()
        (docs / "overrides" / "main.html").write_text("x", "utf-8")
    assert made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == set(FILES)
    # That rebuild failed: the next one finds nothing new, and yet needs everything.
    assert not made.begin(docs)
    assert made.needed(FILES, NAVIGATION) == set(FILES)
